// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Terms, and what they run from.
extension DeadlineScanner {
    /// «протягом …».
    func within(at start: Int) -> Step? {
        guard start < end else { return nil }
        if DeadlineWord.past.knows(text.tokens[start], in: text) { return nil }
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
        if Self.todays.knows(text.tokens[index], in: text)
            || DeadlineWord.workingAdjective.knows(text.tokens[index], in: text)
        {
            index += 1
        }
        guard index < end, DeadlineWord.day.knows(text.tokens[index], in: text) else { return nil }
        let date = context.receivedAt.date
        return withTail(
            DeadlineMention(.explicit, .date(date, time: context.calendar.endOfWork(on: date)), start..<index + 1), at: index + 1)
    }

    /// What a term runs from: receipt, a day, or something that has not happened.
    func termTail(_ term: WrittenTerm, _ start: Int) -> Step {
        var mention = DeadlineMention(.term(term.term), .term(term.term), start..<term.tokens.upperBound)
        let index = term.tokens.upperBound
        guard index + 1 < end, Self.fromWords.knows(text.tokens[index], in: text) else {
            return withTail(startedLater(mention, at: index), at: index)
        }
        if let day = WrittenDay(text, at: index + 1, end: end, context), day.yearDay != nil {
            if let date = reckoned(term.term, from: day.date) {
                mention.rule = .date(date)
                mention.tokens = start..<day.tokens.upperBound
            }
            return withTail(mention, at: day.tokens.upperBound)
        }
        var noun = index + 1
        if noun < end, Self.startNouns.knows(text.tokens[noun], in: text) { noun += 1 }
        noun = behindFollowing(noun)
        while noun < end, Self.pronouns.knows(text.tokens[noun], in: text) { noun += 1 }
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

    /// «надсилати у п’ятиденний строк рішення про тарифи – з дня прийняття кожного рішення»: the term runs from what its sentence says at
    /// the end.
    private func startedLater(_ mention: DeadlineMention, at index: Int) -> DeadlineMention {
        guard let from = laterStart(index), case let noun = from + 2, noun < end else { return mention }
        var act = noun
        while act < end, Self.pronouns.knows(text.tokens[act], in: text) { act += 1 }
        guard act < end, text.tokens[act].kind == .word, !isReceipt(at: act),
            case .relativeToEvent(let rule)? = event(from: from, act)?.mention?.form
        else { return mention }
        let words = text.tokens[mention.tokens.lowerBound].range.lowerBound..<text.tokens[index - 1].range.upperBound
        var later = DeadlineMention(.relativeToEvent(rule: text.originalText(words).onOneLine + " " + rule), nil, mention.tokens)
        later.needsReview = true
        return later
    }

    /// The «з» of «– з дня його прийняття» in the rest of the sentence: behind a mark, or of what a pronoun points back to.
    private func laterStart(_ index: Int) -> Int? {
        for from in index..<max(index, min(end - 2, index + Self.laterReach)) {
            let token = text.tokens[from]
            if token.startsParagraph || token.isMark(";") || token.isMark(".") && !text.tokens[from + 1].isGlued { return nil }
            if token.kind == .word, let word = DeadlineWord.table.meaning(of: token, in: text), word.endsTerm { return nil }
            guard from > index, Self.fromWords.knows(token, in: text), Self.startNouns.knows(text.tokens[from + 1], in: text)
            else { continue }
            let isSet =
                text.tokens[from - 1].isMark("-") || text.tokens[from - 1].isMark(",") || text.tokens[from - 1].isMark("(")
            return isSet || Self.pronouns.knows(text.tokens[from + 2], in: text) ? from : nil
        }
        return nil
    }

    /// «з дня, що настає за днем отримання», «з дня, наступного за днем отримання»: the day of receipt is never counted anyway.
    private func behindFollowing(_ start: Int) -> Int {
        var index = start
        while index < end, index < start + Self.longestFollowing,
            text.tokens[index].isMark(",") || Self.following.knows(text.tokens[index], in: text)
        {
            if text.reads(text.tokens[index], "днем") { return index + 1 }
            index += 1
        }
        return start
    }

    func reckoned(_ term: Term, from date: CivilDate) -> CivilDate? {
        context.reckoning.dates(of: .term(term), receivedAt: WallTime(date: date, hour: 12))?.unmoved
    }

    /// «отримання цього листа», «надходження», «реєстрації запиту»: the letter itself came.
    func isReceipt(at noun: Int) -> Bool {
        if Self.acceptances.knows(text.tokens[noun], in: text) {
            return noun + 1 < end && Self.applications.knows(text.tokens[noun + 1], in: text)
        }
        guard Self.receipts.knows(text.tokens[noun], in: text) else { return false }
        var index = noun + 1
        while index < end, index < noun + 5 {
            let token = text.tokens[index]
            if token.kind != .word { return true }
            if Self.letters.knows(token, in: text) { return true }
            if Self.objects.knows(token, in: text) { return false }
            if !Self.pronouns.knows(token, in: text) { return Self.receiptVerbs.knows(token, in: text) }
            index += 1
        }
        return true
    }

    func endOfReceipt(_ noun: Int) -> Int {
        var index = noun + 1
        while index < end, index < noun + 5, text.tokens[index].kind == .word {
            if Self.letters.knows(text.tokens[index], in: text) { return index + 1 }
            guard Self.pronouns.knows(text.tokens[index], in: text) else { return index }
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
            if Self.eventStops.knows(token, in: text) || VerbalNoun.isInfinitive(token, in: text) { break }
            stop += 1
        }
        guard stop > noun else { return nil }
        let words = text.tokens[start].range.lowerBound..<text.tokens[stop - 1].range.upperBound
        let rule = text.originalText(words).onOneLine
        var mention = DeadlineMention(.relativeToEvent(rule: rule), nil, start..<stop)
        mention.needsReview = true
        guard !isBounding else { return Step(mention: mention, end: stop) }
        var inner = self
        inner.isBounding = true
        var index = stop
        while index < end, index < stop + 3,
            text.tokens[index].isMark(",") || Self.buts.knows(text.tokens[index], in: text)
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
