// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
package import Office
package import OfficeStore
package import Vault

/// Writing an outgoing letter: opened from the incoming card, changed, submitted, withdrawn.
package struct DraftDesk: Sendable {
    /// What kind of document of our own is begun without an incoming letter.
    package enum OwnDocument: String, Hashable, Sendable, CaseIterable {
        /// Службова or доповідна записка.
        case note
        case letter
    }

    private let acts: OfficeActs
    private let vault: Vault

    package init(acts: OfficeActs, vault: Vault) {
        self.acts = acts
        self.vault = vault
    }

    /// Opens a draft that answers a card, its particulars filled in from there.
    /// - Parameter tasks: those it answers; empty for all that are open when it goes out.
    package func open(
        on card: CardID, purpose: DraftPurpose, tasks: [TaskID] = [], _ change: DraftChange, _ hand: Hand
    ) async throws -> ActOutcome {
        let staff = try await acts.staff()
        return try await acts.perform(on: card, hand, files: change.files) { life, _ in
            let author = hand.absent ?? hand.person
            let content = change.applied(to: try Self.prefill(life, author: author, staff))
            return [.draftOpened(life.nextDraft, purpose: purpose, tasks: tasks, version: DraftVersion(content))]
        }
    }

    /// Begins a document of our own: a card without a letter, and its draft.
    package func begin(_ document: OwnDocument, _ change: DraftChange, _ hand: Hand) async throws -> ActOutcome {
        let staff = try await acts.staff()
        let author = hand.absent ?? hand.person
        guard let writer = staff.person(author) else { throw OfficeRefusal.unknownPerson(author) }
        let opening = acts.opening(with: staff)
        let origin: CardOpening.Origin = document == .note ? .internalNote(author: author) : .ownLetter(author: author)
        let blank = DraftContent(
            addressees: [], references: [], subject: "", caseFile: acts.office.journals[document.journal]?.caseFile ?? "",
            signatory: try opening.opening(of: CardID(rawValue: 0), origin).route.signatory.holders[0],
            executor: ExecutorContact(name: writer.givenNameAndSurname, phone: staff.phone(of: writer) ?? ""))
        let version = DraftVersion(change.applied(to: blank))
        // The card of a document without a letter points at the text it began with.
        let text = Array(version.content.canonicalText.utf8)
        let stored = try await FileDeposit(vault: vault).deposit([(name: "draft", octets: text)])
        guard let digest = stored.first?.digest else { throw FileDeposit.Refusal.empty("draft") }
        let card = NewCard(
            state: .drafting, subject: version.content.subject, senderName: writer.name, senderAddress: "", recipientAddress: "",
            letterDate: nil, trust: .addressKnown, isImported: false, language: acts.office.language.rawValue,
            bodyText: version.content.text)
        let doer = OfficeActs.Doer(person: hand.person, absent: hand.absent, proof: hand.proof)
        let acts = acts
        return try await acts.store.begin(
            card, digest: digest,
            { id in
                var request = acts.request(id, staff, doer) { life, _ in
                    [.draftOpened(life.nextDraft, purpose: .initiative, tasks: [], version: version)]
                }
                request.opening = { card, _ in try opening.opening(of: card.id, origin) }
                request.files = change.files
                return request
            }, actor: Actor(rawValue: hand.person.rawValue), at: acts.clock.now())
    }

    /// Makes the next version; one under approval is thereby withdrawn.
    package func edit(_ id: DraftID?, on card: CardID, _ change: DraftChange, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(on: card, hand, files: change.files) { life, _ in
            let draft = try life.draft(id)
            return [.draftEdited(draft.id, version: DraftVersion(change.applied(to: draft.current.content)))]
        }
    }

    package func submit(_ id: DraftID?, on card: CardID, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(on: card, hand) { life, _ in [.submitted(try life.draft(id).id)] }
    }

    package func withdraw(_ id: DraftID?, on card: CardID, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(on: card, hand) { life, _ in [.withdrawn(try life.draft(id).id)] }
    }

    package func abandon(_ id: DraftID?, on card: CardID, reason: String, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(on: card, hand) { life, _ in [.abandoned(try life.draft(id).id, reason: reason)] }
    }

    /// The author stands by the version: it goes back to the one who returned it.
    package func answerRemark(_ id: DraftID?, on card: CardID, reasons: String, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(on: card, hand) { life, _ in [.remarkAnswered(try life.draft(id).id, reasons: reasons)] }
    }

    private static func prefill(_ life: CardLife, author: PersonID, _ staff: StaffDirectory) throws -> DraftContent {
        guard let executor = staff.person(author) else { throw OfficeRefusal.unknownPerson(author) }
        let signatory = life.opening.route.signatory.holders[0]
        guard case .incoming(let letter) = life.opening.origin else {
            return DraftContent(
                addressees: [], references: [], subject: "", caseFile: "", signatory: signatory,
                executor: ExecutorContact(name: executor.givenNameAndSurname, phone: staff.phone(of: executor) ?? ""))
        }
        return letter.answer(kind: life.opening.kind, signatory: signatory, executor: executor, staff: staff)
    }
}

extension DraftDesk.OwnDocument {
    /// Where it gets its number once it is signed.
    var journal: JournalCode { self == .note ? .internal : .outgoing }
}

extension CardLife {
    /// The draft a person means: the one they name, else the last that is not given up.
    package func draft(_ id: DraftID?) throws(OfficeRefusal) -> Draft {
        let found = if let id { self[draft: id] } else { drafts.last { $0.stage != .abandoned } ?? drafts.last }
        guard let found else { throw .noSuchDraft }
        return found
    }
}
