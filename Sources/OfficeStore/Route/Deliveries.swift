// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
package import Office
import Storage

/// An outgoing letter of a card whose fate the card does not know yet.
package struct DueDelivery: Hashable, Sendable {
    package let row: OutboxID
    package let card: CardID
    package let draft: DraftID
    package let addressee: Int
    package let state: OutboxState
    /// The last words of the peer, or the reason a person gave.
    package let verdict: String
}

/// Which outgoing letters wait for their cards to hear of them, inside one transaction.
struct DeliveryDesk {
    let sql: any SQL

    /// The row has come to an end the card must know; nothing for rows that carry no outgoing letter.
    func markDue(_ row: OutboxID) throws {
        try sql.run("UPDATE delivery SET is_due = 1 WHERE outbox_id = $1", [.integer(row.rawValue)])
    }

    /// The card knows the row in that state. What has become of it meanwhile stays due.
    func settle(_ row: OutboxID, in state: OutboxState) throws {
        try sql.run(
            """
            UPDATE delivery SET is_due = 0 WHERE outbox_id = $1 AND EXISTS
                (SELECT 1 FROM outbox o WHERE o.id = delivery.outbox_id AND o.state = $2)
            """, [.integer(row.rawValue), .text(state.rawValue)])
    }
}

extension OfficeStore {
    /// Outgoing letters that were taken, refused, returned or given up since their cards heard of them, the oldest first.
    package func dueDeliveries(limit: Int) async throws -> [DueDelivery] {
        try await storage.read { sql in
            try sql.all(
                """
                SELECT d.outbox_id, d.card_id, d.draft, d.addressee, o.state, o.last_reply FROM delivery d
                JOIN outbox o ON o.id = d.outbox_id WHERE d.is_due = 1 ORDER BY d.outbox_id LIMIT $1
                """, [.integer(limit)]
            ).map { row in
                DueDelivery(
                    row: OutboxID(rawValue: try row.integer(0)), card: CardID(rawValue: try row.integer(1)),
                    draft: DraftID(rawValue: Int(try row.integer(2))), addressee: Int(try row.integer(3)),
                    state: try row.choice(4, of: "outbox", "state"), verdict: try row.textOrNil(5) ?? "")
            }
        }
    }

    /// The card knows the row in that state, or cannot take it.
    package func settleDelivery(_ delivery: DueDelivery) async throws {
        try await write("store.settleDelivery") { sql in try DeliveryDesk(sql: sql).settle(delivery.row, in: delivery.state) }
    }
}
