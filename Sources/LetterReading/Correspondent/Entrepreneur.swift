// SPDX-License-Identifier: Apache-2.0

/// An entrepreneur who writes without a letterhead: «Я, фізична особа – підприємець Рудь Інна Олегівна, …», «ФОП Рудь І. О.» below.
struct Entrepreneur {
    let name: String
    let tokens: Range<Int>

    /// Nil where an entrepreneur is only spoken of: who writes says «я» or signs so.
    init?(_ layout: LetterLayout) {
        let text = layout.text
        let signature = layout.lines.suffix(Self.footLines).last { line in
            line.tokens.lowerBound > 0 && line.tokens.count <= Self.longestSignature
                && Self.name(text, at: line.tokens.lowerBound, end: line.tokens.upperBound) != nil
        }
        let introduced = text.sentences.prefix(Self.sentences).lazy.compactMap { sentence -> PersonMention? in
            let saysI = text.reads(text.tokens[sentence.lowerBound], "я")
            let start = saysI ? sentence.lowerBound + 2 : sentence.lowerBound
            guard saysI || signature.map({ $0.tokens.lowerBound > start }) == true else { return nil }
            return Self.name(text, at: start, end: sentence.upperBound)
        }.first
        let signed = signature.flatMap { Self.name(text, at: $0.tokens.lowerBound, end: $0.tokens.upperBound) }
        guard let person = introduced ?? signed else { return nil }
        name = "ФОП \(person.titled)"
        tokens = person.tokens
    }

    /// The person behind «ФОП» or «фізична особа – підприємець» at a token.
    private static func name(_ text: NormalizedText, at start: Int, end: Int) -> PersonMention? {
        guard start < end else { return nil }
        if text.reads(text.tokens[start], "фоп") { return PersonMention(text, at: start + 1, end: end) }
        guard text.reads(text.tokens[start], "фізична"),
            let word = (start..<min(end, start + formTokens)).first(where: { text.reads(text.tokens[$0], "підприємець") })
        else { return nil }
        return PersonMention(text, at: word + 1, end: end)
    }

    /// Tokens of «фізична особа – підприємець».
    private static let formTokens = 4
    /// Sentences in which who writes says who he is.
    private static let sentences = 3
    private static let footLines = 5
    private static let longestSignature = 12
}
