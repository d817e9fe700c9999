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
    /// Whether it may announce what follows: it begins or ends with `-`, or ends with `:`.
    let mayAnnounce: Bool

    var isEmpty: Bool { length == 0 }

    init(_ octets: Span<UInt8>, _ range: Range<Int>, marks: MailMarks) {
        self.range = range
        let words = Self.trimmed(octets, range)
        length = words.count
        isQuoted = !words.isEmpty && octets[words.lowerBound] == UInt8(ascii: ">")
        // Longer lines are text, never a mark.
        guard !words.isEmpty, range.count <= Self.maximumMarkOctets else {
            (text, mayBeMark, mayAnnounce) = ("", false, false)
            return
        }
        mayBeMark = marks.mayBegin(octets, words)
        let (first, last) = (octets[words.lowerBound], octets[words.upperBound - 1])
        mayAnnounce = first == UInt8(ascii: "-") || last == UInt8(ascii: "-") || last == UInt8(ascii: ":")
        // Of what only begins as a mark no more is read than marks have.
        var read = mayAnnounce ? words : words.prefix(Self.longestBeginning)
        while read.upperBound < words.upperBound, octets[read.upperBound] & 0xC0 == 0x80 { read.removeLast() }
        let isRead = mayAnnounce || mayBeMark || words.count <= Self.shortest
        text = isRead ? String(decoding: read.map { octets[$0] }, as: UTF8.self).inLowerCase : ""
    }

    /// Without spaces at the ends, no-break spaces too.
    private static func trimmed(_ octets: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
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

    /// Octets of the longest line that is read whatever it begins with: `--`, `—`.
    private static let shortest = 8
    private static let maximumMarkOctets = 400
    /// Octets, more than the longest beginning of a mark.
    private static let longestBeginning = 160
}
