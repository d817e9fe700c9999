// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Office
import Workflows

extension CardVerb {
    /// The front office passes a letter on.
    struct Forward: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Pass a letter on to the body whose business it is, and tell its sender.",
            discussion: "An appeal of a citizen is passed on within five days of receipt; later --late says why.")

        @OptionGroup var options: ActOptions
        @Option(help: ArgumentHelp("The body it goes to.", valueName: "body")) var to: String
        @Option(help: ArgumentHelp("Why it is passed on after the term.", valueName: "reason")) var late: String?

        func run() async throws {
            try await options.act { try await CardReview(acts: $0.acts).forward($1, to: to, lateReason: late, $2) }
        }
    }

    /// The front office returns a letter.
    struct Return: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Return a letter to its sender with an explanation.",
            discussion: "An appeal of a citizen is returned within ten days of receipt; later --late says why.")

        @OptionGroup var options: ActOptions
        @Option(help: "Why it is returned and what to do, for the sender.") var explanation: String
        @Option(help: ArgumentHelp("Why it is returned after the term.", valueName: "reason")) var late: String?

        func run() async throws {
            try await options.act {
                try await CardReview(acts: $0.acts).sendBack($1, explanation: explanation, lateReason: late, $2)
            }
        }
    }

    /// The front office makes a registration void.
    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a registration void; the number stays spent («анульовано»).")

        @OptionGroup var options: ActOptions
        @Option(help: "Why.") var reason: String

        func run() async throws {
            try await options.act { try await CardReview(acts: $0.acts).cancel($1, reason: reason, $2) }
        }
    }

    /// The front office leaves a letter without a number.
    struct SetAside: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set-aside", abstract: "Leave a letter unregistered: a kind that gets no number, such as advertising.")

        @OptionGroup var options: ActOptions
        @Option(help: "Why.") var reason: String

        func run() async throws {
            try await options.act { try await CardReview(acts: $0.acts).setAside($1, reason: reason, $2) }
        }
    }
}
