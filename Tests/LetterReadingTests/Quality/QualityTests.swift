// SPDX-License-Identifier: Apache-2.0
import Foundation
import LetterReading
import Testing

/// Letters nobody tuned the reader to, read and compared with what a clerk wrote on the card.
///
/// `CHANCERY_LETTERS=/path/letters.json swift test --filter QualityTests` judges any other set of the same form.
@Suite struct QualityTests {
    @Test(arguments: LetterSets.files)
    func everyFieldOfASetReachesItsBound(file: URL) throws {
        let table = try QualityTable(JudgedLetter.letters(in: file), read: ReaderUnderTest.read)
        let name = file.deletingPathExtension().lastPathComponent
        try table.report(as: name)
        table.expectNoShortcomings(but: KnownShortcomings.fields[name] ?? [])
    }

    @Test func onlyLettersNobodyLearnsFromMayMissTheCoreBound() {
        #expect(KnownShortcomings.fields.filter { $0.value.contains("core") }.keys.allSatisfy { $0.hasPrefix("unseen") })
    }

    @Test(arguments: LetterSets.files)
    func theClerksOwnCardIsRightInEveryField(file: URL) throws {
        let table = try QualityTable(JudgedLetter.letters(in: file), read: \.expected)
        #expect(table.shortcomings.isEmpty)
        #expect(table.differences.map(\.letter) == [])
    }

    @Test(arguments: LetterSets.files)
    func everySampleBecomesASourceWithItsTextAndNames(file: URL) throws {
        for letter in try JudgedLetter.letters(in: file) {
            let source = try #require(letter.source, "\(letter.id): a broken time of receipt")
            #expect(source.parts.contains { $0.text == letter.text })
            #expect(source.attachmentNames == letter.envelope.attachments)
            #expect(source.senderAddress.contains("@"), "\(letter.id): \(letter.envelope.from)")
        }
    }

    @Test(arguments: LetterSets.files)
    func flagsAndIdentifiersOfASetAreKnown(file: URL) throws {
        let letters = try JudgedLetter.letters(in: file)
        #expect(Set(letters.map(\.id)).count == letters.count)
        let known = Set(LetterFlag.allCases.map(\.rawValue))
        for letter in letters { #expect(letter.expected.flags.isSubset(of: known), "\(letter.id)") }
    }
}

extension QualityTable {
    /// Fails for what is below its bound and not known to be; the known is recorded each time.
    func expectNoShortcomings(but known: Set<String>) {
        let new = shortcomings.filter { !known.contains($0.key) }.map(\.value).sorted()
        #expect(new == [])
        let old = shortcomings.filter { known.contains($0.key) }.map(\.value).sorted()
        if !old.isEmpty { withKnownIssue("below their bound") { #expect(old == []) } }
    }
}
