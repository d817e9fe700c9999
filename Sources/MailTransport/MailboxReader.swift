// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials

/// What a mailbox says of itself when it is opened (RFC 9051 §6.3.2).
package struct MailboxStatus: Hashable, Sendable {
    package let uidValidity: UIDValidity
    /// The UID the next message will get or exceed; `nil` when the server does not say.
    package let uidNext: UID?
    package let messageCount: Int

    package init(uidValidity: UIDValidity, uidNext: UID?, messageCount: Int) {
        self.uidValidity = uidValidity
        self.uidNext = uidNext
        self.messageCount = messageCount
    }
}

/// A message as the mailbox announces it, before its octets are fetched.
package struct MessageAnnouncement: Hashable, Sendable {
    package let uid: UID
    /// When the server accepted the message (INTERNALDATE): the moment of receipt that terms run from.
    package let internalDate: Date
    /// RFC822.SIZE in octets. A hint: some servers count other octets than they send.
    package let size: Int
    /// System flags and keywords as the server spells them: `\Seen`, `$Filed`.
    package let flags: Set<String>

    package init(uid: UID, internalDate: Date, size: Int, flags: Set<String>) {
        self.uid = uid
        self.internalDate = internalDate
        self.size = size
        self.flags = flags
    }
}

/// What is done with a message in the mailbox once its letter is durable in the register.
package enum AfterFiling: Hashable, Sendable {
    case keep
    /// Adds a flag or keyword, such as `$Filed`.
    case flag(String)
    /// Moves to another mailbox, made when missing.
    case move(String)
}

/// Takes in the octets of fetched messages, one message after another.
///
/// The reader calls it on a thread of its own and waits while a call runs, so a slow sink slows the peer down: a call may block.
/// For each message: `began`, any number of `received`, then `ended` or `abandoned`. An error thrown here ends the fetch and
/// comes out of ``MailboxReader/fetch(_:into:)``.
package protocol MessageSink: AnyObject, Sendable {
    /// A message starts. `size` in the announcement is the exact octet count of the literal where the peer gives one.
    func began(_ message: MessageAnnouncement) throws
    /// The next octets, valid only during the call.
    func received(_ octets: RawSpan) throws
    /// The message is whole.
    func ended() throws
    /// The connection broke, or the peer gave fewer octets than it announced: what came of this message is void.
    func abandoned()
}

/// Why a wait ended.
package enum MailboxNews: Hashable, Sendable {
    /// The peer says that something changed.
    case changed
    /// Nothing was heard in the time allowed.
    case timeElapsed
}

/// One mailbox being read: an IMAP session or a Maildir. Methods are called one at a time, in the order opened, anything, closed.
///
/// All of them throw ``MailError``; after a transient one the caller calls `open()` again, which connects anew.
package protocol MailboxReader: Sendable {
    /// Connects if need be, selects the mailbox and says how it stands. Nothing in the mailbox is changed by it.
    func open() async throws -> MailboxStatus
    /// All messages with a UID greater than `uid` (all, when `nil`), in ascending order of UID.
    func announcements(after uid: UID?) async throws -> [MessageAnnouncement]
    /// Fetches without setting `\Seen`, in the order given. Messages gone meanwhile, or that come empty though announced with a
    /// size, are left out and returned.
    func fetch(_ messages: [MessageAnnouncement], into sink: any MessageSink) async throws -> [UID]
    /// Flags or moves messages that are in the register. Repeating it for messages already flagged or gone is no error.
    func apply(_ action: AfterFiling, to uids: [UID]) async throws
    /// Waits until the mailbox changes (IDLE where the peer has it, else asking now and then), at most for `limit`.
    func waitForNews(atMost limit: Duration) async throws -> MailboxNews
    /// Says goodbye. Never fails; afterwards `open()` connects anew.
    func close() async
}
