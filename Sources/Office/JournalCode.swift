// SPDX-License-Identifier: Apache-2.0

/// The code of a registration journal, such as `incoming` or `citizens`. Which journals exist is the council's configuration.
package struct JournalCode: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static let incoming = JournalCode(rawValue: "incoming")
    package static let outgoing = JournalCode(rawValue: "outgoing")
    /// Appeals of citizens, kept apart by law.
    package static let citizens = JournalCode(rawValue: "citizens")
    /// Requests for public information.
    package static let information = JournalCode(rawValue: "information")
    package static let deputies = JournalCode(rawValue: "deputies")
    package static let `internal` = JournalCode(rawValue: "internal")

    package static func < (one: JournalCode, other: JournalCode) -> Bool { one.rawValue < other.rawValue }
}

extension JournalCode: CustomStringConvertible {
    package var description: String { rawValue }
}
