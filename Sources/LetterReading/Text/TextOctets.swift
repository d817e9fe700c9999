// SPDX-License-Identifier: Apache-2.0

/// What strings are asked for on every line of a letter, octet by octet: with Cyrillic the general ways of the standard library, which
/// look for other spellings of the same characters, take ten times as long.
extension StringProtocol {
    /// The text in lower case, as `lowercased()` gives it, which takes ten times as long with Cyrillic.
    var inLowerCase: String {
        var octets = Array(utf8)
        var lead: UInt8 = 0
        for place in octets.indices {
            let octet = octets[place]
            switch (lead, octet) {
            case (0xD0, 0x90...0x9F), (_, 0x41...0x5A): octets[place] = octet + 0x20
            case (0xD0, 0xA0...0xAF): (octets[place - 1], octets[place]) = (0xD1, octet - 0x20)
            case (0xD0, 0x80...0x8F): (octets[place - 1], octets[place]) = (0xD1, octet + 0x10)
            case (0xD2, 0x90...0x91): octets[place] = 0x91
            // Letters of other alphabets.
            case (0xD1, 0xA0...0xBF), (0xD2, 0x80...0xBF), (0xE2, 0x84...0xBF), (_, 0xC3...0xCF), (_, 0xD3...0xDF), (_, 0xE1),
                (_, 0xEA...):
                return lowercased()
            default: break
            }
            lead = octet
        }
        return String(decoding: octets, as: UTF8.self)
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

    /// Whether the last octet of a character makes it a space that is not ASCII: U+0085, U+00A0, U+1680, U+2000 … U+200A, U+2028,
    /// U+2029, U+202F, U+205F, U+3000.
    private static func isSpace(_ octets: ArraySlice<UInt8>, _ octet: UInt8) -> Bool {
        switch (octets.first ?? 0, octets.last ?? 0, octet) {
        case (_, 0xC2, 0x85), (_, 0xC2, 0xA0), (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
            (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
            true
        default: false
        }
    }

    /// The words with one space between.
    var onOneLine: String {
        var octets: [UInt8] = []
        octets.reserveCapacity(utf8.count)
        var hasSpace = false
        var lead: UInt8 = 0
        for octet in utf8 {
            switch octet {
            case 0x20, 0x09...0x0D: hasSpace = !octets.isEmpty
            default:
                if octet < 0xC0, octet >= 0x80, lead == 0xC2 || lead >= 0xE1, Self.isSpace(octets.suffix(2), octet) {
                    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
                }
                if hasSpace { octets.append(0x20) }
                hasSpace = false
                octets.append(octet)
                if octet >= 0xC0 { lead = octet }
            }
        }
        return String(decoding: octets, as: UTF8.self)
    }
}

extension String {
    /// `hasPrefix(_:)`, by octets where no combining mark makes that another question.
    func begins(with prefix: String) -> Bool { utf8.span.begins(with: prefix.utf8.span) ?? hasPrefix(prefix) }
}

extension Substring {
    /// `hasPrefix(_:)`, by octets where no combining mark makes that another question.
    func begins(with prefix: String) -> Bool { utf8.span.begins(with: prefix.utf8.span) ?? hasPrefix(prefix) }
}

extension Span<UInt8> {
    /// Whether the octets begin with those of another text; nil where a combining mark stands at the place that tells: й may be
    /// written as и with a breve.
    fileprivate func begins(with prefix: Span<UInt8>) -> Bool? {
        var same = 0
        while same < prefix.count, same < count, self[same] == prefix[same] { same += 1 }
        // A mark that makes another character of the last equal one, or of the first different one, which has two octets at most
        // where it is a letter of ours.
        for place in same..<min(count, same + 4) where self[place] == 0xCC || self[place] == 0xCD { return nil }
        return same == prefix.count
    }
}
