// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct EndingSetTests {
    private static let endings = EndingSet(["увати", "ати", "я"])

    @Test(
        "A word has an ending or not",
        arguments: [
            ("надіслати", true), ("ати", true), ("Земля", true), ("я", true), ("ти", false), ("надати!", false), ("17", false),
        ])
    func fits(word: String, expected: Bool) throws {
        let text = NormalizedText(word)
        let last = try #require(text.tokens.last)
        #expect(Self.endings.fits(last, in: text) == expected)
    }
}
