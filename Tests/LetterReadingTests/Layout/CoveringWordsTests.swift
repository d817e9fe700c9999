// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct CoveringWordsTests {
    struct Row: CustomStringConvertible, Sendable {
        let description: String
        let note: String
        let isCovering: Bool

        init(_ description: String, _ note: String, _ isCovering: Bool = true) {
            (self.description, self.note, self.isCovering) = (description, note, isCovering)
        }
    }

    private static let letter = """
        ГІРСЬКА ОБЛАСНА ДЕРЖАВНА АДМІНІСТРАЦІЯ
        УПРАВЛІННЯ КУЛЬТУРИ
        19.01.2027   № 18-05/76

        Відділам культури територіальних громад

        Щодо моніторингу пам’яток

        Просимо до 22.01.2027 надати перелік пам’яток.

        Начальник управління                 Віта КОРОСТІЛЬ
        """

    static let rows = [
        Row("a greeting with one sentence", "Доброго дня, колеги!\nНадсилаємо до виконання."),
        Row("one line", "Добрий день! Направляю лист управління."), Row("words about what is below", "Колеги, лист нижче."),
        Row("two paragraphs", "Вітаю!\n\nПересилаємо для врахування в роботі."),
        Row("a request of its own", "Надсилаємо лист.\nПросимо відповісти нам.", false),
        Row("a day of its own", "Надсилаємо лист, відповідь потрібна до 20.01.2027.", false),
        Row("words that hand nothing over", "У нас тут таке написали.", false),
    ]

    @Test("Words above a pasted letter", arguments: rows)
    func words(_ row: Row) {
        let layout = LetterLayout(NormalizedText("\(row.note)\n\n\(Self.letter)"))
        let found = CoveringWords(layout.lines, layout.text)
        #expect((found != nil) == row.isCovering)
        if let found { #expect(layout.written(layout.lines[found.end]) == "ГІРСЬКА ОБЛАСНА ДЕРЖАВНА АДМІНІСТРАЦІЯ") }
    }

    @Test("The pasted letter has its sender, number and title")
    func letterhead() {
        let facts = LetterReader.plain.read("Доброго дня, колеги!\nНадсилаємо до виконання.\n\n\(Self.letter)")
        #expect(facts.sender?.value == "Управління культури Гірської ОДА")
        #expect(facts.subject?.value == "Щодо моніторингу пам’яток")
    }

    @Test("A letter without words above it has none")
    func plainLetter() {
        let layout = LetterLayout(NormalizedText(Self.letter))
        #expect(CoveringWords(layout.lines, layout.text) == nil)
    }
}
