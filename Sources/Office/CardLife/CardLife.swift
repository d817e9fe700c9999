// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// The whole state of a card: what has been done with it, and which acts are open to whom now.
///
/// A value that reads no clock and sends nothing. The only way to change it is ``apply(_:)``; an act it refuses leaves it as it was.
/// The opening and the acts replayed in order give the same value again.
package struct CardLife: Hashable, Sendable {
    package let opening: CardOpening
    package internal(set) var stage: CardStage
    package internal(set) var mark: RegistrationMark?
    package internal(set) var resolutions = ResolutionTree()
    package internal(set) var tasks: [CardTask]
    package internal(set) var drafts: [Draft] = []
    package internal(set) var filing: FilingNote?
    /// Everything that was done, in order.
    package private(set) var acts: [Act] = []

    package init(_ opening: CardOpening) {
        self.opening = opening
        stage = opening.firstStage
        mark = opening.mark
        tasks = opening.tasks
    }

    /// The card after acts that were applied before.
    /// - Throws: the refusal of the first act that does not fit, which means the record was altered or an act is missing.
    package init(_ opening: CardOpening, replaying acts: some Sequence<Act>) throws(OfficeRefusal) {
        self.init(opening)
        for act in acts { _ = try apply(act) }
    }

    /// Does one act, or refuses it and stays as it is.
    /// - Returns: what must be done outside, to be stored with the act in one transaction.
    package mutating func apply(_ act: Act) throws(OfficeRefusal) -> [Effect] {
        try permit(act.deed.act, by: act.actor, proof: act.proof)
        var next = self
        var effects = try next.perform(act)
        next.acts.append(act)
        if next.controlledDue != controlledDue { effects.append(.remind(of: next.controlledDue)) }
        self = next
        return effects
    }

    /// The date by which something is due: the earliest of the open tasks.
    package var due: CivilDate? { tasks.filter(\.isOpen).compactMap(\.due).min() }

    /// Whether the controller has to take the card off control.
    package var isControlled: Bool { tasks.contains { $0.due != nil } }

    package subscript(task id: TaskID) -> CardTask? { tasks.first { $0.id == id } }

    package subscript(draft id: DraftID) -> Draft? { drafts.first { $0.id == id } }

    /// The identifier the next draft must have.
    package var nextDraft: DraftID { DraftID(rawValue: drafts.count + 1) }

    /// The process owners of what is still open, in order of tasks.
    package var owners: [PersonID] {
        tasks.filter(\.isOpen).compactMap(\.owner).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// What is reminded of: due dates count while somebody works on them.
    package var controlledDue: CivilDate? {
        switch stage {
        case .onResolution, .inExecution: due
        case .preReview, .drafting, .controlCheck, .executed, .closed, .refused, .forwarded, .sentBack, .notRegistered,
            .cancelled:
            nil
        }
    }

    private mutating func perform(_ act: Act) throws(OfficeRefusal) -> [Effect] {
        switch act.deed {
        case .accepted, .refused, .forwarded, .sentBack, .setAside, .cancelled: try review(act)
        case .resolved(let resolution): try resolve(resolution, act)
        case .taskAccepted, .reported: try execute(act)
        case .extensionRequested, .extensionGranted, .extensionDeclined: try extend(act)
        case .draftOpened, .draftEdited, .submitted, .withdrawn, .abandoned: try draft(act)
        case .approved, .remarked, .remarkAnswered, .signed, .signingDeclined: try decide(act)
        case .draftRegistered, .dispatched, .delivered, .bounced, .resent, .handedOver: try sendOut(act)
        case .controlRemoved, .reopened, .closed: try control(act)
        }
    }
}
