// SPDX-License-Identifier: Apache-2.0

/// What strings are asked for on every line of a letter, octet by octet: with Cyrillic the general ways of the standard library, which
/// look for other spellings of the same characters, take ten times as long.
extension StringProtocol {
    /// The text in lower case, as `lowercased()` gives it, which takes ten times as long with Cyrillic.
    var inLowerCase: String {
        var octets: [UInt8] = []
        octets.reserveCapacity(utf8.count)
        for octet in utf8 {
            switch (octets.last ?? 0, octet) {
            case (0xD0, 0x90...0x9F): octets.append(octet + 0x20)
            case (0xD0, 0xA0...0xAF): octets.replaceLast(with: 0xD1, octet - 0x20)
            case (0xD0, 0x80...0x8F): octets.replaceLast(with: 0xD1, octet + 0x10)
            case (0xD2, 0x90...0x91): octets.append(0x91)
            // Letters of other alphabets.
            case (0xD1, 0xA0...0xBF), (0xD2, 0x80...0xBF), (0xE2, 0x84...0xBF), (_, 0xC3...0xCF), (_, 0xD3...0xDF), (_, 0xE1),
                (_, 0xEA...):
                return lowercased()
            case (_, 0x41...0x5A): octets.append(octet + 0x20)
            default: octets.append(octet)
            }
        }
        return String(decoding: octets, as: UTF8.self)
    }

    /// `hasPrefix(_:)`, by octets where no combining mark makes that another question.
    func begins(with prefix: String) -> Bool {
        if utf8.prefix(prefix.utf8.count + Self.markOctets).contains(where: Self.isOfMark) { return hasPrefix(prefix) }
        return utf8.starts(with: prefix.utf8)
    }

    /// `hasSuffix(_:)`, by octets where no combining mark makes that another question.
    func ends(with suffix: String) -> Bool {
        let tail = utf8.suffix(2 * suffix.utf8.count + Self.markOctets)
        if tail.contains(where: Self.isOfMark) { return hasSuffix(suffix) }
        return tail.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    /// `contains(_:)`, by octets where no combining mark makes that another question.
    func holds(_ part: String) -> Bool {
        if utf8.contains(where: Self.isOfMark) { return contains(part) }
        guard let first = part.utf8.first else { return true }
        return utf8.indices.contains { utf8[$0] == first && utf8[$0...].starts(with: part.utf8) }
    }

    /// The first octets of combining marks: a text may have й as и with a breve.
    private static func isOfMark(_ octet: UInt8) -> Bool { octet == 0xCC || octet == 0xCD }
    private static var markOctets: Int { 2 }

    /// The words with one space between.
    var onOneLine: String {
        var octets: [UInt8] = []
        octets.reserveCapacity(utf8.count)
        var hasSpace = false
        for octet in utf8 {
            switch octet {
            case 0x20, 0x09...0x0D: hasSpace = !octets.isEmpty
            // The first octets of spaces that are not ASCII.
            case 0xC2, 0xE1...0xE3: return split(whereSeparator: \.isWhitespace).joined(separator: " ")
            default:
                if hasSpace { octets.append(0x20) }
                hasSpace = false
                octets.append(octet)
            }
        }
        return String(decoding: octets, as: UTF8.self)
    }
}

extension [UInt8] {
    fileprivate mutating func replaceLast(with one: UInt8, _ other: UInt8) {
        self[count - 1] = one
        append(other)
    }
}
