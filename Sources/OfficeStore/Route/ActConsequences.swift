// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Office
import OfficeCalendar
import Storage

// What the card's row and the outbox show of it.
extension ActDesk {
    mutating func finish(_ effects: [Effect], act: Act?, following: [Deed], event: Int64) throws {
        self.effects += effects
        try writeColumns()
        try writeReminder()
        for case .voidRequests(let id) in effects { try TokenDesk(sql: sql).void(.draft(id), of: card.id, at: request.at) }
        let step = ActStep(card: card, sheet: sheet, life: life, act: act, effects: effects, following: following)
        let mail = try request.mail(step)
        let number = act?.deed.mark.flatMap { given[$0] }
        let isAccepted = if case .accepted = act?.deed { true } else { false }
        try enqueue(mail, given: isAccepted ? number : nil, event: event)
    }

    private func writeColumns() throws {
        let due = life.tasks.filter(\.isOpen).compactMap(\.due).min()
        // A term to the hour stays as the letter has it while its day stands.
        let deadline = due.map { day in card.deadline.flatMap { $0.hasPrefix(day.description) ? $0 : nil } ?? day.description }
        try sql.run(
            """
            UPDATE card SET stage = $1, state = $2, owner = $3, controlled_due = $4, deadline = COALESCE($5, deadline) WHERE id = $6
            """,
            [
                .text(life.stage.rawValue), .text(life.stage.cardState.rawValue), .text(life.owners.first?.rawValue),
                .text(life.controlledDue?.description), .text(deadline), .card(card.id),
            ])
    }

    private func writeReminder() throws {
        guard let due = life.controlledDue else {
            return try sql.run("DELETE FROM reminder WHERE card_id = $1", [.card(card.id)])
        }
        let known = try sql.first("SELECT due FROM reminder WHERE card_id = $1", [.card(card.id)])?.text(0)
        guard known != due.description else { return }
        try sql.run(
            """
            INSERT INTO reminder (card_id, due, next_at) VALUES ($1, $2, $3)
            ON CONFLICT (card_id) DO UPDATE SET due = excluded.due, next_at = excluded.next_at
            """, [.card(card.id), .text(due.description), .text(request.nextReminder(due).description)])
    }

    private mutating func enqueue(_ mail: ActMail, given: GivenNumber?, event: Int64) throws {
        let writer = NoticeWriter(sql, at: request.at)
        // The outbox takes one letter of a kind to an address for one event.
        var seen: Set<[String]> = []
        let notices = mail.notices.filter { seen.insert([$0.kind, $0.recipient.lowercased()]).inserted }
        self.mail += try writer.enqueue(notices, card: card.id, given: given, event: event, log: &log).rows
        for letter in mail.letters {
            let rows = try writer.enqueue([letter.notice], card: card.id, given: nil, event: nil, log: &log).rows
            for row in rows {
                try sql.run(
                    "INSERT INTO delivery (outbox_id, card_id, draft, addressee) VALUES ($1, $2, $3, $4)",
                    [.integer(row.rawValue), .card(card.id), .integer(letter.draft.rawValue), .integer(letter.addressee)])
            }
            self.mail += rows
        }
    }

    func outcome() throws -> ActOutcome {
        try counters.store()
        guard let card = try OfficeStore.card(card.id, sql) else { throw StoreError.unknownCard(card.id) }
        return ActOutcome(card: card, life: life, acts: acts, effects: effects, mail: mail)
    }
}
