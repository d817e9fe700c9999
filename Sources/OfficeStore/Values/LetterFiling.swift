// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport
package import Office

/// A letter that is durable in the vault and read, ready for the register.
package struct LetterFiling: Sendable {
    /// What the letter turned out to be.
    package enum Fate: Sendable {
        case card(NewCard)
        /// A card without a number, with the reason why the letter could not be read.
        case quarantine(NewCard, reason: String)
        case bounce(BounceReport)
        case automatic(reason: String)
        /// Answers a request of ours, if the register knows the request; otherwise a letter like any other.
        case answer(NewAnswer, otherwise: NewCard)
    }

    package let occurrence: Occurrence
    package let digest: MessageDigest
    /// Octets of the raw letter.
    package let size: Int
    /// When the server took the letter (INTERNALDATE): terms run from here.
    package let receivedAt: Date
    /// With angle brackets; links, never identifies.
    package let messageID: String?
    package let fate: Fate

    package init(
        occurrence: Occurrence, digest: MessageDigest, size: Int, receivedAt: Date, messageID: String?, fate: Fate
    ) {
        self.occurrence = occurrence
        self.digest = digest
        self.size = size
        self.receivedAt = receivedAt
        self.messageID = messageID
        self.fate = fate
    }
}

/// What filing a letter did.
package enum FilingOutcome: Hashable, Sendable {
    /// The occurrence was in the register before; nothing was done.
    case alreadyFiled
    /// The same octets were filed before, as `fate` and, if they became one, as the card.
    case duplicate(of: CardID?, fate: LetterFate)
    case card(OpenedCard)
    case quarantine(CardID)
    /// The outbox rows the report speaks of.
    case bounce(matched: [OutboxID])
    case automatic
    /// Waits for its decision.
    case answer
}

/// A card a filing opened.
package struct OpenedCard: Hashable, Sendable {
    package let id: CardID
    /// The number and index, when it was registered at once.
    package let number: Int?
    package let registrationIndex: String?
    /// Rows put in the outbox.
    package let notices: [OutboxID]
    /// Notices left out since the recipient had one that day.
    package let noticesOverBudget: Int

    package init(id: CardID, number: Int?, registrationIndex: String?, notices: [OutboxID], noticesOverBudget: Int) {
        self.id = id
        self.number = number
        self.registrationIndex = registrationIndex
        self.notices = notices
        self.noticesOverBudget = noticesOverBudget
    }
}
