// SPDX-License-Identifier: Apache-2.0

/// The words of a bounce without machine-readable fields, divided into what the server says and the letter it returns.
struct BounceText {
    /// UTF-8.
    let octets: [UInt8]
    /// Lines of the server's own words; quoted lines are left out.
    let lines: [Range<Int>]
    /// What the returned letter begins with; empty where it is not quoted in the text.
    let returned: Range<Int>
    /// The server's words in lower case with single blanks, at most ``maximumPhraseOctets``.
    let folded: [UInt8]

    /// Octets of the server's words searched for phrases.
    static let maximumPhraseOctets = 32 << 10

    init(_ octets: [UInt8]) {
        self.octets = octets
        var lines: [Range<Int>] = []
        var returned = octets.count..<octets.count
        for line in OctetLines(octets) {
            if Self.startsReturnedLetter(octets, line) {
                let isField = Self.isFirstField(octets, line)
                returned = (isField ? line.lowerBound : line.upperBound)..<octets.count
                break
            }
            if !Self.isQuoted(octets, line) { lines.append(line) }
        }
        self.lines = lines
        self.returned = returned
        folded = Self.folded(octets, lines)
    }

    /// Whether one of `phrases` stands in the server's words.
    func says(_ phrases: [[UInt8]]) -> Bool {
        phrases.contains { folded.contains($0, in: folded.indices) }
    }

    /// The fields a server wrote into its running text, if there are any of RFC 3464.
    var fields: ReportFields? {
        let names = ["final-recipient:", "original-recipient:"].map { Array($0.utf8) }
        guard lines.contains(where: { line in names.contains { Self.begins(octets, line, with: $0) } }) else { return nil }
        return ReportFields(Array(octets[..<returned.lowerBound]))
    }

    // People quote with ">"; ">>> " at the beginning is a transcript of Sendmail and its kin.
    private static func isQuoted(_ octets: [UInt8], _ line: Range<Int>) -> Bool {
        guard line.count > 1, octets[line.lowerBound] == 0x3E else { return false }
        return !begins(octets, line, with: [0x3E, 0x3E, 0x3E, 0x20])
    }

    private static func startsReturnedLetter(_ octets: [UInt8], _ line: Range<Int>) -> Bool {
        guard !line.isEmpty, line.count < 200 else { return false }
        if isFirstField(octets, line) { return true }
        let text = octets[line].map(\.asciiLowercased)
        if text == Array("original message:".utf8) { return true }
        return BouncePhrases.returned.contains { text.contains($0, in: text.indices) }
    }

    private static func isFirstField(_ octets: [UInt8], _ line: Range<Int>) -> Bool {
        begins(octets, line, with: Array("received:".utf8)) || begins(octets, line, with: Array("return-path:".utf8))
    }

    private static func begins(_ octets: [UInt8], _ line: Range<Int>, with prefix: [UInt8]) -> Bool {
        guard line.count >= prefix.count else { return false }
        for (offset, wanted) in prefix.enumerated() where octets[line.lowerBound + offset].asciiLowercased != wanted {
            return false
        }
        return true
    }

    private static func folded(_ octets: [UInt8], _ lines: [Range<Int>]) -> [UInt8] {
        var text: [UInt8] = []
        for line in lines {
            for octet in octets[line] {
                if !octet.isFieldSpace {
                    text.append(octet)
                } else if text.last != .space {
                    text.append(.space)
                }
            }
            if text.last != .space { text.append(.space) }
            if text.count >= maximumPhraseOctets { break }
        }
        let lowercased = String(decoding: text.prefix(maximumPhraseOctets), as: UTF8.self).lowercased()
        // Typographic apostrophes, as Microsoft's servers write them.
        return Array(lowercased.replacing("’", with: "'").utf8)
    }
}
