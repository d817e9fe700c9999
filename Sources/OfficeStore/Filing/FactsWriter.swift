// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import Storage

/// Writes what letters say, and finds what they belong to, inside one transaction.
struct FactsWriter {
    private let sql: any SQL
    private let relations: RelationDesk

    init(_ sql: any SQL) {
        self.sql = sql
        relations = RelationDesk(sql: sql)
    }

    /// The cards whose letters carry the number and date of this one.
    func kin(of facts: NewFacts?, besides id: CardID? = nil) throws -> LetterKin {
        guard let number = facts?.number else { return LetterKin(carriers: []) }
        return LetterKin(carriers: try relations.carriers(of: number, besides: id))
    }

    /// Writes the facts of a card that has none yet.
    func writeFirst(_ facts: NewFacts, of id: CardID, kin: LetterKin) throws {
        try sql.run("INSERT INTO card_facts (card_id, sheet) VALUES ($1, $2)", [.card(id), .text(facts.sheet)])
        try writeRelations(facts, of: id, kin: kin)
        try writeNumber(of: facts, id)
    }

    /// Writes the facts of a card in the place of those known before.
    func write(_ facts: NewFacts, of id: CardID, kin: LetterKin) throws {
        try sql.run(
            """
            INSERT INTO card_facts (card_id, sheet) VALUES ($1, $2) ON CONFLICT (card_id) DO UPDATE SET sheet = excluded.sheet
            """,
            [.card(id), .text(facts.sheet)])
        try writeRelations(facts, of: id, kin: kin)
        try sql.run("DELETE FROM document_number WHERE card_id = $1 AND owner = 'correspondent'", [.card(id)])
        try writeNumber(of: facts, id)
    }

    private func writeRelations(_ facts: NewFacts, of id: CardID, kin: LetterKin) throws {
        var found: [CardRelation] = []
        if let number = facts.number {
            for carrier in kin.carriers {
                found.append(
                    CardRelation(
                        relation: carrier.isSame ? .duplicate : .similar, card: carrier.card, number: number.written,
                        date: number.date))
            }
        }
        for answered in facts.answers {
            found.append(
                CardRelation(
                    relation: .answers, card: try relations.ours(answered), number: answered.written, date: answered.date))
        }
        if !found.isEmpty { try relations.record(found, of: id) }
    }

    private func writeNumber(of facts: NewFacts, _ id: CardID) throws {
        guard let number = facts.number else { return }
        try sql.run(
            """
            INSERT INTO document_number (date, key, owner, card_id, correspondent) VALUES ($1, $2, 'correspondent', $3, $4)
            """,
            [.text(number.date.description), .text(number.key), .card(id), .text(number.correspondent.description)])
    }

    /// Makes a card findable under a number the office gave it. The numbers of a document and of the letter that answers it may differ
    /// in nothing but strokes.
    func writeOwnNumber(_ given: GivenNumber, of id: CardID) throws {
        try sql.run(
            """
            INSERT INTO document_number (date, key, owner, card_id, correspondent) VALUES ($1, $2, 'office', $3, '')
            ON CONFLICT (date, key, owner, card_id) DO NOTHING
            """,
            [.text(given.request.registeredOn.description), .text(NumberKey.key(of: given.index)), .card(id)])
    }
}

/// Cards whose letters carry the same number and date, in the order of their filing.
struct LetterKin {
    let carriers: [(card: CardID, isSame: Bool)]

    /// The card of the same letter that came before by another way; nil when this is the first.
    var original: CardID? { carriers.first(where: \.isSame)?.card }
}
