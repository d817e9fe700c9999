// SPDX-License-Identifier: Apache-2.0

/// Dates as RFC 5322 §3.3 has them.
enum DateWriter {
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `Mon, 23 Nov 2026 09:59:52 +0200`.
    /// - Throws: a fault for a day that is not in the calendar, a year outside 1900…9999, a zone of a day or more.
    static func octets(_ date: DateField) throws(ComposingFault) -> [UInt8] {
        guard isWritable(date) else { throw ComposingFault("Date", .invalidDate) }
        let local = date.secondsSince1970 + date.offsetMinutes * 60 - date.second
        // Days since a Thursday; the year 1900 lies 25,567 days before it.
        let weekday = weekdays[(local / 60 / 1_440 + (local < 0 ? -1 : 0) + 7 * 5_000) % 7]
        let day = "\(weekday), \(two(date.day)) \(months[date.month - 1]) \(date.year)"
        let offset = abs(date.offsetMinutes)
        let zone = (date.offsetMinutes < 0 ? "-" : "+") + two(offset / 60) + two(offset % 60)
        return Array("\(day) \(two(date.hour)):\(two(date.minute)):\(two(date.second)) \(zone)".utf8)
    }

    private static func isWritable(_ date: DateField) -> Bool {
        guard (1_900...9_999).contains(date.year), (1...12).contains(date.month), (1...31).contains(date.day),
            (0..<24).contains(date.hour), (0..<60).contains(date.minute), (0...60).contains(date.second),
            abs(date.offsetMinutes) < 1_440
        else { return false }
        let counted = DateField(
            secondsSince1970: date.secondsSince1970 - date.second, offsetMinutes: date.offsetMinutes)
        return counted.day == date.day && counted.month == date.month
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
