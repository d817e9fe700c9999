// SPDX-License-Identifier: Apache-2.0
import Foundation
import Logging
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import Storage
import Testing
import Vault
import Workflows

/// A council at work by verbs: real vault and register in a temporary folder, a submission server in memory, every durable step counted.
final class RouteOffice {
    let folder: String
    let steps = StepCounter()
    let now = ClockHands(Date(timeIntervalSince1970: 1_795_600_800))  // Wednesday, 25 November 2026, 10:00 UTC
    let outgoing = FakeSubmitter()
    let staff: StaffDirectory
    private var house: (vault: Vault, store: OfficeStore)?
    private var journal: DotJournal?
    private var letters: UInt32 = 0
    private let law: OfficeActs.Law
    private let timeZone: OfficeTimeZone

    init(
        staff: StaffDirectory = MailOffice.people(signing: .desk), law: OfficeActs.Law? = nil, timeZone: OfficeTimeZone = .utc
    ) throws {
        self.law = try law ?? ShippedLaw.law()
        self.timeZone = timeZone
        folder = FileManager.default.temporaryDirectory.appending(path: "chancery-route-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        self.staff = staff
    }

    /// The same office from a copy of its folder: as a backup taken between two steps.
    init(copying folder: String, of office: RouteOffice) throws {
        self.folder = FileManager.default.temporaryDirectory.appending(path: "chancery-route-\(UUID().uuidString)").path
        try FileManager.default.copyItem(atPath: folder, toPath: self.folder)
        staff = office.staff
        letters = office.letters
        law = office.law
        timeZone = office.timeZone
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Opens the state folder as a fresh process would.
    func opened() async throws -> (vault: Vault, store: OfficeStore) {
        if let house { return house }
        let steps = steps
        let vault = try Vault(directory: folder + "/vault") { try steps.step($0) }
        let store = OfficeStore(storage: try SQLiteStorage(path: folder + "/register.sqlite")) { try steps.step($0) }
        try await store.migrate()
        house = (vault, store)
        return (vault, store)
    }

    /// Lets go of everything in memory, as a crash does.
    func crash() async {
        await house?.store.close()
        house = nil
        journal = nil
    }

    var clock: OfficeClock { OfficeClock(timeZone: timeZone, now: { [now] in now.withLock { $0 } }) }

    func pass(hours: Double) { now.withLock { $0 += hours * 3_600 } }

    func journals() throws -> JournalList {
        func journal(_ code: JournalCode, _ index: String, _ kinds: [String] = []) throws -> Journal {
            Journal(
                code: code, name: "Журнал \(code)", index: try IndexTemplate(index), caseFile: "03-10",
                kindPrefixes: Dictionary(uniqueKeysWithValues: kinds.map { (DocumentKind(rawValue: $0), "") }))
        }
        return JournalList([
            try journal(.incoming, "{n}/{case}"), try journal(.outgoing, "{case}/{n}"),
            try journal(.citizens, "{letter}-{n}/{case}", ["CITIZEN_COMPLAINT"]), try journal(.internal, "{n}/{case}-ВН"),
        ])
    }

    func acts() async throws -> OfficeActs {
        OfficeActs(
            store: try await opened().store,
            office: OfficeActs.Office(
                staff: staff, journals: try journals(), law: law, language: .ukrainian,
                address: MailOffice.address),
            clock: clock, messageIDs: MessageIDSource(officeAddress: MailOffice.address))
    }

    func book() async throws -> JournalBook {
        JournalBook(
            store: try await opened().store, journals: try journals(), officeName: "Рада", directory: folder + "/closings",
            clock: clock)
    }

    func drafts() async throws -> DraftDesk { DraftDesk(acts: try await acts(), vault: try await opened().vault) }

    /// Sends what is in the outbox, and lets the cards know.
    func send() async throws {
        let (vault, store) = try await opened()
        var sources: [NoticeWordings.Source] = []
        for kind in NoticeKind.allCases {
            for language in Language.allCases {
                sources.append(.init(kind: kind, language: language, subject: kind.rawValue, body: "{{card}} {{dueOn}}\n"))
            }
        }
        let composer = NoticeComposer(
            letterhead: .init(name: "Рада", address: MailOffice.address, phone: "+380", instance: "route"),
            templates: try NoticeWordings(sources), clock: clock,
            letters: LetterComposer(store: store, vault: vault, staff: staff, exchange: nil))
        let steps = steps
        let journal = journal ?? DotJournal(path: folder + "/outbox.dots") { try steps.step($0) }
        self.journal = journal
        let quiet = Logger(label: "route") { _ in SwiftLogNoOpLogHandler() }
        let dispatch = Dispatch(
            store: store, journal: journal, vault: vault, submitter: outgoing, composer: composer, clock: clock,
            limits: .init(hourly: 100_000, automaticHourly: 100_000), logger: quiet)
        try await dispatch.recover()
        _ = try await dispatch.pass()
        try await DeliveryWatch(acts: try await acts(), logger: quiet).pass()
    }

    func hand(_ person: String) -> Hand { Hand(PersonID(rawValue: person), by: .verb(account: "root")) }

    /// What a letter says, as the register keeps it.
    /// - Parameter facts: further keys, each with a comma behind it.
    static func sheet(_ kind: String, due: String?, facts: String = "") -> String {
        """
        {"kind":"\(kind)",\(facts)"sender":"Полтавська ОВА","outNumber":"01-15/234","outDate":"2026-11-20","basis":[],
        "subject":"Про надання інформації","tasks":[{"text":"надати інформацію","due":{"type":"explicit"\(due.map { ",\"legal\":\"\($0)\"" } ?? "")}}],
        "attachmentsNamed":[],\(facts.contains("flags") ? "" : "\"flags\":[],")"readings":[]}
        """
    }

    /// A letter that the intake has filed; registered at once unless `reviewed`.
    @discardableResult
    func file(
        _ kind: String = "AUTH_CONTROL", due: String? = "2026-12-15", reviewed: Bool = false,
        from sender: String = "ova@oblast.example", facts: String = ""
    ) async throws -> CardID {
        letters += 1
        let number = letters
        let request = RegistrationRequest(
            journal: kind.hasPrefix("CITIZEN") ? .citizens : .incoming, year: clock.today.year, registeredOn: clock.today
        ) { "\($0)/03-10" }
        let card = NewCard(
            state: .preReview, kind: kind, subject: "Про надання інформації", senderName: "ОВА", senderAddress: sender,
            recipientAddress: MailOffice.address, letterDate: nil, trust: .domainProven, isImported: false, language: "uk",
            bodyText: "Просимо надати інформацію.", registration: reviewed ? nil : request,
            facts: NewFacts(sheet: Self.sheet(kind, due: due, facts: facts), deadline: due, number: nil, answers: []))
        let (vault, store) = try await opened()
        let deposit = try vault.deposit()
        try deposit.append(Array("From: <\(sender)>\r\n\r\nletter \(number)\r\n".utf8).span.bytes)
        let sealed = try deposit.seal()
        try vault.commit([sealed])
        let filing = LetterFiling(
            occurrence: Occurrence(
                mailbox: "official", uidValidity: try #require(UIDValidity(rawValue: 7)), uid: try #require(UID(rawValue: number))
            ),
            digest: sealed.digest, size: sealed.size, receivedAt: clock.now(), messageID: "<in\(number)@oblast.example>",
            fate: .card(card))
        guard case .card(let opened) = try await store.file([filing], at: clock.now()).first else {
            return try #require(try await store.card(for: sealed.digest)?.id)
        }
        return opened.id
    }

    /// Everything that must come out the same whatever happened in between.
    func dump() async throws -> [String] {
        let (vault, store) = try await opened()
        var lines: [String] = []
        for card in try await store.cards(CardFilter(limit: .max)).reversed() {
            lines.append(
                "card \(card.registrationIndex ?? "-") \(card.state) \(card.stage?.rawValue ?? "-") \(card.owner?.rawValue ?? "-")"
            )
            guard let life = try await store.life(of: card.id) else { continue }
            lines += life.acts.map { "act \($0.actor.person) \($0.deed.act.kind.rawValue)" }
            for draft in life.drafts {
                lines.append("draft \(draft.stage) \(draft.mark?.index ?? "-") \(draft.current.digest.rawValue)")
                for stored in try await store.draftFiles(of: card.id, draft: draft.id) {
                    lines.append("file \(stored.version) \(stored.file.name) \(try vault.verify(stored.file.digest))")
                }
            }
        }
        for row in try await store.outbox(state: nil, limit: 1000) {
            lines.append("outbox \(row.recipient) \(row.kind) \(row.state.rawValue)")
        }
        lines.append("next reminder \(try await store.nextReminder().map(String.init(describing:)) ?? "-")")
        lines.append(
            "gaps \(try await store.journalGaps().count), broken events \(try await store.verifyEvents().map(String.init) ?? "none")"
        )
        return lines
    }

    func life(_ card: CardID) async throws -> CardLife { try #require(try await opened().store.life(of: card)) }
}
