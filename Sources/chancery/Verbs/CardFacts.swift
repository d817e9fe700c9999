// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import Office
import OfficeCalendar
import OfficeStore

/// A card as `card list --json` prints it. The keys are fixed: scripts rely on them.
struct CardFacts: Encodable {
    let id: Int64
    let registrationIndex: String?
    let journal: String?
    let registeredOn: String?
    let receivedAt: Date
    let state: String
    let kind: String?
    let subject: String
    let sender: String
    let letter: String
    let trust: String
    let isImported: Bool
    let deadline: String?
    let stage: String?
    let owner: String?

    init(_ card: Card) {
        id = card.id.rawValue
        registrationIndex = card.registrationIndex
        journal = card.journal?.rawValue
        registeredOn = card.registeredOn?.description
        receivedAt = card.receivedAt
        state = card.state.rawValue
        kind = card.kind
        subject = card.subject
        sender = Self.sender(of: card)
        letter = card.letter.hex
        trust = "\(card.trust)"
        isImported = card.isImported
        deadline = card.deadline
        stage = card.stage?.rawValue
        owner = card.owner?.rawValue
    }

    private enum Key: String, CodingKey {
        case id, registrationIndex, journal, registeredOn, receivedAt, state, kind, subject, sender, letter, trust, isImported
        case deadline, stage, owner
    }

    /// Missing values are written as `null`, so that every object has the same keys.
    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(id, forKey: .id)
        try object.encode(registrationIndex, forKey: .registrationIndex)
        try object.encode(journal, forKey: .journal)
        try object.encode(registeredOn, forKey: .registeredOn)
        try object.encode(receivedAt, forKey: .receivedAt)
        try object.encode(state, forKey: .state)
        try object.encode(kind, forKey: .kind)
        try object.encode(subject, forKey: .subject)
        try object.encode(sender, forKey: .sender)
        try object.encode(letter, forKey: .letter)
        try object.encode(trust, forKey: .trust)
        try object.encode(isImported, forKey: .isImported)
        try object.encode(deadline, forKey: .deadline)
        try object.encode(stage, forKey: .stage)
        try object.encode(owner, forKey: .owner)
    }

    /// `Name <address>`, or whichever of the two there is.
    static func sender(of card: Card) -> String {
        switch (card.senderName.isEmpty, card.senderAddress.isEmpty) {
        case (false, false): "\(card.senderName) <\(card.senderAddress)>"
        case (false, true): card.senderName
        case (true, _): card.senderAddress
        }
    }
}
