// SPDX-License-Identifier: Apache-2.0
import Foundation
import OfficeCalendar
import ReplyReading

/// The people and the day of the tests: Wednesday 25 November 2026.
enum Staff {
    static let people = [
        ("mayor", "Ткачук Василь Петрович"), ("savchuk", "Савчук Інна Олексіївна"), ("lawyer", "Мельник Ігор Васильович"),
        ("shevchenko", "Шевченко Олена Петрівна"), ("kravets", "Кравець Павло Іванович"), ("bondar", "Бондар Ірина Олегівна"),
        ("kovalska", "Ковальська Ніна Львівна"), ("koval", "Коваль Іван Олегович"), ("koval2", "Коваль Петро Олегович"),
        ("lukyanenko", "Лук’яненко Ольга Юріївна"), ("hrytsai", "Грицай Юрій Ілліч"), ("skrypka", "Скрипка Андрій Іванович"),
    ].map { NamedPerson(id: $0.0, name: $0.1) }

    static let today: CivilDate = {
        guard let day = CivilDate("2026-11-25") else { preconditionFailure("no such day") }
        return day
    }()

    static func day(_ text: String) -> CivilDate {
        guard let day = CivilDate(text) else { preconditionFailure("no day \(text)") }
        return day
    }

    static let approval: Set<ReplyVerb> = [.approve, .sendBack]
    static let signing: Set<ReplyVerb> = [.sign, .sendBack]
    static let resolution: Set<ReplyVerb> = [.resolve]
    static let task: Set<ReplyVerb> = [.accept, .extend, .draft]

    static func read(_ letter: String, _ verbs: Set<ReplyVerb>, author: String = "lawyer", files: Int = 0, subject: String = "")
        -> ReplyReading
    {
        let context = ReplyContext(verbs: verbs, people: people, author: author, today: today, fileCount: files)
        return ReplyReader(context).read(letter, subject: subject)
    }

    static func isQuestion(_ reading: ReplyReading) -> Bool {
        if case .question = reading { true } else { false }
    }

    static func isDecision(_ reading: ReplyReading) -> Bool {
        if case .decision = reading { true } else { false }
    }
}

/// How mail programs write a reply: `{}` is what the person typed.
struct Shape: Sendable {
    let name: String
    let pattern: String

    func letter(_ text: String) -> String {
        guard let place = pattern.range(of: "{}") else { return pattern }
        return pattern.replacingCharacters(in: place, with: text)
    }
}

extension Shape {
    private static let request = """
        > Прошу погодити проєкт листа «Про стан доріг», версія 2.
        > Щоб погодити, відповідайте «Погоджую»; щоб повернути — «Повертаю: причина».
        """

    static let all: [Shape] = [
        Shape(name: "bare", pattern: "{}"),
        Shape(
            name: "Gmail, Ukrainian",
            pattern:
                "{}\n\nср, 25 лист. 2026 р. о 09:15 Виконком Новоозерської міської ради <rada@city.example> пише:\n\n\(request)\n"
        ),
        Shape(
            name: "Gmail, attribution on two lines",
            pattern:
                "{}\n\nср, 25 лист. 2026 р. о 09:15 Виконавчий комітет Новоозерської міської ради <\nrada@city.example> пише:\n\n\(request)\n"
        ),
        Shape(
            name: "Gmail, English",
            pattern: "{}\n\nOn Wed, Nov 25, 2026 at 9:15 AM Виконком <rada@city.example> wrote:\n\n\(request)\n"),
        Shape(
            name: "Gmail, Russian",
            pattern: "{}\n\nср, 25 нояб. 2026 г. в 09:15, Виконком <rada@city.example>:\n\n\(request)\n"),
        Shape(
            name: "Outlook, Ukrainian",
            pattern: "{}\r\n\r\nЗ повагою,\r\nІгор Мельник\r\nюрисконсульт\r\nтел. +380 53 480 11 25\r\n\r\nВід: Виконком "
                + "<rada@city.example>\r\nНадіслано: середа, 25 листопада 2026 р. 9:15\r\nКому: Мельник Ігор\r\nТема: Прошу погодити\r\n\r\n"
                + "Прошу погодити проєкт листа.\r\nПогоджую\r\n"),
        Shape(
            name: "Outlook, English",
            pattern: "{}\n\n-----Original Message-----\nFrom: rada@city.example\nSent: Wednesday, November 25, 2026 9:15 AM\n"
                + "To: Melnyk\nSubject: approval\n\nПогоджую\n"),
        Shape(
            name: "Outlook from HTML",
            pattern:
                "{}\n\n________________________________\n\n*From:* Виконком <rada@city.example>\n*Sent:* Wednesday, November 25, 2026\n"
                + "*To:* Melnyk\n*Subject:* approval\n\nПрошу погодити.\n"),
        Shape(
            name: "Outlook, Russian",
            pattern:
                "{}\n\nОт: Виконком <rada@city.example>\nОтправлено: 25 ноября 2026 г. 9:15\nКому: Мельник\nТема: погодження\n\nтекст\n"
        ),
        Shape(
            name: "Outlook for Android",
            pattern: "{}\n\nНадіслано з Outlook для Android\n________________________________\nВід: rada@city.example\n"
                + "Надіслано: 25.11.2026\nКому: melnyk@city.example\nТема: погодження\n\nтекст\n"),
        Shape(
            name: "iPhone, Ukrainian",
            pattern: "{}\n\nНадіслано з iPhone\n\n> 25 лист. 2026 р. о 09:15 Виконком <rada@city.example> пише:\n> \n\(request)\n"
        ),
        Shape(
            name: "iPhone, attribution unmarked",
            pattern: "{}\n\nSent from my iPhone\n\nOn 25 Nov 2026, at 09:15, rada@city.example wrote:\n\n\(request)\n"),
        Shape(
            name: "Thunderbird",
            pattern: "{}\n\n25.11.2026 09:15, Виконком пише:\n\(request)\n\n-- \nІгор Мельник\nюрисконсульт\n"),
        Shape(
            name: "Thunderbird, below the quotation",
            pattern: "25.11.2026 09:15, Виконком пише:\n\(request)\n\n{}\n\n-- \nІгор Мельник\n"),
        Shape(
            name: "Zimbra",
            pattern:
                "{}\n\n----- Оригінальне повідомлення -----\nВід: \"Виконком\" <rada@city.example>\nКому: melnyk@city.example\n"
                + "Надіслано: середа, 25 Листопад 2026 р. 9:15:00\nТема: погодження\n\nПрошу погодити.\nПогоджую\n"),
        Shape(
            name: "Zimbra, English",
            pattern: "{}\n\n----- Original Message -----\nFrom: rada@city.example\nSubject: x\n\nПогоджую\n"),
        Shape(
            name: "ukr.net",
            pattern: "{}\n\n25 листопада 2026, 09:15:20, від \"Виконком\" <rada@city.example>:\n\nПрошу погодити.\nПогоджую\n"),
        Shape(
            name: "i.ua",
            pattern: "{}\n\n--- Оригінальне повідомлення ---\nВід кого: rada@city.example\nДата: 25 листопада 2026\n\nПогоджую\n"),
        Shape(
            name: "Mail.ru",
            pattern:
                "{}\n\n--\nОтправлено из Mail.ru для Android среда, 25 ноября 2026\n\nСреда, 25 ноября 2026, 9:15 +02:00 от Виконком "
                + "<rada@city.example>:\n\(request)\n"),
        Shape(name: "Roundcube", pattern: "{}\n\nВиконком писав 2026-11-25 09:15:\n\(request)\n"),
        Shape(
            name: "Proton",
            pattern: "{}\n\n------- Original Message -------\nOn Wednesday, R <r@c.example> wrote:\n\n\(request)\n"),
        Shape(
            name: "Samsung",
            pattern:
                "{}\n\nНадіслано зі смартфона Samsung Galaxy.\n\n-------- Початкове повідомлення --------\nВід: r@c.example\nДата: 25.11.26\n\nПогоджую\n"
        ),
        Shape(
            name: "signature with posts and phones",
            pattern:
                "{}\n\nНачальник юридичного відділу Ігор МЕЛЬНИК\nвиконком Новоозерської міської ради\nтел. (053) 480-11-25, моб. 067 000 00 00\n"
        ),
        Shape(name: "signature in one line", pattern: "{}\n\nІгор Мельник | юрисконсульт | виконком | +380 53 480 11 25\n"),
        Shape(name: "our own line", pattern: "{}\n\n--- Відповідайте вище цього рядка ---\n\nПогоджую\nПовертаю: причина\n"),
        Shape(
            name: "signature with a notice",
            pattern:
                "{}\n\n--\nМельник Ігор Васильович\nюрисконсульт виконкому\nм. Новоозерськ, вул. Соборна, 1\nwww.city.example\n"
                + "Якщо Ви не є адресатом цього листа, видаліть його.\n"),
        Shape(name: "name below", pattern: "{}\nМельник І. В.\n25.11.2026\n"),
        Shape(name: "greeting line before", pattern: "Доброго дня!\n\n{}\n\nЗ повагою, Ігор Мельник\n"),
        Shape(name: "thanks below", pattern: "\n\n  {}\n\nДякую!\nГарного дня!\n"),
        Shape(name: "no space, non-breaking spaces", pattern: "\u{FEFF}\u{A0}{}\u{A0}\n\u{A0}\n> старе\n"),
    ]
}
