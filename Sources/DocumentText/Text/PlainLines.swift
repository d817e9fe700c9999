// SPDX-License-Identifier: Apache-2.0

/// Lines of text as all readers of this module leave them.
enum PlainLines {
    /// LF line ends, no blanks at the end of a line, no two empty lines in a row, none at the start and the end; soft hyphens, zero-width
    /// marks and other controls gone, no-break spaces made spaces.
    static func tidied(_ text: String) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        var emptyLines = 0
        var blanks: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0a, 0x0b, 0x0c, 0x2028, 0x2029, 0x85:
                blanks.removeAll(keepingCapacity: true)
                emptyLines += 1
            case 0x20, 0xa0, 0x202f, 0x2007: blanks.append(0x20)
            case 0x09: blanks.append(0x09)
            case 0..<0x20, 0x7f..<0xa0, 0xad, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2064, 0xfeff, 0xfffe...0xffff: continue
            default:
                if emptyLines > 0, !output.isEmpty { output += [UInt8](repeating: 0x0a, count: min(emptyLines, 2)) }
                emptyLines = 0
                output += blanks
                blanks.removeAll(keepingCapacity: true)
                output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Each line once: headers of first, left and right pages often say the same.
    static func distinct(_ text: String) -> String {
        var seen: Set<Substring> = []
        return text.split(separator: "\n").filter { seen.insert($0).inserted }.joined(separator: "\n")
    }

    /// The front of `text` of at most that many octets, cut between characters.
    static func front(_ text: String, maximumOctets: Int) -> (text: String, isCut: Bool) {
        guard text.utf8.count > maximumOctets else { return (text, false) }
        var end = text.utf8.index(text.utf8.startIndex, offsetBy: maximumOctets)
        // At most three octets of a character lie before its last one.
        while end > text.startIndex, text.utf8[end] & 0xc0 == 0x80 { end = text.utf8.index(before: end) }
        return (String(text[..<end]), true)
    }
}
