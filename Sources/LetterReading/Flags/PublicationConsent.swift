// SPDX-License-Identifier: Apache-2.0

/// The writer's word that his letter may be published: «Не заперечую проти публічного оприлюднення моєї пропозиції», «дозволяю
/// розмістити це звернення на сайті», «прошу моє звернення опублікувати».
enum PublicationConsent {
    /// From the word of consent to that of publication; nil where nobody consents, or a word before turns it round.
    static func first(in text: NormalizedText) -> Range<Int>? {
        for index in text.tokens.indices {
            guard let word = consents.meaning(of: text.tokens[index], in: text), isGiven(word, at: index, text) else { continue }
            let reach = index + 1..<min(text.tokens.count, index + 1 + maximumTokens)
            let sentence = reach.prefix { !text.tokens[$0].isMark(".") && !text.tokens[$0].isMark(";") }
            guard let end = publishing.first(in: sentence, of: text) else { continue }
            if word == .question {
                // «Чи погоджуєтесь на публікацію звернення? Так».
                guard isAnswered(behind: end, text) else { continue }
                return index..<end + 1
            }
            if word == .asks, !isOwn(index..<min(text.tokens.count, end + ownReach), text) { continue }
            return index..<end + 1
        }
        return nil
    }

    private static func isGiven(_ word: Word, at index: Int, _ text: NormalizedText) -> Bool {
        let isNegated = (max(0, index - 2)..<index).contains { text.reads(text.tokens[$0], ["не", "ні", "без"]) }
        guard word == .negatedOnly else { return !isNegated }
        return isNegated || text.reads(text.tokens[index], "проти") && isTurnedRound(behind: index, text)
    }

    /// «Проти розміщення листа на сайті не заперечую».
    private static func isTurnedRound(behind index: Int, _ text: NormalizedText) -> Bool {
        let sentence = (index + 1..<min(text.tokens.count, index + 1 + longestSentence)).prefix { !text.tokens[$0].isMark(".") }
        return sentence.contains {
            text.reads(text.tokens[$0], ["заперечую", "заперечуємо"]) && text.reads(text.tokens[$0 - 1], "не")
        }
    }

    /// «Прошу оприлюднити рішення виконкому» is no consent.
    private static func isOwn(_ range: Range<Int>, _ text: NormalizedText) -> Bool {
        own.isMet(in: range, of: text)
    }

    private static func isAnswered(behind end: Int, _ text: NormalizedText) -> Bool {
        let near = end + 1..<min(text.tokens.count, end + 1 + maximumTokens)
        guard let mark = near.first(where: { text.tokens[$0].isMark("?") || text.tokens[$0].isMark(":") }) else { return false }
        return mark + 1 < text.tokens.count && text.reads(text.tokens[mark + 1], ["так", "да", "yes"])
    }

    private enum Word { case gives, negatedOnly, asks, question }
    private static let consents = StemTable<Word>([
        ("заперечую заперечуємо проти возражаю", .negatedOnly),
        (
            "згоден згодна згодні згоду згода дозволяю дозволяємо погоджуюсь погоджуюся погоджуємось погоджуємося можна можете согласен согласна",
            .gives
        ), ("прошу просимо", .asks), ("погоджуєтесь погоджуєтеся згодні-ви дозволяєте", .question),
    ])
    private static let publishing = StemTable<Bool>([
        ("оприлюдн* публікац* публікув* опублік* опубліков* публикац* опублик* розмістити розміщення", true)
    ])
    private static let own = StemTable<Bool>([("моє мою моєї мого мій наше нашого нашу цього цю цей", true)])
    /// Tokens from the word of consent to that of publication.
    private static let maximumTokens = 6
    private static let longestSentence = 16
    /// Tokens behind it in which the letter may be named.
    private static let ownReach = 3
}
