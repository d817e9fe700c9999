// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
import MailTransport
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
    package func claim(_ allowance: OutboxAllowance, lease: Duration, at now: Date) async throws -> [OutboxRow] {
        try await write("store.claim") { sql in
            let until = now.addingTimeInterval(Double(lease.components.seconds))
            return try allowance.due(at: now, sql).compactMap { id in
                try sql.first(
                    "UPDATE outbox SET attempts = attempts + 1, next_attempt_at = $1 WHERE id = $2 RETURNING \(OutboxRow.columns)",
                    [.instant(until), .integer(id)]
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

    /// Names letters as they will be sent and where the vault has them; one transaction for all.
    package func attach(_ letters: [(letter: DotLetter, place: OutgoingPlace)]) async throws {
        guard !letters.isEmpty else { return }
        try await write("store.attach") { sql in
            for (letter, place) in letters {
                let sheaf = place.range == nil ? nil : place.sheaf
                try sql.run(
                    "UPDATE outbox SET digest = $1, sheaf = $2, sheaf_start = $3, sheaf_end = $4 WHERE id = $5",
                    [
                        .digest(letter.digest), .digest(sheaf), .integer(place.range?.lowerBound),
                        .integer(place.range?.upperBound), .integer(letter.id.rawValue),
                    ])
            }
        }
    }

    /// Those of `ids` that still wait to be sent: a person may have held or dropped one since it was claimed.
    package func stillQueued(_ ids: [OutboxID]) async throws -> Set<OutboxID> {
        try await storage.read { sql in
            Set(
                try ids.filter {
                    try sql.first("SELECT id FROM outbox WHERE id = $1 AND state = 'queued'", [.integer($0.rawValue)]) != nil
                })
        }
    }

    /// Records how attempts ended, and that the register then knows every verdict of the dot journal up to `generation`.
    package func commit(_ verdicts: [OutboxVerdict], settling generation: Int64? = nil) async throws {
        guard !verdicts.isEmpty || generation != nil else { return }
        try await write("store.commit") { sql in
            // The head of the event chain is looked up only when there is something to write.
            var log: EventLog?
            for verdict in verdicts { try Self.record(verdict, &log, sql) }
            if let generation { try Self.settle(generation, sql) }
        }
    }

    static func record(_ verdict: OutboxVerdict, _ log: inout EventLog?, _ sql: any SQL) throws {
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
                """, facts + [.instant(verdict.at), id])
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
            [id, id, .instant(verdict.at), .text(name), .integer(verdict.reply.code), .text(verdict.reply.text)])
        if name == "sent" || name == "failed" { try DeliveryDesk(sql: sql).markDue(verdict.id) }
        guard name == "failed" || name == "unknown" else { return }
        var chain = try log ?? EventLog(sql, at: verdict.at, actor: .daemon)
        try chain.append(
            "outbox.\(name)", card: try row.cardOrNil(0),
            [("code", String(verdict.reply.code)), ("outbox", verdict.id.description)])
        log = chain
    }
}
