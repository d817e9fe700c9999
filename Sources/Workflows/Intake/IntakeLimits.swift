// SPDX-License-Identifier: Apache-2.0

/// How much one step of the intake takes on.
package struct IntakeLimits: Hashable, Sendable {
    /// Letters that share one sync and one transaction.
    package var batchLetters: Int
    /// Octets after which a batch is closed whatever its count.
    package var batchOctets: Int
    /// How many times a letter may bring the process down before it becomes a quarantine card.
    package var maximumAttempts: Int
    /// Letters read side by side. Beside them one thread fetches and one files, which wait for server and disk half their time.
    package var readers: Int
    /// Free octets on the state folder's disk below which no letter is taken.
    package var minimumFreeSpace: Int

    package init(
        batchLetters: Int = 200, batchOctets: Int = 32 << 20, maximumAttempts: Int = 3, readers: Int = 2,
        minimumFreeSpace: Int = 512 << 20
    ) {
        self.batchLetters = batchLetters
        self.batchOctets = batchOctets
        self.maximumAttempts = maximumAttempts
        self.readers = readers
        self.minimumFreeSpace = minimumFreeSpace
    }
}

/// Why the intake takes no letters just now. Nothing is lost: the mailbox keeps them.
package enum IntakeError: Error, Hashable, Sendable {
    case diskNearlyFull(free: Int, needed: Int)
    case timeZoneMissing
}

extension IntakeError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .diskNearlyFull(let free, let needed):
            """
            Only \(free >> 20) MiB are free in the state folder, \(needed >> 20) MiB are kept free: no letters are taken in. Free some \
            space; the letters wait in the mailbox and the intake goes on by itself.
            """
        case .timeZoneMissing:
            "The time zone could not be read. Install tzdata, or correct office.timeZone."
        }
    }
}
