// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar
import Testing

@testable import LetterReading

struct LetterReaderTests {
    @Test("Each prefix of each letter is read without a trap, in the places of its text")
    func prefixes() {
        for letter in DevelopmentLetter.all {
            let octets = Array(letter.text.utf8)
            for end in stride(from: 0, through: octets.count, by: 97) {
                expectPlaces(String(decoding: octets[..<end], as: UTF8.self), letter.envelope.subject)
            }
        }
    }

    @Test("Random words and marks are read without a trap", arguments: 1...60)
    func noise(_ seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        let letters = DevelopmentLetter.all
        var words: [Substring] = []
        for _ in 0..<120 {
            let letter = letters[Int.random(in: 0..<letters.count, using: &random)]
            let all = letter.text.split(separator: " ", omittingEmptySubsequences: false)
            let start = Int.random(in: 0..<all.count, using: &random)
            words += all[start..<min(all.count, start + Int.random(in: 1...4, using: &random))]
        }
        expectPlaces(words.joined(separator: seed.isMultiple(of: 2) ? " " : "\n"), "Скарга")
        let octets = (0..<2_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        expectPlaces(String(decoding: octets, as: UTF8.self), "")
    }

    @Test("The same letter gives the same facts")
    func repeatable() {
        for letter in DevelopmentLetter.all.prefix(10) {
            #expect(LetterReader.plain.read(letter.source) == LetterReader.plain.read(letter.source))
        }
    }

    @Test("The letter in the attachment is read where the mail only covers it")
    func coverNote() {
        let letter =
            "ОЗЕРСЬКА РАЙОННА ДЕРЖАВНА АДМІНІСТРАЦІЯ\n12.11.2026 № 01-20/5\n\nМіським головам\n\nПросимо надати звіт до 20.11.2026.\n\nГолова          Ігор ШТАНЬ"
        let source = LetterSource(
            parts: [
                .init(name: "body", text: "Лист РДА, див. вкладення."), .init(name: "2", fileName: "лист.pdf", text: letter),
            ],
            subject: "Лист", senderAddress: "rda@gov.example", receivedAt: .autumn, attachmentNames: ["лист.pdf"])
        let facts = LetterReader.plain.read(source)
        #expect(facts.kind.value == "AUTH_CONTROL")
        #expect(facts.kind.place?.part == "2")
        #expect(!facts.flags.map(\.value).contains(.bodyIsCoverNote))
    }

    @Test(
        "Hostile texts take time in proportion to their length",
        arguments: ["від ", "№ ", "Іван ", "вул. ", "прошу ", "1. ", "@", "Заявник: ", "> ", "відповідь ", "м. А, "])
    func hostile(_ unit: String) {
        func time(_ count: Int) -> Duration {
            let text = String(repeating: unit, count: count) + String(repeating: unit + "\n", count: count)
            return ContinuousClock().measure { _ = LetterReader.plain.read(text) }
        }
        _ = time(10)
        let (short, long) = (time(1_500), time(6_000))
        // Four times the text in no more than twelve times the time: a square would take sixteen.
        #expect(long < short * 12 + .milliseconds(200))
    }

    private func expectPlaces(_ text: String, _ subject: String) {
        let facts = LetterReader.plain.read(text, subject: subject, from: "someone@mail.example")
        let places =
            facts.flags.compactMap(\.place)
            + [facts.kind.place, facts.applicant?.name?.place, facts.applicant?.address?.place].compactMap(\.self)
        for place in places where place.part == "body" { #expect(place.range.upperBound <= text.utf8.count) }
    }
}

/// Seeded, so that a failure comes again.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
