// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Office
import OfficeStore
import Workflows

/// `chancery draft …`.
struct DraftVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "Outgoing letters: write, approve, sign.",
        discussion: """
            `draft new CARD` begins the answer to a card, its particulars filled in; `draft attach` adds text and files, each change a new
            version; `draft submit` sends it along its approvers, one after another. Without --draft the card's last draft is meant.
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Write",
                subcommands: [New.self, Attach.self, Submit.self, Withdraw.self, Answer.self, Abandon.self, Show.self]),
            CommandGroup(name: "Decide", subcommands: [Approve.self, Return.self, Sign.self]),
        ])

    /// Which draft of the card.
    struct DraftOption: ParsableArguments {
        @Option(help: ArgumentHelp("The draft, else the card's last.", valueName: "number")) var draft: Int?

        var id: DraftID? { draft.map { DraftID(rawValue: $0) } }
    }

    /// What is written into a draft.
    struct ContentOptions: ParsableArguments {
        @Option(help: ArgumentHelp("The heading: «Про …».", valueName: "heading")) var subject: String?
        @Option(help: "The text of the letter.") var text: String?
        @Option(help: ArgumentHelp("A file with the text, - for standard input.", valueName: "file")) var textFile: String?
        @Option(
            parsing: .upToNextOption,
            help: ArgumentHelp("Files that go with it; one of the same name is replaced.", valueName: "path"))
        var file: [String] = []
        @Option(parsing: .upToNextOption, help: ArgumentHelp("Names of files taken out.", valueName: "name"))
        var remove: [String] = []
        @Option(
            parsing: .upToNextOption,
            help: ArgumentHelp("Addressees in the stead of those there are: “Name <address>”.", valueName: "addressee"))
        var to: [String] = []
        @Option(name: .customLong("case"), help: ArgumentHelp("The case file.", valueName: "index")) var caseFile: String?

        func change(in house: House) async throws -> DraftChange {
            var change = DraftChange()
            change.subject = subject
            change.text = try textFile.map { String(decoding: try FileOctets.read($0), as: UTF8.self) } ?? text
            change.caseFile = caseFile
            change.removedFiles = remove
            if !to.isEmpty { change.addressees = to.map(Self.addressee) }
            let files = try file.map { path in
                (name: path.split(separator: "/").last.map(String.init) ?? path, octets: try FileOctets.read(path))
            }
            if !files.isEmpty { change.files = try await FileDeposit(vault: house.vault).deposit(files) }
            return change
        }

        /// `Name <address>`, or an address alone.
        static func addressee(_ text: String) -> Addressee {
            guard let open = text.lastIndex(of: "<"), text.last == ">" else { return Addressee(name: text, address: text) }
            let name = text[..<open].trimmingBlanks
            let address = text[text.index(after: open)...].dropLast()
            return Addressee(name: name.isEmpty ? String(address) : name, address: String(address))
        }
    }
}

extension Substring {
    fileprivate var trimmingBlanks: String {
        var text = drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

extension DraftVerb {
    /// Begins a draft.
    struct New: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Begin an outgoing letter: the answer to a card, or with --own a document of our own.",
            discussion: "Purposes: "
                + DraftPurpose.allCases.map { "\($0.rawValue) (\($0.wording(in: .ukrainian)))" }.joined(separator: ", ") + ".")

        @OptionGroup var config: ConfigOption
        @OptionGroup var output: JSONOption
        @OptionGroup var hand: HandOption
        @OptionGroup var content: ContentOptions
        @Argument(help: "The card it answers: its id or registration index.") var card: String?
        @Option(
            help: ArgumentHelp(
                "Without a card: note (службова записка, to the reviewer of the route) or letter (on our own initiative).",
                valueName: "document"))
        var own: String?
        @Option(help: "What it is for the card it answers.") var purpose = DraftPurpose.final.rawValue
        @Option(
            parsing: .upToNextOption, help: ArgumentHelp("The tasks it answers; else all that are open.", valueName: "number"))
        var task: [Int] = []

        func validate() throws {
            guard (card == nil) != (own == nil) else { throw ValidationError("give a card, or --own note or --own letter") }
            guard own.map({ DraftDesk.OwnDocument(rawValue: $0) != nil }) ?? true else {
                throw ValidationError("--own is note or letter")
            }
            guard DraftPurpose(rawValue: purpose) != nil else {
                let known = DraftPurpose.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--purpose \(purpose) is none of: \(known)")
            }
        }

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let outcome = try await house.heeding {
                let change = try await content.change(in: house)
                let desk = DraftDesk(acts: house.acts, vault: house.vault)
                if let document = own.flatMap({ DraftDesk.OwnDocument(rawValue: $0) }) {
                    return try await desk.begin(document, change, hand.hand)
                }
                let known = try await CardLookup.card(card ?? "", in: house.store)
                return try await desk.open(
                    on: known.id, purpose: DraftPurpose(rawValue: purpose) ?? .final, tasks: task.map { TaskID(rawValue: $0) },
                    change, hand.hand)
            }
            try ActFacts(outcome).print(json: output.json)
        }
    }

    /// Makes the next version.
    struct Attach: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change a draft: text, files, particulars. A draft under approval is thereby withdrawn.")

        @OptionGroup var options: ActOptions
        @OptionGroup var which: DraftOption
        @OptionGroup var content: ContentOptions

        func run() async throws {
            try await options.act { house, card, hand in
                try await DraftDesk(acts: house.acts, vault: house.vault).edit(
                    which.id, on: card, try await content.change(in: house), hand)
            }
        }
    }

    /// Sends it along its approvers.
    struct Submit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Submit a draft for approval.")

        @OptionGroup var options: ActOptions
        @OptionGroup var which: DraftOption

        func run() async throws {
            try await options.act { try await DraftDesk(acts: $0.acts, vault: $0.vault).submit(which.id, on: $1, $2) }
        }
    }

    /// Takes it back.
    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a draft back from approval or signing.")

        @OptionGroup var options: ActOptions
        @OptionGroup var which: DraftOption

        func run() async throws {
            try await options.act { try await DraftDesk(acts: $0.acts, vault: $0.vault).withdraw(which.id, on: $1, $2) }
        }
    }

    /// Stands by the version.
    struct Answer: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer a remark with reasons: the draft goes back to the approver who returned it.")

        @OptionGroup var options: ActOptions
        @OptionGroup var which: DraftOption
        @Option(help: "Why the version stands.") var reasons: String

        func run() async throws {
            try await options.act {
                try await DraftDesk(acts: $0.acts, vault: $0.vault).answerRemark(which.id, on: $1, reasons: reasons, $2)
            }
        }
    }

    /// Gives it up.
    struct Abandon: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give a draft up.")

        @OptionGroup var options: ActOptions
        @OptionGroup var which: DraftOption
        @Option(help: "Why.") var reason: String

        func run() async throws {
            try await options.act {
                try await DraftDesk(acts: $0.acts, vault: $0.vault).abandon(which.id, on: $1, reason: reason, $2)
            }
        }
    }
}
