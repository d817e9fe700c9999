// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport
package import Office

/// One finding of a letter in a mailbox; only the three together name it.
package struct Occurrence: Hashable, Sendable {
    /// The configured name of the mailbox.
    package let mailbox: String
    package let uidValidity: UIDValidity
    package let uid: UID

    package init(mailbox: String, uidValidity: UIDValidity, uid: UID) {
        self.mailbox = mailbox
        self.uidValidity = uidValidity
        self.uid = uid
    }
}

/// An occurrence that is in the register while the mailbox has not been told.
package struct FiledOccurrence: Hashable, Sendable {
    package let occurrence: Occurrence
    package let digest: MessageDigest
    package let fate: LetterFate
    /// When the transaction that filed it ran.
    package let seenAt: Date

    package init(occurrence: Occurrence, digest: MessageDigest, fate: LetterFate, seenAt: Date) {
        self.occurrence = occurrence
        self.digest = digest
        self.fate = fate
        self.seenAt = seenAt
    }
}

/// A mailbox under one UIDVALIDITY.
package struct MailboxEpoch: Hashable, Sendable {
    package let mailbox: String
    package let uidValidity: UIDValidity
    /// Mail up to this UID was there before us: filed as imported, never answered. `nil` when all mail is new.
    package let baseline: UID?
    package let openedAt: Date
    /// The highest UID filed in this epoch; letters below may still be unknown.
    package let highestUID: UID?
    /// How many occurrences are filed in this epoch.
    package let knownCount: Int

    package init(
        mailbox: String, uidValidity: UIDValidity, baseline: UID?, openedAt: Date, highestUID: UID?, knownCount: Int
    ) {
        self.mailbox = mailbox
        self.uidValidity = uidValidity
        self.baseline = baseline
        self.openedAt = openedAt
        self.highestUID = highestUID
        self.knownCount = knownCount
    }
}
