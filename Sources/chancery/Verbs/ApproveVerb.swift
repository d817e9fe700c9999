// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Office
import OfficeCalendar
import OfficeStore
import Settings
import Workflows

/// `chancery approve …`.
struct ApproveVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "See which drafts wait for whom; ask again.", subcommands: [List.self, Remind.self])

    /// Drafts that wait for a decision.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List drafts that wait for an approver or the signatory.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var output: JSONOption
        @Option(name: .customLong("as"), help: ArgumentHelp("Only what this person may decide today.", valueName: "person"))
        var person: String?

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let waiting = try await house.heeding {
                try await DraftApproval(acts: house.acts).waiting(for: person.map { PersonID(rawValue: $0) })
            }
            if output.json { return try JSONOutput.print(waiting.map(WaitingFacts.init)) }
            var table = TextTable("CARD", "INDEX", "DRAFT", "STAGE", "WAITS FOR", "SINCE", "DUE", "HEADING")
            for item in waiting {
                let facts = WaitingFacts(item)
                table.add(
                    "\(facts.card)", facts.registrationIndex ?? "—", "\(facts.draft)", facts.stage,
                    facts.people.joined(separator: ", "), facts.since, facts.due ?? "—", facts.subject)
            }
            table.print()
        }
    }

    /// Asks once more.
    struct Remind: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Ask those once more for whom drafts wait.")

        @OptionGroup var config: ConfigOption
        @OptionGroup var hand: HandOption
        @Argument(help: "The card's id or registration index; without it every draft that waits.") var card: String?
        @Option(help: ArgumentHelp("Only drafts that have waited for so many days.", valueName: "days")) var since = 0

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let person = PersonID(rawValue: hand.person)
            guard house.settings.staff.person(person) != nil else {
                throw Failure(ExitStatus.badInput, "There is no “\(person)” in staff.yaml.")
            }
            let approval = DraftApproval(acts: house.acts)
            let known = try await card.asyncMap { try await CardLookup.card($0, in: house.store).id }
            var count = 0
            for item in try await approval.waiting() where known == nil || item.card.id == known {
                guard item.since.days(until: house.clock.today) >= since else { continue }
                let rows = try await approval.remind(of: item, by: hand.hand)
                count += rows.count
            }
            StandardOutput.line("letters in the outbox: \(count)")
        }
    }
}

extension Optional {
    fileprivate func asyncMap<Answer>(_ body: (Wrapped) async throws -> Answer) async throws -> Answer? {
        if let self { try await body(self) } else { nil }
    }
}

/// A draft that waits, as `approve list` prints it.
struct WaitingFacts: Encodable {
    let card: Int64
    let registrationIndex: String?
    let draft: Int
    let stage: String
    let subject: String
    let author: String
    let people: [String]
    let since: String
    let due: String?
    let version: String

    init(_ waiting: DraftApproval.Waiting) {
        card = waiting.card.id.rawValue
        registrationIndex = waiting.card.registrationIndex
        draft = waiting.draft.id.rawValue
        stage = waiting.draft.stage.rawValue
        subject = waiting.draft.current.content.subject
        author = waiting.draft.author.rawValue
        people = waiting.people.map(\.rawValue)
        since = waiting.since.description
        due = waiting.card.controlledDue?.description
        version = waiting.draft.current.digest.rawValue
    }
}
