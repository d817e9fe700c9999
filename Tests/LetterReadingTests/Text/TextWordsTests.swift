// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

@Suite("Texts are cut as the standard library cuts them")
struct TextWordsTests {
    private static let texts = [
        "", " ", "до", "  до\r\n\tвідома ", "до\u{A0}відома\u{2003}", "\u{3000}а\u{2028}б\u{85}", "«Рада» – м. Київ, 5.",
        "…№ 12-А/3 «Надія»!", "і\u{308}жак", "- е\u{301}, ", "🏠 ДІМ 👨‍👩‍👧", "(ABC)", "’м’який’", "\r\n",
    ]

    @Test("into words", arguments: texts)
    func words(text: String) {
        #expect(text.words == text.split(whereSeparator: \.isWhitespace))
        #expect(text.onOneLine == text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    @Test("into parts", arguments: texts)
    func parts(text: String) {
        #expect(text.parts(at: " ") == text.split(separator: " "))
        #expect(text.parts(at: "-") == text.split(separator: "-"))
    }

    @Test("at their ends", arguments: texts)
    func trimmed(text: String) {
        #expect(text.trimmed == text.trimming(\.isWhitespace))
        #expect(text.trimmedToLetters == text.trimming { !$0.isLetter })
        #expect(text.trimming(anyOf: "–-., ") == text.trimming { "–-., ".contains($0) })
    }

    @Test("into characters", arguments: texts)
    func characters(text: String) {
        #expect(text.characterCount == text.count)
        for limit in 0...4 { #expect(text.firstCharacters(limit) == text.prefix(limit)) }
    }
}
