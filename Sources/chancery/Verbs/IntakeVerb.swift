// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FoundationEssentials
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import Settings
import Vault
import Workflows

/// `chancery intake --once`.
struct IntakeVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake", abstract: "Take in what is new in all mailboxes, set it on its way, then send what is due.",
        discussion: """
            After the letters their attachments are read, replies decided, routes laid and reminders written, as the daemon does.
            At the very first pass the letters that lie in a mailbox become cards too, but are never answered by themselves;
            --since leaves older ones alone for good.
            """)

    @OptionGroup var config: ConfigOption
    @OptionGroup var output: JSONOption
    @Flag(help: "One pass, then exit. (For a daemon use `chancery run`.)")
    var once = false
    @Flag(help: "Say what would be taken in; change nothing.")
    var dryRun = false
    @Flag(help: "Leave attachments unread; the next pass or the daemon reads them.")
    var noReading = false
    @Flag(help: "Lay no routes, decide no replies, remind nobody; the next pass or the daemon does.")
    var noRoutes = false
    @Flag(help: "Leave the outbox alone.")
    var noDispatch = false
    @Option(
        help: ArgumentHelp("At the first pass: leave letters received before this day alone (YYYY-MM-DD).", valueName: "date"))
    var since: String?

    func validate() throws {
        guard once || dryRun else { throw ValidationError("say --once for one pass; the daemon is `chancery run`") }
        if let since, CivilDate(since) == nil { throw ValidationError("--since is a date such as 2026-11-01") }
    }

    func run() async throws {
        let settings = try config.load()
        try StateFolder.create(settings.state)
        let lock = try StateFolderLock(directory: settings.state, holder: "chancery intake")
        defer { withExtendedLifetime(lock) {} }
        let house = try await House(settings, logger: LoggerSetup.quiet())
        let line = ProgressLine()
        let since = since.flatMap { CivilDate($0) }.map(settings.office.timeZone.startOfDay)
        let intakes = try house.intakes(
            importSince: since,
            progress: { mailbox, filed, expected in
                if filed >= 0 { line.show("\(mailbox): \(filed) of \(expected) letters") }
            })
        if dryRun { return try await preview(intakes) }
        var passes: [IntakeFacts] = []
        var failure: MailError?
        for intake in intakes {
            do {
                passes.append(IntakeFacts(mailbox: intake.name, try await intake.pass()))
            } catch let error as MailError {
                // One mailbox that cannot be reached must not keep the others waiting.
                StandardError.write("chancery: \(intake.name): \(error)\n")
                failure = failure ?? error
            }
            await intake.reader.close()
        }
        let read = try await read(house, line)
        line.clear()
        let round = noRoutes ? nil : try await ActsRound(house: house, logger: LoggerSetup.quiet()).pass()
        var sent: Dispatch.Report?
        do {
            if !noDispatch { sent = try await send(house) }
        } catch let error as MailError {
            // What was filed is said all the same; the answers wait in the outbox.
            StandardError.write("chancery: outbox: \(error)\n")
            failure = failure ?? error
        }
        await house.store.close()
        try tell(passes, read, round, sent)
        if let failure { throw failure.isTransient ? ExitStatus.tryLater : ExitStatus.unavailable }
    }

    private func read(_ house: House, _ line: ProgressLine) async throws -> AttachmentReading.Report {
        guard !noReading else { return AttachmentReading.Report() }
        let due = try await house.store.dueReadingCount()
        return try await house.attachmentReading(progress: { line.show("attachments: \($0) of \(due) cards") }).pass()
    }

    private func send(_ house: House) async throws -> Dispatch.Report {
        let submitter = try Peers.submitter(of: house.settings)
        let dispatch = house.dispatch(over: submitter)
        try await dispatch.recover()
        var report = try await dispatch.pass()
        if report.heldBack > 0, try await TroubleNotice.report(heldBack: report.heldBack, in: house) {
            report.add(try await dispatch.pass())
        }
        await submitter.close()
        try await DeliveryWatch(acts: house.acts, logger: house.logger).pass()
        return report
    }

    private func preview(_ intakes: [MailboxIntake]) async throws {
        var facts: [IntakeFacts] = []
        for intake in intakes {
            let letters = try await intake.preview()
            await intake.reader.close()
            facts.append(IntakeFacts(mailbox: intake.name, new: letters.count, octets: letters.reduce(0) { $0 + $1.size }))
        }
        if output.json { return try JSONOutput.print(facts) }
        for fact in facts {
            StandardOutput.line("\(fact.mailbox): \(fact.new ?? 0) letters (\((fact.octets ?? 0) >> 10) KiB) would be taken in")
        }
    }

    private func tell(
        _ passes: [IntakeFacts], _ read: AttachmentReading.Report, _ round: ActsRound.Report?, _ sent: Dispatch.Report?
    ) throws {
        let acts = round.map(RoundFacts.init)
        if output.json {
            return try JSONOutput.print(
                PassFacts(
                    mailboxes: passes, attachments: ReadingReport(read), cards: acts, outbox: sent.map(DispatchFacts.init)))
        }
        for pass in passes { StandardOutput.line(pass.sentence) }
        if read.read > 0 { StandardOutput.line(ReadingReport(read).sentence) }
        if let acts, let sentence = acts.sentence { StandardOutput.line(sentence) }
        if let sent { StandardOutput.line(DispatchFacts(sent).sentence) }
    }
}

/// A pass of intake and outbox, as JSON.
struct PassFacts: Encodable {
    let mailboxes: [IntakeFacts]
    let attachments: ReadingReport
    let cards: RoundFacts?
    let outbox: DispatchFacts?
}

/// What came of one mailbox.
struct IntakeFacts: Encodable {
    let mailbox: String
    /// Letters filed by fate.
    var filed: [String: Int]?
    /// Letters that would be filed.
    var new: Int?
    var octets: Int?
    /// Messages to be asked for again.
    var postponed: Int?

    init(mailbox: String, _ report: MailboxIntake.Report) {
        self.mailbox = mailbox
        filed = Dictionary(uniqueKeysWithValues: report.filed.map { ($0.rawValue, $1) })
        postponed = report.postponed.count
    }

    init(mailbox: String, new: Int, octets: Int) {
        self.mailbox = mailbox
        self.new = new
        self.octets = octets
    }

    /// `official: 3 letters filed: 2 card, 1 automatic`.
    var sentence: String {
        let fates = (filed ?? [:]).sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        let total = (filed ?? [:]).values.reduce(0, +)
        let later = (postponed ?? 0) > 0 ? "; \(postponed ?? 0) could not be fetched whole and will be asked for again" : ""
        return total == 0
            ? "\(mailbox): nothing new\(later)" : "\(mailbox): \(total) letter\(total == 1 ? "" : "s") filed: \(fates)\(later)"
    }
}

/// What came of the attachments.
struct ReadingReport: Encodable {
    /// Cards whose attachments were read.
    let read: Int
    /// Of these, cards that got their number only then.
    let registered: Int
    /// Of these, copies of earlier letters.
    let duplicates: Int

    init(_ report: AttachmentReading.Report) {
        read = report.read
        registered = report.registered
        duplicates = report.duplicates
    }

    /// `attachments: of 12 cards read, 3 registered by them`.
    var sentence: String {
        var words = ["attachments of \(read) card\(read == 1 ? "" : "s") read"]
        if registered > 0 { words.append("\(registered) registered by what they say") }
        if duplicates > 0 { words.append("\(duplicates) found to be a copy of an earlier letter") }
        return words.joined(separator: ", ")
    }
}

/// What came of the cards.
struct RoundFacts: Encodable {
    let replies: Int
    let routed: Int
    /// Cards no route of staff.yaml takes.
    let unrouted: Int
    let reminded: Int

    init(_ report: ActsRound.Report) {
        replies = report.answers
        routed = report.routes
        unrouted = report.unrouted
        reminded = report.reminded
    }

    /// `cards: 2 on their way, 1 reminded of`; nil when nothing was to be done.
    var sentence: String? {
        var words: [String] = []
        if replies > 0 { words.append("\(replies) repl\(replies == 1 ? "y" : "ies") decided or answered") }
        if routed > 0 { words.append("\(routed) sent on their way") }
        if unrouted > 0 { words.append("\(unrouted) no route takes (see `routes` in staff.yaml)") }
        if reminded > 0 { words.append("\(reminded) reminded of") }
        return words.isEmpty ? nil : "cards: " + words.joined(separator: ", ")
    }
}

/// What came of the outbox.
struct DispatchFacts: Encodable {
    let sent: Int
    let deferred: Int
    let failed: Int
    let held: Int
    let throttled: Bool
    /// Automatic letters the breaker holds back.
    let heldBack: Int

    init(_ report: Dispatch.Report) {
        sent = report.sent
        deferred = report.deferred
        failed = report.failed
        held = report.held
        throttled = report.isThrottled
        heldBack = report.heldBack
    }

    /// `outbox: 2 sent, 1 put off`.
    var sentence: String {
        var words = ["\(sent) sent"]
        if deferred > 0 { words.append("\(deferred) put off") }
        if failed > 0 { words.append("\(failed) failed (see `chancery queue list`)") }
        if held > 0 { words.append("\(held) held for a person (see `chancery queue list`)") }
        if throttled {
            words.append("the hourly limit is reached, the rest waits\(heldBack > 0 ? " (\(heldBack) automatic)" : "")")
        }
        return "outbox: " + words.joined(separator: ", ")
    }
}
