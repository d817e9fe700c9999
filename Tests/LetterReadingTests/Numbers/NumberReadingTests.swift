// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar
import Testing

@testable import LetterReading

struct NumberReadingTests {
    /// A line between letterhead and text, and what it gives.
    struct Row: CustomStringConvertible, Sendable {
        let line: String
        let number: String?
        let date: String?
        var reply: String?
        var description: String { line }

        init(_ line: String, _ number: String?, _ date: String?, reply: String? = nil) {
            (self.line, self.number, self.date, self.reply) = (line, number, date, reply)
        }
    }

    static let rows = [
        Row("12.11.2026 № 01-23/456", "01-23/456", "2026-11-12"),
        Row("№ 01-23/456 від 12.11.2026", "01-23/456", "2026-11-12"),
        Row("від 12.11.2026 р. № 01-23/456", "01-23/456", "2026-11-12"),
        Row("Вих. № 27 від 13 листопада 2026 року", "27", "2026-11-13"),
        Row("вих.№27 від 13.11.2026р.", "27", "2026-11-13"),
        Row("Вих. 615 від 17.11.2026", "615", "2026-11-17"),
        Row("27/11 від 13.11.2026", "27/11", "2026-11-13"),
        Row("1/21877-26 від 10.11.2026 року", "1/21877-26", "2026-11-10"),
        Row("№\t118-11/26\t«16» листопада 2026 р.", "118-11/26", "2026-11-16"),
        Row("«16» листопада 2026 р.          № 118-11/26", "118-11/26", "2026-11-16"),
        Row("N 44 від 16.11.2026", "44", "2026-11-16"), Row("No 44 від 16.11.2026", "44", "2026-11-16"),
        Row("Nо 01-7/44 від 16.11.2026", "01-7/44", "2026-11-16"), Row("№№ 88/3 від 01.11.2026", "88/3", "2026-11-01"),
        Row("12.11.2026 № 01-23/456   На № ________ від ________", "01-23/456", "2026-11-12"),
        Row("12.11.2026 № 01-23/456   На № .......... від ..........", "01-23/456", "2026-11-12"),
        Row("12.11.2026 № 01-23/456   На №          від", "01-23/456", "2026-11-12"),
        Row("12.11.2026 № 01-23/456\nНа № _______________________", "01-23/456", "2026-11-12"),
        Row("12.11.2026 № 01-23/456   На № б/н від 27.10.2026", "01-23/456", "2026-11-12"),
        Row("12.11.2026 № 01-23/456   На № 02-15/1876 від 27.10.2026", "01-23/456", "2026-11-12", reply: "02-15/1876 2026-10-27"),
        Row(
            "12.11.2026 № 01-23/456\nНа лист від 27.10.2026 № 02-15/1876", "01-23/456", "2026-11-12",
            reply: "02-15/1876 2026-10-27"),
        Row("12.11.2026 № 01-23/456   На №02-15/1876від27.10.2026", "01-23/456", "2026-11-12", reply: "02-15/1876 2026-10-27"),
        Row(
            "№ 01-23/456\nвід 12.11.2026\nна № 02-15/1876\nвід 27.10.2026", "01-23/456", "2026-11-12",
            reply: "02-15/1876 2026-10-27"),
        Row("12.11.2026 № 5\nна Ваш вих. № 02-15/1876 від 27.10.2026", "5", "2026-11-12", reply: "02-15/1876 2026-10-27"),
        Row("12.11.2026 № 5\nНа № 02-15/1876", "5", "2026-11-12", reply: "02-15/1876 -"),
        Row("Вих. №:\n01-23/456\nДата:\n12.11.2026", "01-23/456", "2026-11-12"),
        Row("№ 01-23/456\n12.11.2026", "01-23/456", "2026-11-12"), Row("12.11.2026\n№ 01-23/456", "01-23/456", "2026-11-12"),
        Row("2026-11-12 № 01-23/456", "01-23/456", "2026-11-12"), Row("12.11.26 № 01-23/456", "01-23/456", "2026-11-12"),
        Row("12.XI.2026 № 01-23/456", "01-23/456", "2026-11-12"),
        Row("Исх. № 45 от 10 ноября 2026 г.", "45", "2026-11-10"),
        Row("__________ № __________   На № ______ від ______", nil, nil), Row("«__» __________ 2026 р. № ____", nil, nil),
        Row("б/н від 12.11.2026", nil, "2026-11-12"), Row("Вх. № 3312 від 13.11.2026", nil, nil),
    ]

    @Test(arguments: rows) func aLineOfRegistrationIsRead(_ row: Row) {
        let letter =
            "ГІРСЬКА ОБЛАСНА РАДА\n\n\(row.line)\n\nМіському голові\n\nПро ремонт\n\nПросимо надати звіт про ремонт доріг."
        let reading = CorrespondentReading(LetterSource(letter))
        #expect(reading.outNumber?.value == row.number)
        #expect(reading.outDate.map { "\($0.value)" } == row.date)
        #expect(reading.inReplyTo.map { "\($0.value.number) \($0.value.date.map { "\($0)" } ?? "-")" } == row.reply)
    }

    /// A sentence of a text, and the letter of ours it answers.
    static let sentences = [
        Row("У відповідь на Ваш лист від 27.10.2026 № 01-24/2315 повідомляємо.", nil, nil, reply: "01-24/2315 2026-10-27"),
        Row("На виконання Вашого листа від 27.10.2026 № 01-24/2315 надаємо дані.", nil, nil, reply: "01-24/2315 2026-10-27"),
        Row("На № 01-24/2315 від 27.10.2026 повідомляємо про таке.", nil, nil, reply: "01-24/2315 2026-10-27"),
        Row("Ваше звернення від 27.10.2026 за № 01-24/2315 розглянуто.", nil, nil, reply: "01-24/2315 2026-10-27"),
        Row("На лист виконкому від 27.10.2026 № 02-15/9 погоджуємо проєкт.", nil, nil, reply: "02-15/9 2026-10-27"),
        Row("На Ваш запит № 7/12 від 27.10.2026 надаємо копії.", nil, nil, reply: "7/12 2026-10-27"),
        Row("Виконком листом від 27.10.2026 № Б-41/01-12 повідомив про ремонт.", nil, nil, reply: "Б-41/01-12 2026-10-27"),
        Row("Міська рада у листі від 27.10.2026 № Б-41/01-12 обіцяла ремонт.", nil, nil, reply: "Б-41/01-12 2026-10-27"),
        Row("У відповіді від 27.10.2026 № Б-41/01-12 виконком запевнив у ремонті.", nil, nil, reply: "Б-41/01-12 2026-10-27"),
        Row("Облдержадміністрація листом від 27.10.2026 № 41/01-12 повідомила, що міська рада має кошти.", nil, nil),
        Row("Державна інспекція у листі від 27.10.2026 № 41/01-12 відповіла мешканцям.", nil, nil),
        Row("Відповідно до наказу Міністерства від 05.11.2026 № 1789 надаємо.", nil, nil),
        Row("До листа Департаменту від 05.11.2026 № 17-89 надаємо список.", nil, nil),
        Row("За договором № 45-П від 12.03.2026 роботу виконано.", nil, nil), Row("Біля будинку № 14 упала опора № 3.", nil, nil),
        Row("Сума за рахунком № 1204 від 02.11.2026 не сплачена.", nil, nil),
    ]

    @Test(arguments: sentences) func aSentenceNamesOurLetterOrNone(_ row: Row) {
        let reading = CorrespondentReading(
            LetterSource("Доброго дня!\n\n\(row.line) Чекаємо на рішення щодо подальших дій громади."))
        #expect(reading.outNumber == nil)
        #expect(reading.inReplyTo.map { "\($0.value.number) \($0.value.date.map { "\($0)" } ?? "-")" } == row.reply)
    }

    /// A Subject field or the name of a file over a note without a number.
    static let hints = [
        Row("Лист № 01-23/456 від 12.11.2026", "01-23/456", "2026-11-12"),
        Row("вих. 07-11/982 від 13.11.2026", "07-11/982", "2026-11-13"),
        Row("fwd: 1/21877-26", "1/21877-26", nil), Row("Лист 20531/33/14-26", "20531/33/14-26", nil),
        Row("[External] Fwd: Лист № 5-7 від 12.11.2026", "5-7", "2026-11-12"), Row("Запрошення на нараду 12.11.2026", nil, nil),
        Row("Автоматична відповідь: Лист № 02-15/1990", nil, nil), Row("Протокол № 4 від 12.11.2026", nil, nil),
        Row("Звернення з порталу #20456", nil, nil), Row("Про виконання доручення № 38211/1/1-26", nil, nil),
    ]

    @Test(arguments: hints) func theSubjectFieldGivesTheNumberTheLetterLacks(_ row: Row) {
        let reading = CorrespondentReading(LetterSource("Надсилаємо лист, див. вкладення.", mail: row.line))
        #expect(reading.outNumber?.value == row.number)
        #expect(reading.outDate.map { "\($0.value)" } == row.date)
    }

    static let files = [
        Row("01-23_456.pdf", "01-23/456", nil), Row("1_21877-26.pdf", "1/21877-26", nil),
        Row("Лист_07-11_982_від_13.11.2026.asice", "07-11/982", "2026-11-13"), Row("scan0007.pdf", nil, nil),
        Row("IMG_20261112_101500.jpg", nil, nil), Row("photo_2026-11-12_10-15-00.jpg", nil, nil), Row("zapyt.pdf", nil, nil),
    ]

    @Test(arguments: files) func theNameOfAFileGivesTheNumberAtLast(_ row: Row) {
        let reading = CorrespondentReading(LetterSource("Надсилаємо лист, див. вкладення.", mail: "лист", files: [row.line]))
        #expect(reading.outNumber?.value == row.number)
        #expect(reading.outDate.map { "\($0.value)" } == row.date)
    }
}
