// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar
import Testing

@testable import LetterReading

/// Whole letters: the written ones of `Tests/Fixtures/reading/letters.txt` and the shared samples.
struct CorrespondentReadingTests {
    @Test func theWrittenLettersAreThere() { #expect(WrittenLetter.all.count >= 95) }

    @Test(arguments: WrittenLetter.all) func aWrittenLetterIsReadWhole(_ letter: WrittenLetter) {
        let reading = CorrespondentReading(letter.source)
        func check(_ key: String, _ value: String?) {
            guard let answer = letter.answer(key) else { return }
            #expect(value == answer, "\(key)")
        }
        check("sender", reading.sender?.value)
        check("number", reading.outNumber?.value)
        check("date", reading.outDate.map { "\($0.value)" })
        check("reply", reading.inReplyTo.map { "\($0.value.number) | \($0.value.date.map { "\($0)" } ?? "-")" })
        check("title", reading.subject?.value)
        check("via", reading.viaAuthority?.value)
        check("signatory", reading.signatory?.value)
        check("contact", reading.contact?.value)
        check("to", reading.addressees.map(\.value).joined(separator: "; "))
        check("basis", reading.basis.map(\.value.number).joined(separator: "; "))
    }

    @Test(.disabled(if: SampleLetter.all.isEmpty, Comment(rawValue: SampleLetter.missing)), arguments: SampleLetter.all)
    func aSampleHasItsNumberDateAndReference(_ letter: SampleLetter) {
        let reading = CorrespondentReading(letter.source)
        #expect(reading.outNumber?.value == letter.expected.outNumber)
        #expect(reading.outDate.map { "\($0.value)" } == letter.expected.outDate)
        #expect(reading.inReplyTo?.value.number == letter.expected.inReplyTo?.number)
        #expect(reading.inReplyTo?.value.date.map { "\($0)" } == letter.expected.inReplyTo?.date)
        #expect(reading.viaAuthority?.value == letter.expected.viaAuthority)
    }

    /// A telegram that only says «Начальник ОВА», a sender known from a certificate, a mailing whose header is not in the file.
    static let unnamed: Set<String> = ["L05", "L36", "L38"]

    @Test(
        .disabled(if: SampleLetter.all.isEmpty, Comment(rawValue: SampleLetter.missing)),
        arguments: SampleLetter.all.filter { !unnamed.contains($0.id) })
    func aSampleHasItsSender(_ letter: SampleLetter) {
        #expect(CorrespondentReading(letter.source).sender?.value == letter.expected.sender)
    }

    @Test(.disabled(if: SampleLetter.all.isEmpty, Comment(rawValue: SampleLetter.missing)), arguments: SampleLetter.all)
    func aSampleHasWhatItsFootSays(_ letter: SampleLetter) {
        let reading = CorrespondentReading(letter.source)
        if let signatory = letter.expected.signatory { #expect(reading.signatory?.value == signatory) }
        if let contact = letter.expected.contact { #expect(reading.contact?.value == contact) }
        if let names = letter.expected.attachmentsNamed { #expect(reading.attachmentsNamed.map(\.value) == names) }
    }

    @Test(arguments: WrittenLetter.all) func aPlaceHoldsTheWordsOfItsFact(_ letter: WrittenLetter) throws {
        let reading = CorrespondentReading(letter.source)
        let facts =
            [reading.outNumber, reading.signatory, reading.contact].compactMap { $0 } + reading.addressees
            + reading.attachmentsNamed
        for fact in facts {
            let place = try #require(fact.place)
            let written = NumberReading.key(try #require(Self.text(of: place, in: letter.source)))
            #expect(written.contains(NumberReading.key(fact.value)), "\(fact.value)")
        }
        if let place = reading.outDate?.place {
            let written = NormalizedText(try #require(Self.text(of: place, in: letter.source)))
            #expect(WrittenDate(written, at: 0, end: written.tokens.count)?.date == reading.outDate?.value)
        }
    }

    private static func text(of place: FactPlace, in source: LetterSource) -> String? {
        let whole: String? =
            switch place.part {
            case "subject": source.subject
            case "file": source.attachmentNames.first
            case "from": source.senderName
            default: source.parts.first { $0.name == place.part }?.text
            }
        return whole.map { String(decoding: Array($0.utf8)[place.range], as: UTF8.self) }
    }
}
