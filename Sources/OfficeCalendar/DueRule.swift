// SPDX-License-Identifier: Apache-2.0

/// What a due date is reckoned from.
package enum DueRule: Hashable, Sendable {
    /// A term from the day of receipt.
    case term(Term)
    /// A day, that day included, till a time or to the end of the day.
    case date(CivilDate, time: TimeOfDay? = nil)
    /// The last working day of the week a day lies in.
    case endOfWeek(of: CivilDate, time: TimeOfDay? = nil)
    /// The next occurrence after receipt.
    case recurring(Recurrence, time: TimeOfDay? = nil)
    /// At once: so many working days as the office allows itself.
    case atOnce
}

/// How the office reckons, where the law leaves it free or sources disagree (domain §0.2, §1.6).
package struct DeadlinePolicy: Hashable, Sendable {
    package enum Roll: String, Hashable, Sendable, CaseIterable {
        /// To the first working day after.
        case next
        /// To the last working day before.
        case previous
        /// Stays on the day off.
        case none
    }

    /// Where a due date on a day off goes (resolution 55, p. 171; Civil Code, art. 254 part 5).
    package var legalRoll: Roll
    /// The same for the date the office keeps itself.
    package var internalRoll: Roll
    /// A month is at most so many days for the office itself; nil for no cap.
    package var monthCapDays: Int?
    /// Working days for what is asked at once.
    package var urgentWorkingDays: Int
    /// A date without a year more than so many months ahead is to be looked at.
    package var reviewMonths: Int
    /// What the rules of reckoning rest on, for explanations.
    package var sources: Sources

    /// Articles, as the calendar's file names them; empty where it names none.
    package struct Sources: Hashable, Sendable {
        /// That a term runs from the day after.
        package var start: String
        /// What arrives after hours.
        package var afterHours: String
        /// Ends of months.
        package var months: String
        /// A last day on a day off.
        package var roll: String

        package init(start: String = "", afterHours: String = "", months: String = "", roll: String = "") {
            self.start = start
            self.afterHours = afterHours
            self.months = months
            self.roll = roll
        }
    }

    package init(
        legalRoll: Roll = .next, internalRoll: Roll = .previous, monthCapDays: Int? = 30, urgentWorkingDays: Int = 1,
        reviewMonths: Int = 9, sources: Sources = Sources()
    ) {
        self.legalRoll = legalRoll
        self.internalRoll = internalRoll
        self.monthCapDays = monthCapDays
        self.urgentWorkingDays = urgentWorkingDays
        self.reviewMonths = reviewMonths
        self.sources = sources
    }
}
