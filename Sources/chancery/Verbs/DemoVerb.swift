// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FoundationEssentials
import MailTransport
import MaildirMail
import Office
import OfficeStore
import ServiceLifecycle
import Settings
import UnixSignals
import Vault
import Workflows

/// `chancery demo`.
struct DemoVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "A fictional council in a folder: sample letters in, cards and outgoing mail out.",
        discussion: "Without --once it stays up and takes in what is dropped into the folder's inbox, until interrupted.")

    @Option(help: "The folder; made when missing.") var directory = "chancery-demo"
    @Flag(help: "Exit when the sample letters are filed.") var once = false

    func run() async throws {
        let folder = try prepare()
        let settings = try Settings.loaded(from: folder + "/chancery.yaml")
        try StateFolder.create(settings.state)
        let lock = try StateFolderLock(directory: settings.state, holder: "chancery demo")
        defer { withExtendedLifetime(lock) {} }
        let house = try await House(settings, logger: LoggerSetup.quiet())
        // The first pass over an empty mailbox is the office's first day: what comes after it is new and may be answered.
        for intake in try house.intakes() { _ = try await intake.pass() }
        let letters = try drop(into: folder + "/inbox")
        var filed: [IntakeFacts] = []
        for intake in try house.intakes() { filed.append(IntakeFacts(mailbox: intake.name, try await intake.pass())) }
        let read = try await house.attachmentReading().pass()
        let round = try await ActsRound(house: house, logger: LoggerSetup.quiet()).pass()
        let submitter = try Peers.submitter(of: settings)
        let sent = try await house.dispatch(over: submitter).pass()
        try await tell(house, folder: folder, letters: letters, filed: filed, read: read, round: round, sent: sent)
        guard !once else { return await house.store.close() }
        StandardOutput.line("\nDrop letters into \(folder)/inbox/new to see them filed. Ctrl-C ends it.")
        try await stay(house, configuration: folder + "/chancery.yaml")
    }

    /// Copies the council's configuration into the folder; what is there stays.
    private func prepare() throws -> String {
        let share = try ShareFolder.path()
        let files = FileManager.default
        let folder = directory.hasPrefix("/") ? directory : files.currentDirectoryPath + "/" + directory
        do {
            for name in ["inbox/new", "inbox/cur", "inbox/tmp"] {
                try files.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
            }
            for (source, name) in [
                ("demo/chancery.yaml", "chancery.yaml"), ("demo/staff.yaml", "staff.yaml"), ("journals.yaml", "journals.yaml"),
                ("calendar.yaml", "calendar.yaml"),
                ("kinds.yaml", "kinds.yaml"), ("classifier.yaml", "classifier.yaml"),
                ("templates", "templates"),
            ] where !files.fileExists(atPath: "\(folder)/\(name)") {
                try files.copyItem(atPath: "\(share)/\(source)", toPath: "\(folder)/\(name)")
            }
        } catch {
            throw Failure(ExitStatus.unavailable, "\(folder): \(error) Name another folder with --directory.")
        }
        return folder
    }

    /// Delivers the sample letters, in the order of their names.
    private func drop(into inbox: String) throws -> Int {
        let samples = try ShareFolder.path() + "/demo"
        let names = try FileManager.default.contentsOfDirectory(atPath: samples).filter { $0.hasSuffix(".eml") }.sorted()
        for (count, name) in names.enumerated() {
            let delivery = try MaildirDelivery(to: inbox, count: count)
            try delivery.write(try FileOctets.read("\(samples)/\(name)"))
            try delivery.finish()
        }
        return names.count
    }

    private func tell(
        _ house: House, folder: String, letters: Int, filed: [IntakeFacts], read: AttachmentReading.Report,
        round: ActsRound.Report, sent: Dispatch.Report
    ) async throws {
        StandardOutput.line("\(house.settings.office.name): \(letters) sample letters delivered to \(folder)/inbox\n")
        var table = TextTable("ID", "INDEX", "DUE", "STATE", "SENDER", "SUBJECT")
        for card in try await house.store.cards(CardFilter(limit: .max)).reversed() {
            table.add(
                "\(card.id)", card.registrationIndex ?? "—", card.deadline ?? "—", card.state.rawValue,
                CardFacts.sender(of: card),
                card.subject)
        }
        table.print()
        StandardOutput.line()
        for pass in filed where pass.mailbox != Peers.deliveries { StandardOutput.line(pass.sentence) }
        if read.read > 0 { StandardOutput.line(ReadingReport(read).sentence) }
        if let sentence = RoundFacts(round).sentence { StandardOutput.line(sentence) }
        StandardOutput.line(DispatchFacts(sent).sentence)
        let program = CommandLine.arguments.first ?? "chancery"
        StandardOutput.line(
            """

            Cards      \(program) card list --config \(folder)/chancery.yaml
            One card   \(program) card show 1 --config \(folder)/chancery.yaml
            Everything that came, with the reasons   \(program) inbox list --config \(folder)/chancery.yaml
            Outgoing mail   \(folder)/outbox/new
            """)
    }

    private func stay(_ house: House, configuration: String) async throws {
        let manager = ServiceManager(environment: [:])
        let office = OfficeService(
            configuration: configuration, house: house, manager: manager, signs: LifeSigns(),
            reloads: await UnixSignalsSequence(trapping: .sighup), logger: LoggerSetup.logger(house.settings.log))
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [.init(service: office, successTerminationBehavior: .gracefullyShutdownGroup)],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: office.logger))
        try await group.run()
        await house.store.close()
    }
}
