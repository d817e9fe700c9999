// SPDX-License-Identifier: Apache-2.0
package import MailTransport

/// A command as octets, without its tag (RFC 9051 §6). Nothing we send needs a literal.
package struct IMAPCommand: Hashable, Sendable {
    /// For messages to people: the command and its object, `UID FETCH 17:20`.
    package let name: String
    /// What goes on the wire after the tag and a space, without CRLF.
    package let octets: [UInt8]

    private init(_ text: String, name: String? = nil) {
        self.name = name ?? text
        octets = Array(text.utf8)
    }

    private init(_ verb: String, _ mailbox: MailboxName, name: String? = nil) {
        self.name = "\(name ?? verb) \(mailbox.name)"
        octets = Array("\(verb) ".utf8) + mailbox.quoted
    }

    /// The whole line.
    package func line(tag: String) -> [UInt8] { Array("\(tag) ".utf8) + octets + [0x0D, 0x0A] }

    package static let capability = IMAPCommand("CAPABILITY")
    package static let noop = IMAPCommand("NOOP")
    package static let idle = IMAPCommand("IDLE")
    package static let logout = IMAPCommand("LOGOUT")
    package static let namespace = IMAPCommand("NAMESPACE")
    /// Asks for the separator of mailbox levels only.
    package static let listDelimiter = IMAPCommand("LIST \"\" \"\"")

    package static func examine(_ mailbox: MailboxName) -> IMAPCommand { IMAPCommand("EXAMINE", mailbox) }
    package static func select(_ mailbox: MailboxName) -> IMAPCommand { IMAPCommand("SELECT", mailbox) }
    package static func create(_ mailbox: MailboxName) -> IMAPCommand { IMAPCommand("CREATE", mailbox) }
    package static func subscribe(_ mailbox: MailboxName) -> IMAPCommand { IMAPCommand("SUBSCRIBE", mailbox) }

    /// What is announced of all messages with a UID greater than `uid`. The last message may come besides, whatever its UID.
    package static func fetchAnnouncements(after uid: UID?) -> IMAPCommand {
        let first = (uid?.rawValue ?? 0) == .max ? UInt32.max : (uid?.rawValue ?? 0) + 1
        return IMAPCommand("UID FETCH \(first):* (UID FLAGS INTERNALDATE RFC822.SIZE)", name: "UID FETCH \(first):*")
    }

    /// The whole messages, without setting `\Seen`.
    package static func fetchBodies(_ uids: [UID]) -> IMAPCommand {
        IMAPCommand("UID FETCH \(UIDSet.text(uids)) (UID BODY.PEEK[])", name: "UID FETCH \(shortened(uids))")
    }

    package static func fetchFlags(_ uids: [UID]) -> IMAPCommand {
        IMAPCommand("UID FETCH \(UIDSet.text(uids)) (UID FLAGS)", name: "UID FETCH \(shortened(uids)) FLAGS")
    }

    package static func addFlag(_ flag: MessageFlag, to uids: [UID]) -> IMAPCommand {
        IMAPCommand("UID STORE \(UIDSet.text(uids)) +FLAGS.SILENT (\(flag.name))", name: "UID STORE \(shortened(uids))")
    }

    package static func move(_ uids: [UID], to mailbox: MailboxName) -> IMAPCommand {
        IMAPCommand("UID MOVE \(UIDSet.text(uids))", mailbox, name: "UID MOVE \(shortened(uids))")
    }

    package static func copy(_ uids: [UID], to mailbox: MailboxName) -> IMAPCommand {
        IMAPCommand("UID COPY \(UIDSet.text(uids))", mailbox, name: "UID COPY \(shortened(uids))")
    }

    /// Only for servers with UIDPLUS: a plain EXPUNGE would delete what others have marked.
    package static func expunge(_ uids: [UID]) -> IMAPCommand {
        IMAPCommand("UID EXPUNGE \(UIDSet.text(uids))", name: "UID EXPUNGE \(shortened(uids))")
    }

    private static func shortened(_ uids: [UID]) -> String {
        guard let first = uids.first, let last = uids.last else { return "" }
        return uids.count == 1 ? "\(first)" : "\(first)…\(last)"
    }
}
