// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Office
import Workflows

extension CardVerb {
    /// The controller takes a card off control.
    struct Control: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a card off control: the controller has compared the result with the task.",
            discussion: "Whoever executed the document or wrote for it cannot do this.")

        @OptionGroup var options: ActOptions
        @Option(help: "What the result is.") var note = ""

        func run() async throws {
            try await options.act { try await CardControl(acts: $0.acts).removeControl(of: $1, note: note, $2) }
        }
    }

    /// The controller sends a card back into execution.
    struct Reopen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Send an executed card back into execution.")

        @OptionGroup var options: ActOptions
        @Option(help: "What is missing.") var reason: String

        func run() async throws {
            try await options.act { try await CardControl(acts: $0.acts).reopen($1, reason: reason, $2) }
        }
    }

    /// A card goes to its case file.
    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a card to its case file («до справи»).",
            discussion: "Where no letter answered the document, --note says how it was used.")

        @OptionGroup var options: ActOptions
        @Option(name: .customLong("case"), help: ArgumentHelp("The case file, else that of the journal.", valueName: "index"))
        var caseFile: String?
        @Option(help: "How the document was used.") var note = ""

        func run() async throws {
            try await options.act { try await CardControl(acts: $0.acts).close($1, caseFile: caseFile, note: note, $2) }
        }
    }
}
