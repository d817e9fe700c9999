// SPDX-License-Identifier: Apache-2.0

/// A line of a mail as ``WrittenByOthers`` looks at it: the few that may be marks of mail programs are read, the others only measured.
struct MailLine {
    /// Octets of the text, without the line feed.
    let range: Range<Int>
    /// In lower case, spaces at both ends trimmed; empty for a line that cannot be a mark.
    let text: String
    /// Octets without the spaces at both ends.
    let length: Int
    let isQuoted: Bool
    /// Whether its first letters begin any mark at all.
    let mayBeMark: Bool

    var isEmpty: Bool { length == 0 }

    /// - Parameter beginnings: first characters of marks, as ``beginning(_:)`` tells them.
    init(_ octets: [UInt8], _ range: Range<Int>, beginnings: Set<UInt32>) {
        self.range = range
        let words = Self.trimmed(octets, range)
        length = words.count
        isQuoted = !words.isEmpty && octets[words.lowerBound] == UInt8(ascii: ">")
        // Longer lines are text, never a mark.
        guard !words.isEmpty, range.count <= Self.maximumMarkOctets else {
            (text, mayBeMark) = ("", false)
            return
        }
        mayBeMark = beginnings.contains(Self.beginning(octets[words]))
        let isMarked = mayBeMark || words.count <= Self.shortest || Self.marks.contains(octets[words.upperBound - 1])
        text =
            isMarked || octets[words.lowerBound] == UInt8(ascii: "-")
            ? String(decoding: octets[words], as: UTF8.self).inLowerCase : ""
    }

    /// The first two letters as one number, capitals as small ones.
    static func beginning(_ octets: some Collection<UInt8>) -> UInt32 {
        var (result, lead): (UInt32, UInt8) = (0, 0)
        let isLatin = octets.first.map { $0 < 0x80 } ?? true
        for octet in octets.prefix(isLatin ? 2 : 4) {
            var (small, before) = (octet, UInt8(truncatingIfNeeded: result))
            switch (lead, octet) {
            case (0xD0, 0x90...0x9F): small = octet + 0x20
            case (0xD0, 0xA0...0xAF): (before, small) = (0xD1, octet - 0x20)
            case (0xD0, 0x80...0x8F): (before, small) = (0xD1, octet + 0x10)
            case (_, 0x41...0x5A): small = octet + 0x20
            default: break
            }
            result = (result & ~0xFF | UInt32(before)) << 8 | UInt32(small)
            lead = octet
        }
        // Half a Cyrillic letter, whose first octet depends on its case.
        return lead == 0xD1 ? result - 1 : result
    }

    /// Without spaces at the ends, no-break spaces too.
    private static func trimmed(_ octets: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end {
            if isSpace(octets[start]) {
                start += 1
            } else if start + 1 < end, octets[start] == 0xC2, octets[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while start < end {
            if isSpace(octets[end - 1]) {
                end -= 1
            } else if start + 1 < end, octets[end - 2] == 0xC2, octets[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return start..<end
    }

    private static func isSpace(_ octet: UInt8) -> Bool { octet == 0x20 || (0x09...0x0D).contains(octet) }

    /// The last octets of lines that announce what follows them.
    private static let marks = [UInt8(ascii: ":"), UInt8(ascii: "-")]
    /// Octets of the longest line that is read whatever it begins with: `--`, `—`.
    private static let shortest = 8
    private static let maximumMarkOctets = 400
}
