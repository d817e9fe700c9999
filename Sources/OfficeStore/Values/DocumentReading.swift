// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport
package import Office

/// A card whose attachments wait to be read.
package struct DueReading: Hashable, Sendable {
    package let card: CardID
    package let letter: MessageDigest
    /// Octets of the raw letter.
    package let size: Int
    package let receivedAt: Date
    /// Where the letter was found first.
    package let occurrence: Occurrence
    package let isImported: Bool
    /// How often it was begun and did not end.
    package let attempts: Int
    /// Whether the card gets its number only when this is done.
    package let awaitsRegistration: Bool
}

/// What the reading of the attachments of one card came to.
package struct DocumentReading: Sendable {
    package let card: CardID
    package var documents: [NewDocument]
    /// Nil leaves the facts as they are.
    package var facts: NewFacts?
    package var kind: String?
    package var subject: String?
    /// The number to take if the card waits for one.
    package var registration: RegistrationRequest?
    /// What the sender is told if the card gets its number now.
    package var notices: [NewNotice]

    package init(
        card: CardID, documents: [NewDocument], facts: NewFacts? = nil, kind: String? = nil, subject: String? = nil,
        registration: RegistrationRequest? = nil, notices: [NewNotice] = []
    ) {
        self.card = card
        self.documents = documents
        self.facts = facts
        self.kind = kind
        self.subject = subject
        self.registration = registration
        self.notices = notices
    }
}

/// A document found in an attachment: the attachment itself, or something inside it.
package struct NewDocument: Hashable, Sendable {
    /// The attachment it was found in, from 1.
    package var attachment: Int
    /// Its name, inside containers with the names of those before it: `letter.asice/document.docx`.
    package var path: String
    /// `type/subtype`.
    package var mediaType: String
    /// `read`, `scan`, or `notRead`.
    package var outcome: String
    /// Why it was not read, in words for the clerk; nil when it was.
    package var reason: String?
    package var text: String
    /// JSON text of the signatures over it, `[]` when there are none.
    package var signatures: String

    package init(
        attachment: Int, path: String, mediaType: String, outcome: String, reason: String?, text: String,
        signatures: String = "[]"
    ) {
        self.attachment = attachment
        self.path = path
        self.mediaType = mediaType
        self.outcome = outcome
        self.reason = reason
        self.text = text
        self.signatures = signatures
    }
}
