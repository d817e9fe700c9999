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

    /// «Виконавча служба пів року не стягує аліменти з мого / колишнього чоловіка …»: a long line that was broken may look like the name
    /// of a body; with the lines that go on with it, it is text.
    private func isBrokenText(_ index: Int, _ role: LetterLine.Role, _ stage: LineForm.Stage) -> Bool {
        // «Я, …, живу в м. Лугостав по вул. / Базарній, 17. Пенсійний фонд …» names no body.
        if role == .body, index > 0, !lines[index].startsBlock, [.applicant, .salutation].contains(lines[index - 1].role),
            endsInAddress(lines[index - 1])
        {
            return true
        }
        // «Адміністрація міста, ви взагалі бачите, що робиться?»
        if role == .body, let end = text.tokens[lines[index].tokens].last, end.isMark("?") { return true }
        guard Self.mayBeBroken.contains(role), lines[index].range.count >= Self.fullLine else { return false }
        let end = brokenEnd(index)
        guard end > index + 1 else { return false }
        let whole = LetterLine(
            range: lines[index].range.lowerBound..<lines[end - 1].range.upperBound,
            tokens: lines[index].tokens.lowerBound..<lines[end - 1].tokens.upperBound, indent: lines[index].indent,
            startsBlock: lines[index].startsBlock, isColumn: false, role: .text)
        let form = LineForm(whole, text, stage)
        return form.role == .text || form.role == .contacts && form.holdsVerb
    }

    /// Whether a line begins in the middle of a sentence, at the edge where the line above began.
    private func goesOn(_ index: Int) -> Bool {
        let line = lines[index]
        let first = text.tokens[line.tokens.lowerBound]
        return !line.startsBlock && !line.isColumn && !lines[index - 1].isColumn && line.indent == lines[index - 1].indent
            && (isInSentence(first, line) || endsInAddress(lines[index - 1])) && lines[index - 1].range.count >= Self.fullLine
    }

    /// «Лугоставська міська рада,» over an empty line: a letter turns to it so.
    private func isAddress(_ index: Int) -> Bool {
        lines[index].role == .body && text.tokens[lines[index].tokens.upperBound - 1].isMark(",") && index + 1 < lines.count
            && lines[index + 1].startsBlock
    }

    /// Behind the lines that go on with a sentence.
    private func brokenEnd(_ index: Int) -> Int {
        var end = index + 1
        while end < lines.count, end - index < Self.maximumBroken, goesOn(end) { end += 1 }
        return end
    }

    /// Tokens of a paragraph's first line with those of the lines that go on with its sentence; of a requisite only its own.
    func unbroken(at index: Int) -> Range<Int> {
        guard lines[index].startsBlock, text.tokens[lines[index].tokens.lowerBound].capitals != .none,
            ![.title, .addressee, .applicant, .documentName].contains(lines[index].role)
        else {
            return lines[index].tokens
        }
        return lines[index].tokens.lowerBound..<lines[brokenEnd(index) - 1].tokens.upperBound
    }

    /// Whether a line of the text is a piece of a sentence that was broken.
    func isPiece(at index: Int) -> Bool {
        guard lines[index].role == .text else { return false }
        // «Помічник народного депутата … / вих. № 17 від …»: a number below is no rest of a sentence.
        let isBroken = isBroken(at: index) && RegistrationForm.role(text, lines[index + 1].tokens) == nil
        return isBroken || index > 0 && lines[index - 1].role == .text && goesOn(index)
    }

    /// Whether a line is the beginning of a sentence that was broken at its end.
    func isBroken(at index: Int) -> Bool { index + 1 < lines.count && goesOn(index + 1) }

    /// «… живу в м. Лугостав по вул.»: the name stands on the next line.
    private func endsInAddress(_ line: LetterLine) -> Bool {
        guard let word = line.tokens.last(where: { text.tokens[$0].kind == .word }) else { return false }
        return word + 1 < line.tokens.upperBound && AddressMark(text, at: word, end: line.tokens.upperBound) != nil
    }

    /// A small letter, a bracket before one, or a number behind one.
    private func isInSentence(_ first: Token, _ line: LetterLine) -> Bool {
        let second = text.tokens[line.tokens].dropFirst().first
        let above = line.tokens.lowerBound > 0 ? text.tokens[line.tokens.lowerBound - 1] : first
        return first.kind == .word && first.capitals == .none
            || first.kind == .number && above.kind == .word && above.capitals == .none
                && above.letters.count > Self.longestAbbreviation
            || first.isMark("(") && second.map { $0.kind == .word && $0.capitals == .none } == true
    }

    /// Gives the lines below the text their roles, from the end upwards; answers where they begin.
    private mutating func markFoot() -> Int {
        var end = lines.count
        while end > bodyStart + 1 || (end > bodyStart && bodyStart > 0), lines.count - end < Self.maximumFootLines {
            let form = FootForm(lines[end - 1], text, above: end < lines.count ? lines[end] : nil)
            guard let role = form.role, !endsSentence(end - 1), role != .registration || !isNumberOfSentence(end - 1) else {
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

    /// «… найду на вас управу. Ковтонюк / Любов, вул. Шкільна, 20»: a line of prose above, broken within its last sentence.
    private func endsSentence(_ index: Int) -> Bool {
        guard index > bodyStart, !lines[index].startsBlock, !lines[index].isColumn, lines[index - 1].range.count >= Self.fullLine
        else {
            return false
        }
        let above = lines[index - 1].tokens
        guard text.tokens[above.upperBound - 1].kind == .word else { return false }
        return above.dropLast().contains { place in
            let next = text.tokens[place + 1]
            return (text.tokens[place].isMark("?") || text.tokens[place].isMark("!") || endsSentence(at: place))
                && next.capitals != .none
        }
    }

    /// «… надсилається копія наказу МОЗ / № 1789 від 05.11.2026.»: no registration.
    private func isNumberOfSentence(_ index: Int) -> Bool {
        continuesSentence(at: index) && lines[index - 1].tokens.contains { FiniteVerb.holds(text.tokens[$0], in: text) }
    }

    /// A full stop that is none of an abbreviation or initial.
    private func endsSentence(at place: Int) -> Bool {
        guard text.tokens[place].isMark("."), place > 0 else { return false }
        return text.tokens[place - 1].letters.count > Self.longestAbbreviation
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

    /// Octets of a line that may have been broken; Cyrillic letters have two.
    static let fullLine = 80
    private static let maximumBroken = 6
    /// Letters.
    private static let longestAbbreviation = 4
    /// Roles that the beginning of a sentence may seem to have: «Слідчим управлінням здійснюється …» seems an addressee.
    private static let mayBeBroken: Set<LetterLine.Role> = [.body, .salutation, .contacts, .addressee, .applicant, .title]
    private static let maximumColumns = 3
    /// Gaps and bars of one row.
    private static let maximumStarts = 6
    /// Lines a letterhead with addressees and title may have.
    private static let maximumHeadLines = 40
    private static let maximumFootLines = 25
}
