// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar
import Testing

@testable import LetterReading

/// What several sentences of a letter make of one another's tasks: lists with a report below them, terms that point to others, reasons.
/// Read as of Thursday 12.11.2026 10:00, letter of 11.11.2026, under martial law.
@Suite struct LetterTasksTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        /// `type legal | text` of each task.
        let tasks: [String]
        var kind = "AUTH_CONTROL"
        var testDescription: String { name }

        init(_ name: String, kind: String = "AUTH_CONTROL", _ text: String, _ tasks: String...) {
            (self.name, self.kind, self.text, self.tasks) = (name, kind, text, tasks)
        }
    }

    static let lists = [
        Row(
            "points without a day and the report on them",
            "Вимагаємо:\n1. Усунути порушення.\n2. Повернути кошти.\nПро результати поінформувати до 04.12.2026.",
            "explicit 2026-12-04 | Усунути порушення; Повернути кошти; Про результати поінформувати"),
        Row(
            "a report of another paragraph",
            "Пропонуємо:\n1. Перевірити дах.\n2. Відновити двері.\n\nПро вжиті заходи повідомити у десятиденний строк.",
            "10 calendar days 2026-11-23 | Перевірити дах; Відновити двері; Про вжиті заходи повідомити"),
        Row(
            "points of one day, the report of another",
            "Пропонуємо до 18.11.2026:\n1. Усунути порушення.\n2. Встановити генератор.\nПро виконання надати письмову відповідь до 25.11.2026.",
            "explicit 2026-11-18 | Усунути порушення", "explicit 2026-11-18 | Встановити генератор",
            "explicit 2026-11-25 | Про виконання надати письмову відповідь"),
        Row(
            "a point with a day of its own stays beside the report",
            "Просимо:\n1. Перевірити дах до 18.11.2026.\n2. Відновити двері.\nПро виконання повідомити до 25.11.2026.",
            "explicit 2026-11-18 | Перевірити дах", "explicit 2026-11-25 | Про виконання повідомити", "none - | Відновити двері"),
        Row(
            "elements behind dashes", "Просимо:\n- до 20.11.2026 перевірити мости;\n- щоп’ятниці інформувати про хід робіт.",
            "recurring 2026-11-13 | інформувати про хід робіт", "explicit 2026-11-20 | перевірити мости"),
        Row(
            "terms below what is to be done",
            "Затвердити план. Термін – до 30.11.2026.\nОновити дані в системі. Термін – до 20.11.2026.\nПросимо забезпечити виконання.",
            "explicit 2026-11-20 | Оновити дані в системі", "explicit 2026-11-30 | Затвердити план"),
    ]

    static let lawful = [
        Row(
            "a list whose one term is the law’s", kind: "LOCAL_DEP_APPEAL",
            "Прошу:\n1. Терміново відновити тепло.\n2. Обстежити мережу.\n3. Надати відповідь у строк, встановлений законом.",
            "10 calendar days 2026-11-23 | відновити тепло; Обстежити мережу; Надати відповідь у строк, встановлений законом"),
        Row(
            "a day of a point beside the law’s term", kind: "LOCAL_DEP_APPEAL",
            "Прошу:\n1. До 20.11.2026 відновити тепло.\n2. Надати відповідь у строк, встановлений законом.",
            "explicit 2026-11-20 | відновити тепло",
            "10 calendar days 2026-11-23 | Надати відповідь у строк, встановлений законом"),
        Row(
            "set terms are those the letter sets",
            "Звіт просимо надати до 20.11.2026. Просимо виконати рішення в установлені строки.",
            "explicit 2026-11-20 | Звіт надати"),
        Row(
            "set terms of the same sentence",
            "Просимо подати звіт до 20.11.2026, а до 24.11.2026 письмово повідомити причини неподання у встановлений термін.",
            "explicit 2026-11-20 | подати звіт",
            "explicit 2026-11-24 | письмово повідомити причини неподання у встановлений термін"),
        Row(
            "a term the law sets beside a day",
            "Просимо подати копію до 20.11.2026. Відповідь просимо надати у встановлений законом строк.",
            "explicit 2026-11-20 | подати копію", "30 calendar days 2026-12-14 | Відповідь надати"),
    ]

    static let several = [
        Row(
            "why the answer is wanted by then is no task",
            "Просимо погодити зміни. Про рішення просимо повідомити до 20.11.2026, щоб встигнути надрукувати таблички.",
            "explicit 2026-11-20 | погодити зміни; Про рішення повідомити щоб встигнути надрукувати таблички"),
        Row(
            "what is asked besides",
            "Просимо включити будинок до програми. Просимо також повідомити, які документи подати, до 01.12.2026.",
            "explicit 2026-12-01 | включити будинок до програми; повідомити, які документи подати"),
        Row(
            "awaited is what was asked", "Просимо надати перелік шкіл. Чекаємо завтра до 11:00 на адресу відділу.",
            "explicit 2026-11-13 11:00 | надати перелік шкіл; Чекаємо на адресу відділу"),
        Row(
            "awaited from the reader", "Просимо надати перелік шкіл. Очікуємо від вас не пізніше 20.11.2026.",
            "explicit 2026-11-20 | надати перелік шкіл; Очікуємо від вас"),
        Row(
            "awaited is a thing", kind: "COURT", "Просимо надати перелік шкіл. Чекаємо до 20.11.2026 заміну насоса.",
            "none - | надати перелік шкіл"),
        Row(
            "awaited is a change", kind: "COURT", "Просимо надати перелік шкіл. Чекаємо до 20.11.2026 на підвищення тарифу.",
            "none - | надати перелік шкіл"),
        Row(
            "a bracket before the word that asks names nobody asked",
            "Відповідно до закону (вода стосується здоров’я громадян) просимо надати протоколи до 20.11.2026.",
            "explicit 2026-11-20 | Відповідно до закону (вода стосується здоров’я громадян) надати протоколи"),
        Row(
            "a wish with «щоб»", kind: "CITIZEN_APPLICATION", "Прошу зробити, щоб вода не текла у підвал.",
            "1 month 2026-12-14 | розглянути, надати відповідь: зробити, щоб вода не текла у підвал"),
        Row(
            "a wish of a writer without capitals", kind: "CITIZEN_APPLICATION",
            "у нас велика яма. прошу зробить шоби її засипали",
            "1 month 2026-12-14 | розглянути, надати відповідь: зробить шоби її засипали"),
        Row(
            "a request before one not to tell", kind: "CITIZEN_APPLICATION",
            "Прошу перевірити роботу двірника, але прізвище не розголошувати.",
            "1 month 2026-12-14 | розглянути, надати відповідь: перевірити роботу двірника, але прізвище не розголошувати"),
        Row(
            "numbered questions", kind: "PUBLIC_INFO",
            "Прошу надати відповідь на такі питання:\n1) Скільки коштів витрачено?\n2) Хто підрядник?\nНадсилайте відповідь на адресу відділу.",
            "5 working days 2026-11-19 | розглянути, надати відповідь: надати відповідь на такі питання: Скільки коштів витрачено?; Хто підрядник?"
        ),
        Row(
            "a term nobody sets", kind: "PUBLIC_INFO",
            "Прошу надати копію договору. Підстав продовжувати строк понад сім робочих днів не вбачаю.",
            "5 working days 2026-11-19 | надати копію договору"),
    ]

    static let events = [
        Row(
            "an event from an hour on", kind: "COURT",
            "20.11.2026 з 09.00 на базі ліцею проводяться одноденні заняття з командирами.",
            "event 2026-11-20T09:00 | 20.11.2026 з 09.00 на базі ліцею проводяться одноденні заняття з командирами."),
        Row("from a day to a day is no hour", kind: "COURT", "20.11.2026 з 09.12 проводяться заняття."),
    ]

    @Test(arguments: lists + lawful + several + events) func aLetterHasTheTasksItsSentencesMake(_ row: Row) {
        let result = TaskReading(calendar: DeadlinesCalendar.martial, kinds: TasksKinds.table).tasks(
            in: LetterLayout(NormalizedText(row.text)), part: "body", kind: row.kind,
            letterDate: DeadlinesCalendar.date("2026-11-11"), receivedAt: DeadlinesCalendar.wall("2026-11-12T10:00"))
        let found = result.tasks.map { task in
            let due = task.value.due
            return "\(due.type) \(due.at?.minuteText ?? due.legalText ?? "-") | \(task.value.text)"
        }
        #expect(found == row.tasks)
    }

    @Test func aLongSentenceTellsOfItsEventFromTheVerbOn() throws {
        let place = String(repeating: "у приміщенні обласного центру підвищення кваліфікації ", count: 5)
        let text = "Департаментом 20.11.2026 о 10:00 \(place)проводиться навчання для фахівців."
        let result = TaskReading(calendar: DeadlinesCalendar.martial, kinds: TasksKinds.table).tasks(
            in: LetterLayout(NormalizedText(text)), part: "body", kind: "COURT",
            letterDate: DeadlinesCalendar.date("2026-11-11"), receivedAt: DeadlinesCalendar.wall("2026-11-12T10:00"))
        #expect(try #require(result.tasks.first).value.text == "проводиться навчання для фахівців.")
    }
}
