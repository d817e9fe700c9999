// SPDX-License-Identifier: Apache-2.0

/// Sentences over several lines, as mailers and the text layers of PDF break them: which line goes on with the one above it.
extension LetterLayout {
    /// «Виконавча служба пів року не стягує аліменти з мого / колишнього чоловіка …»: a long line that was broken may look like the name
    /// of a body; with the lines that go on with it, it is text.
    func isBrokenText(_ index: Int, _ role: LetterLine.Role, _ stage: LineForm.Stage) -> Bool {
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

    /// Whether a line begins in the middle of a sentence, at the edge where the line above, a full one, began.
    func goesOn(_ index: Int) -> Bool {
        let line = lines[index]
        let first = text.tokens[line.tokens.lowerBound]
        return !line.startsBlock && !line.isColumn && !lines[index - 1].isColumn && line.indent == lines[index - 1].indent
            && (isInSentence(first, line) || endsInAddress(lines[index - 1])) && lines[index - 1].range.count >= Self.fullLine
    }

    /// «… найду на вас управу. Ковтонюк / Любов, вул. Шкільна, 20»: a line of prose above, broken within its last sentence.
    func isRestOfSentence(_ index: Int) -> Bool {
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
    func isNumberOfSentence(_ index: Int) -> Bool {
        continuesSentence(at: index) && lines[index - 1].tokens.contains { FiniteVerb.holds(text.tokens[$0], in: text) }
    }

    /// A full stop that is none of an abbreviation or initial.
    private func endsSentence(at place: Int) -> Bool {
        guard text.tokens[place].isMark("."), place > 0 else { return false }
        return text.tokens[place - 1].letters.count > Self.longestAbbreviation
    }

    /// Whether a line of dates and numbers is a piece of a sentence that began above it, as in a text broken at a fixed width.
    func continuesSentence(at position: Int) -> Bool {
        let line = lines[position]
        guard position > 0, !line.startsBlock, !line.isColumn else { return false }
        let above = lines[position - 1]
        guard above.role == .text || above.role == .title else { return false }
        // «ОБЛАСНИЙ ШТАБ / вих. 02.01.2027 № Ш-7», «20 лютого 2027 року / № 692»: no sentence above.
        if above.role == .text, isHeading(above) || isDate(at: position - 1) { return false }
        let (last, first) = (text.tokens[above.tokens.upperBound - 1], text.tokens[line.tokens.lowerBound])
        // «… доручення Міністерства / України від / 22.03.2026 № 26-01/4772»: broken twice, so that short lines stand between long ones.
        if last.isMark("№") || Self.governing.knows(last, in: text) { return true }
        let isBrokenTwice = position > 1 && !above.startsBlock && lines[position - 2].tokens.count >= 7
        guard above.tokens.count >= 5 || isBrokenTwice, !last.isMark("."), !last.isMark(":") else { return false }
        if first.kind == .word, first.capitals == .none { return true }
        if first.isMark("№"), last.kind == .word || last.kind == .number, above.tokens.count >= 5 { return true }
        guard first.kind == .word || first.isMark("(") else { return isBrokenAbove(last, above, isBrokenTwice) }
        // «… розпорядженням Кабінету Міністрів / України від 14.04.2021 № 366-р.».
        if above.range.count >= LetterLayout.fullLine, last.kind == .word, !RegistrationForm.isFiller(first, in: text) {
            return true
        }
        return isBrokenAbove(last, above, isBrokenTwice)
    }

    private func isBrokenAbove(_ last: Token, _ above: LetterLine, _ isBrokenTwice: Bool) -> Bool {
        (above.tokens.count >= 7 || isBrokenTwice || above.range.count >= LetterLayout.fullLine)
            && (last.isMark(",") || (last.kind == .word && last.capitals == .none))
    }

    private func isHeading(_ line: LetterLine) -> Bool {
        line.tokens.count <= Self.longestHeading && LetterCase.isCapitals(text.tokens[line.tokens].filter { $0.kind == .word })
    }

    /// A date alone on a line that itself goes on with nothing.
    private func isDate(at position: Int) -> Bool {
        let line = lines[position]
        guard let date = WrittenDate(text, at: line.tokens.lowerBound, end: line.tokens.upperBound),
            date.tokens.upperBound == line.tokens.upperBound
        else { return false }
        guard position > 0, !line.startsBlock else { return true }
        let above = lines[position - 1]
        return above.startsBlock && position == 1 || text.tokens[above.tokens.upperBound - 1].isMark(".")
    }

    private static let longestHeading = 16
    /// What a date or a number follows.
    private static let governing = StemTable<Bool>([("від от за та і до під", true)])

    /// Octets of a line that may have been broken; Cyrillic letters have two.
    static let fullLine = 80
    private static let maximumBroken = 6
    /// Roles that the beginning of a sentence may seem to have: «Слідчим управлінням здійснюється …» seems an addressee.
    private static let mayBeBroken: Set<LetterLine.Role> = [.body, .salutation, .contacts, .addressee, .applicant, .title]
    /// Letters.
    private static let longestAbbreviation = 4
}
