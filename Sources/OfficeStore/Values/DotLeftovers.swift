// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport

/// A letter of the outbox in one wording: what a dot is about.
package struct DotLetter: Hashable, Sendable {
    package let id: OutboxID
    package let digest: MessageDigest

    package init(id: OutboxID, digest: MessageDigest) {
        self.id = id
        self.digest = digest
    }
}

/// What dots became that the register does not know of yet, after a process that is gone.
package struct DotLeftovers: Hashable, Sendable {
    /// A letter the peer took, with its words.
    package struct Accepted: Hashable, Sendable {
        package let letter: DotLetter
        package let at: Date
        package let reply: SubmissionReply

        package init(letter: DotLetter, at: Date, reply: SubmissionReply) {
            self.letter = letter
            self.at = at
            self.reply = reply
        }
    }

    /// The newest generation of the journal these come from.
    package var generation: Int64
    package var accepted: [Accepted] = []
    /// Letters whose dot may have left without a recorded verdict.
    package var inDoubt: [DotLetter] = []

    package init(generation: Int64) { self.generation = generation }
}
