// SPDX-License-Identifier: Apache-2.0
import SwiftASN1

extension ASN1Node {
    /// The elements inside; nil for a primitive one.
    var children: [ASN1Node]? {
        if case .constructed(let nodes) = content { return Array(nodes) }
        return nil
    }

    var primitive: [UInt8]? {
        if case .primitive(let octets) = content { return Array(octets) }
        return nil
    }

    func isContext(_ number: UInt) -> Bool { identifier.tagClass == .contextSpecific && identifier.tagNumber == number }

    /// Dotted; nil for anything else.
    var objectIdentifier: String? {
        (try? ASN1ObjectIdentifier(derEncoded: self, withIdentifier: .objectIdentifier)).map { String(describing: $0) }
    }

    /// The identifier in an AlgorithmIdentifier.
    var algorithm: String? { children?.first?.objectIdentifier }

    /// The text of any of the string types that names are written in; nil for other types.
    var text: String? {
        guard let octets = primitive, octets.count <= 4_096 else { return nil }
        switch identifier {
        case .utf8String, .printableString, .ia5String, .numericString: return String(decoding: octets, as: UTF8.self)
        case .teletexString: return String(String.UnicodeScalarView(octets.map { Unicode.Scalar($0) }))
        case .bmpString:
            let units = stride(from: 0, to: octets.count - 1, by: 2).map { UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1]) }
            return String(decoding: units, as: UTF16.self)
        default: return nil
        }
    }

    /// A UTCTime or GeneralizedTime in UTC as Unix time; nil for anything else (RFC 5280 §4.1.2.5).
    var unixTime: Int? {
        guard let octets = primitive, octets.count <= 32 else { return nil }
        let yearDigits = identifier == .utcTime ? 2 : identifier == .generalizedTime ? 4 : 0
        let digits = octets.prefix { (0x30...0x39).contains($0) }.map { Int($0) - 0x30 }
        guard yearDigits > 0, digits.count >= yearDigits + 10 else { return nil }
        var fields: [Int] = []
        for place in stride(from: yearDigits, to: yearDigits + 10, by: 2) {
            fields.append(digits[place] * 10 + digits[place + 1])
        }
        var year = digits[..<yearDigits].reduce(0) { $0 * 10 + $1 }
        if yearDigits == 2 { year += year < 50 ? 2_000 : 1_900 }
        guard (1...12).contains(fields[0]), (1...31).contains(fields[1]), fields[2] < 24, fields[3] < 60, fields[4] < 61 else {
            return nil
        }
        return CivilDays.days(year, fields[0], fields[1]) * 86_400 + fields[2] * 3_600 + fields[3] * 60 + fields[4]
    }
}

enum CivilDays {
    /// Days from 1970-01-01 to a day of the Gregorian calendar.
    static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        // Years begin in March, so that the leap day is the last.
        let shifted = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }
}
