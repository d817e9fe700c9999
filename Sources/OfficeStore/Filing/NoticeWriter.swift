// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Office
import OfficeCalendar
import Storage

/// Puts notices in the outbox inside one transaction.
struct NoticeWriter {
    let sql: any SQL
    let now: String

    init(_ sql: any SQL, at instant: Date) {
        self.sql = sql
        now = InstantText.text(instant)
    }

    /// Enqueues what the recipients' budgets allow; each notice held back becomes an event.
    ///
    /// - Returns: the new rows, and how many were held back.
    func enqueue(
        _ notices: [NewNotice], card: CardID?, given: GivenNumber?, event: Int64?, log: inout EventLog
    ) throws -> (rows: [OutboxID], withheld: Int) {
        var rows: [OutboxID] = []
        for notice in notices {
            if try isOverBudget(notice) {
                try log.append(
                    "notice.withheld", card: card, [("day", notice.budgetDay?.description ?? ""), ("kind", notice.kind)])
            } else {
                rows.append(try insert(notice, card: card, given: given, event: event))
            }
        }
        return (rows, notices.count - rows.count)
    }

    private func isOverBudget(_ notice: NewNotice) throws -> Bool {
        guard let day = notice.budgetDay else { return false }
        let row = try sql.first(
            "INSERT INTO notice_budget (day, address) VALUES ($1, $2) ON CONFLICT (day, address) DO NOTHING RETURNING day",
            [.text(day.description), .text(notice.recipient.lowercased())])
        return row == nil
    }

    private func insert(_ notice: NewNotice, card: CardID?, given: GivenNumber?, event: Int64?) throws -> OutboxID {
        var parameters = notice.parameters
        parameters["card"] = card?.description
        if let given {
            parameters["number"] = String(given.number)
            parameters["index"] = given.index
            parameters["registeredOn"] = given.request.registeredOn.description
        }
        let row = try sql.first(
            """
            INSERT INTO outbox (card_id, event_seq, kind, language, recipient, message_id, in_reply_to, parameters, state,
                next_attempt_at, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', $9, $10) RETURNING id
            """,
            [
                .card(card), .integer(event), .text(notice.kind), .text(notice.language), .text(notice.recipient),
                .text(notice.messageID), .text(notice.inReplyTo), .text(FlatJSON.text(parameters)), .text(now), .text(now),
            ])
        guard let row else { throw StoreError.unreadableRow(table: "outbox", column: "id") }
        return OutboxID(rawValue: try row.integer(0))
    }
}
