// SPDX-License-Identifier: Apache-2.0
package import Storage

/// The register: mailboxes, letters, cards, journals, events, outbox. Every act is one transaction, durable when the call returns.
///
/// All of them throw `StorageError`, and ``StoreError`` when the act does not fit; then nothing was changed.
package final class OfficeStore: Sendable {
    /// What a test throws from to cut an act just before its commit; the text names the act.
    package typealias StepHook = @Sendable (_ act: String) throws -> Void

    let storage: any Storage
    private let beforeDurableStep: StepHook?

    package init(storage: any Storage, beforeDurableStep: StepHook? = nil) {
        self.storage = storage
        self.beforeDurableStep = beforeDurableStep
    }

    /// Ends all use of the engine.
    package func close() async { await storage.close() }

    /// The number of the newest step of the schema in the database; 0 for an empty one.
    package func schemaVersion() async throws -> Int { try await storage.read { sql in try Self.version(sql) } }

    /// Brings the schema up to date, each step in a transaction of its own.
    ///
    /// - Throws: ``StoreError/newerSchema(found:known:)`` for a database of a later version, which is left as it is.
    package func migrate() async throws { try await migrate(through: Migration.all) }

    func migrate(through migrations: [Migration]) async throws {
        let found = try await schemaVersion()
        let known = migrations.last?.number ?? 0
        guard found <= known else { throw StoreError.newerSchema(found: found, known: known) }
        for migration in migrations where migration.number > found {
            try await write("store.migrate") { sql in
                try sql.script("CREATE TABLE IF NOT EXISTS schema_version (number INTEGER PRIMARY KEY)")
                // Two processes may start at once: the second finds the step done.
                guard try Self.version(sql) < migration.number else { return }
                try sql.script(sql.dialect.expand(migration.text))
                try sql.run("INSERT INTO schema_version (number) VALUES ($1)", [.integer(migration.number)])
            }
        }
    }

    /// One act: a transaction with the place where tests cut it.
    func write<Answer: Sendable>(
        _ act: String, _ body: @Sendable (any SQL) throws -> Answer
    ) async throws -> Answer {
        try await storage.write { sql in
            let answer = try body(sql)
            try beforeDurableStep?(act)
            return answer
        }
    }

    private static func version(_ sql: any SQL) throws -> Int {
        guard try sql.first(sql.dialect.tableExists, [.text("schema_version")]) != nil else { return 0 }
        return Int(try sql.first("SELECT COALESCE(max(number), 0) FROM schema_version")?.integer(0) ?? 0)
    }
}
