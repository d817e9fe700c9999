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
        guard let name = Self.composed(names) else { return nil }
        text = name
        parent = names.first.flatMap { names.count > 1 || $0.isAdministration ? Abbreviation.nominative($0.words) : nil }
    }

    private struct Name {
        var words: [String]
        var alias: String?

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
            let short = genitive.hasSuffix(" україни") ? String(genitive.dropLast(8)) : genitive
            return text.inLowerCase.holds(short)
        }

        var firstNoun: OfficeNoun? {
            words.lazy.prefix(5).compactMap { OfficeNoun.nominative(LetterCase.lowered($0)) }.first
        }
        var isUnit: Bool { firstNoun?.isUnit == true }
        /// «Служба у справах дітей» under a council: a body without a name of its own.
        var isServant: Bool {
            guard let noun = words.first.flatMap({ OfficeNoun.nominative(LetterCase.lowered($0)) }) else { return false }
            return ["служба", "центр", "комісія", "інспекція", "архів"].contains(noun.nominative) && !hasQuotes
        }
        var isMinistry: Bool { firstNoun?.nominative == "міністерство" }
        var isPolice: Bool { words.contains { $0.inLowerCase.begins(with: "поліці") } }
        var hasQuotes: Bool { words.contains { $0.contains("«") } }
        var isCommittee: Bool {
            firstNoun?.nominative == "комітет" && words.first?.inLowerCase == "виконавчий"
                || words.first?.inLowerCase == "виконком"
        }
        var isCouncil: Bool { words.contains { $0.inLowerCase == "рада" } && !isParliament }
        var isParliament: Bool { words.first?.inLowerCase == "верховна" }
        var isNational: Bool {
            words.contains { $0.inLowerCase.begins(with: "україн") } || words.first?.inLowerCase == "державна" || isMinistry
        }
        /// «… у Наддніпрянській області», «… Лугоставського району».
        var isTerritorial: Bool {
            words.dropFirst(2).contains { word in
                ["області", "районі", "місті", "району", "областях", "міста", "м."].contains(word.inLowerCase)
            }
        }
        var isAdministration: Bool { Abbreviation.genitiveBody(of: words) != nil }
    }

    private static func composed(_ names: [Name]) -> String? {
        guard let last = names.last else { return nil }
        guard names.count > 1 else { return last.alias.map { "\(last.text) (\($0))" } ?? last.text }
        let above = names[names.count - 2]
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
        if last.names(body) { return last.text }
        if body.isMinistry || body.hasQuotes || body.isParliament { return "\(body.text), \(last.text)" }
        if last.text.contains(body.text) || last.names(body) { return last.text }
        // «Слідче управління Головного управління … в області»: the office of a region is named in full.
        if body.isUnit, body.isTerritorial { return "\(last.text) \(body.genitive)" }
        if body.isUnit, let top = above.dropLast().last {
            return top.isMinistry ? "\(top.text), \(last.text)" : "\(last.text) \(body.genitive.lowercasedFirst) \(top.genitive)"
        }
        return "\(last.text) \(body.genitive)"
    }

    /// The name after a unit, its adjectives and first noun in the genitive.
    static func genitive(_ words: [String]) -> String {
        let lowered = words.map(LetterCase.lowered)
        guard let nounAt = lowered.indices.prefix(5).first(where: { OfficeNoun.nominative(lowered[$0]) != nil }),
            let noun = OfficeNoun.nominative(lowered[nounAt])
        else { return words.joined(separator: " ") }
        var result = words
        result[nounAt] = LetterCase.matching(noun.genitive, words[nounAt])
        for index in 0..<nounAt {
            if let adjective = noun.genitiveAdjective(lowered[index]) {
                result[index] = LetterCase.matching(adjective, words[index])
            }
        }
        if result.first == words.first, let first = result.first, OfficeNoun.nominative(first.lowercased()) == nil {
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
    /// With a small first letter.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension OrganizationName {
    /// An adjective of the genitive feminine in the nominative: enough to recognise «обласної військової адміністрації».
    static func nominativeGuess(_ word: String) -> String {
        if word.ends(with: "ої") { return word.dropLast(2) + "а" }
        if word.ends(with: "ії") { return word.dropLast(1) + "я" }
        return word
    }
}
