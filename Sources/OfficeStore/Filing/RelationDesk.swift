// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import Storage

/// Finds the documents a letter belongs to, inside one transaction.
struct RelationDesk {
    let sql: any SQL

    /// The cards whose letters carry this number and date, in the order of their filing: the same letter, or another body's.
    func carriers(of number: CorrespondentNumber, besides id: CardID?) throws -> [(card: CardID, isSame: Bool)] {
        try sql.all(
            """
            SELECT n.card_id, n.correspondent FROM document_number n JOIN card c ON c.id = n.card_id
            WHERE n.date = $1 AND n.key = $2 AND n.owner = 'correspondent' AND c.state IN ('preReview', 'registered') ORDER BY n.card_id
            """,
            [.text(number.date.description), .text(number.key)]
        ).compactMap { row in
            let card = CardID(rawValue: try row.integer(0))
            guard card != id else { return nil }
            return (card, CorrespondentKey(description: try row.text(1)).isSame(as: number.correspondent))
        }
    }

    /// The card of a document of ours by its number: with the date where the letter has one, else the last under that very index.
    func ours(_ number: DocumentNumber) throws -> CardID? {
        if let date = number.date {
            let row = try sql.first(
                "SELECT card_id FROM document_number WHERE date = $1 AND key = $2 AND owner = 'office' ORDER BY card_id DESC LIMIT 1",
                [.text(date.description), .text(number.key)])
            if let row { return CardID(rawValue: try row.integer(0)) }
        }
        // A letter that came back to us names what we sent rather than what we received.
        let row =
            try sql.first(
                """
                SELECT card_id, registered_on FROM outgoing_letter WHERE registration_index = $1 ORDER BY registered_on DESC, card_id DESC
                LIMIT 1
                """, [.text(number.written)])
            ?? sql.first(
                "SELECT id, registered_on FROM card WHERE registration_index = $1 ORDER BY id DESC LIMIT 1",
                [.text(number.written)])
        guard let row else { return nil }
        let registeredOn = try row.textOrNil(1)
        guard number.date == nil || registeredOn == number.date?.description else { return nil }
        return CardID(rawValue: try row.integer(0))
    }

    /// Writes what a card belongs to, in the place of what was known before.
    func record(_ relations: [CardRelation], of id: CardID) throws {
        try sql.run("DELETE FROM card_relation WHERE card_id = $1", [.card(id)])
        for (index, relation) in relations.enumerated() {
            try sql.run(
                """
                INSERT INTO card_relation (card_id, ordinal, relation, other_card_id, number, date) VALUES ($1, $2, $3, $4, $5, $6)
                """,
                [
                    .card(id), .integer(index + 1), .text(relation.relation.rawValue), .card(relation.card),
                    .text(relation.number),
                    .text(relation.date?.description),
                ])
        }
    }
}
