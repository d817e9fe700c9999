// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import OfficeCalendar
import Storage

/// Instants as the register writes them: ISO 8601 in UTC with milliseconds, `2026-11-23T07:23:38.123Z`, so that texts sort as time does.
enum InstantText {
    /// Cut down to the millisecond; instants outside the years 1…9999 move to the nearest end.
    static func text(_ instant: Date) -> String {
        let limit = 253_402_300_799.999
        let given = instant.timeIntervalSince1970
        let seconds = given.isNaN ? 0 : min(max(given, -62_135_596_800), limit)
        // The half microsecond takes back what the binary fraction lost.
        let milliseconds = Int((seconds * 1_000 + 0.000_5).rounded(.down))
        let day = milliseconds >= 0 ? milliseconds / 86_400_000 : (milliseconds - 86_399_999) / 86_400_000
        let rest = milliseconds - day * 86_400_000
        let date = CivilDate(dayNumber: day)
        return String(unsafeUninitializedCapacity: 24) { buffer in
            func put(_ number: Int, at start: Int, width: Int, then separator: Character?) {
                var number = number
                for place in stride(from: start + width - 1, through: start, by: -1) {
                    buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
                    number /= 10
                }
                buffer[start + width] = separator?.asciiValue ?? UInt8(ascii: "Z")
            }
            put(date.year, at: 0, width: 4, then: "-")
            put(date.month, at: 5, width: 2, then: "-")
            put(date.day, at: 8, width: 2, then: "T")
            put(rest / 3_600_000, at: 11, width: 2, then: ":")
            put(rest / 60_000 % 60, at: 14, width: 2, then: ":")
            put(rest / 1_000 % 60, at: 17, width: 2, then: ".")
            put(rest % 1_000, at: 20, width: 3, then: "Z")
            return 24
        }
    }

    /// The instant, or `nil` for any other shape.
    static func instant(_ text: String) -> Date? {
        let octets = Array(text.utf8)
        guard octets.count == 24, octets[10] == UInt8(ascii: "T"), octets[13] == UInt8(ascii: ":"),
            octets[16] == UInt8(ascii: ":"), octets[19] == UInt8(ascii: "."), octets[23] == UInt8(ascii: "Z"),
            let date = CivilDate(text.prefix(10)), let hour = number(octets[11..<13]), let minute = number(octets[14..<16]),
            let second = number(octets[17..<19]), let milliseconds = number(octets[20..<23])
        else { return nil }
        let seconds = date.dayNumber * 86_400 + hour * 3_600 + minute * 60 + second
        return Date(timeIntervalSince1970: Double(seconds * 1_000 + milliseconds) / 1_000)
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

extension SQLValue {
    static func instant(_ value: Date) -> SQLValue { .text(InstantText.text(value)) }
    static func instant(_ value: Date?) -> SQLValue { value.map { .text(InstantText.text($0)) } ?? .null }
}
