// SPDX-License-Identifier: Apache-2.0
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import ReplyReading

/// Turns what a reply decided into acts on the card as it stands.
struct ReplyDeeds: Sendable {
    let step: StepRequest
    let decision: ReplyDecision
    let staff: StaffDirectory
    let moment: WallTime
    /// Files that came along, durable in the vault.
    let files: [NewDraftFile]
    /// The number of an outgoing letter.
    let outgoing: @Sendable (CardLife, DraftID) throws -> RegistrationRequest

    /// The acts, in order; called on the state that counts.
    /// - Throws: `OfficeRefusal` where the step has nothing such a decision could be about.
    func deeds(on card: CardLife, _ take: NumberTaking) throws -> [Deed] {
        switch decision {
        case .approve: [try approval(on: card)]
        case .sendBack(let remark): [try return_(remark, on: card)]
        case .sign: [.signed(try draft(of: card).id, version: try version(of: card))]
        case .resolve(let read): try resolutions(read, on: card)
        case .accept: try owned(on: card) { $0.state == .assigned }.map { .taskAccepted($0.id) }
        case .extend(let until, let reason):
            try owned(on: card) { $0.due != nil && $0.pendingExtension == nil }.map {
                .extensionRequested($0.id, until: until, reason: reason)
            }
        case .draft(let text): try drafting(text, on: card)
        case .sendOut: try sendingOut(on: card, take)
        }
    }

    private func approval(on card: CardLife) throws -> Deed {
        if case .task(let task) = step.subject { return .extensionGranted(task, basis: nil) }
        return .approved(try draft(of: card).id, version: try version(of: card))
    }

    private func return_(_ remark: String, on card: CardLife) throws -> Deed {
        if case .task(let task) = step.subject { return .extensionDeclined(task, reason: remark) }
        let draft = try draft(of: card)
        return draft.stage == .onSigning
            ? .signingDeclined(draft.id, version: try version(of: card), reason: remark)
            : .remarked(draft.id, version: try version(of: card), remark: remark)
    }

    private func draft(of card: CardLife) throws -> Draft {
        guard case .draft(let id) = step.subject, let draft = card[draft: id] else { throw OfficeRefusal.noSuchDraft }
        return draft
    }

    /// The version that was read, which need not be the one that counts.
    private func version(of card: CardLife) throws -> VersionDigest {
        guard let version = step.version else { throw OfficeRefusal.staleVersion(try draft(of: card).id) }
        return version
    }

    private func resolutions(_ read: [ReadResolution], on card: CardLife) throws -> [Deed] {
        let first = card.resolutions.nextID.rawValue
        let parent = parent(on: card)
        return read.enumerated().map { offset, resolution in
            .resolved(
                Resolution(
                    id: ResolutionID(rawValue: first + offset), parent: parent,
                    main: resolution.main.map(PersonID.init(rawValue:)),
                    coExecutors: resolution.coExecutors.map(PersonID.init(rawValue:)),
                    informed: resolution.informed.map(PersonID.init(rawValue:)), text: resolution.text, term: resolution.term))
        }
    }

    /// The resolution an executor passes on: the last that gave them the task.
    private func parent(on card: CardLife) -> ResolutionID? {
        guard case .task(let task) = step.subject else { return nil }
        let own = capacities
        return card.resolutions.nodes.last { node in
            node.tasks.contains(task) && node.resolution.main.map(own.contains) ?? false
        }?.resolution.id
    }

    /// The person and everybody they stand in for that day.
    private var capacities: [PersonID] { staff.capacities(of: step.person, on: moment.date).map(\.onBehalfOf) }

    /// Open tasks of the person that fit; never empty.
    private func owned(on card: CardLife, _ fits: (CardTask) -> Bool) throws -> [CardTask] {
        let own = capacities
        let mine = card.tasks.filter { $0.isOpen && $0.owner.map(own.contains) ?? false }
        guard let first = mine.first else { throw OfficeRefusal.notOwner(card.owners) }
        let fitting = mine.filter(fits)
        // The refusal that follows says why none of them does.
        return fitting.isEmpty ? [first] : fitting
    }

    private func drafting(_ text: String, on card: CardLife) throws -> [Deed] {
        let own = capacities
        let present: Draft? =
            if case .draft(let id) = step.subject { card[draft: id] } else {
                card.drafts.last { own.contains($0.author) && [.drafting, .returned].contains($0.stage) }
            }
        if let present {
            let version = version(text, after: present.current.content)
            return [.draftEdited(present.id, version: version), .submitted(present.id)]
        }
        guard case .incoming(let letter) = card.opening.origin, let author = staff.person(own.first ?? step.person) else {
            throw OfficeRefusal.noSuchDraft
        }
        let signatory = card.opening.route.signatory.holders[0]
        let content = letter.answer(kind: card.opening.kind, signatory: signatory, executor: author, staff: staff)
        let id = card.nextDraft
        return [.draftOpened(id, purpose: .final, tasks: [], version: version(text, after: content)), .submitted(id)]
    }

    /// What did not come with the letter stays as it was.
    private func version(_ text: String, after content: DraftContent) -> DraftVersion {
        var content = content
        if !text.isEmpty { content.text = text }
        if !files.isEmpty { content.files = files.map { DraftFile(name: $0.name, digest: $0.digest.hex) } }
        return DraftVersion(content)
    }

    private func sendingOut(on card: CardLife, _ take: NumberTaking) throws -> [Deed] {
        let draft = try draft(of: card)
        guard draft.stage == .signed else { return [.dispatched(draft.id)] }
        return [.draftRegistered(draft.id, try take(try outgoing(card, draft.id))), .dispatched(draft.id)]
    }
}
