// SPDX-License-Identifier: Apache-2.0

/// Writes a contact the way a card has it: as the letter has it, but the name in the nominative.
struct ContactText: Sendable {
    private let text: NormalizedText

    init(_ text: NormalizedText) { self.text = text }

    /// Nil for no words, and for more than a contact has.
    func written(_ range: Range<Int>) -> (value: String, tokens: Range<Int>)? {
        guard !range.isEmpty else { return nil }
        let tokens = withBracket(range)
        let value = nominative(tokens) ?? text.words(tokens)
        return value.utf8.count <= Self.longest ? (value, tokens) : nil
    }

    /// A bracket that the words open closes behind them; one that stood open before them does not: «(Гринь Т., тел. 60-11-22)».
    private func withBracket(_ range: Range<Int>) -> Range<Int> {
        let opened = range.count { text.tokens[$0].isMark("(") }
        let closed = range.count { text.tokens[$0].isMark(")") }
        if opened > closed, range.upperBound < text.tokens.count, text.tokens[range.upperBound].isMark(")") {
            return range.lowerBound..<range.upperBound + 1
        }
        let isStray = closed > opened && text.tokens[range.upperBound - 1].isMark(")")
        return isStray ? range.lowerBound..<range.upperBound - 1 : range
    }

    /// «Вікторією (097 000 40 04)» is Вікторія's; nil where the name is as a card has it.
    private func nominative(_ range: Range<Int>) -> String? {
        guard let mention = NameMention.first(in: text, range), mention.tokens.lowerBound == range.lowerBound else {
            return givenName(range)
        }
        guard !mention.name.cases.contains(.nominative), mention.name.isCertain else { return nil }
        let rest = text.words(mention.tokens.upperBound..<range.upperBound)
        return "\(mention.name.text)\(rest.begins(with: ",") ? "" : " ")\(rest)"
    }

    private func givenName(_ range: Range<Int>) -> String? {
        let token = text.tokens[range.lowerBound]
        guard range.count > 1, text.tokens[range.lowerBound + 1].kind == .mark, let name = GivenName.named(token, in: text),
            !GivenName.cases(token, in: text).contains(.nominative)
        else { return nil }
        return "\(name.nominative) \(text.words(range.dropFirst()))"
    }

    /// Octets of a name with a post and a telephone.
    private static let longest = 200
}
