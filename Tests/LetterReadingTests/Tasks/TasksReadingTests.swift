// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar
import Testing

@testable import LetterReading

/// Letters of no vector.
@Suite struct TasksReadingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let kind: String
        let text: String
        /// `type legal` of each task.
        let tasks: [String]
        var flags: Set<LetterFlag> = []
        var isRelayed = false
        var found: Set<LetterFlag> = []
        var testDescription: String { name }
    }

    private static func read(_ letter: Case) -> TaskReading.Result {
        TaskReading(calendar: DeadlinesCalendar.martial, kinds: TasksKinds.table).tasks(
            in: LetterLayout(NormalizedText(letter.text)), part: "body", kind: letter.kind, flags: letter.flags,
            isRelayed: letter.isRelayed, letterDate: DeadlinesCalendar.date("2026-11-11"),
            receivedAt: DeadlinesCalendar.wall("2026-11-12T10:00"))
    }

    static let cases = [
        Case(
            name: "what a letter calls to mind is asked of nobody", kind: "AUTH_CONTROL",
            text:
                "Просимо до 20.11.2026 визначити представників.\nНагадуємо, що сторони у семиденний строк повинні розпочати переговори.",
            tasks: ["explicit 2026-11-20"]),
        Case(
            name: "a deadline above points that are tasks", kind: "AUTH_CONTROL",
            text: """
                Міським головам

                Просимо до 20.11.2026:
                1. Провести обстеження мостів.
                2. Надати перелік аварійних об’єктів.
                3. Врахувати зазначене в роботі.
                """,
            tasks: ["explicit 2026-11-20", "explicit 2026-11-20", "none -"], found: [.multitask]),
        Case(
            name: "points that are things are one task", kind: "AUTH_CONTROL",
            text: """
                Просимо до 20.11.2026 надати:
                1) перелік об’єктів;
                2) копії актів обстеження.
                """,
            tasks: ["explicit 2026-11-20"]),
        Case(
            name: "two deadlines in one sentence", kind: "AUTH_CONTROL",
            text: "Просимо до 20 листопада 2026 року завершити роботи, а звіт надати до 27 листопада 2026 року.",
            tasks: ["explicit 2026-11-20", "explicit 2026-11-27"]),
        Case(
            name: "the past day of what is reminded of", kind: "AUTH_CONTROL",
            text:
                "Лист надіслано Вам 02.11.2026, термін виконання – 09.11.2026.\nІнформації немає. Просимо до 20.11.2026 надати її.",
            tasks: ["explicit 2026-11-20"]),
        Case(
            name: "a past day nobody has put off", kind: "AUTH_CONTROL",
            text: "Просимо надати звіт. Термін виконання – 09.11.2026.",
            tasks: ["explicit 2026-11-09"]),
        Case(
            name: "points a party is to do together", kind: "COURT",
            text: """
                УХВАЛИВ:

                1. Прийняти позовну заяву до розгляду.
                2. Встановити відповідачу строк для подання відзиву – п’ятнадцять днів з дня вручення ухвали.
                3. Запропонувати відповідачу разом із відзивом подати копію рішення.
                """,
            tasks: ["15 calendar days 2026-11-27"]),
        Case(
            name: "what a judgment decides", kind: "COURT",
            text: """
                РІШЕННЯ
                ІМЕНЕМ УКРАЇНИ

                ВИРІШИВ:
                Позов задовольнити.
                Визначити позивачу додатковий строк для подання заяви – три місяці.
                Судові витрати покласти на позивача.
                """,
            tasks: []),
        Case(
            name: "what a judgment obliges to", kind: "COURT",
            text: """
                РІШЕННЯ
                ІМЕНЕМ УКРАЇНИ

                ВИРІШИВ:
                Позов задовольнити.
                Зобов’язати виконавчий комітет повторно розглянути заяву.
                """,
            tasks: ["none -"]),
        Case(
            name: "an assignment without a date", kind: "AUTH_CONTROL", text: "Просимо вжити заходів щодо очищення русла річки.",
            tasks: ["30 calendar days 2026-12-14"]),
        Case(
            name: "marked urgent above the text", kind: "AUTH_CONTROL",
            text: "ТЕРМІНОВО\n\nМіським головам\n\nПросимо вжити заходів щодо очищення русла річки та поінформувати.",
            tasks: ["7 calendar days 2026-11-19"], found: [.urgent]),
        Case(
            name: "a telegram without a date", kind: "AUTH_CONTROL",
            text: "ТЕЛЕГРАМА\nМіським головам\n\nПросимо перевірити готовність укриттів та поінформувати обласну адміністрацію.",
            tasks: ["2 calendar days 2026-11-16"], found: [.urgent, .control]),
        Case(
            name: "only a meeting", kind: "AUTH_CONTROL",
            text: "Повідомляємо, що 18.11.2026 о 15:00 відбудеться нарада у залі засідань облдержадміністрації.",
            tasks: ["event 2026-11-18T15:00"]),
        Case(
            name: "a meeting, and names by a day", kind: "ORG_LETTER",
            text:
                "Запрошуємо на круглий стіл, який відбудеться 20 листопада 2026 року о 14.00. Про участь просимо повідомити до 17.11.2026.",
            tasks: ["explicit 2026-11-17", "event 2026-11-20T14:00"]),
        Case(
            name: "the sender's promise", kind: "ORG_LETTER",
            text: "Повідомляємо, що ремонтні роботи на водогоні заплановано завершити до 25.11.2026.", tasks: []),
        Case(
            name: "a request of an organisation without a date", kind: "ORG_LETTER",
            text: "Просимо погодити схему встановлення зупинки громадського транспорту.", tasks: ["30 calendar days 2026-12-14"]),
        Case(
            name: "a citizen cannot shorten the month", kind: "CITIZEN_COMPLAINT",
            text: "Прошу прибрати сміття біля будинку до п’ятниці та дати відповідь протягом 3 днів.",
            tasks: ["1 month 2026-12-14"]),
        Case(
            name: "an authority that relays sets an earlier day", kind: "CITIZEN_COMPLAINT",
            text: "Надсилаємо звернення Іваненка І. І. Про результати просимо поінформувати заявника та нас до 25.11.2026.",
            tasks: ["explicit 2026-11-25"], isRelayed: true, found: [.control]),
        Case(
            name: "a later day of the relaying authority leaves the month", kind: "CITIZEN_COMPLAINT",
            text: "Надсилаємо звернення Іваненка І. І. Про результати просимо поінформувати до 25.12.2026.",
            tasks: ["1 month 2026-12-14"], isRelayed: true, found: [.control]),
        Case(
            name: "an anonymous appeal", kind: "CITIZEN_COMPLAINT", text: "Прошу навести лад на ринку до 20.11.2026.", tasks: [],
            flags: [.anonymous]),
        Case(
            name: "no address", kind: "CITIZEN_COMPLAINT", text: "Прошу полагодити ліхтар.",
            tasks: ["10 calendar days 2026-11-23"],
            flags: [.missingAddress]),
        Case(
            name: "another body is competent", kind: "CITIZEN_APPLICATION", text: "Прошу перерахувати пенсію.",
            tasks: ["5 calendar days 2026-11-17"], flags: [.forwardByCompetence]),
        Case(
            name: "48 hours without a reason stay five working days", kind: "PUBLIC_INFO",
            text: "Прошу протягом 48 годин надати копію статуту громади.", tasks: ["5 working days 2026-11-19"],
            found: [.manualDeadlineCheck]),
        Case(
            name: "48 hours with a reason", kind: "PUBLIC_INFO",
            text: "Прошу протягом 48 годин надати дані про якість води: існує загроза життю і здоров’ю мешканців.",
            tasks: ["48 hours 2026-11-14T10:00"], found: [.urgent]),
        Case(
            name: "for information", kind: "AUTH_INFO", text: "Надсилаємо для відома. Просимо врахувати до 20.11.2026.", tasks: []
        ),
        Case(
            name: "a term of the law", kind: "MP_REQUEST",
            text: "Про результати розгляду просимо повідомити у встановлений законом строк.",
            tasks: ["15 calendar days 2026-11-27"], found: [.control]),
        Case(
            name: "a term of a paper we cannot see", kind: "AUTH_CONTROL",
            text: "Просимо забезпечити виконання заходів у строки, визначені планом, що додається.", tasks: ["manual -"],
            found: [.manualDeadlineCheck]),
        Case(
            name: "a court that orders and warns", kind: "COURT",
            text: """
                Зобов’язати виконавчий комітет надати суду копію рішення у строк до 25.11.2026.
                У разі неможливості надати докази повідомити суд протягом п’яти днів.
                Судове засідання призначено на 03.12.2026 о 09 год. 30 хв.
                """,
            tasks: ["explicit 2026-11-25", "event 2026-12-03T09:30"]),
        Case(
            name: "what recurs", kind: "AUTH_CONTROL", text: "Інформацію просимо надавати щоп’ятниці до 15:00.",
            tasks: ["recurring 2026-11-13"], found: [.recurring]),
    ]

    @Test(arguments: cases)
    func lettersHaveTheirTasks(_ letter: Case) {
        let result = Self.read(letter)
        let lines = result.tasks.map { task in
            let due = task.value.due
            if let at = due.at { return "event \(at.minuteText)" }
            let isHours = if case .term(.hours) = due.form { true } else { false }
            return "\(due.type) \((isHours ? due.legalText : due.legal?.description) ?? "-")"
        }
        #expect(lines == letter.tasks, "\(result.tasks.map(\.value.text))")
        #expect(Set(result.flags.map(\.value)) == letter.found)
        for task in result.tasks {
            #expect(!task.value.text.lowercased().contains("просимо") || task.value.due.at != nil, "\(task.value.text)")
            #expect(!task.value.text.isEmpty)
        }
    }

    @Test func theWordsOfATaskAreTheLettersWithoutTheDeadline() {
        let result = Self.read(
            Case(
                name: "", kind: "AUTH_CONTROL",
                text:
                    "З метою узагальнення просимо у термін до 20.11.2026 надати на електронну адресу інформацію про котельні за формою.",
                tasks: []))
        #expect(result.tasks.map(\.value.text) == ["надати на електронну адресу інформацію про котельні за формою"])
    }

    @Test func aTaskIsPlacedWhereTheLetterSaysIt() throws {
        let text = "Вітаємо.\r\nПросимо надати звіт до 20.11.2026. Дякуємо."
        let result = Self.read(Case(name: "", kind: "AUTH_CONTROL", text: text, tasks: []))
        let place = try #require(result.tasks.first?.place)
        #expect(String(decoding: Array(text.utf8)[place.range], as: UTF8.self) == "Просимо надати звіт до 20.11.2026.")
    }

    @Test func hostileLettersAreReadInTimeInProportionToTheirLength() {
        for piece in [
            "Просимо надати до 20.11.2026. ", "1. Надати до 20.11.2026.\n", "1) Надати;\n", "відбудеться 20.11.2026 о 10:00. ",
            "якщо ",
        ] {
            func seconds(_ count: Int) -> Double {
                let layout = LetterLayout(NormalizedText(String(repeating: piece, count: count)))
                let reading = TaskReading(calendar: DeadlinesCalendar.martial, kinds: TasksKinds.table)
                let spent = ContinuousClock().measure {
                    _ = reading.tasks(
                        in: layout, part: "body", kind: "AUTH_CONTROL", letterDate: nil,
                        receivedAt: DeadlinesCalendar.wall("2026-11-12T10:00"))
                }
                return Double(spent.components.seconds) + Double(spent.components.attoseconds) * 1e-18
            }
            let (small, large) = (seconds(250), seconds(2_000))
            #expect(large < small * 32 + 0.2, "\(piece): \(small) s, \(large) s")
        }
    }
}
