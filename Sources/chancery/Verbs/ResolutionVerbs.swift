// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Office
import Workflows

extension CardVerb {
    /// What a resolution says.
    struct OrderOptions: ParsableArguments {
        @Option(help: ArgumentHelp("The main executor, who answers for the whole.", valueName: "person")) var main: String?
        @Option(
            name: .customLong("with"), parsing: .upToNextOption,
            help: ArgumentHelp("Co-executors.", valueName: "person"))
        var coExecutors: [String] = []
        @Option(parsing: .upToNextOption, help: ArgumentHelp("Those who are only to know of it.", valueName: "person"))
        var inform: [String] = []
        @Option(help: ArgumentHelp("What is to be done, in words somebody can check.", valueName: "order")) var text = ""
        @Option(help: ArgumentHelp("The last day (YYYY-MM-DD).", valueName: "date")) var term: String?

        func order(task: Int? = nil) throws -> ResolutionWriting.Order {
            ResolutionWriting.Order(
                main: main.map { PersonID(rawValue: $0) }, coExecutors: coExecutors.map { PersonID(rawValue: $0) },
                informed: inform.map { PersonID(rawValue: $0) }, text: text,
                term: try term.map { try DateOption.date($0, "--term") },
                task: task.map { TaskID(rawValue: $0) })
        }
    }

    /// The first reviewer writes a resolution.
    struct Resolve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the resolution of the one who considers the document first.",
            discussion: """
                The main executor is given the task, with every file of the letter; the applicant hears who owns the process.
                Example: chancery card resolve 17 --main shevchenko --text "Підготувати відповідь" --term 2026-12-10 --as levchenko
                """)

        @OptionGroup var options: ActOptions
        @OptionGroup var order: OrderOptions
        @Option(help: ArgumentHelp("Only this task of the letter, by its number.", valueName: "number")) var task: Int?

        func run() async throws {
            try await options.act {
                try await ResolutionWriting(acts: $0.acts).resolve($1, try order.order(task: task), $2)
            }
        }
    }

    /// An executor passes a task on.
    struct Assign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Pass a task on to somebody under the resolution that gave it to you.")

        @OptionGroup var options: ActOptions
        @OptionGroup var order: OrderOptions
        @Option(
            help: ArgumentHelp("The resolution it is written under; else the last that names you.", valueName: "number"))
        var under: Int?

        func run() async throws {
            try await options.act {
                try await ResolutionWriting(acts: $0.acts).assign(
                    $1, try order.order(), under: under.map { ResolutionID(rawValue: $0) }, $2)
            }
        }
    }
}
