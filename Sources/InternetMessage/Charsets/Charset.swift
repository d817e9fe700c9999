// SPDX-License-Identifier: Apache-2.0

/// A charset this module reads.
package enum Charset: Hashable, Sendable {
    case ascii
    case utf8
    case utf7
    /// Big-endian unless the octets begin with a mark that says otherwise.
    case utf16
    case utf16LittleEndian
    case singleByte(SingleByteCharset)
    case eastAsian(EastAsianCharset)

    /// The usual name, lower case.
    package var name: String {
        switch self {
        case .ascii: "us-ascii"
        case .utf8: "utf-8"
        case .utf7: "utf-7"
        case .utf16: "utf-16"
        case .utf16LittleEndian: "utf-16le"
        case .singleByte(let charset): charset.rawValue
        case .eastAsian(let charset): charset.rawValue
        }
    }

    /// The charset of a label as letters write it, in any case; nil for unknown ones.
    package init?(label: String) {
        let key = Self.key(of: label)
        if let known = Self.labels[key] {
            self = known
            return
        }
        return nil
    }

    /// Letters and digits in lower case: `Windows_1251`, `windows-1251` and `"WINDOWS1251"` are one label.
    private static func key(of label: String) -> String {
        var octets: [UInt8] = []
        // RFC 2231 §5 lets a language follow: `utf-8*uk`.
        for octet in label.utf8.prefix(40) {
            if octet == 0x2A { break }
            let letter = octet.asciiLowercased
            if letter.isDigit || (letter >= 0x61 && letter <= 0x7A) { octets.append(letter) }
        }
        return String(decoding: octets, as: UTF8.self)
    }

    private static let labels: [String: Charset] = makeLabels()

    private static func makeLabels() -> [String: Charset] {
        var table: [String: Charset] = [:]
        for charset in SingleByteCharset.allCases { table[key(of: charset.rawValue)] = .singleByte(charset) }
        for charset in EastAsianCharset.allCases { table[key(of: charset.rawValue)] = .eastAsian(charset) }
        // Programs that say ISO-8859-1 write windows-1252 (WHATWG Encoding §4.2).
        for label in ["iso88591", "latin1", "l1", "iso8859", "cp819", "ibm819", "cp1252", "xcp1252", "ansi", "win1252"] {
            table[label] = .singleByte(.windows1252)
        }
        for label in ["usascii", "ascii", "ansix341968", "iso646us", "646", "us", "7bit"] { table[label] = .ascii }
        for label in ["utf8", "utf8mb4", "unicode11utf8", "xutf8", "cp65001", "uft8"] { table[label] = .utf8 }
        for label in ["utf7", "unicode11utf7", "xunicode11utf7", "csunicode11utf7"] { table[label] = .utf7 }
        for label in ["utf16", "utf16be", "ucs2", "iso10646ucs2", "unicode"] { table[label] = .utf16 }
        table["utf16le"] = .utf16LittleEndian
        for (label, charset) in singleByteAliases { table[label] = .singleByte(charset) }
        for (label, charset) in EastAsianCharset.aliases { table[label] = .eastAsian(charset) }
        return table
    }

    private static let singleByteAliases: [String: SingleByteCharset] = [
        "cp1251": .windows1251, "xcp1251": .windows1251, "win1251": .windows1251, "w1251": .windows1251, "1251": .windows1251,
        "cp1250": .windows1250, "xcp1250": .windows1250, "win1250": .windows1250, "cp1253": .windows1253,
        "cp1254": .windows1254, "cp1255": .windows1255, "cp1256": .windows1256, "cp1257": .windows1257,
        "cp1258": .windows1258, "koi8": .koi8R, "cskoi8r": .koi8R, "koi8ru": .koi8U, "koi": .koi8R,
        "maccyrillic": .macCyrillic, "macukraine": .macCyrillic, "xmacukrainian": .macCyrillic, "mac": .macintosh,
        "macroman": .macintosh, "xmacroman": .macintosh, "cp866": .ibm866, "866": .ibm866, "dos866": .ibm866,
        "cp855": .ibm855, "ibm1125": .cp1125, "cp866u": .cp1125, "ruscii": .cp1125, "cp437": .ibm437, "cp850": .ibm850,
        "cp852": .ibm852, "latin2": .iso8859x2, "l2": .iso8859x2, "latin9": .iso8859x15, "latin0": .iso8859x15,
        "cyrillic": .iso8859x5, "isocyrillic": .iso8859x5, "iso88595windows": .iso8859x5, "greek": .iso8859x7,
        "hebrew": .iso8859x8, "iso88598i": .iso8859x8, "iso88596e": .iso8859x6, "arabic": .iso8859x6, "latin5": .iso8859x9,
        "tis620": .windows874, "iso885911": .windows874,
    ]
}

extension Charset {
    /// The UTF-8 octets of `octets`, which are of this charset; U+FFFD where they mean nothing. Valid UTF-8 comes back as it is.
    func utf8(of octets: [UInt8]) -> [UInt8] {
        switch self {
        case .ascii, .utf8:
            UTF8Check.isValid(octets.span) ? octets : Array(String(decoding: octets, as: UTF8.self).utf8)
        case .singleByte(let charset): charset.utf8(of: octets.span)
        case .utf7: UTF7.utf8(of: octets.span)
        case .utf16: UTF16Octets.utf8(of: octets.span, isLittleEndian: false)
        case .utf16LittleEndian: UTF16Octets.utf8(of: octets.span, isLittleEndian: true)
        case .eastAsian(let charset): charset.utf8(of: octets.span)
        }
    }

    /// The text of `octets` under `label`, the charset used instead if the label is wrong, and what was noted.
    package static func text(
        of octets: Span<UInt8>, label: String?
    ) -> (text: String, charset: Charset, defects: [Defect.Kind]) {
        let (charset, defect) = judge(octets, label: label)
        var defects = defect.map { [$0] } ?? []
        let utf8 = charset.utf8(of: octets.copy(0..<octets.count))
        var start = 0
        // A byte order mark is no character of the text.
        if utf8.count >= 3, utf8[0] == 0xEF, utf8[1] == 0xBB, utf8[2] == 0xBF { start = 3 }
        let text = String(decoding: utf8[start...], as: UTF8.self)
        if charset != .utf8 || defect == nil, text.utf8.span.hasReplacementCharacter, !octets.hasReplacementCharacter {
            defects.append(.undecodableCharacters)
        }
        return (text, charset, defects)
    }
}

extension Span where Element == UInt8 {
    /// Whether U+FFFD itself stands in the octets as UTF-8: then it is the sender's own.
    fileprivate var hasReplacementCharacter: Bool {
        var offset = 0
        while let found = firstOffset(of: 0xEF, in: offset..<count) {
            if found + 2 < count, self[found + 1] == 0xBF, self[found + 2] == 0xBD { return true }
            offset = found + 1
        }
        return false
    }
}
