// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct ApplicantReadingTests {
    @Test("The applicant of each letter of many hands", arguments: DevelopmentLetter.all)
    func developmentLetter(_ letter: DevelopmentLetter) {
        let applicant = LetterReader.plain.read(letter.source).applicant
        let expected = letter.expected.applicant
        #expect(applicant?.address?.value == expected?.address)
        #expect(applicant?.phone?.value == expected?.phone)
        #expect(applicant?.email?.value == expected?.email)
        #expect(applicant?.category?.value == expected?.category)
        #expect(applicant?.signatories?.value == expected?.signatories)
        #expect(applicant?.name?.value == expected?.name)
    }

    @Test("An address with a Cyrillic letter gives way to the From field")
    func brokenMailAddress() {
        let facts = LetterReader.plain.read(
            "Прошу надати копію рішення. Іван Коваль, ivan.kоval@mail.example", from: "ivan.koval@mail.example")
        #expect(facts.applicant?.email?.value == "ivan.koval@mail.example")
        #expect(facts.applicant?.email?.place?.part == "from")
    }

    @Test("The addressee is never the applicant")
    func addressee() {
        let facts = LetterReader.plain.read(
            "Міському голові\nЛевченку Остапу Васильовичу\n\nЗАЯВА\nПрошу полагодити лавку.", from: "x@mail.example")
        #expect(facts.applicant == nil)
        #expect(facts.flags.map(\.value).contains(.anonymous))
    }
}
