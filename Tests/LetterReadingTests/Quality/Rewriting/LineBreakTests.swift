// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// A letter broken at a fixed width, as mailers and PDF text layers break it, says what it said in long lines.
@Suite struct LineBreakTests {
    /// Columns.
    private static let widths = [56, 65, 72, 90]
    /// Of the letters that are broken: those that lose a core field, and those that lose any.
    private static let mostWithoutCore = 0.008
    private static let mostSpoiled = 0.025

    @Test func brokenLettersAreReadAsWell() throws {
        var (broken, withoutCore, spoiled) = (0, 0, 0)
        for letter in try LetterSets.files.flatMap(JudgedLetter.letters) {
            let right = Self.wrong(in: letter)
            for width in Self.widths {
                var other = letter
                other.text = LineRewriting(width: width).rewritten(letter.text)
                guard other.text != letter.text else { continue }
                broken += 1
                let lost = Self.wrong(in: other).subtracting(right)
                if !lost.isEmpty { spoiled += 1 }
                if !lost.isDisjoint(with: Judgement.Field.core) { withoutCore += 1 }
            }
        }
        print("\(broken) broken letters: \(spoiled) lose a field, \(withoutCore) of them a core field")
        #expect(broken > 3_000)
        #expect(Double(withoutCore) <= Self.mostWithoutCore * Double(broken))
        #expect(Double(spoiled) <= Self.mostSpoiled * Double(broken))
    }

    private static func wrong(in letter: JudgedLetter) -> Set<Judgement.Field> {
        Set(
            LetterJudge(letter: letter, found: ReaderUnderTest.read(letter)).judgements.filter { $0.verdict != .right }.map(
                \.field))
    }
}
