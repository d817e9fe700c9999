// SPDX-License-Identifier: Apache-2.0

/// A mailbox name as one server spells it.
package struct MailboxName: Hashable, Sendable {
    /// Readable, levels separated as the server does it.
    package let name: String
    private let usesUTF8: Bool

    /// Answers `nil` for a name that is empty or holds control characters.
    package init?(_ name: String, usesUTF8: Bool = false) {
        guard !name.isEmpty, !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return nil }
        self.name = name
        self.usesUTF8 = usesUTF8
    }

    /// As a quoted string.
    package var quoted: [UInt8] {
        var octets: [UInt8] = [UInt8(ascii: "\"")]
        for octet in usesUTF8 ? Array(name.utf8) : ModifiedUTF7.encode(name) {
            if octet == UInt8(ascii: "\"") || octet == UInt8(ascii: "\\") { octets.append(UInt8(ascii: "\\")) }
            octets.append(octet)
        }
        return octets + [UInt8(ascii: "\"")]
    }

    /// The name of `path`, whose levels are separated by `/`, in a world whose names start with `prefix` and use `delimiter`.
    ///
    /// INBOX, and a path that already starts as the server would have it, stand as they are.
    package static func spelled(_ path: String, prefix: String, delimiter: UInt8?) -> String {
        guard path.uppercased() != "INBOX", let delimiter, delimiter < 0x80 else { return path }
        let separator = String(UnicodeScalar(delimiter))
        let levels =
            separator == "/" ? path : path.split(separator: "/", omittingEmptySubsequences: true).joined(separator: separator)
        let isPrefixed = prefix.isEmpty || levels.hasPrefix(prefix) || levels.uppercased().hasPrefix("INBOX\(separator)")
        return isPrefixed ? levels : prefix + levels
    }
}

/// A system flag or keyword that can be set on a message (RFC 9051 §2.3.2).
package struct MessageFlag: Hashable, Sendable {
    package static let deleted = MessageFlag(known: "\\Deleted")

    package let name: String

    /// Answers `nil` for what is no flag: empty, or with spaces, parentheses, wildcards, quotes, non-ASCII; `\Recent` cannot be set.
    package init?(_ name: String) {
        let rest = name.utf8.first == UInt8(ascii: "\\") ? name.utf8.dropFirst() : name.utf8[...]
        let isAtom = !rest.isEmpty && rest.allSatisfy { (0x21...0x7E).contains($0) && !"(){%*\"\\]".utf8.contains($0) }
        guard isAtom, name.lowercased() != "\\recent" else { return nil }
        self.name = name
    }

    private init(known name: String) { self.name = name }
}
