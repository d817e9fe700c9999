// SPDX-License-Identifier: Apache-2.0

/// The kinds of ``Deed``; the raw value is the name under which an act is recorded and never changes.
package enum DeedKind: String, Hashable, Sendable, CaseIterable {
    case accepted, refused, forwarded, sentBack, setAside, cancelled
    case resolved, taskAccepted, reported, extensionRequested, extensionGranted, extensionDeclined
    case draftOpened, draftEdited, submitted, withdrawn, abandoned, approved, remarked, remarkAnswered
    case signed, signingDeclined, draftRegistered, dispatched, delivered, bounced, resent, handedOver
    case controlRemoved, reopened, closed
}

/// What of a card an act is about.
package enum ActSubject: Hashable, Sendable {
    case card
    /// The resolution a child is written under.
    case resolution(ResolutionID)
    case task(TaskID)
    case draft(DraftID)
}

/// An act that is somebody's to do now: for the desk's buttons, for the verbs a reply may use, for the list in a refusal.
package struct OpenAct: Hashable, Sendable {
    package let kind: DeedKind
    package let subject: ActSubject

    package init(_ kind: DeedKind, _ subject: ActSubject = .card) {
        self.kind = kind
        self.subject = subject
    }
}

extension Deed {
    /// The act it needs to be open.
    package var act: OpenAct {
        switch self {
        case .accepted: OpenAct(.accepted)
        case .refused: OpenAct(.refused)
        case .forwarded: OpenAct(.forwarded)
        case .sentBack: OpenAct(.sentBack)
        case .setAside: OpenAct(.setAside)
        case .cancelled: OpenAct(.cancelled)
        case .resolved(let resolution): OpenAct(.resolved, resolution.parent.map { .resolution($0) } ?? .card)
        case .taskAccepted(let id): OpenAct(.taskAccepted, .task(id))
        case .reported(let id, _): OpenAct(.reported, .task(id))
        case .extensionRequested(let id, _, _): OpenAct(.extensionRequested, .task(id))
        case .extensionGranted(let id, _): OpenAct(.extensionGranted, .task(id))
        case .extensionDeclined(let id, _): OpenAct(.extensionDeclined, .task(id))
        case .draftOpened: OpenAct(.draftOpened)
        case .draftEdited(let id, _): OpenAct(.draftEdited, .draft(id))
        case .submitted(let id): OpenAct(.submitted, .draft(id))
        case .withdrawn(let id): OpenAct(.withdrawn, .draft(id))
        case .abandoned(let id, _): OpenAct(.abandoned, .draft(id))
        case .approved(let id, _): OpenAct(.approved, .draft(id))
        case .remarked(let id, _, _): OpenAct(.remarked, .draft(id))
        case .remarkAnswered(let id, _): OpenAct(.remarkAnswered, .draft(id))
        case .signed(let id, _): OpenAct(.signed, .draft(id))
        case .signingDeclined(let id, _, _): OpenAct(.signingDeclined, .draft(id))
        case .draftRegistered(let id, _): OpenAct(.draftRegistered, .draft(id))
        case .dispatched(let id): OpenAct(.dispatched, .draft(id))
        case .delivered(let id, _, _): OpenAct(.delivered, .draft(id))
        case .bounced(let id, _, _): OpenAct(.bounced, .draft(id))
        case .resent(let id, _, _): OpenAct(.resent, .draft(id))
        case .handedOver(let id, _, _, _): OpenAct(.handedOver, .draft(id))
        case .controlRemoved: OpenAct(.controlRemoved)
        case .reopened: OpenAct(.reopened)
        case .closed: OpenAct(.closed)
        }
    }
}
