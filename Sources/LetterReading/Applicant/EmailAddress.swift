// SPDX-License-Identifier: Apache-2.0

/// A mail address written in a text.
struct EmailAddress: Hashable, Sendable {
    /// In lower case, Cyrillic letters that look Latin made Latin: a typist's «ekо@…» is not another address.
    let text: String
    /// Octets in the normalized text.
    let range: Range<Int>

    /// All addresses between two octets, in order.
    static func all(in source: NormalizedText, _ range: Range<Int>) -> [EmailAddress] {
        let octets = source.utf8
        var found: [EmailAddress] = []
        for token in source.tokens[source.tokenIndex(atOrAfter: range.lowerBound)...] {
            guard token.range.lowerBound < range.upperBound else { break }
            guard token.isMark("@") else { continue }
            let at = token.range.lowerBound
            var start = at
            while start > range.lowerBound, isPart(octets[start - 1]) { start -= 1 }
            var end = at + 1
            while end < range.upperBound, isPart(octets[end]) { end += 1 }
            while end > at, octets[end - 1] == UInt8(ascii: ".") || octets[end - 1] == UInt8(ascii: "-") { end -= 1 }
            guard start < at, end > at + 2, at - start < 80, end - at < 80 else { continue }
            found.append(EmailAddress(text: latin(source.text(start..<end)), range: start..<end))
        }
        return found
    }

    private static func isPart(_ octet: UInt8) -> Bool {
        octet >= 0x80 || (0x30...0x39).contains(octet) || (0x41...0x5A).contains(octet) || (0x61...0x7A).contains(octet)
            || octet == 0x2D || octet == 0x2E || octet == 0x5F || octet == 0x2B
    }

    /// The address with every Cyrillic letter that has a Latin double written as that one.
    static func latin(_ address: String) -> String {
        String(String.UnicodeScalarView(address.inLowerCase.unicodeScalars.map { doubles[$0] ?? $0 }))
    }

    private static let doubles: [Unicode.Scalar: Unicode.Scalar] = [
        "а": "a", "с": "c", "е": "e", "і": "i", "к": "k", "м": "m", "о": "o", "р": "p", "т": "t", "х": "x", "у": "y",
    ]
}
