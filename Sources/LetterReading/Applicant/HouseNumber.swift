// SPDX-License-Identifier: Apache-2.0

/// The number of a house or a flat: `14`, `2-А`, `5/7`, `12 б`, `7 "В"`.
struct HouseNumber: Hashable, Sendable {
    let text: String
    /// Behind its last token.
    let end: Int

    /// Nil for what only looks like one: a date, a time, a telephone, a count of something.
    init?(_ source: NormalizedText, at start: Int, end limit: Int) {
        guard start < limit, (1...4).contains(source.tokens[start].digitCount),
            !source.text(of: source.tokens[start]).begins(with: "0")
        else { return nil }
        var number = source.text(of: source.tokens[start])
        var next = start + 1
        var groups = 1
        while next + 1 < limit, source.tokens[next].isGlued, source.tokens[next].isMark("-") || source.tokens[next].isMark("/"),
            source.tokens[next + 1].isGlued,
            source.tokens[next + 1].kind == .number || source.tokens[next + 1].letters.count == 1
        {
            if source.tokens[next + 1].kind == .number { groups += 1 }
            number += source.text(of: source.tokens[next]) + source.originalText(source.tokens[next + 1].range)
            next += 2
        }
        if let letter = Self.letter(source, at: next, end: limit) {
            number += letter.text
            next = letter.end
        }
        guard groups <= Self.maximumGroups, !Self.isMeasure(source, behind: next, end: limit) else { return nil }
        (text, end) = (number, next)
    }

    /// «12а», «12 А,», «12 "А"», «12-«А»».
    private static func letter(_ source: NormalizedText, at start: Int, end: Int) -> (text: String, end: Int)? {
        var next = start
        while next < end, next < start + 2, source.tokens[next].isMark("\"") || source.tokens[next].isMark("-") { next += 1 }
        guard next < end, source.tokens[next].letters.count == 1, !source.tokens[next].startsLine else { return nil }
        let word = source.tokens[next]
        if next == start, word.isGlued { return (source.originalText(word.range), next + 1) }
        let isQuoted = next > start && next + 1 < end && source.tokens[next + 1].isMark("\"")
        if isQuoted { return (source.originalText(word.range), next + 2) }
        guard AddressWords.houseLetters.contains(source.folded(word)) else { return nil }
        // «5 в нашому місті»: a preposition has a word behind it, a letter of a house has not.
        let after = next + 1
        let isLast =
            after >= end || source.tokens[after].startsLine || source.tokens[after].isMark(",")
            || AddressMark(source, at: after, end: end)?.kind == .flat
        return isLast ? (source.originalText(word.range), after) : nil
    }

    /// A date, a time, a sum, or what is counted stands behind.
    private static func isMeasure(_ source: NormalizedText, behind next: Int, end: Int) -> Bool {
        guard next < end, !source.tokens[next].startsLine else { return false }
        let token = source.tokens[next]
        if token.isMark("%") { return true }
        if token.isGlued, token.isMark(".") || token.isMark(":"), next + 1 < end, source.tokens[next + 1].isGlued,
            source.tokens[next + 1].kind == .number
        {
            return true
        }
        // «1,8 кілометра».
        if token.isGlued, token.isMark(","), next + 2 < end, source.tokens[next + 1].isGlued,
            source.tokens[next + 1].kind == .number,
            source.tokens[next + 2].kind == .word, source.tokens[next + 2].capitals == .none,
            AddressMark(source, at: next + 2, end: end) == nil
        {
            return true
        }
        return token.capitals == .none && AddressWords.counted.knows(token, in: source)
    }

    /// `5/7-12` is a house with a flat; `60-11-22-05` and `5-12-2026` are none.
    private static let maximumGroups = 2
}
