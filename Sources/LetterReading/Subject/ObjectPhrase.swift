// SPDX-License-Identifier: Apache-2.0

/// What a request asks for, as it stands behind the verb: «суху тополю біля будинку № 7 та стару липу».
struct ObjectPhrase {
    let text: NormalizedText
    let tokens: Range<Int>

    /// The phrase as it stands behind a noun («сухої тополі біля …») or behind a colon («суха тополя біля …»).
    ///
    /// Its words in the accusative are the first ones and those behind «та»; the others depend on them and stay.
    /// - Returns: nil unless each word that must change is known or has an ending of one reading only.
    func declined(to wanted: Declension.Case) -> String? {
        guard let first = group(at: tokens.lowerBound, wanted, isFirst: true), !goesOnInAccusative(first) else { return nil }
        var forms = first.forms
        var index = first.end
        // «довідки про стаж та заробітну плату»: the accusative may hang on «про».
        var isGoverned = false
        while index < tokens.upperBound {
            if Self.governing.knows(text.tokens[index], in: text) { isGoverned = true }
            // «документів, що підтверджують вартість»: the clause has cases of its own.
            if index > tokens.lowerBound, text.tokens[index - 1].isMark(","),
                Self.relative.knows(text.tokens[index], in: text)
            {
                break
            }
            let joins = Self.joints.knows(text.tokens[index], in: text) || text.tokens[index].isMark(",")
            if joins, let other = group(at: behindJoints(index), wanted, isFirst: false),
                !isGoverned || other.forms.count == 1 && !lowered(other.end - 1).ends(with: "ії")
            {
                forms.merge(other.forms) { $1 }
                index = other.end
                isGoverned = false
            } else {
                index += 1
            }
        }
        return written(forms)
    }

    /// Whether it begins with a noun, or an adjective and its noun, that can be in the accusative only: «лавку», «новий знак».
    var isPlainAccusative: Bool {
        guard let first = tokens.first else { return false }
        let word = lowered(first)
        let next = first + 1 < tokens.upperBound && text.tokens[first + 1].kind == .word ? lowered(first + 1) : ""
        if let adjective = Declension.adjective(word, before: next), let noun = Declension.noun(next, isKnownOnly: true) {
            return adjective.gender == noun.gender && (noun.gender == .feminine || noun.gender == .masculine)
        }
        guard let noun = Declension.noun(word, isKnownOnly: true) else { return false }
        return noun.gender == .masculine || noun.gender == .feminine && (word.ends(with: "у") || word.ends(with: "ю"))
    }

    /// The genitive of what stands in the nominative: «надсилається копія наказу».
    var declinedFromNominative: String? {
        guard let first = tokens.first, let noun = Declension.nominative(lowered(first)) else { return nil }
        return written([first: cased(noun.genitive, first)])
    }

    /// The words, some in another form, on one line.
    private func written(_ forms: [Int: String]) -> String {
        var result = ""
        for index in tokens {
            let token = text.tokens[index]
            let piece = forms[index] ?? text.originalText(token.range)
            result += (index == tokens.lowerBound || token.isGlued ? "" : " ") + piece
        }
        return result.onOneLine
    }

    private struct Group {
        let forms: [Int: String]
        let end: Int
        let gender: Declension.Gender
    }

    /// Adjectives and their noun. Behind «та» only words that can be no genitive count: «копії рішень та протоколу» has one object.
    private func group(at start: Int, _ wanted: Declension.Case, isFirst: Bool) -> Group? {
        var forms: [Int: String] = [:]
        var gender: Declension.Gender?
        var index = start
        while index < tokens.upperBound, index - start < Self.longestGroup, text.tokens[index].kind == .word {
            if let second = secondPart(of: index) {
                index = second
                continue
            }
            let word = lowered(index)
            let next = beginning(index + 1)
            if Self.adverbs.knows(text.tokens[index], in: text) {
                index += 1
                continue
            }
            if let adjective = Declension.adjective(word, before: next), gender == nil || gender == adjective.gender {
                gender = adjective.gender
                forms[index] = cased(adjective.form(wanted), index)
            } else if let noun = Declension.noun(word, isKnownOnly: !isFirst && gender == nil),
                gender == nil || gender == noun.gender
            {
                forms[index] = cased(noun.form(wanted), index)
                return Group(forms: forms, end: index + 1, gender: noun.gender)
            } else {
                return nil
            }
            index += 1
        }
        return nil
    }

    /// The word at the place, of «аварійно-відновлювальні» the second; nothing where no word is.
    private func beginning(_ index: Int) -> String {
        guard index < tokens.upperBound, text.tokens[index].kind == .word else { return "" }
        return lowered(secondPart(of: index) ?? index)
    }

    /// «відновлювальні» of «аварійно-відновлювальні»: the first part never changes.
    private func secondPart(of index: Int) -> Int? {
        guard index + 2 < tokens.upperBound, text.tokens[index + 1].isMark("-"), text.tokens[index + 1].isGlued,
            text.tokens[index + 2].isGlued, text.tokens[index + 2].kind == .word, lowered(index).ends(with: "о")
        else { return nil }
        return index + 2
    }

    /// «вулицю Торгову пішохідною»: a name beside the noun would have to change with it.
    private func goesOnInAccusative(_ group: Group) -> Bool {
        guard group.end < tokens.upperBound, text.tokens[group.end].kind == .word, group.gender == .feminine else { return false }
        // «доньку Тимчук Злату».
        if Self.kin.knows(text.tokens[group.end - 1], in: text) {
            let name = text.tokens[group.end..<min(tokens.upperBound, group.end + 3)].prefix { $0.capitals == .first }
            if name.contains(where: { Self.accusatives.fits($0, in: text) }) { return true }
        }
        return text.tokens[group.end].capitals == .first && Self.nameEndings.fits(text.tokens[group.end], in: text)
    }

    private func behindJoints(_ start: Int) -> Int {
        var index = start
        while index < tokens.upperBound, index < start + 3,
            text.tokens[index].isMark(",") || Self.joints.knows(text.tokens[index], in: text)
        {
            index += 1
        }
        return index
    }

    private func lowered(_ index: Int) -> String {
        text.text(of: text.tokens[index]).inLowerCase
    }

    private func cased(_ form: String, _ index: Int) -> String {
        let apostrophe = form.contains("'") ? form.replacing("'", with: "’") : form
        // The first word of a sentence or a point stands in the middle of the summary.
        let isLow = text.tokens[index].capitals == .none || index == tokens.lowerBound && text.tokens[index].capitals == .first
        return isLow ? apostrophe : LetterCase.capitalized(apostrophe)
    }

    private static let kin = StemTable<Bool>([("доньку дочку дитину дружину маму сестру бабусю онуку внучку племінницю", true)])
    private static let accusatives = EndingSet(["у", "ю"])
    private static let nameEndings = EndingSet(["ову", "еву", "єву", "ську", "цьку", "ну"])
    /// What may stand before an adjective: «зайво сплачені».
    private static let adverbs = StemTable<Bool>([
        ("зайво надмірно помилково раніше належним чином належно вже повторно тимчасово безпідставно", true)
    ])
    private static let relative = StemTable<Bool>([("що який яка яке які якого якої яких", true)])
    private static let governing = StemTable<Bool>([("про на за через", true)])
    private static let joints = StemTable<Bool>([("та і й а також або", true)])
    /// Adjectives with their noun.
    private static let longestGroup = 5
}
