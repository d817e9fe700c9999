// SPDX-License-Identifier: Apache-2.0

/// The fields of `message/feedback-report` (RFC 5965 §3).
enum FeedbackReport {
    /// Microsoft's complaints have no feedback part, but write the complainer into the header section of the letter.
    static let complainerField: StaticString = "X-HmXmrOriginalRecipient"

    /// Who complains, where the report says it: many providers hide it.
    static func recipients(_ fields: ReportFields, type: String) -> [DeliveryReport.Recipient] {
        var addresses: [String] = []
        for body in fields.all("original-rcpt-to") + fields.all("removal-recipient") {
            guard let address = ReportAddress.addrSpec(body), !addresses.contains(address) else { continue }
            addresses.append(address)
            if addresses.count == DeliveryReport.maximumRecipients { break }
        }
        return addresses.map {
            DeliveryReport.Recipient(address: $0, originalAddress: $0, action: .delivered, status: "", diagnostic: type)
        }
    }
}
