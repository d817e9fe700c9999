// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import OfficeCalendar

/// The office's clock: the present instant, and the council's calendar over it. Injected, so that tests turn it by hand.
package struct OfficeClock: Sendable {
    /// The present instant.
    package let now: @Sendable () -> Date
    /// The council's time zone (`Europe/Kyiv` unless configured).
    package let timeZone: OfficeTimeZone

    package init(timeZone: OfficeTimeZone, now: @escaping @Sendable () -> Date = { Date() }) {
        self.now = now
        self.timeZone = timeZone
    }

    /// The council's civil date of `instant`.
    package func civilDate(of instant: Date) -> CivilDate {
        timeZone.civilDate(at: instant)
    }

    /// Today in the council's calendar.
    package var today: CivilDate { civilDate(of: now()) }
}
