// SPDX-License-Identifier: Apache-2.0
import ReplyReading
import Testing

@Suite struct DraftReplyTests {
    @Test func aMarkMakesTheTextADraft() {
        let text =
            "Проєкт відповіді:\n\nШановний Іване Івановичу!\n\nНа Ваш лист повідомляємо, що дорогу відремонтовано.\n\nЗ повагою,\nОлена Шевченко"
        #expect(
            Staff.read(text, Staff.task)
                == .decision(.draft(text: "Шановний Іване Івановичу!\n\nНа Ваш лист повідомляємо, що дорогу відремонтовано.")))
    }

    @Test func filesMakeADraftOfAnyText() {
        let letter = "Доброго дня! Готово, у вкладенні.\n\n25.11.2026 09:15, Виконком <r@x.example> пише:\n> Завдання\n"
        #expect(Staff.read(letter, Staff.task, files: 1) == .decision(.draft(text: "Доброго дня! Готово, у вкладенні.")))
        #expect(Staff.isQuestion(Staff.read(letter, Staff.task)))
        #expect(Staff.read("", Staff.task, files: 1) == .decision(.draft(text: "")))
    }

    @Test func filesChangeNoDecision() {
        #expect(Staff.read("Прийнято", Staff.task, files: 1) == .decision(.accept))
        #expect(Staff.isQuestion(Staff.read("Погоджую із правками у файлі", Staff.approval, files: 1)))
    }

    @Test func aDraftOfNothingIsAskedAbout() {
        #expect(Staff.read("Проєкт відповіді:", Staff.task) == .question(.empty, remark: "Проєкт відповіді:"))
    }
}
