// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Terms that a law or a paper gives: «у триденний строк», «у встановлений законом строк», «у строк, визначений дорученням».
extension DeadlineScanner {
    /// «триденний строк», «3-денний термін», «10 денний».
    func adjectival(at start: Int) -> Step? {
        guard WrittenTerm.mayBeginAdjective(text.tokens[start], in: text),
            let term = WrittenTerm(text, at: start, end: end), term.isAdjective
        else { return nil }
        var index = term.tokens.upperBound
        var sawNoun = false
        while index < end, index < term.tokens.upperBound + 2, text.tokens[index].kind == .word {
            if DeadlineWord.terms.knows(text.tokens[index], in: text) {
                sawNoun = true
                index += 1
                break
            }
            index += 1
        }
        guard sawNoun || acceptsBare && term.tokens.upperBound >= end else { return nil }
        let whole = WrittenTerm(extending: term, to: sawNoun ? index : term.tokens.upperBound)
        var step = termTail(whole, start)
        if sawNoun, let law = givenBehind(index - 1), law.mention?.form == .statutory { step = ofLaw(step, end: law.end) }
        step.mention?.isStrong = true
        return step
    }

    /// ``adjectival(at:)`` with no word of time before it; «порушення семиденного строку», «сплив десятиденного терміну» tell of a term.
    func freeTerm(at start: Int) -> Step? {
        guard let step = adjectival(at: start), let mention = step.mention else { return nil }
        let isTold = Self.genitiveTerms.isMet(in: mention.tokens, of: text)
        return isTold && !acceptsBare ? Step(mention: nil, end: step.end) : step
    }

    /// «у п’ятиденний термін, визначений законом»: the five days the law gives for information are working days (2939-VI, art. 20).
    private func ofLaw(_ step: Step, end: Int) -> Step {
        guard var mention = step.mention, mention.form == .term(.calendarDays(Self.daysForInformation)) else { return step }
        mention.form = .term(.workingDays(Self.daysForInformation))
        mention.rule = .term(.workingDays(Self.daysForInformation))
        mention.tokens = mention.tokens.lowerBound..<max(end, mention.tokens.upperBound)
        return Step(mention: mention, end: max(end, step.end))
    }

    /// «у встановлений законом строк».
    func given(at start: Int) -> Step? {
        var index = start + 1
        while index < end, index <= start + 4, text.tokens[index].kind == .word || text.tokens[index].isMark("\""),
            !endsGiven(index)
        {
            if DeadlineWord.terms.knows(text.tokens[index], in: text) {
                // «дотримання встановлених строків» is no term itself.
                if Self.genitiveTerms.knows(text.tokens[index], in: text), !isLed(start) {
                    return Step(mention: nil, end: index + 1)
                }
                // «у визначені Рахунковою палатою строки» are whatever that body sets.
                let isOfBody = (start + 1..<index).contains { text.tokens[$0].capitals != .none }
                return isOfBody
                    ? Step(mention: nil, end: index + 1)
                    : givenTerm(words: start..<min(end, index + 4), start, index + 1, at: start)
            }
            index += 1
        }
        return nil
    }

    /// «протягом встановленого строку», «до визначеного терміну».
    private func isLed(_ start: Int) -> Bool {
        guard start > 0 else { return acceptsBare }
        switch DeadlineWord.table.meaning(of: text.tokens[start - 1], in: text) {
        case .within, .until, .inside: return true
        default: return acceptsBare
        }
    }

    /// «Зважаючи на зазначене, просимо у двотижневий строк»: the term behind a verb or a preposition of its own is another one.
    private func endsGiven(_ index: Int) -> Bool {
        let token = text.tokens[index]
        switch DeadlineWord.table.meaning(of: token, in: text) {
        case .inside, .within, .until, .not: return true
        default: return FiniteVerb.holds(token, in: text) || VerbalNoun.isInfinitive(token, in: text)
        }
    }

    /// «у строк, визначений дорученням», «строки, встановлені Законом».
    func givenBehind(_ noun: Int) -> Step? {
        var index = noun + 1
        if index < end, text.tokens[index].isMark(",") { index += 1 }
        if index < end, Self.which.knows(text.tokens[index], in: text) { index += 1 }
        guard index < end, DeadlineWord.table.meaning(of: text.tokens[index], in: text) == .given else { return nil }
        return givenTerm(words: index..<min(end, index + 7), noun, min(end, index + 2), at: index)
    }

    func givenTerm(words: Range<Int>, _ start: Int, _ stop: Int, at given: Int) -> Step? {
        for index in words {
            let token = text.tokens[index]
            if index > words.lowerBound, token.isMark(".") || token.isMark(";") || token.isMark(",") { break }
            if DeadlineWord.laws.knows(token, in: text) {
                return Step(mention: DeadlineMention(.statutory, nil, start..<max(stop, index + 1)), end: max(stop, index + 1))
            }
            if DeadlineWord.papers.knows(token, in: text) {
                return Step(mention: DeadlineMention(.manual, nil, start..<max(stop, index + 1)), end: max(stop, index + 1))
            }
        }
        // «у зазначений строк» speaks of a day named elsewhere.
        if Self.pointing.knows(text.tokens[given], in: text) { return Step(mention: nil, end: stop) }
        return Step(mention: DeadlineMention(.statutory, nil, start..<stop), end: stop)
    }
}
