// SPDX-License-Identifier: Apache-2.0

/// Walks the octets of one field body in the words of RFC 5322 §3.2: blanks, comments, quoted strings, tokens.
struct FieldLexer {
    let octets: [UInt8]
    var position = 0

    init(_ octets: [UInt8]) {
        self.octets = octets
    }

    var isAtEnd: Bool { position >= octets.count }
    var current: UInt8? { position < octets.count ? octets[position] : nil }

    mutating func skipSpace() {
        while position < octets.count, octets[position].isFieldSpace { position += 1 }
    }

    /// Passes blanks and comments.
    /// - Returns: the text of the last comment, without its brackets.
    @discardableResult
    mutating func skipSpaceAndComments() -> [UInt8]? {
        var comment: [UInt8]?
        while position < octets.count {
            if octets[position].isFieldSpace {
                position += 1
            } else if octets[position] == 0x28 {
                comment = readComment()
            } else {
                break
            }
        }
        return comment
    }

    /// Reads the comment that begins here; an unclosed one reaches to the end. Inner brackets are kept.
    mutating func readComment() -> [UInt8] {
        position += 1
        var text: [UInt8] = []
        var depth = 1
        while position < octets.count {
            let octet = octets[position]
            position += 1
            switch octet {
            case 0x5C where position < octets.count:
                text.append(octets[position])
                position += 1
                continue
            case 0x28: depth += 1
            case 0x29:
                depth -= 1
                if depth == 0 { return text }
            default: break
            }
            text.append(octet)
        }
        return text
    }

    /// Reads the quoted string that begins here, unescaped and unfolded; an unclosed one reaches to the end.
    ///
    /// A backslash before anything but `"`, `\` and brackets stays: it is a Windows path, not a quoted-pair.
    mutating func readQuotedString() -> [UInt8] {
        position += 1
        var text: [UInt8] = []
        while position < octets.count {
            let octet = octets[position]
            position += 1
            switch octet {
            case 0x22: return text
            case 0x5C where position < octets.count:
                let escaped = octets[position]
                if ![0x22, 0x5C, 0x28, 0x29].contains(escaped) { text.append(octet) }
                text.append(escaped)
                position += 1
            case .carriageReturn, .lineFeed:
                // Folding inside the quotes: one blank stands for the line end and what indents the next line.
                while position < octets.count, octets[position].isFieldSpace { position += 1 }
                while text.last?.isBlank == true { text.removeLast() }
                text.append(.space)
            default: text.append(octet)
            }
        }
        return text
    }

    /// Reads up to a blank or one of `stops`.
    mutating func readToken(until stops: StaticString) -> [UInt8] {
        let start = position
        while position < octets.count, !octets[position].isFieldSpace, !stops.contains(octets[position]) { position += 1 }
        return Array(octets[start..<position])
    }
}

extension StaticString {
    func contains(_ octet: UInt8) -> Bool {
        withUTF8Buffer { unsafe $0.contains(octet) }
    }
}
