// SPDX-License-Identifier: Apache-2.0

/// The requisites of a letter in their places: letterhead, registration line, addressee, title, text, annexes, signature.
package struct LetterLayout: Sendable {
    package let text: NormalizedText
    /// Lines that are not empty.
    package private(set) var lines: [LetterLine]
    /// The first line of the text proper, as a position in ``lines``; their count when there is none.
    package private(set) var bodyStart: Int
    /// Behind the last line of the text proper.
    package private(set) var bodyEnd: Int

    package init(_ text: NormalizedText) {
        self.text = text
        lines = Self.lines(of: text)
        bodyStart = 0
        bodyEnd = lines.count
        bodyStart = markHead()
        bodyEnd = markFoot()
    }

    /// The words of a line as they were written; those printed with spaces between their letters without these.
    package func written(_ line: LetterLine) -> String {
        let isSpelled = text.hasSpelledWords && text.originalRange(of: line.range).count > line.range.count + Self.fewestSpaces
        return isSpelled ? text.text(line.range) : text.originalText(line.range)
    }

    /// Tokens of the text proper.
    package var bodyTokens: Range<Int> {
        guard bodyStart < bodyEnd else { return 0..<0 }
        return lines[bodyStart].tokens.lowerBound..<lines[bodyEnd - 1].tokens.upperBound
    }

    /// Lines above the text proper.
    package var head: ArraySlice<LetterLine> { lines[..<bodyStart] }
    /// Lines below the text proper.
    package var foot: ArraySlice<LetterLine> { lines[bodyEnd...] }

    /// The line a token stands on, as a position in ``lines``.
    package func line(ofToken token: Int) -> Int {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return min(low, max(0, lines.count - 1))
    }

    /// Gives the lines above the text their roles; answers where the text begins.
    private mutating func markHead() -> Int {
        var stage = LineForm.Stage()
        let covered = CoveringWords(lines, text)?.end ?? 0
        for index in lines.indices.prefix(Self.maximumHeadLines) {
            if index < covered {
                lines[index].role = .salutation
                continue
            }
            let form = LineForm(lines[index], text, stage)
            lines[index].role = isBrokenText(index, form.role, stage) ? .text : form.role
            if lines[index].role == .text { return index }
            if isAddress(index) { lines[index].role = .salutation }
            stage.pass(lines[index], isCapitals: form.isCapitals, isOfPerson: form.isOfPerson)
        }
        return min(lines.count, Self.maximumHeadLines)
    }

    /// «Лугоставська міська рада,» over an empty line: a letter turns to it so.
    private func isAddress(_ index: Int) -> Bool {
        lines[index].role == .body && text.tokens[lines[index].tokens.upperBound - 1].isMark(",") && index + 1 < lines.count
            && lines[index + 1].startsBlock
    }

    /// Gives the lines below the text their roles, from the end upwards; answers where they begin.
    private mutating func markFoot() -> Int {
        var end = lines.count
        while end > bodyStart + 1 || (end > bodyStart && bodyStart > 0), lines.count - end < Self.maximumFootLines {
            let form = FootForm(lines[end - 1], text, above: end < lines.count ? lines[end] : nil)
            guard let role = form.role, !isRestOfSentence(end - 1), role != .registration || !isNumberOfSentence(end - 1) else {
                break
            }
            lines[end - 1].role = role
            end -= 1
        }
        // «Додаток: …» and what is under it belongs below the text, wherever the signature stands.
        for index in bodyStart..<end where FootForm(lines[index], text).isAnnexes && index > bodyStart && !goesOn(index) {
            for below in index..<end { lines[below].role = .annexes }
            end = index
            break
        }
        return end
    }

    /// Spaces of the shortest word printed so, less one.
    private static let fewestSpaces = 2

    private static func lines(of text: NormalizedText) -> [LetterLine] {
        var lines: [LetterLine] = []
        var token = 0
        var startsBlock = true
        for range in text.lines {
            let first = token
            while token < text.tokens.count, text.tokens[token].range.lowerBound < range.upperBound { token += 1 }
            guard first < token else {
                startsBlock = true
                continue
            }
            func append(_ column: Range<Int>, isFurther: Bool) {
                let start = text.tokens[column.lowerBound].range.lowerBound
                lines.append(
                    LetterLine(
                        range: start..<text.tokens[column.upperBound - 1].range.upperBound, tokens: column,
                        indent: start - range.lowerBound, startsBlock: startsBlock, isColumn: isFurther, role: .text))
            }
            if let columns = columns(of: first..<token, text) {
                for (number, column) in columns.enumerated() { append(column, isFurther: number > 0) }
            } else {
                append(first..<token, isFurther: false)
            }
            startsBlock = false
        }
        return lines
    }

    /// The columns of a row, nil for a line of text; date and number stay together, and a row with many gaps is justified text.
    private static func columns(of row: Range<Int>, _ text: NormalizedText) -> [Range<Int>]? {
        var starts: [Int] = []
        var end = text.tokens[row.lowerBound].range.upperBound
        for index in row.dropFirst() {
            let token = text.tokens[index]
            let octets = token.range
            if token.isMark("|") || octets.lowerBound - end >= LetterLine.columnGap {
                starts.append(index)
                if starts.count == maximumStarts { return nil }
            }
            end = octets.upperBound
        }
        guard !starts.isEmpty, RegistrationForm.role(text, row) == nil else { return nil }
        // A bar between two cells belongs to none of them.
        let columns = zip([row.lowerBound] + starts, starts + [row.upperBound]).compactMap { start, end in
            (start..<end).first { !text.tokens[$0].isMark("|") }.map { $0..<end }
        }
        return columns.isEmpty || columns.count > maximumColumns ? nil : columns
    }

    private static let maximumColumns = 3
    /// Gaps and bars of one row.
    private static let maximumStarts = 6
    /// Lines a letterhead with addressees and title may have.
    private static let maximumHeadLines = 40
    private static let maximumFootLines = 25
}
