// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
import MailTransport
package import Office
import Storage

extension OfficeStore {
    /// Letters to applicants that failed for good and nobody was asked to call about.
    package func undeliveredNotices(kinds: [String], limit: Int) async throws -> [OutboxRow] {
        try await storage.read { sql in
            try sql.all(
                """
                SELECT \(OutboxRow.columns) FROM outbox o WHERE state = 'failed' AND card_id IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM call_request c WHERE c.outbox_id = o.id) ORDER BY id
                """
            ).map(OutboxRow.init).filter { kinds.contains($0.kind) }.prefix(limit).map(\.self)
        }
    }

    /// Asks somebody to call about a letter that did not arrive, and notes it on the card; once for each letter.
    package func requestCall(about row: OutboxID, card: CardID, notices: [NewNotice], at instant: Date) async throws {
        try await write("store.requestCall") { sql in
            let added = try sql.first(
                """
                INSERT INTO call_request (outbox_id, card_id, at) VALUES ($1, $2, $3) ON CONFLICT (outbox_id) DO NOTHING
                RETURNING outbox_id
                """, [.integer(row.rawValue), .card(card), .instant(instant)])
            guard added != nil else { return }
            var log = try EventLog(sql, at: instant, actor: .daemon)
            let event = try log.append("card.callRequested", card: card, [("outbox", row.description)])
            _ = try NoticeWriter(sql, at: instant).enqueue(notices, card: card, given: nil, event: event, log: &log)
        }
    }

    /// Puts letters in the outbox together with a setting that says they were, so that they go once.
    package func enqueue(_ notices: [NewNotice], marking key: String, as value: String, at instant: Date) async throws {
        try await write("store.enqueueMarking") { sql in
            let known = try sql.first("SELECT value FROM setting WHERE key = $1", [.text(key)])?.text(0)
            guard known != value else { return }
            try sql.run(
                "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                [.text(key), .text(value)])
            var log = try EventLog(sql, at: instant, actor: .daemon)
            _ = try NoticeWriter(sql, at: instant).enqueue(notices, card: nil, given: nil, event: nil, log: &log)
        }
    }
}
