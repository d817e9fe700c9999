// SPDX-License-Identifier: Apache-2.0

extension Charset {
    /// Octets looked at to tell one charset from another.
    private static let sampleOctets = 8 << 10

    /// The charset `octets` are really in, and what is wrong with the label if they are not in that.
    static func judge(_ octets: Span<UInt8>, label: String?) -> (charset: Charset, defect: Defect.Kind?) {
        let labelled = label.flatMap { Charset(label: $0) }
        let labelDefect: Defect.Kind? = label != nil && labelled == nil ? .unknownCharset : nil
        switch labelled {
        case .utf7, .utf16, .utf16LittleEndian: return (labelled ?? .utf8, nil)
        case .eastAsian(let charset):
            guard !charset.isEscaped, octets.hasHighOctet(in: 0..<octets.count) else { return (.eastAsian(charset), nil) }
            if UTF8Check.isValid(octets) { return (.utf8, .wrongCharset) }
            return (.eastAsian(charset), nil)
        case .utf8:
            if UTF8Check.isValid(octets) { return (.utf8, nil) }
            // Some broken characters are damage on the way; in another charset next to none would be well-formed.
            guard wellFormedShare(octets) < 0.3 else { return (.utf8, .undecodableCharacters) }
            return (CyrillicGuess.best(octets) ?? .utf8, .wrongCharset)
        case .ascii, nil:
            guard octets.hasHighOctet(in: 0..<octets.count) else {
                return (EastAsianCharset.hasEscapes(octets) ? .eastAsian(.iso2022JP) : .ascii, labelDefect)
            }
            let defect: Defect.Kind? = labelDefect ?? (labelled == nil ? nil : .wrongCharset)
            if UTF8Check.isValid(octets) { return (.utf8, defect) }
            return (CyrillicGuess.best(octets) ?? .singleByte(.windows1252), defect)
        case .singleByte(let charset):
            guard let high = firstHigh(octets) else { return (.singleByte(charset), nil) }
            if isUTF8(octets, from: high) { return (.utf8, .wrongCharset) }
            guard let better = CyrillicGuess.correction(of: charset, for: octets) else { return (.singleByte(charset), nil) }
            return (better, .wrongCharset)
        }
    }

    private static func firstHigh(_ octets: Span<UInt8>) -> Int? {
        var block = 0
        while block < octets.count {
            let end = min(block + 256, octets.count)
            if octets.hasHighOctet(in: block..<end) {
                for offset in block..<end where octets[offset] > 127 { return offset }
            }
            block = end
        }
        return nil
    }

    /// Whether text labelled otherwise is UTF-8 all the same: two characters of it cannot be there by chance.
    private static func isUTF8(_ octets: Span<UInt8>, from high: Int) -> Bool {
        // Nearly all other texts fail on their first letter.
        guard octets[high] >= 0xC2, high + 1 < octets.count, octets[high + 1] & 0xC0 == 0x80 else { return false }
        guard UTF8Check.isValid(octets) else { return false }
        var characters = 0
        for offset in high..<min(octets.count, high + sampleOctets) where octets[offset] >= 0xC2 { characters += 1 }
        return characters >= 2
    }

    private static func wellFormedShare(_ octets: Span<UInt8>) -> Double {
        let sample = octets.copy(0..<min(octets.count, sampleOctets))
        var (good, bad) = (0, 0)
        for scalar in String(decoding: sample, as: UTF8.self).unicodeScalars where scalar.value > 127 {
            if scalar.value == 0xFFFD { bad += 1 } else { good += 1 }
        }
        return Double(good) / Double(max(1, good + bad))
    }
}
