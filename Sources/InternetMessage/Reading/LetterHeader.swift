// SPDX-License-Identifier: Apache-2.0

/// The fields of a letter that say who writes to whom, when and about what, decoded.
package struct LetterHeader: Sendable {
    package let from: [Address]
    package let sender: Address?
    package let replyTo: [Address]
    package let to: [Address]
    package let cc: [Address]
    package let bcc: [Address]
    /// Empty where there is none.
    package let subject: String
    package let date: DateField?
    /// Without angle brackets.
    package let messageID: String?
    package let inReplyTo: [String]
    package let references: [String]
    /// The reverse-path without angle brackets; empty for `<>`, nil where the field is missing.
    package let returnPath: String?
    /// Values of `Auto-Submitted`, lower case, without parameters.
    package let autoSubmitted: String?
    package let listID: String?
    package let precedence: String?

    /// Reads the header section of the root part.
    package init(_ message: ParsedMessage, in octets: Span<UInt8>) {
        self.init(message.root.header, in: octets)
    }

    /// Reads a header section, also that of a nested message.
    package init(_ header: HeaderSection, in octets: Span<UInt8>) {
        from = Self.addresses("From", header, octets)
        sender = Self.addresses("Sender", header, octets).first
        replyTo = Self.addresses("Reply-To", header, octets)
        to = Self.addresses("To", header, octets)
        cc = Self.addresses("Cc", header, octets)
        bcc = Self.addresses("Bcc", header, octets)
        subject = header.text(of: "Subject", in: octets) ?? ""
        date = header.octets(of: "Date", in: octets).flatMap(DateField.init(fieldBody:))
        messageID = Self.identifiers("Message-ID", header, octets).first
        inReplyTo = Self.identifiers("In-Reply-To", header, octets)
        references = Self.identifiers("References", header, octets)
        returnPath = header.octets(of: "Return-Path", in: octets).map(Self.path)
        autoSubmitted = Self.keyword("Auto-Submitted", header, octets)
        listID = header.text(of: "List-Id", in: octets)
        precedence = Self.keyword("Precedence", header, octets)
    }

    /// The addresses of all fields of that name.
    package static func addresses(_ name: StaticString, _ header: HeaderSection, _ octets: Span<UInt8>) -> [Address] {
        var list: [Address] = []
        for field in header.all(name, in: octets) { list += AddressList(fieldBody: octets.copy(field.body)).addresses }
        return list
    }

    private static func identifiers(_ name: StaticString, _ header: HeaderSection, _ octets: Span<UInt8>) -> [String] {
        header.octets(of: name, in: octets).map(MessageIdentifiers.read) ?? []
    }

    private static func path(_ body: [UInt8]) -> String {
        let list = AddressList(fieldBody: body)
        return list.addresses.first?.addrSpec ?? ""
    }

    static func keyword(_ name: StaticString, _ header: HeaderSection, _ octets: Span<UInt8>) -> String? {
        guard let body = header.octets(of: name, in: octets) else { return nil }
        var lexer = FieldLexer(body)
        lexer.skipSpaceAndComments()
        let word = lexer.readToken(until: ";(,")
        return word.isEmpty ? nil : lowercasedText(word)
    }
}
