// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

// Whether an act is open, before a word of its content is read: the stage of the card, the thing it is about, whose turn it is, and
// whether the proof is enough.
extension CardLife {
    /// What an actor can do now by that proof, in the order of ``DeedKind``.
    package func openActs(to actor: ActingPerson, at moment: WallTime, by proof: ActProof) -> [OpenAct] {
        DeedKind.allCases.flatMap { kind in subjects(of: kind).map { OpenAct(kind, $0) } }.filter { act in
            do throws(OfficeRefusal) {
                try permit(act, by: actor, proof: proof)
                return true
            } catch {
                return false
            }
        }
    }

    /// Whether an actor may read a draft: its author and its owners from the first line, an approver from their turn on, the signatory once
    /// it lies before them, the front office and the controller once it is signed.
    package func sees(_ id: DraftID, _ actor: ActingPerson) -> Bool {
        guard let draft = self[draft: id] else { return false }
        if isHolder(actor, of: draft) || draft.approval.hasReached(actor.onBehalfOf) { return true }
        switch draft.stage {
        case .drafting, .returned, .onApproval, .abandoned: return false
        case .onSigning: return draft.signatory.admits(actor)
        case .signed, .registered, .dispatched:
            return draft.signatory.admits(actor) || actor.authority.contains(opening.frontOffice)
                || actor.authority.contains(.controller)
        }
    }

    func permit(_ act: OpenAct, by actor: ActingPerson, proof: ActProof) throws(OfficeRefusal) {
        guard stage.admits(act.kind) else { throw .wrongStage(act.kind, stage) }
        switch act.subject {
        case .card: try permitOnCard(act.kind, actor, proof)
        case .resolution(let id):
            guard let node = resolutions[id] else { throw .noSuchResolution }
            let person = actor.onBehalfOf
            guard node.resolution.main == person || node.resolution.coExecutors.contains(person) else {
                throw .notExecutorOfParent
            }
        case .task(let id):
            guard let task = self[task: id] else { throw .noSuchTask }
            try permit(act.kind, on: task, actor)
        case .draft(let id):
            guard let draft = self[draft: id] else { throw .noSuchDraft }
            guard draft.stage.admits(act.kind) else { throw .wrongDraftStage(act.kind, draft.stage) }
            try permit(act.kind, on: draft, actor, proof)
        }
        guard proof != .machine || act.kind == .delivered || act.kind == .bounced else { throw .needsPerson(act.kind) }
    }

    private func subjects(of kind: DeedKind) -> [ActSubject] {
        switch kind {
        case .accepted, .refused, .forwarded, .sentBack, .setAside, .cancelled, .draftOpened, .controlRemoved, .reopened,
            .closed:
            [.card]
        case .resolved: [.card] + resolutions.nodes.map { .resolution($0.resolution.id) }
        case .taskAccepted, .reported, .extensionRequested, .extensionGranted, .extensionDeclined: tasks.map { .task($0.id) }
        case .draftEdited, .submitted, .withdrawn, .abandoned, .approved, .remarked, .remarkAnswered, .signed,
            .signingDeclined, .draftRegistered, .dispatched, .delivered, .bounced, .resent, .handedOver:
            drafts.map { .draft($0.id) }
        }
    }

    private func permitOnCard(_ kind: DeedKind, _ actor: ActingPerson, _ proof: ActProof) throws(OfficeRefusal) {
        switch kind {
        case .accepted, .refused, .setAside, .cancelled:
            try require([opening.frontOffice], of: actor)
        case .forwarded, .sentBack:
            guard opening.isIncoming else { throw .notIncoming(kind) }
            guard !hasFinalAnswer else { throw .alreadyAnswered }
            if stage != .preReview, opening.route.review.admits(actor) { return }
            try require([opening.frontOffice], of: actor)
        case .resolved:
            guard opening.route.review.admits(actor) else { throw .reserved(kind, for: opening.route.review) }
        case .draftOpened: try permitOpeningDraft(actor)
        case .controlRemoved: try permitRemovingControl(actor, proof)
        case .reopened:
            try require([.controller], of: actor)
            guard !tasks.isEmpty else { throw .noSuchTask }
        case .closed:
            try require([opening.frontOffice, .controller], of: actor)
            guard opening.isInternal || !opening.isIncoming || mark != nil else { throw .numberMissing }
            if stage == .onResolution, let due { throw .termRuns(due) }
            if let draft = drafts.first(where: { $0.stage == .signed || $0.stage == .registered }) {
                throw .letterUnsent(draft.id)
            }
            if let draft = drafts.first(where: \.awaitsHand) { throw .notHandedOver(draft.id) }
        case .taskAccepted, .reported, .extensionRequested, .extensionGranted, .extensionDeclined, .draftEdited, .submitted,
            .withdrawn, .abandoned, .approved, .remarked, .remarkAnswered, .signed, .signingDeclined, .draftRegistered,
            .dispatched, .delivered, .bounced, .resent, .handedOver:
            preconditionFailure("\(kind) is not about a card as a whole")
        }
    }

    private func permitOpeningDraft(_ actor: ActingPerson) throws(OfficeRefusal) {
        guard stage == .drafting else {
            guard owners.contains(actor.onBehalfOf) else { throw .notOwner(owners) }
            return
        }
        guard let author = opening.author, author == actor.onBehalfOf else { throw .notOwner(opening.author.map { [$0] } ?? []) }
        if let first = drafts.first(where: { $0.stage != .abandoned }) { throw .draftExists(first.id) }
    }

    private func permitRemovingControl(_ actor: ActingPerson, _ proof: ActProof) throws(OfficeRefusal) {
        try require([.controller], of: actor)
        // Whoever answered for the card at any time, and whoever wrote for it.
        let executors = Set(resolutions.nodes.compactMap(\.resolution.main) + drafts.map(\.author))
        guard executors.isDisjoint(with: [actor.person, actor.onBehalfOf]) else { throw .executorOnControl }
        guard proof.isAtDesk else { throw .needsDesk(.controlRemoved) }
        if let draft = drafts.first(where: { $0.purpose.fulfilsTasks && $0.hasUnansweredBounce }) {
            throw .bounceUnanswered(draft.id)
        }
        if let draft = drafts.first(where: { $0.purpose.fulfilsTasks && $0.awaitsHand }) { throw .notHandedOver(draft.id) }
    }

    private func permit(_ kind: DeedKind, on task: CardTask, _ actor: ActingPerson) throws(OfficeRefusal) {
        guard task.isOpen else { throw .taskDone(task.id) }
        switch kind {
        case .extensionGranted, .extensionDeclined:
            guard let request = task.pendingExtension else { throw .noPendingExtension(task.id) }
            try permitDecidingExtension(request, actor)
        default:
            guard task.owner == actor.onBehalfOf else { throw .notOwner(task.owner.map { [$0] } ?? []) }
            if kind == .taskAccepted, task.state == .accepted { throw .taskAlreadyAccepted(task.id) }
            if kind == .extensionRequested { try checkExtensionPossible(task) }
        }
    }

    private func permitDecidingExtension(_ request: CardTask.Extension, _ actor: ActingPerson) throws(OfficeRefusal) {
        guard actor.person != request.askedBy else { throw .ownRequest }
        switch opening.allowance.authority {
        case .head:
            guard opening.route.review.admits(actor) else { throw .reserved(.extensionGranted, for: opening.route.review) }
        case .authorOfTask: try require([.controller], of: actor)
        case .nobody: throw .noExtension(ground: opening.allowance.ground)
        }
    }

    private func checkExtensionPossible(_ task: CardTask) throws(OfficeRefusal) {
        guard opening.allowance.authority != .nobody else { throw .noExtension(ground: opening.allowance.ground) }
        guard task.due != nil else { throw .noTermToExtend(task.id) }
        guard task.pendingExtension == nil else { throw .extensionPending(task.id) }
    }

    private func permit(_ kind: DeedKind, on draft: Draft, _ actor: ActingPerson, _ proof: ActProof) throws(OfficeRefusal) {
        switch kind {
        case .draftEdited:
            guard isHolder(actor, of: draft) || draft.turn?.admits(actor) == true else { throw .notAuthor(draft.author) }
        case .submitted, .withdrawn, .abandoned, .remarkAnswered:
            guard isHolder(actor, of: draft) else { throw .notAuthor(draft.author) }
        case .approved, .remarked, .signed, .signingDeclined:
            guard let turn = draft.turn, turn.admits(actor) else { throw .notYourTurn(draft.turn) }
            guard kind != .signed || opening.route.signing.admits(proof) else { throw .needsDesk(kind) }
        case .draftRegistered, .resent, .handedOver: try require([opening.frontOffice], of: actor)
        case .dispatched:
            try require([opening.frontOffice], of: actor)
            guard opening.route.signing.admits(proof) else { throw .needsDesk(kind) }
        case .delivered, .bounced:
            if proof != .machine { try require([opening.frontOffice], of: actor) }
        default: preconditionFailure("\(kind) is not about a draft")
        }
        if kind == .resent, !draft.hasUnansweredBounce { throw .notBounced }
    }

    /// The author, and whoever owns the task now where it changed hands.
    private func isHolder(_ actor: ActingPerson, of draft: Draft) -> Bool {
        draft.author == actor.onBehalfOf || (stage == .inExecution && owners.contains(actor.onBehalfOf))
    }

    private func require(_ roles: [Role], of actor: ActingPerson) throws(OfficeRefusal) {
        guard !actor.authority.isDisjoint(with: roles) else { throw .needsRole(roles) }
    }

    private var hasFinalAnswer: Bool {
        drafts.contains { $0.purpose.fulfilsTasks && [.signed, .registered, .dispatched].contains($0.stage) }
    }
}

extension Draft.Stage {
    /// Whether an act of that kind can be done with the draft here.
    package func admits(_ kind: DeedKind) -> Bool {
        switch kind {
        case .draftEdited: [.drafting, .onApproval, .returned, .onSigning].contains(self)
        case .submitted: self == .drafting
        case .withdrawn: self == .onApproval || self == .onSigning
        case .abandoned: [.drafting, .onApproval, .returned, .onSigning].contains(self)
        case .approved, .remarked: self == .onApproval
        case .remarkAnswered: self == .returned
        case .signed, .signingDeclined: self == .onSigning
        case .draftRegistered: self == .signed
        case .dispatched: self == .registered
        case .delivered, .bounced, .resent, .handedOver: self == .dispatched
        case .accepted, .refused, .forwarded, .sentBack, .setAside, .cancelled, .resolved, .taskAccepted, .reported,
            .extensionRequested, .extensionGranted, .extensionDeclined, .draftOpened, .controlRemoved, .reopened, .closed:
            false
        }
    }
}

extension ActProof {
    /// Whether the person sat at the desk or at the machine; a letter from a mailbox is less.
    var isAtDesk: Bool {
        switch self {
        case .desk, .verb: true
        case .reply, .machine: false
        }
    }
}
