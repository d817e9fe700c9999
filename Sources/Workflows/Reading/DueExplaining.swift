// SPDX-License-Identifier: Apache-2.0
package import LetterReading
package import OfficeCalendar

extension FactSheet.Due {
    /// Why the dates are these, sentence by sentence.
    ///
    /// - Parameters:
    ///   - context: when the letter came, and the calendar.
    ///   - kind: the terms of the card's kind on that day.
    package func explanation(
        _ context: DeadlineContext, kind: KindTerms?, in language: DueExplanation.Language
    ) -> [String] {
        var deadline = Deadline(form)
        deadline.rule = dueRule
        deadline.basis = basis
        deadline.needsReview = needsReview ?? false
        deadline.overdueOnArrival = overdueOnArrival ?? false
        return deadline.explanation(context, kind: kind, in: language)
    }

    private var form: Deadline.Form {
        if let rule { return .relativeToEvent(rule: rule) }
        if let event = at.flatMap(WallTime.init(minuteText:)) { return .event(at: event) }
        if let term { return .term(term) }
        switch type {
        case "urgent": return .urgent
        case "manual": return .manual
        case "statutory by kind": return .statutory
        case "none": return .none
        default: return .explicit
        }
    }

    /// What the dates are reckoned from; nil where they are not reckoned. A recurrence is told by its next day.
    private var dueRule: DueRule? {
        if let term { return .term(term) }
        if type == "urgent" { return .atOnce }
        guard rule == nil, at == nil, let day = (stated ?? legal).flatMap({ CivilDate($0.prefix(10)) }) else { return nil }
        return .date(day, time: time.flatMap { TimeOfDay($0) })
    }

    /// `3 working days`, `1 month`, `48 hours`.
    private var term: Term? {
        let words = type.split(separator: " ")
        guard words.count >= 2, let count = Int(words[0]) else { return nil }
        switch words.dropFirst().joined(separator: " ") {
        case "calendar days", "calendar day": return .calendarDays(count)
        case "working days", "working day": return .workingDays(count)
        case "month", "month(s)", "months": return .months(count)
        case "hours", "hour": return .hours(count)
        default: return nil
        }
    }
}

extension WallTime {
    /// `2026-11-24T10:00`.
    fileprivate init?(minuteText: String) {
        let parts = minuteText.split(separator: "T")
        guard parts.count == 2, let date = CivilDate(parts[0]), let time = TimeOfDay(parts[1]) else { return nil }
        self.init(date: date, time: time)
    }
}
