// SPDX-License-Identifier: Apache-2.0

/// What stands above the text and the text itself, as the summary needs them: where a line nobody knows ends the letterhead too early,
/// «ЗАЯВА» under it still divides the two.
struct SubjectHeading {
    let layout: LetterLayout
    let head: [LetterLine]
    /// The tokens of the text; empty for a letter that has none.
    let body: Range<Int>

    init(_ layout: LetterLayout) {
        self.layout = layout
        guard let name = Self.strayedName(layout) else {
            (head, body) = (Array(layout.head), layout.bodyTokens)
            return
        }
        let block = Self.block(behind: name, layout)
        let names = layout.lines[name..<block].filter { !layout.text.tokens[$0.tokens.lowerBound].isMark("(") }
        head = layout.lines[..<name] + names.map { Self.named($0) }
        body = layout.lines[block].tokens.lowerBound..<layout.bodyTokens.upperBound
    }

    /// The line below the letterhead's end that is a document's name and nothing else; nil where the letterhead has one of its own.
    private static func strayedName(_ layout: LetterLayout) -> Int? {
        guard !layout.head.contains(where: { $0.role == .documentName || $0.role == .title }) else { return nil }
        let text = layout.text
        for index in layout.bodyStart..<min(layout.bodyEnd, layout.bodyStart + reach) {
            let line = layout.lines[index]
            if line.startsBlock, line.tokens.count <= longestName, index + 1 < layout.bodyEnd,
                DocumentName(text, line.tokens)?.isAlone == true
            {
                return index
            }
            let asks = text.tokens[line.tokens].contains { SubjectWords.requests.meaning(of: $0, in: text) != nil }
            if asks || line.role == .salutation || words(of: line, text) > longestAbove { return nil }
        }
        return nil
    }

    private static func words(of line: LetterLine, _ text: NormalizedText) -> Int {
        text.tokens[line.tokens].count { $0.kind == .word }
    }

    /// The end of the name's block: the lines below it that still belong to it, «на бездіяльність управління».
    private static func block(behind name: Int, _ layout: LetterLayout) -> Int {
        var end = name + 1
        while end + 1 < layout.bodyEnd, end - name < longestBlock, !layout.lines[end].startsBlock { end += 1 }
        // A text that follows without an empty line is no part of the name.
        return layout.lines[end].startsBlock ? end : name + 1
    }

    private static func named(_ line: LetterLine) -> LetterLine {
        var named = line
        named.role = .documentName
        return named
    }

    /// Lines of addressees and applicants a letterhead may have that nobody knows.
    private static let reach = 14
    private static let longestName = 8
    private static let longestBlock = 5
    /// Words of a line above the name.
    private static let longestAbove = 20
}
