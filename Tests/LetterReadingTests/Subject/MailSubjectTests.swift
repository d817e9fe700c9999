// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import LetterReading

struct MailSubjectTests {
    struct Row: CustomStringConvertible, Sendable {
        let field: String
        let text: String
        var isAnswer = false
        var isAutomatic = false
        var description: String { field }
    }

    static let rows = [
        Row(field: "Про нараду", text: "Про нараду"), Row(field: "Re: Про нараду", text: "Про нараду", isAnswer: true),
        Row(field: "RE: Fwd: FW: Про нараду", text: "Про нараду", isAnswer: true),
        Row(field: "[External] Про нараду", text: "Про нараду"), Row(field: "***SPAM*** Про нараду", text: "Про нараду"),
        Row(field: "Відповідь на лист № 5", text: "Відповідь на лист № 5", isAnswer: true),
        Row(field: "Автоматична відповідь: Лист", text: "Лист", isAutomatic: true), Row(field: "Увага: ремонт", text: "ремонт"),
        Row(field: "Нарада: ремонт", text: "Нарада: ремонт"), Row(field: "", text: ""), Row(field: "::::", text: ""),
        Row(field: "НА КОНТРОЛІ! Про план", text: "НА КОНТРОЛІ! Про план"),
    ]

    @Test(arguments: rows) func whatProgramsPutBeforeASubjectIsLeftOut(_ row: Row) {
        let subject = MailSubject(row.field)
        #expect(subject.text == row.text)
        #expect(subject.isAnswer == row.isAnswer)
        #expect(subject.isAutomatic == row.isAutomatic)
        #expect(String(decoding: Array(row.field.utf8)[subject.range], as: UTF8.self).hasPrefix(row.text))
    }
}
