// SPDX-License-Identifier: Apache-2.0
import Crypto
import FoundationEssentials
import MailTransport
import Office
import OfficeCalendar
import Storage

/// Applies acts to one card inside one transaction: acts, columns of the card, numbers, files, reminders, mail and events.
struct ActDesk {
    let sql: any SQL
    let request: ActRequest
    let sheet: String?
    let card: Card
    var life: CardLife
    var log: EventLog
    var counters: JournalCounters
    var given: [RegistrationMark: GivenNumber] = [:]
    var acts: [Act] = []
    var effects: [Effect] = []
    var mail: [OutboxID] = []

    /// - Parameter actor: who opens the card, should nobody have acted on it before.
    init(_ sql: any SQL, _ request: ActRequest, actor: Actor) throws {
        self.sql = sql
        self.request = request
        guard let card = try OfficeStore.card(request.card, sql) else { throw StoreError.unknownCard(request.card) }
        self.card = card
        sheet = try sql.first("SELECT sheet FROM card_facts WHERE card_id = $1", [.card(card.id)])?.text(0)
        log = try EventLog(sql, at: request.at, actor: actor)
        counters = JournalCounters(sql)
        if let known = try LifeReader(sql: sql).life(of: card.id) {
            life = known
        } else {
            let opening = try request.opening(card, sheet)
            life = CardLife(opening)
            try sql.run(
                "INSERT INTO card_opening (card_id, at, opening) VALUES ($1, $2, $3)",
                [.card(card.id), .instant(request.at), .text(PlainJSON.text(opening.plain))])
        }
    }

    /// Opens the card's route without an act of anybody, and asks the first reviewer.
    mutating func open() throws {
        let event = try log.append("card.routed", card: card.id, [("stage", life.stage.rawValue)])
        let effects: [Effect] = life.stage == .onResolution ? [.requestResolution(from: life.opening.route.review)] : []
        try finish(effects, act: nil, following: [], event: event)
    }

    /// Does all acts of the request, or throws at the first that is refused.
    mutating func perform() throws -> ActOutcome {
        if let token = request.token { try TokenDesk(sql: sql).spend(token, on: life, at: request.at) }
        if let (row, state) = request.settled { try DeliveryDesk(sql: sql).settle(row, in: state) }
        let present = life
        var deeds = try request.acts(present) { try self.take($0) }[...]
        while let deed = deeds.popFirst() { try apply(try request.act(deed, life), following: Array(deeds)) }
        return try outcome()
    }

    /// The next number of a journal, as a mark; remembered, since the register keeps it with its parts.
    private mutating func take(_ request: RegistrationRequest) throws -> RegistrationMark {
        let number = try GivenNumber(request, from: &counters)
        let mark = RegistrationMark(journal: request.journal, index: number.index, date: request.registeredOn)
        given[mark] = number
        return mark
    }

    private mutating func apply(_ act: Act, following: [Deed]) throws {
        let effects = try life.apply(act)
        let record = PlainJSON.text(act.plain)
        let event = try writeEvent(of: act, record)
        try sql.run(
            """
            INSERT INTO card_act (card_id, ordinal, at, actor, kind, event_seq, act) VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .card(card.id), .integer(life.acts.count), .instant(request.at), .text(act.actor.person.rawValue),
                .text(act.deed.act.kind.rawValue), .integer(event), .text(record),
            ])
        try writeNumbers(of: act)
        try writeFiles(of: act.deed)
        acts.append(act)
        try finish(effects, act: act, following: following, event: event)
    }
}
