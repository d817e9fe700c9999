// SPDX-License-Identifier: Apache-2.0

/// A holiday or non-working day of the year (Labour Code, art. 73), as a dated row of the calendar's file.
package struct Holiday: Hashable, Sendable {
    package enum Day: Hashable, Sendable {
        /// A day of each year; 29 February only of leap years.
        case fixed(month: Int, day: Int)
        /// Days after Orthodox Easter, 0 for Easter itself.
        case easter(offset: Int)
    }

    package let day: Day
    package let name: BilingualText
    /// The first year it is kept in; nil when always before.
    package let firstYear: Int?
    /// The last year it is kept in; nil while in force.
    package let lastYear: Int?

    package init(_ day: Day, name: BilingualText, firstYear: Int? = nil, lastYear: Int? = nil) {
        self.day = day
        self.name = name
        self.firstYear = firstYear
        self.lastYear = lastYear
    }

    /// Its date in a year; nil when it is not kept then.
    package func date(in year: Int) -> CivilDate? {
        if let firstYear, year < firstYear { return nil }
        if let lastYear, year > lastYear { return nil }
        switch day {
        case .fixed(let month, let day): return CivilDate(year: year, month: month, day: day)
        case .easter(let offset): return CivilDate.orthodoxEaster(in: year)?.adding(days: offset)
        }
    }
}

extension CivilDate {
    /// Easter of the Orthodox churches by the Julian computus, as a date of our calendar.
    ///
    /// Nil outside the years 1900…2099, where the two calendars are not 13 days apart.
    package static func orthodoxEaster(in year: Int) -> CivilDate? {
        guard (1900...2099).contains(year) else { return nil }
        let moon = (19 * (year % 19) + 15) % 30
        let sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        let sum = moon + sunday + 114
        return CivilDate(year: year, month: sum / 31, day: sum % 31 + 1)?.adding(days: 13)
    }
}
