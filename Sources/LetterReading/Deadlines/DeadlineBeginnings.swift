// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Beginnings and ranges, which are no deadlines, and days that come again.
extension DeadlineScanner {
    private func isFrom(_ index: Int) -> Bool { DeadlineWord.table.meaning(of: text.tokens[index], in: text) == .from }

    /// «з 01.12.2026», «від 12.10.2025», «з 01.12 по 31.12.2026», «з 8:00 до 17:00»: no deadline in all of it.
    func beginning(at first: Int) -> Step? {
        guard first < end else { return nil }
        // «від з 01.12»: a second word, never a row of them, which would be walked again from each.
        let start = isFrom(first) ? first + 1 : first
        guard start < end, !isFrom(start) else { return nil }
        guard var stop = dayAndTime(start) ?? dayOfRange(start) else { return nil }
        if stop < end, let word = Self.rangeWords.meaning(of: text.tokens[stop], in: text), word, let last = dayAndTime(stop + 1)
        {
            stop = last
        } else if stop < end, text.tokens[stop].isMark("-"), let last = dayAndTime(stop + 1) {
            stop = last
        }
        // «з 8:00 до 17:00 щодня» are hours of work.
        if stop < end, let every = Every(text, at: stop, end: end) { stop = every.tokens.upperBound }
        return Step(mention: nil, end: stop)
    }

    /// Behind the first number of «з 1 по 15 грудня».
    func dayOfRange(_ start: Int) -> Int? {
        let stop = start + 1
        guard stop + 1 < end, (1...2).contains(text.tokens[start].digitCount),
            text.tokens[stop].isMark("-") || Self.rangeWords.knows(text.tokens[stop], in: text),
            let last = WrittenDay(text, at: stop + 1, end: end, context), last.yearDay != nil
        else { return nil }
        return stop
    }

    /// Behind a day, a time, or both.
    func dayAndTime(_ start: Int) -> Int? {
        guard start < end else { return nil }
        var index = start
        for _ in 0..<3 where index < end {
            if text.tokens[index].isMark(",") { index += 1 }
            if let clock = WrittenTime(text, at: index, end: end),
                clock.isPlain || WrittenDay(text, at: index, end: end, context) == nil
            {
                index = clock.tokens.upperBound
            } else if let day = WrittenDay(text, at: index, end: end, context) {
                index = day.tokens.upperBound
            } else {
                break
            }
        }
        return index > start ? index : nil
    }

    /// Behind the first day within reach.
    func behindDay(_ start: Int, reach: Int) -> Int? {
        for index in start..<max(start, min(end, start + reach)) {
            if text.tokens[index].isMark(".") || text.tokens[index].isMark(";") { return nil }
            if let day = WrittenDay(text, at: index, end: end, context) { return day.tokens.upperBound }
        }
        return nil
    }

    func recurring(_ every: Every) -> Step? {
        if let hours = hoursBehind(every) { return Step(mention: nil, end: hours) }
        var reading = RecurrenceReading(text, from: every.tokens.upperBound, end: end, context)
        if let day = dayBefore(every) { reading.take(day) }
        reading.readOn()
        if reading.isWithoutDay, isBreakdown(every) { return Step(mention: nil, end: every.tokens.upperBound) }
        return recurring(reading, every, every.tokens.lowerBound)
    }

    /// «премії за 2026 рік помісячно», «кількість виїздів щодня за жовтень»: how figures are to be broken down.
    private func isBreakdown(_ every: Every) -> Bool {
        if Every.isBreakdown(text.tokens[every.tokens.lowerBound], in: text) { return true }
        let behind = every.tokens.upperBound
        if isPeriodOfFigures(at: behind) { return true }
        let first = max(0, every.tokens.lowerBound - Self.longestPeriod)
        return (first..<every.tokens.lowerBound).contains { start in
            isPeriodOfFigures(at: start) && !(start..<every.tokens.lowerBound).contains { text.tokens[$0].kind == .mark }
        }
    }

    /// «за 2026 рік», «за жовтень», «протягом року».
    private func isPeriodOfFigures(at start: Int) -> Bool {
        guard start + 1 < end else { return false }
        let isWithin = DeadlineWord.table.meaning(of: text.tokens[start], in: text) == .within
        guard isWithin || text.reads(text.tokens[start], "за"),
            let period = WrittenPeriod(text, at: start + 1, end: end, context, bareAllowed: false)
        else { return false }
        return !isWithin || period.first <= context.letterDate
    }

    /// «10 числа кожного місяця», «10-го щомісяця».
    func dayBefore(_ every: Every) -> WrittenDay? {
        for length in 2...4 {
            let start = every.tokens.lowerBound - length
            guard start >= 0, text.tokens[start].kind == .number else { continue }
            guard let day = WrittenDay(text, at: start, end: every.tokens.lowerBound, context), day.monthDay != nil,
                day.tokens.upperBound == every.tokens.lowerBound
            else { continue }
            return day
        }
        return nil
    }

    /// «щочетверга з 9:00 до 12:00» are hours of reception.
    func hoursBehind(_ every: Every) -> Int? {
        var index = every.tokens.upperBound
        if index < end, text.tokens[index].isMark(",") || text.tokens[index].isMark(":") { index += 1 }
        guard index < end, DeadlineWord.table.meaning(of: text.tokens[index], in: text) == .from, index + 1 < end,
            WrittenTime(text, at: index + 1, end: end) != nil
        else { return nil }
        return beginning(at: index + 1)?.end
    }

    func recurring(_ reading: RecurrenceReading, _ every: Every, _ start: Int, end stop: Int? = nil) -> Step {
        recurring(reading, rate: every.rate, weekdays: every.weekdays, start, end: stop ?? reading.index)
    }

    func recurring(_ reading: RecurrenceReading, rate: Every.Rate, weekdays: [Weekday], _ start: Int, end stop: Int)
        -> Step
    {
        var reading = reading
        if reading.notBefore == nil { reading.readStart(before: start) }
        let (rule, isSupposed) = reading.recurrence(rate, weekdays: weekdays)
        var mention = DeadlineMention(.recurring(rule), .recurring(rule, time: reading.time), start..<stop)
        mention.needsReview = isSupposed
        mention.isStrong = !isSupposed
        return Step(mention: mention, end: stop)
    }
}
