// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import OfficeStore
import Vault
import Workflows

/// `chancery queue …`.
struct QueueVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "Look at the outbox; hold, release, retry, drop.",
        subcommands: [List.self, Show.self, Hold.self, Release.self, Retry.self, Drop.self])

    /// Which letter of the outbox.
    struct RowArgument: ParsableArguments {
        @Argument(help: "The letter's number in the outbox.") var id: Int64

        var row: OutboxID { OutboxID(rawValue: id) }
    }

    /// Outgoing letters.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List outgoing letters.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var output: JSONOption
        @Option(
            help: ArgumentHelp(
                "Only this state: \(OutboxState.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "state"))
        var state: String?
        @Option(help: "At most so many; 0 for all.") var limit = 0

        func run() async throws {
            var wanted: OutboxState?
            if let state {
                guard let known = OutboxState(rawValue: state) else {
                    throw ValidationError("--state \(state) is none of the states")
                }
                wanted = known
            }
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let rows = try await house.store.outbox(state: wanted, limit: limit > 0 ? limit : .max)
            if output.json { return try JSONOutput.print(rows.map(OutboxFacts.init)) }
            var table = TextTable("ID", "STATE", "KIND", "CARD", "RECIPIENT", "ATTEMPTS", "LAST REPLY")
            for row in rows {
                table.add(
                    "\(row.id)", row.state.rawValue, row.kind, row.card.map { "\($0)" } ?? "—", row.recipient, "\(row.attempts)",
                    OutboxFacts(row).replyWords)
            }
            table.print()
        }
    }

    /// One letter with its attempts and bounces.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one outgoing letter with every attempt and bounce.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var output: JSONOption
        @OptionGroup var row: RowArgument
        @Flag(help: "Print the octets of the letter as it left.") var octets = false

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            if octets { return try await printOctets(house) }
            let details = try await OutboxDetails(row.row, in: house.store)
            if output.json { return try JSONOutput.print(details) }
            for line in details.lines(house.clock) { StandardOutput.line(line) }
        }

        private func printOctets(_ house: House) async throws {
            guard let letter = try await house.store.outboxRow(row.row) else { throw StoreError.unknownOutboxRow(row.row) }
            guard let place = letter.place else {
                throw Failure(ExitStatus.unavailable, "Letter \(row.id) is not worded yet: it is when it leaves.")
            }
            let mapped = try house.vault.map(place.sheaf)
            let range = place.range ?? 0..<mapped.count
            guard range.upperBound <= mapped.count else {
                throw Failure(
                    ExitStatus.badInput, "The vault's file of letter \(row.id) is cut off; restore it from a backup.")
            }
            mapped.withSpan { whole in
                let piece = whole.extracting(range)
                Descriptor.write(piece.indices.map { piece[$0] }, to: 1)
            }
        }
    }

    /// Keeps a letter back.
    struct Hold: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Keep a letter back until it is released.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var actor: ActorOption
        @OptionGroup var row: RowArgument
        @Option(help: "Why, for the log.") var reason = "held by hand"

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            try await house.store.hold(row.row, reason: reason, actor: try actor.known(in: house), at: house.clock.now())
            StandardOutput.line("\(row.id): held")
        }
    }

    /// Lets a held letter go.
    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let a held letter go.",
            discussion:
                "A letter that had no reply after its final dot may have arrived; the copy that leaves now is marked as a possible second one."
        )

        @OptionGroup var config: ConfigOption
        @OptionGroup var actor: ActorOption
        @OptionGroup var row: RowArgument

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            // A copy that may have left is counted already, when its missing reply was recorded.
            try await house.store.release(
                [row.row], countingCopy: false, actor: try actor.known(in: house), at: house.clock.now())
            StandardOutput.line("\(row.id): queued")
        }
    }

    /// Tries again now.
    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Try a letter again now.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var actor: ActorOption
        @OptionGroup var row: RowArgument

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            try await house.store.retry(row.row, actor: try actor.known(in: house), at: house.clock.now())
            StandardOutput.line("\(row.id): due now")
        }
    }

    /// Gives a letter up.
    struct Drop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give a letter up: it is kept on record and never sent.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var actor: ActorOption
        @OptionGroup var row: RowArgument
        @Option(help: "Why, for the log.") var reason: String

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            try await house.store.drop(row.row, reason: reason, actor: try actor.known(in: house), at: house.clock.now())
            StandardOutput.line("\(row.id): dropped")
        }
    }
}
