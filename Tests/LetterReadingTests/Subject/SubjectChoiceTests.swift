// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

/// Which of several things a letter says sums it up, and how it is said.
struct SubjectChoiceTests {
    struct Row: CustomStringConvertible, Sendable {
        let name: String
        var mail = "лист"
        var from = "o.bondar@mail.example"
        let text: String
        let subject: String
        var description: String { name }
    }

    static let office = "kanc@office.gov.example"

    static let mails = [
        Row(
            name: "a Subject field of one word gives way to a request that has it", mail: "Заява щодо тролейбуса",
            text: "Прошу переглянути розклад руху тролейбуса № 3 у вихідні дні.\nБондар Олена",
            subject: "Про перегляд розкладу руху тролейбуса № 3 у вихідні дні"),
        Row(
            name: "one that says as much stays", mail: "звернення щодо фарбування лавок",
            text: "Прошу пофарбувати лавки.\nБондар Олена", subject: "Звернення щодо фарбування лавок"),
        Row(
            name: "a cry is none", mail: "Скільки це терпіти???",
            text: "Прошу відремонтувати дорогу по вул. Медовій.\nБондар Олена", subject: "Про ремонт дороги по вул. Медовій"),
        Row(
            name: "a question that names its thing is one", mail: "Коли буде тепла вода на Медовій?",
            text: "Люди мерзнуть.\nБондар Олена", subject: "Коли буде тепла вода на Медовій?"),
    ]

    static let acts = [
        Row(
            name: "points of a list",
            text: "Прошу:\n1) скласти акт про залиття;\n2) подивитися самим;\n3) полагодити стояк у підвалі.\nБондар Олена",
            subject: "Про складання акта про залиття, ремонт стояка у підвалі"),
        Row(
            name: "the writer and his family",
            text: "Прошу взяти мене та членів моєї родини на облік як переселенців.\nБондар Олена",
            subject: "Про взяття на облік як переселенців"),
        Row(
            name: "a permission", text: "Прошу дозволити встановити навіс на подвір’ї.\nБондар Олена",
            subject: "Про дозвіл на встановлення навісу на подвір’ї"),
        Row(
            name: "what is furthered", text: "Прошу сприяти відновленню руху автобуса № 6.\nБондар Олена",
            subject: "Про відновлення руху автобуса № 6"),
        Row(
            name: "one or the other", text: "Прошу встановити лавку біля аптеки або надати місце у дворі.\nБондар Олена",
            subject: "Про встановлення лавки біля аптеки або надання місця у дворі"),
        Row(
            name: "money is paid", text: "Прошу перерахувати кошти за ремонт даху.\nБондар Олена",
            subject: "Про перерахування коштів за ремонт даху"),
        Row(
            name: "a pension is reckoned", text: "Прошу перерахувати пенсію з 1 травня.\nБондар Олена",
            subject: "Про перерахунок пенсії з 1 травня"),
        Row(
            name: "a state something is put in", text: "Прошу привести у належний стан спортивний майданчик.\nБондар Олена",
            subject: "Про приведення у належний стан спортивного майданчика"),
        Row(
            name: "what stands on a picture is not told",
            text: "Прошу пофарбувати лавки у двох місцях, позначених на плані.\nБондар Олена",
            subject: "Про фарбування лавок у двох місцях"),
    ]

    static let offices = [
        Row(
            name: "a document sent, not its handling", mail: "для відома", from: office,
            text:
                "Надсилаємо для використання в роботі копію наказу «Про порядок обліку». Пропонуємо розмістити вказану інформацію на сайтах громад.",
            subject: "Про надсилання копії наказу «Про порядок обліку»"),
        Row(
            name: "a meeting", mail: "ВКЗ", from: office,
            text:
                "Завтра голова адміністрації проводить нараду щодо підготовки шкіл до зими. Просимо подати список учасників до 15:00.",
            subject: "Про нараду щодо підготовки шкіл до зими"),
        Row(
            name: "what is changed", mail: "до відома", from: office,
            text: "Доводимо до відома, що 5 травня буде припинено подачу води на вул. Річковій. Просимо врахувати.",
            subject: "Про припинення подачі води на вул. Річковій"),
        Row(
            name: "an intention", mail: "повідомлення", from: office,
            text: "Товариство повідомляє про намір продовжити договір оренди ділянки. Просимо надати підписаний примірник.",
            subject: "Про намір продовжити договір оренди ділянки"),
        Row(
            name: "the name of a document that is carried out", from: office,
            text:
                "Про виконання розпорядження\n\nГоловою обласної адміністрації підписано розпорядження від 04.03.2027 № 18 «Про облік укриттів», копія якого додається. Просимо надати звіт.",
            subject: "Про виконання розпорядження «Про облік укриттів»"),
        Row(
            name: "the law a letter rests on is no such name", from: office,
            text:
                "Про виконання розпорядження\n\nЗгідно зі статтею 38 Закону України «Про місцеві адміністрації» просимо надати звіт про розпорядження.",
            subject: "Про виконання розпорядження"),
        Row(
            name: "the detail of the Subject field", mail: "Про щоденну інформацію (запаси пального)", from: office,
            text: "Про надання щоденної інформації\n\nПросимо щодня подавати інформацію за формою.",
            subject: "Про надання щоденної інформації (запаси пального)"),
        Row(
            name: "what a request points back to", from: office,
            text:
                "Під час розслідування виникла потреба в огляді відеозаписів під’їзду № 2. Прошу надати вказані відеозаписи на диску.",
            subject: "Про надання відеозаписів під’їзду № 2"),
    ]

    @Test(arguments: mails + acts + offices)
    func theBestOfWhatIsSaidIsTheSummary(_ row: Row) {
        let source = LetterSource(row.text, mail: row.mail, from: row.from)
        #expect(ReaderUnderTest.facts(source).subject?.value == row.subject)
    }

    struct ListRow: CustomStringConvertible, Sendable {
        let name: String
        let phrases: [String]
        let joined: String
        var description: String { name }
    }

    static let lists = [
        ListRow(
            name: "what fits stays whole", phrases: ["копії актів (форма КБ-2в)", "довідки, що підтверджує вартість"],
            joined: "Про надання копії актів (форма КБ-2в), довідки, що підтверджує вартість"),
        ListRow(
            name: "brackets go first, the first phrase keeps its clause",
            phrases: [
                "переліку договорів, укладених у минулому році на ремонт укриттів (номер, дата, сума, підрядник, строк дії договору)",
                "копій кошторисів з усіма змінами",
            ],
            joined:
                "Про надання переліку договорів, укладених у минулому році на ремонт укриттів, копій кошторисів з усіма змінами"),
        ListRow(
            name: "later phrases lose clauses, circumstances and numbers before any is left out",
            phrases: [
                "переліку постачальників продуктів харчування до закладів освіти громади",
                "копій протоколів зняття залишків на харчоблоках за травень",
                "калькуляції обіду, чинної з вересня",
            ],
            joined:
                "Про надання переліку постачальників продуктів харчування до закладів освіти громади, копій протоколів зняття залишків, калькуляції обіду"
        ),
        ListRow(
            name: "a bracket without its end", phrases: ["розмір плати (з розбивкою", "копії актів"],
            joined: "Про надання розмір плати, копії актів"),
    ]

    @Test(arguments: lists) func aListIsAsLongAsItsRoom(_ row: ListRow) {
        #expect(ListedPhrases(row.phrases, behind: "Про надання ").joined == row.joined)
    }
}
