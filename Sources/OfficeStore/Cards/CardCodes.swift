// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import Office
import Storage

extension OfficeStore {
    /// The codes of the classifier of appeals a person gave a card.
    package func appealCodes(of id: CardID) async throws -> Set<String> {
        try await storage.read { sql in try Self.appealCodes(of: id, sql) }
    }

    /// Puts codes in the place of others, and says so in the event log; nothing when they stand there already.
    package func classify(
        _ id: CardID, as codes: [String], insteadOf former: [String], actor: Actor, at instant: Date
    ) async throws {
        try await write("store.classify") { sql in
            guard try Self.card(id, sql) != nil else { throw StoreError.unknownCard(id) }
            let present = try Self.appealCodes(of: id, sql)
            let removed = present.intersection(former).subtracting(codes).sorted()
            let added = Set(codes).subtracting(present).sorted()
            guard !(removed + added).isEmpty else { return }
            for code in removed {
                try sql.run("DELETE FROM appeal_code WHERE card_id = $1 AND code = $2", [.card(id), .text(code)])
            }
            for code in added {
                try sql.run("INSERT INTO appeal_code (card_id, code) VALUES ($1, $2)", [.card(id), .text(code)])
            }
            var log = try EventLog(sql, at: instant, actor: actor)
            try log.append(
                "card.classified", card: id,
                [("codes", added.joined(separator: " ")), ("removed", removed.joined(separator: " "))])
        }
    }

    static func appealCodes(of id: CardID, _ sql: any SQL) throws -> Set<String> {
        Set(try sql.all("SELECT code FROM appeal_code WHERE card_id = $1", [.card(id)]).map { try $0.text(0) })
    }
}
