// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import Testing

@Suite struct DraftPrefillTests {
    @Test func theIncomingCardFillsTheOutgoingLetter() {
        let content = Council.version(1).content
        #expect(content.addressees == [Addressee(name: "Полтавська ОВА", address: "ova@oblast.example")])
        #expect(content.references.map(\.ukrainian) == ["На № 01-15/234 від 20.11.2026"])
        #expect(content.subject == "Про надання інформації")
        #expect(content.caseFile == "03-10")
        #expect(content.signatory == Council.id("mayor"))
        #expect(content.executor == ExecutorContact(name: "Олена Шевченко", phone: "+380 53 480 11 23"))
    }

    @Test(arguments: [
        ("CITIZEN_COMPLAINT", "скарга!!!", "Про розгляд звернення"), ("PUBLIC_INFO", "запит", "Про розгляд запиту на інформацію"),
        ("MP_REQUEST", "", "Про розгляд депутатського запиту"), ("AUTH_CONTROL", "Re: Fwd: про стан доріг ", "Про стан доріг"),
        ("ORG_LETTER", "Заборгованість", "Щодо листа «Заборгованість»"), ("ORG_LETTER", " ", ""), ("", "Щодо води", "Щодо води"),
    ]) func theSubjectFollowsTheKind(_ kind: String, _ incoming: String, _ expected: String) {
        let letter = IncomingParticulars(
            correspondents: [], references: [], subject: incoming, caseFile: "", receivedOn: Council.today)
        let content = letter.answer(
            kind: DocumentKind(rawValue: kind), signatory: Council.id("mayor"), executor: Council.people[4],
            staff: Council.staff())
        #expect(content.subject == expected)
    }

    @Test(arguments: [
        (LetterReference(number: "", date: Council.day("2026-11-20")), "На б/н від 20.11.2026"),
        (LetterReference(number: "5", date: nil), "На № 5"), (LetterReference(number: "", date: nil), ""),
    ]) func aReferenceIsAsCompleteAsTheLetterWas(_ reference: LetterReference, _ expected: String) {
        #expect(reference.ukrainian == expected)
    }

    @Test func twoContentsNeverShareATextForTheDigest() {
        var one = Council.version(1).content
        var other = one
        (one.subject, one.text) = ("а", "б")
        (other.subject, other.text) = ("аб", "")
        #expect(one.canonicalText != other.canonicalText)
        other = one
        other.files[0] = DraftFile(name: other.files[0].name, digest: "b")
        #expect(one.canonicalText != other.canonicalText)
    }
}
