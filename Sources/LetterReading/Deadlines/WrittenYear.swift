// SPDX-License-Identifier: Apache-2.0

/// A year behind a day, a month or a quarter: «2026 року», «26 р.», «ц. р.», «поточного року», «наступного року».
struct WrittenYear {
    let year: Int
    let tokens: Range<Int>

    init?(_ text: NormalizedText, at start: Int, end: Int, letterYear: Int) {
        guard start < end else { return nil }
        let token = text.tokens[start]
        if token.digitCount == 4, (1_990...2_100).contains(token.value) {
            year = token.value
            tokens = start..<Self.skipWord(text, start + 1, end)
            return
        }
        if token.digitCount == 2, start + 1 < end, Self.words.knows(text.tokens[start + 1], in: text) {
            year = 2_000 + token.value
            tokens = start..<Self.skipWord(text, start + 1, end)
            return
        }
        if let word = Self.words.meaning(of: token, in: text), word == .whole {
            year = letterYear
            tokens = start..<start + 1
            return
        }
        guard let shift = WrittenDay.shifts.meaning(of: token, in: text) ?? Self.russian.meaning(of: token, in: text) else {
            return nil
        }
        var next = start + 1
        if next < end, text.tokens[next].isMark("."), text.tokens[next].isGlued { next += 1 }
        guard next < end, Self.words.knows(text.tokens[next], in: text) else {
            // «цр.», «пр.» are read below as one word.
            return nil
        }
        year = letterYear + shift
        tokens = start..<Self.skipWord(text, next, end)
    }

    private static func skipWord(_ text: NormalizedText, _ index: Int, _ end: Int) -> Int {
        guard index < end, words.knows(text.tokens[index], in: text) else { return index }
        let after = index + 1
        let isShort = text.tokens[index].letters.count <= 2
        return isShort && after < end && text.tokens[after].isMark(".") && text.tokens[after].isGlued ? after + 1 : after
    }

    private enum Word { case short, whole }
    private static let words = StemTable<Word>([("р рр г год рік", .short), ("року роки года году", .short), ("цр пр", .whole)])
    private static let russian = StemTable<Int>([("с сего", 0)])
}
