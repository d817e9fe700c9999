// SPDX-License-Identifier: Apache-2.0
import Interchange
package import Logging
import Office
import OfficeStore

/// Tells cards what other offices say of our answers in their receipts of order 1207. A receipt is no document: it gets no number.
///
/// Cut anywhere, the next pass ends the same: what a receipt says is recorded once.
package struct ReceiptWatch: Sendable {
    /// Receipts looked at in one pass.
    private static let limit = 200
    /// How many letters back an answer to the same office is looked for.
    private static let reach = 1_000

    private let acts: OfficeActs
    private let logger: Logger

    package init(acts: OfficeActs, logger: Logger) {
        self.acts = acts
        self.logger = logger
    }

    /// - Returns: how many receipts were dealt with.
    @discardableResult
    package func pass() async throws -> Int {
        let receipts = try await acts.store.receiptCards(limit: Self.limit)
        for (card, text) in receipts {
            guard let note = FactSheet(jsonText: text)?.receipt else { continue }
            let answer = try await acts.store.sentDeliveries(to: card.senderAddress, limit: Self.reach).first {
                InterchangeMessage.isSame(ReceiptComposer.identifier(of: $0.messageID), note.messageID)
            }
            if let answer { try await record(note, of: answer) }
            let about = answer.map { "наш лист у картці \($0.card)" } ?? "повідомлення \(note.messageID), якого ми не надсилали"
            try await acts.store.leaveUnregistered(
                card.id, explanation: "квитанція про \(about): \(note.ukrainian)", about: answer?.card, at: acts.clock.now())
        }
        return receipts.count
    }

    private func record(_ note: ReceiptNote, of answer: SentDelivery) async throws {
        let verdict = "квитанція: \(note.ukrainian)"
        let deed: Deed =
            note.kind == .rejected
            ? .bounced(answer.draft, addressee: answer.addressee, verdict: verdict)
            : .delivered(answer.draft, addressee: answer.addressee, verdict: verdict)
        guard try await acts.store.life(of: answer.card)?.acts.contains(where: { $0.deed == deed }) == false else { return }
        do {
            _ = try await acts.record(deed, on: answer.card)
        } catch let refusal as OfficeRefusal {
            logger.error("a receipt does not fit its card", metadata: ["card": "\(answer.card)", "reason": "\(refusal)"])
        }
    }
}
