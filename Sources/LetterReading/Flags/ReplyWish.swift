// SPDX-License-Identifier: Apache-2.0

/// What the words around an answer say of the way it is to come.
struct ReplyWish {
    private let text: NormalizedText
    private let range: Range<Int>
    /// Whether the answer itself is named: else an address may be where something is to be sent to.
    private let isOfAnswer: Bool

    init(_ text: NormalizedText, _ range: Range<Int>, ofAnswer isOfAnswer: Bool) {
        self.text = text
        self.range = range
        self.isOfAnswer = isOfAnswer
    }

    /// Of several, mail first: «письмово та на e-mail»; none that the letter declines: «поштою не треба».
    var channel: ReplyChannel? {
        let ways = ReplyWords.ways.hits(in: text, range).filter { !isDeclined($0.tokens) }
        func names(_ way: ReplyWords.Way) -> Bool { ways.contains { $0.meaning == way } }
        if names(.email) { return .email }
        if let at = range.first(where: { text.tokens[$0].isMark("@") }), !isDeclined(at..<at + 1) { return .email }
        if names(.personally) { return .personally }
        return names(.post) || isOfAnswer && names(.address) ? .post : nil
    }

    /// Whether a form prints all ways, of which one is to be marked.
    var isChoice: Bool { Set(ReplyWords.ways.hits(in: text, range).map(\.meaning)).isSuperset(of: [.email, .post, .personally]) }

    /// «[x] поштою», «☑ особисто», «_електронною поштою_».
    var chosen: ReplyChannel? {
        var free = range.lowerBound
        for hit in ReplyWords.ways.hits(in: text, range) where hit.tokens.lowerBound >= free {
            let before = max(free, hit.tokens.lowerBound - Self.reach)..<hit.tokens.lowerBound
            free = hit.tokens.upperBound
            guard before.contains(where: { isTick(text.tokens[$0]) }) else { continue }
            switch hit.meaning {
            case .email: return .email
            case .post, .address: return .post
            case .personally: return .personally
            }
        }
        return nil
    }

    private func isTick(_ token: Token) -> Bool {
        ["☑", "☒", "✓", "✔", "√", "■", "●", "_", "+"].contains { token.isMark($0) }
            || token.letters.count == 1 && text.reads(token, ["х", "v"])
    }

    /// Tokens of a mark before its way: `[x]`.
    private static let reach = 3

    /// «Минулого разу відповідь прийшла поштою»: told, not asked for.
    var isOfThePast: Bool {
        ReplyWords.past.isMet(in: range, of: text)
            && !LineWords.requests.isMet(in: range, of: text)
    }

    /// Whether the clause has a «не» that is none of a term: «не пізніше».
    private func isDeclined(_ way: Range<Int>) -> Bool {
        var start = way.lowerBound
        while start > range.lowerBound, !endsClause(start - 1) { start -= 1 }
        var end = way.upperBound
        while end < range.upperBound, !endsClause(end) { end += 1 }
        return (start..<end).contains { index in
            guard ReplyWords.negations.knows(text.tokens[index], in: text) else { return false }
            return index + 1 >= end || !ReplyWords.bounds.knows(text.tokens[index + 1], in: text)
        }
    }

    private func endsClause(_ index: Int) -> Bool {
        let token = text.tokens[index]
        return [",", ";", "(", ")", ":", ".", "!", "?"].contains { token.isMark($0) } || token.isMark("-") && !token.isGlued
    }
}
