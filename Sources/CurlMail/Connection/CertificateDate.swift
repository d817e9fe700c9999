// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import IMAPGrammar

/// The date form of OpenSSL: `Nov 23 07:20:00 2027 GMT`.
enum CertificateDate {
    /// Answers `nil` for anything else.
    static func parse(_ text: String) -> Date? {
        let words = text.split { $0 == " " || $0 == ":" }
        guard words.count >= 6, let month = CivilInstant.month(named: Array(words[0].utf8)), let day = Int(words[1]),
            let hour = Int(words[2]), let minute = Int(words[3]), let second = Int(words[4]), let year = Int(words[5])
        else { return nil }
        return CivilInstant(year: year, month: month, day: day, hour: hour, minute: minute, second: second, offset: 0).date
    }
}
