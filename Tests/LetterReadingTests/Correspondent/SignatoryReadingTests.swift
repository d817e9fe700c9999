// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct SignatoryReadingTests {
    struct Row: CustomStringConvertible, Sendable {
        let foot: String
        let signatory: String?
        let contact: String?
        var description: String { foot }

        init(_ foot: String, _ signatory: String?, _ contact: String? = nil) {
            (self.foot, self.signatory, self.contact) = (foot, signatory, contact)
        }
    }

    static let rows = [
        Row("Директор департаменту          Роман ГЛУЩЕНКО", "Роман ГЛУЩЕНКО"),
        Row("Директор          Роман ГЛУЩЕНКО\n\nІрина Савчук 60-11-25", "Роман ГЛУЩЕНКО", "Ірина Савчук 60-11-25"),
        Row(
            "Начальник відділу     О. В. Коваль\n\nВик. Сидоренко М. П., тел. (0342) 55-12-90", "О. В. Коваль",
            "Сидоренко М. П., тел. (0342) 55-12-90"),
        Row("Голова правління\nМарія ДУТКА", "Марія ДУТКА"), Row("Суддя                С. О. ГАЙДА", "С. О. ГАЙДА"),
        Row("Директор     Анна КІТ-БОЙКО\n\nОлена Чумак\n481-00-00", "Анна КІТ-БОЙКО", "Олена Чумак 481-00-00"),
        Row("Слідчий СВ          Д. В. КОВТУН, тел. 066-000-55-44", "Д. В. КОВТУН", "Д. В. КОВТУН, тел. 066-000-55-44"),
        Row("Головний інженер    Дзюбак М.М.", "Дзюбак М. М."), Row("Дякуємо за увагу.", nil),
    ]

    @Test(arguments: rows) func theFootNamesWhoSignedAndWhoWrote(_ row: Row) {
        let letter =
            "КП «ПАРК»\n12.11.2026 № 5\n\nМіському голові\n\nПро ремонт\n\nПросимо надати звіт про ремонт доріг.\n\n\(row.foot)"
        let reading = CorrespondentReading(LetterSource(letter))
        #expect(reading.signatory?.value == row.signatory)
        #expect(reading.contact?.value == row.contact)
    }
}
