// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct AnnexReadingTests {
    struct Row: CustomStringConvertible, Sendable {
        let lines: String
        let names: [String]
        var description: String { lines }

        init(_ lines: String, _ names: [String]) {
            self.lines = lines
            self.names = names
        }
    }

    static let rows = [
        Row("Додаток: форма на 1 арк.", ["форма на 1 арк."]), Row("Додаток: на 4 арк. в 1 прим.", ["на 4 арк. в 1 прим."]),
        Row(
            "Додатки: 1. Перелік об’єктів на 2 арк.\n         2. Інструкція користувача (в електронному вигляді).",
            ["Перелік об’єктів на 2 арк.", "Інструкція користувача"]),
        Row("Додатки: копія ордера, копія свідоцтва.", ["копія ордера", "копія свідоцтва"]),
        Row("Додаток: акт звірки; рахунок на 1 арк.", ["акт звірки", "рахунок на 1 арк."]),
        Row("Додаємо: копію статуту; довідку на 1 арк.", ["копію статуту", "довідку на 1 арк."]),
        Row("До листа додаються: фотографії (6 шт.), копія техпаспорта.", ["фотографії", "копія техпаспорта"]),
        Row("Копії документів додаємо.", []),
        Row("Додатки:\n1) план заходів\n2) кошторис", ["план заходів", "кошторис"]), Row("Дякуємо.", []),
        Row("Розрахунок на 6 аркушах додаємо.", ["Розрахунок на 6 аркушах"]),
        Row("Схема майданчика на 1 арк. додається.", ["Схема майданчика на 1 арк."]), Row("Схема додається.", []),
    ]

    @Test(arguments: rows) func theAttachmentsNamedInTheTextAreListed(_ row: Row) {
        let letter =
            "КП «ПАРК»\n12.11.2026 № 5\n\nПро ремонт\n\nПросимо надати звіт про ремонт доріг.\n\n\(row.lines)\n\nДиректор          Роман КІТ"
        #expect(CorrespondentReading(LetterSource(letter)).attachmentsNamed.map(\.value) == row.names)
    }
}
