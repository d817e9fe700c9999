// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// The date-time of INTERNALDATE, ` 1-Nov-2026 08:00:11 +0200` (RFC 9051 §9, `date-time`).
enum InternalDate {
    /// Answers `nil` for anything else. A day of one digit may stand with or without its leading space.
    static func parse(_ octets: [UInt8]) -> Date? {
        let words = octets.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
        guard words.count >= 6, let day = number(words[0]), let month = CivilInstant.month(named: words[1]),
            let year = number(words[2]), let hour = number(words[3]), let minute = number(words[4]), let second = number(words[5])
        else { return nil }
        return CivilInstant(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second, offset: offset(octets)
        ).date
    }

    // The sign is looked for in the octets because `-` also separates the words. No zone is read as UTC.
    private static func offset(_ octets: [UInt8]) -> Int {
        guard octets.count >= 5, let figures = number(octets.suffix(4)) else { return 0 }
        let seconds = figures / 100 * 3_600 + figures % 100 * 60
        switch octets[octets.count - 5] {
        case UInt8(ascii: "+"): return seconds
        case UInt8(ascii: "-"): return -seconds
        default: return 0
        }
    }

    private static func number(_ octets: ArraySlice<UInt8>) -> Int? {
        guard (1...4).contains(octets.count) else { return nil }
        var value = 0
        for octet in octets {
            guard (0x30...0x39).contains(octet) else { return nil }
            value = value * 10 + Int(octet - 0x30)
        }
        return value
    }
}
