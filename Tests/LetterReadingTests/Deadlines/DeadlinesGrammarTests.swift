// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar
import Testing

@testable import LetterReading

/// Phrases of no vector: the grammar in its forms, and what only looks like a deadline. Read as of Thursday 12.11.2026 10:00, letter of
/// 11.11.2026, under martial law.
@Suite struct DeadlinesGrammarTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let phrase: String
        let type: String
        let legal: String?
        var second: String?
        var upperBound: String?
        var testDescription: String { phrase }

        init(_ phrase: String, _ type: String, _ legal: String? = nil, second: String? = nil, upperBound: String? = nil) {
            self.phrase = phrase
            self.type = type
            self.legal = legal
            self.second = second
            self.upperBound = upperBound
        }
    }

    static let deadlines = days + terms + recurring

    @Test(arguments: deadlines)
    func readsDeadlinesInEveryForm(_ row: Row) {
        let reading = DeadlineReading(phrase: row.phrase, context: DeadlinesCalendar.context())
        #expect(reading.type.hasPrefix(row.type))
        if let legal = row.legal { #expect(reading.deadline?.legalText == legal) }
        if let second = row.second { #expect(reading.deadline?.second?.description == second) }
        if let bound = row.upperBound { #expect(reading.deadline?.upperBound?.description == bound) }
    }

    @Test(arguments: noDeadlines)
    func takesNothingElseForADeadline(_ phrase: String) {
        let reading = DeadlineReading(phrase: phrase, context: DeadlinesCalendar.context())
        #expect(reading.type == "NOT a deadline")
        #expect(reading.deadline == nil)
    }

    @Test func readsWhatCapitalsLookalikesAndSpacesMakeOfAPhrase() {
        let plain = "у п’ятиденний строк, але не пізніше 20 листопада 2026 року"
        let variants = [
            plain.uppercased(), plain.replacing("’", with: "'"), plain.replacing("’", with: "ʼ"),
            plain.replacing(" ", with: "\u{A0}"),
            plain.replacing("о", with: "o").replacing("е", with: "e"), plain.replacing(" ", with: "\n"),
        ]
        let expected = DeadlineReading(phrase: plain, context: DeadlinesCalendar.context())
        for variant in variants {
            let reading = DeadlineReading(phrase: variant, context: DeadlinesCalendar.context())
            #expect(reading.type == expected.type, "\(variant)")
            #expect(reading.deadline?.legal == expected.deadline?.legal, "\(variant)")
        }
    }

    @Test func keepsADateThatWasPastWhenTheLetterCame() {
        let context = DeadlinesCalendar.context("2026-11-25T09:00", letter: "2026-11-11")
        let reading = DeadlineReading(phrase: "просимо надати до 20.11.2026", context: context)
        #expect(reading.deadline?.legalText == "2026-11-20")
        #expect(reading.deadline?.overdueOnArrival == true)
        #expect(reading.deadline?.needsReview == true)
    }

    @Test func asksAPersonToCheckADayFarAheadWithoutAYear() {
        #expect(DeadlineReading(phrase: "до 10 листопада", context: DeadlinesCalendar.context()).deadline?.needsReview == true)
        #expect(DeadlineReading(phrase: "до 10 січня", context: DeadlinesCalendar.context()).deadline?.needsReview == false)
    }

    @Test func anyTextIsReadInTimeInProportionToItsLength() {
        let hostile = [
            "до ", "не пізніше ", "протягом ", "1.", "до 1.", "(", "щомісяця до ", "у строк, ", "термін ", "до 20.11.2026 та ",
            "20 ",
            "двадцять ", "з 1 до ", "щоп’ятниці та ", "невідкладно ", "з дня ", "місяця, наступного за звітним ", "-", "«20» ",
            "від з ",
            "до початку сезону, але не пізніше ", "не пізніше ніж за 3 дні до наради, але ",
            "протягом 5 днів з дня погодження, але не пізніше ",
            "протягом наступних ", "у строк до ", "завтра до ", "до п’ятниці, ", "з 8:00 до ", "строк ",
        ]
        let context = DeadlinesCalendar.context()
        for piece in hostile {
            func seconds(_ count: Int) -> Double {
                let text = NormalizedText(String(repeating: piece, count: count))
                let clock = ContinuousClock()
                let spent = clock.measure {
                    var scanner = DeadlineScanner(text, context)
                    let surroundings = DeadlineSurroundings(text: text, context: context)
                    for mention in scanner.mentions(in: text.tokens.indices) {
                        _ = surroundings.binds(mention, in: text.tokens.indices)
                    }
                }
                return Double(spent.components.seconds) + Double(spent.components.attoseconds) * 1e-18
            }
            let (small, large) = (seconds(500), seconds(4_000))
            // Eight times the text may take eight times as long, with room for a busy machine; the square would be sixty-four.
            #expect(large < small * 32 + 0.2, "\(piece): \(small) s, \(large) s")
        }
    }

    @Test func everyPrefixOfEveryPhraseIsReadWithoutFail() {
        let context = DeadlinesCalendar.context()
        for row in Self.deadlines {
            for length in 0...row.phrase.count {
                _ = DeadlineReading(phrase: String(row.phrase.prefix(length)), context: context).type
            }
        }
    }
}
