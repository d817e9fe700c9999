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
    private let text: NormalizedText

    package init(_ main: MainText, source: LetterSource, numbers: NumberReading) {
        text = main.layout.text
        for mention in numbers.mentions where documents.count < Self.maximum {
            guard case .document(let noun) = mention.owner, let basis = basis(mention, noun) else { continue }
            guard !documents.contains(where: { $0.value.number == basis.number && $0.value.date == basis.date }) else { continue }
            documents.append(
                Fact(
                    basis, at: main.place(of: noun..<mention.tokens.upperBound), .likely,
                    because: "a document named by its number"))
        }
    }

    private func basis(_ mention: NumberMention, _ noun: Int) -> Basis? {
        guard let act = BasisAct(text, noun: noun) else { return nil }
        let behind = mention.date == nil ? Tail(text, behind: mention.tokens.upperBound) : nil
        let date = mention.date ?? behind?.date ?? (act.isOfRegister ? entered(before: noun) : nil)
        // «програма № 1» of an application of machines.
        guard act.name != "програма" || date != nil else { return nil }
        let words = [
            words(noun + 1..<max(noun + 1, mention.tokens.lowerBound)), behind.map { self.words($0.words) } ?? [],
            eventBefore(noun), bodyBefore(noun),
        ]
        let found = words.first { !$0.isEmpty } ?? []
        let before = found.isEmpty ? issuer(of: act, before: noun) ?? sameIssuer(of: act, before: noun) : nil
        guard let body = before ?? body(act, words: found) else { return nil }
        return Basis(body: body, number: mention.number.text, date: date?.date)
    }

    /// «протокол № 5 засідання обласної комісії від 03.05.2027»: what the document is of, and its date, behind its number.
    private struct Tail {
        let words: Range<Int>
        let date: WrittenDate

        init?(_ text: NormalizedText, behind start: Int) {
            for index in start..<min(text.tokens.count, start + BasisReading.longestTail) {
                let token = text.tokens[index]
                if token.kind == .mark, !token.isMark("-"), !token.isMark("\"") { return nil }
                if let date = WrittenDate(text, at: index, end: text.tokens.count) {
                    guard index > start, BasisReading.from.knows(text.tokens[index - 1], in: text) else {
                        return nil
                    }
                    (words, self.date) = (start..<index - 1, date)
                    return
                }
                if token.kind == .number { return nil }
            }
            return nil
        }
    }

    /// The words of a name up to what is no longer part of it, hyphens put back: «Прем’єр-міністра».
    private func words(_ range: Range<Int>) -> [String] {
        let tokens = range.prefix { isOfName($0) }.map { text.tokens[$0] }.filter { $0.kind == .word || $0.isMark("-") }
        var words: [String] = []
        for token in tokens {
            if token.isMark("-") || (token.isGlued && words.last?.ends(with: "-") == true) {
                if !words.isEmpty { words[words.count - 1] += text.originalText(token.range) }
            } else {
                words.append(text.originalText(token.range))
            }
        }
        return words
    }

    /// «Внесеному 24.12.2026 до Єдиного реєстру …»: when the register took it.
    private func entered(before noun: Int) -> WrittenDate? {
        let near = max(0, noun - Self.longestEntry)..<noun
        guard near.contains(where: { Self.entering.knows(text.tokens[$0], in: text) }) else { return nil }
        return near.lazy.compactMap { WrittenDate(text, at: $0, end: noun) }.first
    }

    /// «Від» and «про» end a name, «з питань», «у справах» go on with it.
    private func isOfName(_ index: Int) -> Bool {
        let token = text.tokens[index]
        if token.isMark(",") || token.isMark("(") || token.isMark("№") { return false }
        return !Self.ends.knows(token, in: text)
            || index + 1 < text.tokens.count && Self.matters.knows(text.tokens[index + 1], in: text)
    }

    /// «Від Офісу Президента України (лист від … № …)»: whose letter it is stands before the brackets.
    private func bodyBefore(_ noun: Int) -> [String] {
        guard noun > 0, text.tokens[noun - 1].isMark("(") else { return [] }
        let words = (max(0, noun - 1 - Self.longestEvent)..<noun - 1).reversed().prefix { text.tokens[$0].kind == .word }
            .reversed()
        guard
            let body = words.firstIndex(where: {
                OfficeNoun.genitive(LetterCase.lowered(text.originalText(text.tokens[$0].range)))?.isUnit == false
            })
        else { return [] }
        let adjectives = words[..<body].reversed().prefix {
            text.folded(text.tokens[$0]).ends(with: "ої") || text.folded(text.tokens[$0]).ends(with: "ого")
        }
        return (adjectives.reversed() + words[body...]).map { text.originalText(text.tokens[$0].range) }
    }

    /// «Постановою КМУ від … № 753 (у редакції постанови від … № 307)»: the same body's.
    private func sameIssuer(of act: BasisAct, before noun: Int) -> String? {
        guard noun > 0, text.reads(text.tokens[noun - 1], ["редакції", "внесеними"]), let last = documents.last?.value.body,
            last.ends(with: "(\(act.name))")
        else { return nil }
        return last
    }

    /// «За результатами засідання регіональної комісії (протокол від … № …)»: what the document in brackets is of.
    private func eventBefore(_ noun: Int) -> [String] {
        guard noun > 0, text.tokens[noun - 1].isMark("(") else { return [] }
        let words = max(0, noun - 1 - Self.longestEvent)..<noun - 1
        guard let start = words.last(where: { Self.events.knows(text.tokens[$0], in: text) }) else { return [] }
        return text.tokens[start..<noun - 1].filter { $0.kind == .word }.map { text.originalText($0.range) }
    }

    /// «Кабінет Міністрів України постановою від … № … зменшив»: whose act it is stands before it in the nominative.
    private func issuer(of act: BasisAct, before noun: Int) -> String? {
        guard
            text.folded(text.tokens[noun]).ends(with: "ою") || text.folded(text.tokens[noun]).ends(with: "ом")
                || text.folded(text.tokens[noun]).ends(with: "ям")
        else { return nil }
        let words = (max(0, noun - Self.longestEvent)..<noun).reversed().prefix { text.tokens[$0].kind == .word }.reversed()
        guard
            let start = words.first(where: { index in
                text.tokens[index].capitals == .first
                    && OfficeNoun.first(in: words.filter { $0 >= index }.prefix(4).map { text.tokens[$0] }, of: text)?.noun.isUnit
                        == false
            })
        else { return nil }
        let name = words.filter { $0 >= start }.map { text.originalText(text.tokens[$0].range) }.joined(separator: " ")
        return "\(Abbreviation.ministry(name)) (\(act.name))"
    }

    private func body(_ act: BasisAct, words: [String]) -> String? {
        if act.isOfRegister { return act.name }
        guard !words.isEmpty else { return act.isPlain ? nil : act.name }
        // «Протокол позачергового засідання регіональної комісії» is the commission's.
        if let event = words.prefix(2).firstIndex(where: { Self.meetings.contains($0.inLowerCase) }), event + 1 < words.count,
            let name = OrganizationName.nominative(ofGenitive: Array(words[(event + 1)...]))
        {
            return "\(Abbreviation.ministry(name)) (\(act.name))"
        }
        if let officer = OfficeNoun.genitive(LetterCase.lowered(words[0])), officer.isOfficer {
            let rest = Array(words.dropFirst())
            let body = Abbreviation.body(of: rest.map { OrganizationName.nominativeGuess($0) }) ?? rest.joined(separator: " ")
            let name = LetterCase.matching(officer.nominative, words[0]) + (body.isEmpty ? "" : " " + body)
            return act.isPlain ? name : "\(name) (\(act.name))"
        }
        if let name = OrganizationName.nominative(ofGenitive: words) {
            return act.isPlain ? name : "\(Abbreviation.ministry(name)) (\(act.name))"
        }
        // «розпорядження КМУ».
        if words.count == 1, words[0].count > 2, words[0].allSatisfy(\.isUppercase) { return "\(words[0]) (\(act.name))" }
        return ([act.name] + words.prefix(12)).joined(separator: " ")
    }

    private static let events = StemTable<Bool>([
        (
            "засідання засіданні наради нараді зборів зборах ревізії перевірки аудиту інспектування обстеження слухань сесії рішення рішенням",
            true
        )
    ])
    private static let entering = StemTable<Bool>([("внесен* зареєстрован*", true)])
    /// Tokens of «внесеному 24.12.2026 р. до Єдиного».
    private static let longestEntry = 10
    private static let meetings: Set<String> = ["засідання", "засіданні", "наради", "нараді", "рішення", "рішенням"]
    private static let matters = StemTable<Bool>([("питань справах прав надзвичайних координації протидії захисту", true)])
    /// Words behind which the name of a body has ended.
    private static let ends = StemTable<Bool>([("від у в до про щодо за з на", true)])
    private static let from = StemTable<Bool>([("від", true)])
    /// Tokens of the name of a meeting or an inspection.
    private static let longestEvent = 12
    /// Tokens from a number to a date behind it.
    private static let longestTail = 18
    /// Documents of one letter that are looked at.
    private static let maximum = 20
}
