// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
package import MailTransport
package import Office
import OfficeCalendar
import Storage

extension OfficeStore {
    /// One card, or `nil` when there is none.
    package func card(_ id: CardID) async throws -> Card? {
        try await storage.read { sql in try Self.card(id, sql) }
    }

    /// The card of a letter, or `nil` when the letter became none.
    package func card(for digest: MessageDigest) async throws -> Card? {
        try await storage.read { sql in
            guard let id = try sql.first("SELECT card_id FROM letter WHERE digest = $1", [.digest(digest)])?.cardOrNil(0) else {
                return nil
            }
            return try Self.card(id, sql)
        }
    }

    /// The cards under a registration index; several when `year` is `nil` and the journal repeats its indexes each year.
    package func cards(registrationIndex: String, year: Int?) async throws -> [Card] {
        try await storage.read { sql in
            let cards = try sql.all(
                "SELECT \(Card.columns) FROM card WHERE registration_index = $1 ORDER BY id", [.text(registrationIndex)]
            ).map(Card.init)
            guard let year else { return cards }
            return cards.filter { $0.year == year }
        }
    }

    /// Cards, the last received first.
    package func cards(_ filter: CardFilter) async throws -> [Card] {
        var conditions: [String] = []
        var arguments: [SQLValue] = []
        func demand(_ condition: (String) -> String, _ value: SQLValue) {
            arguments.append(value)
            conditions.append(condition("$\(arguments.count)"))
        }
        if let journal = filter.journal { demand({ "journal = \($0)" }, .text(journal.rawValue)) }
        if let state = filter.state { demand({ "state = \($0)" }, .text(state.rawValue)) }
        if let since = filter.since { demand({ "received_at >= \($0)" }, .instant(since)) }
        if let before = filter.before {
            demand({ "(received_at, id) < (SELECT b.received_at, b.id FROM card b WHERE b.id = \($0))" }, .card(before))
        }
        arguments.append(.integer(max(filter.limit, 0)))
        // Put together from constants only.
        let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        let text = "SELECT \(Card.columns) FROM card \(condition) ORDER BY received_at DESC, id DESC LIMIT $\(arguments.count)"
        return try await storage.read { [arguments] sql in try sql.all(text, arguments).map(Card.init) }
    }

    /// What the letter of a card says at length.
    package func text(of id: CardID) async throws -> CardText? {
        try await storage.read { sql in
            try sql.first("SELECT body_text, defects FROM card_text WHERE card_id = $1", [.card(id)]).map {
                CardText(bodyText: try $0.text(0), defects: try $0.text(1))
            }
        }
    }

    /// The files of a card, in the order of the letter.
    package func attachments(of id: CardID) async throws -> [Attachment] {
        try await storage.read { sql in
            try sql.all(
                "SELECT \(Attachment.columns) FROM attachment WHERE card_id = $1 ORDER BY ordinal", [.card(id)]
            ).map(Attachment.init)
        }
    }

    /// The Message-IDs the letter of a card names, in its order.
    package func links(of id: CardID) async throws -> [MessageLink] {
        try await storage.read { sql in
            try sql.all("SELECT message_id, relation FROM message_link WHERE card_id = $1 ORDER BY ordinal", [.card(id)]).map {
                MessageLink(messageID: try $0.text(0), relation: try $0.choice(1, of: "message_link", "relation"))
            }
        }
    }

    /// The cards whose letter has this Message-ID, angle brackets included; senders may repeat one.
    package func cards(withMessageID messageID: String) async throws -> [CardID] {
        try await storage.read { sql in
            try MessageIDSearch(sql: sql).cards(with: messageID).map(CardID.init(rawValue:))
        }
    }

    /// The cards whose letter names this Message-ID in In-Reply-To or References.
    package func cards(linkingTo messageID: String) async throws -> [CardID] {
        try await storage.read { sql in
            try MessageIDSearch(sql: sql).cards(linkingTo: messageID).map(CardID.init(rawValue:))
        }
    }

    static func card(_ id: CardID, _ sql: any SQL) throws -> Card? {
        try sql.first("SELECT \(Card.columns) FROM card WHERE id = $1", [.card(id)]).map(Card.init)
    }
}

extension Card {
    static let columns = """
        id, digest, state, journal, journal_year, number, registration_index, registered_on, received_at, kind, subject, sender_name,
        sender_address, recipient_address, letter_date, message_id, trust, is_imported, language, ground, explanation, deadline, stage,
        owner, controlled_due
        """

    init(_ row: Row) throws {
        let registeredOn = try row.textOrNil(7).map { text in
            guard let date = CivilDate(text) else { throw StoreError.unreadableRow(table: "card", column: "registered_on") }
            return date
        }
        guard let trust = TrustLevel(rawValue: Int(try row.integer(16))) else {
            throw StoreError.unreadableRow(table: "card", column: "trust")
        }
        self.init(
            id: CardID(rawValue: try row.integer(0)), letter: try row.digest(1, of: "card"),
            state: try row.choice(2, of: "card", "state"), journal: try row.textOrNil(3).map(JournalCode.init(rawValue:)),
            year: try row.integerOrNil(4).map(Int.init), number: try row.integerOrNil(5).map(Int.init),
            registrationIndex: try row.textOrNil(6), registeredOn: registeredOn,
            receivedAt: try row.instant(8, of: "card", "received_at"), kind: try row.textOrNil(9), subject: try row.text(10),
            senderName: try row.text(11), senderAddress: try row.text(12), recipientAddress: try row.text(13),
            letterDate: try row.instantOrNil(14, of: "card", "letter_date"), messageID: try row.textOrNil(15), trust: trust,
            isImported: try row.flag(17), language: try row.text(18), ground: try row.textOrNil(19),
            explanation: try row.textOrNil(20), deadline: try row.textOrNil(21),
            stage: row.isNull(22) ? nil : try row.choice(22, of: "card", "stage"),
            owner: try row.textOrNil(23).map(PersonID.init(rawValue:)),
            controlledDue: try row.textOrNil(24).flatMap { CivilDate($0) })
    }
}

extension Attachment {
    static let columns = """
        card_id, ordinal, name, declared_type, sniffed_type, size, digest, part_path, range_start, range_end, transfer_encoding, charset
        """

    init(_ row: Row) throws {
        let start = Int(try row.integer(8))
        let end = Int(try row.integer(9))
        guard 0 <= start, start <= end else { throw StoreError.unreadableRow(table: "attachment", column: "range_start") }
        self.init(
            card: CardID(rawValue: try row.integer(0)), ordinal: Int(try row.integer(1)),
            content: NewAttachment(
                name: try row.text(2), declaredType: try row.text(3), sniffedType: try row.text(4),
                size: Int(try row.integer(5)), digest: try row.digest(6, of: "attachment"), partPath: try row.text(7),
                range: start..<end, transferEncoding: try row.text(10), charset: try row.textOrNil(11)))
    }
}
