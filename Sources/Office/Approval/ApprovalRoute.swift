// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// A draft's way along its approvers, strictly one after another.
///
/// Who may act, and on which version, the ``Draft`` and the ``CardLife`` check before; here an act out of turn is our own mistake
/// and traps.
package struct ApprovalRoute: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        /// With the author; the decisions of earlier versions are in ``archive``.
        case drafting
        case awaiting(step: Int)
        /// With the author, who makes a new version or answers the remark.
        case returned(step: Int)
        case approved
    }

    /// One approval, of one step and one version.
    package struct Decision: Hashable, Sendable {
        package let step: Int
        package let version: VersionDigest
        package let actor: ActingPerson
        package let at: WallTime

        package init(step: Int, version: VersionDigest, actor: ActingPerson, at: WallTime) {
            self.step = step
            self.version = version
            self.actor = actor
            self.at = at
        }
    }

    package struct Remark: Hashable, Sendable {
        package let by: ActingPerson
        package let text: String
        /// The author's reasons for standing by the version.
        package internal(set) var answer: String?
    }

    package let approvers: [Seat]
    package private(set) var state: State = .drafting
    /// Of the version under way, in order of steps.
    package private(set) var decisions: [Decision] = []
    /// Decisions on versions that an edit or a withdrawal has put away.
    package private(set) var archive: [Decision] = []
    package private(set) var remarks: [Remark] = []

    package init(approvers: [Seat]) { self.approvers = approvers }

    /// Whose decision is awaited.
    package var turn: Seat? {
        if case .awaiting(let step) = state { approvers[step] } else { nil }
    }

    /// The step awaited.
    package var step: Int? {
        if case .awaiting(let step) = state { step } else { nil }
    }

    /// Whether somebody in that place has been shown the version: theirs is the turn, or was.
    package func hasReached(_ person: PersonID) -> Bool {
        let reached: Int =
            switch state {
            case .drafting: 0
            case .awaiting(let step), .returned(let step): step + 1
            case .approved: approvers.count
            }
        return approvers.prefix(reached).contains { $0.holders.contains(person) }
    }

    mutating func submit() {
        guard state == .drafting else { preconditionFailure("submitted in \(state)") }
        state = approvers.isEmpty ? .approved : .awaiting(step: 0)
    }

    mutating func approve(_ decision: Decision) {
        guard state == .awaiting(step: decision.step) else { preconditionFailure("approved in \(state)") }
        decisions.append(decision)
        state = decision.step + 1 < approvers.count ? .awaiting(step: decision.step + 1) : .approved
    }

    mutating func remark(_ text: String, by actor: ActingPerson) {
        guard let step else { preconditionFailure("remarked in \(state)") }
        remarks.append(Remark(by: actor, text: text, answer: nil))
        state = .returned(step: step)
    }

    mutating func answerRemark(_ reasons: String) {
        guard case .returned(let step) = state, !remarks.isEmpty else { preconditionFailure("answered in \(state)") }
        remarks[remarks.count - 1].answer = reasons
        state = .awaiting(step: step)
    }

    /// Back to the author; what was decided is kept, but counts no more.
    mutating func reset(remark: Remark? = nil) {
        archive += decisions
        decisions = []
        if let remark { remarks.append(remark) }
        state = .drafting
    }
}
