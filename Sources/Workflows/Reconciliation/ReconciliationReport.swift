// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import Office
package import OfficeStore

/// Whether every letter is accounted for, and what differs.
package struct ReconciliationReport: Hashable, Sendable {
    /// One mailbox against the register.
    package struct Mailbox: Hashable, Sendable {
        package let name: String
        /// Messages in the mailbox now; `nil` when it could not be asked.
        package var onServer: Int?
        /// Of those, how many the register does not know.
        package var unknown = 0
        /// Why the mailbox could not be asked.
        package var failure: String?
        /// Occurrences in the register under the present UIDVALIDITY, by fate.
        package var fates: [LetterFate: Int] = [:]
    }

    package let at: Date
    package var mailboxes: [Mailbox] = []
    /// Letters in the register, by fate.
    package var letters: [LetterFate: Int] = [:]
    package var outbox: [OutboxState: Int] = [:]
    package var differences: [Difference] = []

    package init(at: Date) {
        self.at = at
    }

    /// Everything is accounted for.
    package var isWhole: Bool { differences.isEmpty }
}
