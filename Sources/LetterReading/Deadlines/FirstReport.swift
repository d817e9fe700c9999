// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// When something that comes again comes first: «починаючи з …», «перший звіт – за листопад».
extension RecurrenceReading {
    /// «починаючи з листопада 2026 року», «починаючи з 01.12.2026».
    mutating func starting(_ start: Int) -> Int? {
        var index = start
        if text.tokens[index].isMark(",") { index += 1 }
        if let first = firstReport(index) { return first }
        guard index + 2 < end, Self.startWords.knows(text.tokens[index], in: text) else { return nil }
        index += 2
        // «починаючи зі звіту за І квартал».
        if isReportedMonth(min(index + 1, end - 1)) { return reportedPeriod(index + 2) }
        if let day = WrittenDay(text, at: index, end: end, context) {
            notBefore = day.date
            return day.tokens.upperBound
        }
        guard let period = WrittenPeriod(text, at: index, end: end, context) else { return nil }
        // The report for a month is due after it.
        notBefore = reportsPast ? period.last.adding(days: 1) : period.first
        return period.tokens.upperBound
    }

    /// «перший звіт – за листопад 2026 року»: due after the month it is for; «перше подання – 18 грудня»: the day itself.
    mutating func firstReport(_ start: Int) -> Int? {
        guard start + 3 < end, Self.firsts.knows(text.tokens[start], in: text) else { return nil }
        var index = start + 1
        while index < min(end, start + Self.longestFirst),
            text.tokens[index].isMark("-") || text.tokens[index].kind == .word && !isReportedMonth(index)
        {
            if let day = WrittenDay(text, at: index, end: end, context), day.yearDay != nil { break }
            index += 1
        }
        guard index + 1 < end else { return nil }
        if let day = WrittenDay(text, at: index, end: end, context), day.yearDay != nil {
            notBefore = day.date
            return day.tokens.upperBound
        }
        return isReportedMonth(index) ? reportedPeriod(index + 1) : nil
    }

    /// Behind the months a report is for, which it comes after.
    private mutating func reportedPeriod(_ start: Int) -> Int? {
        guard let period = WrittenPeriod(text, at: start, end: end, context) else { return nil }
        let first = isWithinReported(period) ? period.first : period.last.adding(days: 1)
        // «Перше подання – за квітень» in a letter of May.
        notBefore = period.isAsLikelyPast(on: context.letterDate) ? first.adding(months: -12) : first
        return period.tokens.upperBound
    }

    /// «До 25 числа щомісяця … перше подання – за лютий»: so late in a month it is the month itself that is told of.
    private func isWithinReported(_ period: WrittenPeriod) -> Bool {
        period.sort == .month && !reportsPast && (monthDays.min() ?? 0) >= Self.lateDay
    }

    private func isReportedMonth(_ index: Int) -> Bool { text.reads(text.tokens[index], "за") }

    /// «щоп’ятниці до 14:00 на адресу департаменту, починаючи з 13.11», «щосереди оновлювати дані, перше оновлення – 20.05», and what the
    /// next sentence says of the first report.
    mutating func readStart(behind first: Int) {
        for place in first..<max(first, min(end - 1, first + Self.longestSentence)) {
            let (token, next) = (text.tokens[place], text.tokens[place + 1])
            if token.isMark(";") || token.isMark(".") && !next.isGlued && (next.kind != .word || next.capitals != .none) {
                _ = next.kind == .word ? firstReport(place + 1) : nil
                return
            }
            if place > first, token.startsParagraph || Every(text, at: place, end: end) != nil { return }
            let mayStart = Self.startWords.knows(token, in: text) || token.kind == .mark && Self.firsts.knows(next, in: text)
            if mayStart, starting(place) ?? firstReport(place + 1) != nil { return }
        }
    }

    /// «починаючи з березня» in the words before it.
    mutating func readStart(before first: Int) {
        for index in stride(from: first - 1, through: max(0, first - Self.longestLead), by: -1) {
            let token = text.tokens[index]
            if token.isMark(".") || token.isMark(";") { return }
            guard Self.startWords.knows(token, in: text), index + 2 < first else { continue }
            if let period = WrittenPeriod(text, at: index + 2, end: first, context, bareAllowed: false) {
                notBefore = period.first
            }
            return
        }
    }

    /// From this day of the month on.
    private static let lateDay = 20
    private static let firsts = StemTable<Bool>([("перший перше перша першу вперше", true)])
    private static let startWords = StemTable<Bool>([("починаючи начиная", true)])
    /// Tokens of «перший звіт подати – за».
    private static let longestFirst = 8
    /// Tokens from «починаючи» to what comes again.
    private static let longestLead = 16
    /// Tokens from a day that comes again to the end of its sentence.
    private static let longestSentence = 30
}
