// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import Office
import OfficeCalendar
import Storage

/// What of a letter is on its card whatever the reading finds.
struct LetterParticulars {
    let digest: MessageDigest
    let receivedAt: Date
    let messageID: String?
}

/// Writes cards, their texts, attachments and links inside one transaction.
struct CardWriter {
    let sql: any SQL

    /// - Parameter kin: what ``FactsWriter/kin(of:besides:)`` said of the facts just now; nil where nobody has asked.
    func insert(
        _ card: NewCard, letter: LetterParticulars, kin: LetterKin? = nil, state: CardState, given: GivenNumber?,
        explanation: String?
    ) throws -> CardID {
        let row = try sql.first(
            """
            INSERT INTO card (digest, state, journal, journal_year, number, registration_index, registered_on, received_at, kind,
                subject, sender_name, sender_address, recipient_address, letter_date, message_id, trust, is_imported, language,
                explanation, deadline)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) RETURNING id
            """,
            [
                .digest(letter.digest), .text(state.rawValue), .text(given?.request.journal.rawValue),
                .integer(given?.request.year), .integer(given?.number), .text(given?.index),
                .text(given?.request.registeredOn.description), .instant(letter.receivedAt), .text(card.kind),
                .text(card.subject), .text(card.senderName), .text(card.senderAddress), .text(card.recipientAddress),
                .instant(card.letterDate), .text(letter.messageID), .integer(card.trust.rawValue), .flag(card.isImported),
                .text(card.language), .text(explanation), .text(card.facts?.deadline),
            ])
        guard let row else { throw StoreError.unreadableRow(table: "card", column: "id") }
        let id = CardID(rawValue: try row.integer(0))
        if let facts = card.facts {
            let writer = FactsWriter(sql)
            try writer.writeFirst(facts, of: id, kin: try kin ?? writer.kin(of: facts, besides: id))
        }
        try insertContent(of: card, id, letter.receivedAt, awaitsRegistration: state == .preReview)
        if let given { try FactsWriter(sql).writeOwnNumber(given, of: id) }
        return id
    }

    /// Puts a new reading in the place of an old one.
    func replace(_ id: CardID, with card: NewCard, state: CardState, given: GivenNumber?, at now: Date) throws {
        for table in ["card_text", "attachment", "message_link", "card_relation", "document_reading", "document"] {
            try sql.run("DELETE FROM \(table) WHERE card_id = $1", [.card(id)])
        }
        try sql.run(
            """
            UPDATE card SET state = $1, journal = $2, journal_year = $3, number = $4, registration_index = $5, registered_on = $6,
                kind = $7, subject = $8, sender_name = $9, sender_address = $10, recipient_address = $11, letter_date = $12,
                trust = $13, is_imported = $14, language = $15, explanation = NULL, deadline = $16
            WHERE id = $17
            """,
            [
                .text(state.rawValue), .text(given?.request.journal.rawValue), .integer(given?.request.year),
                .integer(given?.number), .text(given?.index), .text(given?.request.registeredOn.description), .text(card.kind),
                .text(card.subject), .text(card.senderName), .text(card.senderAddress), .text(card.recipientAddress),
                .instant(card.letterDate), .integer(card.trust.rawValue), .flag(card.isImported), .text(card.language),
                .text(card.facts?.deadline), .card(id),
            ])
        if let facts = card.facts {
            let writer = FactsWriter(sql)
            try writer.write(facts, of: id, kin: try writer.kin(of: facts, besides: id))
        }
        try insertContent(of: card, id, now, awaitsRegistration: state == .preReview)
        if let given { try FactsWriter(sql).writeOwnNumber(given, of: id) }
    }

    private func insertContent(of card: NewCard, _ id: CardID, _ dueAt: Date, awaitsRegistration: Bool) throws {
        if card.documents != .none {
            try sql.run(
                "INSERT INTO document_reading (card_id, attempts, due_at, awaits_registration) VALUES ($1, 0, $2, $3)",
                [.card(id), .instant(dueAt), .flag(card.documents == .dueBeforeRegistration && awaitsRegistration)])
        }
        try sql.run(
            "INSERT INTO card_text (card_id, body_text, defects) VALUES ($1, $2, $3)",
            [.card(id), .text(card.bodyText), .text(card.defects)])
        for (index, file) in card.attachments.enumerated() {
            try sql.run(
                """
                INSERT INTO attachment (card_id, ordinal, name, declared_type, sniffed_type, size, digest, part_path, range_start,
                    range_end, transfer_encoding, charset)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                """,
                [
                    .card(id), .integer(index + 1), .text(file.name), .text(file.declaredType), .text(file.sniffedType),
                    .integer(file.size), .digest(file.digest), .text(file.partPath), .integer(file.range.lowerBound),
                    .integer(file.range.upperBound), .text(file.transferEncoding), .text(file.charset),
                ])
        }
        for (index, link) in card.links.enumerated() {
            try sql.run(
                "INSERT INTO message_link (card_id, ordinal, message_id, relation) VALUES ($1, $2, $3, $4)",
                [.card(id), .integer(index + 1), .text(link.messageID), .text(link.relation.rawValue)])
        }
    }
}

/// A number of a journal, taken for a card.
struct GivenNumber {
    let request: RegistrationRequest
    let number: Int
    let index: String

    init(_ request: RegistrationRequest, from counters: inout JournalCounters) throws {
        self.request = request
        number = try counters.next(request.journal, year: request.year)
        index = request.index(number)
    }

    /// The facts of the event `card.registered`.
    var details: [(key: String, value: String)] {
        [
            ("index", index), ("journal", request.journal.rawValue), ("number", String(number)),
            ("on", request.registeredOn.description), ("year", String(request.year)),
        ]
    }
}
