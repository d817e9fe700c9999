// SPDX-License-Identifier: Apache-2.0
import Office
import Storage

/// The last numbers of journals inside one transaction: read once, counted in memory, written once. A number is spent only when the
/// transaction that holds its card commits.
struct JournalCounters {
    private struct Key: Hashable {
        let journal: JournalCode
        let year: Int
    }

    private let sql: any SQL
    private var last: [Key: Int64] = [:]

    init(_ sql: any SQL) { self.sql = sql }

    /// The next number, from 1 in each journal and year.
    mutating func next(_ journal: JournalCode, year: Int) throws -> Int {
        let key = Key(journal: journal, year: year)
        let known = try last[key] ?? stored(key)
        last[key] = known + 1
        return Int(known + 1)
    }

    /// Writes what was counted. Called once, at the end of the transaction.
    func store() throws {
        for (key, number) in last {
            try sql.run(
                """
                INSERT INTO journal (code, year, last_number) VALUES ($1, $2, $3)
                ON CONFLICT (code, year) DO UPDATE SET last_number = excluded.last_number
                """,
                [.text(key.journal.rawValue), .integer(key.year), .integer(number)])
        }
    }

    private func stored(_ key: Key) throws -> Int64 {
        let row = try sql.first(
            "SELECT last_number FROM journal WHERE code = $1 AND year = $2", [.text(key.journal.rawValue), .integer(key.year)])
        return try row?.integer(0) ?? 0
    }
}
