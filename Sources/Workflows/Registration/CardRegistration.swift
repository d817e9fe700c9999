// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
package import MailTransport
package import Office
package import OfficeStore

/// What a registrar does with a card: accept it into a journal, refuse it, acknowledge it, have it read again.
package struct CardRegistration: Sendable {
    /// Why an act was refused; nothing was changed.
    package enum Refusal: Error, Sendable, CustomStringConvertible {
        case unknownCard(CardID)
        case unknownJournal(JournalCode)
        case noSenderAddress(CardID)
        case notRegistrar(String, registrars: [String])
        case stillUnreadable(CardID)

        package var description: String {
            switch self {
            case .unknownCard(let card): "There is no card \(card). Look it up with `chancery card list`."
            case .unknownJournal(let code): "There is no journal \(code.rawValue). The journals are in journals.yaml."
            case .noSenderAddress(let card): "Card \(card) has no sender's address to write to. Answer by post or by phone."
            case .notRegistrar(let person, let registrars):
                "\(person) is no registrar by staff.yaml; these are: \(registrars.joined(separator: ", ")). Name one with --as."
            case .stillUnreadable(let card):
                "Card \(card) cannot be read by this version either. The raw letter is kept; see `chancery trace`."
            }
        }
    }

    private let store: OfficeStore
    private let filer: LetterFiler
    private let journals: JournalList
    private let staff: StaffDirectory
    private let clock: OfficeClock
    private let messageIDs: MessageIDSource

    package init(
        store: OfficeStore, filer: LetterFiler, journals: JournalList, staff: StaffDirectory, clock: OfficeClock,
        messageIDs: MessageIDSource
    ) {
        self.store = store
        self.filer = filer
        self.journals = journals
        self.staff = staff
        self.clock = clock
        self.messageIDs = messageIDs
    }

    /// Gives a card in pre-review the next number of a journal and tells its sender, if there is one to tell.
    /// - Parameter tellsSender: `false` for a card whose sender must not or need not be written to.
    package func register(
        _ id: CardID, in code: JournalCode, tellsSender: Bool, by person: PersonID
    ) async throws -> Card {
        let card = try await known(id)
        guard let journal = journals[code] else { throw Refusal.unknownJournal(code) }
        let sheet = try await sheet(of: id)
        let notices = tellsSender && !card.senderAddress.isEmpty ? [notice(.registered, on: card, sheet)] : []
        let request = RegistrationRule(journals: journals, staff: staff).request(for: sheet, in: journal, on: clock.today)
        return try await store.register(id, request, notices: notices, actor: try actor(person), at: clock.now())
    }

    /// Refuses registration on a listed ground and tells the sender why, and whom to ask (paragraphs 21 and 28 of resolution 55).
    package func refuse(
        _ id: CardID, on ground: RefusalGround, explanation: String, tellsSender: Bool, by person: PersonID
    ) async throws -> Card {
        let card = try await known(id)
        let registrar = try self.registrar(person)
        var notices: [NewNotice] = []
        if tellsSender, !card.senderAddress.isEmpty {
            var notice = notice(.refused, on: card, try await sheet(of: id))
            notice.parameters["ground"] = ground.wording(in: Language(rawValue: card.language) ?? .ukrainian)
            notice.parameters["explanation"] = explanation
            notice.parameters["registrarName"] = registrar.name
            notice.parameters["registrarPhone"] = staff.phone(of: registrar) ?? ""
            notices = [notice]
        }
        return try await store.refuse(
            id, ground: ground.rawValue, explanation: explanation, notices: notices, actor: try actor(person), at: clock.now())
    }

    /// Writes to the sender that the letter is here, whatever the trust in its sender: a person has looked.
    package func acknowledge(_ id: CardID, by person: PersonID) async throws -> [OutboxID] {
        let card = try await known(id)
        guard !card.senderAddress.isEmpty else { throw Refusal.noSenderAddress(id) }
        let kind: NoticeKind = card.registrationIndex == nil ? .received : .registered
        let sheet = try await sheet(of: id)
        var notice = notice(kind, on: card, sheet)
        if kind == .received, sheet?.exchange != nil { notice.parameters["exchange.isAccepted"] = "1" }
        return try await store.acknowledge(id, notices: [notice], actor: try actor(person), at: clock.now())
    }

    /// Reads the letter of a quarantined card again, with the version that runs now.
    package func reprocess(_ id: CardID, by person: PersonID) async throws -> OpenedCard {
        let card = try await known(id)
        guard let occurrence = try await store.occurrences(of: card.letter).first,
            let letter = try await store.letter(card.letter)
        else { throw Refusal.unknownCard(id) }
        let received = ReceivedLetter(
            occurrence: occurrence.occurrence, digest: card.letter, size: letter.size, receivedAt: card.receivedAt,
            isImported: card.isImported)
        let read = try filer.card(of: received)
        return try await store.replaceReading(of: id, with: read, actor: try actor(person), at: clock.now())
    }

    /// Opens a card for a letter that was taken for a machine's: the person says that it is a letter.
    package func open(_ digest: MessageDigest, by person: PersonID) async throws -> OpenedCard {
        guard let occurrence = try await store.occurrences(of: digest).first, let letter = try await store.letter(digest)
        else { throw StoreError.notFiledAsMachine(digest) }
        let received = ReceivedLetter(
            occurrence: occurrence.occurrence, digest: digest, size: letter.size, receivedAt: letter.receivedAt, isImported: false
        )
        return try await store.openCard(
            for: digest, with: try filer.card(of: received), actor: try actor(person), at: clock.now())
    }

    private func known(_ id: CardID) async throws -> Card {
        guard let card = try await store.card(id) else { throw Refusal.unknownCard(id) }
        return card
    }

    private func registrar(_ id: PersonID) throws -> Person {
        guard let person = staff.person(id), person.roles.contains(.registrar) else {
            throw Refusal.notRegistrar(id.rawValue, registrars: staff.registrars.map(\.id.rawValue))
        }
        return person
    }

    private func actor(_ id: PersonID) throws -> Actor {
        Actor(rawValue: try registrar(id).id.rawValue)
    }

    private func sheet(of id: CardID) async throws -> FactSheet? {
        try await store.factSheet(of: id).flatMap { FactSheet(jsonText: $0) }
    }

    private func notice(_ kind: NoticeKind, on card: Card, _ sheet: FactSheet?) -> NewNotice {
        NewNotice(
            kind: kind.rawValue, language: card.language, recipient: card.senderAddress, messageID: messageIDs.next(),
            inReplyTo: card.messageID,
            parameters: (sheet?.exchange?.parameters ?? [:]).merging(Discretion.parameters(for: sheet)) { own, _ in own })
    }
}
