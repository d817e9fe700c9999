// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
import MailTransport
import Office
import Storage

extension OfficeStore {
    /// Puts rows back to be sent now: what a crash left in doubt, what is held, what failed.
    ///
    /// - Parameter countingCopy: whether a copy may already be out; the row then says so for ever.
    package func release(_ ids: [OutboxID], countingCopy: Bool, actor: Actor, at instant: Date) async throws {
        try await write("store.release") { sql in
            var log = try EventLog(sql, at: instant, actor: actor)
            for id in ids {
                try Self.move(id, to: .queued, from: [.sending, .held, .failed], due: instant, countingCopy: countingCopy, sql)
                try Self.append("outbox.released", id, [("copy", countingCopy ? "possible" : "none")], &log, sql)
            }
        }
    }

    /// Keeps a row back until a person releases it.
    package func hold(_ id: OutboxID, reason: String, actor: Actor, at instant: Date) async throws {
        try await write("store.hold") { sql in
            try Self.move(id, to: .held, from: [.queued, .sending], reason: reason, sql)
            var log = try EventLog(sql, at: instant, actor: actor)
            try Self.append("outbox.held", id, [("reason", reason)], &log, sql)
        }
    }

    /// Makes a row due now.
    package func retry(_ id: OutboxID, actor: Actor, at instant: Date) async throws {
        try await write("store.retry") { sql in
            try Self.move(id, to: .queued, from: [.queued, .held, .failed], due: instant, sql)
            var log = try EventLog(sql, at: instant, actor: actor)
            try Self.append("outbox.released", id, [("copy", "none")], &log, sql)
        }
    }

    /// Gives a row up; it stays on record.
    package func drop(_ id: OutboxID, reason: String, actor: Actor, at instant: Date) async throws {
        try await write("store.drop") { sql in
            try Self.move(id, to: .dropped, from: [.queued, .sending, .held, .failed], reason: reason, sql)
            try DeliveryDesk(sql: sql).markDue(id)
            var log = try EventLog(sql, at: instant, actor: actor)
            try Self.append("outbox.dropped", id, [("reason", reason)], &log, sql)
        }
    }

    private static func move(
        _ id: OutboxID, to state: OutboxState, from allowed: Set<OutboxState>, due: Date? = nil, countingCopy: Bool = false,
        reason: String? = nil, _ sql: any SQL
    ) throws {
        guard let row = try sql.first("SELECT state FROM outbox WHERE id = $1", [.integer(id.rawValue)]) else {
            throw StoreError.unknownOutboxRow(id)
        }
        let found: OutboxState = try row.choice(0, of: "outbox", "state")
        guard allowed.contains(found) else { throw StoreError.wrongOutboxState(id, is: found) }
        try sql.run(
            """
            UPDATE outbox SET state = $1, next_attempt_at = COALESCE($2, next_attempt_at), last_reply = COALESCE($3, last_reply),
                copies_in_doubt = copies_in_doubt + $4, dot_pending_at = NULL WHERE id = $5
            """,
            [
                .text(state.rawValue), .instant(due), .text(reason), .integer(countingCopy ? 1 : 0), .integer(id.rawValue),
            ])
    }

    private static func append(
        _ verb: String, _ id: OutboxID, _ details: [(key: String, value: String)], _ log: inout EventLog, _ sql: any SQL
    ) throws {
        let card = try sql.first("SELECT card_id FROM outbox WHERE id = $1", [.integer(id.rawValue)])?.cardOrNil(0)
        let facts = (details + [("outbox", id.description)]).sorted { $0.key < $1.key }
        try log.append(verb, card: card, facts)
    }
}
