// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar
import Testing

@testable import LetterReading

struct WrittenDateTests {
    struct Row: CustomStringConvertible, Sendable {
        let text: String
        let date: String?
        var description: String { text }

        init(_ text: String, _ date: String?) {
            self.text = text
            self.date = date
        }
    }

    static let rows = [
        Row("12.11.2026", "2026-11-12"), Row("12.11.2026р.", "2026-11-12"), Row("12.11.26", "2026-11-12"),
        Row("1.2.2027 року", "2027-02-01"), Row("12 . 11 . 2026", "2026-11-12"), Row("12/11/2026", "2026-11-12"),
        Row("12-11-2026", "2026-11-12"), Row("2026-11-12", "2026-11-12"), Row("«16» листопада 2026 р.", "2026-11-16"),
        Row("16 листопада 2026", "2026-11-16"), Row("20-го грудня 2026 року", "2026-12-20"),
        Row("13 ноября 2026 г.", "2026-11-13"),
        Row("\"03\" січня 2027 року", "2027-01-03"), Row("12.XI.2026", "2026-11-12"), Row("12.ХІ.2026", "2026-11-12"),
        Row("5.III.2027", "2027-03-05"), Row("07 КВІТНЯ 2027 РОКУ", "2027-04-07"), Row("30.02.2027", nil), Row("10-11-25", nil),
        Row("12.11.2026-4", nil), Row("10.11.12.13", nil), Row("листопад 2026", nil), Row("13 листопада", nil), Row("2026", nil),
        Row("32 січня 2027", nil), Row("«11» 11 2026 р.", "2026-11-11"), Row("«11».11.2026", "2026-11-11"),
        Row("\"05\" 03 2027", "2027-03-05"),
        Row("11 11 2026", nil),
        Row("«11» 13 2026", nil),
    ]

    @Test(arguments: rows) func aDateIsReadAsLettersWriteIt(_ row: Row) {
        let text = NormalizedText(row.text)
        #expect(WrittenDate(text, at: 0, end: text.tokens.count).map { "\($0.date)" } == row.date)
    }
}
