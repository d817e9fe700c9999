// SPDX-License-Identifier: Apache-2.0

/// One SQL engine behind the register.
package protocol Storage: Sendable {
    /// What this engine says differently.
    var dialect: Dialect { get }
    /// Runs `body` over one unchanging state of the database.
    ///
    /// - Throws: ``StorageError``, and what `body` throws.
    func read<Answer: Sendable>(_ body: @Sendable (any SQL) throws -> Answer) async throws -> Answer
    /// Runs `body` as one transaction: durable when this returns, undone when it throws. One at a time.
    func write<Answer: Sendable>(_ body: @Sendable (any SQL) throws -> Answer) async throws -> Answer
    /// Ends all use. Never fails; afterwards everything throws.
    func close() async
}

/// Statements inside one transaction. Text is constant and in the common subset of SQLite and PostgreSQL; arguments are `$1`, `$2`, …,
/// first used in this order.
package protocol SQL: AnyObject {
    /// What this engine says differently.
    var dialect: Dialect { get }
    /// Runs a statement whose rows, if any, nobody wants.
    func run(_ text: String, _ arguments: [SQLValue]) throws(StorageError)
    /// The first row.
    func first(_ text: String, _ arguments: [SQLValue]) throws(StorageError) -> Row?
    /// All rows, in memory.
    func all(_ text: String, _ arguments: [SQLValue]) throws(StorageError) -> [Row]
    /// Runs several statements without arguments, such as a migration.
    func script(_ text: String) throws(StorageError)
}

extension SQL {
    package func run(_ text: String) throws(StorageError) { try run(text, []) }
    package func first(_ text: String) throws(StorageError) -> Row? { try first(text, []) }
    package func all(_ text: String) throws(StorageError) -> [Row] { try all(text, []) }
}
