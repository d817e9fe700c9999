// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct SubjectReadingTests {
    struct Row: CustomStringConvertible, Sendable {
        let text: String
        let mail: String
        let subject: String
        var description: String { subject }

        init(_ text: String, mail: String = "", _ subject: String) {
            (self.text, self.mail, self.subject) = (text, mail, subject)
        }
    }

    static let rows =
        [
            Row("Про надання звіту\nщодо ремонту доріг\n\nПросимо надати звіт.", "Про надання звіту щодо ремонту доріг"),
            Row("ЩОДО РЕМОНТУ\n\nПросимо надати звіт.", "Щодо ремонту"),
            Row("Прошу встановити лавку біля будинку № 4.", mail: "Заява", "Про встановлення лавки біля будинку № 4"),
            Row("Просимо до 20.11.2026 надати копії рішень.", mail: "лист", "Про надання копій рішень"),
            Row("Прошу відремонтувати дорогу по вул. Миру, бо їздити неможливо.", mail: "", "Про ремонт дороги по вул. Миру"),
            Row("Прошу посприяти у встановленні знака біля школи.", mail: "Заява", "Про встановлення знака біля школи"),
            Row("Прошу вирішити питання вивезення сміття.", mail: "прохання", "Щодо вивезення сміття"),
            Row("На Ваш лист щодо звірки даних повідомляємо, що все гаразд.", mail: "Re: інформація", "Щодо звірки даних"),
            Row("Усе гаразд, дякуємо.", mail: "[External] Fwd: Про ярмарок меду", "Про ярмарок меду"),
            Row("Надсилаємо для відома копію наказу Міністерства.", mail: "лист", "Про надсилання копії наказу Міністерства"),
            Row(
                "ЗАПИТ НА ІНФОРМАЦІЮ\n\nПрошу надати інформацію про кількість аварій.", mail: "запит",
                "Запит на інформацію: кількість аварій"),
        ] + incomplete

    /// Letters whose first words say too little.
    static let incomplete = [
        Row(
            "Озерська міська рада\nТкач Юрій Борисович, учасник бойових дій\nсадиба за мостом\n\nКЛОПОТАННЯ\nпро надання дозволу на розроблення проєкту\n\nПрошу надати дозвіл.",
            mail: "земля", "Клопотання про надання дозволу на розроблення проєкту"),
        Row(
            "Прошу надати копії:\n1. наказу про звільнення;\n2. довідки про заробіток.", mail: "лист",
            "Про надання копій наказу про звільнення, довідки про заробіток"),
        Row(
            "Дерево біля будинку по вул. Вишневій, 8 аварійне. Прошу оглянути дерево.", mail: "лист",
            "Про огляд дерева біля будинку по вул. Вишневій, 8"),
        Row(
            "Прошу розібратися з пенсією. Прошу перевірити обчислення стажу.", mail: "лист",
            "Про перевірку обчислення стажу"),
        Row("Просимо не об’єднувати групи до літа.", mail: "лист", "Прохання не об’єднувати групи до літа"),
        Row("Клопочу про визнання родини багатодітною.", mail: "лист", "Про визнання родини багатодітною"),
        Row(
            "Скаржуся на старосту села, який відмовляє у довідці.", mail: "лист",
            "Скарга на старосту села, який відмовляє у довідці"),
        Row(
            "ГІРСЬКА ОБЛАСНА РАДА\n12.11.2026 № 5\n\nМіським головам\n\nПро проведення наради\n\nЗапрошуємо на нараду з питань захисту житла.",
            "Про проведення наради з питань захисту житла"),
    ]

    @Test(arguments: rows) func aSummaryIsTheTitleOrWhatIsAsked(_ row: Row) {
        #expect(CorrespondentReading(LetterSource(row.text, mail: row.mail)).subject?.value == row.subject)
    }

    @Test func aSummaryMadeOfTheTextHasItsLimit() throws {
        let text = "Повідомляємо мешканців " + String(repeating: "вулиці Довгої ", count: 40)
        let subject = try #require(CorrespondentReading(LetterSource(text)).subject?.value)
        #expect(subject.count <= SubjectReading.maximumLength)
    }

    @Test func aLetterForOfficialUseShowsNoSummary() {
        let text =
            "Для службового користування\nПрим. № 2\nГІРСЬКА ОБЛАСНА РАДА\n12.11.2026 № 5\n\nПро мобілізаційний план\n\nПросимо надати."
        #expect(CorrespondentReading(LetterSource(text)).subject?.value == SubjectReading.withheld)
    }
}
