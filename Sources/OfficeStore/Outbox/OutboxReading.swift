// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport
package import Office
import Storage

/// One try at sending, as recorded.
package struct OutboxAttempt: Hashable, Sendable {
    package let at: Date
    /// `sent`, `deferred`, `failed`, `unknown`.
    package let verdict: String
    /// The peer's reply code; 0 when it said nothing.
    package let code: Int
    package let reply: String
}

/// What a report said of one recipient.
package struct RecordedBounce: Hashable, Sendable {
    /// The report, in the vault.
    package let letter: MessageDigest
    package let recipient: BounceReport.Recipient
}

extension OfficeStore {
    /// One row, or `nil` when there is none.
    package func outboxRow(_ id: OutboxID) async throws -> OutboxRow? {
        try await storage.read { sql in
            try sql.first("SELECT \(OutboxRow.columns) FROM outbox WHERE id = $1", [.integer(id.rawValue)]).map(OutboxRow.init)
        }
    }

    /// The cards rows speak of, all in one reading.
    package func cards(of rows: [OutboxRow]) async throws -> [CardID: Card] {
        let wanted = Set(rows.compactMap(\.card))
        return try await storage.read { sql in
            var cards: [CardID: Card] = [:]
            for id in wanted { cards[id] = try Self.card(id, sql) }
            return cards
        }
    }

    /// Rows in a state in the order of their next attempt, or in any state in the order they were made.
    package func outbox(state: OutboxState?, limit: Int) async throws -> [OutboxRow] {
        try await storage.read { sql in
            if let state {
                try sql.all(
                    "SELECT \(OutboxRow.columns) FROM outbox WHERE state = $1 ORDER BY next_attempt_at, id LIMIT $2",
                    [.text(state.rawValue), .integer(limit)]
                ).map(OutboxRow.init)
            } else {
                try sql.all("SELECT \(OutboxRow.columns) FROM outbox ORDER BY id LIMIT $1", [.integer(limit)]).map(OutboxRow.init)
            }
        }
    }

    /// The rows of a card, the oldest first.
    package func outbox(of card: CardID) async throws -> [OutboxRow] {
        try await storage.read { sql in
            try sql.all("SELECT \(OutboxRow.columns) FROM outbox WHERE card_id = $1 ORDER BY id", [.card(card)]).map(
                OutboxRow.init)
        }
    }

    /// Rows whose final dot may be out without a recorded reply. Asked at the start, before the first claim, they are what a crash left.
    package func inDoubt() async throws -> [OutboxRow] { try await outbox(state: .sending, limit: .max) }

    /// The tries at a row, the first one first.
    package func attempts(of id: OutboxID) async throws -> [OutboxAttempt] {
        try await storage.read { sql in
            try sql.all(
                "SELECT at, verdict, code, reply FROM outbox_attempt WHERE outbox_id = $1 ORDER BY ordinal",
                [.integer(id.rawValue)]
            ).map { row in
                OutboxAttempt(
                    at: try row.instant(0, of: "outbox_attempt", "at"), verdict: try row.text(1), code: Int(try row.integer(2)),
                    reply: try row.text(3))
            }
        }
    }

    /// What reports said of a row.
    package func bounces(of id: OutboxID) async throws -> [RecordedBounce] {
        try await storage.read { sql in
            try sql.all(
                """
                SELECT digest, recipient, action, status, diagnostic FROM bounce WHERE outbox_id = $1 ORDER BY digest, ordinal
                """, [.integer(id.rawValue)]
            ).map { row in
                RecordedBounce(
                    letter: try row.digest(0, of: "bounce"),
                    recipient: BounceReport.Recipient(
                        address: try row.text(1), action: try row.text(2), status: try row.text(3), diagnostic: try row.text(4)))
            }
        }
    }

    /// How many letters were sent at `since` or later, and how many of them went out of the house by themselves.
    package func sentCount(since instant: Date) async throws -> (letters: Int, automatic: Int) {
        try await counts("sent_at >= $1", instant)
    }

    /// How many letters are due, and how many of them go out of the house by themselves.
    package func dueCount(at now: Date) async throws -> (letters: Int, automatic: Int) {
        try await counts("state = 'queued' AND next_attempt_at <= $1", now)
    }

    private func counts(_ condition: String, _ instant: Date) async throws -> (letters: Int, automatic: Int) {
        try await storage.read { sql in
            let row = try sql.first(
                """
                SELECT count(*), coalesce(sum(CASE WHEN \(OutboxAllowance.isAutomatic) THEN 1 ELSE 0 END), 0) FROM outbox
                WHERE \(condition)
                """, [.instant(instant)])
            guard let row else { return (0, 0) }
            return (Int(try row.integer(0)), Int(try row.integer(1)))
        }
    }

    /// When the next row is due; `nil` when none is queued.
    package func nextAttempt() async throws -> Date? {
        try await storage.read { sql in
            try sql.first("SELECT next_attempt_at FROM outbox WHERE state = 'queued' ORDER BY next_attempt_at, id LIMIT 1")?
                .instant(0, of: "outbox", "next_attempt_at")
        }
    }

    /// The outbox at a glance.
    package func outboxSummary() async throws -> OutboxSummary {
        try await storage.read { sql in
            var counts: [OutboxState: Int] = [:]
            for row in try sql.all("SELECT state, count(*) FROM outbox GROUP BY state") {
                counts[try row.choice(0, of: "outbox", "state")] = Int(try row.integer(1))
            }
            let oldest = try sql.first("SELECT min(created_at) FROM outbox WHERE state = 'queued'")
            return OutboxSummary(counts: counts, oldestQueuedAt: try oldest?.instantOrNil(0, of: "outbox", "created_at"))
        }
    }
}

extension OutboxRow {
    static let columns = """
        id, card_id, kind, language, recipient, message_id, in_reply_to, parameters, digest, state, attempts, next_attempt_at,
        created_at, last_reply, enhanced_status, sent_at, dot_pending_at, copies_in_doubt, sheaf, sheaf_start, sheaf_end
        """

    init(_ row: Row) throws {
        guard let parameters = FlatJSON.facts(try row.text(7)) else {
            throw StoreError.unreadableRow(table: "outbox", column: "parameters")
        }
        self.init(
            id: OutboxID(rawValue: try row.integer(0)), card: try row.cardOrNil(1), kind: try row.text(2),
            language: try row.text(3), recipient: try row.text(4), messageID: try row.text(5), inReplyTo: try row.textOrNil(6),
            parameters: parameters, digest: try row.digestOrNil(8, of: "outbox"), place: try Self.place(row),
            state: try row.choice(9, of: "outbox", "state"),
            attempts: Int(try row.integer(10)), nextAttemptAt: try row.instant(11, of: "outbox", "next_attempt_at"),
            createdAt: try row.instant(12, of: "outbox", "created_at"), lastReply: try row.textOrNil(13),
            enhancedStatus: try row.textOrNil(14), sentAt: try row.instantOrNil(15, of: "outbox", "sent_at"),
            dotPendingAt: try row.instantOrNil(16, of: "outbox", "dot_pending_at"), copiesInDoubt: Int(try row.integer(17)))
    }

    private static func place(_ row: Row) throws -> OutgoingPlace? {
        guard let sheaf = try row.digestOrNil(18, of: "outbox") else {
            return try row.digestOrNil(8, of: "outbox").map { OutgoingPlace(sheaf: $0, range: nil) }
        }
        let (start, end) = (Int(try row.integer(19)), Int(try row.integer(20)))
        guard 0 <= start, start <= end else { throw StoreError.unreadableRow(table: "outbox", column: "sheaf_start") }
        return OutgoingPlace(sheaf: sheaf, range: start..<end)
    }
}
