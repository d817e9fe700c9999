// SPDX-License-Identifier: Apache-2.0

/// A day of the proleptic Gregorian calendar, without time and without zone.
///
/// Registration and due dates are civil dates: the calendar of the council, never an instant. Ordered, and every value is a real
/// day of the years 1…9999.
package struct CivilDate: Hashable, Comparable, Sendable {
    /// 1…9999.
    package let year: Int
    /// 1…12.
    package let month: Int
    /// 1…the length of the month.
    package let day: Int

    /// The date, or nil when the calendar has no such day (30 February, month 13, year 0 or 10000).
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, in: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `YYYY-MM-DD`: exactly ten ASCII characters, nothing around them.
    package init?(_ text: some StringProtocol) {
        let octets = Array(text.utf8.prefix(11))
        guard octets.count == 10, octets[4] == UInt8(ascii: "-"), octets[7] == UInt8(ascii: "-"),
            let year = Self.number(octets[0..<4]), let month = Self.number(octets[5..<7]), let day = Self.number(octets[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The date with that ``dayNumber``; numbers outside the years 1…9999 are moved to the nearest end.
    package init(dayNumber: Int) {
        // Years are counted from 1 March, so that the leap day is the last of its year and needs no case of its own.
        let shifted = min(max(dayNumber, Self.firstDayNumber), Self.lastDayNumber) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01, which is day 0; negative before it.
    package var dayNumber: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day of the week.
    package var weekday: Weekday {
        // 1970-01-01 was a Thursday; the remainder is brought above zero for the days before it.
        Weekday(number: ((dayNumber + 3) % 7 + 7) % 7 + 1)
    }

    /// The same date so many days later, or earlier when negative; stays within the years 1…9999.
    package func adding(days: Int) -> CivilDate {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        if overflow { return CivilDate(dayNumber: days > 0 ? Self.lastDayNumber : Self.firstDayNumber) }
        return CivilDate(dayNumber: sum)
    }

    /// The same day of the month so many months later; a day the month does not have becomes its last (31 January + 1 month is
    /// 28 or 29 February). Stays within the years 1…9999.
    package func adding(months: Int) -> CivilDate {
        let limit = 12 * 9_999
        let count = year * 12 + (month - 1) + min(max(months, -limit), limit)
        guard count >= 12 else { return CivilDate(dayNumber: Self.firstDayNumber) }
        guard count < 12 * 10_000 else { return CivilDate(dayNumber: Self.lastDayNumber) }
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        return CivilDate(known: newYear, newMonth, min(day, Self.length(ofMonth: newMonth, in: newYear)))
    }

    /// Days from this date to the other; negative when the other is earlier.
    package func days(until other: CivilDate) -> Int { other.dayNumber - dayNumber }

    /// Whether February of the year has 29 days.
    package static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Days in a month (1…12) of a year; 0 for any other month.
    package static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: 31
        case 4, 6, 9, 11: 30
        case 2: isLeap(year) ? 29 : 28
        default: 0
        }
    }

    package static func < (one: CivilDate, other: CivilDate) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }

    /// 0001-01-01.
    static let firstDayNumber = -719_162
    /// 9999-12-31.
    static let lastDayNumber = 2_932_896

    private init(known year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }
}

extension CivilDate: LosslessStringConvertible {
    /// `YYYY-MM-DD`.
    package var description: String {
        CivilDate.padded(year, to: 4) + "-" + CivilDate.padded(month, to: 2) + "-" + CivilDate.padded(day, to: 2)
    }

    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
