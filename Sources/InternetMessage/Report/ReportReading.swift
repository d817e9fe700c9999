// SPDX-License-Identifier: Apache-2.0

/// The way from a letter to the report in it: the standard kinds first, then words.
struct ReportReading {
    private let message: ParsedMessage
    private let parts: ReportParts
    private let sender: ReportSender

    init(_ message: ParsedMessage, header: LetterHeader, in octets: Span<UInt8>) {
        self.message = message
        parts = ReportParts(message)
        sender = ReportSender(message, header: header, enclosesMessage: parts.enclosesMessage, in: octets)
    }

    func report(in octets: Span<UInt8>) -> DeliveryReport? {
        // A person's program encloses reports too, but never writes `multipart/report` around them.
        if parts.reportType != nil || sender.trust != .none {
            if let part = parts.first("message/feedback-report") { return feedback(part, octets) }
            if let part = parts.first("message/disposition-notification") { return disposition(part, octets) }
            if let part = parts.first("message/delivery-status", "message/global-delivery-status") {
                return deliveryStatus(part, octets)
            }
        }
        return complaint(octets) ?? worded(octets)
    }

    private func fields(_ part: BodyPart, _ octets: Span<UInt8>) -> ReportFields {
        ReportFields(message.beginning(of: part, in: octets))
    }

    private func returnedID(_ octets: Span<UInt8>) -> String? {
        ReturnedLetter.messageID(parts, words: parts.words, message, in: octets)
    }

    private func text(_ octets: Span<UInt8>) -> BounceText {
        guard let part = parts.words else { return BounceText([]) }
        let words = message.beginning(of: part, in: octets)
        return BounceText(part.mediaType.subtype == "html" ? PlainFromHTML.text(words) : words)
    }

    private func deliveryStatus(_ part: BodyPart, _ octets: Span<UInt8>) -> DeliveryReport {
        let read = StatusNotification(fields(part, octets), failed: sender.failed)
        let text = text(octets)
        var recipients = read.recipients
        if recipients.isEmpty { recipients = plain(text, octets).recipients }
        let identifier = read.originalMessageID ?? returnedID(octets) ?? ReturnedLetter.messageID(text)
        return DeliveryReport(
            kind: .deliveryStatus, recipients: recipients, originalMessageID: identifier,
            envelopeIdentifier: read.envelopeIdentifier, reportingMTA: read.reportingMTA)
    }

    private func disposition(_ part: BodyPart, _ octets: Span<UInt8>) -> DeliveryReport {
        let fields = fields(part, octets)
        let notification = DispositionNotification(fields)
        return DeliveryReport(
            kind: .disposition, recipients: notification.recipients,
            originalMessageID: notification.originalMessageID ?? returnedID(octets),
            envelopeIdentifier: fields.first("original-envelope-id").map(ReportAddress.withoutXtext),
            reportingMTA: fields.first("mdn-gateway").flatMap(ReportAddress.name), disposition: notification.disposition)
    }

    private func feedback(_ part: BodyPart, _ octets: Span<UInt8>) -> DeliveryReport {
        let fields = fields(part, octets)
        let type = fields.first("feedback-type")?.lowercased() ?? ""
        return DeliveryReport(
            kind: .feedback, recipients: FeedbackReport.recipients(fields, type: type), originalMessageID: returnedID(octets),
            envelopeIdentifier: fields.first("original-envelope-id").map(ReportAddress.withoutXtext),
            reportingMTA: fields.first("reporting-mta").flatMap(ReportAddress.name), feedbackType: type)
    }

    /// Complaints that enclose the letter alone and name the complainer in its header section.
    private func complaint(_ octets: Span<UInt8>) -> DeliveryReport? {
        guard parts.own.count == 2, parts.own[1].mediaType.isMessage, let letter = parts.nested.first,
            let value = letter.header.text(of: FeedbackReport.complainerField, in: octets),
            let address = ReportAddress.addrSpec(value)
        else { return nil }
        let recipient = DeliveryReport.Recipient(address: address, action: .delivered, status: "", diagnostic: "abuse")
        return DeliveryReport(
            kind: .feedback, recipients: [recipient], originalMessageID: returnedID(octets), feedbackType: "abuse")
    }

    private func worded(_ octets: Span<UInt8>) -> DeliveryReport? {
        let isBrokenReport = parts.reportType == "delivery-status"
        guard sender.trust != .none || isBrokenReport else { return nil }
        let text = text(octets)
        let bounce = plain(text, octets)
        guard isBrokenReport || bounce.isBounce(enclosesMessage: parts.enclosesMessage) else { return nil }
        let fields = text.fields
        var recipients = bounce.recipients
        if recipients.isEmpty, let inner = parts.nested.first(where: { $0.mediaType.name == "message/delivery-status" }) {
            recipients = StatusNotification(self.fields(inner, octets), failed: []).recipients
        }
        if recipients.isEmpty { recipients = addressees(text, octets) }
        return DeliveryReport(
            kind: isBrokenReport ? .deliveryStatus : .unstructured, recipients: recipients,
            originalMessageID: returnedID(octets) ?? ReturnedLetter.messageID(text),
            envelopeIdentifier: fields?.first("original-envelope-id"),
            reportingMTA: fields?.first("reporting-mta").flatMap(ReportAddress.name))
    }

    private func plain(_ text: BounceText, _ octets: Span<UInt8>) -> PlainBounce {
        PlainBounce(text, sender: sender, subject: message.root.header.text(of: "Subject", in: octets) ?? "")
    }

    /// The only addressee of the returned letter, where the words name nobody.
    private func addressees(_ text: BounceText, _ octets: Span<UInt8>) -> [DeliveryReport.Recipient] {
        var addresses: [Address] = []
        if let letter = parts.nested.first { addresses = LetterHeader.addresses("To", letter.header, octets) }
        if addresses.isEmpty, !text.returned.isEmpty {
            let fields = ReportFields(Array(text.octets[text.returned]))
            addresses = fields.first("to").map { AddressList(fieldBody: Array($0.utf8)).addresses } ?? []
        }
        guard addresses.count == 1, let address = addresses[0].addrSpec, address.contains("@") else { return [] }
        return [DeliveryReport.Recipient(address: address, action: .failed, status: "", diagnostic: "")]
    }
}
