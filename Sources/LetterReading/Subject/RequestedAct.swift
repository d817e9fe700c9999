// SPDX-License-Identifier: Apache-2.0

/// What a verb of request asks to have done, as a summary: «Прошу Вас у термін до 20.11 надати копію акта» asks «Про надання копії акта».
struct RequestedAct {
    let summary: String
    let tokens: Range<Int>

    /// - Parameter verb: the word that asks, a position in ``NormalizedText/tokens``.
    init?(_ text: NormalizedText, behind verb: Int, to end: Int) {
        let limit = min(end, verb + Self.reach)
        var index = verb + 1
        while index < limit {
            let token = text.tokens[index]
            if token.startsParagraph || token.isMark("?") { return nil }
            if token.kind == .word, let found = Self.act(text, at: index, to: end) {
                (summary, tokens) = found
                return
            }
            index += 1
        }
        return nil
    }

    private static func act(_ text: NormalizedText, at index: Int, to end: Int) -> (String, Range<Int>)? {
        let word = text.originalText(text.tokens[index].range).lowercased()
        // «посприяти у встановленні»: the noun is there already.
        if word.hasSuffix("енні") || word.hasSuffix("анні") {
            return made(text, word.dropLast() + "я", index, objectsFrom: index + 1, to: end)
        }
        if ["питання", "проблему", "питань"].contains(word), index + 1 < end, text.tokens[index + 1].kind == .word {
            let next = text.folded(text.tokens[index + 1])
            let start = next == "щодо" || next == "про" || next == "стосовно" ? index + 2 : index + 1
            let stop = clauseEnd(text, from: start, to: end)
            return stop > start ? ("Щодо " + words(text, start..<stop), index..<stop) : nil
        }
        if word == "щодо" || word == "стосовно" {
            let stop = clauseEnd(text, from: index + 1, to: end)
            return stop > index + 1 ? (words(text, index..<stop), index..<stop) : nil
        }
        guard let noun = VerbalNoun.noun(of: word), word.hasSuffix("ти") else { return nil }
        if VerbalNoun.leading.contains(word), leads(text, from: index + 1, to: end) { return nil }
        return made(text, noun, index, objectsFrom: index + 1, to: end)
    }

    /// Whether what is asked stands further on: another infinitive, «щодо …», «питання …».
    private static func leads(_ text: NormalizedText, from start: Int, to end: Int) -> Bool {
        for index in start..<max(start, min(end, start + 4)) {
            let token = text.tokens[index]
            if token.startsParagraph || token.isMark(".") && !text.tokens[index - 1].isMark("-") { return false }
            guard token.kind == .word else { continue }
            let word = text.originalText(token.range).lowercased()
            if word.hasSuffix("ти") && VerbalNoun.noun(of: word) != nil || word.hasSuffix("енні") || word.hasSuffix("анні") {
                return true
            }
            if ["питання", "проблему", "щодо", "стосовно"].contains(word) { return true }
        }
        return false
    }

    private static func made(_ text: NormalizedText, _ noun: String, _ start: Int, objectsFrom: Int, to end: Int) -> (
        String, Range<Int>
    )? {
        var from = behindAddress(text, from: objectsFrom, to: end)
        while from < end, text.tokens[from].kind == .word, fillers.meaning(of: text.tokens[from], in: text) != nil { from += 1 }
        let stop = clauseEnd(text, from: from, to: end)
        guard stop > from else { return nil }
        let object = VerbalNoun.genitive(words(text, from..<max(from, stop)).split(separator: " ").map(String.init))
        return (("Про " + noun + " " + object.joined(separator: " ")).trimming(\.isWhitespace), start..<max(from, stop))
    }

    /// «подати на електронну адресу x@y.example перелік …»: where to is no part of what.
    private static func behindAddress(_ text: NormalizedText, from start: Int, to end: Int) -> Int {
        let limit = min(end, start + 24)
        guard start + 1 < limit, text.folded(text.tokens[start]) == "на",
            let at = (start..<limit).first(where: { text.tokens[$0].isMark("@") })
        else { return start }
        var index = at + 1
        while index < limit, text.tokens[index].isGlued { index += 1 }
        return index
    }

    /// The end of what belongs to one act: a sentence's end, a clause, a term.
    static func clauseEnd(_ text: NormalizedText, from start: Int, to end: Int) -> Int {
        var index = start
        let limit = min(end, start + longest)
        var isQuoted = false
        while index < limit {
            let token = text.tokens[index]
            if token.isMark("\"") { isQuoted.toggle() }
            if index > start, token.startsParagraph { break }
            if !isQuoted, index > start, endsClause(text, at: index, end) { break }
            index += 1
        }
        while index > start + 1, text.tokens[index - 1].capitals == .none,
            dangling.meaning(of: text.tokens[index - 1], in: text) != nil
        { index -= 1 }
        return index
    }

    private static func endsClause(_ text: NormalizedText, at index: Int, _ end: Int) -> Bool {
        let token = text.tokens[index]
        if index + 1 < end, text.tokens[index + 1].isGlued, token.isGlued, token.kind == .mark, !token.isMark(")") {
            return false
        }
        if token.isMark(";") || token.isMark("!") || token.isMark("?") || token.isMark(":") { return true }
        if token.isMark(".") { return !isAbbreviation(text, at: index, end) }
        if token.isMark(",") {
            guard index + 1 < end else { return true }
            return clauses.meaning(of: text.tokens[index + 1], in: text) != nil
                || text.tokens[index + 1].capitals == .none && text.tokens[index + 1].kind == .word
        }
        guard token.kind == .word else { return false }
        if breaks.meaning(of: token, in: text) != nil { return true }
        // «… та зобов’язати …»: the first act is enough.
        if ["та", "і", "й", "а"].contains(text.folded(token)), index + 1 < end,
            text.folded(text.tokens[index + 1]).hasSuffix("ти"),
            VerbalNoun.noun(of: text.folded(text.tokens[index + 1])) != nil
        {
            return true
        }
        // «до 20.11.2026», «до 1 грудня».
        return text.folded(token) == "до" && index + 1 < end && text.tokens[index + 1].kind == .number
    }

    private static func isAbbreviation(_ text: NormalizedText, at index: Int, _ end: Int) -> Bool {
        guard text.tokens[index].isGlued, text.tokens[index - 1].kind == .word else {
            return text.tokens[index - 1].kind == .number && index + 1 < end && text.tokens[index + 1].isGlued
        }
        let isInitial = text.tokens[index - 1].letters.count == 1 && !(index > 1 && text.tokens[index - 2].isMark("-"))
        return isInitial || short.meaning(of: text.tokens[index - 1], in: text) != nil
    }

    private static func words(_ text: NormalizedText, _ tokens: Range<Int>) -> String {
        guard let first = tokens.first else { return "" }
        return text.originalText(text.tokens[first].range.lowerBound..<text.tokens[tokens.upperBound - 1].range.upperBound)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let fillers = StemTable<Bool>([
        ("вас вам нам мені мене належним чином завірені засвідчені завірену засвідчену", true)
    ])
    private static let clauses = StemTable<Bool>([
        (
            "що який яка яке які якого якої оскільки бо якщо щоб аби тому адже де коли а але для внаслідок зокрема а також враховуючи",
            true
        )
    ])
    private static let breaks = StemTable<Bool>([
        (
            "повідомляємо повідомляю інформуємо просимо прошу надсилаємо надаємо протягом упродовж оскільки якщо термін строк повідомити поінформувати період повідомляє інформує",
            true
        )
    ])
    private static let short = StemTable<Bool>([
        ("вул буд кв просп пров бульв пл ім обл гр м с р т смт тис грн корп реєстр ст п ч пп", true)
    ])
    /// Words no summary ends with.
    private static let dangling = StemTable<Bool>([("за в у до на по з із та і й а для про при від під", true)])
    private static let reach = 40
    private static let longest = 26
}
