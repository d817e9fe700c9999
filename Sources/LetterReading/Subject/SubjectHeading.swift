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
        if let prose = Self.strayedProse(layout) {
            head = Array(layout.lines[..<prose])
            body = layout.lines[prose].tokens.lowerBound..<Self.end(layout)
            return
        }
        guard let name = Self.strayedName(layout) else {
            (head, body) = (Array(layout.head), layout.bodyTokens.lowerBound..<Self.end(layout))
            return
        }
        let block = Self.block(behind: name, layout)
        let names = layout.lines[name..<block].filter { !layout.text.tokens[$0.tokens.lowerBound].isMark("(") }
        head = layout.lines[..<name] + names.map { Self.named($0) }
        body = layout.lines[block].tokens.lowerBound..<Self.end(layout)
    }

    /// The end of the text; behind the sentence that goes on in small letters on a line that was taken for the letter's foot.
    private static func end(_ layout: LetterLayout) -> Int {
        let end = layout.bodyTokens.upperBound
        guard !layout.bodyTokens.isEmpty, end < layout.text.tokens.count, layout.text.tokens[end].capitals == .none,
            layout.text.tokens[end].kind == .word, !layout.text.tokens[end].startsParagraph
        else { return end }
        return layout.text.sentences.first { $0.contains(end) }?.upperBound ?? end
    }

    /// The first line of a passage that was taken for something else, as it names a street, a telephone or another letter.
    private static func strayedProse(_ layout: LetterLayout) -> Int? {
        guard layout.bodyStart > 0, layout.bodyStart < layout.lines.count, !layout.bodyTokens.isEmpty else { return nil }
        var start = layout.bodyStart
        var found: Int?
        while start > 0, strays.contains(layout.lines[start - 1].role) {
            start -= 1
            let isOpen = layout.lines[start].startsBlock || start == 0
            if isOpen, isProse(start, layout) || isBroken(layout, from: start) { found = start }
        }
        return found
    }

    private static let strays: Set<LetterLine.Role> = [.contacts, .registration, .reference, .body]

    /// Whether the text goes on in small letters what the lines from there on began: «… щодо / звірки даних повідомляємо».
    private static func isBroken(_ layout: LetterLayout, from start: Int) -> Bool {
        let first = layout.lines[layout.bodyStart]
        guard !first.startsBlock, layout.text.tokens[first.tokens.lowerBound].capitals == .none,
            layout.text.tokens[first.tokens.lowerBound].kind == .word
        else { return false }
        return !layout.lines[(start + 1)..<layout.bodyStart].contains { $0.startsBlock }
    }

    /// Whether the block that begins there has many words, most of them small.
    private static func isProse(_ start: Int, _ layout: LetterLayout) -> Bool {
        var (words, small) = (0, 0)
        for line in layout.lines[start..<min(layout.bodyStart, start + longestProse)] {
            if line.tokens.lowerBound > layout.lines[start].tokens.lowerBound, line.startsBlock { break }
            for token in layout.text.tokens[line.tokens] where token.kind == .word && token.letters.count > 2 {
                words += 1
                if token.capitals == .none { small += 1 }
            }
        }
        return words >= fewestWords && small * 10 >= words * 6
    }

    /// The line below the letterhead's end that is a document's name and nothing else; nil where the letterhead has one of its own.
    private static func strayedName(_ layout: LetterLayout) -> Int? {
        guard !layout.head.contains(where: { $0.role == .documentName || $0.role == .title }) else { return nil }
        let text = layout.text
        for index in layout.bodyStart..<min(layout.bodyEnd, layout.bodyStart + reach) {
            let line = layout.lines[index]
            if line.tokens.count <= longestName, index + 1 < layout.bodyEnd, let name = DocumentName(text, line.tokens),
                name.isAlone,
                line.startsBlock || name.kind == .ruling
            {
                return index
            }
            let asks = text.tokens[line.tokens].contains { SubjectWords.requests.knows($0, in: text) }
            if asks || line.role == .salutation || words(of: line, text) > longestAbove { return nil }
        }
        return nil
    }

    private static func words(of line: LetterLine, _ text: NormalizedText) -> Int {
        // «П І В Д Е Н Н Е» is one word.
        text.tokens[line.tokens].count { $0.kind == .word && $0.letters.count > 1 }
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
    private static let longestProse = 12
    private static let fewestWords = 12
    private static let longestBlock = 5
    /// Words of a line above the name.
    private static let longestAbove = 20
}
