// SPDX-License-Identifier: Apache-2.0

/// What the SQL engine could not do, in its own words, and what to do next. Holds no arguments, so no letter.
package struct StorageError: Error, Hashable, Sendable {
    /// The kinds of failure a caller decides by.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        case full, readOnly, damaged
        /// Another process has the database and did not let go in time.
        case busy
        /// The file system failed; what is in memory can no longer be believed.
        case inputOutput
        case cannotOpen
        /// The schema refused a row.
        case constraint
        case cancelled, closed
        /// Our own mistake, or a row of another shape than expected.
        case unexpected
    }

    package let code: Code
    /// What was being done: `open`, `commit`, or the first words of the statement.
    package let step: String
    /// The engine's words.
    package let reason: String
    /// What a person should do next, one sentence.
    package let advice: String

    /// Whether the same act may succeed later without anybody starting the process anew.
    package var isTransient: Bool { code == .full || code == .busy || code == .readOnly || code == .cancelled }
    /// Whether the process must end and read everything from the disk again.
    package var isFatal: Bool { code == .inputOutput || code == .damaged }

    package init(_ code: Code, step: String, reason: String, advice: String) {
        self.code = code
        self.step = step
        self.reason = reason
        self.advice = advice
    }
}

extension StorageError: CustomStringConvertible {
    package var description: String { "register: \(step): \(code.rawValue): \(reason). \(advice)" }
}
