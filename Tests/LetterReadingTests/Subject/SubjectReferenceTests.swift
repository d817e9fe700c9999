// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

/// Summaries whose words stand elsewhere than where the letter asks: a judgment's case, what «цей статус» points to.
struct SubjectReferenceTests {
    struct Row: CustomStringConvertible, Sendable {
        let description: String
        let text: String
        let subject: String

        init(_ description: String, _ text: String, _ subject: String) {
            (self.description, self.text, self.subject) = (description, text, subject)
        }
    }

    private static func judgment(_ name: String, _ claim: String) -> String {
        """
        Справа № 538/3300/26

                                 \(name)
                               ІМЕНЕМ УКРАЇНИ
        15 квітня 2027 року
        Озерський районний суд Гірської області у складі судді Кушнірук А. А., розглянувши цивільну справу \(claim),

        ВИРІШИВ:
        Позов задовольнити.

        Суддя                                    А. А. КУШНІРУК
        """
    }

    static let rulings = [
        Row(
            "a judgment", judgment("РІШЕННЯ", "за позовом Гнатенка Р. П. про скасування рішення"),
            "Рішення у справі № 538/3300/26 (за позовом Гнатенка Р. П. про скасування рішення)"),
        Row(
            "a judgment with many parties",
            judgment(
                "РІШЕННЯ",
                "за позовом Гнатенка Ростислава Павловича до Озерської міської ради, виконавчого комітету Озерської міської ради про визначення строку для прийняття спадщини"
            ), "Рішення у справі № 538/3300/26 (про визначення строку для прийняття спадщини)"),
        Row(
            "an application", judgment("РІШЕННЯ", "за заявою Гнатенка Р. П. про встановлення факту"),
            "Рішення у справі № 538/3300/26 (за заявою Гнатенка Р. П. про встановлення факту)"),
        Row(
            "a resolution of a court of appeal", judgment("ПОСТАНОВА", "за позовом Гнатенка Р. П. про стягнення боргу"),
            "Постанова у справі № 538/3300/26 (за позовом Гнатенка Р. П. про стягнення боргу)"),
    ]

    @Test("The summary of a judgment", arguments: rulings)
    func ruling(_ row: Row) {
        #expect(LetterReader.plain.read(row.text).subject?.value == row.subject)
    }

    static let persons = [
        Row(
            "whose status, with the day of birth",
            "Прошу визнати за моїм сином, Голубом Остапом Ігоровичем, 14.06.2017 р.н., статус дитини з багатодітної сім’ї.",
            "Про визнання статусу дитини з багатодітної сім’ї"),
        Row(
            "what «цей» points to",
            "Відповідно до Порядку надання статусу дитини війни, прошу визнати за моєю донькою, Голуб Златою Ігорівною, 2016 року народження, цей статус.",
            "Про визнання статусу дитини війни"),
        Row(
            "«такий» points to it too",
            "Довідуюсь про видачу посвідчення багатодітної сім’ї, прошу видати мені таке посвідчення.",
            "Про видачу посвідчення багатодітної сім’ї"),
        Row("nothing it points to", "Прошу визнати за моєю донькою цей статус.", "Про визнання цього статусу"),
        Row(
            "«з питання»",
            "Повторно звертаюся до вас з питання ремонту лотка по вул. Джерельній. Вимагаю відремонтувати лоток і назвати винних.",
            "Повторно щодо ремонту лотка по вул. Джерельній"),
    ]

    @Test("The summary of a request", arguments: persons)
    func request(_ row: Row) {
        #expect(LetterReader.plain.read("ЗАЯВА\n\(row.text)\n\nІван Коваль").subject?.value == row.subject)
    }

    static let russian = [
        Row("a request", "Прошу спилить аварийный клён во дворе дома.", "Прохання: «спилить аварийный клён во дворе дома»"),
        Row(
            "without letters of its own", "Прошу отремонтировать лавку возле магазина. Вы её видели.",
            "Прохання: «отремонтировать лавку возле магазина»"),
        Row(
            "quotation marks inside", "Прошу обязать ООО «Сервис» вывезти мусор. Мы живём рядом.",
            "Прохання: «обязать ООО „Сервис“ вывезти мусор»"),
        Row("a Ukrainian request", "Прошу забрати стару лавку. Її зламали.", "Прохання забрати стару лавку"),
        Row(
            "a Ukrainian request with a Russian word", "Прошу вплинути на сусідів, які кажуть «мы тут живём».",
            "Прохання вплинути на сусідів"),
    ]

    @Test("The words of a Russian letter are shown as the writer's own", arguments: russian)
    func russianWords(_ row: Row) {
        #expect(LetterReader.plain.read("\(row.text)\n\nІван Коваль").subject?.value == row.subject)
    }
}
