// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport
package import Office
package import OfficeCalendar

/// Everything a letter says that becomes its card. The store adds identity, number and history.
package struct NewCard: Sendable {
    /// `preReview`, `notRegistered`, or `registered` with a `registration`. A registration makes it `registered`, quarantine `quarantined`.
    package var state: CardState
    /// The code of the kind of document; `nil` when nobody knows yet.
    package var kind: String?
    package var subject: String
    package var senderName: String
    /// addr-spec as written; empty when the letter names none.
    package var senderAddress: String
    /// The addr-spec of ours it was sent to; empty when unknown.
    package var recipientAddress: String
    /// What the Date field says, as an instant; `nil` when missing or broken.
    package var letterDate: Date?
    package var trust: TrustLevel
    /// Mail from before the first start: never answered by itself.
    package var isImported: Bool
    /// `uk`, `en`.
    package var language: String
    package var bodyText: String
    /// JSON text of what is wrong with the letter, `[]` when nothing is.
    package var defects: String
    package var attachments: [NewAttachment]
    package var links: [MessageLink]
    package var registration: RegistrationRequest?
    package var notices: [NewNotice]
    /// What the letter says; nil for a letter that was not read.
    package var facts: NewFacts?
    /// Whether its attachments are to be read after the card is there.
    package var documents: DocumentReadingRequest

    package init(
        state: CardState, kind: String? = nil, subject: String, senderName: String, senderAddress: String,
        recipientAddress: String, letterDate: Date?, trust: TrustLevel, isImported: Bool, language: String,
        bodyText: String, defects: String = "[]", attachments: [NewAttachment] = [], links: [MessageLink] = [],
        registration: RegistrationRequest? = nil, notices: [NewNotice] = [], facts: NewFacts? = nil,
        documents: DocumentReadingRequest = .none
    ) {
        self.state = state
        self.kind = kind
        self.subject = subject
        self.senderName = senderName
        self.senderAddress = senderAddress
        self.recipientAddress = recipientAddress
        self.letterDate = letterDate
        self.trust = trust
        self.isImported = isImported
        self.language = language
        self.bodyText = bodyText
        self.defects = defects
        self.attachments = attachments
        self.links = links
        self.registration = registration
        self.notices = notices
        self.facts = facts
        self.documents = documents
    }
}

/// What is to be done about the attachments of a letter.
package enum DocumentReadingRequest: Hashable, Sendable {
    /// There is nothing to read.
    case none
    /// They are read after the card is there.
    case due
    /// The same, and the card is registered only then: the letter itself is in the attachment.
    case dueBeforeRegistration
}

/// A file inside a letter: a range of the raw octets and how to decode it. Ordinals follow the order in the array, from 1.
package struct NewAttachment: Hashable, Sendable {
    /// As the letter names it; empty when it does not.
    package var name: String
    /// `type/subtype` in lower case, as declared.
    package var declaredType: String
    /// `type/subtype` by the octets themselves.
    package var sniffedType: String
    /// Octets after decoding.
    package var size: Int
    /// SHA-256 of the decoded octets.
    package var digest: MessageDigest
    /// `2.1`, as in IMAP (RFC 9051 §6.4.5.1).
    package var partPath: String
    /// The body of the part in the raw letter, still encoded.
    package var range: Range<Int>
    /// `base64`, `quoted-printable`, `7bit`, …
    package var transferEncoding: String
    package var charset: String?

    package init(
        name: String, declaredType: String, sniffedType: String, size: Int, digest: MessageDigest, partPath: String,
        range: Range<Int>, transferEncoding: String, charset: String?
    ) {
        self.name = name
        self.declaredType = declaredType
        self.sniffedType = sniffedType
        self.size = size
        self.digest = digest
        self.partPath = partPath
        self.range = range
        self.transferEncoding = transferEncoding
        self.charset = charset
    }
}

/// A Message-ID another letter names.
package struct MessageLink: Hashable, Sendable {
    /// The field that names it.
    package enum Relation: String, Hashable, Sendable {
        case inReplyTo, references
    }

    /// With angle brackets, as written.
    package let messageID: String
    package let relation: Relation

    package init(messageID: String, relation: Relation) {
        self.messageID = messageID
        self.relation = relation
    }
}

/// Asks for the next number of a journal in a year.
package struct RegistrationRequest: Sendable {
    package let journal: JournalCode
    /// The year the numbers run in.
    package let year: Int
    package let registeredOn: CivilDate
    /// The registration index for a number, such as `Ш-15/01-12`. Called inside the transaction: quick, and without effects.
    package let index: @Sendable (Int) -> String

    package init(journal: JournalCode, year: Int, registeredOn: CivilDate, index: @escaping @Sendable (Int) -> String) {
        self.journal = journal
        self.year = year
        self.registeredOn = registeredOn
        self.index = index
    }
}
