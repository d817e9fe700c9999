// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport
package import Office
package import OfficeCalendar

/// A document card as the register has it, without the text of the letter.
package struct Card: Hashable, Sendable {
    package let id: CardID
    /// The raw letter in the vault.
    package let letter: MessageDigest
    package let state: CardState
    package let journal: JournalCode?
    package let year: Int?
    package let number: Int?
    package let registrationIndex: String?
    package let registeredOn: CivilDate?
    package let receivedAt: Date
    package let kind: String?
    package let subject: String
    package let senderName: String
    package let senderAddress: String
    package let recipientAddress: String
    package let letterDate: Date?
    /// With angle brackets.
    package let messageID: String?
    package let trust: TrustLevel
    package let isImported: Bool
    package let language: String
    /// Why it is refused or in quarantine: the ground, and the words to it.
    package let ground: String?
    package let explanation: String?
    /// When it is due by what the letter says: `2026-11-20`, for hours `2026-11-18T09:30`.
    package let deadline: String?
    /// Where it stands on its route; nil until it is opened.
    package let stage: CardStage?
    /// The process owner of what is open, the first when there are several.
    package let owner: PersonID?
    /// The day reminders count to; nil when nothing is reminded of.
    package let controlledDue: CivilDate?
}

/// What a letter says at length.
package struct CardText: Hashable, Sendable {
    package let bodyText: String
    /// JSON text, `[]` when nothing is wrong.
    package let defects: String
}

/// Which cards to list, newest first. All given conditions hold together.
package struct CardFilter: Hashable, Sendable {
    package var journal: JournalCode?
    package var state: CardState?
    /// Received at this instant or later.
    package var since: Date?
    /// Only cards older in the list than this one: the last of the page before.
    package var before: CardID?
    /// At most so many.
    package var limit: Int

    package init(
        journal: JournalCode? = nil, state: CardState? = nil, since: Date? = nil, before: CardID? = nil, limit: Int = 100
    ) {
        self.journal = journal
        self.state = state
        self.since = since
        self.before = before
        self.limit = limit
    }
}

/// A file of a card.
package struct Attachment: Hashable, Sendable {
    package let card: CardID
    /// From 1, in the order of the letter.
    package let ordinal: Int
    package let content: NewAttachment
}
