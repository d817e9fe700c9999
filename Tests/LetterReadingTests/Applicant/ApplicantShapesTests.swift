// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

/// What one part of a letter says of its author and another leaves out.
struct ApplicantShapesTests {
    struct Row: CustomStringConvertible, Sendable {
        let description: String
        let text: String
        let expected: String?

        init(_ description: String, _ text: String, _ expected: String?) {
            (self.description, self.text, self.expected) = (description, text, expected)
        }
    }

    static let names = [
        Row(
            "a fleeting vowel",
            "Міському голові\nШвеця Данила Петровича,\nвул. Лугова, 3\n\nЗАЯВА\nПрошу полагодити лавку.\n\nД. Швець",
            "Швець Данило Петрович"),
        Row(
            "a name of the table of exceptions",
            "Міському голові\nШевця Данила Петровича,\nвул. Лугова, 3\n\nЗАЯВА\nПрошу полагодити лавку.",
            "Швець Данило Петрович"),
        Row(
            "a signature in capitals",
            "Міському голові\nСороки Данила Петровича,\nвул. Лугова, 3\n\nЗАЯВА\nПрошу полагодити лавку.\n\nД. П. СОРОКО",
            "Сороко Данило Петрович"),
        Row(
            "a signature of somebody else",
            "Міському голові\nСороки Данила Петровича,\nвул. Лугова, 3\n\nЗАЯВА\nПрошу полагодити лавку.\n\nО. П. СІРКО",
            "Сорока Данило Петрович"),
        Row(
            "another initial",
            "Міському голові\nСороки Данила Петровича,\nвул. Лугова, 3\n\nЗАЯВА\nПрошу полагодити лавку.\n\nК. П. СОРОКО",
            "Сорока Данило Петрович"),
        Row(
            "a Russian given name", "от Бондаренко Натальи Ивановны,\nул. Луговая, 3\n\nЗАЯВЛЕНИЕ\nПрошу починить лавку.",
            "Бондаренко Наталія Іванівна"),
        Row(
            "a Ukrainian given name", "Від Бондаренко Наталі Іванівни,\nвул. Лугова, 3\n\nЗАЯВА\nПрошу полагодити лавку.",
            "Бондаренко Наталя Іванівна"),
    ]

    @Test("The author's name", arguments: names)
    func name(_ row: Row) {
        #expect(LetterReader.plain.read(row.text).applicant?.name?.value == row.expected)
    }

    static let addresses = [
        Row(
            "«у нас на» with a flat under the name",
            "Добрий день. У нас на Садовій 15 в підвалі стоїть вода. Зробіть щось. Петренко Галина Гнатівна кв 7, 095 000 12 13",
            "вул. Садова, 15, кв. 7"),
        Row(
            "a street that has only its kind for a name",
            "Добрий день. У нас на Набережній 15 стоїть вода. Зробіть щось.\nПетренко Галина Гнатівна, кв. 7",
            "вул. Набережна, 15, кв. 7"),
        Row(
            "a house with its street's mark",
            "Прошу полагодити дах будинку по вул. Садовій, 15.\nПетренко Галина Гнатівна, кв. 7", "вул. Садова, 15, кв. 7"),
        Row(
            "two houses", "Прошу полагодити дах на вул. Садовій, 15 та на вул. Луговій, 8.\nПетренко Галина Гнатівна, кв. 7", nil),
        Row("no flat", "Прошу полагодити дах на вул. Садовій, 15.\nПетренко Галина Гнатівна", nil),
        Row(
            "Набережна with a comma", "Прошу полагодити лавку.\nПетренко Галина Гнатівна, м. Озерськ, Набережна, 15",
            "м. Озерськ, вул. Набережна, 15"),
        Row(
            "a named embankment", "Прошу полагодити лавку.\nПетренко Галина Гнатівна, м. Озерськ, набережна Перемоги, 15",
            "м. Озерськ, набережна Перемоги, 15"),
    ]

    @Test("The author's address", arguments: addresses)
    func address(_ row: Row) {
        #expect(LetterReader.plain.read(row.text).applicant?.address?.value == row.expected)
    }

    static let categories = [
        Row(
            "behind the name", "Сіренка Кирила Омеляновича, особи з інвалідністю II групи, щодо пандуса",
            "особа з інвалідністю II групи"),
        Row(
            "behind the address",
            "Сіренка Кирила Омеляновича (смт Озерне, вул. Центральна, 5, кв. 8), учасника бойових дій, щодо пандуса",
            "учасник бойових дій"),
        Row("behind initials", "Сіренка К. О., пенсіонера, щодо пандуса", "пенсіонер"),
        Row("of those he writes about", "Сіренка Кирила Омеляновича щодо пандуса для осіб з інвалідністю", nil),
    ]

    @Test("The category of a citizen whose letter is passed on", arguments: categories)
    func category(_ row: Row) {
        let facts = LetterReader.plain.read(
            """
            ГІРСЬКА ОБЛАСНА ДЕРЖАВНА АДМІНІСТРАЦІЯ
            12.04.2027 № 88-12/11

            Озерському міському голові

            Про направлення звернення

            Надсилаємо для розгляду за належністю звернення \(row.text). Про результати розгляду просимо повідомити заявника.

            Голова                        Аліна ФРАНЧУК
            """)
        #expect(facts.applicant?.category?.value == row.expected)
    }

    struct Counted: CustomStringConvertible, Sendable {
        let description: String
        let foot: String
        let count: Int?

        init(_ description: String, _ foot: String, _ count: Int?) {
            (self.description, self.foot, self.count) = (description, foot, count)
        }
    }

    static let signatures = [
        Counted(
            "«та ще» below four names",
            "Коваль С. В., кв. 11\nНаумова Т. Ф., кв. 14\nЩур Б. О., кв. 2\nГук Є. К.\nта ще 15 підписів", 19),
        Counted("«та інші» below two names", "Коваль С. В., кв. 11\nНаумова Т. Ф., кв. 14\nта інші, усього 20 підписів", 20),
        Counted("«та інші» with their number", "Коваль С. В., кв. 11\nНаумова Т. Ф., кв. 14\nта інші (6 підписів)", 8),
        Counted("numbered names", "1. Коваль С. В.\n2. Наумова Т. Ф.\nі ще 6 підписів", 8),
        Counted("a number of all", "Коваль С. В., кв. 11\nНаумова Т. Ф., кв. 14\n15 підписів", 15),
        Counted("no list above", "Коваль Степан Васильович, вул. Садова, 3, кв. 8\n\nДодаємо 15 підписів", 15),
    ]

    @Test("The signatures of a collective letter", arguments: signatures)
    func signatories(_ row: Counted) {
        let text =
            "Міському голові\nмешканців будинку № 3\n\nКОЛЕКТИВНА СКАРГА\nСкаржимося на шум у барі. Вимагаємо перевірити бар.\n\n"
        #expect(LetterReader.plain.read(text + row.foot).applicant?.signatories?.value == row.count)
    }

    @Test("A copy for the citizen has in full what the text of the office cuts short")
    func copyForCitizen() {
        let facts = LetterReader.plain.read(
            """
            ГІРСЬКА ОБЛАСНА ДЕРЖАВНА АДМІНІСТРАЦІЯ
            Відділ роботи із зверненнями громадян
            22.03.2027 № М-318/08-31

            Озерська міська рада

            Копія: Мацюк Людмила Федорівна
            вул. Слобідська, буд. 12, м. Озерськ, 39800

            Про направлення звернення

            Надсилаємо для розгляду за належністю звернення Мацюк Л. Ф. щодо відсутності води. Про результати просимо повідомити заявницю.

            Начальник відділу                              Людмила ГОНЧАР
            """)
        #expect(facts.applicant?.name?.value == "Мацюк Людмила Федорівна")
        #expect(facts.applicant?.address?.value == "39800, м. Озерськ, вул. Слобідська, буд. 12")
    }
}
