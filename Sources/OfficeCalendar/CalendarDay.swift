// SPDX-License-Identifier: Apache-2.0

/// What the office's calendar says of one day, and why.
package struct CalendarDay: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case working
        /// A weekly day off that the council made a working day.
        case extraWorkingDay(note: String)
        case weeklyDayOff
        case holiday(BilingualText)
        /// The day off of a holiday that fell on a weekly day off.
        case movedDayOff(of: BilingualText, from: CivilDate)
        /// A day the council or the Cabinet made free.
        case extraDayOff(note: String)
    }

    package let date: CivilDate
    package let kind: Kind
    /// A holiday that would be kept were it not for a regime; the day is judged as if it were none.
    package let suspended: Suspended?

    /// A holiday with the regime under which it is an ordinary day.
    package struct Suspended: Hashable, Sendable {
        package let holiday: BilingualText
        package let regime: CalendarRegime
    }

    package var isWorking: Bool {
        switch kind {
        case .working, .extraWorkingDay: true
        case .weeklyDayOff, .holiday, .movedDayOff, .extraDayOff: false
        }
    }
}
