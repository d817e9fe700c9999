// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Office
import Storage

/// How many letters may leave now: of every kind, and of those that go out of the house by themselves.
package struct OutboxAllowance: Hashable, Sendable {
    /// Of every kind.
    package var letters: Int
    /// Of them, automatic letters to somebody outside the council.
    package var automatic: Int

    package init(letters: Int, automatic: Int = .max) {
        self.letters = letters
        self.automatic = automatic
    }

    package func atMost(_ count: Int) -> OutboxAllowance {
        OutboxAllowance(letters: min(letters, count), automatic: automatic)
    }

    package mutating func spend(letters count: Int, automatic: Int) {
        letters -= count
        self.automatic -= automatic
    }

    /// The due rows it has room for, the longest due first. What the breaker holds back keeps no other letter waiting.
    func due(at now: Date, _ sql: any SQL) throws -> [Int64] {
        guard letters > 0 else { return [] }
        guard automatic < letters else { return try Self.due("", limit: letters, at: now, sql).map(\.id) }
        let held = automatic > 0 ? try Self.due("AND \(Self.isAutomatic)", limit: automatic, at: now, sql) : []
        let others = try Self.due("AND NOT \(Self.isAutomatic)", limit: letters, at: now, sql)
        return (held + others).sorted { ($0.at, $0.id) < ($1.at, $1.id) }.prefix(letters).map(\.id)
    }

    /// The condition on a row of the outbox.
    static let isAutomatic =
        "kind IN (\(NoticeKind.allCases.filter(\.goesToSender).map { "'\($0.rawValue)'" }.joined(separator: ", ")))"

    private static func due(
        _ condition: String, limit: Int, at now: Date, _ sql: any SQL
    ) throws -> [(at: String, id: Int64)] {
        try sql.all(
            """
            SELECT next_attempt_at, id FROM outbox WHERE state = 'queued' AND next_attempt_at <= $1 \(condition)
            ORDER BY next_attempt_at, id LIMIT $2
            """, [.instant(now), .integer(limit)]
        ).map { (try $0.text(0), try $0.integer(1)) }
    }
}

extension OutboxRow {
    /// Whether it goes out of the house by itself.
    package var isAutomatic: Bool { NoticeKind(rawValue: kind)?.goesToSender ?? false }
}
