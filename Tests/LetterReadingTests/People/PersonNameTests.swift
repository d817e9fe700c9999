// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct PersonNameTests {
    struct Row: CustomTestStringConvertible {
        let written: String
        let expected: String
        var isCertain = true
        var testDescription: String { written }
    }

    @Test(
        "A name in any case is brought to the nominative",
        arguments: [
            Row(written: "Гаврик Ніни Андріївни", expected: "Гаврик Ніна Андріївна"),
            Row(written: "Ткачука Сергія Вікторовича", expected: "Ткачук Сергій Вікторович"),
            Row(written: "Коваленка Івана Петровича", expected: "Коваленко Іван Петрович"),
            Row(written: "Мороза Івана Федоровича", expected: "Мороз Іван Федорович"),
            Row(written: "Савицької Ольги Іллівни", expected: "Савицька Ольга Іллівна"),
            Row(written: "Горової Лесі Тарасівни", expected: "Горова Леся Тарасівна"),
            Row(written: "Левченку Остапу Васильовичу", expected: "Левченко Остап Васильович"),
            Row(written: "Кравця Миколи Івановича", expected: "Кравець Микола Іванович", isCertain: false),
            Row(written: "Коваль Ганні Юріївні", expected: "Коваль Ганна Юріївна"),
            Row(written: "ІВАНЕНКО-САВЧУК ОЛЕНА ІГОРІВНА", expected: "Іваненко-Савчук Олена Ігорівна"),
            Row(written: "Шевчук В'ячеслав Лук’янович", expected: "Шевчук В’ячеслав Лук’янович"),
            Row(written: "Бойка Ігоря Олеговича", expected: "Бойко Ігор Олегович"),
            Row(written: "Тарас Вікторович", expected: "Тарас Вікторович"),
        ])
    func nominative(_ row: Row) throws {
        let name = try #require(PersonName(row.written.split(separator: " ").map(String.init)))
        #expect(name.text == row.expected)
        #expect(name.isCertain == row.isCertain)
    }

    @Test(
        "A Russian name is written in Ukrainian, with a doubt where the spelling leaves one",
        arguments: [
            Row(written: "Пономаренко Людмилы Ивановны", expected: "Пономаренко Людмила Іванівна"),
            Row(written: "Кравцова Елена Николаевна", expected: "Кравцова Олена Миколаївна"),
            Row(written: "Лысенко Николай Сергеевич", expected: "Лисенко Микола Сергійович"),
            Row(written: "Калинин Дмитрий Юрьевич", expected: "Калинин Дмитро Юрійович", isCertain: false),
        ])
    func russian(_ row: Row) throws {
        let name = try #require(PersonName(row.written.split(separator: " ").map(String.init)))
        #expect(name.text == row.expected)
        #expect(name.isCertain == row.isCertain)
    }

    @Test(
        "Words that are no name give none",
        arguments: ["вулиця Садова", "Міському голові", "Директор департаменту", "Добрий день", "АТ Енерго"])
    func noName(_ words: String) { #expect(PersonName(words.split(separator: " ").map(String.init)) == nil) }

    @Test("Names are found where they stand, initials on either side")
    func mentions() {
        let text = NormalizedText(
            "Прошу повідомити: Онищенко Г. П., тел. 1. Начальник О. В. Ткач, слідчий Руденко М.М. та Олександр Корнієнко.")
        let found = NameMention.all(in: text, text.tokens.indices).map(\.name.text)
        #expect(found == ["Онищенко Г. П.", "О. В. Ткач", "Руденко М. М.", "Олександр Корнієнко"])
    }
}
