// SPDX-License-Identifier: Apache-2.0
import Testing
@testable import LetterReading

@Suite struct PhraseBookTests {
    private static let book = PhraseBook<Int>([
        ("прошу надати", 1), ("прош* | просимо", 2), ("надат* _ інформац*", 3), ("прошу надати #", 4), ("до відома", 5),
        ("о*", 6),
    ])

    private static func hits(_ words: String) -> [String] {
        let text = NormalizedText(words)
        return book.hits(in: text).map { "\($0.meaning) \($0.tokens.lowerBound)..<\($0.tokens.upperBound)" }
    }

    @Test func phrasesAtOneWordComeInTheOrderOfTheRows() {
        #expect(Self.hits("Прошу надати 5 копій") == ["1 0..<2", "2 0..<1", "4 0..<3"])
    }

    @Test func marksBetweenTheWordsDoNotMatter() {
        #expect(Self.hits("до, «відома»") == ["5 0..<4"])
    }

    @Test func aSingleLetterIsNoStemOfTheFirstWord() {
        #expect(Self.hits("о обов’язково") == ["6 0..<1"])
    }

    @Test func aPhraseThatEndsBehindTheRangeIsNotFound() {
        let text = NormalizedText("просимо надати всю інформацію")
        #expect(Self.book.hits(in: text, 0..<3).map(\.meaning) == [2])
        #expect(Self.book.hits(in: text, 1..<4).map(\.meaning) == [3])
    }

    @Test func theFirstOfARangeIsTheFirstOfAllInIt() {
        let text = NormalizedText("Ось о сьомій прошу надати 7 копій до відома.")
        for range in [0..<10, 2..<10, 4..<7, 7..<10, 8..<10, 3..<3] {
            let first = Self.book.first(in: text, range)
            let all = Self.book.hits(in: text, range)
            #expect(first?.meaning == all.first?.meaning)
            #expect(first?.tokens == all.first?.tokens)
        }
    }

    @Test func aLongTextGivesTheSameAsItsWordsOneByOne() {
        let words = Array(
            repeating: "Просимо надати нам інформацію до відома, прошу надати 7 примірників о 10:00 та інше.", count: 40
        ).joined(separator: "\n")
        let text = NormalizedText(words)
        #expect(text.words.isWorthwhile(for: text.tokens.indices))
        let whole = Self.book.hits(in: text)
        let pieces = text.tokens.indices.flatMap { place in
            Self.book.hits(in: text, place..<min(place + 8, text.tokens.count)).filter { $0.tokens.lowerBound == place }
        }
        #expect(whole.count == 40 * 7)
        #expect(whole.map(\.meaning) == pieces.map(\.meaning))
        #expect(whole.map(\.tokens) == pieces.map(\.tokens))
    }
}
