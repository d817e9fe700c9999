// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport
package import Office
import Storage

/// A letter as the register knows it.
package struct FiledLetter: Hashable, Sendable {
    package let digest: MessageDigest
    /// Octets.
    package let size: Int
    package let receivedAt: Date
    package let messageID: String?
    package let fate: LetterFate
    package let reason: String?
    package let card: CardID?
    /// Where it was found first.
    package let occurrence: Occurrence

    static let columns = "digest, size, received_at, message_id, fate, reason, card_id, mailbox, uid_validity, uid"

    init(_ row: Row) throws {
        digest = try row.digest(0, of: "letter")
        size = Int(try row.integer(1))
        receivedAt = try row.instant(2, of: "letter", "received_at")
        messageID = try row.textOrNil(3)
        fate = try row.choice(4, of: "letter", "fate")
        reason = try row.textOrNil(5)
        card = try row.cardOrNil(6)
        occurrence = try row.occurrence(7, of: "letter")
    }
}

extension OfficeStore {
    /// Files letters, in order, all in one transaction: letter, card, number, attachments, notices, events; reading marks go.
    ///
    /// A letter filed before from the same place is left alone; the same octets from another place become a duplicate.
    /// - Returns: one outcome for each letter, in their order.
    package func file(
        _ batch: [LetterFiling], at now: Date, actor: Actor = .daemon
    ) async throws -> [FilingOutcome] {
        try await write("store.file") { sql in
            var desk = try FilingDesk(sql, at: now, actor: actor)
            let outcomes = try batch.map { try desk.file($0) }
            try desk.finish()
            return outcomes
        }
    }

    /// One letter, or `nil` when it was never filed.
    package func letter(_ digest: MessageDigest) async throws -> FiledLetter? {
        try await storage.read { sql in
            try sql.first("SELECT \(FiledLetter.columns) FROM letter WHERE digest = $1", [.digest(digest)]).map(FiledLetter.init)
        }
    }

    /// Which of these letters were filed before: they need no reading, only filing as duplicates.
    package func knownLetters(among digests: [MessageDigest]) async throws -> Set<MessageDigest> {
        try await storage.read { sql in
            var known: Set<MessageDigest> = []
            for digest in digests where try sql.first("SELECT 1 FROM letter WHERE digest = $1", [.digest(digest)]) != nil {
                known.insert(digest)
            }
            return known
        }
    }

    /// A page of all letters in ascending order of digest, as `Vault.forEachDigest` gives them.
    package func letters(after digest: MessageDigest?, limit: Int) async throws -> [FiledLetter] {
        try await storage.read { sql in
            try sql.all(
                "SELECT \(FiledLetter.columns) FROM letter WHERE digest > $1 ORDER BY digest LIMIT $2",
                [digest.map { .digest($0) } ?? .octets([]), .integer(limit)]
            ).map(FiledLetter.init)
        }
    }
}
