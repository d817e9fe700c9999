// SPDX-License-Identifier: Apache-2.0
package import Office
package import OfficeCalendar
package import OfficeStore

/// Decisions of approvers, and who is waited for.
package struct DraftApproval: Sendable {
    /// A draft that waits for somebody.
    package struct Waiting: Hashable, Sendable {
        package let card: Card
        package let draft: Draft
        /// Whose place in the route it is.
        package let seat: Seat
        /// Who may decide today, substitutes in the stead of those who are away.
        package let people: [PersonID]
        /// The day since which it waits there.
        package let since: CivilDate
    }

    private let acts: OfficeActs

    package init(acts: OfficeActs) { self.acts = acts }

    /// - Parameter version: the one that was read; nil for the present one.
    package func approve(
        _ id: DraftID?, version: VersionDigest? = nil, on card: CardID, _ hand: Hand
    ) async throws -> ActOutcome {
        try await acts.perform(on: card, hand) { life, _ in
            let draft = try life.draft(id)
            return [.approved(draft.id, version: version ?? draft.current.digest)]
        }
    }

    /// Takes a draft back to its author with a remark: an approver's, or the signatory's reason not to sign.
    package func sendBack(
        _ id: DraftID?, remark: String, version: VersionDigest? = nil, on card: CardID, _ hand: Hand
    ) async throws -> ActOutcome {
        try await acts.perform(on: card, hand) { life, _ in
            let draft = try life.draft(id)
            let read = version ?? draft.current.digest
            return draft.stage == .onSigning
                ? [.signingDeclined(draft.id, version: read, reason: remark)]
                : [.remarked(draft.id, version: read, remark: remark)]
        }
    }

    /// Drafts that wait for an approver or the signatory, in the order of their cards.
    /// - Parameter person: only those this person may decide today.
    package func waiting(for person: PersonID? = nil) async throws -> [Waiting] {
        let (staff, today) = (try await acts.staff(), acts.moment.date)
        var found: [Waiting] = []
        for card in try await acts.store.cards(in: [.drafting, .inExecution]) {
            let life = try await acts.life(of: card.id)
            for draft in life.drafts {
                guard let seat = draft.turn else { continue }
                let people = seat.holders.compactMap { staff.acting(for: $0, on: today)?.id }
                guard person.map(people.contains) ?? true else { continue }
                found.append(
                    Waiting(card: card, draft: draft, seat: seat, people: people, since: life.waits(since: draft.id) ?? today))
            }
        }
        return found
    }

    /// Sends the request for a decision once more.
    /// - Returns: the new rows of the outbox.
    package func remind(of waiting: Waiting, by hand: Hand) async throws -> [OutboxID] {
        let staff = try await acts.staff()
        let life = try await acts.life(of: waiting.card.id)
        let effect: Effect =
            waiting.draft.stage == .onSigning
            ? .requestSignature(waiting.draft.id, version: waiting.draft.current.digest, from: waiting.seat)
            : .requestApproval(waiting.draft.id, version: waiting.draft.current.digest, from: waiting.seat)
        let step = ActStep(card: waiting.card, sheet: nil, life: life, act: nil, effects: [effect], following: [])
        let notices = acts.effectMail(with: staff).mail(of: step).notices
        return try await acts.store.enqueue(
            notices, card: waiting.card.id, actor: Actor(rawValue: hand.person.rawValue), at: acts.clock.now())
    }
}

extension CardLife {
    /// The day of the act that put a draft where it lies now.
    fileprivate func waits(since id: DraftID) -> CivilDate? {
        acts.last { act in
            switch act.deed {
            case .submitted(id), .approved(id, _), .remarkAnswered(id, _), .draftEdited(id, _): true
            default: false
            }
        }?.at.date
    }
}
