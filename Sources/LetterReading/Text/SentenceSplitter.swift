// SPDX-License-Identifier: Apache-2.0

/// Finds where sentences begin.
///
/// A sentence ends with `.`, `!`, `?`, `…` or `;` where a capital letter, a number or a quotation mark begins what follows, at an
/// empty line, and before an element of a list (`1.`, `2)`, `-` at the start of a line). Abbreviations and initials do not end one.
enum SentenceSplitter {
    static func sentences(of tokens: [Token], letters: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        for index in tokens.indices.dropFirst() where mayBegin(at: index, tokens) && begins(at: index, tokens, letters) {
            found.append(start..<index)
            start = index
        }
        if start < tokens.count { found.append(start..<tokens.count) }
        return found
    }

    /// Whether a line begins there, or a mark stands before it: at most words of a text no sentence can begin.
    @inline(__always)
    private static func mayBegin(at index: Int, _ tokens: [Token]) -> Bool {
        tokens[index].startsLine || !tokens[index].isGlued && tokens[index - 1].kind == .mark
    }

    private static func begins(at index: Int, _ tokens: [Token], _ letters: [UInt8]) -> Bool {
        let token = tokens[index]
        if token.startsParagraph { return true }
        if token.startsLine, isListMark(at: index, tokens) { return true }
        guard !token.isGlued, isStop(tokens[index - 1]) else { return false }
        switch token.kind {
        case .word: guard token.capitals != .none else { return false }
        case .mark: guard token.isMark("\"") || token.isMark("-") || token.isMark("№") else { return false }
        case .number: break
        }
        return !tokens[index - 1].isMark(".") || !isAbbreviated(at: index - 1, next: token, tokens, letters)
    }

    private static func isStop(_ token: Token) -> Bool {
        token.isMark(".") || token.isMark("!") || token.isMark("?") || token.isMark("…") || token.isMark(";")
    }

    /// `1.`, `2)`, `1.2.`, `-`, `•` at the start of a line.
    private static func isListMark(at index: Int, _ tokens: [Token]) -> Bool {
        let token = tokens[index]
        if token.kind == .mark { return [0x2D, 0x2022, 0x25CF, 0xB7, 0x2A].contains(token.value) }
        guard token.kind == .number || (token.kind == .word && token.letters.count == 1), index + 1 < tokens.count else {
            return false
        }
        guard tokens[index + 1].isGlued, tokens[index + 1].isMark(")") || tokens[index + 1].isMark(".") else { return false }
        // 20.11.2026 at the start of a line is a date, «20. Надати» a point of a list.
        return index + 2 >= tokens.count || !tokens[index + 2].isGlued && token.digitCount < 4
    }

    /// Whether the point at `index` belongs to a short form rather than ends a sentence.
    private static func isAbbreviated(at index: Int, next: Token, _ tokens: [Token], _ letters: [UInt8]) -> Bool {
        guard index > 0, tokens[index].isGlued else { return false }
        if tokens[index - 1].startsLine, isListMark(at: index - 1, tokens) { return true }
        guard tokens[index - 1].kind == .word else { return false }
        let word = tokens[index - 1]
        // Initials and «м. Київ»; but «2026 р.» ends many a sentence.
        if word.letters.count == 1 {
            return next.kind != .word || word.capitals == .first || !yearLetters.contains(letters[word.letters.lowerBound])
        }
        guard let abbreviation = abbreviations.meaning(of: letters, word.letters) else { return false }
        return abbreviation == .always || next.kind == .number
    }

    /// «2026 р.», «2026 г.»
    private static let yearLetters = Letter.codes("рг")

    private enum Abbreviation { case always, beforeNumbers }

    private static let abbreviations = StemTable<Abbreviation>([
        ("ім вул ул просп пров бульв пл обл гр тов ст див зам нач проф акад інж св ред вид пор буд кв пр шт нар деп", .always),
        (
            "рр ст пп пункт абз гл розд тел факс моб кім каб оф арк прим тис млн млрд грн коп год хв сек зб рис табл дод вх вих реєстр",
            .beforeNumbers
        ),
        ("січ лют бер квіт трав черв лип серп вер жовт лист груд", .beforeNumbers),
    ])
}
