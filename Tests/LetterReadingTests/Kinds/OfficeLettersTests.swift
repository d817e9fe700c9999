// SPDX-License-Identifier: Apache-2.0
import Foundation
import LetterReading
import OfficeCalendar
import Testing

/// Small letters of every kind, each with what decides it: the files named below of `Tests/Fixtures/reading`, in the form of ``WrittenLetter``.
///
/// `flags`, `basis` (`body | number | date; …`), `reply`, `secondary` and `via` that a letter does not name must be empty; `mayflags` may
/// stand or not; `maykind` is right too; `sender`, `number` and `attachments` are asked where they are named.
@Suite struct OfficeLettersTests {
    @Test(arguments: files.flatMap(WrittenLetter.letters))
    func letter(_ letter: WrittenLetter) {
        let facts = ReaderUnderTest.facts(letter.source)
        let kinds = [letter.answers["kind"], letter.answers["maykind"]]
        #expect(kinds.contains(facts.kind.value), "\(facts.kind.reason)")
        #expect(facts.secondaryKind?.value ?? "" == letter.answers["secondary"] ?? "")
        // Whether a deadline can be reckoned is judged with the tasks.
        let open = Set(Self.words(letter.answers["mayflags"]) + ["manualDeadlineCheck"])
        let flags = Set(facts.flags.map(\.value.rawValue)).subtracting(open)
        #expect(flags == Set(Self.words(letter.answers["flags"])).subtracting(open), "\(facts.flags.map(\.reason))")
        #expect(facts.inReplyTo?.value.number ?? "" == letter.answers["reply"] ?? "")
        #expect(Self.isSame(facts.viaAuthority?.value, letter.answers["via"] ?? ""))
        if let sender = letter.answers["sender"] { #expect(Self.isSame(facts.sender?.value, sender)) }
        if let number = letter.answers["number"] { #expect(facts.outNumber?.value ?? "-" == number) }
        if let names = letter.answers["attachments"] {
            #expect(facts.attachmentsNamed.map(\.value).joined(separator: "; ") == names)
        }
        let found = facts.basis.map(\.value)
        let wanted = (letter.answers["basis"] ?? "").components(separatedBy: "; ").filter { !$0.isEmpty }
        #expect(found.count == wanted.count && wanted.allSatisfy { row in found.contains { Self.isSame($0, row) } }, "\(found)")
    }

    private static let files = [
        "offices", "offices-2", "offices-3", "offices-4", "offices-5", "offices-6", "offices-7", "offices-8", "offices-9",
        "mails",
        "citizens",
        "citizens-2", "citizens-3", "bases",
        "letterheads",
    ]

    private static func words(_ text: String?) -> [String] { (text ?? "").split(separator: " ").map(String.init) }

    private static func isSame(_ found: String?, _ wanted: String) -> Bool {
        let (found, wanted) = (FoldedText.contentWords(found ?? ""), FoldedText.contentWords(wanted))
        return FoldedText.overlap(of: wanted, in: found) >= 0.6 && FoldedText.overlap(of: found, in: wanted) >= 0.4
    }

    private static func isSame(_ found: Basis, _ row: String) -> Bool {
        let columns = row.components(separatedBy: " | ")
        guard columns.count == 3 else { return false }
        return FoldedText.number(found.number) == FoldedText.number(columns[1]) && found.date?.description ?? "-" == columns[2]
            && FoldedText.overlap(of: FoldedText.contentWords(columns[0]), in: FoldedText.contentWords(found.body)) >= 0.5
    }
}
