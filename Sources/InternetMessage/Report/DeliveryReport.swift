// SPDX-License-Identifier: Apache-2.0

/// What became of a letter sent earlier, as the mail system or the reader's program reports it.
///
/// Covers delivery status notifications (RFC 3464), disposition notifications (RFC 8098), feedback reports (RFC 5965) and
/// the bounces that older or careless servers write as plain text. Total and linear; nothing in a letter is an error.
package struct DeliveryReport: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// RFC 3464: a bounce, a delay or a confirmation with machine-readable fields.
        case deliveryStatus
        /// RFC 8098: read receipt or refusal to read.
        case disposition
        /// RFC 5965: a reader's provider passes on a complaint.
        case feedback
        /// A bounce in words only.
        case unstructured
    }

    /// RFC 3464 §2.3.3.
    package enum Action: String, Hashable, Sendable, CaseIterable {
        case failed, delayed, delivered, relayed, expanded
    }

    /// What became of the letter for one recipient.
    package struct Recipient: Hashable, Sendable {
        /// `local-part@domain` as the reporting server knew it last (`Final-Recipient`), without address type, xtext and
        /// brackets. Where the server names a local part only, that stands alone.
        package let address: String
        /// The address the sender gave (`Original-Recipient`, `Original-Rcpt-To`), where the report names it.
        package let originalAddress: String?
        /// As written, else from the class of ``status``, else from the words.
        package let action: Action
        /// Enhanced status code `5.1.1` (RFC 3463); empty where the report names none.
        package let status: String
        /// The words of the server that refused, or the disposition, on one line; may be empty.
        package let diagnostic: String

        package init(address: String, originalAddress: String? = nil, action: Action, status: String, diagnostic: String) {
            self.address = address
            self.originalAddress = originalAddress
            self.action = action
            self.status = status
            self.diagnostic = diagnostic
        }
    }

    package let kind: Kind
    /// In order, each address once, at most ``maximumRecipients``; empty where the report names nobody.
    package let recipients: [Recipient]
    /// Message-ID of the letter reported on, without angle brackets.
    package let originalMessageID: String?
    /// `Original-Envelope-Id`: the ENVID given at submission (RFC 3461 §4.4), xtext undone.
    package let envelopeIdentifier: String?
    /// Name of the server that writes, without its type.
    package let reportingMTA: String?
    /// `displayed`, `deleted`, `denied` … (RFC 8098 §3.2.6.2), lower case; nil for other kinds.
    package let disposition: String?
    /// `abuse`, `not-spam`, `fraud` … (RFC 5965 §3.1), lower case; nil for other kinds.
    package let feedbackType: String?

    /// Recipients kept of one report.
    package static let maximumRecipients = 200
    /// Octets of text of one part that are read for fields or words.
    package static let maximumTextOctets = 256 << 10

    /// Reads the report in `message`, or nil where the letter is none: also where it forwards, quotes or mentions one.
    /// - Parameter octets: those the letter was read from.
    ///
    /// - Parameter header: the header section of the message where it was read already.
    package init?(_ message: ParsedMessage, header: LetterHeader? = nil, in octets: Span<UInt8>) {
        let header = header ?? LetterHeader(message, in: octets)
        guard let report = ReportReading(message, header: header, in: octets).report(in: octets) else { return nil }
        self = report
    }

    init(
        kind: Kind, recipients: [Recipient], originalMessageID: String?, envelopeIdentifier: String? = nil,
        reportingMTA: String? = nil, disposition: String? = nil, feedbackType: String? = nil
    ) {
        self.kind = kind
        var known: Set<String> = []
        self.recipients = recipients.filter { known.insert($0.address.lowercased()).inserted }
        self.originalMessageID = originalMessageID
        self.envelopeIdentifier = envelopeIdentifier
        self.reportingMTA = reportingMTA
        self.disposition = disposition
        self.feedbackType = feedbackType
    }
}
