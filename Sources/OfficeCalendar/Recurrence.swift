// SPDX-License-Identifier: Apache-2.0

/// Days that come again, in the manner of a recurrence rule (RFC 5545 §3.3.10).
///
/// Days of the month are 1…31 or −1 for the last; a day a month does not have becomes its last, as with terms of months.
package struct Recurrence: Hashable, Sendable {
    package enum Frequency: String, Hashable, Sendable {
        case daily = "DAILY"
        case weekly = "WEEKLY"
        case monthly = "MONTHLY"
        case yearly = "YEARLY"
    }

    /// A day of the year in rules with several.
    package struct YearDay: Hashable, Sendable {
        package let month: Int
        package let day: Int

        package init(month: Int, day: Int) {
            self.month = month
            self.day = day
        }
    }

    package let frequency: Frequency
    /// Ascending; empty for all.
    package let months: [Int]
    package let monthDays: [Int]
    package let weekdays: [Weekday]
    /// Days of the year that no single rule gives: 1 July and 25 December. Then the other lists are empty.
    package let yearDays: [YearDay]
    /// No occurrence before it; nil for none.
    package let notBefore: CivilDate?

    package static func daily(notBefore: CivilDate? = nil) -> Recurrence { Recurrence(.daily, notBefore: notBefore) }
    package static func weekly(_ days: [Weekday], notBefore: CivilDate? = nil) -> Recurrence {
        Recurrence(.weekly, weekdays: days.sorted { $0.rawValue < $1.rawValue }, notBefore: notBefore)
    }
    package static func monthly(days: [Int], months: [Int] = [], notBefore: CivilDate? = nil) -> Recurrence {
        Recurrence(.monthly, months: months, monthDays: days, notBefore: notBefore)
    }
    package static func yearly(_ days: [YearDay], notBefore: CivilDate? = nil) -> Recurrence {
        let days = days.sorted { ($0.month, $0.day) < ($1.month, $1.day) }
        if Set(days.map(\.day)).count == 1 {
            return Recurrence(.yearly, months: days.map(\.month), monthDays: [days[0].day], notBefore: notBefore)
        }
        return Recurrence(.yearly, yearDays: days, notBefore: notBefore)
    }

    private init(
        _ frequency: Frequency, months: [Int] = [], monthDays: [Int] = [], weekdays: [Weekday] = [], yearDays: [YearDay] = [],
        notBefore: CivilDate? = nil
    ) {
        self.frequency = frequency
        self.months = months
        self.monthDays = monthDays
        self.weekdays = weekdays
        self.yearDays = yearDays
        self.notBefore = notBefore
    }

    /// The first occurrence after a day; nil when there is none in the four years that follow.
    package func next(after date: CivilDate) -> CivilDate? {
        var day = date.adding(days: 1)
        if let notBefore, day < notBefore { day = notBefore }
        for _ in 0..<Self.searchedDays {
            if occurs(on: day) { return day }
            day = day.adding(days: 1)
        }
        return nil
    }

    /// Whether a day is an occurrence, ``notBefore`` not looked at.
    package func occurs(on date: CivilDate) -> Bool {
        if !yearDays.isEmpty { return yearDays.contains { $0.month == date.month && Self.fits($0.day, date) } }
        if !months.isEmpty, !months.contains(date.month) { return false }
        if !weekdays.isEmpty, !weekdays.contains(date.weekday) { return false }
        return monthDays.isEmpty || monthDays.contains { Self.fits($0, date) }
    }

    /// `MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10`; of several rules `YEARLY;BYMONTH=7,12…`.
    package var name: String {
        guard yearDays.isEmpty else {
            return "YEARLY;BYMONTH=" + yearDays.map { String($0.month) }.joined(separator: ",") + "…"
        }
        var parts = [frequency.rawValue]
        if !months.isEmpty { parts.append("BYMONTH=" + months.map(String.init).joined(separator: ",")) }
        if !monthDays.isEmpty { parts.append("BYMONTHDAY=" + monthDays.map(String.init).joined(separator: ",")) }
        if !weekdays.isEmpty { parts.append("BYDAY=" + weekdays.map(\.shortName).joined(separator: ",")) }
        return parts.joined(separator: ";")
    }

    /// `FREQ=MONTHLY;BYMONTHDAY=10`; several rules with a line feed between.
    package var rrule: String {
        guard yearDays.isEmpty else {
            return yearDays.map { "FREQ=YEARLY;BYMONTH=\($0.month);BYMONTHDAY=\($0.day)" }.joined(separator: "\n")
        }
        return "FREQ=" + name
    }

    private static func fits(_ monthDay: Int, _ date: CivilDate) -> Bool {
        let length = CivilDate.length(ofMonth: date.month, in: date.year)
        return date.day == (monthDay < 0 ? length + 1 + monthDay : min(monthDay, length))
    }

    private static let searchedDays = 366 * 4 + 1
}

extension Weekday {
    /// As recurrence rules write it: `MO`.
    package var shortName: String {
        switch self {
        case .monday: "MO"
        case .tuesday: "TU"
        case .wednesday: "WE"
        case .thursday: "TH"
        case .friday: "FR"
        case .saturday: "SA"
        case .sunday: "SU"
        }
    }
}
