// SPDX-License-Identifier: Apache-2.0
package import MailTransport
package import Office
import Storage

/// How many occurrences of one mailbox and epoch had one fate.
package struct FateCount: Hashable, Sendable {
    package let uidValidity: UIDValidity
    package let fate: LetterFate
    package let count: Int
}

/// Numbers of a journal no card has.
package struct JournalGap: Hashable, Sendable {
    package let journal: JournalCode
    package let year: Int
    package let missing: Int
}

extension OfficeStore {
    /// What became of everything found in a mailbox. Reads all of its occurrences: for the daily report.
    package func fates(in mailbox: String) async throws -> [FateCount] {
        try await storage.read { sql in
            try sql.all(
                """
                SELECT uid_validity, fate, count(*) FROM occurrence WHERE mailbox = $1
                GROUP BY uid_validity, fate ORDER BY uid_validity, fate
                """, [.text(mailbox)]
            ).map { row in
                guard let validity = UInt32(exactly: try row.integer(0)).flatMap(UIDValidity.init(rawValue:)) else {
                    throw StoreError.unreadableRow(table: "occurrence", column: "uid_validity")
                }
                return FateCount(
                    uidValidity: validity, fate: try row.choice(1, of: "occurrence", "fate"), count: Int(try row.integer(2)))
            }
        }
    }

    /// Numbers from 1 to the last given that no card has, journal by journal.
    package func journalGaps() async throws -> [JournalGap] {
        try await storage.read { sql in
            var gaps: [JournalGap] = []
            for journal in try sql.all("SELECT code, year, last_number FROM journal ORDER BY code, year") {
                let code = JournalCode(rawValue: try journal.text(0))
                let year = Int(try journal.integer(1))
                let last = Int(try journal.integer(2))
                let numbers = try sql.all(
                    """
                    SELECT number FROM card WHERE journal = $1 AND journal_year = $2 AND number IS NOT NULL
                    UNION SELECT number FROM outgoing_letter WHERE journal = $3 AND journal_year = $4 ORDER BY number
                    """,
                    [.text(code.rawValue), .integer(year), .text(code.rawValue), .integer(year)])
                var expected = 1
                for row in numbers {
                    let number = Int(try row.integer(0))
                    while expected < number {
                        gaps.append(JournalGap(journal: code, year: year, missing: expected))
                        expected += 1
                    }
                    expected = number + 1
                }
                while expected <= last {
                    gaps.append(JournalGap(journal: code, year: year, missing: expected))
                    expected += 1
                }
            }
            return gaps
        }
    }

    /// What the engine finds wrong with its file; empty when it is sound.
    package func checkDatabase() async throws -> [String] {
        try await storage.read { sql in
            var complaints = try sql.all(sql.dialect.quickCheck).map { try $0.text(0) }.filter { $0 != "ok" }
            for row in try sql.all(sql.dialect.referenceCheck) {
                complaints.append("a row of \(try row.text(0)) refers to nothing")
            }
            return complaints
        }
    }

    /// A value kept by name, such as the id of this installation; `nil` when there is none.
    package func setting(_ key: String) async throws -> String? {
        try await storage.read { sql in try sql.first("SELECT value FROM setting WHERE key = $1", [.text(key)])?.text(0) }
    }

    /// Keeps a value by name; `nil` takes it away.
    package func setSetting(_ key: String, _ value: String?) async throws {
        try await write("store.setSetting") { sql in
            guard let value else {
                try sql.run("DELETE FROM setting WHERE key = $1", [.text(key)])
                return
            }
            try sql.run(
                """
                INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value
                """, [.text(key), .text(value)])
        }
    }
}
