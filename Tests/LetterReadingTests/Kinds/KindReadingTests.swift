// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct KindReadingTests {
    @Test("The letters of many hands can be read") func letters() { #expect(DevelopmentLetter.all.count > 60) }

    @Test("The kind of each letter of many hands", arguments: DevelopmentLetter.all)
    func developmentLetter(_ letter: DevelopmentLetter) {
        let facts = LetterReader.plain.read(letter.source)
        #expect(facts.kind.value == letter.expected.kind, "\(facts.kind.reason)")
        #expect(facts.secondaryKind?.value == letter.expected.secondaryKind)
    }

    struct Row: CustomTestStringConvertible {
        let name: String
        let text: String
        var subject = ""
        var from = "someone@mail.example"
        let kind: String
        var testDescription: String { name }
    }

    @Test(
        "One word decides between kinds that look alike",
        arguments: [
            Row(
                name: "documented information", text: "Прошу надати копію договору на ремонт площі. Олег Ковач",
                kind: "PUBLIC_INFO"),
            Row(name: "act instead of documents", text: "Прошу провести ремонт площі. Олег Ковач", kind: "CITIZEN_APPLICATION"),
            Row(name: "idea", text: "Пропоную провести ремонт площі. Олег Ковач", kind: "CITIZEN_PROPOSAL"),
            Row(name: "complaint", text: "Скаржусь на ремонт площі. Олег Ковач", kind: "CITIZEN_COMPLAINT"),
            Row(name: "named application", text: "ЗАЯВА\nСкаржусь на ремонт площі. Олег Ковач", kind: "CITIZEN_APPLICATION"),
            Row(
                name: "authority asks",
                text: "ОБЛАСНА ДЕРЖАВНА АДМІНІСТРАЦІЯ\n12.11.2026 № 1/2\nПросимо надати звіт до 20.11.2026.", kind: "AUTH_CONTROL"
            ),
            Row(
                name: "authority informs",
                text: "ОБЛАСНА ДЕРЖАВНА АДМІНІСТРАЦІЯ\n12.11.2026 № 1/2\nНадсилаємо для відома копію листа.", kind: "AUTH_INFO"),
            Row(
                name: "authority explains, for use in work",
                text:
                    "ОБЛАСНА ДЕРЖАВНА АДМІНІСТРАЦІЯ\n12.11.2026 № 1/2\nРоз’яснюємо порядок. Просимо враховувати викладене в роботі.",
                kind: "AUTH_INFO"),
            Row(
                name: "authority explains, to be taken into account",
                text:
                    "ОБЛАСНА ДЕРЖАВНА АДМІНІСТРАЦІЯ\n12.11.2026 № 1/2\nРоз’яснюємо порядок. Просимо взяти надані роз’яснення до уваги.",
                kind: "AUTH_INFO"),
            Row(
                name: "authority has something used and reported",
                text:
                    "ОБЛАСНА ДЕРЖАВНА АДМІНІСТРАЦІЯ\n12.11.2026 № 1/2\nПросимо використати рекомендації у роботі та поінформувати про результати.",
                kind: "AUTH_CONTROL"),
            Row(
                name: "authority answers",
                text: "ОБЛАСНА ДЕРЖАВНА АДМІНІСТРАЦІЯ\n12.11.2026 № 1/2\nНа Ваш лист повідомляємо, що кошти виділено.",
                kind: "REPLY"),
            Row(
                name: "a citizen speaks of a court", text: "Прошу пояснити, чому суд відмовив мені. Олег Ковач",
                kind: "CITIZEN_APPLICATION"),
            Row(
                name: "a citizen speaks of a deputy",
                text: "Прошу допомогти: депутат міської ради не відповідає на листи. Олег Ковач", kind: "CITIZEN_APPLICATION"),
        ])
    func alike(_ row: Row) {
        #expect(LetterReader.plain.read(row.text, subject: row.subject, from: row.from).kind.value == row.kind)
    }
}
