// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar
import ReplyReading
import Testing

@Suite struct GenuineReplyTests {
    struct Saying: Sendable {
        let text: String
        let verbs: Set<ReplyVerb>
        let decision: ReplyDecision
    }

    static func sayings(_ verbs: Set<ReplyVerb>, _ decision: ReplyDecision, _ texts: [String]) -> [Saying] {
        texts.map { Saying(text: $0, verbs: verbs, decision: decision) }
    }

    static let approvals = sayings(
        Staff.approval, .approve,
        [
            "Погоджую", "погоджую.", "ПОГОДЖУЮ!", "Погоджено", "Погоджено.", "Не заперечую", "не заперечую.",
            "Погоджую проєкт листа.",
            "Погоджую проект", "Заперечень немає", "Зауважень немає, погоджую.", "Погоджую без зауважень",
            "Доброго дня! Погоджую.",
            "Добрий день, погоджую", "Пoгoджую", "*Погоджую*", "«Погоджую»", "Погоджую, дякую!", "Олено Петрівно, погоджую.",
            "Шановна Олено Петрівно! Погоджую.", "Согласовано", "Согласен", "Не возражаю", "Approved", "Approve", "I approve.",
            "Approved, thanks", "Погоджую 👍", "Проєкт погоджено.", "Згоден", "Згодна.", "По\u{AD}годжую", "Погоджуюсь", "Візую.",
            "Я погоджую цей проєкт листа", "Немає зауважень", "Погоджую. Мельник І.В.", "погоджено, Мельник",
            "Погоджую. 25.11.2026", "Добре, погоджую", "Все добре, погоджую", "Ознайомився, погоджую",
            "Переглянув, зауважень не маю",
            "Погоджую проєкт листа в запропонованій редакції", "Looks good, approved", "Yes, approved.", "Так, погоджую",
            "Погоджую (Мельник)", "Погоджую. З повагою, Ігор Мельник", "Погоджую.\nІгор",
            "Прошу вибачення за затримку. Погоджую.",
            "Вітаю, колего! Погоджую.", "Добрий день! Проєкт листа погоджую, зауважень немає. Дякую.",
        ])
    static let signatures = sayings(
        Staff.signing, .sign,
        ["Підписую", "підписую.", "Підписано", "Підписую лист.", "Підпиcую", "Signed", "Доброго дня. Підписую"])
    static let acceptances = sayings(
        Staff.task, .accept,
        [
            "Прийнято", "прийнято.", "Прийнято до виконання", "Приймаю", "Взято в роботу.", "Беру в роботу", "Принято",
            "Accepted", "Прийняла, дякую",
        ])
    static let returns: [Saying] =
        [
            ("Повертаю: сума в абзаці 2 не збігається з рішенням № 5", "сума в абзаці 2 не збігається з рішенням № 5"),
            ("повертаю - уточнити строки робіт", "уточнити строки робіт"), ("Не погоджую, сума невірна", "сума невірна"),
            ("Не погоджую: порушено ст. 20", "порушено ст. 20"), ("Return: wrong date", "wrong date"),
            ("Повертаю на доопрацювання: немає додатка", "немає додатка"),
            ("Не погоджую, бо немає розрахунку", "бо немає розрахунку"),
            ("Повертаю.\nУточнити суму.\nДодати розрахунок.", "Уточнити суму.\nДодати розрахунок."),
            ("Відхиляю: адресат не той", "адресат не той"), ("Не согласен: нет приложения", "нет приложения"),
            ("Rejected: the annex is missing", "the annex is missing"), ("Повертаю проєкт: виправити дату", "виправити дату"),
            ("Доброго дня! Повертаю: виправити дату", "виправити дату"), ("Не можу погодити: бракує підстав", "бракує підстав"),
        ].map { Saying(text: $0.0, verbs: Staff.approval, decision: .sendBack(remark: $0.1)) }
    static let extensions: [Saying] =
        [
            ("Прошу продовжити до 20.12: потрібен виїзд комісії", "2026-12-20", "потрібен виїзд комісії"),
            ("Прошу продовжити строк до 20.12.2026: великий обсяг", "2026-12-20", "великий обсяг"),
            (
                "прошу продовжити термін виконання до 20 грудня 2026 року, оскільки очікуємо дані", "2026-12-20",
                "оскільки очікуємо дані"
            ),
            (
                "Прошу продовжити строк розгляду до 15 січня у зв’язку з хворобою виконавця", "2027-01-15",
                "у зв’язку з хворобою виконавця"
            ),
            ("Please extend the deadline to 20.12: more data needed", "2026-12-20", "more data needed"),
            (
                "Прошу подовжити строк до 20.12.26 — чекаємо на відповідь поліції протягом 5 днів", "2026-12-20",
                "чекаємо на відповідь поліції протягом 5 днів"
            ),
            ("Прошу продлить до 20.12: нет данных", "2026-12-20", "нет данных"),
            ("Прошу продовжити строк розгляду звернення № Ш-15/01-12 до 20.12.2026: обсяг", "2026-12-20", "обсяг"),
            ("Прошу продовжити термін до 20 грудня. Причина: чекаємо дані.", "2026-12-20", "чекаємо дані."),
            ("Прошу продовжити до 20.12.\nПотрібен виїзд комісії.", "2026-12-20", "Потрібен виїзд комісії."),
        ].map { Saying(text: $0.0, verbs: Staff.task, decision: .extend(until: Staff.day($0.1), reason: $0.2)) }

    /// Every saying in every shape: what the shape adds must not reach a remark.
    @Test func nearlyAllGenuineRepliesAreUnderstood() {
        var (all, understood) = (0, 0)
        var missed: [String] = []
        for shape in Shape.all {
            for saying in Self.approvals + Self.signatures + Self.acceptances + Self.returns + Self.extensions {
                let reading = Staff.read(shape.letter(saying.text), saying.verbs)
                all += 1
                if reading == .decision(saying.decision) {
                    understood += 1
                } else {
                    missed.append("\(shape.name): \(saying.text) → \(reading)")
                }
            }
        }
        #expect(all >= 1_500)
        #expect(Double(understood) >= 0.97 * Double(all), "\(understood) of \(all): \(missed.prefix(40).joined(separator: "\n"))")
    }

    @Test func everySayingByItselfIsUnderstood() {
        for saying in Self.approvals + Self.signatures + Self.acceptances + Self.returns + Self.extensions {
            #expect(Staff.read(saying.text, saying.verbs) == .decision(saying.decision), "\(saying.text)")
        }
    }
}
