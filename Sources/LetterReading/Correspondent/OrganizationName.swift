// SPDX-License-Identifier: Apache-2.0

/// The name of a body as a clerk writes it on a card, made from the lines of its letterhead: «УПРАВЛІННЯ КУЛЬТУРИ» of
/// «НАДДНІПРЯНСЬКА ОБЛАСНА ДЕРЖАВНА АДМІНІСТРАЦІЯ» is «Управління культури Наддніпрянської ОДА».
struct OrganizationName: Hashable, Sendable {
    let text: String
    /// The highest body in its short form, where the letterhead has several or an administration: «Наддніпрянська ОДА».
    let parent: String?

    /// - Parameter lines: the names of the letterhead from the highest body down, in any letter case; a line in brackets is another
    ///   name of the one above it. Nil when there is none.
    init?(letterhead lines: [String]) {
        var names: [Name] = []
        for line in lines {
            let words = LetterCase.nameWords(line)
            guard !words.isEmpty else { continue }
            if line.begins(with: "("), let last = names.indices.last {
                names[last].alias = Abbreviation.body(of: words)
            } else {
                names.append(Name(words: words))
            }
        }
        for index in names.indices.dropFirst() { names[index] = names[index].completed(by: names[index - 1]) }
        guard let name = Self.composed(names) else { return nil }
        text = name
        parent = names.first.flatMap { names.count > 1 || $0.isAdministration ? Abbreviation.nominative($0.words) : nil }
    }

    private struct Name {
        let words: [String]
        var alias: String?
        /// ``words`` in lower case.
        private let lowered: [String]
        /// Where among ``words`` its ``firstNoun`` stands.
        private let nounPlace: Int?
        let firstNoun: OfficeNoun?

        init(words: [String]) {
            self.words = words
            lowered = words.map(\.inLowerCase)
            let letters = lowered.map(\.trimmedToLetters)
            nounPlace = OrganizationName.noun(in: letters)
            firstNoun = nounPlace.flatMap { OfficeNoun.nominative(letters[$0]) }
        }

        var text: String {
            let whole = words.joined(separator: " ")
            return Abbreviation.form(isUnit || isPolice ? Abbreviation.inside(whole) : whole)
        }

        /// What stands after a unit: «Наддніпрянської ОДА (ОВА)».
        var genitive: String {
            let short = Abbreviation.genitiveBody(of: words) ?? OrganizationName.genitive(words)
            return alias.map { "\(short) (\($0))" } ?? short
        }

        /// Whether it names a body in the genitive, «України» aside.
        func names(_ body: Name) -> Bool {
            let genitive = body.genitive.inLowerCase
            let short = genitive.ends(with: " україни") ? String(genitive.dropLast(8)) : genitive
            return text.inLowerCase.holds(short)
        }

        /// Whether it says only what part it is, and perhaps of which region: «Секретаріат», «Слідчий відділ», «Південне
        /// міжрегіональне управління», «Управління у Наддніпрянській області».
        private var isBare: Bool {
            guard let at = nounPlace, let noun = firstNoun, noun.isUnit || Self.parts.contains(noun.nominative) else {
                return false
            }
            return at + 1 == words.count || Self.places.contains(words[at + 1].inLowerCase)
        }

        /// «Управління Національної соціальної сервісної служби України у Наддніпрянській області» for a bare «Управління у … області».
        func completed(by body: Name) -> Name {
            guard isBare, !body.hasQuotes, let at = nounPlace else { return self }
            return Name(words: words[...at] + body.genitive.split(separator: " ").map(String.init) + words[(at + 1)...])
        }

        private static let parts: Set<String> = ["секретаріат", "офіс", "штаб"]
        private static let places: Set<String> = ["в", "у", "по", "м.", "№"]
        var isUnit: Bool { firstNoun?.isUnit == true }
        /// «Служба у справах дітей» under a council: a body without a name of its own.
        var isServant: Bool {
            guard let noun = lowered.first.flatMap({ OfficeNoun.nominative($0.trimmedToLetters) }) else { return false }
            return ["служба", "центр", "комісія", "інспекція", "архів"].contains(noun.nominative) && !hasQuotes
        }
        var isMinistry: Bool { firstNoun?.nominative == "міністерство" }
        var isPolice: Bool { lowered.contains { $0.begins(with: "поліці") } }
        /// «Криничанський відділ державної виконавчої служби»: a place and a matter.
        var isOfPlace: Bool {
            guard let at = nounPlace, at > 0, at + 1 < words.count, let first = words.first else { return false }
            return LetterCase.isPlaceAdjective(first.inLowerCase)
        }
        var hasQuotes: Bool { words.contains { $0.holds("«") } }
        var isCommittee: Bool {
            firstNoun?.nominative == "комітет" && lowered.first == "виконавчий"
                || lowered.first == "виконком"
        }
        var isCouncil: Bool { lowered.contains("рада") && !isParliament }
        var isParliament: Bool { lowered.first == "верховна" }
        var isNational: Bool {
            lowered.contains { $0.begins(with: "україн") } || lowered.first == "державна" || isMinistry
        }
        /// «… у Наддніпрянській області», «… Лугоставського району».
        var isTerritorial: Bool {
            lowered.dropFirst(2).contains {
                ["області", "районі", "місті", "району", "областях", "міста", "м."].contains($0)
            }
        }
        var isAdministration: Bool { Abbreviation.genitiveBody(of: words) != nil }
    }

    private static func composed(_ names: [Name]) -> String? {
        guard let last = names.last else { return nil }
        guard names.count > 1 else { return last.alias.map { "\(last.text) (\($0))" } ?? last.text }
        let above = names[names.count - 2]
        // «ФОП Гнатюк Оксана Павлівна / приватний дитячий садок»: what he runs is no body of its own.
        if let owner = names.first(where: { $0.words.first?.inLowerCase == "фоп" }) { return owner.text }
        if last.isPolice, let short = names.dropLast().lazy.reversed().compactMap({ Abbreviation.police($0.words) }).first {
            return last.words.first?.inLowerCase == "головне" ? last.text : "\(last.text) \(short)"
        }
        if last.isCommittee, let council = names.dropLast().last(where: \.isCouncil) { return "\(last.text) \(council.genitive)" }
        if last.isUnit || last.isServant, above.isCommittee || above.isCouncil || above.isAdministration || last.isUnit {
            return unit(last, of: Array(names.dropLast()))
        }
        // «Озерська міська організація» of «Профспілка працівників освіти України».
        if last.firstNoun?.nominative == "організація", ["профспілка", "партія", "спілка"].contains(above.firstNoun?.nominative) {
            return "\(last.text) \(above.genitive)"
        }
        // «Степова державна податкова інспекція» of «Головне управління … в області».
        if above.isUnit, above.isTerritorial, !last.hasQuotes, last.firstNoun?.isOfficer == false {
            return "\(last.text) \(above.genitive)"
        }
        // «Центр кар’єри та практики» of a university.
        if last.isServant, !last.isTerritorial, !above.isNational, !above.isTerritorial { return "\(above.text), \(last.text)" }
        if above.isParliament || (above.hasQuotes && !last.hasQuotes) { return "\(above.text), \(last.text)" }
        return last.alias.map { "\(last.text) (\($0))" } ?? last.text
    }

    /// «Управління культури Наддніпрянської ОДА», «Міністерство освіти і науки України, Департамент …».
    private static func unit(_ last: Name, of above: [Name]) -> String {
        guard let body = above.last else { return last.text }
        if body.isCommittee, let council = above.dropLast().last(where: \.isCouncil) {
            return "\(last.text) \(body.genitive.lowercasedFirst) \(council.genitive)"
        }
        // A national body over its office in a region: the office names itself in full.
        if last.isTerritorial, body.isNational { return last.text }
        if last.names(body) || last.isOfPlace && (body.isMinistry || body.isUnit) { return last.text }
        if body.isMinistry || body.hasQuotes || body.isParliament { return "\(body.text), \(last.text)" }
        if last.text.holds(body.text) || last.names(body) { return last.text }
        // «Слідче управління Головного управління … в області»: the office of a region is named in full.
        if body.isUnit, body.isTerritorial { return "\(last.text) \(body.genitive)" }
        if body.isUnit, let top = above.dropLast().last {
            return top.isMinistry ? "\(top.text), \(last.text)" : "\(last.text) \(body.genitive.lowercasedFirst) \(top.genitive)"
        }
        return "\(last.text) \(body.genitive)"
    }

    /// Where the noun of a body, a unit or an officer stands in a name in the nominative: the «відділ» of «слідчий відділ».
    private static func noun(in lowered: [String]) -> Int? {
        let nouns = lowered.indices.prefix(5).filter { OfficeNoun.nominative(lowered[$0]) != nil }
        guard let first = nouns.first else { return nil }
        let isAdjective = OfficeNoun.isAdjective(lowered[first]) && nouns.dropFirst().first == first + 1
        return isAdjective ? first + 1 : first
    }

    /// The name after a unit, its adjectives and first noun in the genitive.
    static func genitive(_ words: [String]) -> String {
        let lowered = words.map(LetterCase.lowered)
        guard let nounAt = noun(in: lowered), let noun = OfficeNoun.nominative(lowered[nounAt]) else {
            return words.joined(separator: " ")
        }
        var result = words
        result[nounAt] = LetterCase.matching(noun.genitive, words[nounAt])
        for index in 0..<nounAt {
            if let adjective = noun.genitiveAdjective(lowered[index]) {
                result[index] = LetterCase.matching(adjective, words[index])
            }
        }
        if result.first == words.first, let first = result.first, OfficeNoun.nominative(first.inLowerCase) == nil {
            return result.joined(separator: " ")
        }
        return result.joined(separator: " ")
    }

    /// A name found in the genitive («листа Міністерства освіти і науки України») in the nominative; nil when its first noun is
    /// not one of the office's.
    static func nominative(ofGenitive words: [String]) -> String? {
        let lowered = words.map(LetterCase.lowered)
        guard let nounAt = lowered.indices.prefix(4).first(where: { OfficeNoun.genitive(lowered[$0]) != nil }),
            let noun = OfficeNoun.genitive(lowered[nounAt])
        else { return nil }
        var result = words
        result[nounAt] = LetterCase.matching(noun.nominative, words[nounAt])
        for index in 0..<nounAt {
            guard let adjective = noun.nominativeAdjective(lowered[index]) else { return nil }
            result[index] = LetterCase.matching(adjective, words[index])
        }
        return Abbreviation.form(result.joined(separator: " "))
    }
}

extension String {
    /// With a small first letter, but for one that a name of a place has.
    fileprivate var lowercasedFirst: String {
        let first = prefix { $0 != " " }
        return LetterCase.isPlaceAdjective(first.inLowerCase) ? self : prefix(1).inLowerCase + dropFirst()
    }
}

extension OrganizationName {
    /// An adjective of the genitive feminine in the nominative: enough to recognise «обласної військової адміністрації».
    static func nominativeGuess(_ word: String) -> String {
        if word.ends(with: "ої") { return word.dropLast(2) + "а" }
        if word.ends(with: "ії") { return word.dropLast(1) + "я" }
        return word
    }
}
