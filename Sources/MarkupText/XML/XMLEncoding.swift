// SPDX-License-Identifier: Apache-2.0

/// How the characters of a document stand in its octets.
package enum XMLEncoding: Hashable, Sendable {
    case utf8
    case windows1251

    /// What was found out about a document's encoding.
    package struct Finding: Hashable, Sendable {
        package let encoding: XMLEncoding
        /// The name in the XML declaration, as written; nil without one.
        package let declared: String?
        /// Whether the document says one encoding and is written in another, or has octets that are no characters of it.
        package let contradictsOctets: Bool
        /// Where the document begins behind a byte order mark.
        let start: Int
    }

    /// The longest XML declaration looked at.
    private static let maximumDeclaration = 256

    /// Finds the encoding: what the octets show comes before what the document says, as letters are re-coded on their way and
    /// programs declare `utf-16` or `utf-8` for whatever they write.
    ///
    /// - Parameter octets: not UTF-16; see ``utf8(fromUTF16:)``.
    package static func find(in octets: Span<UInt8>) throws(XMLError) -> Finding {
        let start = hasUTF8Mark(octets) ? 3 : 0
        let declared = declaredName(in: octets, from: start)
        let name = declared?.lowercased() ?? "utf-8"
        let isDeclared1251 = ["windows-1251", "cp1251", "win-1251", "x-cp1251", "1251"].contains(name)
        if (try? UTF8Span(validating: octets)) != nil {
            // Pure ASCII contradicts no declaration.
            let contradicts = isDeclared1251 && octets.indices.contains { octets[$0] >= 0x80 }
            return Finding(encoding: .utf8, declared: declared, contradictsOctets: contradicts, start: start)
        }
        if isDeclared1251, start == 0 {
            return Finding(encoding: .windows1251, declared: declared, contradictsOctets: false, start: start)
        }
        guard ["utf-8", "utf8", "utf-16", "us-ascii", "ascii"].contains(name) || start == 3 else {
            throw XMLError(.encoding(declared ?? ""), line: 1)
        }
        let isCyrillic = start == 0 && mostlyOutsideUTF8(octets)
        return Finding(
            encoding: isCyrillic ? .windows1251 : .utf8, declared: declared, contradictsOctets: true, start: start)
    }

    /// The document in UTF-8 when it is written in UTF-16, told by a byte order mark or by how its first sign stands; nil when
    /// it is not. Halves of surrogate pairs without their other half become U+FFFD.
    package static func utf8(fromUTF16 octets: Span<UInt8>) -> [UInt8]? {
        guard octets.count >= 4 else { return nil }
        let isBig: Bool
        switch (octets[0], octets[1], octets[2], octets[3]) {
        case (0xff, 0xfe, _, _), (0x3c, 0, _, 0): isBig = false
        case (0xfe, 0xff, _, _), (0, 0x3c, 0, _): isBig = true
        default: return nil
        }
        let first = octets[0] >= 0xfe ? 2 : 0
        var units: [UInt16] = []
        units.reserveCapacity(octets.count / 2)
        for index in stride(from: first, to: octets.count - 1, by: 2) {
            let (one, other) = (UInt16(octets[index]), UInt16(octets[index + 1]))
            units.append(isBig ? one << 8 | other : other << 8 | one)
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func hasUTF8Mark(_ octets: Span<UInt8>) -> Bool {
        octets.count >= 3 && octets[0] == 0xef && octets[1] == 0xbb && octets[2] == 0xbf
    }

    /// The value of `encoding` in `<?xml … ?>`.
    private static func declaredName(in octets: Span<UInt8>, from start: Int) -> String? {
        var head = ""
        for index in start..<min(octets.count, start + maximumDeclaration) {
            guard octets[index] != UInt8(ascii: ">") else { break }
            head.unicodeScalars.append(Unicode.Scalar(octets[index] & 0x7f))
        }
        let words = head.drop(while: \.isWhitespace)
        guard words.hasPrefix("<?xml"), let key = words.firstRange(of: "encoding") else { return nil }
        let value = words[key.upperBound...].drop { $0.isWhitespace || $0 == "=" }
        guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
        let name = value.dropFirst().prefix { $0 != quote }
        return name.isEmpty ? nil : String(name)
    }

    /// Whether more octets beyond ASCII stand alone than in characters of UTF-8: so look letters in windows-1251, and so does not
    /// look UTF-8 with a damaged place.
    private static func mostlyOutsideUTF8(_ octets: Span<UInt8>) -> Bool {
        var (inside, outside, index) = (0, 0, 0)
        while index < octets.count {
            let octet = octets[index]
            let length =
                switch octet {
                case 0xc2...0xdf: 2
                case 0xe0...0xef: 3
                case 0xf0...0xf4: 4
                default: 1
                }
            let next = min(octets.count, index + length)
            let isWhole = next - index == length && (index + 1..<next).allSatisfy { octets[$0] & 0xc0 == 0x80 }
            if octet >= 0x80 { if length > 1 && isWhole { inside += length } else { outside += 1 } }
            index = isWhole ? next : index + 1
        }
        return outside > inside
    }
}

extension XMLEncoding {
    /// Adds the character that `octet` of a document in windows-1251 stands for.
    static func append(windows1251 octet: UInt8, to text: inout [UInt8]) {
        let scalar = octet < 0x80 ? UInt16(octet) : upperHalf[Int(octet & 0x7f)]
        guard let scalar = Unicode.Scalar(scalar) else { return }
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// 0x80–0xFF of windows-1251; the octet that stands for nothing is U+FFFD.
    private static let upperHalf: [UInt16] =
        [
            0x0402, 0x0403, 0x201a, 0x0453, 0x201e, 0x2026, 0x2020, 0x2021, 0x20ac, 0x2030, 0x0409, 0x2039, 0x040a, 0x040c,
            0x040b,
            0x040f, 0x0452, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0xfffd, 0x2122, 0x0459, 0x203a, 0x045a,
            0x045c,
            0x045b, 0x045f, 0x00a0, 0x040e, 0x045e, 0x0408, 0x00a4, 0x0490, 0x00a6, 0x00a7, 0x0401, 0x00a9, 0x0404, 0x00ab,
            0x00ac,
            0x00ad, 0x00ae, 0x0407, 0x00b0, 0x00b1, 0x0406, 0x0456, 0x0491, 0x00b5, 0x00b6, 0x00b7, 0x0451, 0x2116, 0x0454,
            0x00bb,
            0x0458, 0x0405, 0x0455, 0x0457,
        ] + (0x0410...0x044f)
}
