// SPDX-License-Identifier: Apache-2.0

/// A word of an address that says what stands beside it: «вул.», «просп.», «буд. №», «р-н», «а/с».
struct AddressMark: Hashable, Sendable {
    let kind: AddressWords.Kind
    /// How a card writes it; nil for marks that only stand for what follows.
    let shown: String?
    /// Whether the word itself is in the locative: «на вулиці».
    let isLocative: Bool
    /// Behind the mark with its point; «№» is passed over too.
    let end: Int

    init?(_ text: NormalizedText, at index: Int, end limit: Int) {
        guard index < limit, let word = AddressWords.words.meaning(of: text.tokens[index], in: text) else { return nil }
        // «Чумак О. П. 60-21-54»: an initial.
        if word.shown == "п.", text.tokens[index].capitals != .none { return nil }
        // «Набережна вул., 14»: before its mark the word is the name.
        if word.kind == .street, word.shown != "вул.", text.tokens[index].letters.count > 4, index + 1 < limit,
            AddressWords.words.meaning(of: text.tokens[index + 1], in: text)?.kind == .street
        {
            return nil
        }
        if word.shown == "набережна", Self.isBeforeHouse(text, index, end: limit) { return nil }
        let compound = word.isHalf ? Self.compound(text, at: index, end: limit) : nil
        let alone =
            switch word.kind {
            case .half: nil as AddressWords.Word?
            case .named: Self.named(word, text, behind: index, end: limit)
            default: word
            }
        guard let meaning = compound?.meaning ?? alone else { return nil }
        (kind, shown, isLocative) = (meaning.kind, meaning.shown, meaning.isLocative)
        var next = compound?.end ?? index + 1
        while next < limit, text.tokens[next].isMark(".") || text.tokens[next].isMark("№") || text.tokens[next].isMark(":"),
            !text.tokens[next].startsLine
        {
            next += 1
        }
        end = next
    }

    /// «на Набережній 15», «Набережна, 15»: the only name the street has.
    private static func isBeforeHouse(_ text: NormalizedText, _ index: Int, end: Int) -> Bool {
        let next = index + 1 < end && text.tokens[index + 1].isMark(",") ? index + 2 : index + 1
        return text.tokens[index].letters.count > 4 && next < end && text.tokens[next].kind == .number
    }

    /// What a word is when its name stands in quotation marks behind it.
    private static func named(_ word: AddressWords.Word, _ text: NormalizedText, behind index: Int, end: Int) -> AddressWords
        .Word?
    {
        guard index + 1 < end, text.tokens[index + 1].isMark("\"") else { return nil }
        return AddressWords.Word(kind: .area, shown: word.shown)
    }

    /// Whether a word is none of an address.
    static func isNone(_ token: Token, in text: NormalizedText) -> Bool { !AddressWords.words.knows(token, in: text) }

    /// «пр-т», «б-р», «р-н», «ж/м», «а/с», «житловий масив»: two words with a mark, or nothing, between.
    private static func compound(_ text: NormalizedText, at index: Int, end: Int) -> (meaning: AddressWords.Word, end: Int)? {
        var next = index + 1
        while next < end, next < index + 3,
            text.tokens[next].isMark("-") || text.tokens[next].isMark("/") || text.tokens[next].isMark(".")
        {
            next += 1
        }
        guard next < end, text.tokens[next].kind == .word,
            let first = AddressWords.firstHalves.meaning(of: text.tokens[index], in: text)
        else { return nil }
        for (second, word) in first where AddressWords.fits(text.tokens[next], second, text) { return (word, next + 1) }
        return nil
    }
}
