// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar
import Testing

@testable import LetterReading

struct MainTextTests {
    private static let letter =
        "ГІРСЬКА ОБЛАСНА РАДА\n12.11.2026 № 01-7/5\n\nМіському голові\n\nПро ремонт\n\nПросимо надати звіт."

    private func source(_ parts: [LetterSource.Part]) -> LetterSource {
        var source = LetterSource("")
        source.parts = parts
        return source
    }

    @Test func aCoverNoteLeadsToTheLetterBehindIt() {
        let source = source([
            LetterSource.Part(name: "body", text: "Надсилаємо лист, див. вкладення."),
            LetterSource.Part(name: "2", fileName: "Додаток 1.xlsx", text: "ГІРСЬКА ОБЛАСНА РАДА\n01.11.2026 № 1"),
            LetterSource.Part(name: "3", fileName: "лист.pdf", text: Self.letter),
        ])
        let main = MainText(source)
        #expect(main.part == "3")
        #expect(main.isBehindCoverNote)
        let reading = CorrespondentReading(main, source: source)
        #expect(reading.outNumber?.value == "01-7/5")
        #expect(reading.outNumber?.place?.part == "3")
    }

    @Test func aLetterInTheMailIsNotGivenUpForItsAttachment() {
        let source = source([
            LetterSource.Part(name: "body", text: Self.letter),
            LetterSource.Part(name: "2", fileName: "наказ.pdf", text: "НАКАЗ\n01.11.2026 № 77\n\nПро план"),
        ])
        #expect(MainText(source).part == "body")
    }

    @Test func aMailWithoutTextIsStillRead() {
        #expect(MainText(source([])).part == "body")
        #expect(
            MainText(source([LetterSource.Part(name: "body", text: ""), LetterSource.Part(name: "2", text: Self.letter)])).part
                == "2")
    }

    struct Addressed: CustomStringConvertible, Sendable {
        let lines: String
        let addressees: [String]
        let copies: [String]
        var description: String { lines }
    }

    static let addressed = [
        Addressed(lines: "Міському голові\nБойку Р. С.", addressees: ["Міському голові", "Бойку Р. С."], copies: []),
        Addressed(
            lines: "Керівникам департаментів освіти\nКопія: органам місцевого самоврядування",
            addressees: ["Керівникам департаментів освіти"],
            copies: ["органам місцевого самоврядування"]),
        Addressed(lines: "Кому: Лісівська міська рада", addressees: ["Лісівська міська рада"], copies: []),
        Addressed(
            lines: "                         Начальнику управління освіти", addressees: ["Начальнику управління освіти"],
            copies: []),
    ]

    @Test(arguments: addressed) func addresseesAndCopiesAreTold(_ row: Addressed) {
        let reading = CorrespondentReading(
            LetterSource("ГІРСЬКА ОБЛАСНА РАДА\n12.11.2026 № 5\n\n\(row.lines)\n\nПро ремонт\n\nПросимо надати звіт."))
        #expect(reading.addressees.map(\.value) == row.addressees)
        #expect(reading.copies.map(\.value) == row.copies)
    }
}
