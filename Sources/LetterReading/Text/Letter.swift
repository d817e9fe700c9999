// SPDX-License-Identifier: Apache-2.0

/// Letters folded to one octet each, so that words compare octet by octet: case is gone, `ё` is `е`, and a Latin letter that looks
/// like a Cyrillic one is that one, as typists and scanners mix them up.
enum Letter {
    /// Codes are 1 … 63; 0 is no letter.
    static let count = 64
    /// Any letter that is neither Cyrillic nor basic Latin.
    static let other: UInt8 = 63
    /// Every code, and 0.
    static let all: ClosedRange<UInt8> = 0...63

    /// The code of a letter, 0 for what is no letter.
    static func code(_ scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0x430...0x44F: UInt8(scalar - 0x430) + 1
        case 0x410...0x42F: UInt8(scalar - 0x410) + 1
        case 0x61...0x7A: lowerLatin[Int(scalar) - 0x61]
        case 0x41...0x5A: upperLatin[Int(scalar) - 0x41]
        case 0x404, 0x454: 33
        case 0x406, 0x456: 34
        case 0x407, 0x457, 0xCF, 0xEF: 35
        case 0x490, 0x491: 36
        case 0x401, 0x451, 0x400, 0x450: 6
        // Letters to Unicode are the signs of softness and the apostrophe U+02BC.
        case 0..<0xAA, 0x2B9...0x2BC: 0
        default: Unicode.Scalar(scalar)?.properties.isAlphabetic == true ? other : 0
        }
    }

    /// ``code(_:)`` of the code points U+0000 … U+047F, with ``capital`` set for ``isCapital(_:)``.
    static let quick: [UInt8] = (0..<0x480).map { code($0) == 0 ? 0 : code($0) | (isCapital($0) ? capital : 0) }
    /// No code is as high.
    static let capital: UInt8 = 0x80

    /// ``code(_:)`` of the character of UTF-8 at an octet, and how many octets it has; 0 for any that is neither ASCII nor Cyrillic.
    @inline(__always)
    static func common(_ octets: Span<UInt8>, at place: Int, end: Int) -> (code: UInt8, length: Int) {
        let first = octets[place]
        if first < 0x80 { return (first < 0x41 ? 0 : quick[Int(first)] & ~capital, 1) }
        if first & 0xFE == 0xD0, place + 1 < end {
            let letter = Int(first & 1) << 6 | Int(octets[place + 1] & 0x3F)
            // From «А» to «Я» and from «а» to «я», as most are.
            let plain = letter &- 0x10
            return plain & ~0x3F == 0 ? (UInt8(truncatingIfNeeded: plain & 0x1F) + 1, 2) : (quick[letter | 0x400] & ~capital, 2)
        }
        var next = place + 1
        while next < end, octets[next] & 0xC0 == 0x80 { next += 1 }
        return (0, next - place)
    }

    /// The letter in lower case that stands for a code.
    static func scalar(_ code: UInt8) -> Unicode.Scalar {
        switch code {
        case 1...32: Unicode.Scalar(UInt16(code) + 0x42F) ?? "?"
        case 33: "є"
        case 34: "і"
        case 35: "ї"
        case 36: "ґ"
        case 37...62: Unicode.Scalar(code - 37 + 0x61)
        default: "?"
        }
    }

    /// Puts the letter in lower case behind octets of UTF-8.
    static func write(_ code: UInt8, to octets: inout [UInt8]) {
        let scalar = scalar(code).value
        if scalar < 0x80 {
            octets.append(UInt8(scalar))
        } else {
            octets.append(UInt8(0xC0 | scalar >> 6))
            octets.append(UInt8(0x80 | scalar & 0x3F))
        }
    }

    /// Whether a code point is a capital of the alphabets above.
    static func isCapital(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x400...0x42F, 0x490: true
        default: false
        }
    }

    /// Puts the letter behind octets of UTF-8 as a capital.
    static func writeCapital(_ code: UInt8, to octets: inout [UInt8]) {
        guard (1...36).contains(code) else { return write(code, to: &octets) }
        let scalar = capitalScalar(code)
        octets.append(UInt8(0xC0 | scalar >> 6))
        octets.append(UInt8(0x80 | scalar & 0x3F))
    }

    /// The code point of a Cyrillic capital.
    static func capitalScalar(_ code: UInt8) -> UInt32 {
        switch code {
        case 1...32: UInt32(code) + 0x40F
        case 33: 0x404
        case 34: 0x406
        case 35: 0x407
        default: 0x490
        }
    }

    /// The codes of a stem or word as it stands in a table.
    static func codes(_ text: some StringProtocol) -> [UInt8] {
        var codes: [UInt8] = []
        codes.reserveCapacity(text.utf8.count)
        let quick = quick
        for scalar in text.unicodeScalars {
            let value = Int(scalar.value)
            let code = value < quick.count ? quick[value] & ~capital : code(scalar.value)
            if code != 0 { codes.append(code) }
        }
        return codes
    }

    private static let lowerLatin = latin([
        "a": "а", "c": "с", "e": "е", "i": "і", "k": "к", "m": "м", "o": "о", "p": "р", "t": "т",
        "x": "х", "y": "у",
    ])
    private static let upperLatin = latin([
        "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "i": "і", "k": "к", "m": "м", "o": "о",
        "p": "р", "t": "т", "x": "х", "y": "у",
    ])

    private static func latin(_ lookalikes: [Unicode.Scalar: Unicode.Scalar]) -> [UInt8] {
        (UInt8(0)..<26).map { number in
            lookalikes[Unicode.Scalar(number + 0x61)].map { code($0.value) } ?? 37 + number
        }
    }
}

/// A few letters (``Letter``), a bit for each.
struct LetterSet: Sendable {
    private let bits: UInt64

    init(_ letters: String) { bits = Letter.codes(letters).reduce(0) { $0 | 1 &<< UInt64($1) } }

    func contains(_ letter: UInt8) -> Bool { bits & 1 &<< UInt64(letter) != 0 }
}

extension Unicode.Scalar {
    /// Whether it is a capital letter or a number of any script.
    var isCapitalOrNumber: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x400...0x42F, 0x490: true
        case 0..<0x80, 0x430...0x45F, 0x491, 0x2010...0x203A: false
        default: properties.isUppercase || properties.numericType != nil
        }
    }
}
