// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials

/// A date and time of day as a peer writes it, with its offset from UTC.
package struct CivilInstant: Hashable, Sendable {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int
    /// Seconds east of UTC.
    let offset: Int

    package init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, offset: Int) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.offset = offset
    }

    /// The instant; `nil` when a figure is out of range. Second 60 is the first of the next minute.
    package var date: Date? {
        guard (1...9999).contains(year), (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day),
            (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second), abs(offset) < 86_400
        else { return nil }
        let seconds = daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second - offset
        return Date(timeIntervalSince1970: Double(seconds))
    }

    /// 1...12 for an English month name of three letters, in any case.
    package static func month(named name: some Collection<UInt8>) -> Int? {
        guard name.count == 3 else { return nil }
        let lower = name.map { $0 | 0x20 }
        return ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
            .firstIndex { $0.utf8.elementsEqual(lower) }.map { $0 + 1 }
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // Years are counted from March, so that the leap day is the last of its year.
    private var daysSince1970: Int {
        let marchYear = month > 2 ? year : year - 1
        let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
        let marchMonth = (month + 9) % 12
        return marchYear * 365 + leapDays + (153 * marchMonth + 2) / 5 + day - 1 - 719_468
    }
}
