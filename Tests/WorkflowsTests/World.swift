// SPDX-License-Identifier: Apache-2.0
import Foundation
import LetterReading
import Logging
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import Storage
import Synchronization
import Vault
import Workflows

/// The fault a test puts before a durable step.
struct InjectedFault: Error {}

/// Counts durable steps and fails before one of them.
final class StepCounter: Sendable {
    private struct State {
        var count = 0
        var cut: Int?
        var refused: String?
    }

    private let state = Mutex(State())

    var count: Int { state.withLock { $0.count } }

    func cut(before step: Int?) { state.withLock { $0.cut = step } }

    /// Fails before every step of this name.
    func refuse(_ name: String?) { state.withLock { $0.refused = name } }

    func step(_ name: String) throws {
        let isCut = state.withLock { state in
            state.count += 1
            return state.count == state.cut || name == state.refused
        }
        if isCut { throw InjectedFault() }
    }
}

/// A clock turned by hand.
final class ClockHands: Sendable {
    private let present: Mutex<Date>

    init(_ present: Date) { self.present = Mutex(present) }

    func withLock<Answer: Sendable>(_ body: (inout Date) -> Answer) -> Answer {
        present.withLock { body(&$0) }
    }
}

/// A small council: a mailbox and a submission server in memory, a real vault and a real register in a temporary folder.
final class World {
    static let officeAddress = "rada@city.example"

    let folder: String
    let mailbox: FakeMailbox
    let outgoing: FakeSubmitter
    let steps = StepCounter()
    let now = ClockHands(Date(timeIntervalSince1970: 1_795_000_000))
    private var house: (vault: Vault, store: OfficeStore)?
    private var journal: DotJournal?
    private let registration: Registration
    private let acknowledgement: AcknowledgementPolicy
    private let afterFiling: AfterFiling

    init(
        registration: Registration = .automatic, acknowledgement: AcknowledgementPolicy = .all,
        afterFiling: AfterFiling = .flag("$Filed")
    ) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "chancery-world-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        mailbox = FakeMailbox()
        outgoing = FakeSubmitter()
        self.registration = registration
        self.acknowledgement = acknowledgement
        self.afterFiling = afterFiling
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Opens the state folder as a fresh process would.
    func opened() async throws -> (vault: Vault, store: OfficeStore) {
        if let house { return house }
        let steps = steps
        let vault = try Vault(directory: folder + "/vault") { try steps.step($0) }
        let store = OfficeStore(storage: try SQLiteStorage(path: folder + "/chancery.sqlite")) { try steps.step($0) }
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

    var clock: OfficeClock {
        OfficeClock(timeZone: .utc, now: { [now] in now.withLock { $0 } })
    }

    private func journals() throws -> JournalList {
        JournalList([
            Journal(code: .incoming, name: "Вхідні", index: try IndexTemplate("{n}/{case}"), caseFile: "03-10", kindPrefixes: [:])
        ])
    }

    private var staff: StaffDirectory {
        let registrar = Person(
            id: Self.registrarID, name: "Гриценко Ірина Іванівна", post: "діловод", department: nil,
            email: "hrytsenko@city.example",
            phone: "+380 53 480 00 01", roles: [.registrar])
        let route = RouteRule(
            kind: nil, review: .role(.mayor), approvers: [], signatory: .role(.mayor), registration: registration)
        return StaffDirectory(departments: [], people: [registrar], substitutes: [], routes: [route])
    }

    private func filer() async throws -> LetterFiler {
        let office = LetterFiler.Office(
            ownAddresses: [Self.officeAddress], language: .ukrainian, journals: try journals(), staff: staff,
            acknowledgement: acknowledgement, instance: "world")
        let calendar = WorkCalendar()
        let reader = FactReader(
            reader: LetterReader(calendar: calendar, kinds: .empty), reckoning: DueReckoning(calendar: calendar), timeZone: .utc,
            ownAddresses: [Self.officeAddress], registryCode: "00000000")
        return LetterFiler(
            vault: try await opened().vault, office: office, reader: reader,
            trust: TrustJudgement(servers: ["mail.city.example"]), clock: clock,
            messageIDs: MessageIDSource(officeAddress: Self.officeAddress))
    }

    func intake() async throws -> MailboxIntake {
        let (vault, store) = try await opened()
        var limits = IntakeLimits(minimumFreeSpace: 0)
        limits.batchLetters = 3
        return MailboxIntake(
            name: "official", reader: mailbox, afterFiling: afterFiling, vault: vault, store: store, filer: try await filer(),
            clock: clock, limits: limits, logger: Logger(label: "world") { _ in SwiftLogNoOpLogHandler() })
    }

    static let registrarID = PersonID(rawValue: "hrytsenko")

    func registrar() async throws -> CardRegistration {
        CardRegistration(
            store: try await opened().store, filer: try await filer(), journals: try journals(), staff: staff, clock: clock,
            messageIDs: MessageIDSource(officeAddress: Self.officeAddress))
    }

    func dispatch(limits: Dispatch.Limits = .init(hourly: 1000, automaticHourly: 1000)) async throws -> Dispatch {
        let (vault, store) = try await opened()
        var sources: [NoticeWordings.Source] = []
        for kind in NoticeKind.allCases {
            for language in Language.allCases {
                sources.append(
                    .init(
                        kind: kind, language: language, subject: "\(kind.rawValue) {{registrationIndex}}",
                        body: "№ {{registrationIndex}}\n{{#explanation}}{{explanation}}\n{{/explanation}}"))
            }
        }
        let composer = NoticeComposer(
            letterhead: .init(name: "Рада", address: Self.officeAddress, phone: "+380", instance: "world"),
            templates: try NoticeWordings(sources), clock: clock)
        let steps = steps
        let journal = journal ?? DotJournal(path: folder + "/outbox.dots") { try steps.step($0) }
        self.journal = journal
        return Dispatch(
            store: store, journal: journal, vault: vault, submitter: outgoing, composer: composer, clock: clock, limits: limits,
            logger: Logger(label: "world") { _ in SwiftLogNoOpLogHandler() })
    }

    /// The office's first day (an empty mailbox), then the letters.
    func begin(with letters: [String]) async throws {
        _ = try await intake().pass()
        for letter in letters { mailbox.deliver(letter, at: now.withLock { $0.addingTimeInterval(60) }) }
        now.withLock { $0 += 120 }
    }

    /// One pass of the whole office.
    func pass() async throws {
        _ = try await intake().pass()
        let dispatch = try await dispatch()
        try await dispatch.recover()
        _ = try await dispatch.pass()
    }

    /// Everything that must come out the same whatever happened in between.
    func dump() async throws -> [String] {
        let (vault, store) = try await opened()
        var lines: [String] = []
        for card in try await store.cards(CardFilter(limit: .max)).reversed() {
            let files = try await store.attachments(of: card.id).map { "\($0.content.name) \($0.content.digest.hex)" }
            lines.append(
                "card \(card.registrationIndex ?? "-") \(card.state.rawValue) \(card.subject) \(card.letter.hex) \(files)")
        }
        for letter in try await store.letters(after: nil, limit: 1000) {
            lines.append("letter \(letter.digest.hex) \(letter.fate.rawValue) whole: \(try vault.verify(letter.digest))")
        }
        for row in try await store.outbox(state: nil, limit: 1000) {
            lines.append("outbox \(row.recipient) \(row.kind) \(row.state.rawValue)")
        }
        lines.append("unread marks \(try await store.interruptedReadings().count)")
        lines.append("flagged \(mailbox.flagged.sorted())")
        lines.append(
            "gaps \(try await store.journalGaps().count), broken events \(try await store.verifyEvents().map(String.init) ?? "none")"
        )
        return lines
    }
}
