// SPDX-License-Identifier: Apache-2.0
import Storage

/// Looks for Message-IDs through indexes that are cut into blocks of 4,096 rows, the newest block first.
struct MessageIDSearch {
    static let blockRows: Int64 = 4_096
    let sql: any SQL

    /// The cards whose letter has this Message-ID, in ascending order.
    func cards(with messageID: String) throws -> [Int64] {
        try search(
            "SELECT max(id) FROM card",
            "SELECT id FROM card WHERE id / 4096 = $1 AND message_id = $2 AND message_id IS NOT NULL", messageID, isOne: false)
    }

    /// The cards whose letter names this Message-ID, in ascending order.
    func cards(linkingTo messageID: String) throws -> [Int64] {
        try search(
            "SELECT max(card_id) FROM message_link",
            "SELECT DISTINCT card_id FROM message_link WHERE card_id / 4096 = $1 AND message_id = $2", messageID, isOne: false)
    }

    /// The row of the outbox with this Message-ID.
    func outboxRow(with messageID: String) throws -> Int64? {
        try search(
            "SELECT max(id) FROM outbox", "SELECT id FROM outbox WHERE id / 4096 = $1 AND message_id = $2", messageID, isOne: true
        ).first
    }

    private func search(_ newest: String, _ block: String, _ messageID: String, isOne: Bool) throws -> [Int64] {
        guard let last = try sql.first(newest)?.integerOrNil(0) else { return [] }
        var found: [Int64] = []
        for number in stride(from: last / Self.blockRows, through: 0, by: -1) {
            found += try sql.all(block, [.integer(number), .text(messageID)]).map { try $0.integer(0) }
            if isOne && !found.isEmpty { break }
        }
        return found.sorted()
    }
}
