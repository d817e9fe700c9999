// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct WrittenNumberTests {
    struct Row: CustomStringConvertible, Sendable {
        let text: String
        let number: String?
        var description: String { text }

        init(_ text: String, _ number: String?) {
            self.text = text
            self.number = number
        }
    }

    static let rows = [
        Row("01-23/456", "01-23/456"), Row("615 від 17.11.2026", "615"), Row("1876від27.10.2026", "1876"),
        Row("02-15/1876від27.10.2026", "02-15/1876"), Row("01-23 / 456", "01-23/456"), Row("01 - 23/456", "01-23/456"),
        Row("54-102-4471вих-26", "54-102-4471вих-26"), Row("54-102-\n4471вих-26", "54-102-4471вих-26"),
        Row("11/10-1443 (251877)", "11/10-1443 (251877)"), Row("К-1234/08-31", "К-1234/08-31"), Row("K-12", "К-12"),
        Row("17ДСК/22-03", "17ДСК/22-03"), Row("ПЕ-14256873", "ПЕ-14256873"), Row("04.1-12/3301", "04.1-12/3301"),
        Row("01-23/456.", "01-23/456"), Row("01-23/456, 01-23/457", "01-23/456"), Row("7.6-3/15/13/2201", "7.6-3/15/13/2201"),
        Row("27 «13» листопада", "27"), Row("____", nil), Row("б/н", nil), Row("слово", nil), Row("12/1-а", "12/1-а"),
        Row("01–23/456", "01-23/456"), Row("118-АЗ від", "118-АЗ"), Row("456 - 12.11.2026", "456"),
        Row("211-р від", "211-р"), Row("2026р. зі змінами", "2026"),
    ]

    @Test(arguments: rows) func aNumberIsReadInOneSpelling(_ row: Row) {
        let text = NormalizedText(row.text)
        #expect(WrittenNumber(text, at: 0, end: text.tokens.count)?.text == row.number)
    }

    @Test(arguments: [
        ("050-111-22-33", true), ("60-11-25", true), ("10-07-03456", false), ("01-24/2315", false), ("5-512", false),
    ])
    func aTelephoneIsTold(_ text: String, isTelephone: Bool) {
        let source = NormalizedText(text)
        #expect(WrittenNumber(source, at: 0, end: source.tokens.count)?.isTelephone == isTelephone)
    }

    @Test func aNumberOfMoreOctetsThanAnyIndexHasIsNone() {
        let longest = String(repeating: "1", count: 48)
        #expect(WrittenNumber(NormalizedText(longest), at: 0, end: 1)?.text == longest)
        #expect(WrittenNumber(NormalizedText(longest + "1"), at: 0, end: 1) == nil)
    }
}
