// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
import MailTransport
package import Office
import OfficeCalendar
import Storage

extension OfficeStore {
    /// Gives a card in pre-review its number.
    package func register(
        _ id: CardID, _ request: RegistrationRequest, notices: [NewNotice], actor: Actor, at instant: Date
    ) async throws -> Card {
        try await write("store.register") { sql in
            try Self.require(.preReview, id, sql)
            var counters = JournalCounters(sql)
            let given = try GivenNumber(request, from: &counters)
            try sql.run(
                """
                UPDATE card SET state = 'registered', journal = $1, journal_year = $2, number = $3, registration_index = $4,
                    registered_on = $5 WHERE id = $6
                """,
                [
                    .text(request.journal.rawValue), .integer(request.year), .integer(given.number), .text(given.index),
                    .text(request.registeredOn.description), .card(id),
                ])
            try counters.store()
            try FactsWriter(sql).writeOwnNumber(given, of: id)
            try sql.run("UPDATE document_reading SET awaits_registration = 0 WHERE card_id = $1", [.card(id)])
            var log = try EventLog(sql, at: instant, actor: actor)
            let event = try log.append("card.registered", card: id, given.details)
            _ = try NoticeWriter(sql, at: instant).enqueue(notices, card: id, given: given, event: event, log: &log)
            return try Self.known(id, sql)
        }
    }

    /// Refuses to register a card in pre-review.
    ///
    /// - Parameter ground: the code of the ground of refusal; `explanation` is for the sender, in words.
    package func refuse(
        _ id: CardID, ground: String, explanation: String, notices: [NewNotice], actor: Actor, at instant: Date
    ) async throws -> Card {
        try await write("store.refuse") { sql in
            try Self.require(.preReview, id, sql)
            try sql.run(
                "UPDATE card SET state = 'refused', ground = $1, explanation = $2 WHERE id = $3",
                [.text(ground), .text(explanation), .card(id)])
            var log = try EventLog(sql, at: instant, actor: actor)
            let event = try log.append("card.refused", card: id, [("ground", ground)])
            _ = try NoticeWriter(sql, at: instant).enqueue(notices, card: id, given: nil, event: event, log: &log)
            return try Self.known(id, sql)
        }
    }

    /// Sends the sender of a card what a person decided to tell.
    ///
    /// - Returns: the new rows of the outbox; fewer than `notices` when a budget held some back.
    package func acknowledge(
        _ id: CardID, notices: [NewNotice], actor: Actor, at instant: Date
    ) async throws -> [OutboxID] {
        try await write("store.acknowledge") { sql in
            _ = try Self.known(id, sql)
            var log = try EventLog(sql, at: instant, actor: actor)
            let event = try log.append("card.acknowledged", card: id, [("notices", String(notices.count))])
            return try NoticeWriter(sql, at: instant).enqueue(notices, card: id, given: nil, event: event, log: &log).rows
        }
    }

    /// Puts a new reading in the place of a card in quarantine, which thereby leaves it.
    package func replaceReading(
        of id: CardID, with card: NewCard, actor: Actor, at instant: Date
    ) async throws -> OpenedCard {
        try await write("store.replaceReading") { sql in
            try Self.require(.quarantined, id, sql)
            var counters = JournalCounters(sql)
            let given = try card.registration.map { try GivenNumber($0, from: &counters) }
            let state = given == nil ? card.state : .registered
            try CardWriter(sql: sql).replace(id, with: card, state: state, given: given, at: instant)
            try sql.run(
                """
                UPDATE occurrence SET fate = 'card' WHERE fate = 'quarantine' AND (mailbox, uid_validity, uid) IN
                    (SELECT l.mailbox, l.uid_validity, l.uid FROM letter l WHERE l.card_id = $1)
                """, [.card(id)])
            try sql.run("UPDATE letter SET fate = 'card', reason = NULL WHERE card_id = $1", [.card(id)])
            try counters.store()
            var log = try EventLog(sql, at: instant, actor: actor)
            var event = try log.append("card.reread", card: id, [("state", state.rawValue)])
            if let given { event = try log.append("card.registered", card: id, given.details) }
            let queued = try NoticeWriter(sql, at: instant).enqueue(
                card.notices, card: id, given: given, event: event, log: &log)
            return OpenedCard(
                id: id, number: given?.number, registrationIndex: given?.index, notices: queued.rows,
                noticesOverBudget: queued.withheld)
        }
    }

    private static func known(_ id: CardID, _ sql: any SQL) throws -> Card {
        guard let card = try card(id, sql) else { throw StoreError.unknownCard(id) }
        return card
    }

    private static func require(_ state: CardState, _ id: CardID, _ sql: any SQL) throws {
        let found = try known(id, sql).state
        guard found == state else { throw StoreError.wrongState(id, is: found) }
    }
}
