// SPDX-License-Identifier: Apache-2.0
package import Office
import OfficeCalendar
import OfficeStore

/// Codes of the classifier no. 858 on cards of appeals: proposed by what the letter says for sure, settled by a person.
package struct AppealClassification: Sendable {
    /// Why codes were not written; nothing was changed.
    package enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        case noAppeal(CardID)
        case unknownCode(String)
        case twoOfOnePart(String, String)
        case notForPerson(PersonID)

        package var description: String {
            switch self {
            case .noAppeal(let card):
                "Card \(card) is no appeal of a citizen: the classifier no. 858 is for appeals alone. See its kind with `chancery card show \(card)`."
            case .unknownCode(let code):
                "There is no code \(code) in classifier.yaml. `chancery card classify CARD` without codes lists those that fit."
            case .twoOfOnePart(let one, let other): "\(one) and \(other) exclude each other. Give one of them."
            case .notForPerson(let person):
                "\(person.rawValue) is neither registrar nor controller by staff.yaml: these classify appeals. Name one with --as."
            }
        }
    }

    /// A code on a card.
    package struct Line: Hashable, Sendable {
        package let part: AppealClassifier.Part
        /// Nil where nothing speaks for a value and nobody has given one.
        package let value: AppealClassifier.Value?
        /// Whether a person gave it.
        package let isSettled: Bool
    }

    private let acts: OfficeActs

    package init(acts: OfficeActs) { self.acts = acts }

    /// Gives a card codes; of the parts they belong to, others are taken away.
    package func classify(_ id: CardID, as codes: [String], by person: PersonID) async throws {
        let classifier = acts.office.law.classifier
        guard let card = try await acts.store.card(id) else { throw StoreError.unknownCard(id) }
        guard card.isAppeal else { throw Refusal.noAppeal(id) }
        guard let roles = try await acts.staff().person(person)?.roles, !roles.isDisjoint(with: [.registrar, .controller]) else {
            throw Refusal.notForPerson(person)
        }
        var former: [String] = []
        var single: [String: String] = [:]
        for code in codes {
            guard let (part, _) = classifier[code] else { throw Refusal.unknownCode(code) }
            if part.isSingle, let other = single.updateValue(code, forKey: part.code), other != code {
                throw Refusal.twoOfOnePart(other, code)
            }
            former += part.values.map(\.code)
        }
        try await acts.store.classify(
            id, as: codes, insteadOf: former, actor: Actor(rawValue: person.rawValue), at: acts.clock.now())
    }

    /// The codes of a card, part by part; empty for a card that is no appeal.
    package func lines(of id: CardID) async throws -> [Line] {
        guard let card = try await acts.store.card(id), card.isAppeal else { return [] }
        let sheet = try await acts.store.factSheet(of: id).flatMap { FactSheet(jsonText: $0) }
        return Self.lines(card, sheet, settled: try await acts.store.appealCodes(of: id), by: acts.office.law.classifier)
    }

    static func lines(
        _ card: Card, _ sheet: FactSheet?, settled: Set<String>, by classifier: AppealClassifier
    ) -> [Line] {
        let signs = AppealSigns.signs(of: card, sheet)
        return classifier.parts.flatMap { part in
            let given = part.values.filter { settled.contains($0.code) }
            let values = given.isEmpty ? classifier.proposals(of: part, signs: signs) : given
            return values.isEmpty
                ? [Line(part: part, value: nil, isSettled: false)]
                : values.map { Line(part: part, value: $0, isSettled: !given.isEmpty) }
        }
    }
}

extension Card {
    /// Whether it is an appeal of a citizen in the sense of law 393/96, which the classifier counts.
    var isAppeal: Bool { kind?.hasPrefix("CITIZEN_") == true || kind == "PETITION" }
}
