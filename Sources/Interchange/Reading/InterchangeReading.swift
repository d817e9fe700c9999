// SPDX-License-Identifier: Apache-2.0
package import MarkupText

/// A message as it was read.
package struct InterchangeReading: Sendable {
    /// What the official schema says.
    package enum Validity: Hashable, Sendable {
        /// No schema was at hand.
        case notChecked
        case valid
        /// At most ``XMLSchema/maximumFindings``. Not a reason to refuse a message: half the programs in use break the schema.
        case invalid([XMLFinding])
    }

    package let message: InterchangeMessage
    /// In the order met.
    package let defects: [InterchangeDefect]
    package let validity: Validity
    /// What the positions in the message count in: the octets given to the reader, or those brought from UTF-16 to UTF-8.
    package let octets: [UInt8]

    /// The content of a file or signature of the message.
    package func content(_ content: InterchangeMessage.Content) -> [UInt8] { content.decoded(from: octets.span) }
}

/// Why an attachment that looked like a message was not read as one. The letter is carded without it.
package enum InterchangeRefusal: Error, Hashable, Sendable {
    /// Not well-formed, too large, too deep, with a document type or entities; with the line.
    case xml(XMLError)
    /// XML, but of another root element or standard: what stands there.
    case notAMessage(root: String)
}
