// SPDX-License-Identifier: Apache-2.0

/// Collects the UTF-8 octets of East Asian text.
struct EastAsianWriter {
    private(set) var result: [UInt8] = []

    private static let replacement: Unicode.Scalar = "\u{FFFD}"

    init(capacity: Int) {
        result.reserveCapacity(capacity * 3 / 2)
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { result.append(unit) }
    }

    /// Half-width katakana, `octet` being 0xA1…0xDF.
    private mutating func appendKatakana(_ octet: UInt8) {
        append(Unicode.Scalar(0xFF61 + UInt32(octet) - 0xA1) ?? Self.replacement)
    }

    /// Charsets with a lead and a trail octet, both in fixed ranges.
    mutating func writePairs(
        _ octets: Span<UInt8>, table: EastAsianTable, lead: ClosedRange<UInt8>, trails: [ClosedRange<UInt8>],
        hasKatakana: Bool = false
    ) {
        let width = trails.reduce(0) { $0 + $1.count }
        var at = 0
        while at < octets.count {
            let first = octets[at]
            at += 1
            if first < 0x80 {
                result.append(first)
                continue
            }
            let second = at < octets.count ? octets[at] : 0
            if hasKatakana, first == 0x8E, (0xA1...0xDF).contains(second) {
                appendKatakana(second)
                at += 1
                continue
            }
            guard lead.contains(first), let cell = Self.cell(second, trails) else {
                append(Self.replacement)
                continue
            }
            append(table[Int(first - lead.lowerBound) * width + cell])
            at += 1
        }
    }

    private static func cell(_ octet: UInt8, _ trails: [ClosedRange<UInt8>]) -> Int? {
        var before = 0
        for range in trails {
            if range.contains(octet) { return before + Int(octet - range.lowerBound) }
            before += range.count
        }
        return nil
    }

    /// Shift_JIS: two rows of JIS X 0208 to each lead octet.
    mutating func writeShiftJIS(_ octets: Span<UInt8>) {
        var at = 0
        while at < octets.count {
            let first = octets[at]
            at += 1
            switch first {
            case 0..<0x80: result.append(first)
            case 0xA1...0xDF: appendKatakana(first)
            case 0x81...0x9F, 0xE0...0xEF:
                let second = at < octets.count ? octets[at] : 0
                guard second >= 0x40, second <= 0xFC, second != 0x7F else {
                    append(Self.replacement)
                    continue
                }
                at += 1
                let pair = Int(first) - (first < 0xA0 ? 0x81 : 0xC1)
                let trail = Int(second) - (second > 0x7F ? 0x41 : 0x40)
                append(EastAsianTable.jisX0208[pair * 188 + trail])
            default: append(Self.replacement)
            }
        }
    }

    /// ISO-2022-JP (RFC 1468): escape sequences switch between ASCII, JIS X 0201 and JIS X 0208.
    mutating func writeEscaped(_ octets: Span<UInt8>) {
        enum Mode { case ascii, katakana, kanji }
        var mode = Mode.ascii
        var at = 0
        while at < octets.count {
            let octet = octets[at]
            if octet == 0x1B, at + 2 < octets.count {
                switch (octets[at + 1], octets[at + 2]) {
                case (0x24, 0x40), (0x24, 0x42): mode = .kanji
                case (0x28, 0x49): mode = .katakana
                case (0x28, _): mode = .ascii
                default: append(Self.replacement)
                }
                at += 3
                continue
            }
            // A line end always means ASCII again.
            if octet < 0x21 {
                if octet == .lineFeed { mode = .ascii }
                result.append(octet)
                at += 1
                continue
            }
            switch mode {
            case .ascii: if octet < 0x80 { result.append(octet) } else { append(Self.replacement) }
            case .katakana: appendKatakana(octet < 0x60 ? octet + 0x80 : 0xA1)
            case .kanji:
                let second = at + 1 < octets.count ? octets[at + 1] : 0
                let isPair = octet <= 0x7E && (0x21...0x7E).contains(second)
                append(isPair ? EastAsianTable.jisX0208[Int(octet - 0x21) * 94 + Int(second - 0x21)] : Self.replacement)
                if isPair { at += 1 }
            }
            at += 1
        }
    }
}
