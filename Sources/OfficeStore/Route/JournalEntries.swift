// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport
package import Office
package import OfficeCalendar
import Storage

/// One number of a journal.
package struct JournalEntry: Hashable, Sendable {
    package let number: Int
    package let index: String
    package let registeredOn: CivilDate
    package let card: CardID
    /// The outgoing letter of the card; nil for the document the card itself is.
    package let draft: DraftID?
    /// SHA-256 of the letter in the vault, or of the text a document of our own began with.
    package let letter: MessageDigest
    package let correspondent: String
    package let subject: String
    /// When the number was made void; it stays spent.
    package let cancelledAt: Date?
}

/// A closed day of a journal.
package struct ClosedDay: Hashable, Sendable {
    package let journal: JournalCode
    package let day: CivilDate
    /// SHA-256 of the closing before; zeros for the first.
    package let previous: MessageDigest
    /// SHA-256 of ``text``.
    package let digest: MessageDigest
    package let text: String
}

extension OfficeStore {
    /// The numbers of a journal given on days of a range, in their order.
    package func entries(of journal: JournalCode, on days: ClosedRange<CivilDate>) async throws -> [JournalEntry] {
        try await storage.read { sql in try Self.entries(of: journal, on: days, sql) }
    }

    /// Days of a journal with numbers, after one day and up to another, in order.
    package func numberedDays(
        of journal: JournalCode, after last: CivilDate?, through day: CivilDate
    ) async throws -> [CivilDate] {
        let after = SQLValue.text(last?.description ?? "")
        return try await storage.read { sql in
            try sql.all(
                """
                SELECT registered_on FROM card WHERE journal = $1 AND registered_on > $2 AND registered_on <= $3
                UNION SELECT registered_on FROM outgoing_letter WHERE journal = $4 AND registered_on > $5 AND registered_on <= $6
                ORDER BY registered_on
                """,
                [
                    .text(journal.rawValue), after, .text(day.description), .text(journal.rawValue), after,
                    .text(day.description),
                ]
            ).compactMap { CivilDate(try $0.text(0)) }
        }
    }

    /// Closes a day of a journal; closing it again changes nothing.
    ///
    /// - Parameter wording: the text of the closing, from its entries and the hash of the one before.
    /// - Returns: the closing as it is on record.
    package func close(
        _ journal: JournalCode, on day: CivilDate, actor: Actor, at instant: Date,
        wording: @Sendable ([JournalEntry], MessageDigest) -> (text: String, digest: MessageDigest)
    ) async throws -> ClosedDay {
        try await write("store.close") { sql in
            if let known = try Self.closings(of: journal, sql).last(where: { $0.day >= day }) { return known }
            let previous = try Self.closings(of: journal, sql).last?.digest ?? EventLog.origin
            let (text, digest) = wording(try Self.entries(of: journal, on: day...day, sql), previous)
            var log = try EventLog(sql, at: instant, actor: actor)
            let event = try log.append(
                "journal.closed", card: nil, [("day", day.description), ("digest", digest.hex), ("journal", journal.rawValue)])
            try sql.run(
                """
                INSERT INTO journal_closing (journal, day, previous, digest, text, event_seq) VALUES ($1, $2, $3, $4, $5, $6)
                """,
                [
                    .text(journal.rawValue), .text(day.description), .digest(previous), .digest(digest), .text(text),
                    .integer(event),
                ])
            return ClosedDay(journal: journal, day: day, previous: previous, digest: digest, text: text)
        }
    }

    /// The closings of a journal, the first day first.
    package func closings(of journal: JournalCode) async throws -> [ClosedDay] {
        try await storage.read { sql in try Self.closings(of: journal, sql) }
    }

    private static func closings(of journal: JournalCode, _ sql: any SQL) throws -> [ClosedDay] {
        try sql.all(
            "SELECT day, previous, digest, text FROM journal_closing WHERE journal = $1 ORDER BY day", [.text(journal.rawValue)]
        ).map { row in
            guard let day = CivilDate(try row.text(0)) else {
                throw StoreError.unreadableRow(table: "journal_closing", column: "day")
            }
            return ClosedDay(
                journal: journal, day: day, previous: try row.digest(1, of: "journal_closing"),
                digest: try row.digest(2, of: "journal_closing"), text: try row.text(3))
        }
    }

    private static func entries(of journal: JournalCode, on days: ClosedRange<CivilDate>, _ sql: any SQL) throws -> [JournalEntry]
    {
        let bounds = [SQLValue.text(journal.rawValue), .text(days.lowerBound.description), .text(days.upperBound.description)]
        // The number of a document of our own stands on its card as well; it is one entry.
        let rows = try sql.all(
            """
            SELECT c.number, c.registration_index, c.registered_on, c.id, c.digest, NULL, c.sender_name, c.subject,
                (SELECT min(a.at) FROM card_act a WHERE a.card_id = c.id AND a.kind = 'cancelled'), c.sender_address
            FROM card c WHERE c.journal = $1 AND c.registered_on >= $2 AND c.registered_on <= $3 AND NOT EXISTS
                (SELECT 1 FROM outgoing_letter o WHERE o.journal = c.journal AND o.journal_year = c.journal_year AND o.number = c.number)
            UNION ALL SELECT o.number, o.registration_index, o.registered_on, o.card_id, c.digest, o.draft, o.correspondent, o.subject,
                NULL, '' FROM outgoing_letter o JOIN card c ON c.id = o.card_id
            WHERE o.journal = $4 AND o.registered_on >= $5 AND o.registered_on <= $6 ORDER BY 3, 1
            """, bounds + bounds)
        return try rows.map { row in
            guard let day = CivilDate(try row.text(2)) else {
                throw StoreError.unreadableRow(table: "card", column: "registered_on")
            }
            let name = try row.text(6)
            return JournalEntry(
                number: Int(try row.integer(0)), index: try row.text(1), registeredOn: day,
                card: CardID(rawValue: try row.integer(3)),
                draft: try row.integerOrNil(5).map { DraftID(rawValue: Int($0)) }, letter: try row.digest(4, of: "card"),
                correspondent: name.isEmpty ? try row.text(9) : name, subject: try row.text(7),
                cancelledAt: try row.instantOrNil(8, of: "card_act", "at"))
        }
    }
}
