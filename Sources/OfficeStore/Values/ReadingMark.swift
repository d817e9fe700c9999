// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport

/// Says, before a letter is read, that it is about to be: what is left of it after a crash points at the letter that killed us.
package struct ReadingMark: Hashable, Sendable {
    package let digest: MessageDigest
    package let occurrence: Occurrence

    package init(digest: MessageDigest, occurrence: Occurrence) {
        self.digest = digest
        self.occurrence = occurrence
    }
}

/// A letter whose reading began and did not end.
package struct InterruptedReading: Hashable, Sendable {
    package let mark: ReadingMark
    /// How many times it was begun; at least 1.
    package let attempts: Int
    /// When it was begun last.
    package let begunAt: Date

    package init(mark: ReadingMark, attempts: Int, begunAt: Date) {
        self.mark = mark
        self.attempts = attempts
        self.begunAt = begunAt
    }
}
