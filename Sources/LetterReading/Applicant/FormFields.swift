// SPDX-License-Identifier: Apache-2.0

/// The fields of a form that a portal or a contact centre mails, «Заявник: …», also the headed lines of a request for information.
struct FormFields: Sendable {
    enum Key: Hashable, Sendable {
        case applicant, surname, givenName, patronymic, address, phone, email, category, type, text, consent, answerBy,
            registration, due, other
    }

    /// Positions in ``NormalizedText/tokens`` of each value; a field without one is left out.
    private let values: [Key: Range<Int>]
    /// How many lines of the letter are fields.
    let count: Int

    init(_ layout: LetterLayout) {
        let text = layout.text
        var values: [Key: Range<Int>] = [:]
        var count = 0
        for (index, line) in layout.lines.enumerated() {
            guard let field = Self.field(line.tokens, text) else { continue }
            count += 1
            var value = field.value
            if value.isEmpty, index + 1 < layout.lines.count, Self.field(layout.lines[index + 1].tokens, text) == nil {
                value = layout.lines[index + 1].tokens
            }
            // What a form was filled with may run over several lines, the text to its end.
            if field.key == .text, let last = layout.lines.last { value = value.lowerBound..<last.tokens.upperBound }
            if !value.isEmpty, values[field.key] == nil { values[field.key] = value }
        }
        self.values = values
        self.count = count
    }

    subscript(_ key: Key) -> Range<Int>? { values[key] }

    /// Whether the letter as a whole is a form.
    var isForm: Bool { count >= 3 && (values[.applicant] ?? values[.surname] ?? values[.text]) != nil }

    /// «Ключ: значення» at the start of a line.
    private static func field(_ line: Range<Int>, _ text: NormalizedText) -> (key: Key, value: Range<Int>)? {
        guard let colon = line.prefix(maximumKeyTokens).first(where: { text.tokens[$0].isMark(":") }), colon > line.lowerBound
        else { return nil }
        let hits = keys.hits(in: text, line.lowerBound..<colon)
        guard let hit = hits.max(by: { $0.tokens.count < $1.tokens.count }), hit.tokens.lowerBound <= line.lowerBound + 2 else {
            return nil
        }
        return (hit.meaning, colon + 1..<line.upperBound)
    }

    /// Tokens a key may have, its colon included.
    private static let maximumKeyTokens = 10

    private static let keys = PhraseBook<Key>([
        (
            """
            заявник | заявниця | запитувач | запитувачка | піб | п і б | прізвище ім'я по батькові | прізвище та ім'я | прізвище і ім'я | прізвище ім'я | автор | автор звернення | від кого | відправник | піб заявника
            | ім'я та прізвище | ім'я заявника | контактна особа | фио | заявитель | п і п | піп | ім'я запитувача | найменування запитувача | прізвище ім'я по батькові заявника
            | піб запитувача | громадянин | особа яка звертається | звернувся | звернулася | хто звертається
            """, .applicant
        ),
        ("прізвище", .surname), ("ім'я", .givenName), ("по батькові", .patronymic),
        (
            """
            адреса | поштова адреса | місце проживання | адреса проживання | адреса заявника | адреса реєстрації | адреса для листування | адреса запитувача | адрес | місце реєстрації | адреса місця проживання | проживає | фактична адреса
            | зареєстрована адреса | моя адреса | домашня адреса
            """, .address
        ),
        (
            "телефон | тел | моб | контактний телефон | номер телефону | мобільний | мобільний телефон | моб телефон | телефон заявника | контакти | засоби зв'язку | засіб зв'язку",
            .phone
        ),
        (
            "ел пошта | електронна пошта | електронна адреса | email | e mail | мейл | емейл | пошта | адреса електронної пошти | ел адреса | эл почта | електронна скринька | імейл",
            .email
        ),
        (
            "категорія | категорія автора | категорія заявника | пільгова категорія | соціальний стан | пільга | статус заявника | соціальна категорія | категорія особи",
            .category
        ),
        (
            "тип | тип звернення | вид | вид звернення | тип повідомлення | вид заяви | категорія звернення | ознака звернення",
            .type
        ),
        (
            "текст | текст звернення | суть | суть звернення | зміст | зміст звернення | опис | опис проблеми | повідомлення | питання | короткий зміст | суть питання | стислий зміст | проблема | зміст питання | текст повідомлення | текст запиту | зміст запиту",
            .text
        ),
        (
            "публічне звернення | публічність | публічне | оприлюднення | згода на оприлюднення | згода на публікацію | публікація | дозвіл на оприлюднення | відкрите звернення",
            .consent
        ),
        (
            "спосіб отримання відповіді | спосіб відповіді | форма відповіді | відповідь надати | відповідь | канал відповіді | спосіб надання відповіді | бажаний спосіб отримання відповіді | отримати відповідь",
            .answerBy
        ),
        (
            "реєстраційний номер | реєстраційний номер звернення | номер звернення | дата реєстрації | номер заявки | реєстраційний № | дата звернення | id звернення | дата надходження",
            .registration
        ),
        (
            "термін | строк | термін надання відповіді | термін виконання | строк виконання | строк розгляду | термін розгляду | контрольний термін | контрольна дата | виконати до | дата виконання",
            .due
        ),
        (
            "розпорядник інформації | тема | координати | фото | джерело | канал надходження | район | будинок | кому | стать | дата народження | спосіб подання",
            .other
        ),
    ])
}
