// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Office
import OfficeCalendar
import OfficeStore
import Settings
import Workflows

/// `chancery substitute …`.
struct SubstituteVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "substitute", abstract: "Who stands in for whom: list, add, end.",
        discussion: "Substitutes of staff.yaml are listed too; they are changed there.",
        subcommands: [List.self, Add.self, End.self])

    /// All substitutes.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List substitutes, those of staff.yaml and those added by verb.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var output: JSONOption

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let today = house.clock.today
            let facts =
                house.settings.staff.substitutes.map { SubstituteFacts($0, isOfFile: true, today) }
                + (try await house.store.substitutes()).map { SubstituteFacts($0, isOfFile: false, today) }
            if output.json { return try JSONOutput.print(facts) }
            var table = TextTable("FOR", "BY", "FROM", "TO", "REASON", "BASIS", "FROM WHERE", "NOW")
            for line in facts {
                table.add(
                    line.for, line.by, line.from, line.to, line.reason ?? "—", line.basis, line.isOfFile ? "staff.yaml" : "verb",
                    line.isInForce ? "in force" : "—")
            }
            table.print()
        }
    }

    /// Adds one.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let somebody stand in for somebody absent.",
            discussion: "Reasons: "
                + AbsenceReason.allCases.map { "\($0.rawValue) (\($0.wording(in: .ukrainian)))" }.joined(separator: ", ") + ".")

        @OptionGroup var config: ConfigOption
        @OptionGroup var actor: ActorOption
        @Option(name: .customLong("for"), help: ArgumentHelp("Who is absent.", valueName: "person")) var absent: String
        @Option(name: .customLong("by"), help: ArgumentHelp("Who stands in.", valueName: "person")) var acting: String
        @Option(help: ArgumentHelp("The first day (YYYY-MM-DD).", valueName: "date")) var from: String
        @Option(help: ArgumentHelp("The last day, included.", valueName: "date")) var to: String
        @Option(help: ArgumentHelp("The order it rests on.", valueName: "order")) var basis: String
        @Option(help: "Why; shown with every decision.") var reason: String?

        func run() async throws {
            let (first, last) = (try DateOption.date(from, "--from"), try DateOption.date(to, "--to"))
            guard first <= last else { throw ValidationError("--to is before --from") }
            guard reason.map({ AbsenceReason(rawValue: $0) != nil }) ?? true else {
                throw ValidationError("--reason \(reason ?? "") is none of the reasons; see `chancery substitute add --help`")
            }
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let new = Substitute(
                absent: PersonID(rawValue: absent), acting: PersonID(rawValue: acting), days: first...last, basis: basis,
                reason: reason.flatMap { AbsenceReason(rawValue: $0) })
            let actor = try actor.known(in: house)
            try await house.heeding { try await Substituting(acts: house.acts).add(new, by: actor) }
            StandardOutput.line("\(acting) stands in for \(absent) from \(first) to \(last)")
        }
    }

    /// Ends one early.
    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "End a substitute added by verb early.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var actor: ActorOption
        @Option(name: .customLong("for"), help: ArgumentHelp("Who is back.", valueName: "person")) var absent: String
        @Option(help: ArgumentHelp("The last day of the substitute, else yesterday.", valueName: "date")) var last: String?

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let day = try last.map { try DateOption.date($0, "--last") } ?? house.clock.today.adding(days: -1)
            let actor = try actor.known(in: house)
            let ended = try await house.heeding {
                try await Substituting(acts: house.acts).end(for: PersonID(rawValue: absent), lastDay: day, by: actor)
            }
            StandardOutput.line("\(ended.acting) no longer stands in for \(absent) after \(day)")
        }
    }
}

/// A substitute as `substitute list` prints it.
struct SubstituteFacts: Encodable {
    let `for`: String
    let by: String
    let from: String
    let to: String
    let basis: String
    let reason: String?
    /// Of staff.yaml rather than of a verb.
    let isOfFile: Bool
    let isInForce: Bool

    init(_ substitute: Substitute, isOfFile: Bool, _ today: CivilDate) {
        self.for = substitute.absent.rawValue
        by = substitute.acting.rawValue
        from = substitute.days.lowerBound.description
        to = substitute.days.upperBound.description
        basis = substitute.basis
        reason = substitute.reason?.rawValue
        self.isOfFile = isOfFile
        isInForce = substitute.days.contains(today)
    }
}
