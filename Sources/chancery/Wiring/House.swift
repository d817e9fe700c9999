// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Logging
import MailTransport
import Office
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
    let clock: OfficeClock
    let messageIDs: MessageIDSource
    let filer: LetterFiler
    let composer: NoticeComposer
    let logger: Logger

    /// Opens the state folder, which is made when missing, and brings the register up to this version.
    init(_ settings: Settings, logger: Logger) async throws {
        try StateFolder.create(settings.state)
        let vault = try Vault(directory: settings.state + "/vault")
        let store = OfficeStore(storage: try SQLiteStorage(path: settings.state + "/chancery.sqlite"))
        try await store.migrate()
        try await self.init(settings, vault: vault, store: store, logger: logger)
    }

    /// The same state folder under another configuration: vault and register stay open.
    init(_ settings: Settings, beside house: House, logger: Logger) async throws {
        try await self.init(settings, vault: house.vault, store: house.store, logger: logger)
    }

    private init(_ settings: Settings, vault: Vault, store: OfficeStore, logger: Logger) async throws {
        self.settings = settings
        self.logger = logger
        self.vault = vault
        self.store = store
        clock = OfficeClock(timeZone: settings.office.timeZone)
        messageIDs = MessageIDSource(officeAddress: settings.office.address)
        let instance = try await Self.instance(of: store)
        filer = Self.filer(settings, vault: vault, clock: clock, messageIDs: messageIDs, instance: instance)
        composer = try Self.composer(settings, clock: clock, instance: instance)
    }

    /// Use cases of the registrar.
    var registration: CardRegistration {
        CardRegistration(
            store: store, filer: filer, journals: settings.journals, staff: settings.staff, clock: clock, messageIDs: messageIDs)
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

    /// The sending of what is in the outbox.
    func dispatch(over submitter: any MailSubmitter, heard: @escaping @Sendable () -> Void = {}) -> Dispatch {
        Dispatch(
            store: store, vault: vault, submitter: submitter, composer: composer, clock: clock,
            limits: .init(hourly: settings.submission.hourlyLimit, automaticHourly: settings.limits.automaticLettersPerHour),
            logger: logger, heard: heard)
    }

    private var limits: IntakeLimits {
        IntakeLimits(
            batchLetters: settings.intake.batchLetters, batchOctets: settings.intake.batchBytes,
            maximumAttempts: settings.intake.maximumAttempts, minimumFreeSpace: settings.limits.minimumFreeSpace)
    }

    private static func filer(
        _ settings: Settings, vault: Vault, clock: OfficeClock, messageIDs: MessageIDSource, instance: String
    ) -> LetterFiler {
        let office = LetterFiler.Office(
            ownAddresses: [settings.office.address], language: settings.office.language, journals: settings.journals,
            staff: settings.staff, acknowledgement: settings.acknowledge,
            instance: instance)
        let trust = TrustJudgement(servers: settings.trust.authenticationResultsFrom)
        return LetterFiler(vault: vault, office: office, trust: trust, clock: clock, messageIDs: messageIDs)
    }

    private static func composer(_ settings: Settings, clock: OfficeClock, instance: String) throws -> NoticeComposer {
        var sources: [NoticeWordings.Source] = []
        for language in Language.allCases {
            for kind in NoticeKind.allCases {
                guard let template = settings.templates.template(kind, in: language) else { continue }
                sources.append(.init(kind: kind, language: language, subject: template.subject, body: template.body))
            }
        }
        let letterhead = NoticeComposer.Letterhead(
            name: settings.office.name, address: settings.office.address, phone: settings.office.phone, instance: instance)
        return NoticeComposer(letterhead: letterhead, templates: try NoticeWordings(sources), clock: clock)
    }

    /// A random name of this installation, given once: by it the office knows its own automatic letters.
    private static func instance(of store: OfficeStore) async throws -> String {
        if let known = try await store.setting("instance") { return known }
        let made = String(UInt64.random(in: .min ... .max), radix: 36)
        try await store.setSetting("instance", made)
        return made
    }
}
