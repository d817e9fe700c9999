// SPDX-License-Identifier: Apache-2.0

/// Tells Cyrillic charsets from each other, and from Western ones, by how often letters occur in Ukrainian and Russian.
enum CyrillicGuess {
    private static let sampleOctets = 8 << 10
    private static let candidates: [SingleByteCharset] = [
        .windows1251, .koi8U, .ibm866, .iso8859x5, .macCyrillic, .koi8R, .cp1125,
    ]
    /// Letters from the most to the least frequent, both languages taken together.
    private static let frequent = Array("оаиінетврслкдмпуязбьйчгхжєщшюїцыэфґёъ".unicodeScalars)

    /// What one octet of 128…255 speaks for the charset: much for a frequent small letter, against for what is no letter.
    private static let weights: [SingleByteCharset: [Int]] = {
        var weights: [SingleByteCharset: [Int]] = [:]
        for charset in candidates { weights[charset] = charset.upperScalars.map(weight) }
        return weights
    }()

    private static func weight(_ scalar: Unicode.Scalar) -> Int {
        if let rank = frequent.firstIndex(of: scalar) { return 40 - rank }
        if let lower = scalar.properties.lowercaseMapping.unicodeScalars.first, let rank = frequent.firstIndex(of: lower) {
            return 12 - rank / 4
        }
        switch scalar.value {
        // Quotation marks, dashes, the numero sign, the no-break space and guillemets stand in any office letter.
        case 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x201E, 0x2026, 0x2116, 0xA0, 0xAB, 0xBB, 0xA7, 0xB0: return 2
        default: return -30
        }
    }

    /// The counts of the octets 128…255 in the sample, their sum, and how often one stands beside an ASCII letter.
    private static func count(_ octets: Span<UInt8>) -> (counts: [Int], high: Int, ascii: Int) {
        var counts = [Int](repeating: 0, count: 128)
        var (high, ascii, offset) = (0, 0, 0)
        var seen = 0
        while offset < octets.count, seen < sampleOctets {
            let octet = octets[offset]
            if octet > 127 {
                counts[Int(octet) - 128] += 1
                high += 1
                seen += 1
            } else if octet | 0x20 >= 0x61, octet | 0x20 <= 0x7A {
                ascii += 1
                seen += 1
            }
            offset += 1
        }
        return (counts, high, ascii)
    }

    private static func score(_ counts: [Int], _ charset: SingleByteCharset) -> Int {
        guard let weights = weights[charset] else { return .min }
        var sum = 0
        for place in 0..<128 { sum += counts[place] * weights[place] }
        return sum
    }

    /// The likeliest Cyrillic charset; nil if the octets do not look Cyrillic at all.
    static func best(_ octets: Span<UInt8>) -> Charset? {
        let (counts, high, ascii) = count(octets)
        guard high > 0, let best = likeliest(counts) else { return nil }
        // Western text has few high octets among many letters; Cyrillic text has little else.
        guard high * 5 >= ascii * 2 || high >= 40 else { return nil }
        return .singleByte(best)
    }

    private static func likeliest(_ counts: [Int]) -> SingleByteCharset? {
        var best: (charset: SingleByteCharset, score: Int)?
        for charset in candidates {
            let score = score(counts, charset)
            if score > best?.score ?? 0 { best = (charset, score) }
        }
        return best?.charset
    }

    /// The Cyrillic charset to read instead of `labelled`, where the label is clearly wrong.
    static func correction(of labelled: SingleByteCharset, for octets: Span<UInt8>) -> Charset? {
        let sample = octets.extracting(0..<min(octets.count, 2048))
        let (counts, high, ascii) = count(sample)
        guard high >= 8, let best = likeliest(counts), best != labelled else { return nil }
        let bestScore = score(counts, best)
        if weights[labelled] != nil {
            let own = score(counts, labelled)
            return own * 3 < bestScore && bestScore > high * 10 ? .singleByte(best) : nil
        }
        // A Western or Central European label: its letters stand alone among ASCII ones, Cyrillic words do not.
        guard labelled == .windows1252 || labelled == .windows1250 || labelled == .iso8859x15 || labelled == .iso8859x2,
            high > ascii * 2, bestScore > high * 10
        else { return nil }
        return .singleByte(best)
    }
}
