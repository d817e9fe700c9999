// SPDX-License-Identifier: Apache-2.0

/// The fields of `message/delivery-status` (RFC 3464 §2).
struct StatusNotification {
    private(set) var recipients: [DeliveryReport.Recipient] = []
    let originalMessageID: String?
    let envelopeIdentifier: String?
    let reportingMTA: String?

    /// Fields of one recipient while they are collected.
    private struct Draft {
        var final: String?
        var original: String?
        var action: String?
        var status: String?
        var diagnostic: String?

        var namesRecipient: Bool { final != nil || original != nil }
        var saysOutcome: Bool { action != nil || status != nil }
    }

    /// - Parameter failed: addresses of `X-Failed-Recipients`, for a server that names a file or a program instead.
    init(_ fields: ReportFields, failed: [String]) {
        envelopeIdentifier = fields.first("original-envelope-id").map(ReportAddress.withoutXtext)
        reportingMTA = fields.first("reporting-mta").flatMap(ReportAddress.name)
        // The last is of the returned letter, where a damaged delimiter lets it run into this part.
        let identifier =
            fields.first("x-original-message-id") ?? fields.first("original-message-id") ?? fields.first("message-id")
        originalMessageID = identifier.flatMap { MessageIdentifiers.read(Array($0.utf8)).first }
        var draft = Draft()
        for group in fields.groups {
            for field in group { note(field, in: &draft, failed: failed) }
            // Some servers put an empty line between the address and what became of it.
            if draft.namesRecipient, draft.saysOutcome { close(&draft, failed: failed) }
        }
        close(&draft, failed: failed)
    }

    private mutating func note(_ field: ReportField, in draft: inout Draft, failed: [String]) {
        switch field.name {
        case "final-recipient":
            if draft.final != nil { close(&draft, failed: failed) }
            draft.final = field.body
        case "original-recipient":
            if draft.original != nil { close(&draft, failed: failed) }
            draft.original = field.body
        case "action":
            if draft.action != nil { close(&draft, failed: failed) }
            draft.action = field.body
        case "status": draft.status = draft.status ?? field.body
        case "diagnostic-code": draft.diagnostic = draft.diagnostic ?? field.body
        default: break
        }
    }

    private mutating func close(_ draft: inout Draft, failed: [String]) {
        defer { draft = Draft() }
        guard draft.namesRecipient else { return }
        let original = draft.original.flatMap(ReportAddress.addrSpec)
        let substitute = original ?? (failed.count == 1 ? failed.first : nil)
        let address = draft.final.flatMap(ReportAddress.addrSpec) ?? substitute ?? draft.final.flatMap(ReportAddress.name)
        guard let address, recipients.count < DeliveryReport.maximumRecipients else { return }
        let diagnostic = draft.diagnostic ?? ""
        let status =
            draft.status.flatMap { EnhancedStatusCode.first(in: $0) } ?? EnhancedStatusCode.first(in: diagnostic) ?? ""
        recipients.append(
            DeliveryReport.Recipient(
                address: address, originalAddress: original, action: Self.action(draft.action, status: status),
                status: status, diagnostic: Self.withoutType(diagnostic)))
    }

    /// The action as written; servers that invent words (`expired`, `deliverable`) are understood by them or by the status.
    static func action(_ word: String?, status: String) -> DeliveryReport.Action {
        var key = word?.lowercased() ?? ""
        if let end = key.firstIndex(where: { !$0.isLetter }) { key = String(key[..<end]) }
        if let known = DeliveryReport.Action(rawValue: key) { return known }
        switch key {
        case "expired", "failure", "undeliverable", "rejected", "bounced": return .failed
        case "deliverable", "success", "displayed": return status.hasPrefix("5") ? .failed : .delivered
        case "delay", "deferred", "warning": return .delayed
        default: break
        }
        switch status.first {
        case "2": return .delivered
        case "4": return .delayed
        default: return .failed
        }
    }

    /// `smtp; 550 No such user` without `smtp;`.
    private static func withoutType(_ diagnostic: String) -> String {
        guard let semicolon = diagnostic.firstIndex(of: ";"),
            diagnostic[..<semicolon].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
        else { return diagnostic }
        return String(diagnostic[diagnostic.index(after: semicolon)...].drop { $0 == " " })
    }
}
