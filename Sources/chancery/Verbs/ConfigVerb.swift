// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Office
import Settings

/// `chancery config test|show|describe`.
struct ConfigVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Check, show and explain the configuration.",
        subcommands: [Test.self, Show.self, Describe.self])

    /// All mistakes at once.
    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Check the configuration and say all mistakes at once.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var output: JSONOption

        private struct Mistake: Encodable {
            let file: String
            let line: Int?
            let column: Int?
            let key: String
            let what: String
            let advice: String
        }

        func run() throws {
            let problems =
                try Settings.check(
                    path: config.config, environment: ProcessEnvironment.current, shippedTemplates: Settings.shippedTemplates)
                + DeadlineFiles.problems(beside: config.config)
            if output.json {
                try JSONOutput.print(
                    problems.map {
                        Mistake(
                            file: $0.place.file, line: $0.place.line, column: $0.place.column, key: $0.key, what: $0.what,
                            advice: $0.advice)
                    })
            } else {
                for problem in problems { StandardOutput.line(problem.description) }
                StandardOutput.line(problems.isEmpty ? "\(config.config): sound" : "\(problems.count) to correct")
            }
            if !problems.isEmpty { throw ExitStatus.configuration }
            if let words = try config.load().missingTemplates { StandardError.write("chancery: \(words)\n") }
        }
    }

    /// What is in force.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the configuration in force, defaults filled in, secrets hidden.")

        @OptionGroup var config: ConfigOption

        func run() throws {
            StandardOutput.line(try config.load().show())
        }
    }

    /// Every key with its help.
    struct Describe: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print every key with type, range, default and help.")

        @Option(help: ArgumentHelp("Only in this language: uk or en.", valueName: "language"))
        var language: String?

        func run() throws {
            guard let language else { return StandardOutput.line(Settings.describe()) }
            guard let known = Language(rawValue: language) else { throw ValidationError("--language is uk or en") }
            StandardOutput.line(Settings.describe(in: [known]))
        }
    }
}
