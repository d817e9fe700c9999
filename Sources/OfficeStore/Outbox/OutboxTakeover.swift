// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
import MailTransport
import Office
import Storage

extension OfficeStore {
    static let settledDots = "outbox.settledDots"

    /// The newest generation of the dot journal whose verdicts are all in the register; 0 before the first.
    package func settledDots() async throws -> Int64 {
        try await setting(Self.settledDots).flatMap { Int64($0) } ?? 0
    }

    /// Takes over what a process that is gone left in the dot journal, in one transaction: letters it knows to be sent are sent, and
    /// those whose verdict it does not know become `sending` (``inDoubt()``), or count a copy where a person holds or dropped them.
    ///
    /// A letter that is not the row's present wording is left alone: the journal then belongs to another register.
    /// - Returns: how many letters were found to be sent.
    package func takeOver(_ leftovers: DotLeftovers, at now: Date) async throws -> Int {
        try await write("store.takeOver") { sql in
            var count = 0
            var log: EventLog?
            for accepted in leftovers.accepted {
                let waiting = try sql.first(
                    "SELECT id FROM outbox WHERE id = $1 AND digest = $2 AND state <> 'sent'",
                    [.integer(accepted.letter.id.rawValue), .digest(accepted.letter.digest)])
                guard waiting != nil else { continue }
                let verdict = OutboxVerdict(
                    id: accepted.letter.id, outcome: .sent, reply: accepted.reply, at: accepted.at)
                try Self.record(verdict, &log, sql)
                count += 1
            }
            for letter in leftovers.inDoubt {
                try sql.run(
                    """
                    UPDATE outbox SET dot_pending_at = $1, state = CASE WHEN state = 'queued' THEN 'sending' ELSE state END,
                        copies_in_doubt = copies_in_doubt + CASE WHEN state = 'queued' THEN 0 ELSE 1 END
                    WHERE id = $2 AND digest = $3 AND state IN ('queued', 'held', 'dropped')
                    """, [.instant(now), .integer(letter.id.rawValue), .digest(letter.digest)])
            }
            try Self.settle(leftovers.generation, sql)
            return count
        }
    }

    static func settle(_ generation: Int64, _ sql: any SQL) throws {
        try sql.run(
            """
            INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value
            """, [.text(settledDots), .text(String(generation))])
    }
}
