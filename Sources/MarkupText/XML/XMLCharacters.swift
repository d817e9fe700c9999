// SPDX-License-Identifier: Apache-2.0

/// Characters of a document: which octets may stand in a name, what a reference stands for, what a run of octets says.
enum XMLCharacters {
    enum Place {
        case content
        case section
        case attribute
    }

    /// The longest reference read, in octets: longer ones are none.
    private static let maximumReference = 64

    static func isSpace(_ octet: UInt8) -> Bool {
        octet == 0x20 || octet == 0x0a || octet == 0x0d || octet == 0x09
    }

    /// Octets beyond ASCII are taken on trust: which letters XML allows in names changes nothing here.
    static func isNameStart(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: ":"), 0x80...:
            true
        default: false
        }
    }

    static func isName(_ octet: UInt8) -> Bool {
        isNameStart(octet) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet) || octet == UInt8(ascii: "-")
            || octet == UInt8(ascii: ".")
    }

    /// The character a reference at the sign `&` stands for, and where it ends.
    static func reference(
        _ octets: Span<UInt8>, at start: Int
    ) throws(XMLError.Reason) -> (scalar: Unicode.Scalar, end: Int) {
        let first = start + 1
        var end = first
        while end < octets.count, octets[end] != UInt8(ascii: ";") {
            guard end - first < maximumReference, isName(octets[end]) || octets[end] == UInt8(ascii: "#") else {
                throw .malformed(.reference)
            }
            end += 1
        }
        guard end < octets.count, end > first else { throw .malformed(.reference) }
        let name = octets.extracting(first..<end)
        return (name[0] == UInt8(ascii: "#") ? try numbered(name) : try named(name), end + 1)
    }

    private static func named(_ name: Span<UInt8>) throws(XMLError.Reason) -> Unicode.Scalar {
        switch (name.count, name[0]) {
        case (2, UInt8(ascii: "l")) where name[1] == UInt8(ascii: "t"): return "<"
        case (2, UInt8(ascii: "g")) where name[1] == UInt8(ascii: "t"): return ">"
        default: break
        }
        let written = unsafe name.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
        switch written {
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default: throw written.contains("#") ? .malformed(.reference) : .entity(written)
        }
    }

    /// `#1110` or `#x456`.
    private static func numbered(_ name: Span<UInt8>) throws(XMLError.Reason) -> Unicode.Scalar {
        let isHexadecimal = name.count > 1 && name[1] == UInt8(ascii: "x")
        let (first, radix) = isHexadecimal ? (2, UInt32(16)) : (1, UInt32(10))
        var number: UInt32 = 0
        for index in first..<max(first, name.count) {
            guard let digit = digit(name[index]), digit < radix else { throw .malformed(.reference) }
            // Beyond the last character more digits change nothing.
            number = min(number * radix + digit, 0x11_0000)
        }
        guard name.count > first, let scalar = Unicode.Scalar(number), isAllowed(scalar) else { throw .malformed(.reference) }
        return scalar
    }

    private static func digit(_ octet: UInt8) -> UInt32? {
        switch octet {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(octet - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(octet - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(octet - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    /// XML 1.0 §2.2.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 ? scalar.value & 0xfffe != 0xfffe : scalar == "\t" || scalar == "\n" || scalar == "\r"
    }

    /// What the octets say. References in it have been checked; one that is none stays as it is written.
    static func text(_ octets: Span<UInt8>, _ range: Range<Int>, _ place: Place, _ encoding: XMLEncoding) -> String {
        let run = octets.extracting(range)
        if encoding == .utf8, isPlain(run, place) {
            return unsafe run.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
        }
        var text: [UInt8] = []
        text.reserveCapacity(run.count)
        var index = 0
        while index < run.count {
            let octet = run[index]
            if octet == UInt8(ascii: "&"), place != .section, let (scalar, end) = try? reference(run, at: index) {
                text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                index = end
                continue
            }
            index += 1
            switch octet {
            case 0x0d:
                if index < run.count, run[index] == 0x0a { index += 1 }
                text.append(place == .attribute ? 0x20 : 0x0a)
            case 0x0a, 0x09: text.append(place == .attribute ? 0x20 : octet)
            case 0..<0x20: text.append(contentsOf: UTF8.encodedReplacementCharacter)
            case 0x80... where encoding == .windows1251: XMLEncoding.append(windows1251: octet, to: &text)
            default: text.append(octet)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func isPlain(_ run: Span<UInt8>, _ place: Place) -> Bool {
        for index in run.indices {
            switch run[index] {
            case UInt8(ascii: "&"): if place != .section { return false }
            case 0x0a, 0x09: if place == .attribute { return false }
            case 0..<0x20: return false
            default: continue
            }
        }
        return true
    }
}
