// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar
import ReplyReading
import Testing

@Suite struct ResolutionReplyTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let expected: [ReadResolution]
        var testDescription: String { text }
    }

    static func one(_ main: String?, _ text: String, _ term: String? = nil, co: [String] = [], informed: [String] = [])
        -> ReadResolution
    {
        ReadResolution(main: main, coExecutors: co, informed: informed, text: text, term: term.map { Staff.day($0) })
    }

    static let rows = [
        Row(
            text: "Шевченко до 15.12 підготувати відповідь", expected: [one("shevchenko", "підготувати відповідь", "2026-12-15")]),
        Row(
            text: "Ткачуку В. П., Савчук І. О. — до 20.12 підготувати проєкт відповіді",
            expected: [one("mayor", "підготувати проєкт відповіді", "2026-12-20", co: ["savchuk"])]),
        Row(
            text: "Шевченко О.П. підготувати відповідь до 15.12.2026",
            expected: [one("shevchenko", "підготувати відповідь", "2026-12-15")]),
        Row(text: "шевченко підготувати відповідь", expected: [one("shevchenko", "підготувати відповідь")]),
        Row(
            text: "Кравцю - до розгляду та надання відповіді заявнику",
            expected: [one("kravets", "до розгляду та надання відповіді заявнику")]),
        Row(
            text: "Шевченко — підготувати відповідь до 15.12\nКравцю — надати дані до 01.12\nДо відома: Мельнику",
            expected: [
                one("shevchenko", "підготувати відповідь", "2026-12-15"),
                one("kravets", "надати дані", "2026-12-01", informed: ["lawyer"]),
            ]),
        Row(
            text: "Кравцю П. І.\nПідготувати проєкт відповіді.\nДо 15.12.2026",
            expected: [one("kravets", "Підготувати проєкт відповіді.", "2026-12-15")]),
        Row(
            text: "Шевченко до 15 грудня організувати виконання\nКравцю, Бондар",
            expected: [one("shevchenko", "організувати виконання", "2026-12-15", co: ["kravets", "bondar"])]),
        Row(text: "Ковальській Н. Л. терміново розглянути", expected: [one("kovalska", "терміново розглянути")]),
        Row(text: "Ковалю П. О. до 10.12 перевірити", expected: [one("koval2", "перевірити", "2026-12-10")]),
        Row(text: "Лук'яненко до п'ятниці надати пропозиції", expected: [one("lukyanenko", "надати пропозиції", "2026-11-27")]),
        Row(text: "Олені Шевченко підготувати відповідь", expected: [one("shevchenko", "підготувати відповідь")]),
        Row(text: "Олені Петрівні підготувати відповідь", expected: [one("shevchenko", "підготувати відповідь")]),
        Row(
            text: "Грицаю, Скрипці до 10.12 вжити заходів",
            expected: [one("hrytsai", "вжити заходів", "2026-12-10", co: ["skrypka"])]),
        Row(text: "До відома: Мельник, Бондар", expected: [one(nil, "", informed: ["lawyer", "bondar"])]),
        Row(
            text: "Доброго дня! Шевченко до 15.12 підготувати відповідь",
            expected: [one("shevchenko", "підготувати відповідь", "2026-12-15")]),
        Row(
            text: "Кравцю, Шевченко (головний) підготувати відповідь",
            expected: [one("shevchenko", "підготувати відповідь", co: ["kravets"])]),
        Row(
            text: "Шевченко, підготуйте відповідь до 15.12.26",
            expected: [one("shevchenko", "підготуйте відповідь", "2026-12-15")]),
        Row(
            text: "Шевченко та Кравцю опрацювати не пізніше 15.12",
            expected: [one("shevchenko", "опрацювати", "2026-12-15", co: ["kravets"])]),
        Row(
            text: "Шевченко підготувати відповідь на лист від 20.11.2026 № 01-15/234 до 15.01",
            expected: [one("shevchenko", "підготувати відповідь на лист від 20.11.2026 № 01-15/234", "2027-01-15")]),
        Row(
            text: "1. Шевченко — підготувати відповідь до 15.12\n2. Кравцю — надати дані до 01.12",
            expected: [one("shevchenko", "підготувати відповідь", "2026-12-15"), one("kravets", "надати дані", "2026-12-01")]),
        Row(
            text: "Шевченко — розглянути. Кравцю — надати дані.",
            expected: [one("shevchenko", "розглянути."), one("kravets", "надати дані.")]),
        Row(
            text: "Шевченко підготувати проєкт відповіді до 15 грудня ц. р., співвиконавець Кравець",
            expected: [one("shevchenko", "підготувати проєкт відповіді", "2026-12-15", co: ["kravets"])]),
        Row(
            text: "Доручаю Кравцем П. І. спільно з Бондар І. О. у строк до 10.12 розглянути",
            expected: [one("kravets", "розглянути", "2026-12-10", co: ["bondar"])]),
        Row(
            text: "Виконавець: Шевченко\nСтрок: 15.12\nПідготувати відповідь",
            expected: [one("shevchenko", "Підготувати відповідь", "2026-12-15")]),
        Row(
            text: "Шевченко підготувати відповідь до 15.12\nКонтроль залишаю за собою",
            expected: [one("shevchenko", "підготувати відповідь\nКонтроль залишаю за собою", "2026-12-15")]),
    ]

    @Test(arguments: rows) func aResolutionIsRead(_ row: Row) {
        #expect(Staff.read(row.text, Staff.resolution, author: "mayor2") == .decision(.resolve(row.expected)))
    }

    @Test func resolutionsAreReadInEveryShape() {
        var (all, understood) = (0, 0)
        var missed: [String] = []
        for shape in Shape.all {
            for row in Self.rows {
                all += 1
                let reading = Staff.read(shape.letter(row.text), Staff.resolution)
                if reading == .decision(.resolve(row.expected)) {
                    understood += 1
                } else {
                    missed.append("\(shape.name): \(row.text) → \(reading)")
                }
            }
        }
        #expect(Double(understood) >= 0.97 * Double(all), "\(understood) of \(all): \(missed.prefix(30).joined(separator: "\n"))")
    }

    struct Asked: Sendable, CustomTestStringConvertible {
        let text: String
        let question: ReplyQuestion
        var testDescription: String { text }
    }

    @Test(arguments: [
        Asked(text: "Коваль до 15.12 підготувати відповідь", question: .nameAmbiguous("Коваль", ["koval", "koval2"])),
        Asked(text: "Петренку до 15.12 підготувати відповідь", question: .nameUnknown("Петренку")),
        Asked(text: "Шевченко, Петренку — підготувати відповідь", question: .nameUnknown("Петренку")),
        Asked(text: "Шевченко Т. Г. підготувати відповідь", question: .nameUnknown("Шевченко Т Г")),
        Asked(text: "Шевченко до 31.11 підготувати відповідь", question: .termUnreadable("до 31.11")),
        Asked(text: "Шевченко до 20.11.2026 підготувати відповідь", question: .termUnreadable("до 20.11.2026")),
        Asked(text: "Шевченко підготувати відповідь протягом 5 днів", question: .termUnreadable("протягом")),
        Asked(text: "Шевченко до кінця тижня підготувати відповідь", question: .termUnreadable("кінця")),
        Asked(text: "Підготувати відповідь до 15.12", question: .nobodyNamed),
        Asked(text: "Шевченко", question: .orderMissing("Шевченко")),
        Asked(text: "Шевченко до 15.12", question: .orderMissing("Шевченко")),
        Asked(text: "Шевченко вчора не відповіла на мій лист", question: .orderMissing("Шевченко")),
        Asked(text: "Шевченко підготувати відповідь?", question: .notUnderstood),
        Asked(text: "Шевченко підготувати відповідь, якщо встигне", question: .withReservation),
        Asked(
            text: "Шевченко надати дані до 01.12, Кравцю відповідь до 15.12",
            question: .termUnreadable("надати дані до 01.12, Кравцю відповідь до 15.12")),
        Asked(text: "Шевченко підготувати відповідь\nПетренку — надати дані", question: .nameUnknown("Петренку")),
        Asked(text: "Погоджую", question: .notAtThisStep(.approve)),
    ]) func anUncertainResolutionIsAskedAbout(_ row: Asked) {
        guard case .question(let question, _) = Staff.read(row.text, Staff.resolution, author: "x") else {
            return #expect(Bool(false), "a decision was made of \(row.text)")
        }
        #expect(question == row.question)
        #expect(question.ukrainian.count > 20 && question.english.count > 20)
    }
}
