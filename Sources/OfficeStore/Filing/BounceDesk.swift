// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import Office
import Storage

/// Finds the outgoing letters a report speaks of and records what it says, inside one transaction.
struct BounceDesk {
    let sql: any SQL

    /// How far back a report without any identifier may reach.
    static let recipientWindow: TimeInterval = 5 * 86_400

    /// - Returns: the rows the report speaks of.
    func record(
        _ report: BounceReport, letter: MessageDigest, at now: String, log: inout EventLog
    ) throws -> [OutboxID] {
        let named = try rowNamed(by: report)
        var matched: Set<OutboxID> = []
        for (index, recipient) in report.recipients.enumerated() {
            let row = try named ?? soleRecentRow(to: recipient.address, before: now)
            try sql.run(
                """
                INSERT INTO bounce (digest, ordinal, outbox_id, recipient, action, status, diagnostic)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                [
                    .digest(letter), .integer(index + 1), .integer(row?.rawValue), .text(recipient.address),
                    .text(recipient.action), .text(recipient.status), .text(recipient.diagnostic),
                ])
            guard let row else { continue }
            matched.insert(row)
            // Only the Message-ID proves that the reporter has seen our letter; an address alone is anybody's guess.
            if named != nil, recipient.action == "failed" { try markFailed(row, recipient, letter, log: &log) }
        }
        if report.recipients.isEmpty, let named { matched.insert(named) }
        try log.append("letter.bounced", card: nil, [("letter", letter.hex), ("matched", String(matched.count))])
        return matched.sorted()
    }

    private func markFailed(
        _ row: OutboxID, _ recipient: BounceReport.Recipient, _ letter: MessageDigest, log: inout EventLog
    ) throws {
        let changed = try sql.first(
            """
            UPDATE outbox SET state = 'failed', last_reply = $1, enhanced_status = $2 WHERE id = $3
                AND state IN ('sent', 'sending', 'held') RETURNING card_id
            """,
            [.text(recipient.diagnostic), .text(recipient.status), .integer(row.rawValue)])
        guard let changed else { return }
        try DeliveryDesk(sql: sql).markDue(row)
        try log.append(
            "notice.bounced", card: try changed.cardOrNil(0),
            [("letter", letter.hex), ("outbox", row.description), ("status", recipient.status)])
    }

    private func rowNamed(by report: BounceReport) throws -> OutboxID? {
        var candidates: [String] = []
        for identifier in [report.messageID, report.envelopeIdentifier].compactMap({ $0 }) where !identifier.isEmpty {
            candidates.append(identifier)
            if !identifier.hasPrefix("<") { candidates.append("<\(identifier)>") }
        }
        for candidate in candidates {
            if let row = try MessageIDSearch(sql: sql).outboxRow(with: candidate) { return OutboxID(rawValue: row) }
        }
        return nil
    }

    private func soleRecentRow(to address: String, before now: String) throws -> OutboxID? {
        guard !address.isEmpty, let instant = InstantText.instant(now) else { return nil }
        let rows = try sql.all(
            "SELECT id FROM outbox WHERE sent_at >= $1 AND recipient = $2 LIMIT 2",
            [.instant(instant.addingTimeInterval(-Self.recipientWindow)), .text(address)])
        guard rows.count == 1 else { return nil }
        return OutboxID(rawValue: try rows[0].integer(0))
    }
}
