// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// When something that comes again comes first: «починаючи з …», «перший звіт – за листопад».
extension RecurrenceReading {
    /// «починаючи з листопада 2026 року», «починаючи з 01.12.2026».
    mutating func starting() -> Int? {
        var index = self.index
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
        notBefore = period.last.adding(days: 1)
        return period.tokens.upperBound
    }

    private func isReportedMonth(_ index: Int) -> Bool { text.reads(text.tokens[index], "за") }

    /// The beginning of the sentence behind what was read; nil where it is far off.
    func nextSentence() -> Int? {
        for point in index..<max(index, min(end, index + Self.longestSentence)) {
            let token = text.tokens[point]
            guard token.isMark(";") || token.isMark(".") && !(point + 1 < end && text.tokens[point + 1].isGlued) else { continue }
            return point + 1 < end && text.tokens[point + 1].kind == .word ? point + 1 : nil
        }
        return nil
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

    private static let firsts = StemTable<Bool>([("перший перше перша першу вперше", true)])
    private static let startWords = StemTable<Bool>([("починаючи начиная", true)])
    /// Tokens of «перший звіт подати – за».
    private static let longestFirst = 8
    /// Tokens from «починаючи» to what comes again.
    private static let longestLead = 16
    /// Tokens from a day that comes again to the end of its sentence.
    private static let longestSentence = 30
}
