// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
import MailTransport
package import Office
import OfficeCalendar
import Storage

extension OfficeStore {
    /// Answers that wait for their decision, in the order of arrival.
    package func dueAnswers(limit: Int) async throws -> [DueAnswer] {
        try await storage.read { sql in
            try sql.all(
                """
                SELECT \(FiledLetter.columns.split(separator: ", ").map { "l.\($0)" }.joined(separator: ", ")), a.person
                FROM answer a JOIN letter l ON l.digest = a.digest WHERE a.is_due = 1 ORDER BY l.received_at, l.digest LIMIT $1
                """, [.integer(limit)]
            ).map { DueAnswer(letter: try FiledLetter($0), person: PersonID(rawValue: try $0.text(10))) }
        }
    }

    /// Ends an answer in one transaction with the letters about it and an event; does nothing when it was ended before.
    package func settle(_ answer: AnswerSettlement, at instant: Date) async throws {
        try await write("store.settle") { sql in
            let changed = try sql.first(
                """
                UPDATE answer SET is_due = 0, card_id = $1, subject = $2, version = $3, outcome = $4
                WHERE digest = $5 AND is_due = 1 RETURNING digest
                """,
                [
                    .card(answer.card), .text(answer.subject?.description), .text(answer.version?.rawValue),
                    .text(answer.outcome.rawValue), .digest(answer.letter),
                ])
            guard changed != nil else { return }
            var log = try EventLog(sql, at: instant, actor: Actor(rawValue: answer.person.rawValue))
            var details = answer.details
            details["letter"] = answer.letter.hex
            let event = try log.append("reply.\(answer.outcome.rawValue)", card: answer.card, details.sorted { $0.key < $1.key })
            _ = try NoticeWriter(sql, at: instant).enqueue(answer.notices, card: answer.card, given: nil, event: event, log: &log)
        }
    }

    /// How many answers of the person at one step ended so before.
    package func answerCount(
        _ outcome: AnswerOutcome, of person: PersonID, card: CardID, about subject: ActSubject, version: VersionDigest?
    ) async throws -> Int {
        try await storage.read { sql in
            let row = try sql.first(
                """
                SELECT count(*) FROM answer WHERE card_id = $1 AND person = $2 AND subject = $3 AND COALESCE(version, '') = $4
                    AND outcome = $5
                """,
                [
                    .card(card), .text(person.rawValue), .text(subject.description), .text(version?.rawValue ?? ""),
                    .text(outcome.rawValue),
                ])
            return Int(try row?.integer(0) ?? 0)
        }
    }

    /// The letter of ours that a reply names, if it was sent to that address.
    package func answeredRow(_ messageIDs: [String], sentTo address: String) async throws -> OutboxRow? {
        try await storage.read { sql in
            for messageID in messageIDs {
                guard let id = try MessageIDSearch(sql: sql).outboxRow(with: messageID) else { continue }
                let row = try sql.first("SELECT \(OutboxRow.columns) FROM outbox WHERE id = $1", [.integer(id)]).map(
                    OutboxRow.init)
                if let row, row.recipient.lowercased() == address.lowercased() { return row }
            }
            return nil
        }
    }
}
