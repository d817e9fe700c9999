// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Terms, and what they run from.
extension DeadlineScanner {
    /// «протягом …».
    func within(at start: Int) -> Step? {
        guard start < end else { return nil }
        if DeadlineWord.past.meaning(of: text.tokens[start], in: text) != nil { return nil }
        if let step = wholeDay(at: start) { return step }
        if let period = WrittenPeriod(text, at: start, end: end, context, bareAllowed: false) {
            guard period.last >= context.letterDate else { return Step(mention: nil, end: period.tokens.upperBound) }
            var mention = DeadlineMention(.period, .date(period.last), start..<period.tokens.upperBound)
            mention.needsReview = period.isFar
            return withTail(mention, at: period.tokens.upperBound)
        }
        guard let term = WrittenTerm(text, at: start, end: end) else { return nil }
        return termTail(term, start)
    }

    /// «(робочого) дня», «сьогоднішнього дня»: till the office closes.
    func wholeDay(at start: Int) -> Step? {
        var index = start
        if Self.todays.meaning(of: text.tokens[index], in: text) != nil
            || DeadlineWord.workingAdjective.meaning(of: text.tokens[index], in: text) != nil
        {
            index += 1
        }
        guard index < end, DeadlineWord.day.meaning(of: text.tokens[index], in: text) != nil else { return nil }
        let date = context.receivedAt.date
        return withTail(
            DeadlineMention(.explicit, .date(date, time: context.calendar.endOfWork(on: date)), start..<index + 1), at: index + 1)
    }

    /// What a term runs from: receipt, a day, or something that has not happened.
    func termTail(_ term: WrittenTerm, _ start: Int) -> Step {
        var mention = DeadlineMention(.term(term.term), .term(term.term), start..<term.tokens.upperBound)
        let index = term.tokens.upperBound
        guard index + 1 < end, Self.fromWords.meaning(of: text.tokens[index], in: text) != nil else {
            return withTail(mention, at: index)
        }
        if let day = WrittenDay(text, at: index + 1, end: end, context), day.yearDay != nil {
            if let date = reckoned(term.term, from: day.date) {
                mention.rule = .date(date)
                mention.tokens = start..<day.tokens.upperBound
            }
            return withTail(mention, at: day.tokens.upperBound)
        }
        var noun = index + 1
        if noun < end, Self.startNouns.meaning(of: text.tokens[noun], in: text) != nil { noun += 1 }
        while noun < end, Self.pronouns.meaning(of: text.tokens[noun], in: text) != nil { noun += 1 }
        guard noun < end, text.tokens[noun].kind == .word else { return withTail(mention, at: index) }
        if let day = WrittenDay(text, at: noun, end: end, context), day.yearDay != nil,
            let date = reckoned(term.term, from: day.date)
        {
            mention.rule = .date(date)
            return withTail(mention, at: day.tokens.upperBound)
        }
        if isReceipt(at: noun) { return withTail(mention, at: endOfReceipt(noun)) }
        return event(from: term.tokens.lowerBound, noun) ?? withTail(mention, at: index)
    }

    func reckoned(_ term: Term, from date: CivilDate) -> CivilDate? {
        context.reckoning.dates(of: .term(term), receivedAt: WallTime(date: date, hour: 12))?.unmoved
    }

    /// «отримання цього листа», «надходження», «реєстрації запиту»: the letter itself came.
    func isReceipt(at noun: Int) -> Bool {
        guard Self.receipts.meaning(of: text.tokens[noun], in: text) != nil else { return false }
        var index = noun + 1
        while index < end, index < noun + 5 {
            let token = text.tokens[index]
            if token.kind != .word { return true }
            if Self.letters.meaning(of: token, in: text) != nil { return true }
            if Self.objects.meaning(of: token, in: text) != nil { return false }
            if Self.pronouns.meaning(of: token, in: text) == nil { return Self.receiptVerbs.meaning(of: token, in: text) != nil }
            index += 1
        }
        return true
    }

    func endOfReceipt(_ noun: Int) -> Int {
        var index = noun + 1
        while index < end, index < noun + 5, text.tokens[index].kind == .word {
            if Self.letters.meaning(of: text.tokens[index], in: text) != nil { return index + 1 }
            guard Self.pronouns.meaning(of: text.tokens[index], in: text) != nil else { return index }
            index += 1
        }
        return index
    }

    /// A term from, or a time before, something without a day; with «але не пізніше …» as its bound.
    func event(from start: Int, _ noun: Int) -> Step? {
        var stop = noun
        while stop < end, stop - noun < Self.longestEvent {
            let token = text.tokens[stop]
            if token.kind == .mark, !token.isMark("\""), !token.isMark("-"), !token.isMark("№") { break }
            if stop > noun, token.startsParagraph { break }
            if Self.eventStops.meaning(of: token, in: text) != nil { break }
            stop += 1
        }
        guard stop > noun else { return nil }
        let words = text.tokens[start].range.lowerBound..<text.tokens[stop - 1].range.upperBound
        let rule = text.originalText(words).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var mention = DeadlineMention(.relativeToEvent(rule: rule), nil, start..<stop)
        mention.needsReview = true
        guard !isBounding else { return Step(mention: mention, end: stop) }
        var inner = self
        inner.isBounding = true
        var index = stop
        while index < end, index < stop + 3,
            text.tokens[index].isMark(",") || Self.buts.meaning(of: text.tokens[index], in: text) != nil
        {
            index += 1
        }
        if index < end, DeadlineWord.table.meaning(of: text.tokens[index], in: text) == .not,
            let bound = inner.notLater(at: index + 1),
            let rule = bound.mention?.rule
        {
            let dates = context.reckoning.dates(of: rule, receivedAt: context.receivedAt)
            mention.upperBound = dates?.unmoved
            mention.tokens = start..<bound.end
            return Step(mention: mention, end: bound.end)
        }
        return Step(mention: mention, end: stop)
    }
}
