// SPDX-License-Identifier: Apache-2.0
import Crypto
import FoundationEssentials
import MailTransport
import Office
import Storage

/// The end of the event chain inside one transaction.
struct EventLog {
    static let columns = "seq, at, actor, verb, card_id, details, hash"
    /// What stands before the first event.
    static let origin = MessageDigest(0, 0, 0, 0)
    private let sql: any SQL
    private let at: String
    private let actor: Actor
    private var head: (sequence: Int64, hash: MessageDigest)

    init(_ sql: any SQL, at instant: Date, actor: Actor) throws {
        self.sql = sql
        self.actor = actor
        at = InstantText.text(instant)
        let last = try sql.first("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")
        head = try last.map { (try $0.integer(0), try $0.digest(1, of: "event")) } ?? (0, Self.origin)
    }

    /// Adds one event; answers its number. `details` in ascending order of keys.
    @discardableResult
    mutating func append(
        _ verb: String, card: CardID?, _ details: [(key: String, value: String)] = []
    ) throws -> Int64 {
        let sequence = head.sequence + 1
        let details = details.isEmpty ? "{}" : FlatJSON.text(pairs: details)
        let hash = Self.hash(
            sequence: sequence, at: at, actor: actor.rawValue, verb: verb, card: card?.rawValue, details: details,
            previous: head.hash)
        try sql.run(
            """
            INSERT INTO event (seq, at, actor, verb, card_id, details, previous_hash, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .integer(sequence), .text(at), .text(actor.rawValue), .text(verb), .card(card), .text(details),
                .digest(head.hash), .digest(hash),
            ])
        head = (sequence, hash)
        return sequence
    }

    /// SHA-256 over the canonical text: the hash before in hexadecimal, then each field as its length in octets, a colon and the
    /// field, each part ended by a line feed. A missing card is the field `-`.
    static func hash(
        sequence: Int64, at: String, actor: String, verb: String, card: Int64?, details: String, previous: MessageDigest
    ) -> MessageDigest {
        var text: [UInt8] = []
        text.reserveCapacity(200 + details.utf8.count)
        text.append(contentsOf: previous.hex.utf8)
        text.append(UInt8(ascii: "\n"))
        for field in [String(sequence), at, actor, verb, card.map { String($0) } ?? "-", details] {
            text.append(contentsOf: String(field.utf8.count).utf8)
            text.append(UInt8(ascii: ":"))
            text.append(contentsOf: field.utf8)
            text.append(UInt8(ascii: "\n"))
        }
        return MessageDigest(bytes: SHA256.hash(data: text)) ?? origin
    }

    static func event(_ row: Row) throws -> Event {
        Event(
            sequence: try row.integer(0), at: try row.instant(1, of: "event", "at"), actor: Actor(rawValue: try row.text(2)),
            verb: try row.text(3), card: try row.cardOrNil(4), details: try row.text(5), hash: try row.digest(6, of: "event"))
    }
}
