// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
import Office
import OfficeCalendar
import Storage

/// What reports count of one card.
package struct ReportRow: Hashable, Sendable {
    package let card: Card
    /// Nil when the letter was not read.
    package let sheet: String?
    /// Codes of the classifier of appeals a person gave it.
    package let codes: Set<String>
    /// Whether a final answer has left the office.
    package let isAnswered: Bool
}

extension OfficeStore {
    /// The cards of letters received in a time, the first received first.
    package func reportRows(from start: Date, before end: Date) async throws -> [ReportRow] {
        try await storage.read { sql in
            try sql.all(
                """
                SELECT id, EXISTS (SELECT 1 FROM card_act a WHERE a.card_id = card.id AND a.kind = 'dispatched')
                    AND stage IN ('controlCheck', 'executed', 'closed') FROM card
                WHERE received_at >= $1 AND received_at < $2 ORDER BY received_at, id
                """, [.instant(start), .instant(end)]
            ).compactMap { row in
                let id = CardID(rawValue: try row.integer(0))
                guard let card = try Self.card(id, sql) else { return nil }
                let sheet = try sql.first("SELECT sheet FROM card_facts WHERE card_id = $1", [.card(id)])?.text(0)
                return ReportRow(
                    card: card, sheet: sheet, codes: try Self.appealCodes(of: id, sql), isAnswered: try row.flag(1))
            }
        }
    }

    /// Cards somebody has to do something about, the first due first, those without a term last.
    package func openCards() async throws -> [Card] {
        try await storage.read { sql in
            let after = try sql.first("SELECT value FROM setting WHERE key = 'route.after'")?.text(0)
            return try sql.all(
                """
                SELECT \(Card.columns) FROM card WHERE stage IN ('onResolution', 'inExecution', 'controlCheck')
                    OR (stage IS NULL AND state = 'registered' AND is_imported = 0 AND id > $1)
                ORDER BY controlled_due IS NULL, controlled_due, id
                """, [.integer(after.flatMap { Int64($0) } ?? 0)]
            ).map(Card.init)
        }
    }
}
