// SPDX-License-Identifier: Apache-2.0

/// A date-time as the sender wrote it (RFC 5322 §3.3, §4.3), with the zone it was written in.
package struct DateField: Hashable, Sendable {
    package let year: Int
    /// 1…12.
    package let month: Int
    /// 1…31.
    package let day: Int
    package let hour: Int
    package let minute: Int
    /// 0…60; a leap second is let pass.
    package let second: Int
    /// East of UTC.
    package let offsetMinutes: Int

    package init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, offsetMinutes: Int) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.offsetMinutes = offsetMinutes
    }

    /// The instant, in seconds since 1970-01-01T00:00:00Z.
    package var secondsSince1970: Int {
        Self.daysSince1970(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offsetMinutes * 60
    }

    /// Reads the body of a `Date` field; nil where no day, month, year and hour can be told.
    package init?(fieldBody: [UInt8]) {
        guard let read = DateReader.read(fieldBody) else { return nil }
        self = read
    }

    /// The date and time at `seconds` since 1970 in a zone `offsetMinutes` east of UTC.
    package init(secondsSince1970 seconds: Int, offsetMinutes: Int) {
        let local = seconds + offsetMinutes * 60
        let days = Int((Double(local) / 86_400).rounded(.down))
        let rest = local - days * 86_400
        let (year, month, day) = Self.civil(days)
        self.init(
            year: year, month: month, day: day, hour: rest / 3_600, minute: rest / 60 % 60, second: rest % 60,
            offsetMinutes: offsetMinutes)
    }

    /// Days of the Gregorian calendar; years are counted from March so that the leap day comes last.
    private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let place = (5 * dayOfYear + 2) / 153
        let month = place < 10 ? place + 3 : place - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * place + 2) / 5 + 1)
    }
}
