// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// Who acts for whom, and when: leave, illness, a business trip.
package struct Substitute: Hashable, Sendable {
    package let absent: PersonID
    package let acting: PersonID
    /// The first day and the last, both included.
    package let days: ClosedRange<CivilDate>
    /// The order it rests on: «розпорядження № 57-к».
    package let basis: String
    /// Nil when the order does not say.
    package let reason: AbsenceReason?

    package init(
        absent: PersonID, acting: PersonID, days: ClosedRange<CivilDate>, basis: String, reason: AbsenceReason? = nil
    ) {
        self.absent = absent
        self.acting = acting
        self.days = days
        self.basis = basis
        self.reason = reason
    }
}
