// SPDX-License-Identifier: Apache-2.0
import Glibc

/// What went wrong in the vault or the state folder, with the system's own words and what to do next.
package struct VaultError: Error, Hashable, Sendable {
    /// The kinds of failure a caller decides by.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// No free block, inode or quota.
        case full
        case readOnly, notPermitted
        /// The digest is not in the vault.
        case missing
        /// Another process holds the state folder.
        case held
        /// Octets were accepted by the system and then not written: the process must end and start anew.
        case notDurable
        /// Too many open files, no memory.
        case exhausted
        case damaged, failed
    }

    package let code: Code
    /// The file or folder.
    package let path: String
    /// What was being done: `write`, `sync`, `rename`.
    package let step: String
    /// The system's words; empty where it had none.
    package let reason: String
    /// What a person should do next, one sentence.
    package let advice: String

    /// Whether the same act may succeed later without a new process.
    package var isTransient: Bool { code == .full || code == .exhausted || code == .readOnly }
    /// Whether what the system holds in memory can no longer be believed: the process must end, nothing is retried in it.
    package var isFatal: Bool { code == .notDurable }

    package init(_ code: Code, path: String, step: String, reason: String, advice: String) {
        self.code = code
        self.path = path
        self.step = step
        self.reason = reason
        self.advice = advice
    }

    /// An error from the number the system gave.
    init(errno number: Int32, path: String, step: String) {
        let (code, advice) = Self.judgement(of: number)
        self.init(code, path: path, step: step, reason: String(cString: strerror(number)), advice: advice)
    }

    /// The error of a sync that failed: the pages may be marked clean though they never reached the disk.
    static func notDurable(errno number: Int32, path: String) -> VaultError {
        VaultError(
            .notDurable, path: path, step: "sync", reason: String(cString: strerror(number)),
            advice: "Check the disk and the free space, then start again: nothing unsynced was taken over.")
    }

    private static func judgement(of number: Int32) -> (Code, String) {
        switch number {
        case ENOSPC, EDQUOT: (.full, "Free space on this file system; the letters stay in the mailbox until then.")
        case EROFS: (.readOnly, "Mount the file system for writing.")
        case EACCES, EPERM: (.notPermitted, "Give the folder to the user the service runs as, mode 0700.")
        case ENOENT: (.missing, "Restore the file from a backup, or run `chancery verify`.")
        case EMFILE, ENFILE, ENOMEM: (.exhausted, "Raise LimitNOFILE or MemoryMax of the service.")
        default: (.failed, "Check the disk and the system's log.")
        }
    }
}

extension VaultError: CustomStringConvertible {
    package var description: String {
        let words = reason.isEmpty ? "" : ": \(reason)"
        return "\(path): \(step): \(code.rawValue)\(words). \(advice)"
    }
}
