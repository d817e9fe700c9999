// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import Office
package import OfficeCalendar
import Storage

extension OfficeStore {
    /// The substitutes added by verb, in the order they were added.
    package func substitutes() async throws -> [Substitute] {
        try await storage.read { sql in try Self.substitutes(sql).map(\.substitute) }
    }

    /// Adds a substitute after `check` has looked at those there are, inside the transaction.
    package func addSubstitute(
        _ new: Substitute, actor: Actor, at instant: Date, check: @Sendable ([Substitute]) throws -> Void
    ) async throws {
        try await write("store.addSubstitute") { sql in
            try check(try Self.substitutes(sql).map(\.substitute))
            try sql.run(
                """
                INSERT INTO substitute (absent, acting, first_day, last_day, basis, reason, added_by)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                [
                    .text(new.absent.rawValue), .text(new.acting.rawValue), .text(new.days.lowerBound.description),
                    .text(new.days.upperBound.description), .text(new.basis), .text(new.reason?.rawValue), .text(actor.rawValue),
                ])
            var log = try EventLog(sql, at: instant, actor: actor)
            try log.append("substitute.added", card: nil, Self.details(new))
        }
    }

    /// Ends a substitute added by verb early; one that had not begun is withdrawn. Both stay on record.
    /// - Throws: `OfficeRefusal.notSubstituted` when no such substitute is there.
    package func endSubstitute(for person: PersonID, lastDay: CivilDate, actor: Actor, at instant: Date) async throws
        -> Substitute
    {
        try await write("store.endSubstitute") { sql in
            let following = lastDay.adding(days: 1)
            let found = try Self.substitutes(sql).first { row in
                row.substitute.absent == person
                    && (row.substitute.days.contains(following) || row.substitute.days.lowerBound > lastDay)
            }
            guard let (id, old) = found else { throw OfficeRefusal.notSubstituted(person) }
            if old.days.lowerBound > lastDay {
                try sql.run("UPDATE substitute SET is_withdrawn = 1 WHERE id = $1", [.integer(id)])
            } else {
                try sql.run("UPDATE substitute SET last_day = $1 WHERE id = $2", [.text(lastDay.description), .integer(id)])
            }
            var log = try EventLog(sql, at: instant, actor: actor)
            try log.append("substitute.ended", card: nil, Self.details(old))
            return old
        }
    }

    private static func substitutes(_ sql: any SQL) throws -> [(id: Int64, substitute: Substitute)] {
        try sql.all(
            "SELECT id, absent, acting, first_day, last_day, basis, reason FROM substitute WHERE is_withdrawn = 0 ORDER BY id"
        ).map { row in
            guard let first = CivilDate(try row.text(3)), let last = CivilDate(try row.text(4)), first <= last else {
                throw StoreError.unreadableRow(table: "substitute", column: "first_day")
            }
            let reason: AbsenceReason? = row.isNull(6) ? nil : try row.choice(6, of: "substitute", "reason")
            let substitute = Substitute(
                absent: PersonID(rawValue: try row.text(1)), acting: PersonID(rawValue: try row.text(2)), days: first...last,
                basis: try row.text(5), reason: reason)
            return (try row.integer(0), substitute)
        }
    }

    private static func details(_ substitute: Substitute) -> [(key: String, value: String)] {
        [
            ("basis", substitute.basis), ("by", substitute.acting.rawValue), ("for", substitute.absent.rawValue),
            ("from", substitute.days.lowerBound.description), ("to", substitute.days.upperBound.description),
        ]
    }
}
