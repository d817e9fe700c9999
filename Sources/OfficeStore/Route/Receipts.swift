// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import Office
import Storage

/// An outgoing letter of a card that went by mail.
package struct SentDelivery: Hashable, Sendable {
    package let card: CardID
    package let draft: DraftID
    package let addressee: Int
    /// With angle brackets.
    package let messageID: String
}

extension OfficeStore {
    /// Cards of letters that brought a receipt and no document, whose attachments have been read, with their sheets.
    package func receiptCards(limit: Int) async throws -> [(card: Card, sheet: String)] {
        try await storage.read { sql in
            try sql.all(
                """
                SELECT c.id, f.sheet FROM card c JOIN card_facts f ON f.card_id = c.id
                WHERE c.state = 'preReview' AND c.kind = 'NOT_REGISTERED' AND f.sheet LIKE '%"receipt":{%'
                    AND NOT EXISTS (SELECT 1 FROM document_reading r WHERE r.card_id = c.id) ORDER BY c.received_at, c.id LIMIT $1
                """, [.integer(limit)]
            ).compactMap { row in
                let sheet = try row.text(1)
                return try Self.card(CardID(rawValue: try row.integer(0)), sql).map { ($0, sheet) }
            }
        }
    }

    /// Outgoing letters of cards to an address, the latest first.
    package func sentDeliveries(to address: String, limit: Int) async throws -> [SentDelivery] {
        try await storage.read { sql in
            try sql.all(
                """
                SELECT d.card_id, d.draft, d.addressee, o.message_id FROM delivery d JOIN outbox o ON o.id = d.outbox_id
                WHERE lower(o.recipient) = lower($1) ORDER BY d.outbox_id DESC LIMIT $2
                """, [.text(address), .integer(limit)]
            ).map { row in
                SentDelivery(
                    card: CardID(rawValue: try row.integer(0)), draft: DraftID(rawValue: Int(try row.integer(1))),
                    addressee: Int(try row.integer(2)), messageID: try row.text(3))
            }
        }
    }

    /// Leaves a card in pre-review without a number, with the reason; nothing when it has gone on meanwhile.
    package func leaveUnregistered(_ id: CardID, explanation: String, about other: CardID?, at instant: Date) async throws {
        try await write("store.leaveUnregistered") { sql in
            let changed = try sql.first(
                "UPDATE card SET state = 'notRegistered', explanation = $1 WHERE id = $2 AND state = 'preReview' RETURNING id",
                [.text(explanation), .card(id)])
            guard changed != nil else { return }
            var log = try EventLog(sql, at: instant, actor: .daemon)
            try log.append("card.notRegistered", card: id, [("about", other?.description ?? ""), ("why", "receipt")])
        }
    }
}
