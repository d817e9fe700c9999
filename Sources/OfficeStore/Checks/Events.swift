// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
import MailTransport
package import Office
import Storage

extension OfficeStore {
    /// Writes an event that goes with no other act, such as a start or a changed configuration.
    package func record(
        _ verb: String, card: CardID?, details: [String: String], actor: Actor, at instant: Date
    ) async throws {
        try await write("store.record") { sql in
            var log = try EventLog(sql, at: instant, actor: actor)
            try log.append(verb, card: card, details.sorted { $0.key < $1.key })
        }
    }

    /// The history of a card, the first event first.
    package func events(of card: CardID) async throws -> [Event] {
        try await storage.read { sql in
            try sql.all("SELECT \(EventLog.columns) FROM event WHERE card_id = $1 ORDER BY seq", [.card(card)]).map(
                EventLog.event)
        }
    }

    /// A page of the whole log.
    package func events(after sequence: Int64, limit: Int) async throws -> [Event] {
        try await storage.read { sql in
            try sql.all(
                "SELECT \(EventLog.columns) FROM event WHERE seq > $1 ORDER BY seq LIMIT $2",
                [.integer(sequence), .integer(limit)]
            ).map(EventLog.event)
        }
    }

    /// Recomputes the whole chain.
    ///
    /// - Returns: the number of the first event that does not fit: changed, missing, or put in; `nil` when all fit. What was cut
    ///   off the end shows only against a head kept elsewhere.
    package func verifyEvents() async throws -> Int64? {
        var head: (sequence: Int64, hash: MessageDigest) = (0, EventLog.origin)
        while true {
            // A page at a time, so that the daemon's writes come between.
            let (from, known) = (head.sequence, head.hash)
            let page = try await storage.read { sql in try Self.verifyPage(after: from, hash: known, sql) }
            if let broken = page.broken { return broken }
            guard page.sequence > head.sequence else { return nil }
            head = (page.sequence, page.hash)
        }
    }

    private struct VerifiedPage: Sendable {
        var sequence: Int64
        var hash: MessageDigest
        var broken: Int64?
    }

    private static func verifyPage(after sequence: Int64, hash: MessageDigest, _ sql: any SQL) throws -> VerifiedPage {
        var page = VerifiedPage(sequence: sequence, hash: hash, broken: nil)
        let rows = try sql.all(
            """
            SELECT seq, at, actor, verb, card_id, details, previous_hash, hash FROM event WHERE seq > $1 ORDER BY seq LIMIT 5000
            """, [.integer(sequence)])
        for row in rows {
            let number = try row.integer(0)
            let expected = EventLog.hash(
                sequence: page.sequence + 1, at: try row.text(1), actor: try row.text(2), verb: try row.text(3),
                card: try row.integerOrNil(4), details: try row.text(5), previous: page.hash)
            guard number == page.sequence + 1, try row.octets(6) == page.hash.bytes, try row.octets(7) == expected.bytes else {
                page.broken = page.sequence + 1
                return page
            }
            page.sequence = number
            page.hash = expected
        }
        return page
    }
}
