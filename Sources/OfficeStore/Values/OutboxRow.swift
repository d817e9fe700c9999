// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport
package import Office

/// The name of one outgoing letter to one recipient.
package struct OutboxID: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) { self.rawValue = rawValue }

    package static func < (one: OutboxID, other: OutboxID) -> Bool { one.rawValue < other.rawValue }
}

extension OutboxID: CustomStringConvertible {
    package var description: String { String(rawValue) }
}

/// Where an outgoing letter stands.
package enum OutboxState: String, Hashable, Sendable, CaseIterable {
    /// Waits for its next attempt.
    case queued
    /// The final dot may be on its way (`dot_pending`); after a crash: nobody knows.
    case sending
    case sent
    /// Refused for good, expired, or bounced: a person must look.
    case failed
    /// Waits for a person: put there by one, or no reply came after the final dot.
    case held
    case dropped
}

/// One outgoing letter to one recipient.
package struct OutboxRow: Hashable, Sendable {
    package let id: OutboxID
    package let card: CardID?
    package let kind: String
    package let language: String
    package let recipient: String
    /// With angle brackets.
    package let messageID: String
    package let inReplyTo: String?
    package let parameters: [String: String]
    /// The letter as sent; `nil` until it is worded.
    package let digest: MessageDigest?
    /// Where the vault has it; `nil` until it is worded.
    package let place: OutgoingPlace?
    package let state: OutboxState
    /// Attempts begun.
    package let attempts: Int
    package let nextAttemptAt: Date
    package let createdAt: Date
    /// The last reply of a peer, or the reason a person gave.
    package let lastReply: String?
    package let enhancedStatus: String?
    package let sentAt: Date?
    package let dotPendingAt: Date?
    /// How many copies may have left without a reply.
    package let copiesInDoubt: Int
}

/// Where the octets of an outgoing letter lie: many letters share one file of the vault.
package struct OutgoingPlace: Hashable, Sendable {
    /// The file.
    package let sheaf: MessageDigest
    /// The letter in it; `nil` when it is the whole file.
    package let range: Range<Int>?

    package init(sheaf: MessageDigest, range: Range<Int>?) {
        self.sheaf = sheaf
        self.range = range
    }
}

/// How an attempt ended.
package struct OutboxVerdict: Hashable, Sendable {
    /// The end of it, with the peer's reply.
    package enum Outcome: Hashable, Sendable {
        case sent
        case deferred(until: Date)
        case failed
        /// No reply after the final dot: the row is held for a person.
        case unknown
    }

    package let id: OutboxID
    package let outcome: Outcome
    package let reply: SubmissionReply
    /// When the reply came.
    package let at: Date

    package init(id: OutboxID, outcome: Outcome, reply: SubmissionReply, at: Date) {
        self.id = id
        self.outcome = outcome
        self.reply = reply
        self.at = at
    }
}

/// The outbox at a glance.
package struct OutboxSummary: Hashable, Sendable {
    package let counts: [OutboxState: Int]
    /// When the oldest row still `queued` was made.
    package let oldestQueuedAt: Date?
}
