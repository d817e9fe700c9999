// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct PostalAddressTests {
    struct Row: CustomTestStringConvertible {
        let written: String
        let expected: String?
        var testDescription: String { written }
    }

    @Test(
        "An address is written the way a card has it",
        arguments: [
            Row(
                written: "проживає: 39800, м. Лугостав, вул. Шевченка, буд. 21, кв. 15, тел. 1",
                expected: "39800, м. Лугостав, вул. Шевченка, буд. 21, кв. 15"),
            Row(written: "г. Озерск, ул. Южная, д. 9, кв. 31", expected: "м. Озерськ, вул. Південна, 9, кв. 31"),
            Row(written: "живу в с. Веселе по вул. Лісовій, 30", expected: "с. Веселе, вул. Лісова, 30"),
            Row(written: "а/с 15, м. Дніпроград, 49901", expected: "а/с 15, м. Дніпроград, 49901"),
            Row(written: "М. ВЕРБІВСЬК, ВУЛ. ВИШНЕВА, БУД. 40", expected: "м. Вербівськ, вул. Вишнева, буд. 40"),
            Row(written: "вул Миру 44 лугостав 0500001144", expected: "м. Лугостав, вул. Миру, 44"),
            Row(
                written: "Наддніпрянська обл., м. Лугостав, вул. Дружби, 6, кв. 2",
                expected: "Наддніпрянська обл., м. Лугостав, вул. Дружби, 6, кв. 2"),
            Row(written: "м. Озерськ, вул. Садова, 7/12", expected: "м. Озерськ, вул. Садова, 7/12"),
            Row(written: "м. Озерськ, вул. Ярова, 2-А", expected: "м. Озерськ, вул. Ярова, 2-А"),
            Row(written: "Прошу прибрати сніг у нашому місті.", expected: nil),
            Row(written: "кадастровий номер 5310700000:03:012:0045", expected: nil),
        ])
    func written(_ row: Row) {
        let text = NormalizedText(row.written)
        #expect(PostalAddress.first(in: text, text.tokens.indices)?.text == row.expected)
    }

    @Test("A street where something is broken is not where the author lives")
    func brokenPlace() {
        let facts = LetterReader.plain.read(
            "Прошу засипати яму на вул. Садовій, 5.\nІван Петренко\n0671234567", from: "ivan@mail.example")
        #expect(facts.applicant?.address == nil)
        #expect(facts.flags.map(\.value).contains(.missingAddress))
    }
}
