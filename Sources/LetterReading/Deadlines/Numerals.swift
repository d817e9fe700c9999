// SPDX-License-Identifier: Apache-2.0

/// Numbers written as words, in the cases and the two languages letters use them in.
enum Numerals {
    /// Of all words of numbers.
    static var beginnings: [WordSlots] { [cardinals.slots, ordinals.slots, ranks.slots] }

    /// A cardinal: «п’яти», «двадцяти одного», «три»; nil where none begins. Up to 999.
    static func cardinal(_ text: NormalizedText, at start: Int, end: Int) -> (value: Int, end: Int)? {
        var (index, value, scale) = (start, 0, 1_000)
        while index < end, let part = cardinals.meaning(of: text.tokens[index], in: text) {
            // Each part is of a smaller order than the one before: «сорок п’ять», never «п’ять сорок».
            let order = part >= 100 ? 100 : part >= 20 ? 10 : 1
            guard order < scale else { break }
            value += part
            scale = part >= 10 && part < 20 ? 1 : order
            index += 1
        }
        return index > start ? (value, index) : nil
    }

    /// A day of the month as a word in the genitive: «першого», «двадцять п’ятого».
    static func ordinalDay(_ text: NormalizedText, at start: Int, end: Int) -> (value: Int, end: Int)? {
        guard start < end else { return nil }
        let first = text.tokens[start]
        if let day = ordinals.meaning(of: first, in: text) { return (day, start + 1) }
        if let tens = cardinals.meaning(of: first, in: text), tens == 20 || tens == 30, start + 1 < end,
            let unit = ordinals.meaning(of: text.tokens[start + 1], in: text), unit < 10
        {
            return (tens + unit, start + 2)
        }
        return nil
    }

    /// «I», «ІІ», «3», «третьої»: which quarter, half-year or ten days of a month.
    static func rank(_ text: NormalizedText, at start: Int, end: Int) -> (value: Int, end: Int)? {
        guard start < end else { return nil }
        let token = text.tokens[start]
        if token.kind == .number, (1...4).contains(token.value) {
            return (token.value, suffixEnd(text, after: start + 1, end: end))
        }
        return ranks.meaning(of: token, in: text).map { ($0, suffixEnd(text, after: start + 1, end: end)) }
    }

    /// Behind the ending of an ordinal that is glued on, mostly with a hyphen: `20-го`, `5-ти`, `IV-го`, `3х`.
    static func suffixEnd(_ text: NormalizedText, after index: Int, end: Int) -> Int {
        if index < end, text.tokens[index].isGlued, suffixes.knows(text.tokens[index], in: text) { return index + 1 }
        guard index + 1 < end, text.tokens[index].isMark("-"), text.tokens[index + 1].kind == .word,
            suffixes.knows(text.tokens[index + 1], in: text)
        else { return index }
        return index + 2
    }

    private static let suffixes = StemTable<Bool>([
        ("го ого ої ї ю ій й ша ту та ти х ьох ми и го-го ма ий", true)
    ])
    private static let ranks = StemTable<Int>([
        ("і перш* перв*", 1), ("іі друг* втор*", 2), ("ііі трет*", 3), ("іv четверт*", 4),
    ])
    private static let cardinals = StemTable<Int>([
        ("один одного одна одну одної одній одне одним", 1), ("два дві двох двум двома двух", 2), ("три трьох трьома трех", 3),
        ("чотири чотирьох четыре четырех", 4), ("п'ять п'яти п'ятьох пять пяти", 5), ("шість шести шістьох шесть", 6),
        ("сім семи сімох семь", 7), ("вісім восьми вісьмох восемь", 8), ("дев'ять дев'яти дев'ятьох девять девяти", 9),
        ("десять десяти десятьох", 10), ("одинадцять одинадцяти одиннадцать одиннадцати", 11),
        ("дванадцять дванадцяти двенадцать двенадцати", 12), ("тринадцять тринадцяти тринадцать тринадцати", 13),
        ("чотирнадцять чотирнадцяти четырнадцать четырнадцати", 14),
        ("п'ятнадцять п'ятнадцяти пятнадцать пятнадцати пятнадцяти", 15), ("шістнадцять шістнадцяти шестнадцать шестнадцати", 16),
        ("сімнадцять сімнадцяти семнадцать семнадцати", 17), ("вісімнадцять вісімнадцяти восемнадцать восемнадцати", 18),
        ("дев'ятнадцять дев'ятнадцяти девятнадцать девятнадцати", 19), ("двадцять двадцяти двадцать двадцати двадцятьох", 20),
        ("тридцять тридцяти тридцать тридцати", 30), ("сорок сорока", 40),
        ("п'ятдесят п'ятдесяти п'ятидесяти пятьдесят пятидесяти", 50),
        ("шістдесят шістдесяти шестидесяти шестьдесят", 60), ("сімдесят сімдесяти", 70), ("вісімдесят вісімдесяти", 80),
        ("дев'яносто дев'яноста девяносто девяноста", 90), ("сто ста", 100),
    ])
    private static let ordinals = StemTable<Int>([
        ("першого первого перше", 1), ("другого второго друге", 2), ("третього третьего третє", 3),
        ("четвертого четверте четвёртого", 4),
        ("п'ятого пятого п'яте", 5), ("шостого шестого", 6), ("сьомого седьмого", 7), ("восьмого", 8),
        ("дев'ятого девятого", 9), ("десятого", 10), ("одинадцятого одиннадцатого", 11), ("дванадцятого двенадцатого", 12),
        ("тринадцятого тринадцатого", 13), ("чотирнадцятого четырнадцатого", 14), ("п'ятнадцятого пятнадцатого", 15),
        ("шістнадцятого шестнадцатого", 16), ("сімнадцятого семнадцатого", 17), ("вісімнадцятого восемнадцатого", 18),
        ("дев'ятнадцятого девятнадцатого", 19), ("двадцятого двадцатого", 20), ("тридцятого тридцатого", 30),
    ])
}
