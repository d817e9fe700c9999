// SPDX-License-Identifier: Apache-2.0

/// What went wrong between us and a mail peer, in words that tell a person what to do next.
///
/// Holds no letter, no password and no address of a correspondent.
package struct MailError: Error, Hashable, Sendable {
    /// The kinds of failure a caller decides by.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        case unknownHost, cannotConnect, timedOut, connectionLost
        case certificateRefused, encryptionRefused, loginRefused
        case noSuchMailbox, refused, protocolViolation, tooLarge
        case storageFull, storageFailed, cancelled, unsupported, invalidAddress
    }

    package let code: Code
    /// The peer, as `imaps://mail.city.example:993` or `maildir:/path`.
    package let server: String
    /// What was being done: `log in`, `SELECT INBOX`, `UID FETCH 17`, `RCPT TO`.
    package let step: String
    /// The peer's own words, or the library's; may be empty.
    package let reply: String
    /// What a person should do next, one sentence.
    package let advice: String
    /// Whether the same act may succeed later without anybody changing anything.
    package let isTransient: Bool

    package init(_ code: Code, server: String, step: String, reply: String, advice: String, isTransient: Bool) {
        self.code = code
        self.server = server
        self.step = step
        self.reply = reply
        self.advice = advice
        self.isTransient = isTransient
    }
}

extension MailError: CustomStringConvertible {
    package var description: String {
        let words = reply.isEmpty ? "" : ": \(reply)"
        return "\(server): \(step): \(code.rawValue)\(words). \(advice)"
    }
}
