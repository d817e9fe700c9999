// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// What stands behind a day: its time, a second day, «включно».
extension DeadlineScanner {
    /// «, 15:00», «до 15:00», «о 10 годині», «(до 12.00)».
    func trailingTime(_ start: Int) -> (time: TimeOfDay, end: Int)? {
        var index = start
        while index < end, index < start + 5,
            text.tokens[index].isMark(",") || text.tokens[index].isMark("(")
                || Self.timeLeads.knows(text.tokens[index], in: text)
        {
            index += 1
        }
        guard let clock = WrittenTime(text, at: index, end: end), clock.isPlain || index > start else { return nil }
        // «до 20.11.2026 та до 15.12»: a day follows.
        if !clock.isPlain, let day = WrittenDay(text, at: index, end: end, context), day.yearDay != nil { return nil }
        var stop = clock.tokens.upperBound
        if stop < end, text.tokens[stop].isMark(")") { stop += 1 }
        return (clock.time, stop)
    }

    func isUntil(_ index: Int) -> Bool {
        (index..<min(end, index + 3)).contains { DeadlineWord.table.meaning(of: text.tokens[$0], in: text) == .until }
    }

    /// «та до 15.01.2027».
    func secondDay(_ start: Int) -> (day: WrittenDay, end: Int)? {
        var index = start
        while index < end, index < start + 2,
            text.tokens[index].isMark(",") || DeadlineWord.and.knows(text.tokens[index], in: text)
        {
            // «подати звіт до 20.04, а до 24.04 повідомити причини»: the day of something else.
            if text.reads(text.tokens[index], "а") { return nil }
            index += 1
        }
        guard index > start, index + 1 < end else { return nil }
        let hasLead = DeadlineWord.table.meaning(of: text.tokens[index], in: text) == .until
        guard hasLead || !text.tokens[start].isMark(",") else { return nil }
        if hasLead { index += 1 }
        guard let day = WrittenDay(text, at: index, end: end, context), day.yearDay != nil else { return nil }
        return (day, day.tokens.upperBound)
    }

    func withTail(_ mention: DeadlineMention, at index: Int) -> Step {
        var stop = index
        if stop < end, DeadlineWord.inclusive.knows(text.tokens[stop], in: text) { stop += 1 }
        var mention = mention
        mention.tokens = mention.tokens.lowerBound..<max(stop, mention.tokens.upperBound)
        return Step(mention: mention, end: stop)
    }

    /// A deadline led by «до» inside «у строк до» is one for sure.
    func strengthened(_ step: Step, at index: Int) -> Step {
        var step = step
        if index > 0, DeadlineWord.terms.knows(text.tokens[index - 1], in: text) { step.mention?.isStrong = true }
        // «Сообщите до 20 ноября»: what is ordered right before a day is due by it.
        if index > 0, Imperatives.holds(text.tokens[index - 1], in: text) { step.mention?.isStrong = true }
        // «КОНТРОЛЬ / до 12.02.2027» above a letter.
        return index > 0 && text.reads(text.tokens[index - 1], "контроль") ? step.strong : step
    }
}
