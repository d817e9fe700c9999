// SPDX-License-Identifier: Apache-2.0

/// How an applicant wants the answer: `email`, `post` or `personally`.
enum ReplyChannel: String, Hashable, Sendable {
    case email, post, personally

    /// Nil where the letter does not say.
    static func fact(_ evidence: LetterEvidence) -> Fact<String>? {
        let text = evidence.text
        if let value = evidence.form[.answerBy] {
            let wish = ReplyWish(text, value, ofAnswer: true)
            if let channel = wish.isChoice ? wish.chosen : wish.channel {
                return evidence.fact(channel.rawValue, value, .sure, "a field of the form")
            }
            if wish.isChoice { return nil }
        }
        for hit in ReplyWords.asks.hits(in: text) where evidence.form[.answerBy]?.contains(hit.tokens.lowerBound) != true {
            guard let sentence = text.sentences.first(where: { $0.contains(hit.tokens.lowerBound) }) else { continue }
            let end = min(sentence.upperBound, hit.tokens.upperBound + maximumDistance)
            let start = max(sentence.lowerBound, hit.tokens.lowerBound - maximumDistance)
            let wish = ReplyWish(text, start..<end, ofAnswer: hit.meaning == .answer)
            if !wish.isOfThePast, let channel = wish.channel {
                return evidence.fact(channel.rawValue, start..<end, .sure, "the letter says so")
            }
        }
        return nil
    }

    private static let maximumDistance = 22
}
