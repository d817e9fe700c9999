// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Interchange
import Logging
import MailTransport
import MarkupText
import Office
import OfficeCalendar
import OfficeStore
import Settings
import Storage
import Vault
import Workflows

/// The office wired together from one configuration: vault, register, peers and use cases.
struct House: Sendable {
    let settings: Settings
    let vault: Vault
    let store: OfficeStore
    let journal: DotJournal
    let clock: OfficeClock
    let messageIDs: MessageIDSource
    let readingRoom: ReadingRoom
    let filer: LetterFiler
    let acts: OfficeActs
    let composer: NoticeComposer
    let logger: Logger

    /// Opens the state folder, which is made when missing, and brings the register up to this version.
    init(_ settings: Settings, logger: Logger) async throws {
        try StateFolder.create(settings.state)
        let vault = try Vault(directory: settings.state + "/vault")
        let store = OfficeStore(storage: try SQLiteStorage(path: settings.state + "/chancery.sqlite"))
        try await store.migrate()
        let journal = DotJournal(path: settings.state + "/outbox.dots")
        try await self.init(settings, vault: vault, store: store, journal: journal, logger: logger)
    }

    /// The same state folder under another configuration: vault, register and dot journal stay open.
    init(_ settings: Settings, beside house: House, logger: Logger) async throws {
        try await self.init(settings, vault: house.vault, store: house.store, journal: house.journal, logger: logger)
    }

    private init(
        _ settings: Settings, vault: Vault, store: OfficeStore, journal: DotJournal, logger: Logger
    ) async throws {
        self.settings = settings
        self.logger = logger
        self.vault = vault
        self.store = store
        self.journal = journal
        clock = OfficeClock(timeZone: settings.office.timeZone)
        messageIDs = MessageIDSource(officeAddress: settings.office.address)
        let instance = try await Self.instance(of: store)
        readingRoom = try ReadingRoom(settings)
        filer = Self.filer(
            settings, vault: vault, reader: readingRoom.facts, clock: clock, messageIDs: messageIDs, instance: instance)
        acts = OfficeActs(
            store: store,
            office: OfficeActs.Office(
                staff: settings.staff, journals: settings.journals,
                law: readingRoom.deadlines.law(try DeadlineFiles.classifier(beside: settings.path)),
                language: settings.office.language, address: settings.office.address),
            clock: clock, messageIDs: messageIDs)
        composer = try Self.composer(settings, acts: acts, vault: vault, instance: instance, schema: readingRoom.schema)
    }

    /// Use cases of the registrar.
    var registration: CardRegistration {
        CardRegistration(
            store: store, filer: filer, journals: settings.journals, staff: settings.staff, clock: clock, messageIDs: messageIDs)
    }

    /// What decides replies to our requests.
    var answers: AnswerSettling {
        AnswerSettling(
            acts: acts, filer: filer, vault: vault, journals: settings.journals, messageIDs: messageIDs, logger: logger)
    }

    /// The digest in the morning, and calls about notices that did not arrive.
    var controlRound: ControlRound {
        ControlRound(acts: acts, messageIDs: messageIDs, digestHour: settings.office.digestHour, logger: logger)
    }

    /// Registration journals and their closings.
    var journalBook: JournalBook {
        JournalBook(
            store: store, journals: settings.journals, officeName: settings.office.name, directory: settings.state + "/closings",
            clock: clock)
    }

    /// The comparison of mailboxes, register and vault.
    var reconciliation: Reconciliation {
        Reconciliation(store: store, vault: vault, clock: clock)
    }

    /// Intake of every mailbox of the configuration and of what an MTA delivered through the pipe.
    func intakes(
        importSince: Date? = nil, stop: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (_ mailbox: String, _ filed: Int, _ expected: Int) -> Void = { _, _, _ in }
    ) throws -> [MailboxIntake] {
        try Peers.mailboxes(of: settings).map { mailbox in
            MailboxIntake(
                name: mailbox.name, reader: mailbox.reader, afterFiling: mailbox.afterFiling, vault: vault, store: store,
                filer: filer,
                clock: clock, limits: limits, importSince: importSince, logger: logger, stop: stop
            ) { progress(mailbox.name, $0, $1) }
        }
    }

    /// The reading of attachments that wait.
    func attachmentReading(
        stop: @escaping @Sendable () -> Bool = { false }, progress: @escaping @Sendable (_ read: Int) -> Void = { _ in }
    ) throws -> AttachmentReading {
        var limits = AttachmentReading.Limits()
        limits.maximumAttempts = settings.intake.maximumAttempts
        return AttachmentReading(
            vault: vault, store: store, filer: filer, reader: readingRoom.attachments, clock: clock, limits: limits,
            logger: logger,
            stop: stop, progress: progress)
    }

    /// The breaker against storms of automatic letters.
    var breaker: Breaker {
        Breaker(store: store, clock: clock, limit: settings.limits.automaticLettersPerHour)
    }

    /// The sending of what is in the outbox.
    func dispatch(over submitter: any MailSubmitter, heard: @escaping @Sendable () -> Void = {}) -> Dispatch {
        Dispatch(
            store: store, journal: journal, vault: vault, submitter: submitter, composer: composer, clock: clock,
            limits: .init(hourly: settings.submission.hourlyLimit, automaticHourly: settings.limits.automaticLettersPerHour),
            logger: logger, heard: heard)
    }

    private var limits: IntakeLimits {
        IntakeLimits(
            batchLetters: settings.intake.batchLetters, batchOctets: settings.intake.batchBytes,
            maximumAttempts: settings.intake.maximumAttempts, minimumFreeSpace: settings.limits.minimumFreeSpace)
    }

    private static func filer(
        _ settings: Settings, vault: Vault, reader: FactReader, clock: OfficeClock, messageIDs: MessageIDSource, instance: String
    ) -> LetterFiler {
        let office = LetterFiler.Office(
            ownAddresses: [settings.office.address], language: settings.office.language, journals: settings.journals,
            staff: settings.staff, acknowledgement: settings.acknowledge,
            instance: instance)
        let trust = TrustJudgement(servers: settings.trust.authenticationResultsFrom)
        return LetterFiler(vault: vault, office: office, reader: reader, trust: trust, clock: clock, messageIDs: messageIDs)
    }

    private static func composer(
        _ settings: Settings, acts: OfficeActs, vault: Vault, instance: String, schema: XMLSchema
    ) throws -> NoticeComposer {
        var sources: [NoticeWordings.Source] = []
        for language in Language.allCases {
            for kind in NoticeKind.allCases {
                guard let template = settings.templates.template(kind, in: language) else { continue }
                sources.append(.init(kind: kind, language: language, subject: template.subject, body: template.body))
            }
        }
        let letterhead = NoticeComposer.Letterhead(
            name: settings.office.name, address: settings.office.address, phone: settings.office.phone, instance: instance)
        let office = InterchangeOffice(
            registryCode: settings.office.registryCode ?? "", name: settings.office.name, phone: settings.office.phone,
            email: settings.office.address, systemID: ReceiptComposer.identifier(of: instance), systemVersion: Chancery.version)
        return NoticeComposer(
            letterhead: letterhead, templates: try NoticeWordings(sources), clock: acts.clock,
            receipts: ReceiptComposer(composer: InterchangeComposer(schema: schema), office: office),
            letters: LetterComposer(
                store: acts.store, vault: vault, staff: settings.staff,
                exchange: .init(
                    reader: InterchangeReader(schema: schema), composer: InterchangeComposer(schema: schema), office: office)),
            requests: RequestTokens(acts: acts))
    }

    /// A random name of this installation, given once: by it the office knows its own automatic letters.
    private static func instance(of store: OfficeStore) async throws -> String {
        if let known = try await store.setting("instance") { return known }
        let made = String(UInt64.random(in: .min ... .max), radix: 36)
        try await store.setSetting("instance", made)
        return made
    }
}
