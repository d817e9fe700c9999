// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// What «до», «не пізніше» and «термін:» lead to: days, times, periods.
extension DeadlineScanner {
    enum Lead { case until, notLater, term }

    /// What «до», «не пізніше» or «термін:» leads to.
    func target(at start: Int, _ lead: Lead) -> Step? {
        guard start < end, text.tokens[start].kind != .word || Self.targets.mayKnow(text.tokens[start]) else { return nil }
        return endOf(at: start) ?? startOf(at: start, lead) ?? clock(at: start) ?? day(at: start) ?? nextDay(at: start)
            ?? lastDay(at: start) ?? cyclic(at: start) ?? period(at: start, lead) ?? term(at: start, lead)
    }

    /// The words any of them begins with.
    private static let targets = WordGlance(
        [DeadlineWord.ends.slots, DeadlineWord.starts.slots, lastWords.slots] + Every.beginnings + WrittenTime.beginnings
            + WrittenDay.beginnings + WrittenPeriod.beginnings + WrittenTerm.firstWords)

    /// «кінця (робочого) дня 13.11.2026», «кінця тижня», «завершення IV кварталу».
    func endOf(at start: Int) -> Step? {
        guard DeadlineWord.ends.knows(text.tokens[start], in: text), start + 1 < end else { return nil }
        var index = start + 1
        if let every = Every(text, at: index, end: end) {
            var reading = RecurrenceReading(text, from: every.tokens.upperBound, end: end, context)
            reading.readOn()
            return recurring(reading, every, start)
        }
        if DeadlineWord.workingAdjective.knows(text.tokens[index], in: text) { index += 1 }
        var shift: Int?
        if index + 1 < end, let found = WrittenDay.shifts.meaning(of: text.tokens[index], in: text) {
            shift = found
            if DeadlineWord.workingAdjective.knows(text.tokens[index + 1], in: text) { index += 1 }
        }
        let nounIndex = shift == nil ? index : index + 1
        if nounIndex < end,
            DeadlineWord.day.knows(text.tokens[nounIndex], in: text)
                || Self.wholeDays.knows(text.tokens[nounIndex], in: text)
        {
            return endOfDay(start, nounIndex + 1, shift ?? 0)
        }
        if let day = WrittenDay(text, at: index, end: end, context), day.weekday != nil || day.isRelative {
            return endOfDay(start, index, 0)
        }
        guard let period = WrittenPeriod(text, at: index, end: end, context) else { return nil }
        var mention = DeadlineMention(.relative, nil, start..<period.tokens.upperBound)
        if period.sort == .week {
            let day = period.first <= context.receivedAt.date ? context.receivedAt.date : period.first
            mention.rule = .endOfWeek(of: day, time: trailingTime(period.tokens.upperBound)?.time)
        } else {
            mention.rule = .date(period.last, time: trailingTime(period.tokens.upperBound)?.time)
        }
        mention.needsReview = period.isFar
        return withTail(mention, at: trailingTime(period.tokens.upperBound)?.end ?? period.tokens.upperBound)
    }

    func endOfDay(_ start: Int, _ after: Int, _ shift: Int) -> Step? {
        var index = after
        if index < end, text.tokens[index].isMark(",") || text.tokens[index].isMark("(") { index += 1 }
        var date = context.receivedAt.date
        var stop = after
        var isFar = false
        if shift > 0 { date = context.calendar.workingDay(after: date) }
        if let day = WrittenDay(text, at: index, end: end, context) {
            (date, stop, isFar) = (day.date, day.tokens.upperBound, day.isFar)
        }
        var mention = DeadlineMention(.explicit, .date(date, time: context.calendar.endOfWork(on: date)), start..<stop)
        mention.needsReview = isFar
        return withTail(mention, at: stop)
    }

    /// «початку опалювального сезону»: an event without a day.
    func startOf(at start: Int, _ lead: Lead) -> Step? {
        guard DeadlineWord.starts.knows(text.tokens[start], in: text) else { return nil }
        if let period = WrittenPeriod(text, at: start + 1, end: end, context, bareAllowed: false) {
            let mention = DeadlineMention(.relative, .date(period.first.adding(days: -1)), start..<period.tokens.upperBound)
            return withTail(mention, at: period.tokens.upperBound)
        }
        return event(from: start, start + 1)
    }

    /// «15:00 13.11.2026», «12 год. 00 хв. 13 листопада», «10:00 завтра», «15:00 щоп’ятниці», «15:00».
    func clock(at start: Int) -> Step? {
        guard let clock = WrittenTime(text, at: start, end: end) else { return nil }
        var index = clock.tokens.upperBound
        if index < end, text.tokens[index].isMark(",") || text.tokens[index].isMark("(") { index += 1 }
        if let every = Every(text, at: index, end: end) {
            var reading = RecurrenceReading(text, from: every.tokens.upperBound, end: end, context)
            reading.take(clock.time)
            reading.readOn()
            return recurring(reading, every, start)
        }
        if let day = WrittenDay(text, at: index, end: end, context), day.monthDay == nil || day.isRelative {
            return explicit(day, clock.time, start)
        }
        // `10.12` without more is the tenth of December.
        if !clock.isPlain, WrittenDay(text, at: start, end: end, context) != nil { return nil }
        let afterUnit = clock.tokens.upperBound
        if afterUnit < end, Self.measures.knows(text.tokens[afterUnit], in: text) { return nil }
        return withTail(
            DeadlineMention(.explicit, .date(context.receivedAt.date, time: clock.time), start..<clock.tokens.upperBound),
            at: clock.tokens.upperBound)
    }

    func day(at start: Int) -> Step? {
        if let pair = pairOfDays(at: start) { return pair }
        guard let day = WrittenDay(text, at: start, end: end, context) else { return nil }
        // «до сьогодні не вирішено» is no deadline.
        if day.date == context.receivedAt.date, day.isRelative, day.monthDay == nil, day.weekday == nil { return nil }
        return explicit(day, nil, start)
    }

    /// «1 та 15 грудня 2026 року»: two days of one month.
    private func pairOfDays(at start: Int) -> Step? {
        guard (1...2).contains(text.tokens[start].digitCount), (1...31).contains(text.tokens[start].value) else { return nil }
        let joint = Numerals.suffixEnd(text, after: start + 1, end: end)
        guard joint + 1 < end,
            text.tokens[joint].isMark(",") || DeadlineWord.and.knows(text.tokens[joint], in: text),
            !text.tokens[joint].isGlued || text.tokens[joint].isMark(","),
            let later = WrittenDay(text, at: joint + 1, end: end, context), later.yearDay != nil,
            text.tokens[start].value < later.date.day
        else { return nil }
        var mention = DeadlineMention(
            .explicit, .date(later.date.with(day: text.tokens[start].value)), start..<later.tokens.upperBound)
        mention.second = later.date
        return withTail(mention, at: later.tokens.upperBound)
    }

    /// A day with what may stand behind it: its time, «щороку», «та до 15.01.2027».
    func explicit(_ day: WrittenDay, _ before: TimeOfDay?, _ start: Int) -> Step {
        var index = day.tokens.upperBound
        var time = before
        if index < end, text.tokens[index].isMark(")") { index += 1 }
        if index < end, DeadlineWord.inclusive.knows(text.tokens[index], in: text) { index += 1 }
        if let named = bracketedWeekday(index) { index = named }
        if day.weekday != nil, let exact = appositive(index) { return explicit(exact, before, start) }
        if let cyclic = cyclic(after: day, before, start) { return cyclic }
        if time == nil, let trailing = trailingTime(index) {
            time = trailing.time
            index = trailing.end
        }
        var mention = DeadlineMention(
            day.isRelative && time == nil && !isTomorrow(day) ? .relative : .explicit, .date(day.date, time: time), start..<index)
        mention.needsReview = day.isFar
        if let second = secondDay(index) {
            if let every = Every(text, at: second.end, end: end), every.rate == .year || every.rate == .halfYear {
                var reading = RecurrenceReading(text, from: every.tokens.upperBound, end: end, context)
                reading.take(day)
                reading.take(second.day)
                return recurring(reading, every, start)
            }
            if second.day.date > day.date {
                mention.second = second.day.date
                mention.tokens = start..<second.end
                return withTail(mention, at: second.end)
            }
        }
        return withTail(mention, at: index)
    }

    /// «20.11.2026 (п’ятниця)».
    func bracketedWeekday(_ start: Int) -> Int? {
        guard start + 2 < end, text.tokens[start].isMark("("), text.tokens[start + 2].isMark(")"),
            WrittenDay.weekdays.knows(text.tokens[start + 1], in: text)
        else { return nil }
        return start + 3
    }

    func isTomorrow(_ day: WrittenDay) -> Bool { day.weekday == nil && day.monthDay == nil }

    /// «до п’ятниці, 20 листопада»; «до понеділка (16.11.2026)».
    func appositive(_ start: Int) -> WrittenDay? {
        guard start + 1 < end else { return nil }
        let isSet = text.tokens[start].isMark(",") || text.tokens[start].isMark("(") || text.tokens[start].isMark("-")
        guard let day = WrittenDay(text, at: isSet ? start + 1 : start, end: end, context), day.yearDay != nil else { return nil }
        return day
    }

    /// «до 10 числа щомісяця», «до 1 лютого щороку», «до 5 числа місяця, наступного за звітним».
    func cyclic(after day: WrittenDay, _ time: TimeOfDay?, _ start: Int) -> Step? {
        var reading = RecurrenceReading(text, from: day.tokens.upperBound, end: end, context)
        reading.take(day)
        reading.take(time)
        var index = day.tokens.upperBound
        if index < end, text.tokens[index].isMark(",") || text.tokens[index].isMark("(") { index += 1 }
        if let every = Every(text, at: index, end: end) {
            guard day.monthDay != nil || every.rate == .year || every.rate == .halfYear || every.rate == .quarter else {
                return nil
            }
            var further = RecurrenceReading(text, from: every.tokens.upperBound, end: end, context)
            further.take(day)
            further.take(time)
            further.readOn()
            return recurring(further, every, start)
        }
        guard day.monthDay != nil else { return nil }
        reading.readOn()
        guard reading.isForReports else { return nil }
        if let every = Every(text, at: reading.index, end: end) {
            return recurring(reading, every, start, end: every.tokens.upperBound)
        }
        return recurring(reading, rate: reading.isForQuarters ? .quarter : .month, weekdays: [], start, end: reading.index)
    }

    /// «кожної п’ятниці», «кожного місяця» right behind «до».
    func cyclic(at start: Int) -> Step? { Every(text, at: start, end: end).flatMap { recurring($0)?.moved(to: start) } }

    /// «наступного (робочого) дня».
    func nextDay(at start: Int) -> Step? {
        guard start + 1 < end, WrittenDay.shifts.meaning(of: text.tokens[start], in: text) == 1 else { return nil }
        var index = start + 1
        let isWorking = DeadlineWord.workingAdjective.knows(text.tokens[index], in: text)
        if isWorking { index += 1 }
        guard index < end, DeadlineWord.day.knows(text.tokens[index], in: text) else { return nil }
        let term: Term = isWorking ? .workingDays(1) : .calendarDays(1)
        let time = trailingTime(index + 1)
        if let time {
            let date =
                isWorking ? context.calendar.workingDay(after: context.receivedAt.date) : context.receivedAt.date.adding(days: 1)
            return withTail(DeadlineMention(.explicit, .date(date, time: time.time), start..<time.end), at: time.end)
        }
        return withTail(DeadlineMention(.term(term), .term(term), start..<index + 1), at: index + 1)
    }

    /// «останнього (робочого) дня листопада», «останнього числа місяця».
    func lastDay(at start: Int) -> Step? {
        guard start + 2 < end, Self.lastWords.knows(text.tokens[start], in: text) else { return nil }
        var index = start + 1
        let isWorking = DeadlineWord.workingAdjective.knows(text.tokens[index], in: text)
        if isWorking { index += 1 }
        guard index + 1 < end, Self.dayOrNumber.knows(text.tokens[index], in: text) else { return nil }
        if let every = Every(text, at: index + 1, end: end), every.rate == .month {
            return withTail(
                DeadlineMention(
                    .recurring(.monthly(days: [-1])), .recurring(.monthly(days: [-1])), start..<every.tokens.upperBound),
                at: every.tokens.upperBound)
        }
        guard let period = WrittenPeriod(text, at: index + 1, end: end, context) else { return nil }
        let day = isWorking ? context.calendar.lastWorkingDay(onOrBefore: period.last) : period.last
        return withTail(DeadlineMention(.relative, .date(day), start..<period.tokens.upperBound), at: period.tokens.upperBound)
    }

    /// «не пізніше І кварталу 2027 року», «до грудня», «до середини листопада».
    func period(at start: Int, _ lead: Lead) -> Step? {
        guard let period = WrittenPeriod(text, at: start, end: end, context, bareAllowed: false) else { return nil }
        // «до 2030 року», «до 2 кварталу»: plans and prose; «не пізніше» means the end.
        let day: CivilDate
        switch (period.sort, lead) {
        case (.halfMonth, _): day = period.last
        case (_, .notLater), (_, .term): day = period.last
        case (.month, .until): day = period.first.adding(days: -1)
        case (_, .until): return nil
        }
        guard day >= context.letterDate else { return nil }
        var mention = DeadlineMention(.relative, .date(day), start..<period.tokens.upperBound)
        mention.needsReview = lead == .until || period.isFar
        return withTail(mention, at: period.tokens.upperBound)
    }

    func term(at start: Int, _ lead: Lead) -> Step? {
        guard let term = WrittenTerm(text, at: start, end: end) else { return nil }
        if lead == .until {
            // «до 10 днів» is as often how long a break lasts as when an answer is due: only working days are an office's.
            guard case .workingDays = term.term else { return nil }
        }
        if term.isAdjective { return adjectival(at: start) }
        if lead == .notLater, let step = before(at: start) { return step }
        return termTail(term, start)
    }
}
