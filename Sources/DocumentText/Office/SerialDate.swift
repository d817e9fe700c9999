// SPDX-License-Identifier: Apache-2.0

/// Dates and times as spreadsheets count them: days since the end of 1899, the time as a fraction.
enum SerialDate {
    /// `20.11.2026`, `20.11.2026 14:30` or `14:30`; nil outside 1900…9999.
    static func text(_ serial: Double, countsFrom1904: Bool) -> String? {
        let shifted = countsFrom1904 ? serial + 1_462 : serial
        guard shifted >= 0, shifted < 2_958_466 else { return nil }
        let minutes = Int((shifted * 1_440).rounded())
        let (day, minute) = (minutes / 1_440, minutes % 1_440)
        let time = "\(padded(minute / 60)):\(padded(minute % 60))"
        if day == 0 { return time }
        // The program counts a 29 February 1900 that never was.
        let (year, month, dayOfMonth) = civil(days: (day < 60 ? day + 1 : day) - 25_569)
        let date = "\(padded(dayOfMonth)).\(padded(month)).\(year)"
        return minute == 0 ? date : "\(date) \(time)"
    }

    /// The number as people write it: `0.30000000000000004` is `0.3`.
    static func plain(_ number: Double, written: String) -> String {
        guard written.utf8.count > 15, abs(number) < 1e15 else { return written }
        let scaled = (number * 1e6).rounded() / 1e6
        return scaled == scaled.rounded() ? String(Int(scaled)) : String(scaled)
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Year, month and day of a day counted from 1970-01-01, in the Gregorian calendar.
    private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
        // Years begin in March here, so that the leap day is the last of one; an era has 400 of them.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
