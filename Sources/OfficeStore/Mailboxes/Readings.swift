// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
import MailTransport
import Storage

extension OfficeStore {
    /// Records that these letters are about to be read: first time with 1 attempt, then one more each time.
    package func beginReading(_ marks: [ReadingMark], at instant: Date) async throws {
        guard !marks.isEmpty else { return }
        try await write("store.beginReading") { sql in
            for mark in marks { _ = try Self.count(mark, at: instant, sql) }
        }
    }

    /// Records one more attempt at a letter; answers how many there are now.
    package func countReading(_ mark: ReadingMark, at instant: Date) async throws -> Int {
        try await write("store.countReading") { sql in try Self.count(mark, at: instant, sql) }
    }

    /// Letters whose reading began and did not end. Asked before the first `beginReading` of a process: what a crash left.
    package func interruptedReadings() async throws -> [InterruptedReading] {
        try await storage.read { sql in
            try sql.all(
                "SELECT mailbox, uid_validity, uid, digest, attempts, begun_at FROM reading ORDER BY mailbox, uid_validity, uid"
            ).map { row in
                InterruptedReading(
                    mark: ReadingMark(
                        digest: try row.digest(3, of: "reading"), occurrence: try row.occurrence(0, of: "reading")),
                    attempts: Int(try row.integer(4)), begunAt: try row.instant(5, of: "reading", "begun_at"))
            }
        }
    }

    /// Takes marks back without filing, when a pass ends in good order before it came to these letters.
    package func withdrawReadings(_ marks: [ReadingMark]) async throws {
        guard !marks.isEmpty else { return }
        try await write("store.withdrawReadings") { sql in
            for mark in marks {
                let row = try sql.first(
                    "UPDATE reading SET attempts = attempts - 1 WHERE digest = $1 AND attempts > 1 RETURNING attempts",
                    [.digest(mark.digest)])
                if row == nil { try sql.run("DELETE FROM reading WHERE digest = $1", [.digest(mark.digest)]) }
            }
        }
    }

    private static func count(_ mark: ReadingMark, at instant: Date, _ sql: any SQL) throws -> Int {
        let row = try sql.first(
            """
            INSERT INTO reading (digest, mailbox, uid_validity, uid, attempts, begun_at) VALUES ($1, $2, $3, $4, 1, $5)
            ON CONFLICT (digest) DO UPDATE SET attempts = reading.attempts + 1, begun_at = excluded.begun_at,
                mailbox = excluded.mailbox, uid_validity = excluded.uid_validity, uid = excluded.uid
            RETURNING attempts
            """,
            [
                .digest(mark.digest), .text(mark.occurrence.mailbox), .validity(mark.occurrence.uidValidity),
                .uid(mark.occurrence.uid), .instant(instant),
            ])
        return Int(try row?.integer(0) ?? 1)
    }
}
