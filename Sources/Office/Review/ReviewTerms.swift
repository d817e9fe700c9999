// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// Days within which a letter is passed on or sent back, counted from the day after receipt. Law is data: rows with dates.
package struct ReviewTerms: Hashable, Sendable {
    package let validFrom: CivilDate
    /// By competence: article 7 of the law on appeals of citizens.
    package let forwardDays: Int
    /// With an explanation: article 5 of the same law.
    package let sendBackDays: Int

    package init(validFrom: CivilDate, forwardDays: Int, sendBackDays: Int) {
        self.validFrom = validFrom
        self.forwardDays = forwardDays
        self.sendBackDays = sendBackDays
    }

    /// The rows this version knows, oldest first.
    package static let known = [
        ReviewTerms(validFrom: CivilDate(dayNumber: 9_771), forwardDays: 5, sendBackDays: 10)  // 2 October 1996
    ]

    /// The last days for a letter received then; the first row serves letters older than itself.
    package static func limits(receivedOn day: CivilDate, rows: [ReviewTerms] = known) -> ReviewLimits {
        let row = rows.last { $0.validFrom <= day } ?? rows.first
        return ReviewLimits(
            forwardBy: row.map { day.adding(days: $0.forwardDays) }, sendBackBy: row.map { day.adding(days: $0.sendBackDays) })
    }
}

/// The last days for passing a letter on and for sending it back; nil where no term runs.
package struct ReviewLimits: Hashable, Sendable {
    package let forwardBy: CivilDate?
    package let sendBackBy: CivilDate?

    package init(forwardBy: CivilDate?, sendBackBy: CivilDate?) {
        self.forwardBy = forwardBy
        self.sendBackBy = sendBackBy
    }
}
