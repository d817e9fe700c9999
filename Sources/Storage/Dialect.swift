// SPDX-License-Identifier: Apache-2.0

/// What must be said differently to each SQL engine. Migrations write `{identity}`, `{octets}`, `{integer}`, `{strict}`, `{keyed}` and
/// `{append-only TABLE}`; everything else is common.
package struct Dialect: Hashable, Sendable {
    /// Placeholders of migrations and what stands for them.
    private let words: [String: String]
    private let appendOnly: @Sendable (String) -> String
    /// A query whose rows are complaints about the file, or one row `ok`.
    package let quickCheck: String
    /// A query that has a row when the table `$1` exists.
    package let tableExists: String
    /// A query whose rows are broken references.
    package let referenceCheck: String
    private let name: String

    package static let sqlite = Dialect(
        words: [
            "{identity}": "INTEGER PRIMARY KEY", "{octets}": "BLOB", "{integer}": "INTEGER", "{strict}": "STRICT",
            // Kept in the order of the primary key, without a second index.
            "{keyed}": "STRICT, WITHOUT ROWID",
        ],
        appendOnly: { table in
            ["UPDATE", "DELETE"].map { act in
                """
                CREATE TRIGGER \(table)_refuses_\(act.lowercased()) BEFORE \(act) ON \(table)
                BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
                """
            }.joined(separator: "\n")
        },
        quickCheck: "PRAGMA quick_check",
        tableExists: "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = $1",
        referenceCheck: "PRAGMA foreign_key_check", name: "sqlite")

    /// The text of a migration for this engine.
    package func expand(_ migration: String) -> String {
        var text = migration
        for (placeholder, word) in words { text.replace(placeholder, with: word) }
        while let start = text.firstRange(of: "{append-only "), let end = text[start.upperBound...].firstIndex(of: "}") {
            let triggers = appendOnly(String(text[start.upperBound..<end]))
            text.replaceSubrange(start.lowerBound...end, with: triggers)
        }
        return text
    }

    package static func == (one: Dialect, other: Dialect) -> Bool { one.name == other.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }

    private init(
        words: [String: String], appendOnly: @escaping @Sendable (String) -> String, quickCheck: String, tableExists: String,
        referenceCheck: String, name: String
    ) {
        self.words = words
        self.appendOnly = appendOnly
        self.quickCheck = quickCheck
        self.tableExists = tableExists
        self.referenceCheck = referenceCheck
        self.name = name
    }
}
