// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import Office
import OfficeCalendar
import Storage

/// Our own types out of a row. A value of another shape throws ``StoreError/unreadableRow(table:column:)``.
extension Row {
    func digest(_ column: Int, of table: String) throws -> MessageDigest {
        guard let digest = MessageDigest(bytes: try octets(column)) else {
            throw StoreError.unreadableRow(table: table, column: "digest")
        }
        return digest
    }

    func digestOrNil(_ column: Int, of table: String) throws -> MessageDigest? {
        isNull(column) ? nil : try digest(column, of: table)
    }

    func instant(_ column: Int, of table: String, _ name: String) throws -> Date {
        guard let instant = InstantText.instant(try text(column)) else {
            throw StoreError.unreadableRow(table: table, column: name)
        }
        return instant
    }

    func instantOrNil(_ column: Int, of table: String, _ name: String) throws -> Date? {
        isNull(column) ? nil : try instant(column, of: table, name)
    }

    /// An enumeration kept by its raw text.
    func choice<Choice: RawRepresentable<String>>(_ column: Int, of table: String, _ name: String) throws -> Choice {
        guard let choice = Choice(rawValue: try text(column)) else {
            throw StoreError.unreadableRow(table: table, column: name)
        }
        return choice
    }

    func cardOrNil(_ column: Int) throws -> CardID? { try integerOrNil(column).map { CardID(rawValue: $0) } }

    /// Three columns: mailbox, UIDVALIDITY, UID.
    func occurrence(_ column: Int, of table: String) throws -> Occurrence {
        guard let validity = UInt32(exactly: try integer(column + 1)).flatMap(UIDValidity.init(rawValue:)),
            let uid = UInt32(exactly: try integer(column + 2)).flatMap(UID.init(rawValue:))
        else { throw StoreError.unreadableRow(table: table, column: "uid") }
        return Occurrence(mailbox: try text(column), uidValidity: validity, uid: uid)
    }
}

extension SQLValue {
    static func digest(_ value: MessageDigest) -> SQLValue { .octets(value.bytes) }
    static func digest(_ value: MessageDigest?) -> SQLValue { value.map { .octets($0.bytes) } ?? .null }
    static func card(_ value: CardID?) -> SQLValue { .integer(value?.rawValue) }
    static func validity(_ value: UIDValidity) -> SQLValue { .integer(Int64(value.rawValue)) }
    static func uid(_ value: UID) -> SQLValue { .integer(Int64(value.rawValue)) }
}
