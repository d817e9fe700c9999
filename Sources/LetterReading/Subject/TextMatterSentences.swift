// SPDX-License-Identifier: Apache-2.0

/// The first words of a letter that say something, where nothing else does.
extension TextMatter {
    /// The first sentence with something to say; behind «звернулися мешканці:» what they say.
    func firstSentence() -> Found? {
        guard let first = text.sentences.first(where: { $0.upperBound > body.lowerBound + 2 && isTelling($0) }) else {
            return nil
        }
        var range = max(first.lowerBound, body.lowerBound)..<min(first.upperBound, body.upperBound)
        guard !range.isEmpty else { return nil }
        let appealed = SubjectWords.appealed.first(in: range, of: text)
        if let appealed, let colon = (appealed..<range.upperBound).first(where: { text.tokens[$0].isMark(":") }),
            colon + Self.fewWords < range.upperBound, text.tokens[colon + 1].capitals == .none
        {
            range = colon + 1..<range.upperBound
        }
        var start = reported(range) ?? range.lowerBound
        while start + 1 < range.upperBound, start < range.lowerBound + Self.longestGreeting,
            text.tokens[start].kind == .mark || SubjectWords.greetings.knows(text.tokens[start], in: text)
        {
            start += 1
        }
        range = start..<range.upperBound
        let words = SubjectClause(text: text, end: range.upperBound).words(range)
        return Found(value: words, tokens: range, certainty: .unsure, reason: "the first sentence")
    }

    /// Behind «Заявниця скаржиться, що …» of a form another office filled in.
    func reported(_ range: Range<Int>) -> Int? {
        guard SubjectWords.applicants.knows(text.tokens[range.lowerBound], in: text) else { return nil }
        return range.prefix(Self.longestGreeting).first { text.reads(text.tokens[$0], "що") }.map { $0 + 1 }
    }

    /// No «Добрий день!», no name alone.
    private func isTelling(_ sentence: Range<Int>) -> Bool {
        guard sentence.count > 2, sentence.lowerBound < body.upperBound else { return false }
        let first = text.tokens[max(sentence.lowerBound, body.lowerBound)]
        if SubjectWords.introducing.knows(first, in: text) || TroubleSigns.isCall(sentence, text) { return false }
        // «Світлано, добрий вечір!».
        let isGreeting = text.tokens[sentence].allSatisfy {
            $0.kind != .word || $0.capitals == .first || SubjectWords.greetings.knows($0, in: text)
        }
        return !isGreeting && (!LineWords.salutations.knows(first, in: text) || sentence.count > Self.longestGreeting)
    }
}
