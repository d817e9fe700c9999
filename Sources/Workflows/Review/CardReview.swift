// SPDX-License-Identifier: Apache-2.0
package import Office
import OfficeCalendar
package import OfficeStore

/// What the front office and the first reviewer do with a document before anybody works on it.
package struct CardReview: Sendable {
    private let acts: OfficeActs

    package init(acts: OfficeActs) { self.acts = acts }

    /// Gives a card in pre-review the next number of a journal; its sender is told.
    package func accept(_ card: CardID, in code: JournalCode, _ hand: Hand) async throws -> ActOutcome {
        guard let journal = acts.office.journals[code] else { throw CardRegistration.Refusal.unknownJournal(code) }
        let sheet = try await acts.store.factSheet(of: card).flatMap { FactSheet(jsonText: $0) }
        let request = RegistrationRule(journals: acts.office.journals, staff: acts.office.staff)
            .request(for: sheet, in: journal, on: acts.moment.date)
        return try await acts.perform(on: card, hand) { _, take in [.accepted(try take(request))] }
    }

    /// Passes a letter on to the body whose business it is, within five days; later only with a reason.
    package func forward(_ card: CardID, to body: String, lateReason: String?, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(.forwarded(to: body, lateReason: lateReason), on: card, hand)
    }

    /// Returns a letter to its sender with an explanation, within ten days; later only with a reason.
    package func sendBack(_ card: CardID, explanation: String, lateReason: String?, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(.sentBack(explanation: explanation, lateReason: lateReason), on: card, hand)
    }

    /// Refuses a card that has been on a route, on a listed ground.
    package func refuse(_ card: CardID, on ground: RefusalGround, explanation: String, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(.refused(ground, explanation: explanation), on: card, hand)
    }

    /// Leaves a letter of a kind that is not registered without a number.
    package func setAside(_ card: CardID, reason: String, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(.setAside(reason: reason), on: card, hand)
    }

    /// Makes a registration void; the number stays spent.
    package func cancel(_ card: CardID, reason: String, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(.cancelled(reason: reason), on: card, hand)
    }
}
