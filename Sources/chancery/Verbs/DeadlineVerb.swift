// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FoundationEssentials
import LetterReading
import OfficeCalendar
import OfficeStore
import Settings
import Workflows

/// `chancery deadline read|explain`.
struct DeadlineVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline", abstract: "Read a deadline, and say why it is the day it is.",
        subcommands: [Read.self, Explain.self])

    /// What both subcommands are told of the letter.
    struct LetterOptions: ParsableArguments {
        @Option(help: ArgumentHelp("The configuration whose calendar.yaml and kinds.yaml hold.", valueName: "file"))
        var config: String?
        @Option(help: ArgumentHelp("Another calendar.yaml.", valueName: "file")) var calendar: String?
        @Option(help: ArgumentHelp("Another kinds.yaml.", valueName: "file")) var kinds: String?
        @Option(
            name: .customLong("received-at"),
            help: ArgumentHelp("When the letter came, on the office’s wall (2026-11-12T10:00); else now.", valueName: "time"))
        var receivedAt: String?
        @Option(
            name: .customLong("letter-date"),
            help: ArgumentHelp("The letter’s own date; else the day it came.", valueName: "date"))
        var letterDate: String?
        @Option(help: ArgumentHelp("The code of the letter’s kind.", valueName: "kind")) var kind: String?

        /// The files named, else those beside the configuration, else those that come with the program.
        func settings() throws -> DeadlineSettings {
            try DeadlineFiles.settings(beside: config, calendar: calendar, kinds: kinds)
        }

        func context(_ settings: DeadlineSettings) throws -> DeadlineContext {
            let received =
                try receivedAt.map { try ReceivedTime.wallTime($0, settings.calendar.timeZone) }
                ?? settings.calendar.timeZone.wallTime(at: Date())
            let written = try letterDate.map { text in
                guard let date = CivilDate(text) else { throw ValidationError("--letter-date is a day like 2026-11-12") }
                return date
            }
            return DeadlineContext(
                receivedAt: received, letterDate: written,
                reckoning: DueReckoning(calendar: settings.calendar, policy: settings.policy))
        }

        /// What holds for the kind on the day; a failure when the file has no such kind.
        func terms(_ settings: DeadlineSettings, _ context: DeadlineContext) throws -> KindTerms? {
            guard let kind else { return nil }
            if let terms = settings.kinds.terms(of: kind, on: context.receivedAt.date) { return terms }
            throw Failure(
                ExitStatus.badInput,
                "There is no kind \(kind) on \(context.receivedAt.date). These exist: \(settings.kinds.codes.joined(separator: ", "))."
            )
        }
    }

    /// One phrase.
    struct Read: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say which deadline a phrase gives.")

        @OptionGroup var letter: LetterOptions
        @OptionGroup var output: JSONOption
        @Argument(help: ArgumentHelp("The words of the letter: «до 20.11.2026».", valueName: "phrase")) var phrase: String

        func run() throws {
            let settings = try letter.settings()
            let context = try letter.context(settings)
            let kind = try letter.terms(settings, context)
            let reading = DeadlineReading(phrase: phrase, context: context, kind: kind)
            let facts = DeadlineFacts(reading, kind: kind)
            if output.json { return try JSONOutput.print(facts, compact: true) }
            for line in facts.lines { StandardOutput.line(line) }
        }
    }

    /// A rule with every step of its reckoning.
    struct Explain: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say in words why a card is due when it is, or how a kind or a phrase is reckoned.",
            discussion: """
                Each day that is passed over is named with its reason. Give a card of the register (its id or registration index), or
                --kind, --phrase or both.
                """)

        @OptionGroup var letter: LetterOptions
        @Argument(help: "The card's id or registration index.") var card: String?
        @Option(help: ArgumentHelp("The words of the letter.", valueName: "phrase")) var phrase: String?
        @Option(help: ArgumentHelp("uk or en.", valueName: "language")) var language = "uk"

        func validate() throws {
            guard card != nil || phrase != nil || letter.kind != nil else {
                throw ValidationError("Give a card, or --kind, --phrase or both.")
            }
            guard DueExplanation.Language(rawValue: language) != nil else { throw ValidationError("--language is uk or en") }
        }

        func run() async throws {
            let language = DueExplanation.Language(rawValue: language) ?? .ukrainian
            if let card { return try await explain(card, language) }
            let settings = try letter.settings()
            let context = try letter.context(settings)
            let kind = try letter.terms(settings, context)
            let deadline =
                phrase.map { DeadlineReading(phrase: $0, context: context, kind: kind).deadline } ?? statutory(kind, context)
            guard let deadline else {
                return StandardOutput.line(language == .ukrainian ? "Строку немає." : "There is no deadline.")
            }
            for line in deadline.explanation(context, kind: kind, in: language) { StandardOutput.line(line) }
            if let kind, phrase == nil { explainExtension(of: kind, context, language) }
        }

        /// Every task of a card of the register.
        private func explain(_ text: String, _ language: DueExplanation.Language) async throws {
            let settings = try Settings.loaded(from: letter.config ?? Settings.standardPath)
            let house = try await House(settings, logger: LoggerSetup.quiet())
            let card = try await CardLookup.card(text, in: house.store)
            let sheet = try await house.store.factSheet(of: card.id).flatMap { FactSheet(jsonText: $0) }
            let deadlines = house.readingRoom.deadlines
            let received = house.clock.timeZone.wallTime(at: card.receivedAt)
            let context = DeadlineContext(
                receivedAt: received, letterDate: sheet?.outDate.flatMap { CivilDate($0) },
                reckoning: DueReckoning(calendar: deadlines.calendar, policy: deadlines.policy))
            let kind = sheet.flatMap { deadlines.kinds.terms(of: $0.kind, on: received.date) }
            guard let sheet, !sheet.tasks.isEmpty else {
                return StandardOutput.line(language == .ukrainian ? "Строку немає." : "There is no deadline.")
            }
            for task in sheet.tasks {
                StandardOutput.line("\(task.text)\(task.due.legal.map { " — \($0)" } ?? "")")
                for line in task.due.explanation(context, kind: kind, in: language) { StandardOutput.line("  \(line)") }
            }
            if let kind { explainExtension(of: kind, context, language) }
        }

        private func statutory(_ kind: KindTerms?, _ context: DeadlineContext) -> Deadline? {
            kind.flatMap { Deadline(statutory: $0, context) }
        }

        private func explainExtension(of kind: KindTerms, _ context: DeadlineContext, _ language: DueExplanation.Language) {
            guard let dates = context.reckoning.extensionDates(of: kind, receivedAt: context.receivedAt) else { return }
            let basis = kind.extending.map { $0.basis.isEmpty ? "" : " (\($0.basis))" } ?? ""
            switch language {
            case .ukrainian:
                let notice = dates.noticeBy.map { "; повідомити про це до \($0.ukrainianDigits)" } ?? ""
                StandardOutput.line("Можна продовжити до \(dates.latest.ukrainianDigits)\(notice)\(basis).")
            case .english:
                let notice = dates.noticeBy.map { "; tell of it by \($0.englishWords)" } ?? ""
                StandardOutput.line("It can be extended to \(dates.latest.englishWords)\(notice)\(basis).")
            }
        }
    }
}
