// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport
package import OfficeStore

/// A letter that is durable in the vault and has not been read yet.
package struct ReceivedLetter: Sendable {
    package let occurrence: Occurrence
    package let digest: MessageDigest
    /// Octets of the raw letter.
    package let size: Int
    package let receivedAt: Date
    /// It lay in the mailbox before the first start: it becomes a card and is never answered by itself.
    package let isImported: Bool

    package init(occurrence: Occurrence, digest: MessageDigest, size: Int, receivedAt: Date, isImported: Bool) {
        self.occurrence = occurrence
        self.digest = digest
        self.size = size
        self.receivedAt = receivedAt
        self.isImported = isImported
    }

    /// What is recorded before it is read.
    var mark: ReadingMark { ReadingMark(digest: digest, occurrence: occurrence) }

    /// Its filing when the same octets are in the register: the store makes it a duplicate without looking at the rest.
    var asKnown: LetterFiling {
        LetterFiling(
            occurrence: occurrence, digest: digest, size: size, receivedAt: receivedAt, messageID: nil,
            fate: .automatic(reason: "filed before"))
    }
}
