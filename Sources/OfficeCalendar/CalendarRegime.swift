// SPDX-License-Identifier: Apache-2.0

/// A time in which parts of the calendar are not applied, as under martial law (law 2136-IX, art. 6).
package struct CalendarRegime: Hashable, Sendable {
    package enum Suspension: String, Hashable, Sendable, CaseIterable {
        /// Holidays are ordinary days.
        case holidays
        /// No day off is moved when a holiday falls on a weekly day off.
        case transfers
        /// The day before a holiday is not shortened.
        case shortDays
    }

    package let name: BilingualText
    /// The article it rests on: «ч. 6 ст. 6 Закону № 2136-IX».
    package let basis: String
    package let from: CivilDate
    /// The last day it is in force; nil while nobody knows.
    package let to: CivilDate?
    package let suspends: Set<Suspension>

    package init(name: BilingualText, basis: String, from: CivilDate, to: CivilDate?, suspends: Set<Suspension>) {
        self.name = name
        self.basis = basis
        self.from = from
        self.to = to
        self.suspends = suspends
    }

    /// Whether it is in force on a day.
    package func holds(on date: CivilDate) -> Bool { from <= date && (to.map { date <= $0 } ?? true) }
}
