// SPDX-License-Identifier: Apache-2.0

/// Where a card stands between its first reading and its case file.
package enum CardStage: String, Hashable, Sendable, CaseIterable {
    /// Waits for the front office.
    case preReview
    /// An internal document or a letter of our own, not yet signed and registered.
    case drafting
    /// Registered; waits for the first reviewer's resolution.
    case onResolution
    /// Somebody has something to do.
    case inExecution
    /// Everything is done; waits for the controller's comparison.
    case controlCheck
    /// Off control, or never on it; may go to its case file.
    case executed
    /// «До справи».
    case closed
    case refused
    case forwarded
    case sentBack
    case notRegistered
    /// The number stays spent.
    case cancelled

    /// What the register knows of it: one word for every card, whether anybody has acted on it or not.
    package var cardState: CardState {
        switch self {
        case .preReview: .preReview
        case .drafting: .drafting
        case .onResolution, .inExecution, .controlCheck, .executed, .closed: .registered
        case .refused: .refused
        case .notRegistered: .notRegistered
        case .cancelled: .cancelled
        case .forwarded: .forwarded
        case .sentBack: .sentBack
        }
    }

    /// Whether an act of that kind can be done here at all; by whom is another question.
    package func admits(_ kind: DeedKind) -> Bool {
        switch kind {
        case .accepted: self == .preReview || self == .notRegistered
        case .refused, .setAside: self == .preReview
        case .forwarded, .sentBack: [.preReview, .onResolution, .inExecution].contains(self)
        case .cancelled: [.onResolution, .inExecution].contains(self)
        case .resolved: [.onResolution, .inExecution].contains(self)
        case .taskAccepted, .reported, .extensionRequested, .extensionGranted, .extensionDeclined: self == .inExecution
        case .draftOpened, .draftEdited, .submitted, .withdrawn, .approved, .remarked, .remarkAnswered, .signed,
            .signingDeclined:
            self == .drafting || self == .inExecution
        case .abandoned: [.drafting, .inExecution, .controlCheck, .executed].contains(self)
        // A signed letter leaves the house whatever became of the card's tasks meanwhile.
        case .draftRegistered, .dispatched: [.drafting, .inExecution, .controlCheck, .executed].contains(self)
        // A verdict comes when it comes, to a closed card as well.
        case .delivered, .bounced: ![.preReview, .refused, .notRegistered].contains(self)
        case .resent, .handedOver: [.inExecution, .controlCheck, .executed, .closed].contains(self)
        case .controlRemoved: self == .controlCheck
        case .reopened: self == .controlCheck || self == .executed
        case .closed: [.executed, .forwarded, .sentBack, .onResolution].contains(self)
        }
    }
}
