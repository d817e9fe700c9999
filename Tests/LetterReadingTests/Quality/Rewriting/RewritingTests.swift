// SPDX-License-Identifier: Apache-2.0
import Foundation
import OfficeCalendar
import Testing

/// The quality of reading comes from rules, not from the letters it was tried on: other numbers, names, dates, lines and signs, and the
/// forty-three samples in other words (`paraphrases.json` is one of the sets), are read as well.
@Suite struct RewritingTests {
    private static let seeds: [UInt64] = [1, 2, 3]

    @Test(arguments: LetterSets.files, seeds)
    func rewrittenLettersAreReadAsWell(file: URL, seed: UInt64) throws {
        let letters = try JudgedLetter.letters(in: file)
        let rewritten = QualityTable(letters.map(LetterRewriter(seed: seed).rewritten), read: ReaderUnderTest.read)
        let written = QualityTable(letters, read: ReaderUnderTest.read)
        let spoiled = Set(rewritten.differences.map { "\($0.letter.prefix { $0 != "~" }) \($0.field.rawValue)" })
            .subtracting(written.differences.map { "\($0.letter) \($0.field.rawValue)" })
        let name = file.deletingPathExtension().lastPathComponent
        try rewritten.report(as: "\(name)-rewritten-\(seed)")
        print("\(name), only when rewritten with seed \(seed): \(spoiled.sorted().joined(separator: ", "))")
        rewritten.expectNoShortcomings(but: KnownShortcomings.fields["\(name) rewritten"] ?? [])
    }

    @Test(arguments: LetterSets.files, seeds)
    func aRewrittenLetterSaysWhatItsCardSays(file: URL, seed: UInt64) throws {
        for letter in try JudgedLetter.letters(in: file) {
            let other = LetterRewriter(seed: seed).rewritten(letter)
            let said = FoldedText.number("\(other.text) \(other.envelope.subject)")
            let names = [letter.expected.outNumber, letter.expected.inReplyTo?.number].compactMap(\.self)
            let others = [other.expected.outNumber, other.expected.inReplyTo?.number].compactMap(\.self)
            for (old, new) in zip(names, others)
            where FoldedText.number("\(letter.text) \(letter.envelope.subject)").contains(FoldedText.number(old)) {
                #expect(said.contains(FoldedText.number(new)), "\(other.id): \(new)")
            }
            #expect(LetterJudge(letter: other, found: other.expected).judgements.allSatisfy { $0.verdict == .right })
            if let old = CivilDate(letter.receivedAt.prefix(10)), let new = CivilDate(other.receivedAt.prefix(10)) {
                #expect(old.weekday == new.weekday, "\(other.id)")
            }
            for (old, new) in zip(letter.expected.tasks, other.expected.tasks) where old.due.type != "1 month" {
                #expect(
                    old.due.legal.flatMap { CivilDate($0.prefix(10)) }?.weekday
                        == new.due.legal.flatMap { CivilDate($0.prefix(10)) }?.weekday)
            }
        }
    }

    @Test func rewritingChangesMostLettersAndIsTheSameEachTime() throws {
        for file in LetterSets.files {
            let letters = try JudgedLetter.letters(in: file)
            let once = letters.map(LetterRewriter(seed: 7).rewritten)
            #expect(once.map(\.text) == letters.map(LetterRewriter(seed: 7).rewritten).map(\.text))
            #expect(zip(once, letters).count { $0.text != $1.text } * 10 > letters.count * 9)
            #expect(zip(once, letters).count { $0.expected.outNumber != $1.expected.outNumber } * 3 > letters.count)
        }
    }
}
