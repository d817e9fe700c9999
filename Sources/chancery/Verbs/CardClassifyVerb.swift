// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Office
import OfficeCalendar
import OfficeStore
import Workflows

extension CardVerb {
    /// Codes of the classifier no. 858.
    struct Classify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give an appeal codes of the classifier no. 858, or show those it has.",
            discussion: """
                What the letter says for sure is proposed; codes given here count instead of it, and take the place of others of the same
                part. The codes are in classifier.yaml.
                """)

        @OptionGroup var config: ConfigOption
        @OptionGroup var output: JSONOption
        @Argument(help: "The card's id or registration index.") var card: String
        @Argument(help: "Codes: 3.3 9.1. None shows the card's.") var codes: [String] = []
        @Option(name: .customLong("as"), help: ArgumentHelp("Who says so: an id from staff.yaml.", valueName: "person"))
        var person: String?

        func validate() throws {
            guard codes.isEmpty || person != nil else { throw ValidationError("say with --as who gives the codes") }
        }

        func run() async throws {
            let house = try await House(try config.load(), logger: LoggerSetup.quiet())
            let card = try await CardLookup.card(card, in: house.store)
            let classification = AppealClassification(acts: house.acts)
            if let person, !codes.isEmpty {
                do {
                    try await classification.classify(card.id, as: codes, by: PersonID(rawValue: person))
                } catch let refusal as AppealClassification.Refusal {
                    throw Failure(ExitStatus.badInput, refusal.description)
                }
            }
            let facts = try await classification.lines(of: card.id).map(AppealCodeFacts.init)
            if output.json { return try JSONOutput.print(facts) }
            guard !facts.isEmpty else { return StandardOutput.line("Card \(card.id) is no appeal of a citizen.") }
            for fact in facts { StandardOutput.line(fact.sentence) }
        }
    }
}

/// One code of a card as it is printed.
struct AppealCodeFacts: Encodable {
    let part: String
    /// Null where nothing is known.
    let code: String?
    let name: String?
    /// Whether a person gave it; otherwise it is proposed.
    let isSettled: Bool

    init(_ line: AppealClassification.Line) {
        part = line.part.name.ukrainian
        code = line.value?.code
        name = line.value?.name.ukrainian
        isSettled = line.isSettled
    }

    /// `3.3  скарга  (за видами)`; what nobody has settled is marked as facts of the letter are.
    var sentence: String {
        guard let code, let name else { return "—  (\(part))" }
        return "\(code)  \(name)  (\(part))\(isSettled ? "" : "  \(SheetLines.doubt)")"
    }
}
