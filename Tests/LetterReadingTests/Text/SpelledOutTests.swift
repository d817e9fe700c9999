// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

/// Words printed with spaces between their letters.
struct SpelledOutTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let written: String
        let read: String
        var testDescription: String { written }
    }

    static let rows = [
        Row(written: "У Х В А Л А", read: "УХВАЛА"),
        Row(written: "   П О Л Я Н С Ь К А   М І С Ь К А   Р А Д А", read: "   ПОЛЯНСЬКА МІСЬКА РАДА"),
        Row(written: "П І В Д Е Н Н О - З А Х І Д Н Е   У П Р А В Л І Н Н Я", read: "ПІВДЕННО-ЗАХІДНЕ УПРАВЛІННЯ"),
        Row(written: "В С Т А Н О В И В :", read: "ВСТАНОВИВ :"),
        Row(written: "У х в а л а", read: "Ухвала"),
        Row(written: "З А Я В А про ремонт", read: "ЗАЯВА про ремонт"),
        Row(written: "класи 5 А і 6 Б", read: "класи 5 А і 6 Б"),
        Row(written: "А Б В", read: "А Б В"),
        Row(written: "а б в г у переліку", read: "а б в г у переліку"),
        Row(written: "я і ти з ним", read: "я і ти з ним"),
        Row(written: "", read: ""),
    ]

    @Test(arguments: rows) func aSpelledWordIsAWord(_ row: Row) {
        let text = NormalizedText(row.written)
        #expect(text.text(0..<text.utf8.count) == row.read)
        #expect(text.hasSpelledWords == (row.written != row.read))
    }

    @Test func whatStandsBehindKeepsItsPlace() throws {
        let written = "Лист’\nУ Х В А Л А   С У Д У\nПро ремонт’ дахів"
        let text = NormalizedText(written)
        let token = try #require(text.tokens.last)
        #expect(text.originalText(token.range) == "дахів")
        #expect(text.originalText(text.tokens[0].range) == "Лист")
        #expect(text.tokens.map { text.text(of: $0) } == ["Лист", "'", "УХВАЛА", "СУДУ", "Про", "ремонт", "'", "дахів"])
    }

    @Test func aLetterheadPrintedSoNamesItsBody() {
        let letter =
            "П О Л Я Н С Ь К А   О К Р У Ж Н А   П Р О К У Р А Т У Р А\n06.05.2027 № 51-77-1199вих-27\n\nМіському голові\n\nПрошу надати звіт."
        #expect(CorrespondentReading(LetterSource(letter)).sender?.value == "Полянська окружна прокуратура")
    }
}
