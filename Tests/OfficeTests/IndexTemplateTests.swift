// SPDX-License-Identifier: Apache-2.0
import Office
import Testing

@Suite struct IndexTemplateTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let template: String
        let number: Int
        let index: String
        var testDescription: String { "\(template) → \(index)" }
    }

    static let fields = IndexFields(year: 2026, caseFile: "01-12", letter: "Ш", unit: "03", kindPrefix: "ДЗ")

    @Test(arguments: [
        Example(template: "{n}", number: 1, index: "1"),
        Example(template: "{n}/{case}", number: 865, index: "865/01-12"),
        Example(template: "{case}/{n}", number: 865, index: "01-12/865"),
        Example(template: "{letter}-{n}/{case}", number: 15, index: "Ш-15/01-12"),
        Example(template: "ПІ-{n}/{case}", number: 45, index: "ПІ-45/01-12"),
        Example(template: "{kindPrefix}-{n}/{case}", number: 12, index: "ДЗ-12/01-12"),
        Example(template: "{case}/{unit}/{n}", number: 802, index: "01-12/03/802"),
        Example(template: "{n:04}-{yy}", number: 7, index: "0007-26"),
        Example(template: "{n:04}", number: 12_345, index: "12345"),
        Example(template: "{yyyy}/{n:02}", number: 3, index: "2026/03"),
        Example(template: "{letter}{n}", number: 3, index: "Ш3"),
    ])
    func fieldsAreFilledIn(_ row: Example) throws {
        #expect(try IndexTemplate(row.template).index(number: row.number, fields: Self.fields) == row.index)
    }

    @Test func theYearKeepsTwoDigitsInTheFirstYearsOfACentury() throws {
        #expect(try IndexTemplate("{n}/{yy}").index(number: 1, fields: IndexFields(year: 2107)) == "1/07")
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        let template: String
        let mistake: IndexTemplateError.Mistake
        let offset: Int
        var testDescription: String { template }
    }

    @Test(arguments: [
        Mistake(template: "", mistake: .empty, offset: 0),
        Mistake(template: "01-12", mistake: .noNumber, offset: 5),
        Mistake(template: "{case}", mistake: .noNumber, offset: 6),
        Mistake(template: "ПІ-{n}/{case", mistake: .unclosedField, offset: 7),
        Mistake(template: "{n}}", mistake: .strayBrace, offset: 3),
        Mistake(template: "{n}/{cases}", mistake: .unknownField("cases"), offset: 4),
        Mistake(template: "{n}/{}", mistake: .unknownField(""), offset: 4),
        Mistake(template: "{n}/{n:04}", mistake: .secondNumber, offset: 4),
        Mistake(template: "{n:4}", mistake: .badWidth("4"), offset: 0),
        Mistake(template: "{n:00}", mistake: .badWidth("00"), offset: 0),
        Mistake(template: "{n:}", mistake: .badWidth(""), offset: 0),
        Mistake(template: "{unit}{n}", mistake: .numberTouchesField, offset: 6),
        Mistake(template: "{n}{case}", mistake: .numberTouchesField, offset: 3),
        Mistake(template: "{n}\n{case}", mistake: .controlCharacter, offset: 3),
    ])
    func mistakesAreFoundWithTheirPlace(_ row: Mistake) {
        #expect(throws: IndexTemplateError(mistake: row.mistake, offset: row.offset)) { try IndexTemplate(row.template) }
    }

    @Test func errorsSayWhatToDo() {
        let error = #expect(throws: IndexTemplateError.self) { try IndexTemplate("{n}/{cases}") }
        #expect(error?.description == "there is no field {cases} (character 5)")
    }

    @Test func noTextStopsTheParser() {
        let signs = ["{", "}", "n", ":", "0", "4", "case", "-", "/", "\n", "Ш", "{n}", "🙂", " "]
        var generator = SeededGenerator(state: 20_261_123)
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 0..<9, using: &generator)).map { _ in signs.randomElement(using: &generator) ?? "" }
                .joined()
            guard let template = try? IndexTemplate(text) else { continue }
            #expect(template.index(number: 91_827, fields: Self.fields).contains("91827"))
            #expect(template.description == text)
        }
    }
}

/// The same numbers in each run (xorshift).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
