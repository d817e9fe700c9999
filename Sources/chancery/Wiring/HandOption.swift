// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Glibc
import Office
import OfficeCalendar
import OfficeStore
import Settings
import Workflows

/// Who acts on a card, for verbs of the route: a person of the staff list, as themselves or for somebody absent.
struct HandOption: ParsableArguments {
    @Option(name: .customLong("as"), help: ArgumentHelp("Who acts: an id from staff.yaml.", valueName: "person"))
    var person: String
    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "For whom, when they stand in for several; otherwise found by the substitutes of the day.", valueName: "person"))
    var absent: String?

    /// The person with the account of the operating system that ran the verb, which is what proves the act.
    var hand: Hand {
        Hand(
            PersonID(rawValue: person), for: absent.map { PersonID(rawValue: $0) }, by: .verb(account: Self.account))
    }

    /// The account of the operating system that runs the verb.
    static var account: String {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "uid \(getuid())" }
        return String(cString: name)
    }
}

/// Options every verb that acts on a card takes.
struct ActOptions: ParsableArguments {
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: JSONOption
    @OptionGroup var hand: HandOption
    @Argument(help: "The card's id or registration index.") var card: String
}

extension ActOptions {
    /// Does something on the card and prints what came of it; a refusal ends with status 65 and says what to do instead.
    func act(_ body: (House, CardID, Hand) async throws -> ActOutcome) async throws {
        let house = try await House(try config.load(), logger: LoggerSetup.quiet())
        let outcome = try await house.heeding {
            let card = try await CardLookup.card(card, in: house.store)
            return try await body(house, card.id, hand.hand)
        }
        try ActFacts(outcome).print(json: output.json)
    }
}

extension House {
    /// Runs a use case; a refusal is told in the office's language.
    func heeding<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
        do {
            return try await body()
        } catch let refusal as OfficeRefusal {
            let words = refusal.sentence(in: settings.office.language, staff: (try? await acts.staff()) ?? settings.staff)
            throw Failure(ExitStatus.badInput, words)
        }
    }
}

/// A date as an option of a verb.
enum DateOption {
    static func date(_ text: String, _ name: String) throws -> CivilDate {
        guard let day = CivilDate(text) else { throw ValidationError("\(name) is a date such as 2026-12-15, not “\(text)”") }
        return day
    }
}
