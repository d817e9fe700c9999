// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import Office
import Storage

/// Files a batch of letters inside one transaction.
struct FilingDesk {
    private let sql: any SQL
    private let seenAt: String
    private let cards: CardWriter
    private let notices: NoticeWriter
    private let facts: FactsWriter
    private var log: EventLog
    private var counters: JournalCounters
    private var counts: [String: [UInt32: Int64]] = [:]

    init(_ sql: any SQL, at now: Date, actor: Actor) throws {
        self.sql = sql
        seenAt = InstantText.text(now)
        cards = CardWriter(sql: sql)
        notices = NoticeWriter(sql, at: now)
        facts = FactsWriter(sql)
        log = try EventLog(sql, at: now, actor: actor)
        counters = JournalCounters(sql)
    }

    /// Files one letter.
    mutating func file(_ filing: LetterFiling) throws -> FilingOutcome {
        guard try !isFiled(filing.occurrence) else { return .alreadyFiled }
        counts[filing.occurrence.mailbox, default: [:]][filing.occurrence.uidValidity.rawValue, default: 0] += 1
        try sql.run("DELETE FROM reading WHERE digest = $1", [.digest(filing.digest)])
        let known = try sql.first("SELECT fate, card_id FROM letter WHERE digest = $1", [.digest(filing.digest)])
        if let known {
            try insertOccurrence(filing, .duplicate)
            return .duplicate(of: try known.cardOrNil(1), fate: try known.choice(0, of: "letter", "fate"))
        }
        switch filing.fate {
        case .card(let card):
            return .card(try open(card, filing))
        case .quarantine(let card, let reason):
            return .quarantine(try quarantine(card, filing, reason))
        case .bounce(let report):
            try insertLetter(filing, .bounce, reason: nil, card: nil)
            try insertOccurrence(filing, .bounce)
            let matched = try BounceDesk(sql: sql).record(report, letter: filing.digest, at: seenAt, log: &log)
            return .bounce(matched: matched)
        case .automatic(let reason):
            try insertLetter(filing, .automatic, reason: reason, card: nil)
            try insertOccurrence(filing, .automatic)
            try log.append("letter.automatic", card: nil, [("letter", filing.digest.hex), ("reason", reason)])
            return .automatic
        case .answer(let answer, let card):
            guard try AnswerWriter(sql: sql).isAnswer(answer) else { return .card(try open(card, filing)) }
            try insertLetter(filing, .answer, reason: nil, card: nil)
            try insertOccurrence(filing, .answer)
            try AnswerWriter(sql: sql).insert(answer, letter: filing.digest)
            try log.append("letter.answer", card: nil, [("letter", filing.digest.hex), ("person", answer.person.rawValue)])
            return .answer
        }
    }

    /// Writes what was counted over the batch. Called once, last.
    func finish() throws {
        try counters.store()
        for (mailbox, validities) in counts {
            for (validity, count) in validities {
                try sql.run(
                    "UPDATE mailbox_epoch SET occurrence_count = occurrence_count + $1 WHERE mailbox = $2 AND uid_validity = $3",
                    [.integer(count), .text(mailbox), .integer(Int64(validity))])
            }
        }
    }

    private mutating func open(_ card: NewCard, _ filing: LetterFiling) throws -> OpenedCard {
        let kin = try facts.kin(of: card.facts)
        if let original = kin.original { return try openCopy(of: original, card, filing, kin) }
        let given = try card.registration.map { try GivenNumber($0, from: &counters) }
        let state = given == nil ? card.state : .registered
        let id = try insert(card, filing, kin, state: state, given: given, explanation: nil)
        var event = try log.append("card.opened", card: id, [("letter", filing.digest.hex), ("state", state.rawValue)])
        if let given { event = try log.append("card.registered", card: id, given.details) }
        let queued = try notices.enqueue(card.notices, card: id, given: given, event: event, log: &log)
        return OpenedCard(
            id: id, number: given?.number, registrationIndex: given?.index, notices: queued.rows,
            noticesOverBudget: queued.withheld)
    }

    /// The card of a letter that came before by another way: linked, kept, not registered a second time. Its sender hears the number
    /// of the first.
    private mutating func openCopy(
        of original: CardID, _ card: NewCard, _ filing: LetterFiling, _ kin: LetterKin
    ) throws -> OpenedCard {
        let explanation = "the same letter is on card \(original)"
        let id = try insert(card, filing, kin, state: .notRegistered, given: nil, explanation: explanation)
        let event = try log.append(
            "card.opened", card: id,
            [("letter", filing.digest.hex), ("original", original.description), ("state", CardState.notRegistered.rawValue)])
        let told = try sql.first("SELECT 1 FROM card WHERE id = $1 AND registration_index IS NOT NULL", [.card(original)])
        let answers = told == nil ? [] : card.notices.map { $0.told(as: .registered) }
        let queued = try notices.enqueue(answers, card: original, given: nil, event: event, log: &log)
        return OpenedCard(id: id, number: nil, registrationIndex: nil, notices: queued.rows, noticesOverBudget: queued.withheld)
    }

    private func insert(
        _ card: NewCard, _ filing: LetterFiling, _ kin: LetterKin, state: CardState, given: GivenNumber?, explanation: String?
    ) throws -> CardID {
        let letter = LetterParticulars(digest: filing.digest, receivedAt: filing.receivedAt, messageID: filing.messageID)
        let id = try cards.insert(card, letter: letter, kin: kin, state: state, given: given, explanation: explanation)
        try insertLetter(filing, .card, reason: nil, card: id)
        try insertOccurrence(filing, .card)
        return id
    }

    private mutating func quarantine(_ card: NewCard, _ filing: LetterFiling, _ reason: String) throws -> CardID {
        let letter = LetterParticulars(digest: filing.digest, receivedAt: filing.receivedAt, messageID: filing.messageID)
        let id = try cards.insert(
            card, letter: letter, kin: LetterKin(carriers: []), state: .quarantined, given: nil, explanation: reason)
        try insertLetter(filing, .quarantine, reason: reason, card: id)
        try insertOccurrence(filing, .quarantine)
        let event = try log.append("card.quarantined", card: id, [("letter", filing.digest.hex), ("reason", reason)])
        _ = try notices.enqueue(card.notices, card: id, given: nil, event: event, log: &log)
        return id
    }

    private func isFiled(_ occurrence: Occurrence) throws -> Bool {
        try sql.first(
            "SELECT 1 FROM occurrence WHERE mailbox = $1 AND uid_validity = $2 AND uid = $3",
            [.text(occurrence.mailbox), .validity(occurrence.uidValidity), .uid(occurrence.uid)]) != nil
    }

    private func insertLetter(_ filing: LetterFiling, _ fate: LetterFate, reason: String?, card: CardID?) throws {
        try sql.run(
            """
            INSERT INTO letter (digest, size, received_at, message_id, fate, reason, card_id, mailbox, uid_validity, uid)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .digest(filing.digest), .integer(filing.size), .instant(filing.receivedAt), .text(filing.messageID),
                .text(fate.rawValue), .text(reason), .card(card), .text(filing.occurrence.mailbox),
                .validity(filing.occurrence.uidValidity), .uid(filing.occurrence.uid),
            ])
    }

    private func insertOccurrence(_ filing: LetterFiling, _ fate: LetterFate) throws {
        try sql.run(
            """
            INSERT INTO occurrence (mailbox, uid_validity, uid, digest, fate, seen_at) VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                .text(filing.occurrence.mailbox), .validity(filing.occurrence.uidValidity), .uid(filing.occurrence.uid),
                .digest(filing.digest), .text(fate.rawValue), .text(seenAt),
            ])
    }
}
