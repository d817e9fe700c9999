// SPDX-License-Identifier: Apache-2.0
import GRDB
import GRDBSQLite

/// The statements of one transaction on the connection. Binds and steps by itself over GRDB's statement cache: a third of the time of
/// GRDB's own arguments, which box every value.
final class SQLiteSession: SQL {
    private let database: Database
    private let access: SQLiteStorage.Access
    let dialect = Dialect.sqlite

    init(database: Database, access: SQLiteStorage.Access) {
        self.database = database
        self.access = access
    }

    func run(_ text: String, _ arguments: [SQLValue]) throws(StorageError) {
        try withStatement(text, arguments) { (statement) throws(StorageError) in
            while try step(statement, text) {}
        }
    }

    func first(_ text: String, _ arguments: [SQLValue]) throws(StorageError) -> Row? {
        var found: Row?
        try withStatement(text, arguments) { (statement) throws(StorageError) in
            guard try step(statement, text) else { return }
            found = Self.row(of: statement)
            // RETURNING writes all its rows before the first comes out; going on costs nothing and ends the statement.
            while try step(statement, text) {}
        }
        return found
    }

    func all(_ text: String, _ arguments: [SQLValue]) throws(StorageError) -> [Row] {
        var rows: [Row] = []
        try withStatement(text, arguments) { (statement) throws(StorageError) in
            while try step(statement, text) { rows.append(Self.row(of: statement)) }
        }
        return rows
    }

    func script(_ text: String) throws(StorageError) {
        guard access == .writing else {
            throw StorageError(sqlite: SQLITE_READONLY, step: Self.summary(of: text), reason: "a reading may not write")
        }
        do {
            try database.execute(sql: text)
        } catch {
            throw StorageError.converted(error, step: "script")
        }
    }

    private func withStatement(
        _ text: String, _ arguments: [SQLValue], _ body: (OpaquePointer) throws(StorageError) -> Void
    ) throws(StorageError) {
        let prepared: Statement
        do {
            prepared = try database.cachedStatement(sql: text)
        } catch {
            throw StorageError.converted(error, step: Self.summary(of: text))
        }
        let statement = prepared.sqliteStatement
        guard access == .writing || sqlite3_stmt_readonly(statement) != 0 else {
            throw StorageError(sqlite: SQLITE_READONLY, step: Self.summary(of: text), reason: "a reading may not write")
        }
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        precondition(Int(sqlite3_bind_parameter_count(statement)) == arguments.count, "arguments and statement disagree: \(text)")
        for (index, argument) in arguments.enumerated() {
            let position = Int32(truncatingIfNeeded: index + 1)
            assert(
                String(cString: sqlite3_bind_parameter_name(statement, position)) == "$\(position)",
                "$\(position) is not used in its turn: \(text)")
            let result = Self.bind(argument, to: statement, at: position)
            guard result == SQLITE_OK else { throw failure(text) }
        }
        try body(statement)
    }

    /// Whether there is a row.
    private func step(_ statement: OpaquePointer, _ text: String) throws(StorageError) -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure(text)
        }
    }

    private func failure(_ text: String) -> StorageError {
        StorageError(
            sqlite: sqlite3_extended_errcode(database.sqliteConnection), step: Self.summary(of: text),
            reason: String(cString: sqlite3_errmsg(database.sqliteConnection)))
    }

    /// The first words of a statement, enough to find it.
    private static func summary(of text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).prefix(4).joined(separator: " ")
    }

    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private static func bind(_ value: SQLValue, to statement: OpaquePointer, at position: Int32) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(statement, position)
        case .integer(let value): return sqlite3_bind_int64(statement, position, value)
        case .real(let value): return sqlite3_bind_double(statement, position, value)
        case .text(var value):
            let result: Int32? = value.withUTF8 { octets in
                guard !octets.contains(0) else { return nil }
                return bind(octets, to: statement, at: position)
            }
            if let result { return result }
            var cleaned = String(value.map { $0 == "\0" ? "\u{FFFD}" : $0 })
            return cleaned.withUTF8 { bind($0, to: statement, at: position) }
        case .octets(let value):
            guard !value.isEmpty else { return sqlite3_bind_zeroblob(statement, position, 0) }
            return value.withUnsafeBufferPointer {
                sqlite3_bind_blob64(statement, position, $0.baseAddress, UInt64($0.count), transient)
            }
        }
    }

    private static func bind(_ octets: UnsafeBufferPointer<UInt8>, to statement: OpaquePointer, at position: Int32) -> Int32 {
        octets.withMemoryRebound(to: CChar.self) { characters in
            // An empty text must not be a null pointer, which would bind NULL.
            guard let start = characters.baseAddress else { return sqlite3_bind_text(statement, position, "", 0, transient) }
            return sqlite3_bind_text64(
                statement, position, start, UInt64(characters.count), transient, UInt8(SQLITE_UTF8))
        }
    }

    private static func row(of statement: OpaquePointer) -> Row {
        Row(values: (0..<sqlite3_column_count(statement)).map { value(of: statement, at: $0) })
    }

    private static func value(of statement: OpaquePointer, at column: Int32) -> SQLValue {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(statement, column) else { return .text("") }
            let count = Int(sqlite3_column_bytes(statement, column))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            guard let start = sqlite3_column_blob(statement, column) else { return .octets([]) }
            let count = Int(sqlite3_column_bytes(statement, column))
            return .octets(Array(UnsafeRawBufferPointer(start: start, count: count)))
        default: return .null
        }
    }
}
