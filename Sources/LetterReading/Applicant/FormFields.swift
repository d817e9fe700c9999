// SPDX-License-Identifier: Apache-2.0

/// The fields of a form that a portal or a contact centre mails, «Заявник: …», also the headed lines of a request for information.
struct FormFields: Sendable {
    enum Key: Hashable, Sendable {
        case applicant, surname, givenName, patronymic, address, registeredAddress, postcode, region, district, town, street,
            house, flat, phone,
            email, category, status, type, text, consent, answerBy,
            registration, due, other

        /// Whether it is one part of an address.
        var isPart: Bool { [.postcode, .region, .district, .town, .street, .house, .flat].contains(self) }
    }

    /// Positions in ``NormalizedText/tokens`` of each value; a field without one is left out.
    private let values: [Key: Range<Int>]
    /// Where each value goes on to at most: the line of the next field.
    private let ends: [Key: Int]
    /// How many lines of the letter are fields.
    let count: Int

    init(_ layout: LetterLayout) {
        let text = layout.text
        var values: [Key: Range<Int>] = [:]
        var count = 0
        var ends: [Key: Int] = [:]
        var open: Key?
        for (index, line) in layout.lines.enumerated() {
            guard let field = Self.field(line.tokens, text) else { continue }
            count += 1
            var value = field.value
            if value.isEmpty, index + 1 < layout.lines.count, Self.field(layout.lines[index + 1].tokens, text) == nil {
                value = layout.lines[index + 1].tokens
            }
            if let open { ends[open] = line.tokens.lowerBound }
            open = values[field.key] == nil && !value.isEmpty ? field.key : nil
            // What a form was filled with may run over several lines, the text to its end.
            if field.key == .text, let last = layout.lines.last { value = value.lowerBound..<last.tokens.upperBound }
            if !value.isEmpty, values[field.key] == nil { values[field.key] = value }
        }
        self.values = values
        self.ends = ends
        self.count = count
    }

    subscript(_ key: Key) -> Range<Int>? { values[key] }

    /// The value with the lines below it up to the next field: addresses are longer than a line, and stand below names.
    func extent(of key: Key, in text: NormalizedText) -> Range<Int>? {
        values[key].map { value in
            let end = min(ends[key] ?? text.tokens.count, value.lowerBound + Self.maximumExtent)
            return value.lowerBound..<max(value.upperBound, end)
        }
    }

    /// Whether the letter as a whole is a form.
    var isForm: Bool { count >= 3 && (values[.applicant] ?? values[.surname] ?? values[.text]) != nil }

    /// «Ключ: значення» at the start of a line.
    private static func field(_ line: Range<Int>, _ text: NormalizedText) -> (key: Key, value: Range<Int>)? {
        if let part = nameField(line, text) { return part }
        guard let colon = line.prefix(maximumKeyTokens).dropFirst().first(where: { text.tokens[$0].isMark(":") }) else {
            return nil
        }
        let hits = keys.hits(in: text, line.lowerBound..<colon)
        guard let hit = hits.max(by: { $0.tokens.count < $1.tokens.count }), hit.tokens.lowerBound <= line.lowerBound + 2 else {
            return nil
        }
        // «вул. Садова, буд. 5: …» is no field: such a key is all that stands before the colon.
        if hit.meaning.isPart, (line.lowerBound..<colon).count(where: { text.tokens[$0].kind == .word }) > hit.tokens.count {
            return nil
        }
        return (hit.meaning, colon + 1..<line.upperBound)
    }

    /// «Прізвище Гнатюк», «По батькові Ілліч»: a form whose keys and values stood in the cells of a table.
    private static func nameField(_ line: Range<Int>, _ text: NormalizedText) -> (key: Key, value: Range<Int>)? {
        guard line.count <= longestNameField, let hit = keys.beginning(line, in: text),
            [.surname, .givenName, .patronymic].contains(hit.meaning), hit.tokens.upperBound < line.upperBound,
            (hit.tokens.upperBound..<line.upperBound).allSatisfy({
                text.tokens[$0].kind == .word && text.tokens[$0].capitals != .none
            })
        else { return nil }
        return (hit.meaning, hit.tokens.upperBound..<line.upperBound)
    }

    private static let longestNameField = 4
    /// Tokens of a value with what belongs to it below.
    private static let maximumExtent = 40
    /// Tokens a key may have, its colon included.
    private static let maximumKeyTokens = 10

    private static let keys = PhraseBook<Key>([
        (
            """
            заявник | заявниця | скаржник | скаржниця | запитувач | запитувачка | піб | п і б | прізвище ім'я по батькові | прізвище та ім'я | прізвище і ім'я | прізвище ім'я | автор | автор звернення | від кого | відправник | піб заявника
            | ім'я та прізвище | ім'я заявника | контактна особа | фио | заявитель | п і п | піп | ім'я запитувача | найменування запитувача | прізвище ім'я по батькові заявника
            | піб запитувача | громадянин | особа яка звертається | звернувся | звернулася | хто звертається | суб'єкт звернення | суб'єкт | піб суб'єкта звернення
            """, .applicant
        ),
        ("прізвище", .surname), ("ім'я", .givenName), ("по батькові", .patronymic),
        (
            """
            адреса | поштова адреса | місце проживання | адреса проживання | адреса заявника | адреса для листування | адреса запитувача | адрес | адреса місця проживання | проживає | фактична адреса
            | моя адреса | адреса фактичного проживання | фактичне місце проживання | місце фактичного проживання | домашня адреса
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
            "категорія | категорія автора | категорія заявника | пільгова категорія | пільга | соціальна категорія | категорія особи",
            .category
        ),
        ("соціальний стан | соціальний статус | статус заявника", .status),
        (
            "тип | тип звернення | вид | вид звернення | тип повідомлення | вид заяви | категорія звернення | ознака звернення",
            .type
        ),
        (
            "текст | текст звернення | суть | суть звернення | зміст | зміст звернення | опис | опис проблеми | повідомлення | питання | короткий зміст | суть питання | стислий зміст | проблема | зміст питання | текст повідомлення | текст запиту | зміст запиту",
            .text
        ),
        (
            "публічне звернення | публічність | публічне | оприлюднення | згода на оприлюднення | згода на публікацію | публікація | дозвіл на оприлюднення | дозвіл на публікацію | дозвіл на публікацію звернення | дозвіл на оприлюднення звернення | згода на оприлюднення звернення | згода на публікацію звернення | публікувати | публікувати на порталі | публікувати на сайті | опублікувати звернення | публікувати звернення | оприлюднити звернення | відкрите звернення",
            .consent
        ),
        (
            "спосіб отримання відповіді | спосіб отримання | спосіб отримання інформації | форма отримання | спосіб відповіді | форма відповіді | відповідь надати | відповідь | канал відповіді | спосіб надання відповіді | бажаний спосіб отримання відповіді | отримати відповідь",
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
            "адреса реєстрації | місце реєстрації | зареєстроване місце проживання | зареєстрована адреса | зареєстрована за адресою | зареєстрований за адресою | зареєстрована | зареєстрований",
            .registeredAddress
        ),
        ("індекс | поштовий індекс", .postcode), ("область", .region), ("район", .district),
        ("населений пункт | місто | село | місто село | назва населеного пункту", .town), ("вулиця | назва вулиці", .street),
        ("будинок | номер будинку | № будинку", .house), ("квартира | номер квартири | № квартири", .flat),
        (
            "адреса проблеми | адреса події | адреса об'єкта | місце події | місце проблеми | адреса інциденту | адреса питання | адреса проблемного питання | місце",
            .other
        ),
        (
            "розпорядник інформації | тема | координати | фото | джерело | канал надходження | кому | стать | дата народження | спосіб подання",
            .other
        ),
    ])
}
