// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport
package import Office
import Storage

extension OfficeStore {
    /// Puts notices in the outbox outside any other act.
    package func enqueue(
        _ notices: [NewNotice], card: CardID?, actor: Actor, at instant: Date
    ) async throws -> [OutboxID] {
        try await write("store.enqueue") { sql in
            var log = try EventLog(sql, at: instant, actor: actor)
            return try NoticeWriter(sql, at: instant).enqueue(notices, card: card, given: nil, event: nil, log: &log).rows
        }
    }

    /// Takes rows that are due, the longest due first, and records the attempt: one that ends without a verdict is due again
    /// after `lease`.
    package func claim(limit: Int, lease: Duration, at now: Date) async throws -> [OutboxRow] {
        try await write("store.claim") { sql in
            let until = now.addingTimeInterval(Double(lease.components.seconds))
            let due = try sql.all(
                """
                SELECT id FROM outbox WHERE state = 'queued' AND next_attempt_at <= $1 ORDER BY next_attempt_at, id LIMIT $2
                """, [.instant(now), .integer(limit)])
            return try due.compactMap { row in
                try sql.first(
                    "UPDATE outbox SET attempts = attempts + 1, next_attempt_at = $1 WHERE id = $2 RETURNING \(OutboxRow.columns)",
                    [.instant(until), .integer(try row.integer(0))]
                ).map(OutboxRow.init)
            }
        }
    }

    /// Makes rows due now that were claimed by a process which is gone: it would be the end of their lease before anybody else sent
    /// them. Only who alone may send, and has claimed nothing yet, may call it.
    ///
    /// A row that had been put off as well, by an attempt after such a claim, may be tried early; that is all.
    package func returnClaims(at now: Date) async throws -> Int {
        try await write("store.returnClaims") { sql in
            try sql.all(
                """
                UPDATE outbox SET next_attempt_at = $1 WHERE state = 'queued' AND next_attempt_at > $1
                    AND attempts > (SELECT count(*) FROM outbox_attempt a WHERE a.outbox_id = outbox.id) RETURNING id
                """, [.instant(now)]
            ).count
        }
    }

    /// Names letters as they will be sent, in the vault; one transaction for all.
    package func attachDigests(_ letters: [(id: OutboxID, digest: MessageDigest)]) async throws {
        guard !letters.isEmpty else { return }
        try await write("store.attachDigests") { sql in
            for letter in letters {
                try sql.run(
                    "UPDATE outbox SET digest = $1 WHERE id = $2", [.digest(letter.digest), .integer(letter.id.rawValue)])
            }
        }
    }

    /// Records how attempts ended and which rows send their final dot next, in one sync.
    ///
    /// - Returns: those of `dotPending` that may really be sent: a person may have held or dropped one since it was claimed.
    @discardableResult
    package func commit(
        _ verdicts: [OutboxVerdict], dotPending: [OutboxID], at now: Date
    ) async throws -> Set<OutboxID> {
        try await write("store.commit") { sql in try Self.commit(verdicts, dotPending, now, sql) }
    }

    /// The same on the calling thread, which waits: for the moment before a final dot.
    package func commitWaiting(
        _ verdicts: [OutboxVerdict], dotPending: [OutboxID], at now: Date
    ) throws -> Set<OutboxID> {
        try writeWaiting("store.commit") { sql in try Self.commit(verdicts, dotPending, now, sql) }
    }

    private static func commit(
        _ verdicts: [OutboxVerdict], _ dotPending: [OutboxID], _ now: Date, _ sql: any SQL
    ) throws -> Set<OutboxID> {
        // The head of the event chain is looked up only when there is something to write.
        var log: EventLog?
        for verdict in verdicts { try Self.record(verdict, at: now, &log, sql) }
        var marked: Set<OutboxID> = []
        for id in dotPending {
            let row = try sql.first(
                "UPDATE outbox SET state = 'sending', dot_pending_at = $1 WHERE id = $2 AND state = 'queued' RETURNING id",
                [.instant(now), .integer(id.rawValue)])
            if row != nil { marked.insert(id) }
        }
        return marked
    }

    private static func record(_ verdict: OutboxVerdict, at now: Date, _ log: inout EventLog?, _ sql: any SQL) throws {
        let facts: [SQLValue] = [.text(verdict.reply.text), .text(verdict.reply.enhancedStatus)]
        let id = SQLValue.integer(verdict.id.rawValue)
        let row: Row?
        let name: String
        switch verdict.outcome {
        case .sent:
            name = "sent"
            row = try sql.first(
                """
                UPDATE outbox SET state = 'sent', last_reply = $1, enhanced_status = $2, sent_at = $3, dot_pending_at = NULL
                WHERE id = $4 RETURNING card_id, attempts
                """, facts + [.instant(now), id])
        case .deferred(let until):
            name = "deferred"
            // What a person did with the row meanwhile stands.
            row = try sql.first(
                """
                UPDATE outbox SET state = CASE WHEN state = 'sending' THEN 'queued' ELSE state END, last_reply = $1,
                    enhanced_status = $2, next_attempt_at = $3, dot_pending_at = NULL WHERE id = $4 RETURNING card_id, attempts
                """, facts + [.instant(until), id])
        case .failed:
            name = "failed"
            row = try sql.first(
                """
                UPDATE outbox SET state = 'failed', last_reply = $1, enhanced_status = $2, dot_pending_at = NULL
                WHERE id = $3 RETURNING card_id, attempts
                """, facts + [id])
        case .unknown:
            name = "unknown"
            row = try sql.first(
                """
                UPDATE outbox SET state = 'held', last_reply = $1, enhanced_status = $2, copies_in_doubt = copies_in_doubt + 1
                WHERE id = $3 RETURNING card_id, attempts
                """, facts + [id])
        }
        guard let row else { throw StoreError.unknownOutboxRow(verdict.id) }
        try sql.run(
            """
            INSERT INTO outbox_attempt (outbox_id, ordinal, at, verdict, code, reply)
            VALUES ($1, (SELECT count(*) + 1 FROM outbox_attempt a WHERE a.outbox_id = $2), $3, $4, $5, $6)
            """,
            [id, id, .instant(now), .text(name), .integer(verdict.reply.code), .text(verdict.reply.text)])
        guard name == "failed" || name == "unknown" else { return }
        var chain = try log ?? EventLog(sql, at: now, actor: .daemon)
        try chain.append(
            "outbox.\(name)", card: try row.cardOrNil(0),
            [("code", String(verdict.reply.code)), ("outbox", verdict.id.description)])
        log = chain
    }
}
