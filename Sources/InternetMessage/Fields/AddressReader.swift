// SPDX-License-Identifier: Apache-2.0

/// Reads address lists (RFC 5322 §3.4, §4.4; RFC 6532), in one pass and without recursion.
struct AddressReader {
    private(set) var addresses: [Address] = []
    private(set) var groups: [String] = []

    private var lexer: FieldLexer
    /// Words outside angle brackets, folded, quoted strings in their raw form with the quotes gone.
    private var words: [UInt8] = []
    /// The octets between angle brackets.
    private var bracketed: [UInt8]?
    private var comment: [UInt8]?
    private var group: String?
    private var hasQuotedWord = false

    init(_ body: [UInt8]) {
        lexer = FieldLexer(body)
    }

    mutating func read() {
        while let octet = lexer.current {
            switch octet {
            case 0x2C: separate()
            case 0x3B: endGroup()
            case 0x3A: beginGroup()
            case 0x3C: readBracketed()
            case 0x22:
                hasQuotedWord = true
                let text = lexer.readQuotedString()
                // "a b"@example is a local part: its quotes are part of the address.
                if lexer.current == 0x40 { words += [0x22] + text + [0x22] } else { words += text }
            case 0x28:
                let text = lexer.readComment()
                if !text.allSatisfy(\.isFieldSpace) { comment = text }
            case _ where octet.isFieldSpace:
                if words.last != .space, !words.isEmpty { words.append(.space) }
                lexer.position += 1
            default:
                words.append(octet)
                lexer.position += 1
            }
        }
        endGroup()
    }

    private mutating func separate() {
        finish()
        lexer.position += 1
    }

    private mutating func beginGroup() {
        lexer.position += 1
        guard group == nil, bracketed == nil, !words.contains(0x40) else {
            words.append(0x3A)
            return
        }
        let name = text(words) ?? ""
        group = name
        groups.append(name)
        words = []
        comment = nil
        hasQuotedWord = false
    }

    private mutating func endGroup() {
        finish()
        group = nil
        lexer.position += 1
    }

    private mutating func readBracketed() {
        lexer.position += 1
        var text: [UInt8] = []
        var isQuoted = false
        while let octet = lexer.current {
            if octet == 0x22 { isQuoted.toggle() }
            if octet == 0x28, !isQuoted {
                _ = lexer.readComment()
                continue
            }
            lexer.position += 1
            if octet == 0x3E, !isQuoted { break }
            if octet == 0x3C, !isQuoted {
                text = []
                continue
            }
            text.append(octet)
        }
        if bracketed == nil || bracketed?.isEmpty == true { bracketed = text }
    }

    private mutating func finish() {
        defer {
            (words, bracketed, comment, hasQuotedWord) = ([], nil, nil, false)
        }
        if let bracketed {
            let addrSpec = Self.addrSpec(bracketed)
            let name = text(words) ?? comment.flatMap(text)
            guard addrSpec != nil || name != nil else { return }
            addresses.append(Address(name: name, addrSpec: addrSpec, group: group))
            return
        }
        let isAddress = words.contains(0x40)
        guard isAddress else {
            guard let name = text(words) ?? comment.flatMap(text) else { return }
            addresses.append(Address(name: name, addrSpec: nil, group: group))
            return
        }
        addresses.append(Address(name: comment.flatMap(text), addrSpec: Self.addrSpec(words), group: group))
    }

    private func text(_ octets: [UInt8]) -> String? {
        let text = UnstructuredField.decode(octets)
        return text.isEmpty ? nil : text
    }

    /// The address without blanks around `@` and dots, and without a source route (RFC 5322 §4.4).
    private static func addrSpec(_ octets: [UInt8]) -> String? {
        var compact: [UInt8] = []
        var isQuoted = false
        for octet in octets {
            if octet == 0x22 { isQuoted.toggle() }
            if octet.isFieldSpace, !isQuoted { continue }
            compact.append(octet)
        }
        if compact.first == 0x40, let colon = compact.firstIndex(of: 0x3A) { compact.removeSubrange(...colon) }
        guard !compact.isEmpty else { return nil }
        let text = UnstructuredField.decode(compact)
        return text.isEmpty ? nil : text
    }
}
