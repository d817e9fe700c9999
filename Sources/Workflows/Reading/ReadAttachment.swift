// SPDX-License-Identifier: Apache-2.0
package import DocumentText
package import Interchange

/// An attachment of a letter, and what was found in it.
package struct ReadAttachment: Sendable {
    /// From 1, in the order of the letter.
    package let ordinal: Int
    /// As the letter names it; may be empty.
    package let name: String
    /// `2.1`, as in IMAP.
    package let partPath: String
    /// The file itself and everything inside it.
    package var documents: [ReadDocument]
    /// A message of order 1207, when it is one.
    package var message: InterchangeMessage?
}
