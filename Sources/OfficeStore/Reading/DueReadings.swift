// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
package import Office
import Storage

extension OfficeStore {
    /// Cards whose attachments wait to be read, those first that were begun least often, then the oldest.
    package func dueReadings(limit: Int) async throws -> [DueReading] {
        try await storage.read { sql in
            try sql.all(
                """
                SELECT r.card_id, c.digest, l.size, c.received_at, r.attempts, r.awaits_registration, c.is_imported, l.mailbox,
                    l.uid_validity, l.uid FROM document_reading r
                JOIN card c ON c.id = r.card_id JOIN letter l ON l.digest = c.digest ORDER BY r.attempts, r.card_id LIMIT $1
                """, [.integer(limit)]
            ).map { row in
                DueReading(
                    card: CardID(rawValue: try row.integer(0)), letter: try row.digest(1, of: "card"),
                    size: Int(try row.integer(2)), receivedAt: try row.instant(3, of: "card", "received_at"),
                    occurrence: try row.occurrence(7, of: "letter"), isImported: try row.flag(6),
                    attempts: Int(try row.integer(4)), awaitsRegistration: try row.flag(5))
            }
        }
    }

    /// How many cards wait for their attachments to be read.
    package func dueReadingCount() async throws -> Int {
        try await storage.read { sql in Int(try sql.first("SELECT count(*) FROM document_reading")?.integer(0) ?? 0) }
    }

    /// Whether the attachments of a card still wait to be read.
    package func awaitsDocumentReading(_ card: CardID) async throws -> Bool {
        try await storage.read { sql in
            try sql.first("SELECT 1 FROM document_reading WHERE card_id = $1", [.card(card)]) != nil
        }
    }

    /// Records, durably, that these are about to be read: what takes the process down is known by its attempts.
    package func beginDocumentReadings(_ cards: [CardID]) async throws {
        guard !cards.isEmpty else { return }
        try await write("store.beginDocumentReadings") { sql in
            for card in cards {
                try sql.run("UPDATE document_reading SET attempts = attempts + 1 WHERE card_id = $1", [.card(card)])
            }
        }
    }

    /// Has the attachments of a card read again, with the version that runs now.
    package func requestDocumentReading(of card: CardID) async throws {
        try await write("store.requestDocumentReading") { sql in
            try sql.run(
                """
                INSERT INTO document_reading (card_id, attempts, due_at, awaits_registration)
                SELECT id, 0, received_at, 0 FROM card WHERE id = $1
                ON CONFLICT (card_id) DO UPDATE SET attempts = 0
                """, [.card(card)])
        }
    }
}
