// SPDX-License-Identifier: Apache-2.0
import LetterReading
import Testing

/// Heads, middles and ends of letters as citizens write themselves (`Tests/Fixtures/reading/applicants-….txt`).
///
/// Compared as the sets of whole letters are (``ApplicantJudge``): a clerk's spelling of an address is one of several.
struct ApplicantLettersTests {
    private static let files = ["applicants-1", "applicants-2", "applicants-3", "applicants-4", "applicants-5"]

    @Test func theLettersAreThere() {
        for file in Self.files { #expect(WrittenLetter.letters(in: file).count >= 25, "\(file)") }
    }

    @Test("Who writes, where from and whom to ring", arguments: files.flatMap(WrittenLetter.letters))
    func writer(_ letter: WrittenLetter) {
        let card = CardReading(LetterReader.plain.read(letter.source))
        let judged = JudgedLetter(letter)
        let applicant = ApplicantJudge(letter: letter.name, tolerated: judged.tolerated ?? .nothing)
            .judge(judged.expected.applicant, card.applicant)
        let signed = LetterJudge(letter: judged, found: card).judgements.filter {
            $0.field == .signatory || $0.field == .contact
        }
        let wrong = (applicant + signed).filter { $0.verdict != .right }
        #expect(wrong.map { "\($0.field) \($0.verdict): «\($0.expected)», read «\($0.found)»" } == [], "read as \(card.kind)")
    }
}

extension JudgedLetter {
    /// The answers of a written letter as a clerk's card; what is not asked is not judged.
    init(_ letter: WrittenLetter) {
        var expected = CardReading(kind: "")
        var applicant = CardReading.Applicant()
        applicant.name = letter.answer("name") ?? nil
        applicant.address = letter.answer("address") ?? nil
        applicant.phone = letter.answer("phone") ?? nil
        applicant.email = letter.answer("email") ?? nil
        applicant.category = letter.answer("category") ?? nil
        applicant.signatories = letter.answer("signatories")?.flatMap { Int($0) }
        expected.applicant = applicant
        expected.signatory = letter.answer("signatory") ?? nil
        expected.contact = letter.answer("contact") ?? nil
        if letter.answers["signatory"] != nil { expected.statedKeys.insert(.signatory) }
        if letter.answers["contact"] != nil { expected.statedKeys.insert(.contact) }
        var tolerated = Tolerance()
        tolerated.applicant = ["name", "address", "phone", "email", "category", "signatories"].filter {
            letter.answers[$0] == nil
        }
        self.init(
            id: letter.name, title: "", receivedAt: "", channel: "body",
            envelope: Envelope(from: "", subject: "", attachments: []),
            text: "", expected: expected, tolerated: tolerated)
    }
}
