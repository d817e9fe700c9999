// SPDX-License-Identifier: Apache-2.0

/// The body that a line of a signature names: «Директор КП «Благоустрій»», «Начальник ОВА».
struct SignedBody {
    let name: String
    let tokens: Range<Int>

    init?(_ text: NormalizedText, _ line: Range<Int>) {
        for index in line where text.tokens[index].kind == .word {
            if SenderReading.forms.knows(text.tokens[index], in: text), text.tokens[index].capitals != .none,
                let end = QuotedName.end(text, from: index, to: line.upperBound)
            {
                let written = text.originalText(text.tokens[index].range.lowerBound..<text.tokens[end - 1].range.upperBound)
                (name, tokens) = (LetterCase.formName(written), index..<end)
                return
            }
        }
        if let found = Self.administration(text, line) {
            self = found
            return
        }
        guard let post = Self.officer(text, line) else {
            guard let found = Self.named(text, line) else { return nil }
            self = found
            return
        }
        let named = PersonMention.first(in: text, post + 1..<line.upperBound)?.tokens.lowerBound ?? line.upperBound
        // «Начальник управління – головний інспектор»: a second post.
        let end = (post + 1..<max(post + 1, named)).first { text.tokens[$0].isMark("-") && !text.tokens[$0].isGlued } ?? named
        let words = text.tokens[post + 1..<max(post + 1, end)].filter { $0.kind == .word }.map { text.originalText($0.range) }
        guard let name = Self.body(words) else { return nil }
        (self.name, tokens) = (name, post..<end)
    }

    private init(name: String, tokens: Range<Int>) { (self.name, self.tokens) = (name, tokens) }

    /// The officer, «заступник» and «в. о.» before him passed over: «Перший заступник голови …».
    private static func officer(_ text: NormalizedText, _ line: Range<Int>) -> Int? {
        var isDeputy = false
        for index in line where text.tokens[index].kind == .word {
            let word = text.text(of: text.tokens[index]).inLowerCase
            if OfficeNoun.nominative(word)?.isOfficer == true || isDeputy && OfficeNoun.genitive(word)?.isOfficer == true {
                return index
            }
            guard deputies.knows(text.tokens[index], in: text) else { return nil }
            isDeputy = true
        }
        return nil
    }

    /// «Оперативний черговий Степової ОВА»: whatever the post.
    private static func administration(_ text: NormalizedText, _ line: Range<Int>) -> SignedBody? {
        for index in line.dropFirst() where text.tokens[index].capitals == .all {
            let place = text.originalText(text.tokens[index - 1].range)
            guard text.tokens[index - 1].capitals == .first, place.ends(with: "ої"),
                let long = administrations[text.originalText(text.tokens[index].range)]
            else { continue }
            return SignedBody(name: place.dropLast(2) + "а " + long.inLowerCase, tokens: index - 1..<index + 1)
        }
        return nil
    }

    /// «проректорка з науки Степового національного університету»: a post the tables do not know, and a body in the genitive.
    private static func named(_ text: NormalizedText, _ line: Range<Int>) -> SignedBody? {
        guard LineWords.posts.isMet(in: line, of: text) else { return nil }
        for start in line where text.tokens[start].capitals == .first && text.text(of: text.tokens[start]).ends(with: "ого") {
            let words = text.tokens[start..<line.upperBound].prefix { $0.kind == .word }.map { text.originalText($0.range) }
            guard let noun = words.prefix(4).lazy.compactMap({ OfficeNoun.genitive(LetterCase.lowered($0)) }).first,
                !noun.isOfficer, !noun.isUnit, let name = OrganizationName.nominative(ofGenitive: words)
            else { continue }
            return SignedBody(name: name, tokens: start..<start + words.count)
        }
        return nil
    }

    private static let deputies = StemTable<Bool>([
        ("перший перша заступник заступниця т в о тво во виконувач виконуюч* виконувачка обов'язків тимчасово", true)
    ])

    private static func body(_ words: [String]) -> String? {
        guard let first = words.first else { return nil }
        if let long = administrations[first.uppercased()] { return long }
        guard words.count > 1 else { return nil }
        if let long = administrations[words[1].uppercased()], first.ends(with: "ої") {
            return first.dropLast(2) + "а " + long.inLowerCase
        }
        return OrganizationName.nominative(ofGenitive: words).map(LetterCase.capitalized)
    }

    private static let administrations = [
        "ОВА": "Обласна військова адміністрація", "ОДА": "Обласна державна адміністрація",
        "РВА": "Районна військова адміністрація",
        "РДА": "Районна державна адміністрація",
    ]
}
