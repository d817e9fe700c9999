// SPDX-License-Identifier: Apache-2.0

/// The fields of `message/disposition-notification` (RFC 8098 §3).
struct DispositionNotification {
    let recipients: [DeliveryReport.Recipient]
    let originalMessageID: String?
    /// The disposition type, lower case; empty where there is none.
    let disposition: String

    init(_ fields: ReportFields) {
        let body = fields.first("disposition") ?? ""
        disposition = Self.type(body)
        originalMessageID = fields.first("original-message-id").flatMap { MessageIdentifiers.read(Array($0.utf8)).first }
        let original = fields.first("original-recipient").flatMap(ReportAddress.addrSpec)
        let final = fields.first("final-recipient").flatMap(ReportAddress.addrSpec)
        let words = fields.first("error") ?? fields.first("failure") ?? body
        // Denied or deleted unread, the letter was delivered all the same.
        let action: DeliveryReport.Action = disposition == "failed" ? .failed : .delivered
        recipients =
            (final ?? original).map {
                [DeliveryReport.Recipient(address: $0, originalAddress: original, action: action, status: "", diagnostic: words)]
            } ?? []
    }

    /// `displayed` of `manual-action/MDN-sent-manually; displayed/error`.
    private static func type(_ body: String) -> String {
        let tail = body.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
        return String(tail.drop { $0 == " " }.prefix { $0.isLetter || $0 == "-" }).lowercased()
    }
}
