// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport
package import Office

/// Who did something: `chancery` for the daemon itself, otherwise a person's id.
package struct Actor: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// The daemon.
    package static let daemon = Actor(rawValue: "chancery")
}

/// One line of the event log; never changed, never removed.
package struct Event: Hashable, Sendable {
    /// From 1 without gaps.
    package let sequence: Int64
    package let at: Date
    package let actor: Actor
    /// `card.opened`, `card.registered`, `notice.bounced`.
    package let verb: String
    package let card: CardID?
    /// A JSON object of texts, keys in ascending order.
    package let details: String
    /// SHA-256 over the canonical text of the line, which holds the hash before.
    package let hash: MessageDigest
}
