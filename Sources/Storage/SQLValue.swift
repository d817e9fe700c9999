// SPDX-License-Identifier: Apache-2.0

/// A value on its way into or out of the database.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    /// A NUL inside becomes U+FFFD on the way in: PostgreSQL has none.
    case text(String)
    case octets([UInt8])
}

extension SQLValue {
    /// Text, or null.
    package static func text(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
    /// A whole number, or null.
    package static func integer(_ value: Int64?) -> SQLValue { value.map { .integer($0) } ?? .null }
    /// A whole number.
    package static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }
    /// A whole number, or null.
    package static func integer(_ value: Int?) -> SQLValue { value.map { .integer(Int64($0)) } ?? .null }
    /// 1 or 0: neither engine's own truth values are portable.
    package static func flag(_ value: Bool) -> SQLValue { .integer(value ? 1 : 0) }
}

/// One row of an answer; columns are counted from 0 in the order of the SELECT.
package struct Row: Hashable, Sendable {
    package let values: [SQLValue]

    package init(values: [SQLValue]) { self.values = values }

    /// Whether the column is null.
    package func isNull(_ column: Int) -> Bool { values[column] == .null }

    /// - Throws: ``StorageError`` with code `unexpected` when the column holds something else; so do the others.
    package func integer(_ column: Int) throws -> Int64 {
        guard case .integer(let value) = values[column] else { throw mismatch(column, "a whole number") }
        return value
    }

    package func integerOrNil(_ column: Int) throws -> Int64? { isNull(column) ? nil : try integer(column) }

    package func text(_ column: Int) throws -> String {
        guard case .text(let value) = values[column] else { throw mismatch(column, "text") }
        return value
    }

    package func textOrNil(_ column: Int) throws -> String? { isNull(column) ? nil : try text(column) }

    package func octets(_ column: Int) throws -> [UInt8] {
        guard case .octets(let value) = values[column] else { throw mismatch(column, "octets") }
        return value
    }

    /// A ``SQLValue/flag(_:)``.
    package func flag(_ column: Int) throws -> Bool { try integer(column) == 1 }

    private func mismatch(_ column: Int, _ expected: String) -> StorageError {
        StorageError(
            .unexpected, step: "read column \(column)", reason: "the database holds something other than \(expected)",
            advice: "Run `chancery doctor`; restore the register from a backup if it finds damage.")
    }
}
