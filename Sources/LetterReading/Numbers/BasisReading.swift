// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// A document a letter rests on: «на виконання доручення Прем’єр-міністра України від 11.11.2026 № 38211/1/1-26».
package struct Basis: Hashable, Sendable {
    /// Whose document it is and what it is, in the nominative: «Міністерство охорони здоров’я України (наказ)», «акт».
    package let body: String
    package let number: String
    package let date: CivilDate?

    package init(body: String, number: String, date: CivilDate?) {
        self.body = body
        self.number = number
        self.date = date
    }
}

/// The documents of others that a letter names by number.
package struct BasisReading: Sendable {
    package private(set) var documents: [Fact<Basis>] = []

    package init(_ main: MainText, source: LetterSource, numbers: NumberReading) {
        documents = Self.all(main, numbers.mentions)
    }

    private static func all(_ main: MainText, _ mentions: [NumberMention]) -> [Fact<Basis>] {
        let layout = main.layout
        var found: [Fact<Basis>] = []
        for mention in mentions where found.count < maximum {
            guard case .document(let noun) = mention.owner, let act = acts.meaning(of: layout.text.tokens[noun], in: layout.text)
            else { continue }
            let words = layout.text.tokens[noun + 1..<max(noun + 1, mention.tokens.lowerBound)]
                .prefix { !$0.isMark(",") && !$0.isMark("(") && !$0.isMark("№") && ends.meaning(of: $0, in: layout.text) == nil }
                .filter { $0.kind == .word || $0.isMark("-") }
            guard let body = body(act, words: names(Array(words), layout.text), mention) else { continue }
            let basis = Basis(body: body, number: mention.number.text, date: mention.date?.date)
            guard !found.contains(where: { $0.value.number == basis.number && $0.value.date == basis.date }) else { continue }
            found.append(
                Fact(
                    basis, at: main.place(of: noun..<mention.tokens.upperBound), .likely,
                    because: "a document named by its number"))
        }
        return found
    }

    /// Words with their hyphens put back: «Прем’єр-міністра».
    private static func names(_ tokens: [Token], _ text: NormalizedText) -> [String] {
        var words: [String] = []
        for token in tokens {
            if token.isMark("-") || (token.isGlued && words.last?.hasSuffix("-") == true) {
                if !words.isEmpty { words[words.count - 1] += text.originalText(token.range) }
            } else {
                words.append(text.originalText(token.range))
            }
        }
        return words
    }

    private static func body(_ act: String, words: [String], _ mention: NumberMention) -> String? {
        let isPlain = act == "доручення" || act == "лист"
        if act == "ЄРДР" { return act }
        guard !words.isEmpty else { return isPlain ? nil : act }
        let noun = OfficeNoun.genitive(LetterCase.lowered(words[0]))
        if let officer = noun, officer.isOfficer {
            let rest = Array(words.dropFirst())
            let body = Abbreviation.body(of: rest.map { OrganizationName.nominativeGuess($0) }) ?? rest.joined(separator: " ")
            let name = LetterCase.matching(officer.nominative, words[0]) + (body.isEmpty ? "" : " " + body)
            return isPlain ? name : "\(name) (\(act))"
        }
        if let name = OrganizationName.nominative(ofGenitive: words) {
            return isPlain ? name : "\(Abbreviation.ministry(name)) (\(act))"
        }
        return ([act] + words.prefix(6)).joined(separator: " ")
    }

    /// Words behind which the name of a body has ended.
    private static let ends = StemTable<Bool>([("від у в до про щодо за з на", true)])

    /// Documents of one letter that are looked at.
    private static let maximum = 20

    /// The acts by the stems of their names; `рішення` of councils are our own and no basis.
    private static let acts = StemTable<String>([
        ("доручен*", "доручення"), ("лист листа листом", "лист"), ("постанов*", "постанова"), ("розпоряджен*", "розпорядження"),
        ("наказ*", "наказ"),
        ("протокол*", "протокол"), ("акт акта акту актом", "акт"), ("указ*", "указ"), ("єрдр", "ЄРДР"), ("припис*", "припис"),
        ("закон*", "закон"),
        ("телеграм*", "телеграма"), ("програм*", "програма"),
    ])
}
