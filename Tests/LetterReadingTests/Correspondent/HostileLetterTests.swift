// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct HostileLetterTests {
    @Test func everyPrefixOfALetterIsRead() throws {
        for letter in WrittenLetter.all.prefix(3) {
            let octets = Array(try #require(letter.source.parts.first).text.utf8)
            for length in octets.indices {
                let reading = CorrespondentReading(LetterSource(String(decoding: octets[..<length], as: UTF8.self)))
                #expect(reading.subject.map { $0.value.count <= 400 } ?? true)
            }
        }
    }

    @Test func randomOctetsAreRead() {
        var generator = Seeded(state: 2_026)
        let alphabet = Array("№Nвідхна. -/_:\"«»\n\t 0123456789АБВабв@()".unicodeScalars)
        for length in [0, 1, 2, 17, 300, 2_000] {
            for _ in 0..<20 {
                let octets = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
                _ = CorrespondentReading(
                    LetterSource(
                        String(decoding: octets, as: UTF8.self), mail: String(decoding: octets.prefix(80), as: UTF8.self)))
                var text = ""
                for _ in 0..<length { text.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? " ") }
                _ = CorrespondentReading(LetterSource(text, mail: String(text.prefix(200)), files: [String(text.prefix(60))]))
            }
        }
    }

    struct Flood: CustomStringConvertible, Sendable {
        let name: String
        let unit: String
        var description: String { name }
    }

    static let floods = [
        Flood(name: "number signs", unit: "№ "), Flood(name: "digits", unit: "7"), Flood(name: "short lines", unit: "а\n"),
        Flood(name: "blanks", unit: "_"), Flood(name: "dates", unit: "12.11.2026 "), Flood(name: "joints", unit: "1-"),
        Flood(name: "quotation marks", unit: "\""), Flood(name: "capitals", unit: "РАДА "), Flood(name: "initials", unit: "А. "),
        Flood(name: "tabs", unit: "\t"), Flood(name: "answered numbers", unit: "На № 1/2 від 12.11.2026\n"),
        Flood(name: "requests", unit: "прошу надати "), Flood(name: "letters", unit: "лист "),
        Flood(name: "quoted lines", unit: "> а\n"),
        Flood(name: "heads of mails", unit: "Від: а\nДата: б\n"), Flood(name: "one word", unit: "а"),
        Flood(name: "annexes", unit: "Додаток: 1. а\n"),
    ]

    /// Four times the text takes four times the time and some, never sixteen times.
    @Test(arguments: floods) func aFloodTakesTimeInProportion(_ flood: Flood) {
        let octets = 20_000
        _ = time(flood, octets)
        let (once, longer) = (time(flood, octets), time(flood, octets * 4))
        #expect(longer < once * 9 + .milliseconds(100), "\(once) for \(octets) octets, \(longer) for four times as many")
    }

    private func time(_ flood: Flood, _ octets: Int) -> Duration {
        let source = LetterSource(String(repeating: flood.unit, count: octets / flood.unit.utf8.count))
        return ContinuousClock().measure { _ = CorrespondentReading(source) }
    }

    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }
}
