// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Office
import Workflows

extension CardVerb {
    /// The process owner takes a task on.
    struct Take: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a task on.")

        @OptionGroup var options: ActOptions
        @Option(help: ArgumentHelp("The task, else your first open one.", valueName: "number")) var task: Int?

        func run() async throws {
            try await options.act { try await CardControl(acts: $0.acts).takeOn(task.map { TaskID(rawValue: $0) }, on: $1, $2) }
        }
    }

    /// The process owner reports a task done.
    struct Done: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Report a task done that needs no outgoing letter.")

        @OptionGroup var options: ActOptions
        @Option(help: ArgumentHelp("The task, else your first open one.", valueName: "number")) var task: Int?
        @Option(help: ArgumentHelp("What was done.", valueName: "report")) var text: String

        func run() async throws {
            try await options.act {
                try await CardControl(acts: $0.acts).report(task.map { TaskID(rawValue: $0) }, text: text, on: $1, $2)
            }
        }
    }

    /// More time: asked for, granted, declined.
    struct Extend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask for more time; or, as the one who decides, grant or decline it.",
            discussion: """
                The owner asks with --until and --reason. The first reviewer answers with --grant or --decline "reason"; where only the
                body that set the task can give more time, the controller grants with --basis, the number and date of its letter.
                """)

        @OptionGroup var options: ActOptions
        @Option(help: ArgumentHelp("The task; else the one that fits.", valueName: "number")) var task: Int?
        @Option(help: ArgumentHelp("The last day asked for (YYYY-MM-DD).", valueName: "date")) var until: String?
        @Option(help: "Why more time is needed.") var reason: String?
        @Flag(help: "Grant what was asked for.") var grant = false
        @Option(help: ArgumentHelp("The letter that changed the term.", valueName: "letter")) var basis: String?
        @Option(help: ArgumentHelp("Decline what was asked for, and why.", valueName: "reason")) var decline: String?

        func validate() throws {
            guard [until != nil, grant, decline != nil].count(where: { $0 }) == 1 else {
                throw ValidationError("give one of --until, --grant and --decline")
            }
            guard until == nil || reason != nil else { throw ValidationError("--until needs --reason") }
        }

        func run() async throws {
            let task = task.map { TaskID(rawValue: $0) }
            try await options.act { house, card, hand in
                let control = CardControl(acts: house.acts)
                if let until {
                    let day = try DateOption.date(until, "--until")
                    return try await control.askExtension(of: task, until: day, reason: reason ?? "", on: card, hand)
                }
                if let decline { return try await control.declineExtension(of: task, reason: decline, on: card, hand) }
                return try await control.grantExtension(of: task, basis: basis, on: card, hand)
            }
        }
    }
}
