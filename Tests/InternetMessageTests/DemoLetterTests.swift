// SPDX-License-Identifier: Apache-2.0
import Foundation
import InternetMessage
import Testing

/// The sample letters of `Config/demo` are read as their README says.
struct DemoLetterTests {
    struct Row: CustomTestStringConvertible {
        let file: String
        let subject: String
        /// Display name of the sender.
        let sender: String
        /// Words of the text.
        let text: String
        var fileNames: [String] = []

        var testDescription: String { file }
    }

    static let rows: [Row] = [
        Row(
            file: "01-ova-control-pdf-p7s", subject: "НА КОНТРОЛІ! Про обстеження захисних споруд",
            sender: "Канцелярія Надозерної ОВА",
            text: "Прошу до 27.11.2026 обстежити захисні споруди", fileNames: ["07-18_11984.pdf", "07-18_11984.pdf.p7s"]),
        Row(
            file: "02-citizen-windows-1251-mislabelled", subject: "Світлофор на перехресті Озерної та Соборної",
            sender: "Петро Гнатенко",
            text: "третій тиждень не працює"),
        Row(file: "03-citizen-koi8-u", subject: "Заява про довідку", sender: "Ганна Ткач", text: "довідку про склад сім'ї"),
        Row(
            file: "04-citizen-mac-cyrillic", subject: "Пропозиція щодо велопарковки", sender: "Мирослав Озерний",
            text: "облаштувати велопарковку біля міської бібліотеки"),
        Row(
            file: "05-utility-iso-8859-5", subject: "Про припинення водопостачання", sender: "КП Озерводоканал",
            text: "у зв'язку з ремонтом"),
        Row(
            file: "06-osbb-ibm866", subject: "Показники лічильника", sender: "Роман Бойко",
            text: "показники лiчильника тепла по будинку"),
        Row(
            file: "07-citizen-raw-8bit-headers", subject: "Скарга на неповну відповідь", sender: "Лідія Марченко",
            text: "не зазначено строку ремонту під'їзду"),
        Row(
            file: "08-ova-split-encoded-words",
            subject: "Про надання інформації щодо готовності котелень до опалювального сезону",
            sender: "Департамент ЖКГ Надозерної ОВА", text: "Просимо у строк до 20.11.2026 надати інформацію"),
        Row(
            file: "09-organisation-rfc2231-name", subject: "Клопотання про перекриття руху", sender: "Біговий клуб",
            text: "тимчасове перекриття руху вулицею Соборною",
            fileNames: ["Клопотання про тимчасове перекриття руху вул. Соборна.pdf"]),
        Row(
            file: "10-information-request-lf-only", subject: "Запит на публічну інформацію", sender: "Ірина Савчин",
            text: "копію рішення виконавчого комітету № 214"),
        Row(
            file: "11-collective-cr-only", subject: "Аварійне дерево", sender: "Мешканці будинку Паркова 9",
            text: "Гілки лежать на дротах. Мешканці будинку, усього 14 підписів."),
        Row(
            file: "12-outlook-html-only", subject: "Запрошення на нараду", sender: "Приозерна районна адміністрація",
            text: "Шановний Остапе"),
        Row(
            file: "13-citizen-inline-picture", subject: "Яма на Соборній", sender: "Оксана Рудь",
            text: "Надсилаю фото ями на вул. Соборній",
            fileNames: ["IMG_0412.png"]),
        Row(
            file: "14-forwarded-message", subject: "Fwd: Про передавання документів на зберігання", sender: "Наталія Вишня",
            text: "лист помилково надійшов до ЦНАП"),
        Row(
            file: "15-court-missing-boundary", subject: "Судова повістка у справі 777/1234/26",
            sender: "Новоозерський міський суд",
            text: "Суд викликає представника", fileNames: ["Uhvala.pdf"]),
        Row(
            file: "16-service-winmail-dat", subject: "План перевірки укриттів", sender: "Служба порятунку",
            text: "Надсилаємо план перевірки укриттів", fileNames: ["winmail.dat"]),
        Row(
            file: "17-ministry-asice", subject: "Лист № 04-17/982 від 18.11.2026", sender: "Міністерство озерних справ",
            text: "див. вкладення (підписано КЕП)", fileNames: ["lyst.asice"]),
        Row(
            file: "18-deputy-format-flowed", subject: "Депутатське звернення", sender: "Василь Криниця",
            text: "з вересня не вивозять великогабаритні відходи, контейнерний майданчик не прибирають"),
        Row(
            file: "19-bounce-dsn", subject: "Undelivered Mail Returned to Sender", sender: "Mail Delivery System",
            text: "550 5.1.1"),
        Row(
            file: "20-out-of-office", subject: "Автоматична відповідь: Про надання інформації", sender: "Ольга Мороз",
            text: "Я у відпустці до 30.11.2026"),
        Row(
            file: "21-mailing-list", subject: "Дайджест: навчання для громад", sender: "Асоціація озерних міст",
            text: "Вебінар про бюджет участі"),
        Row(
            file: "22-exact-duplicate", subject: "Запит на публічну інформацію", sender: "Ірина Савчин",
            text: "копію рішення виконавчого комітету № 214"),
        Row(file: "23-advertisement", subject: "ТІЛЬКИ СЬОГОДНІ!!! Меблі -70%", sender: "Супер Знижки", text: "ЗАМОВИТИ ЗАРАЗ"),
        Row(
            file: "24-english-us-ascii", subject: "Water meter readings from abroad", sender: "Anna Lake",
            text: "I own a flat at 4 Lake Street and live abroad"),
        Row(
            file: "25-citizen-no-charset-base64", subject: "Повторне звернення: освітлення", sender: "Софія Верес",
            text: "освітлення провулку Тихого"),
        Row(
            file: "26-department-docx", subject: "Лист № 03-14/2207", sender: "Департамент освіти Надозерної ОВА",
            text: "Надсилаємо лист, див. вкладення", fileNames: ["03-14_2207.docx"]),
        Row(
            file: "27-ova-order-1207-xml", subject: "Повідомлення за наказом № 1207", sender: "Надозерна ОВА, СЕД",
            text: "Електронне повідомлення у вкладенні", fileNames: ["message.xml"]),
        Row(
            file: "28-ova-same-letter-again", subject: "Доручення № 09-02/4418 від 17.11.2026",
            sender: "Канцелярія Надозерної ОВА", text: "Про огляд гідротехнічних споруд"),
    ]

    static let folder = Corpora.packageRoot.appendingPathComponent("Config/demo")

    @Test func noSampleLetterIsLeftOut() {
        let files = Corpora.files(in: Self.folder, withExtension: "eml").map { $0.deletingPathExtension().lastPathComponent }
        #expect(files == Self.rows.map(\.file))
    }

    @Test(arguments: rows) func aSampleLetterIsReadWithNothingLeftEncodedOrLost(row: Row) throws {
        let octets = try Corpora.octets(of: Self.folder.appendingPathComponent(row.file + ".eml"))
        let message = ParsedMessage(octets.span)
        let header = LetterHeader(message, in: octets.span)
        #expect(header.subject == row.subject)
        #expect(header.from.map(\.name) == [row.sender])
        #expect(header.from.allSatisfy { $0.addrSpec?.contains("@") == true })
        let selection = BodySelection(message)
        let texts = selection.plain.map { message.readableText(of: message.parts[$0], in: octets.span) }
        let words = texts.joined(separator: "\n").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains(row.text), "\(words)")
        let names = selection.attachments.compactMap { message.parts[$0].fileName }
        #expect(names == row.fileNames)
        let everything = [header.subject, words] + header.from.compactMap(\.name) + names
        for shown in everything + selection.html.map({ message.text(of: message.parts[$0], in: octets.span) }) {
            #expect(!shown.contains("=?") && !shown.contains("\u{FFFD}"), "\(shown)")
        }
    }

    @Test func theForwardedLetterIsReadInside() throws {
        let octets = try Corpora.octets(of: Self.folder.appendingPathComponent("14-forwarded-message.eml"))
        let message = ParsedMessage(octets.span)
        let inner = try #require(message.parts.first { $0.parent.map { message.parts[$0].mediaType.isMessage } == true })
        let header = LetterHeader(inner.header, in: octets.span)
        #expect(header.subject == "Про передавання документів на зберігання")
        #expect(header.from.map(\.name) == ["Архів Надозерної області"])
    }
}
