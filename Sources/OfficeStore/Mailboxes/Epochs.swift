// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport
import Office
import Storage

extension OfficeStore {
    /// The epoch opened last, or `nil` for a mailbox never opened.
    package func epoch(of mailbox: String) async throws -> MailboxEpoch? {
        try await storage.read { sql in try Self.epoch(of: mailbox, sql) }
    }

    /// Begins an epoch. One that is known already becomes the latest again and keeps its baseline.
    package func openEpoch(
        mailbox: String, uidValidity: UIDValidity, baseline: UID?, at instant: Date
    ) async throws -> MailboxEpoch {
        try await write("store.openEpoch") { sql in
            if let latest = try Self.epoch(of: mailbox, sql), latest.uidValidity == uidValidity { return latest }
            try sql.run(
                """
                INSERT INTO mailbox_epoch (mailbox, uid_validity, baseline_uid, opened_at) VALUES ($1, $2, $3, $4)
                ON CONFLICT (mailbox, uid_validity) DO UPDATE SET opened_at = excluded.opened_at
                """,
                [.text(mailbox), .validity(uidValidity), .integer(baseline.map { Int64($0.rawValue) }), .instant(instant)])
            guard let epoch = try Self.epoch(of: mailbox, sql) else {
                throw StoreError.unreadableRow(table: "mailbox_epoch", column: "mailbox")
            }
            return epoch
        }
    }

    /// Those of `uids` that are not in the register, in their order.
    package func unknownUIDs(
        in mailbox: String, _ uidValidity: UIDValidity, among uids: [UID]
    ) async throws -> [UID] {
        guard let lowest = uids.min(), let highest = uids.max() else { return [] }
        return try await storage.read { sql in
            // Some thousand in a row are read as a range, a few far apart one by one.
            guard uids.count > 500 else {
                return try uids.filter { uid in
                    try sql.first(
                        "SELECT 1 FROM occurrence WHERE mailbox = $1 AND uid_validity = $2 AND uid = $3",
                        [.text(mailbox), .validity(uidValidity), .uid(uid)]) == nil
                }
            }
            let rows = try sql.all(
                "SELECT uid FROM occurrence WHERE mailbox = $1 AND uid_validity = $2 AND uid BETWEEN $3 AND $4",
                [.text(mailbox), .validity(uidValidity), .uid(lowest), .uid(highest)])
            let known = Set(try rows.map { try $0.integer(0) })
            return uids.filter { !known.contains(Int64($0.rawValue)) }
        }
    }

    /// Occurrences of the latest epoch that are filed while the mailbox has not been told, in ascending order of UID.
    package func filedButNotApplied(in mailbox: String, limit: Int = 1_000) async throws -> [FiledOccurrence] {
        try await storage.read { sql in
            guard let epoch = try Self.epoch(of: mailbox, sql) else { return [] }
            return try sql.all(
                """
                SELECT \(FiledOccurrence.columns) FROM occurrence
                WHERE mailbox = $1 AND uid_validity = $2 AND applied_at IS NULL ORDER BY uid LIMIT $3
                """,
                [.text(mailbox), .validity(epoch.uidValidity), .integer(limit)]
            ).map(FiledOccurrence.init)
        }
    }

    /// Records that the mailbox was told, or needs no telling.
    package func markApplied(_ occurrences: [Occurrence], at instant: Date) async throws {
        guard !occurrences.isEmpty else { return }
        try await write("store.markApplied") { sql in
            for occurrence in occurrences {
                try sql.run(
                    "UPDATE occurrence SET applied_at = $1 WHERE mailbox = $2 AND uid_validity = $3 AND uid = $4",
                    [
                        .instant(instant), .text(occurrence.mailbox), .validity(occurrence.uidValidity), .uid(occurrence.uid),
                    ])
            }
        }
    }

    /// Every place a letter was found in, the first place first.
    package func occurrences(of digest: MessageDigest) async throws -> [FiledOccurrence] {
        try await storage.read { sql in
            let first = try sql.all(
                """
                SELECT o.mailbox, o.uid_validity, o.uid, o.digest, o.fate, o.seen_at FROM letter l
                JOIN occurrence o ON o.mailbox = l.mailbox AND o.uid_validity = l.uid_validity AND o.uid = l.uid
                WHERE l.digest = $1
                """, [.digest(digest)])
            let further = try sql.all(
                """
                SELECT \(FiledOccurrence.columns) FROM occurrence WHERE digest = $1 AND fate = 'duplicate'
                ORDER BY seen_at, mailbox, uid_validity, uid
                """, [.digest(digest)])
            return try (first + further).map(FiledOccurrence.init)
        }
    }

    private static func epoch(of mailbox: String, _ sql: any SQL) throws -> MailboxEpoch? {
        let row = try sql.first(
            """
            SELECT e.mailbox, e.uid_validity, e.baseline_uid, e.opened_at, e.occurrence_count,
                (SELECT max(o.uid) FROM occurrence o WHERE o.mailbox = e.mailbox AND o.uid_validity = e.uid_validity)
            FROM mailbox_epoch e WHERE e.mailbox = $1 ORDER BY e.opened_at DESC, e.uid_validity DESC LIMIT 1
            """, [.text(mailbox)])
        guard let row else { return nil }
        guard let validity = UInt32(exactly: try row.integer(1)).flatMap(UIDValidity.init(rawValue:)) else {
            throw StoreError.unreadableRow(table: "mailbox_epoch", column: "uid_validity")
        }
        func uid(_ column: Int) throws -> UID? {
            try row.integerOrNil(column).flatMap { UInt32(exactly: $0) }.flatMap(UID.init(rawValue:))
        }
        return MailboxEpoch(
            mailbox: mailbox, uidValidity: validity, baseline: try uid(2),
            openedAt: try row.instant(3, of: "mailbox_epoch", "opened_at"), highestUID: try uid(5),
            knownCount: Int(try row.integer(4)))
    }
}

extension FiledOccurrence {
    static let columns = "mailbox, uid_validity, uid, digest, fate, seen_at"

    init(_ row: Row) throws {
        self.init(
            occurrence: try row.occurrence(0, of: "occurrence"), digest: try row.digest(3, of: "occurrence"),
            fate: try row.choice(4, of: "occurrence", "fate"), seenAt: try row.instant(5, of: "occurrence", "seen_at"))
    }
}
