// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport
package import Office
import OfficeCalendar
import Storage

/// A file of a draft's version as the register has it.
package struct StoredDraftFile: Hashable, Sendable {
    package let draft: DraftID
    /// Counts the versions of the draft from 1.
    package let version: Int
    package let file: NewDraftFile
}

extension OfficeStore {
    /// Does acts on a card, all or none, each on the state the ones before it left: of two at once, the second sees the first.
    ///
    /// - Throws: `OfficeRefusal` and `TokenRefusal` for what a person must hear, and ``BrokenRecord``.
    package func perform(_ request: ActRequest, actor: Actor) async throws -> ActOutcome {
        try await write("store.perform") { sql in
            var desk = try ActDesk(sql, request, actor: actor)
            return try desk.perform()
        }
    }

    /// Opens the routes of cards nobody has acted on, all in one transaction, and asks their first reviewers.
    ///
    /// - Returns: how many were opened, and what `opening` threw for the others; those stay as they are.
    package func openRoutes(_ requests: [ActRequest]) async throws -> (opened: Int, refused: [(card: CardID, reason: any Error)])
    {
        try await write("store.openRoutes") { sql in
            var opened = 0
            var refused: [(card: CardID, reason: any Error)] = []
            for request in requests {
                guard try sql.first("SELECT 1 FROM card_opening WHERE card_id = $1", [.card(request.card)]) == nil else {
                    continue
                }
                guard let (card, sheet) = try Self.openingFacts(of: request.card, sql) else { continue }
                let opening: CardOpening
                do { opening = try request.opening(card, sheet) } catch {
                    refused.append((request.card, error))
                    continue
                }
                var made = request
                made.opening = { _, _ in opening }
                var desk = try ActDesk(sql, made, actor: .daemon)
                try desk.open()
                opened += 1
            }
            return (opened, refused)
        }
    }

    /// Makes the card of a document of our own and does the first acts on it.
    ///
    /// - Parameter card: as the register shows it; `digest` is that of the opening draft's text in the vault.
    package func begin(
        _ card: NewCard, digest: MessageDigest, _ request: @escaping @Sendable (CardID) -> ActRequest, actor: Actor,
        at instant: Date
    ) async throws -> ActOutcome {
        try await write("store.begin") { sql in
            let letter = LetterParticulars(digest: digest, receivedAt: instant, messageID: nil)
            let id = try CardWriter(sql: sql).insert(card, letter: letter, state: card.state, given: nil, explanation: nil)
            var log = try EventLog(sql, at: instant, actor: actor)
            try log.append("card.opened", card: id, [("state", card.state.rawValue)])
            var desk = try ActDesk(sql, request(id), actor: actor)
            return try desk.perform()
        }
    }

    /// What has been done with a card; nil for one nobody has acted on.
    package func life(of id: CardID) async throws -> CardLife? {
        try await storage.read { sql in try LifeReader(sql: sql).life(of: id) }
    }

    /// What a card is opened from: its row and its fact sheet.
    package func openingFacts(of id: CardID) async throws -> (card: Card, sheet: String?)? {
        try await storage.read { sql in try Self.openingFacts(of: id, sql) }
    }

    private static func openingFacts(of id: CardID, _ sql: any SQL) throws -> (card: Card, sheet: String?)? {
        guard let card = try card(id, sql) else { return nil }
        return (card, try sql.first("SELECT sheet FROM card_facts WHERE card_id = $1", [.card(id)])?.text(0))
    }

    /// The files of a draft, of every version, in order.
    package func draftFiles(of id: CardID, draft: DraftID) async throws -> [StoredDraftFile] {
        try await storage.read { sql in
            try sql.all(
                """
                SELECT version, name, media_type, digest, size FROM draft_file WHERE card_id = $1 AND draft = $2
                ORDER BY version, ordinal
                """, [.card(id), .integer(draft.rawValue)]
            ).map { row in
                StoredDraftFile(
                    draft: draft, version: Int(try row.integer(0)),
                    file: NewDraftFile(
                        name: try row.text(1), mediaType: try row.text(2), digest: try row.digest(3, of: "draft_file"),
                        size: Int(try row.integer(4))))
            }
        }
    }

    /// Registered letters that came since routes are laid and have none yet, whose attachments have been read: the oldest first.
    /// - Parameter last: only cards after this one, the last of the page before.
    package func unroutedCards(after last: CardID?, limit: Int) async throws -> [CardID] {
        try await storage.read { sql in
            let after = try sql.first("SELECT value FROM setting WHERE key = 'route.after'")?.text(0)
            return try sql.all(
                """
                SELECT c.id FROM card c WHERE c.stage IS NULL AND c.state = 'registered' AND c.id > $1 AND c.is_imported = 0
                    AND NOT EXISTS (SELECT 1 FROM document_reading r WHERE r.card_id = c.id) ORDER BY c.id LIMIT $2
                """, [.integer(max(after.flatMap { Int64($0) } ?? 0, last?.rawValue ?? 0)), .integer(limit)]
            ).map { CardID(rawValue: try $0.integer(0)) }
        }
    }

    /// Cards in a stage of their route, the first opened first.
    package func cards(in stages: [CardStage], limit: Int = .max) async throws -> [Card] {
        try await storage.read { sql in
            try stages.flatMap { stage in
                try sql.all(
                    "SELECT \(Card.columns) FROM card WHERE stage = $1 ORDER BY id LIMIT $2",
                    [.text(stage.rawValue), .integer(limit)]
                ).map(Card.init)
            }
        }
    }
}
