// SPDX-License-Identifier: Apache-2.0

/// A letter to be written: what stands in it, still without any encoding.
///
/// What ``octets()`` writes is ASCII but for addresses with letters above it (RFC 6532), with lines of at most 76 octets wherever
/// they can be broken, and reads back by ``ParsedMessage`` without a defect. The same letter gives the same octets.
package struct OutgoingMessage: Sendable {
    package let from: Address
    package let to: [Address]
    package let cc: [Address]
    package let subject: String
    package let date: DateField
    /// Without angle brackets.
    package let messageID: String
    /// Without angle brackets. What a stranger wrote there and cannot be written is left out; control characters are a fault.
    package let inReplyTo: [String]
    /// As ``inReplyTo``.
    package let references: [String]
    /// Name and body of further fields, in order; bodies as plain text of one line.
    package let extraFields: [(String, String)]
    /// Any line ends. Is sent with a line end behind the last line.
    package let text: String
    /// The same as a page, if there is one.
    package let html: String?
    package let attachments: [OutgoingAttachment]

    /// A letter. Nothing is checked before ``octets()``.
    package init(
        from: Address, to: [Address], cc: [Address] = [], subject: String, date: DateField, messageID: String,
        inReplyTo: [String] = [], references: [String] = [], extraFields: [(String, String)] = [], text: String,
        html: String? = nil, attachments: [OutgoingAttachment] = []
    ) {
        self.from = from
        self.to = to
        self.cc = cc
        self.subject = subject
        self.date = date
        self.messageID = messageID
        self.inReplyTo = inReplyTo
        self.references = references
        self.extraFields = extraFields
        self.text = text
        self.html = html
        self.attachments = attachments
    }

    /// The letter as it goes on its way, lines ended by CRLF. Tabs in subject, names and further fields become blanks; groups are
    /// not written, only their members.
    /// - Throws: ``ComposingFault`` naming the first field that cannot be written.
    package func octets() throws(ComposingFault) -> [UInt8] {
        let body = try outgoingBody()
        var fields = FieldWriter()
        try fields.add("Date") { writer throws(ComposingFault) in writer.word(try DateWriter.octets(date)) }
        // Who gets it before who sends it (RFC 5322 §3.6 leaves the order free): Postfix keeps the address it rewrote last, which is
        // the envelope's recipient when the header begins. The other order costs each letter one more question to its rewriter; two
        // where the envelope's sender is the header's, since then the next envelope finds it kept.
        if !to.isEmpty { try fields.addAddresses("To", to) }
        if !cc.isEmpty { try fields.addAddresses("Cc", cc) }
        try fields.addAddresses("From", [from])
        guard let identifier = IdentifierWriter.octets(messageID), messageID.utf8.contains(0x40) else {
            throw ComposingFault("Message-ID", .invalidIdentifier)
        }
        try fields.add("Message-ID") { writer in writer.word(identifier) }
        try fields.addIdentifiers("In-Reply-To", inReplyTo)
        try fields.addIdentifiers("References", references)
        try fields.addText("Subject", subject, encodesLongWords: true)
        for (name, text) in extraFields {
            try FieldNameCheck.require(name)
            try fields.addText(name, text, encodesLongWords: false)
        }
        try fields.add("MIME-Version") { writer in writer.word(Array("1.0".utf8)) }
        var result: [UInt8] = []
        result.reserveCapacity(fields.octets.count + body.octetCount + 4_096)
        result += fields.octets
        try body.write(to: &result, boundaries: BoundarySource(messageID))
        return result
    }

    private func outgoingBody() throws(ComposingFault) -> OutgoingPart {
        var body = OutgoingPart.text(text, subtype: "plain")
        if let html { body = .multipart("alternative", [body, .text(html, subtype: "html")]) }
        guard !attachments.isEmpty else { return body }
        var parts = [body]
        for (index, attachment) in attachments.enumerated() {
            parts.append(try OutgoingPart.attachment(attachment, number: index + 1))
        }
        return .multipart("mixed", parts)
    }
}
