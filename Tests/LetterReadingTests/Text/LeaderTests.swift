// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

@Suite("Points between a label and what belongs to it")
struct LeaderTests {
    struct Row: CustomTestStringConvertible {
        let name: String
        let text: String
        let read: String
        var testDescription: String { name }
    }

    static let rows = [
        Row(name: "a row of points is a colon", text: "Вид звернення ........ скарга", read: "Вид звернення : скарга"),
        Row(name: "three points before figures are", text: "Дата ... 04.08.2026", read: "Дата : 04.08.2026"),
        Row(name: "points with spaces between them are one", text: "Вид . . . . . скарга", read: "Вид : скарга"),
        Row(name: "spaces that allow no break", text: "Вид\u{A0}.....\u{A0}скарга", read: "Вид : скарга"),
        Row(name: "a point before figures is none", text: "див . 5", read: "див . 5"),
        Row(name: "three points in a sentence are none", text: "чекав ... а ви мовчите", read: "чекав ... а ви мовчите"),
        Row(name: "points glued to a word are none", text: "чекав..... а ви", read: "чекав..... а ви"),
        Row(name: "points at the end of a line are none", text: "підпис ......\nдалі", read: "підпис ......\nдалі"),
        Row(name: "points at the end of everything are none", text: "підпис ......", read: "підпис ......"),
    ]

    @Test(arguments: rows) func read(_ row: Row) {
        #expect(String(decoding: NormalizedText(row.text).utf8, as: UTF8.self) == row.read)
    }

    @Test func longestRow() {
        let text = "Вид " + String(repeating: ".", count: 20_000) + " скарга"
        #expect(NormalizedText(text).tokens.count > 100)
    }

    @Test func whatStandsBehindKeepsItsPlace() throws {
        let text = NormalizedText("Вид ........ скарга")
        let last = try #require(text.tokens.last)
        #expect(text.originalText(last.range) == "скарга")
    }
}
