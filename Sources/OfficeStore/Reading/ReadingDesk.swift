// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import Office
import OfficeCalendar
import Storage

/// What filing the reading of a card's attachments did.
package enum ReadingOutcome: Hashable, Sendable {
    /// Somebody else had filed it, or the card was read again in between; nothing was done.
    case notDue
    case read
    /// The card waited for its number and has it now.
    case registered(index: String)
    /// The same letter is on an earlier card: this one is not registered.
    case duplicate(of: CardID)
}

extension OfficeStore {
    /// Files what was read in attachments, all in one transaction: documents, facts, the number of a card that waited for it, events.
    package func file(
        _ readings: [DocumentReading], at now: Date, actor: Actor = .daemon
    ) async throws -> [ReadingOutcome] {
        try await write("store.fileReadings") { sql in
            var desk = try ReadingDesk(sql, at: now, actor: actor)
            let outcomes = try readings.map { try desk.file($0) }
            try desk.finish()
            return outcomes
        }
    }
}

/// Files readings inside one transaction.
private struct ReadingDesk {
    private let sql: any SQL
    private let facts: FactsWriter
    private let notices: NoticeWriter
    private var log: EventLog
    private var counters: JournalCounters

    init(_ sql: any SQL, at now: Date, actor: Actor) throws {
        self.sql = sql
        facts = FactsWriter(sql)
        notices = NoticeWriter(sql, at: now)
        log = try EventLog(sql, at: now, actor: actor)
        counters = JournalCounters(sql)
    }

    mutating func file(_ reading: DocumentReading) throws -> ReadingOutcome {
        let due = try sql.first(
            "DELETE FROM document_reading WHERE card_id = $1 RETURNING awaits_registration", [.card(reading.card)])
        guard let due else { return .notDue }
        try writeDocuments(of: reading)
        if let kind = reading.kind { try sql.run("UPDATE card SET kind = $1 WHERE id = $2", [.text(kind), .card(reading.card)]) }
        if let subject = reading.subject {
            try sql.run("UPDATE card SET subject = $1 WHERE id = $2", [.text(subject), .card(reading.card)])
        }
        let kin = try facts.kin(of: reading.facts, besides: reading.card)
        if let found = reading.facts {
            try facts.write(found, of: reading.card, kin: kin)
            try sql.run("UPDATE card SET deadline = $1 WHERE id = $2", [.text(found.deadline), .card(reading.card)])
        }
        let event = try log.append(
            "card.read", card: reading.card,
            [("documents", String(reading.documents.count)), ("kind", reading.kind ?? "")])
        return try due.flag(0) ? try settle(reading, original: kin.original, event: event) : .read
    }

    func finish() throws { try counters.store() }

    /// Gives the card the number it waited for, unless the same letter came before or a person was quicker.
    private mutating func settle(_ reading: DocumentReading, original: CardID?, event: Int64) throws -> ReadingOutcome {
        guard try isInPreReview(reading.card) else { return .read }
        if let original {
            try sql.run(
                "UPDATE card SET state = 'notRegistered', explanation = $1 WHERE id = $2",
                [.text("the same letter is on card \(original)"), .card(reading.card)])
            try log.append("card.notRegistered", card: reading.card, [("original", original.description)])
            let told = try sql.first("SELECT 1 FROM card WHERE id = $1 AND registration_index IS NOT NULL", [.card(original)])
            let answers = told == nil ? [] : reading.notices.map { $0.told(as: .registered) }
            _ = try notices.enqueue(answers, card: original, given: nil, event: event, log: &log)
            return .duplicate(of: original)
        }
        guard let request = reading.registration else {
            _ = try notices.enqueue(reading.notices, card: reading.card, given: nil, event: event, log: &log)
            return .read
        }
        let given = try GivenNumber(request, from: &counters)
        try sql.run(
            """
            UPDATE card SET state = 'registered', journal = $1, journal_year = $2, number = $3, registration_index = $4,
                registered_on = $5 WHERE id = $6
            """,
            [
                .text(request.journal.rawValue), .integer(request.year), .integer(given.number), .text(given.index),
                .text(request.registeredOn.description), .card(reading.card),
            ])
        try facts.writeOwnNumber(given, of: reading.card)
        let registered = try log.append("card.registered", card: reading.card, given.details)
        _ = try notices.enqueue(reading.notices, card: reading.card, given: given, event: registered, log: &log)
        return .registered(index: given.index)
    }

    private func isInPreReview(_ card: CardID) throws -> Bool {
        try sql.first("SELECT 1 FROM card WHERE id = $1 AND state = 'preReview'", [.card(card)]) != nil
    }

    private func writeDocuments(of reading: DocumentReading) throws {
        try sql.run("DELETE FROM document WHERE card_id = $1", [.card(reading.card)])
        for (index, document) in reading.documents.enumerated() {
            try sql.run(
                """
                INSERT INTO document (card_id, ordinal, attachment, path, media_type, outcome, reason, body_text, signatures)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                [
                    .card(reading.card), .integer(index + 1), .integer(document.attachment), .text(document.path),
                    .text(document.mediaType), .text(document.outcome), .text(document.reason), .text(document.text),
                    .text(document.signatures),
                ])
        }
    }
}
