// SPDX-License-Identifier: Apache-2.0
import CXML2

/// Character references: `&amp;`, `&#1110;`, `&#x456;` (HTML Living Standard §13.2.5.72).
enum CharacterReference {
    /// The names of HTML 4 with their characters, from libxml2's own table. No name is longer than 8 octets.
    private static let named: [UInt64: UInt32] = {
        var table: [UInt64: UInt32] = [:]
        for value in UInt32(34)..<9_831 {
            guard let entity = unsafe htmlEntityValueLookup(value), let name = unsafe entity.pointee.name else { continue }
            unsafe table[packed(String(cString: name).utf8)] = value
        }
        return table
    }()

    private static func packed(_ name: some Sequence<UInt8>) -> UInt64 { name.reduce(0) { $0 << 8 | UInt64($1) } }

    /// Reads the reference at `offset`, where `&` stands.
    ///
    /// - Parameter isValue: inside an attribute, where a name without `;` is no reference (addresses are full of them).
    /// - Returns: the character and the offset behind the reference; `nil` when the ampersand stands for itself.
    static func read(_ octets: Span<UInt8>, at offset: Int, isValue: Bool) -> (scalar: Unicode.Scalar, next: Int)? {
        guard offset + 1 < octets.count else { return nil }
        if octets[offset + 1] == UInt8(ascii: "#") { return numeric(octets, at: offset + 2) }
        var name: UInt64 = 0
        var next = offset + 1
        while next < octets.count, next - offset <= 8, octets[next].isLetterOrDigit {
            name = name << 8 | UInt64(octets[next])
            next += 1
        }
        guard let value = named[name], let scalar = Unicode.Scalar(value) else { return nil }
        if next < octets.count, octets[next] == UInt8(ascii: ";") { return (scalar, next + 1) }
        let endsHere = next == octets.count || !octets[next].isLetterOrDigit
        return value < 256 && endsHere && !isValue ? (scalar, next) : nil
    }

    private static func numeric(_ octets: Span<UInt8>, at offset: Int) -> (scalar: Unicode.Scalar, next: Int)? {
        var next = offset
        let isHexadecimal = next < octets.count && octets[next] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { next += 1 }
        let first = next
        var value: UInt32 = 0
        while next < octets.count, let digit = octets[next].hexadecimalDigit, isHexadecimal || digit < 10 {
            value = min(value &* (isHexadecimal ? 16 : 10) &+ digit, 0x11_0000)
            next += 1
        }
        guard next > first else { return nil }
        if next < octets.count, octets[next] == UInt8(ascii: ";") { next += 1 }
        if (0x80..<0xa0).contains(value) { return (Windows1252.scalar(ofControl: UInt8(value)), next) }
        return (value == 0 ? "\u{fffd}" : Unicode.Scalar(value) ?? "\u{fffd}", next)
    }
}

/// Numbers 128…159 name no characters in Unicode; writers of HTML mean those of windows-1252.
enum Windows1252 {
    private static let scalars: [Unicode.Scalar] = Array(
        "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ".unicodeScalars)

    /// - Parameter octet: 0x80…0x9F.
    static func scalar(ofControl octet: UInt8) -> Unicode.Scalar { scalars[Int(octet & 0x1f)] }
}

extension UInt8 {
    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7a }
    var isLetterOrDigit: Bool { isLetter || (self >= 0x30 && self <= 0x39) }
    /// White space of HTML: space, tab, LF, FF, CR.
    var isBlank: Bool { self == 0x20 || self == 0x0a || self == 0x0d || self == 0x09 || self == 0x0c }

    var hexadecimalDigit: UInt32? {
        if self >= 0x30 && self <= 0x39 { return UInt32(self - 0x30) }
        let folded = self | 0x20
        return folded >= 0x61 && folded <= 0x66 ? UInt32(folded - 0x57) : nil
    }
}
