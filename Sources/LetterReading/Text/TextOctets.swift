// SPDX-License-Identifier: Apache-2.0

// What strings are asked for on every line of a letter, octet by octet: with Cyrillic the general ways of the standard library, which
// look for other spellings of the same characters, take ten times as long. Where a combining mark stands at the place that tells (й may
// be и with a breve) they are asked all the same.

extension String {
    /// `hasPrefix(_:)`.
    func begins(with prefix: String) -> Bool { utf8.span.begins(with: prefix.utf8.span) ?? hasPrefix(prefix) }
    /// `hasSuffix(_:)`.
    func ends(with suffix: String) -> Bool { utf8.span.ends(with: suffix.utf8.span) ?? hasSuffix(suffix) }
    /// `contains(_:)`.
    func holds(_ part: String) -> Bool { utf8.span.holds(part.utf8.span) ?? contains(part) }
}

extension Substring {
    /// `hasPrefix(_:)`.
    func begins(with prefix: String) -> Bool { utf8.span.begins(with: prefix.utf8.span) ?? hasPrefix(prefix) }
    /// `hasSuffix(_:)`.
    func ends(with suffix: String) -> Bool { utf8.span.ends(with: suffix.utf8.span) ?? hasSuffix(suffix) }
    /// `contains(_:)`.
    func holds(_ part: String) -> Bool { utf8.span.holds(part.utf8.span) ?? contains(part) }
}

extension Span<UInt8> {
    /// Whether the octets begin with those of another text; nil where a combining mark stands at the place that tells.
    fileprivate func begins(with prefix: Span<UInt8>) -> Bool? {
        var same = 0
        while same < prefix.count, same < count, self[same] == prefix[same] { same += 1 }
        // A mark that makes another character of the last equal one, or of the first different one, which has two octets at most
        // where it is a letter of ours.
        if hasMark(in: same..<Swift.min(count, same + 4)) { return nil }
        return same == prefix.count
    }

    /// Whether the octets end with those of another text; nil where a combining mark stands at the place that tells.
    fileprivate func ends(with suffix: Span<UInt8>) -> Bool? {
        var same = 0
        while same < suffix.count, same < count, self[count - same - 1] == suffix[suffix.count - same - 1] { same += 1 }
        if same == suffix.count { return true }
        if hasMark(in: Swift.max(0, count - same - 4)..<Swift.min(count, count - same + 2)) { return nil }
        return false
    }

    /// Whether the octets of another text stand anywhere among these; nil where a combining mark stands among them.
    fileprivate func holds(_ part: Span<UInt8>) -> Bool? {
        guard part.count > 1 else {
            return part.isEmpty ? true : hasMark(in: indices) ? nil : indices.contains { self[$0] == part[0] }
        }
        let (first, second) = (part[0], part[1])
        var place = 0
        while place + part.count <= count {
            if self[place] == first, self[place + 1] == second {
                var same = 2
                while same < part.count, self[place + same] == part[same] { same += 1 }
                if same == part.count, !hasMark(in: place + same..<Swift.min(count, place + same + 1)) { return true }
            }
            place += 1
        }
        return hasMark(in: indices) ? nil : false
    }

    /// Whether a combining mark begins there.
    @inline(__always)
    func hasMark(in places: Range<Int>) -> Bool {
        var place = places.lowerBound
        while place < places.upperBound {
            if self[place] & 0xFE == 0xCC { return true }
            place &+= 1
        }
        return false
    }
}

extension String {
    /// The text in lower case, as `lowercased()` gives it.
    var inLowerCase: String { utf8.span.mayHaveCapitals ? String(lowering: Array(utf8)) ?? lowercased() : self }

    /// With the first letter capital, as `prefix(1).uppercased() + dropFirst()`.
    var withCapital: String {
        var octets = Array(utf8)
        let next: UInt8 = octets.count > 1 ? octets[1] : 0
        switch octets.first ?? 0 {
        case 0x61...0x7A where next < 0xCC || next > 0xCD: octets[0] -= 0x20
        case 0xD0 where (0xB0...0xBF).contains(next) && !utf8.span.hasMark(in: 2..<min(3, utf8.count)): octets[1] -= 0x20
        case 0xD1 where (0x80...0x8F).contains(next) && !utf8.span.hasMark(in: 2..<min(3, utf8.count)):
            (octets[0], octets[1]) = (0xD0, next + 0x20)
        case 0xD1 where (0x90...0x9F).contains(next) && !utf8.span.hasMark(in: 2..<min(3, utf8.count)):
            (octets[0], octets[1]) = (0xD0, next - 0x10)
        default: return prefix(1).uppercased() + dropFirst()
        }
        return String(decoding: octets, as: UTF8.self)
    }

    /// Nil where letters of other alphabets stand among the octets.
    private init?(lowering octets: [UInt8]) {
        var octets = octets
        var place = 0
        while place < octets.count {
            let octet = octets[place]
            switch octet {
            case 0x41...0x5A: octets[place] = octet + 0x20
            case 0xD0 where place + 1 < octets.count:
                place += 1
                switch octets[place] {
                case 0x90...0x9F: octets[place] += 0x20
                case 0xA0...0xAF: (octets[place - 1], octets[place]) = (0xD1, octets[place] - 0x20)
                case 0x80...0x8F: (octets[place - 1], octets[place]) = (0xD1, octets[place] + 0x10)
                default: break
                }
            case 0xD1 where place + 1 < octets.count:
                place += 1
                if octets[place] >= 0xA0 { return nil }
            case 0xD2 where place + 1 < octets.count:
                place += 1
                if octets[place] == 0x90 { octets[place] = 0x91 } else if octets[place] != 0x91 { return nil }
            case 0xE2 where place + 1 < octets.count:
                // «№» has one case.
                let isNumberSign = place + 2 < octets.count && octets[place + 1] == 0x84 && octets[place + 2] == 0x96
                if octets[place + 1] >= 0x84, !isNumberSign { return nil }
            case 0xC3...0xCF, 0xD3...0xDF, 0xE1, 0xEA...: return nil
            default: break
            }
            place += 1
        }
        self.init(decoding: octets, as: UTF8.self)
    }
}

extension Span<UInt8> {
    /// Whether there is anything but small letters of the two alphabets and the commonest marks.
    fileprivate var mayHaveCapitals: Bool {
        var place = 0
        while place < count {
            let next: UInt8 = place + 1 < count ? self[place + 1] : 0
            switch self[place] {
            case 0x41...0x5A: return true
            case 0xD0: if next < 0xB0 { return true }
            case 0xD1: if next >= 0xA0 { return true }
            case 0xD2: if next != 0x91 { return true }
            case 0x80...0xBF, 0..<0x80, 0xC2: break
            default: return true
            }
            place += 1
        }
        return false
    }
}

extension Substring {
    /// The text in lower case, as `lowercased()` gives it.
    var inLowerCase: String { String(self).inLowerCase }
}
