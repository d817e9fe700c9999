// SPDX-License-Identifier: Apache-2.0
import Testing
@testable import LetterReading

@Suite struct StemTableTests {
    private static let table = StemTable<String>([
        ("листопад* лист", "month or letter"), ("лист*", "any letter"), ("листопадний", "whole"), ("до", "until"),
        ("о*", "one letter"),
        ("на*", "two letters"), ("лист", "second row of the same word"), ("п'ят*", "five"),
        ("рад*", "stem of three letters"), ("рада", "four letters"), ("рап", "three letters"),
    ])

    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let word: String
        let meaning: String?

        init(_ name: String, _ word: String, _ meaning: String?) {
            (testDescription, self.word, self.meaning) = (name, word, meaning)
        }
    }

    static let rows = [
        Row("a whole word", "до", "until"), Row("a whole word is no stem", "дон", nil),
        Row("of two rows of one word the first counts", "лист", "month or letter"),
        Row("the longest stem counts", "листопада", "month or letter"),
        Row("a shorter one where the longer does not fit", "листи", "any letter"),
        Row("a whole word before a stem", "листопадний", "whole"), Row("and only whole", "листопадними", "month or letter"),
        Row("a stem of one letter, alone", "о", "one letter"), Row("a stem of one letter before one", "об", "one letter"),
        Row("a stem of one letter before many", "обов'язково", "one letter"),
        Row("a stem of two letters, alone", "на", "two letters"),
        Row("a stem of two letters before many", "надати", "two letters"), Row("half of it", "н", nil),
        Row("a stem of three letters, alone", "рад", "stem of three letters"),
        Row("a stem of three letters before any fourth", "радив", "stem of three letters"),
        Row("a whole word before it", "рада", "four letters"), Row("a word of three letters", "рап", "three letters"),
        Row("with a fourth", "рапс", nil), Row("half a word of four", "лис", nil),
        Row("in capitals", "ЛИСТОПАДА", "month or letter"),
        Row("with Latin letters that look alike", "листoпaдa", "month or letter"),
        Row("an apostrophe of any kind", "п’ятниця", "five"), Row("another word", "місяць", nil), Row("a number", "20", nil),
        Row("a mark", "№", nil),
    ]

    @Test(arguments: rows) func aWordMeansTheSameInATextAndAlone(_ row: Row) throws {
        let text = NormalizedText(row.word)
        #expect(Self.table.meaning(of: try #require(text.tokens.first), in: text) == row.meaning)
        if text.tokens[0].kind == .word { #expect(Self.table.meaning(of: row.word) == row.meaning) }
    }

    @Test func manyWordsOfOneTableAreAllFound() {
        let words = (0..<2_000).map(Self.word)
        let table = StemTable<Int>(words.enumerated().map { ($1, $0) })
        for (number, word) in words.enumerated() { #expect(table.meaning(of: word) == number, "\(word)") }
    }

    /// Four letters, another word for each number.
    private static func word(_ number: Int) -> String {
        let letters: [Int] = [number % 32, number / 32 % 32, number / 1_024, 5]
        return letters.compactMap { Unicode.Scalar(UInt32(0x430 + $0)) }.map { String($0) }.joined()
    }
}
