// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Counts the outgoing letters of one card from 1.
package struct DraftID: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    package static func < (one: DraftID, other: DraftID) -> Bool { one.rawValue < other.rawValue }
}

/// An outgoing letter on its way from the first line to the addressee's mailbox.
package struct Draft: Hashable, Sendable {
    /// Where it stands. Later cases come after earlier ones, but an edit or a remark takes it back to the author.
    package enum Stage: String, Hashable, Sendable, CaseIterable {
        case drafting, onApproval, returned, onSigning, signed, registered, dispatched, abandoned
    }

    package let id: DraftID
    package let author: PersonID
    package let purpose: DraftPurpose
    /// Empty: all that are open when it goes out.
    package let tasks: [TaskID]
    /// Oldest first; never empty. Earlier ones are the archive.
    package private(set) var versions: [DraftVersion]
    package private(set) var approval: ApprovalRoute
    package private(set) var signature: Signature?
    package private(set) var mark: RegistrationMark?
    /// One for each addressee of the signed version, once it was sent.
    package private(set) var deliveries: [Delivery] = []
    package private(set) var isAbandoned = false
    private var isDispatched = false
    package let signatory: Seat

    package init(
        id: DraftID, author: PersonID, purpose: DraftPurpose, tasks: [TaskID], version: DraftVersion, approvers: [Seat],
        signatory: Seat
    ) {
        self.id = id
        self.author = author
        self.purpose = purpose
        self.tasks = tasks
        versions = [version]
        approval = ApprovalRoute(approvers: approvers)
        self.signatory = signatory
    }

    /// The version that counts.
    package var current: DraftVersion { versions[versions.count - 1] }

    package var stage: Stage {
        if isAbandoned { return .abandoned }
        if isDispatched { return .dispatched }
        if mark != nil { return .registered }
        if signature != nil { return .signed }
        switch approval.state {
        case .drafting: return .drafting
        case .awaiting: return .onApproval
        case .returned: return .returned
        case .approved: return .onSigning
        }
    }

    /// Whose decision is awaited; nil when it lies with the author or the front office.
    package var turn: Seat? {
        switch stage {
        case .onApproval: approval.turn
        case .onSigning: signatory
        case .drafting, .returned, .signed, .registered, .dispatched, .abandoned: nil
        }
    }

    /// Whether an addressee's letter came back and nothing was done about it.
    package var hasUnansweredBounce: Bool { deliveries.contains(where: \.isBounced) }

    /// Whether the front office has still to post it to an addressee without e-mail.
    package var awaitsHand: Bool { deliveries.contains { $0.state == .awaitsHand } }

    /// What keeps it from approval. An internal document has no addressee of its own: its route names one.
    func checkComplete(isInternal: Bool) throws(OfficeRefusal) {
        let content = current.content
        guard isInternal || !content.addressees.isEmpty else { throw .textMissing(.addressee) }
        guard !content.subject.isBlank else { throw .textMissing(.subject) }
        guard !content.files.isEmpty || !content.text.isBlank else { throw .textMissing(.letter) }
        guard !content.executor.phone.isBlank else { throw .textMissing(.executorPhone) }
    }

    /// A decision is about the version that was read, and no other.
    func check(_ version: VersionDigest) throws(OfficeRefusal) {
        guard version == current.digest else { throw .staleVersion(id) }
    }

    mutating func edit(_ version: DraftVersion, bySignatory: Bool) -> [Effect] {
        versions.append(version)
        // The head's own edit needs nobody's approval (paragraph 125); anybody else's takes the draft back to its author.
        if bySignatory {
            return [.voidRequests(id), .requestSignature(id, version: version.digest, from: signatory)]
        }
        let wasOut = stage == .onApproval || stage == .onSigning
        approval.reset()
        return wasOut ? [.voidRequests(id), .tell([author], .edited(id))] : []
    }

    mutating func submit() -> [Effect] {
        approval.submit()
        return requests()
    }

    mutating func withdraw() -> [Effect] {
        approval.reset()
        return [.voidRequests(id)]
    }

    mutating func abandon() -> [Effect] {
        isAbandoned = true
        return [.voidRequests(id)]
    }

    mutating func approve(_ decision: ApprovalRoute.Decision) -> [Effect] {
        approval.approve(decision)
        return requests()
    }

    mutating func remark(_ remark: String, by actor: ActingPerson) -> [Effect] {
        approval.remark(remark, by: actor)
        return [.voidRequests(id), .tell([author], .remarked(id, remark: remark))]
    }

    mutating func answerRemark(_ reasons: String) -> [Effect] {
        approval.answerRemark(reasons)
        return requests()
    }

    mutating func sign(_ signature: Signature) -> [Effect] {
        self.signature = signature
        return [.voidRequests(id), .tell([author], .signed(id)), .requestRegistration(id)]
    }

    mutating func declineSigning(_ reason: String, by actor: ActingPerson) -> [Effect] {
        approval.reset(remark: ApprovalRoute.Remark(by: actor, text: reason, answer: nil))
        return [.voidRequests(id), .tell([author], .signingDeclined(id, reason: reason))]
    }

    mutating func register(_ mark: RegistrationMark) { self.mark = mark }

    mutating func dispatch() {
        isDispatched = true
        deliveries = current.content.addressees.map { Delivery(addressee: $0) }
    }

    mutating func deliver(_ index: Int, _ event: Delivery.Event) { deliveries[index].apply(event) }

    private func requests() -> [Effect] {
        switch approval.state {
        case .awaiting: approval.turn.map { [.requestApproval(id, version: current.digest, from: $0)] } ?? []
        case .approved: [.requestSignature(id, version: current.digest, from: signatory)]
        case .drafting, .returned: []
        }
    }
}
