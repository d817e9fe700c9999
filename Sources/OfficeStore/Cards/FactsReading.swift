// SPDX-License-Identifier: Apache-2.0
package import Office
import OfficeCalendar
import Storage

extension OfficeStore {
    /// The fact sheet of a card as JSON text; nil when its letter was not read.
    package func factSheet(of id: CardID) async throws -> String? {
        try await storage.read { sql in
            try sql.first("SELECT sheet FROM card_facts WHERE card_id = $1", [.card(id)])?.text(0)
        }
    }

    /// What a card belongs to: the same letter by another way, our documents it names.
    package func relations(of id: CardID) async throws -> [CardRelation] {
        try await storage.read { sql in
            try sql.all(
                "SELECT relation, other_card_id, number, date FROM card_relation WHERE card_id = $1 ORDER BY ordinal", [.card(id)]
            ).map { row in
                CardRelation(
                    relation: try row.choice(0, of: "card_relation", "relation"), card: try row.cardOrNil(1),
                    number: try row.text(2), date: try row.textOrNil(3).flatMap { CivilDate($0) })
            }
        }
    }

    /// The cards that belong to a card: copies of its letter, answers to it.
    package func cards(relatedTo id: CardID) async throws -> [(card: CardID, relation: CardRelation.Relation)] {
        try await storage.read { sql in
            try sql.all("SELECT card_id, relation FROM card_relation WHERE other_card_id = $1 ORDER BY card_id", [.card(id)]).map
            {
                (CardID(rawValue: try $0.integer(0)), try $0.choice(1, of: "card_relation", "relation"))
            }
        }
    }

    /// The documents found in the attachments of a card.
    package func documents(of id: CardID) async throws -> [NewDocument] {
        try await storage.read { sql in
            try sql.all(
                """
                SELECT attachment, path, media_type, outcome, reason, body_text, signatures FROM document WHERE card_id = $1
                ORDER BY ordinal
                """, [.card(id)]
            ).map { row in
                NewDocument(
                    attachment: Int(try row.integer(0)), path: try row.text(1), mediaType: try row.text(2),
                    outcome: try row.text(3),
                    reason: try row.textOrNil(4), text: try row.text(5), signatures: try row.text(6))
            }
        }
    }
}
