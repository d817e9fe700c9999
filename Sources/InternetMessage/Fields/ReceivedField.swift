// SPDX-License-Identifier: Apache-2.0

/// One `Received` field (RFC 5321 §4.4): which host took the letter from which, and when.
package struct ReceivedField: Hashable, Sendable {
    /// The name after `from`.
    package let from: String?
    /// What stands in brackets behind the name after `from`: the peer as the receiving host saw it.
    package let fromComment: String?
    package let by: String?
    package let via: String?
    package let with: String?
    package let id: String?
    /// The recipient after `for`, without angle brackets.
    package let recipient: String?
    package let date: DateField?

    /// Reads the field body. Words in an order of their own are let pass; what is missing is nil.
    package init(fieldBody: [UInt8]) {
        var lexer = FieldLexer(fieldBody)
        var clauses: [String: String] = [:]
        var comments: [String: String] = [:]
        var last: String?
        var dateStart: Int?
        while true {
            if let comment = Self.skip(&lexer), let last, comments[last] == nil {
                comments[last] = UnstructuredField.decode(comment)
            }
            guard let octet = lexer.current else { break }
            if octet == 0x3B {
                dateStart = lexer.position + 1
                lexer.position += 1
                continue
            }
            let start = lexer.position
            let word = octet == 0x22 ? lexer.readQuotedString() : lexer.readToken(until: ";(\"")
            if lexer.position == start { lexer.position += 1 }
            let keyword = lowercasedText(word)
            guard Self.keywords.contains(keyword), clauses[keyword] == nil else { continue }
            let comment = Self.skip(&lexer)
            let before = lexer.position
            var value = lexer.readToken(until: ";(")
            while value.last == 0x2C { value.removeLast() }
            if value.isEmpty || Self.keywords.contains(lowercasedText(value)) {
                // "from ([192.0.2.1]) by …": only the comment names the peer.
                lexer.position = before
                if let comment { comments[keyword] = UnstructuredField.decode(comment) }
                continue
            }
            clauses[keyword] = UnstructuredField.decode(value)
            last = keyword
        }
        from = clauses["from"]
        fromComment = comments["from"]
        by = clauses["by"]
        via = clauses["via"]
        with = clauses["with"]
        id = clauses["id"].map(Self.withoutBrackets)
        recipient = clauses["for"].map(Self.withoutBrackets)
        date = dateStart.flatMap { DateField(fieldBody: Array(fieldBody[$0...])) }
    }

    private static let keywords: Set<String> = ["from", "by", "via", "with", "id", "for"]

    private static func skip(_ lexer: inout FieldLexer) -> [UInt8]? { lexer.skipSpaceAndComments() }

    private static func withoutBrackets(_ text: String) -> String {
        var text = text[...]
        if text.first == "<" { text = text.dropFirst() }
        if text.last == ">" { text = text.dropLast() }
        return String(text)
    }
}
