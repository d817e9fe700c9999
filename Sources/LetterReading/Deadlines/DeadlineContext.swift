// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// What a phrase is read against: when its letter was written, when it came, and how the office reckons.
///
/// A class, as every rule that is tried on a word holds it: copying the tables of the calendar cost more than the rules.
package final class DeadlineContext: Sendable {
    package let receivedAt: WallTime
    /// The letter's own date; the day of receipt where the letter has none.
    package let letterDate: CivilDate
    package let reckoning: DueReckoning

    package init(receivedAt: WallTime, letterDate: CivilDate?, reckoning: DueReckoning) {
        self.receivedAt = receivedAt
        self.letterDate = letterDate ?? receivedAt.date
        self.reckoning = reckoning
    }

    var calendar: WorkCalendar { reckoning.calendar }
}
