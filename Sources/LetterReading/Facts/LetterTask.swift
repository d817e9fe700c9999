// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import OfficeCalendar

/// Something the letter asks for, with its deadline.
package struct LetterTask: Hashable, Sendable {
    /// What is to be done, in the words of the letter.
    package var text: String
    package var due: Deadline

    package init(text: String, due: Deadline) {
        self.text = text
        self.due = due
    }
}

/// The deadline of a task as the letter states it and as the office must keep it.
package struct Deadline: Hashable, Sendable {
    /// How the letter gives it.
    package enum Form: Hashable, Sendable {
        /// A day, perhaps with a time.
        case explicit
        case term(Term)
        /// A day told by another: the end of the week, the first of the next month.
        case relative
        /// A stretch of time; its last day is the bound.
        case period
        case recurring(Recurrence)
        /// At once.
        case urgent
        /// A person must look: «у найкоротший строк», «у строк, визначений дорученням».
        case manual
        /// The term the law gives for the kind; with no dates where the kind has none.
        case statutory
        /// A term from something that has not happened yet.
        case relativeToEvent(rule: String)
        /// Something that takes place, and is never overdue.
        case event(at: WallTime)
        case none
    }

    package var form: Form
    /// What the office reckons from; nil where nothing can be reckoned.
    package var rule: DueRule?
    /// What the letter says, before any day off is looked at; nil for terms.
    package var stated: CivilDate?
    /// The last day the law allows.
    package var legal: CivilDate?
    /// The last day the office allows itself; nil for hours.
    package var `internal`: CivilDate?
    /// From here on the office is warned; nil when it has no such setting for the kind.
    package var warnFrom: CivilDate?
    /// Till when on the day.
    package var time: TimeOfDay?
    /// The instant a term of hours ends.
    package var instant: Date?
    /// Of a term from an event: what the letter says it ends with at the latest.
    package var upperBound: CivilDate?
    /// Citizens' month: fifteen days, for what needs no study (law 393/96, art. 20).
    package var target15days: CivilDate?
    /// A second date of the same phrase.
    package var second: CivilDate?
    /// A clerk must confirm it.
    package var needsReview = false
    /// The stated day was past when the letter came.
    package var overdueOnArrival = false
    /// Asked for at once, beside what ``form`` says.
    package var isUrgent = false
    /// The article a statutory term rests on.
    package var basis: String?

    package init(_ form: Form) { self.form = form }

    /// `explicit`, `3 calendar days`, `1 month`, `48 hours`, `relative`, `period, upper bound`, `recurring`, `urgent`, `manual`,
    /// `two deadlines`, `statutory by kind`, `relative to event`, `event`, `none`.
    package var type: String {
        switch form {
        case .explicit: second == nil ? "explicit" : "two deadlines"
        case .term(let term): term.name
        case .relative: "relative"
        case .period: "period, upper bound"
        case .recurring: "recurring"
        case .urgent: "urgent"
        case .manual: "manual"
        case .statutory: "statutory by kind"
        case .relativeToEvent: "relative to event"
        case .event: "event"
        case .none: "none"
        }
    }

    /// `FREQ=MONTHLY;BYMONTHDAY=10`.
    package var rrule: String? { if case .recurring(let recurrence) = form { recurrence.rrule } else { nil } }

    /// When an event takes place.
    package var at: WallTime? { if case .event(let at) = form { at } else { nil } }

    /// `2026-11-20`, `2026-11-20 15:00`, for hours `2026-11-14T10:00`; nil when there is no date.
    package var legalText: String? {
        guard let legal else { return nil }
        guard let time else { return legal.description }
        if case .term(.hours) = form { return WallTime(date: legal, time: time).minuteText }
        return "\(legal) \(time)"
    }

    /// The same for ``internal``.
    package var internalText: String? { self.internal.map { day in time.map { "\(day) \($0)" } ?? day.description } }
}
