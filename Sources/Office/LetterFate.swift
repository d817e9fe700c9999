// SPDX-License-Identifier: Apache-2.0

/// What became of a letter found in a mailbox. Every letter has exactly one.
package enum LetterFate: String, Hashable, Sendable, CaseIterable {
    /// Became a document card.
    case card
    /// The same octets were filed before, from here or from another mailbox.
    case duplicate
    /// Answers a step of ours: a decision or a remark.
    case answer
    /// Reports on the delivery of mail of ours.
    case bounce
    /// Was written by a machine and asks nothing of the office.
    case automatic
    /// Became a card that could not be read.
    case quarantine
}
