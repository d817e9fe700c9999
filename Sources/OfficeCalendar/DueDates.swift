// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials

/// The dates that follow from a rule, with each step that led to them.
package struct DueDates: Hashable, Sendable {
    /// One step of the reckoning, in its order.
    package enum Step: Hashable, Sendable {
        case received(WallTime)
        /// After hours or on a day off: it counts as received on a later day.
        case shifted(to: CivilDate)
        /// The first day that counts.
        case counting(from: CivilDate)
        /// A day that does not count towards working days.
        case skipped(CalendarDay)
        /// A day that counts although a holiday falls on it.
        case notSkipped(CalendarDay.Suspended, on: CivilDate)
        /// The month has no such number: its last day.
        case shortMonth(wanted: Int, CivilDate)
        /// The day the rule gives, before days off are looked at.
        case ends(CivilDate)
        /// The legal date, moved over days off.
        case legalMoved(over: [CalendarDay], to: CivilDate)
        /// The office's own date, moved back or forth.
        case internalMoved(over: [CalendarDay], to: CivilDate)
        /// The office's own date is brought before the end of a long month.
        case monthCapped(days: Int, CivilDate)
        /// The day before the days off is past already: the legal date is the office's own.
        case internalIsLegal(CivilDate)
        case hoursEnd(WallTime)
    }

    package let rule: DueRule
    /// The day a term runs from.
    package let receipt: CivilDate
    /// Where the rule ends by itself.
    package let unmoved: CivilDate
    package let legal: CivilDate
    /// Nil for hours: they end at their instant.
    package let `internal`: CivilDate?
    package let time: TimeOfDay?
    package let instant: Date?
    package let steps: [Step]
}

/// Until when a term can be extended, and until when that must be said.
package struct ExtensionDates: Hashable, Sendable {
    package let latest: CivilDate
    package let noticeBy: CivilDate?
}
