// SPDX-License-Identifier: Apache-2.0
import GRDB

/// The register in one SQLite file with its write-ahead log. One connection, which writes, reads and checkpoints.
///
/// SQLite before 3.51.3 can lose a transaction when two connections write or checkpoint in the same instant
/// (sqlite.org/wal.html#walresetbug), and Debian 12 has 3.40.1: so there is one connection in a process, and processes take turns
/// by ``WriterTurn``.
package final class SQLiteStorage: Storage {
    /// What a connection may do.
    package enum Access: String, Hashable, Sendable {
        case writing
        /// Neither writes nor checkpoints: for a verb beside the daemon.
        case reading
    }

    /// The version of the SQLite library in use, such as `3.40.1`.
    package static func engineVersion() throws -> String {
        try DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") ?? "" }
    }

    package let dialect = Dialect.sqlite
    private let queue: DatabaseQueue
    private let turn: WriterTurn?

    /// Opens the file; makes it (mode 0600) when missing and `access` is `writing`.
    package init(path: String, access: Access = .writing) throws(StorageError) {
        let turn = access == .writing ? try WriterTurn(path: path + "-turn") : nil
        self.turn = turn
        var configuration = Configuration()
        configuration.label = "register"
        configuration.readonly = access == .reading
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in try Self.prepare(database, for: access) }
        do {
            try turn?.take()
            defer { turn?.giveUp() }
            if access == .writing { WriterTurn.makePrivateFile(path) }
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw StorageError.converted(error, step: "open \(path)")
        }
    }

    package func read<Answer: Sendable>(_ body: @Sendable (any SQL) throws -> Answer) async throws -> Answer {
        try await converting("read") {
            // GRDB's own read sets and clears PRAGMA query_only, and each time SQLite prepares every statement of the connection anew:
            // the session sees to it that nothing is written.
            try await queue.unsafeRead { try Self.transaction($0, for: .reading, body) }
        }
    }

    package func write<Answer: Sendable>(_ body: @Sendable (any SQL) throws -> Answer) async throws -> Answer {
        try await converting("commit") {
            try await queue.writeWithoutTransaction { database in
                try turn?.take()
                defer { turn?.giveUp() }
                return try Self.transaction(database, for: .writing, body)
            }
        }
    }

    private static func transaction<Answer>(
        _ database: Database, for access: Access, _ body: (any SQL) throws -> Answer
    ) throws -> Answer {
        var answer: Answer?
        try database.inTransaction(access == .writing ? .immediate : .deferred) {
            answer = try body(SQLiteSession(database: database, access: access))
            return .commit
        }
        guard let answer else { throw CancellationError() }
        return answer
    }

    package func close() async {
        // Closing checkpoints, which is writing. That it fails loses nothing: the log is read at the next start.
        _ = try? turn?.take()
        defer { turn?.giveUp() }
        try? queue.close()
    }

    private func converting<Answer>(_ step: String, _ body: () async throws -> Answer) async throws -> Answer {
        do {
            return try await body()
        } catch let error as DatabaseError {
            throw StorageError.converted(error, step: step)
        }
    }

    private static func prepare(_ database: Database, for access: Access) throws {
        try database.execute(
            sql: """
                PRAGMA trusted_schema = OFF;
                PRAGMA cell_size_check = ON;
                PRAGMA mmap_size = 0;
                PRAGMA temp_store = MEMORY;
                PRAGMA cache_size = -65536;
                """)
        guard access == .writing else { return }
        // A checkpoint after 32 MB: a batch of letters touches pages all over the indexes of digests, and twice is cheaper at once.
        _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        try database.execute(
            sql: """
                PRAGMA synchronous = FULL;
                PRAGMA wal_autocheckpoint = 8192;
                PRAGMA journal_size_limit = 67108864;
                """)
        let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode")
        let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
        guard mode == "wal", synchronous == 2 else {
            throw StorageError(
                .cannotOpen, step: "open", reason: "journal_mode is \(mode ?? "unknown"), synchronous \(synchronous ?? -1)",
                advice: "Put the state folder on a local file system.")
        }
    }
}
