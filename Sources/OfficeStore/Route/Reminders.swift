// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
import Office
package import OfficeCalendar
import Storage

/// A reminder that is due.
package struct DueReminder: Hashable, Sendable {
    package let card: Card
    /// The date it is about.
    package let due: CivilDate
    /// When it was to go, on the council's wall; earlier ones a stop left out are in it.
    package let at: WallTime
}

extension OfficeStore {
    /// Reminders due at a moment on the council's wall, the longest due first.
    package func dueReminders(at moment: WallTime, limit: Int) async throws -> [DueReminder] {
        try await storage.read { sql in
            try sql.all(
                """
                SELECT card_id, due, next_at FROM reminder WHERE next_at <= $1 ORDER BY next_at, card_id LIMIT $2
                """, [.text(moment.description), .integer(limit)]
            ).compactMap { row in
                guard let card = try Self.card(CardID(rawValue: try row.integer(0)), sql) else { return nil }
                guard let due = CivilDate(try row.text(1)), let at = try? WallTime(plain: .text(try row.text(2))) else {
                    throw StoreError.unreadableRow(table: "reminder", column: "next_at")
                }
                return DueReminder(card: card, due: due, at: at)
            }
        }
    }

    /// When the next reminder is due, on the council's wall; nil when nothing is reminded of.
    package func nextReminder() async throws -> WallTime? {
        try await storage.read { sql in
            try sql.first("SELECT next_at FROM reminder ORDER BY next_at, card_id LIMIT 1").flatMap {
                try? WallTime(plain: .text(try $0.text(0)))
            }
        }
    }

    /// Puts the letters of a reminder in the outbox and sets the next one; nothing when it has gone or changed meanwhile.
    package func remind(
        _ reminder: DueReminder, next: WallTime, notices: [NewNotice], at instant: Date
    ) async throws -> [OutboxID] {
        try await write("store.remind") { sql in
            let moved = try sql.first(
                "UPDATE reminder SET next_at = $1 WHERE card_id = $2 AND due = $3 AND next_at = $4 RETURNING card_id",
                [
                    .text(next.description), .card(reminder.card.id), .text(reminder.due.description),
                    .text(reminder.at.description),
                ])
            guard moved != nil else { return [] }
            var log = try EventLog(sql, at: instant, actor: .daemon)
            let event = try log.append(
                "card.reminded", card: reminder.card.id, [("due", reminder.due.description), ("next", next.description)])
            return try NoticeWriter(sql, at: instant).enqueue(
                notices, card: reminder.card.id, given: nil, event: event, log: &log
            ).rows
        }
    }
}
