// SPDX-License-Identifier: Apache-2.0

/// The words of a text with which its writer asks for something.
struct AskingWords {
    private let text: NormalizedText
    private let body: Range<Int>
    /// «Маю пропозицію …. Можна під’єднати …».
    private let isProposal: Bool

    init(_ text: NormalizedText, _ body: Range<Int>) {
        (self.text, self.body) = (text, body)
        isProposal = SubjectWords.proposals.isMet(in: body.prefix(Self.reach), of: text)
    }

    /// Whether the word may ask: nearly none does.
    func mayHold(_ index: Int) -> Bool { Self.glance.mayKnow(text.tokens[index]) }

    /// Whether the word asks: «прошу», an imperative, a wish, a polite question.
    func holds(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard Self.glance.mayKnow(token), !isPastRequest(index) else { return false }
        if SubjectWords.requests.knows(token, in: text) || Imperatives.holds(token, in: text) { return true }
        return isPoliteQuestion(index) || isWish(index)
    }

    /// «На мої прохання прибрати паркан сусід не реагує» tells of requests made before.
    private func isPastRequest(_ index: Int) -> Bool {
        guard index > body.lowerBound, Self.asks.knows(text.tokens[index], in: text) else { return false }
        let near = text.tokens[max(body.lowerBound, index - Self.nearWhose)..<index]
        return near.contains { text.reads($0, "на") } || near.contains { Self.earlier.knows($0, in: text) }
    }

    private static let asks = StemTable<Bool>([("прохання проханням", true)])
    private static let earlier = StemTable<Bool>([("усні неодноразові численні попередні всі усі", true)])
    private static let nearWhose = 3
    /// Tokens in which a proposal calls itself one.
    private static let reach = 40

    /// «Хочемо орендувати приміщення», «звертаюся з пропозицією перейменувати …».
    private func isWish(_ index: Int) -> Bool {
        if Self.proposing.knows(text.tokens[index], in: text) {
            return text.tokens[max(body.lowerBound, index - 4)..<index].contains {
                SubjectWords.wrote.knows($0, in: text)
            }
        }
        guard index + 1 < body.upperBound, SubjectWords.wishes.knows(text.tokens[index], in: text),
            case .noun = VerbalNoun.act(of: text.tokens[index + 1], in: text)
        else { return false }
        return true
    }

    /// «Чи не могли б Ви …», «чи можна …».
    private func isPoliteQuestion(_ index: Int) -> Bool {
        if text.reads(text.tokens[index], "можна"), isProposal { return true }
        guard Self.polite.knows(text.tokens[index], in: text) else { return false }
        return text.tokens[max(body.lowerBound, index - 2)..<index].contains { text.reads($0, "чи") }
    }

    private static let proposing = StemTable<Bool>([("пропозицією", true)])
    private static let polite = StemTable<Bool>([("могли можна можливо можете", true)])
    private static let glance = WordGlance([
        SubjectWords.requests.slots, Imperatives.slots, SubjectWords.wishes.slots, polite.slots, proposing.slots,
    ])
}
