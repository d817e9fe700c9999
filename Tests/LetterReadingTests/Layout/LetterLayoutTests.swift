// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

/// Lines of a head that look like text, and lines of text that look like a head.
struct LetterLayoutTests {
    struct Row: CustomStringConvertible, Sendable {
        let description: String
        let text: String
        /// The first words of the text proper.
        let body: String

        init(_ description: String, _ text: String, _ body: String) {
            (self.description, self.text, self.body) = (description, text, body)
        }
    }

    static let rows = [
        Row(
            "a ruling line under the post of a councillor",
            "ГІРСЬКА ОБЛАСНА РАДА\nДЕПУТАТ\n________________\nм. Гірськ, вул. Соборна, 12\n21.01.2027 № 6/д\n\nОзерській міській раді\n\nЖителі села скаржаться на дорогу.",
            "Жителі"),
        Row(
            "dashes under the letterhead", "ТОВ «ГІРСЬКГАЗ»\n----------\n21.01.2027 № 6\n\nПросимо укласти договір.", "Просимо"),
        Row(
            "an addressee in the nominative, broken",
            "АНТИМОНОПОЛЬНИЙ КОМІТЕТ УКРАЇНИ\n14.12.2026 № 62-02/33\n\nВиконавчий комітет Озерської\nміської ради\n\nВИМОГА\nпро надання інформації\n\nУ провадженні перебуває справа.",
            "У"),
        Row(
            "a sentence with the name of an office, broken",
            "УПРАВЛІННЯ АРХІТЕКТУРИ\n14.12.2026 № 62-02/33\n\nЛистом від 16.11.2026 № 01-11/633 управління просило надати пропозиції\nдо плану. Пропозицій не отримано.",
            "Листом"),
        Row(
            "a court with its address in a sentence",
            "СУДОВА ПОВІСТКА\nпро виклик до суду\n\nОзерський міськрайонний суд Гірської області (м. Озерськ, вул.\nРинкова, 16) викликає Вас як третю особу, яка не заявляє самостійних\nвимог щодо предмета спору.\n\nСекретар Ольга Тищук",
            "Озерський"),
        Row(
            "an address on two lines under a letterhead",
            "ГІРСЬКИЙ МІСЬКРАЙОННИЙ СУД\n49000, м. Гірськ, проспект Героїв України, буд. 16, корп. 2, тел. (0532) 60-11-22, вул.\nРинкова, 18\n21.01.2027 № 6\n\nПросимо надати копії.",
            "Просимо"),
        Row(
            "a sentence below the addressee, broken, with a body in the instrumental",
            "ОЗЕРСЬКА ПРОКУРАТУРА\n14.12.2026 № 62-02/33\n\nОзерській міській раді\nОзерською прокуратурою вивчається стан використання\nбюджетних коштів на будівництво укриттів у школах. Прошу надати копії\nдоговорів.",
            "Озерською"),
        Row(
            "a title, then a sentence at once",
            "УПРАВЛІННЯ АУДИТУ\nвід 14.12.2026 № 62-02/33\n\nЩодо усунення порушень\nЗа результатами ревізії виявлено порушення на суму 148,2 тис. грн\nта нестачу майна. Вимагаємо усунути порушення.",
            "За"),
        Row(
            "an invitation, broken before a number",
            "вітаю, надішліть будь ласка кошторис на ялинку і новорічні ілюмінації\n2026/27 та договір з підрядником, який їх ставив.",
            "вітаю"),
        Row(
            "a question to the administration",
            "Адміністрація міста, ви взагалі бачите, що робиться на ринку?\nТоргують з машин.",
            "Адміністрація"),
    ]

    @Test("Where the text begins", arguments: rows)
    func body(_ row: Row) {
        let layout = LetterLayout(NormalizedText(row.text))
        let words = layout.bodyTokens.first.map { layout.text.text(of: layout.text.tokens[$0]) }
        #expect(words == row.body)
    }

    @Test("A district of electric networks is a part of its company")
    func networks() {
        let facts = LetterReader.plain.read(
            "АТ «ГІРСЬКОБЛЕНЕРГО»\nОзерський район електричних мереж\n\n23.03.2027 № 311/04-11\n\nМіському голові\n\nПро планові роботи\n\nПовідомляємо про відключення 06.04.2027."
        )
        #expect(facts.sender?.value == "АТ «Гірськобленерго», Озерський район електричних мереж")
    }

    struct Foot: CustomStringConvertible, Sendable {
        let description: String
        let text: String
        /// The last word or number of the text proper.
        let last: String
    }

    static let feet = [
        Foot(
            description: "an annex told of in a broken sentence",
            text:
                "Повідомляємо, що 22 жовтня відбудеться засідання регіональної ради. Порядок денний\nдодається.\nПросимо взяти участь.\n\nНачальник Костянтин ДЕРКАЧ",
            last: "участь"),
        Foot(
            description: "a name broken off the last sentence",
            text:
                "собаки бездомні коло школи кусають дітей. зробіть щось, бо я знайду на вас управу! Ковтонюк\nЛюбов вул Шкільна 20 кв 3",
            last: "3"),
        Foot(
            description: "a number broken off its sentence",
            text:
                "Для відома та врахування в роботі надсилається копія наказу Міністерства\n№ 1789 від 05.11.2026.\n\nНачальник Костянтин ДЕРКАЧ",
            last: "2026"),
    ]

    @Test("Where the text ends", arguments: feet)
    func end(_ foot: Foot) {
        let layout = LetterLayout(NormalizedText(foot.text))
        let words = layout.bodyTokens.last { layout.text.tokens[$0].kind != .mark }.map {
            layout.text.text(of: layout.text.tokens[$0])
        }
        #expect(words == foot.last)
    }
}
