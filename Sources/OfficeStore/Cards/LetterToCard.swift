// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
package import MailTransport
import Office
import Storage

extension OfficeStore {
    /// Opens a card for a letter that was filed as a machine's or as a delivery report, because a person says that it is a letter.
    ///
    /// One transaction: card, number, fates of letter and occurrence, events, notices.
    /// - Throws: ``StoreError/notFiledAsMachine(_:)`` when the letter is unknown or has a card already.
    package func openCard(
        for digest: MessageDigest, with card: NewCard, actor: Actor, at instant: Date
    ) async throws -> OpenedCard {
        try await write("store.openCard") { sql in
            let letter = try sql.first(
                "SELECT received_at, message_id FROM letter WHERE digest = $1 AND card_id IS NULL", [.digest(digest)])
            guard let letter else { throw StoreError.notFiledAsMachine(digest) }
            var counters = JournalCounters(sql)
            let given = try card.registration.map { try GivenNumber($0, from: &counters) }
            let state = given == nil ? card.state : .registered
            let facts = LetterParticulars(
                digest: digest, receivedAt: try letter.instant(0, of: "letter", "received_at"), messageID: try letter.textOrNil(1)
            )
            let id = try CardWriter(sql: sql).insert(card, letter: facts, state: state, given: given, explanation: nil)
            try sql.run(
                """
                UPDATE occurrence SET fate = 'card' WHERE fate IN ('automatic', 'bounce') AND (mailbox, uid_validity, uid) IN
                    (SELECT l.mailbox, l.uid_validity, l.uid FROM letter l WHERE l.digest = $1)
                """, [.digest(digest)])
            try sql.run(
                "UPDATE letter SET fate = 'card', reason = NULL, card_id = $1 WHERE digest = $2", [.card(id), .digest(digest)])
            try counters.store()
            var log = try EventLog(sql, at: instant, actor: actor)
            var event = try log.append("card.opened", card: id, [("letter", digest.hex), ("state", state.rawValue)])
            if let given { event = try log.append("card.registered", card: id, given.details) }
            let queued = try NoticeWriter(sql, at: instant).enqueue(
                card.notices, card: id, given: given, event: event, log: &log)
            return OpenedCard(
                id: id, number: given?.number, registrationIndex: given?.index, notices: queued.rows,
                noticesOverBudget: queued.withheld)
        }
    }
}
