// SPDX-License-Identifier: Apache-2.0

/// The body that a line of a signature names: «Директор КП «Благоустрій»», «Начальник ОВА».
struct SignedBody {
    let name: String
    let tokens: Range<Int>

    init?(_ text: NormalizedText, _ line: Range<Int>) {
        for index in line where text.tokens[index].kind == .word {
            if SenderReading.forms.meaning(of: text.tokens[index], in: text) != nil, text.tokens[index].capitals != .none,
                let end = QuotedName.end(text, from: index, to: line.upperBound)
            {
                let written = text.originalText(text.tokens[index].range.lowerBound..<text.tokens[end - 1].range.upperBound)
                (name, tokens) = (LetterCase.formName(written), index..<end)
                return
            }
        }
        guard let post = line.first(where: { text.tokens[$0].kind == .word }),
            OfficeNoun.nominative(text.text(of: text.tokens[post]).lowercased())?.isOfficer == true
        else { return nil }
        let end = PersonMention.first(in: text, post + 1..<line.upperBound)?.tokens.lowerBound ?? line.upperBound
        let words = text.tokens[post + 1..<max(post + 1, end)].filter { $0.kind == .word }.map { text.originalText($0.range) }
        guard let name = Self.body(words) else { return nil }
        (self.name, tokens) = (name, post..<end)
    }

    private static func body(_ words: [String]) -> String? {
        guard let first = words.first else { return nil }
        if let long = administrations[first.uppercased()] { return long }
        guard words.count > 1 else { return nil }
        if let long = administrations[words[1].uppercased()], first.hasSuffix("ої") {
            return first.dropLast(2) + "а " + long.lowercased()
        }
        return OrganizationName.nominative(ofGenitive: words).map(LetterCase.capitalized)
    }

    private static let administrations = [
        "ОВА": "Обласна військова адміністрація", "ОДА": "Обласна державна адміністрація",
        "РВА": "Районна військова адміністрація",
        "РДА": "Районна державна адміністрація",
    ]
}
