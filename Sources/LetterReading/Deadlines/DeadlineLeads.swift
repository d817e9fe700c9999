// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Words that lead on to a deadline: «у строк», «не пізніше», «за 3 дні до», «сьогодні до».
extension DeadlineScanner {
    /// «не пізніше (ніж) …», «не раніше …».
    func notLater(at start: Int) -> Step? {
        guard start < end, let isLater = DeadlineWord.later.meaning(of: text.tokens[start], in: text) else { return nil }
        var index = start + 1
        while index < end, DeadlineWord.than.knows(text.tokens[index], in: text) { index += 1 }
        guard isLater else { return Step(mention: nil, end: behindDay(index, reach: 3) ?? index) }
        if index < end, DeadlineWord.table.meaning(of: text.tokens[index], in: text) == .before, let step = before(at: index + 1)
        {
            return step
        }
        // «не пізніше, ніж до 20.11», «не пізніше протягом …».
        var skipped = index
        while skipped < end, skipped < index + 3,
            text.tokens[skipped].isMark(",") || text.tokens[skipped].isMark("-")
                || Self.leadFillers.knows(text.tokens[skipped], in: text)
                || DeadlineWord.than.knows(text.tokens[skipped], in: text)
        {
            skipped += 1
        }
        guard var step = target(at: skipped, .notLater) else { return nil }
        step.mention?.isStrong = true
        return step
    }

    /// «у строк до …», «у триденний строк», «у найкоротші строки», «у І декаді грудня», «у п’ятницю до 12:00».
    ///
    /// - Parameter isOn: «на»: «прогноз на наступний тиждень» says for when, not till when.
    func inside(at start: Int, isOn: Bool) -> Step? {
        guard start < end else { return nil }
        let token = text.tokens[start]
        if Self.flows.knows(token, in: text) { return within(at: start + 1) }
        // «на період до 12 серпня заборонити відвідування лісів»: how long it lasts.
        if isOn, start + 1 < end, Self.stretches.knows(token, in: text), text.reads(text.tokens[start + 1], "до") {
            return Step(mention: nil, end: behindDay(start + 2, reach: 3) ?? start + 1)
        }
        if DeadlineWord.terms.knows(token, in: text) { return termNoun(at: start) }
        // «у дні, визначені графіком».
        if text.reads(token, "дні"), let step = givenBehind(start), step.mention?.form == .manual { return step }
        if let period = WrittenPeriod(text, at: start, end: end, context, bareAllowed: false) {
            // «у вересні» of a letter of October is the September that was.
            guard period.sort != .year, period.last >= context.letterDate, !isOn, !period.isFar,
                !period.isAsLikelyPast(on: context.letterDate)
            else {
                return Step(mention: nil, end: period.tokens.upperBound)
            }
            var mention = DeadlineMention(.period, .date(period.last), start..<period.tokens.upperBound)
            mention.needsReview = period.isFar
            return withTail(mention, at: period.tokens.upperBound)
        }
        if let day = WrittenDay(text, at: start, end: end, context), day.weekday != nil,
            let time = trailingTime(day.tokens.upperBound),
            isUntil(day.tokens.upperBound)
        {
            return withTail(DeadlineMention(.explicit, .date(day.date, time: time.time), start..<time.end), at: time.end)
        }
        return nil
    }

    /// «Строк виконання – 20.11.2026», «у термін, визначений законом», «строк дії договору до …».
    func termNoun(at noun: Int) -> Step? {
        var index = noun + 1
        if let step = givenBehind(noun) { return step }
        // «Орієнтовний строк виконання робіт – грудень»: what is planned.
        if noun > 0, Self.planned.knows(text.tokens[noun - 1], in: text) {
            // «просимо надати інформацію про заплановані строки робіт до 20.11»: by then it is to be told of.
            if noun > 1, Self.about.knows(text.tokens[noun - 2], in: text) { return nil }
            return Step(mention: nil, end: behindDay(index, reach: Self.longestHeading) ?? index)
        }
        var words = 0
        var limit = noun + Self.longestHeading
        while index < end, index < limit {
            let token = text.tokens[index]
            if words > 0, let behind = behindLeader(index) {
                // «Строки порушено... 20.11.2026 відбулася нарада»
                guard !isTold(text.tokens[index - 1]) else { return nil }
                limit = behind + 3
                index = behind
                continue
            }
            if index > noun, token.startsParagraph || token.isMark(";") { return nil }
            if token.isMark("."), !token.isGlued || index + 1 >= end || text.tokens[index + 1].startsLine { return nil }
            if Self.expired.knows(token, in: text) || Self.pastEndings.fits(token, in: text) {
                return Step(mention: nil, end: behindDay(index, reach: 4) ?? index + 1)
            }
            // «продовжувати строк понад п’ять днів»
            if text.reads(token, ["понад", "свыше"]) {
                return Step(mention: nil, end: WrittenTerm(text, at: index + 1, end: end)?.tokens.upperBound ?? index + 1)
            }
            if DeadlineWord.validity.knows(token, in: text), words < 3 {
                let clause = (index..<min(end, index + 10)).first { text.tokens[$0].isMark(",") } ?? index + 10
                return Step(mention: nil, end: behindDay(index, reach: clause - index) ?? index + 1)
            }
            // «строки розгляду заяв порушуються: станом на 20.09»
            if token.isMark(":"), words > 0, isTold(text.tokens[index - 1]) { return nil }
            // «Термін подання звіту за III квартал – 13.11.2026»: what it is the report of.
            if text.reads(token, "за"), let period = WrittenPeriod(text, at: index + 1, end: end, context, bareAllowed: false) {
                index = period.tokens.upperBound
                continue
            }
            let isLead = token.kind == .word && Self.headingLeads.knows(token, in: text)
            if token.kind == .mark || isLead {
                index += 1
                continue
            }
            switch DeadlineWord.table.meaning(of: token, in: text) {
            case .not: if let step = notLater(at: index + 1) { return step.strong }
            case .within: return within(at: index + 1)?.strong
            case .urgent, .shortest: return nil
            default: break
            }
            if Self.contracts.knows(token, in: text) {
                return Step(mention: nil, end: behindDay(index, reach: Self.longestHeading) ?? index + 1)
            }
            let isNear = index == noun + 1 || !text.tokens[index - 1].isMark(",")
            if isNear, let step = target(at: index, .term) { return step.strong }
            if token.kind == .number { return nil }
            words += 1
            index += 1
        }
        return nil
    }

    /// «порушуються», «порушено»
    private func isTold(_ token: Token) -> Bool { FiniteVerb.holds(token, in: text) || FiniteVerb.isDone(token, in: text) }

    /// Behind the leader that joins the name of a field to what is written in it: «Кінцева дата ........ 04.08.2026».
    private func behindLeader(_ start: Int) -> Int? {
        let mark = text.tokens[start]
        guard mark.kind == .mark, Self.leaders.contains(mark.value) else { return nil }
        var index = start + 1
        while index < end, text.tokens[index].kind == .mark, text.tokens[index].value == mark.value { index += 1 }
        return index - start > 1 || mark.isMark("…") ? index : nil
    }

    /// «кінцева дата подання – 20.11», «граничний термін: …».
    func final(at index: Int) -> Step? {
        let next = index + 1
        guard next < end else { return nil }
        if Self.dateWords.knows(text.tokens[next], in: text)
            || DeadlineWord.terms.knows(text.tokens[next], in: text)
        {
            return termNoun(at: next)
        }
        return nil
    }

    /// «у найкоротший строк», «у можливо короткий термін», «найближчим часом».
    func shortest(at start: Int) -> Step? {
        var index = start + 1
        while index < end, index <= start + 2, text.tokens[index].kind == .word {
            if DeadlineWord.terms.knows(text.tokens[index], in: text)
                || Self.times.knows(text.tokens[index], in: text)
            {
                return Step(mention: DeadlineMention(.manual, nil, start..<index + 1), end: index + 1)
            }
            index += 1
        }
        return nil
    }

    /// «сьогодні до 16:00», «завтра, до 10:00», «завтра о 10:00» is an event.
    func today(at start: Int) -> Step? {
        guard let day = WrittenDay(text, at: start, end: end, context) else { return nil }
        var index = day.tokens.upperBound
        if index < end, text.tokens[index].isMark(",") { index += 1 }
        guard index < end else {
            return acceptsBare && start == 0 ? explicit(day, nil, start) : nil
        }
        if DeadlineWord.table.meaning(of: text.tokens[index], in: text) == .until {
            if let step = endOf(at: min(index + 1, end - 1)), index + 1 < end { return onDay(day.date, step, start) }
            if let time = trailingTime(index) {
                return withTail(DeadlineMention(.explicit, .date(day.date, time: time.time), start..<time.end), at: time.end)
            }
        }
        if DeadlineWord.table.meaning(of: text.tokens[index], in: text) == .not, let step = notLater(at: index + 1) {
            return onDay(day.date, step, start)
        }
        return nil
    }

    func onDay(_ date: CivilDate, _ step: Step, _ start: Int) -> Step {
        var mention = step.mention
        if case .date(_, let time) = mention?.rule { mention?.rule = .date(date, time: time) }
        return Step(mention: mention, end: step.end)
    }

    /// «за 3 дні до засідання», «за 5 робочих днів до 20.11.2026».
    func before(at start: Int) -> Step? {
        guard let term = WrittenTerm(text, at: start, end: end), term.tokens.upperBound + 1 < end,
            DeadlineWord.table.meaning(of: text.tokens[term.tokens.upperBound], in: text) == .until
        else { return nil }
        let noun = term.tokens.upperBound + 1
        if let day = WrittenDay(text, at: noun, end: end, context) {
            let date: CivilDate
            switch term.term {
            case .calendarDays(let count): date = day.date.adding(days: -count)
            case .workingDays(let count): date = context.calendar.adding(workingDays: -count, to: day.date)
            case .months(let count): date = day.date.adding(months: -count)
            case .hours(let count): date = day.date.adding(days: -(count + 23) / 24)
            }
            return withTail(DeadlineMention(.relative, .date(date), start..<day.tokens.upperBound), at: day.tokens.upperBound)
        }
        return event(from: start, noun)
    }

    /// «надати документи за 3 робочі дні», «вимагаємо за 48 годин надати»; «за 10 місяців» is what a report is of.
    func inWorkingDays(at start: Int) -> Step? {
        guard let term = WrittenTerm(text, at: start, end: end) else { return nil }
        let behind = term.tokens.upperBound
        let isEnd = behind >= end || text.tokens[behind].kind == .mark
        switch term.term {
        case .workingDays where isEnd: return termTail(term, start)
        case .hours where behind < end && (isEnd || VerbalNoun.isInfinitive(text.tokens[behind], in: text)):
            return termTail(term, start)
        case .workingDays, .hours, .calendarDays, .months: return nil
        }
    }

    /// «по 20.11.2026 включно»; without «включно» it ends what lasts.
    func through(at start: Int) -> Step? {
        guard let day = WrittenDay(text, at: start, end: end, context), day.yearDay != nil else { return nil }
        let behind = day.tokens.upperBound
        let mark = behind < end && (text.tokens[behind].isMark("(") || text.tokens[behind].isMark(",")) ? behind + 1 : behind
        guard mark < end, DeadlineWord.inclusive.knows(text.tokens[mark], in: text) else { return nil }
        return explicit(day, nil, start)
    }

    /// «через 5 днів після отримання листа»; «через 5 днів» alone tells of something that happens.
    func afterReceipt(at start: Int) -> Step? {
        guard let term = WrittenTerm(text, at: start, end: end), term.tokens.upperBound + 1 < end,
            Self.fromWords.knows(text.tokens[term.tokens.upperBound], in: text)
        else { return nil }
        var noun = term.tokens.upperBound + 1
        while noun + 1 < end, noun < term.tokens.upperBound + 4, !isReceipt(at: noun) { noun += 1 }
        return isReceipt(at: noun) ? termTail(term, start) : nil
    }

    /// «кожні два тижні», «раз на два тижні»: a person must set the days.
    func everyFew(at start: Int) -> Step? {
        var index = start + 1
        while index < end, index < start + 3, Self.fewLeads.knows(text.tokens[index], in: text) { index += 1 }
        let isCounted = index < end && (text.tokens[index].kind == .number || Numerals.cardinal(text, at: index, end: end) != nil)
        guard isCounted, let term = WrittenTerm(text, at: index, end: end), !term.isAdjective else { return nil }
        var mention = DeadlineMention(.manual, nil, start..<term.tokens.upperBound)
        mention.needsReview = true
        return Step(mention: mention, end: term.tokens.upperBound)
    }

    /// «доповісти 20.11.2026», «подати інформацію 20 листопада».
    func report(at start: Int) -> Step? {
        var index = start
        if index < end, Self.reported.knows(text.tokens[index], in: text) { index += 1 }
        if index < end, text.tokens[index].isMark("-") || text.tokens[index].isMark(":") { index += 1 }
        guard let day = WrittenDay(text, at: index, end: end, context), day.yearDay != nil else { return nil }
        return explicit(day, nil, index)
    }

    /// A day or a term that stands alone.
    func bare(at start: Int) -> Step? {
        guard
            start == 0
                || !text.tokens[start].isGlued && (text.tokens[start - 1].isMark("/") || text.tokens[start - 1].isMark(";"))
        else { return nil }
        let step: Step?
        if let day = WrittenDay(text, at: start, end: end, context), !day.isRelative {
            step = explicit(day, nil, start)
        } else if let term = WrittenTerm(text, at: start, end: end), !term.isAdjective {
            step = termTail(term, start)
        } else {
            step = nil
        }
        guard let step,
            step.end >= end || text.tokens[step.end].isMark("/") || text.tokens[step.end].isMark(".")
                || text.tokens[step.end].isMark(";")
        else { return nil }
        return step
    }
}
