// SPDX-License-Identifier: Apache-2.0

/// What a server says it can do (RFC 9051 §7.2.2). Names are compared without regard to case.
package struct Capabilities: Hashable, Sendable {
    private var names: Set<String>

    package init(_ names: some Sequence<String> = []) { self.names = Set(names.map { $0.uppercased() }) }

    /// All names in order, in capitals.
    package var sorted: [String] { names.sorted() }

    /// Whether the server has `name`, or speaks IMAP4rev2 and `name` is part of that (RFC 9051 Appendix E).
    package func has(_ name: String) -> Bool {
        names.contains(name) || (names.contains("IMAP4REV2") && Self.partsOfRev2.contains(name))
    }

    /// Mailbox names go as UTF-8 to servers that speak IMAP4rev2 alone, as modified UTF-7 to all others.
    package var spellsNamesInUTF8: Bool { names.contains("IMAP4REV2") && !names.contains("IMAP4REV1") }

    /// Forgets a capability the server has but refused to use.
    package mutating func remove(_ name: String) {
        names.remove(name)
        if Self.partsOfRev2.contains(name), names.remove("IMAP4REV2") != nil {
            names.formUnion(Self.partsOfRev2.subtracting([name]))
        }
    }

    private static let partsOfRev2: Set<String> = [
        "NAMESPACE", "UNSELECT", "UIDPLUS", "ESEARCH", "ENABLE", "IDLE", "SASL-IR", "LITERAL-", "MOVE",
    ]
}
