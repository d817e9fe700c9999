// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FoundationEssentials
import Office
import OfficeCalendar
import OfficeStore
import Settings
import Workflows

/// `chancery card …`.
struct CardVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "card", abstract: "List and show cards; take them along their route.",
        groupedSubcommands: [
            CommandGroup(name: "Look", subcommands: [List.self, Show.self]),
            CommandGroup(
                name: "Front office",
                subcommands: [
                    Accept.self, Refuse.self, Acknowledge.self, Forward.self, Return.self, SetAside.self, Cancel.self, Close.self,
                    Classify.self,
                ]),
            CommandGroup(
                name: "Execution", subcommands: [Resolve.self, Assign.self, Take.self, Done.self, Extend.self]),
            CommandGroup(name: "Control", subcommands: [Control.self, Reopen.self]),
        ])

    /// Cards, newest first.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List cards, newest first.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var output: JSONOption
        @Option(help: ArgumentHelp("Only this journal.", valueName: "code"))
        var journal: String?
        @Option(
            help: ArgumentHelp(
                "Only this state: \(CardState.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "state"))
        var state: String?
        @Option(help: ArgumentHelp("Only letters received on this day or later (YYYY-MM-DD).", valueName: "date"))
        var since: String?
        @Option(help: "At most so many; 0 for all.")
        var limit = 0

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            var filter = CardFilter(limit: limit > 0 ? limit : .max)
            filter.journal = journal.map { JournalCode(rawValue: $0) }
            if let state {
                guard let known = CardState(rawValue: state) else {
                    throw ValidationError("--state \(state) is none of the states")
                }
                filter.state = known
            }
            if let since {
                guard let day = CivilDate(since) else { throw ValidationError("--since is a date such as 2026-11-01") }
                filter.since = house.settings.office.timeZone.startOfDay(day)
            }
            let cards = try await house.store.cards(filter)
            if output.json { return try JSONOutput.print(cards.map(CardFacts.init)) }
            var table = TextTable("ID", "INDEX", "RECEIVED", "DUE", "STATE", "KIND", "SENDER", "SUBJECT")
            for card in cards {
                table.add(
                    "\(card.id)", card.registrationIndex ?? "—", house.clock.civilDate(of: card.receivedAt).ukrainianDigits,
                    card.deadline ?? "—", card.stage?.rawValue ?? card.state.rawValue, card.kind ?? "—",
                    CardFacts.sender(of: card), card.subject)
            }
            table.print()
        }
    }

    /// One card, whole.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one card: text, files, history, outgoing letters.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var output: JSONOption
        @Argument(help: "The card's id or registration index.") var card: String

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let whole = try await CardDetails(
                try await CardLookup.card(card, in: house.store), in: house, staff: try await house.acts.staff())
            if output.json { return try JSONOutput.print(whole) }
            for line in whole.lines(house.clock) { StandardOutput.line(line) }
        }
    }

    /// A registrar accepts a card.
    struct Accept: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Register a card that waits in pre-review, and tell its sender.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var actor: ActorOption
        @Argument(help: "The card's id.") var card: String
        @Option(help: "The journal.") var journal = "incoming"
        @Flag(help: "Do not write to the sender.") var silent = false

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let known = try await CardLookup.card(card, in: house.store)
            guard known.stage == nil else {
                // Set aside before: what was done with it stays its history.
                let hand = Hand(PersonID(rawValue: actor.person), by: .verb(account: HandOption.account))
                let outcome = try await house.heeding {
                    try await CardReview(acts: house.acts).accept(known.id, in: JournalCode(rawValue: journal), hand)
                }
                return StandardOutput.line("card \(outcome.card.id): \(outcome.card.registrationIndex ?? "")")
            }
            let registered = try await house.registration.register(
                known.id, in: JournalCode(rawValue: journal), tellsSender: !silent, by: PersonID(rawValue: actor.person))
            // The first reviewer is asked at once, not when the daemon comes by.
            _ = try await house.acts.layRoutes()
            StandardOutput.line("card \(registered.id): \(registered.registrationIndex ?? "")")
        }
    }

    /// A registrar refuses a card.
    struct Refuse: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Refuse registration on a listed ground, and tell the sender why.",
            discussion: "Grounds:\n"
                + RefusalGround.allCases.map { "  \($0.rawValue): \($0.wording(in: .ukrainian))" }.joined(separator: "\n"))

        @OptionGroup var config: ConfigOption
        @OptionGroup var actor: ActorOption
        @Argument(help: "The card's id.") var card: String
        @Option(help: "The ground.") var ground: String
        @Option(help: "An explanation in words, for the sender.") var explanation = ""
        @Flag(help: "Do not write to the sender.") var silent = false

        func run() async throws {
            guard let listed = RefusalGround(rawValue: ground) else {
                throw ValidationError("--ground \(ground) is none of the listed grounds; see `chancery card refuse --help`")
            }
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let known = try await CardLookup.card(card, in: house.store)
            let refused = try await house.registration.refuse(
                known.id, on: listed, explanation: explanation, tellsSender: !silent, by: PersonID(rawValue: actor.person))
            StandardOutput.line("card \(refused.id): refused")
        }
    }

    /// A registrar acknowledges a letter.
    struct Acknowledge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write to the sender that the letter is here, with its number if it has one.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var actor: ActorOption
        @Argument(help: "The card's id or registration index.") var card: String

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let known = try await CardLookup.card(card, in: house.store)
            let rows = try await house.registration.acknowledge(known.id, by: PersonID(rawValue: actor.person))
            StandardOutput.line(
                "card \(known.id): acknowledgement \(rows.map(\.description).joined(separator: " ")) is in the outbox")
        }
    }
}
