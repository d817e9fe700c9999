// SPDX-License-Identifier: Apache-2.0

/// A report on mail of ours (RFC 3464), as far as the office needs it.
package struct BounceReport: Hashable, Sendable {
    /// What the report says of one recipient.
    package struct Recipient: Hashable, Sendable {
        /// addr-spec; empty when the report names none.
        package let address: String
        /// `failed`, `delayed`, `delivered`, `relayed`, `expanded` (RFC 3464 §2.3.3).
        package let action: String
        /// RFC 3463, such as `5.1.1`; empty when missing.
        package let status: String
        /// The remote words; may be empty.
        package let diagnostic: String

        package init(address: String, action: String, status: String, diagnostic: String) {
            self.address = address
            self.action = action
            self.status = status
            self.diagnostic = diagnostic
        }
    }

    /// Message-ID of the letter it speaks of, with angle brackets.
    package let messageID: String?
    /// Original-Envelope-Id (RFC 3464 §2.2.1): the Message-ID we sent, with or without angle brackets.
    package let envelopeIdentifier: String?
    package let recipients: [Recipient]

    package init(messageID: String?, envelopeIdentifier: String?, recipients: [Recipient]) {
        self.messageID = messageID
        self.envelopeIdentifier = envelopeIdentifier
        self.recipients = recipients
    }
}
