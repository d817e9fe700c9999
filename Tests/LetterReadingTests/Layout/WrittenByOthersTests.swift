// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct WrittenByOthersTests {
    struct Row: CustomStringConvertible, Sendable {
        let name: String
        let text: String
        let kept: String
        var isForwarded = false
        var description: String { name }
    }

    static let rows = [
        Row(name: "a letter of one's own", text: "Доброго дня!\nПрошу допомоги.", kept: "Доброго дня! Прошу допомоги."),
        Row(name: "a quoted answer", text: "Згоден.\n\n16.11.2026 10:15, Рада пише:\n> Чи згодні Ви?", kept: "Згоден."),
        Row(name: "an English quotation", text: "Згоден.\n\nOn Mon, Nov 16, 2026 Rada wrote:\n> Чи згодні Ви?", kept: "Згоден."),
        Row(
            name: "a forwarded letter",
            text:
                "До виконання\n---------- Forwarded message ---------\nВід: ОДА <oda@x.example>\nДата: пн, 16 лист. 2026\nТема: Нарада\nКому: рада\n\nПро нараду",
            kept: "Про нараду", isForwarded: true),
        Row(
            name: "a letter forwarded twice",
            text:
                "-------- Переслане повідомлення --------\nВід: А\nДата: 1\n\n-------- Переслане повідомлення --------\nВід: Б\nДата: 2\n\nЛист",
            kept: "Лист", isForwarded: true),
        Row(name: "a telephone's signature", text: "Світла немає.\nНадіслано з iPhone", kept: "Світла немає."),
        Row(
            name: "a disclaimer", text: "Надаємо акт.\n\nЦе повідомлення є конфіденційним і призначене адресату.",
            kept: "Надаємо акт."),
        Row(
            name: "a ruled line of a letterhead", text: "РАДА\n________________________________\nПросимо надати.",
            kept: "РАДА ________________________________ Просимо надати."),
        Row(
            name: "a citizen's own form", text: "Від: Кіт Олег\nКому: голові\nТема: дах\nТече дах.",
            kept: "Від: Кіт Олег Кому: голові Тема: дах Тече дах."),
        Row(name: "nothing", text: "", kept: ""),
    ]

    @Test(arguments: rows) func onlyTheWritersWordsAreKept(_ row: Row) {
        let others = WrittenByOthers(row.text)
        #expect(others.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") == row.kept)
        #expect(others.isForwarded == row.isForwarded)
        #expect(others.octets.count == row.text.utf8.count)
    }
}
