// SPDX-License-Identifier: Apache-2.0
import Foundation
import InternetMessage
import Office
import OfficeCalendar
import OfficeStore
import Testing
import Workflows

/// The reference scenario and the citizen's, by mail alone.
@Suite struct MailScenarioTests {
    static let order = """
        From: =?utf-8?B?0J7QktCQ?= <kanc@oda.example>
        To: <\(MailOffice.address)>
        Subject: =?utf-8?B?0J/RgNC+INC/0ZbQtNCz0L7RgtC+0LLQutGDINC00L4g0LfQuNC80Lg=?=
        Date: Wed, 18 Nov 2026 08:00:00 +0200
        Message-ID: <order-1@oda.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=x

        --x
        Content-Type: text/plain; charset=utf-8

        № 01-15/234 від 17.11.2026

        Просимо до 15 грудня 2026 року надати інформацію про підготовку до зими.
        --x
        Content-Type: text/plain; name="dodatok.txt"
        Content-Disposition: attachment; filename="dodatok.txt"

        Додаток до листа.
        --x--

        """

    @Test func anOrderGoesFromTheLetterToControlByMailAlone() async throws {
        let office = try await MailOffice()
        try await office.deliver(Self.order)
        let request = try #require(office.last("levchenko"))
        #expect(request.fileNames == ["dodatok.txt"])
        #expect(request.text.contains("15 грудня 2026 року"))
        #expect(request.text.contains("Як обчислено: ") && request.text.contains("15.12.2026"), "\(request.text)")
        #expect(request.token != nil)
        try await office.reply("levchenko", "Шевченко до 10.12 підготувати відповідь")
        #expect(try await office.outcomes() == ["reply.decision"])
        let assignment = try #require(office.last("shevchenko"))
        #expect(assignment.fileNames == ["dodatok.txt"])
        #expect(assignment.text.contains("10 грудня 2026 року"))
        #expect(assignment.text.contains("Як обчислено: Цей день установлено резолюцією"), "\(assignment.text)")
        #expect(office.letters(to: "kanc@oda.example").contains { $0.text.contains("+380 53 480 11 23") })

        try await office.reply("shevchenko", "Прийнято")
        try await office.reply("shevchenko", "Проєкт відповіді:\n\nІнформацію надаємо.", file: ("vidpovid.pdf", "%PDF-1.4 one"))
        let first = try #require(office.last("melnyk"))
        #expect(first.fileNames == ["vidpovid.pdf"])
        #expect(office.last("hnatiuk") == nil, "the next approver sees nothing before")

        try await office.reply("melnyk", "Погоджую")
        try await office.reply("hnatiuk", "Повертаю: немає підпису начальника")
        #expect(try #require(office.last("shevchenko")).text.contains("немає підпису начальника"))
        try await office.reply(
            "shevchenko", "Проєкт відповіді:\n\nІнформацію надаємо, підпис додано.", file: ("vidpovid.pdf", "%PDF-1.4 two"))
        for person in ["melnyk", "hnatiuk", "tkachuk"] { try await office.reply(person, "Погоджую") }
        try await office.reply("levchenko", "Підписую")
        try await office.reply("bondar", "Надіслати")

        let letters = office.letters(to: "kanc@oda.example")
        #expect(letters.last?.fileNames == ["vidpovid.pdf"])
        #expect(letters.last?.text.contains("підпис додано") == true)
        #expect(letters.last?.autoSubmitted == nil)
        let life = try #require(try await office.life())
        #expect(life.stage == .controlCheck)
        #expect(life.drafts.first?.stage == .dispatched)
        #expect(life.acts.contains { if case .delivered = $0.deed { true } else { false } }, "the verdict is on the card")
        #expect(try #require(office.last("savchuk")).subject.contains("Перевірити виконання"))
        #expect(try await office.outcomes().allSatisfy { $0 == "reply.decision" })
        #expect(try await office.store.verifyEvents() == nil)
    }

    @Test func aCitizenHearsWhoAnswersForTheMatterAndWhereToCall() async throws {
        let office = try await MailOffice()
        try await office.deliver(
            """
            From: Коваль Ганна <koval@mail.example>
            To: <\(MailOffice.address)>
            Subject: roof
            Date: Wed, 18 Nov 2026 08:00:00 +0200
            Message-ID: <citizen-1@mail.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Прошу відремонтувати дах будинку на вул. Садовій, 5.
            """)
        try await office.reply("levchenko", "Шевченко підготувати відповідь")
        let told = office.letters(to: "koval@mail.example")
        #expect(told.filter { $0.text.contains("Шевченко Олена Петрівна") }.count == 1)
        let notice = try #require(told.last)
        #expect(notice.text.contains("+380 53 480 11 23"))
        #expect(notice.text.contains("Управління житлово-комунального господарства"))
        // Passed on: once more, with the new owner.
        try await office.reply("shevchenko", "Кравець підготувати проєкт")
        #expect(office.letters(to: "koval@mail.example").filter { $0.text.contains("Кравець Павло Сергійович") }.count == 1)
    }

    @Test func moreTimeIsAskedForAndGrantedByReplyAndTheApplicantHearsIt() async throws {
        let office = try await MailOffice()
        try await office.deliver(Self.order)
        try await office.reply("levchenko", "Шевченко до 10.12 підготувати відповідь")
        try await office.reply("shevchenko", "Прошу продовжити строк до 14.12: очікуємо дані підприємств")
        let wish = try #require(office.last("levchenko"))
        #expect(wish.text.contains("14 грудня 2026 року"))
        #expect(wish.text.contains("очікуємо дані підприємств"))
        try await office.reply("levchenko", "Погоджую")
        #expect(try await office.life()?.due?.description == "2026-12-14")
        #expect(office.letters(to: "kanc@oda.example").last?.subject.contains("Строк розгляду продовжено") == true)
    }

    @Test func aSubstituteIsAskedInTheSteadOfWhoIsAwayAndDecidesInTheirName() async throws {
        let day = try #require(CivilDate("2026-11-18"))
        let away = Substitute(
            absent: PersonID(rawValue: "melnyk"), acting: PersonID(rawValue: "kravets"),
            days: day.adding(days: -30)...day.adding(days: 30),
            basis: "розпорядження № 57-к")
        let office = try await MailOffice(staff: MailOffice.people(substitutes: [away]))
        try await office.deliver(Self.order)
        try await office.reply("levchenko", "Шевченко до 10.12 підготувати відповідь")
        try await office.reply("shevchenko", "Проєкт відповіді:\n\nІнформацію надаємо.")
        #expect(office.last("melnyk") == nil)
        #expect(try #require(office.last("kravets")).subject.contains("На погодження"))
        try await office.reply("kravets", "Погоджую")
        #expect(try #require(office.last("kravets")).text.contains("за Мельника А. І. (розпорядження № 57-к)"))
        #expect(try await office.life()?.drafts.first?.turn == Seat(PersonID(rawValue: "hnatiuk")))
    }

    @Test func aNoticeThatIsRefusedBecomesARequestToCallOnce() async throws {
        let office = try await MailOffice()
        office.outgoing.behave(.refuses, for: "kanc@oda.example")
        try await office.deliver(Self.order)
        try await office.work()
        let calls = office.letters(to: "bondar").filter { $0.subject.contains("Потрібно зателефонувати") }
        #expect(calls.count == 1)
        #expect(try #require(calls.first).text.contains("kanc@oda.example"))
        let history = try await office.store.events(of: CardID(rawValue: 1)).map(\.verb)
        #expect(history.filter { $0 == "card.callRequested" }.count == 1)
    }

    @Test func everybodyWithSomethingToDoGetsOneDigestAMorning() async throws {
        let office = try await MailOffice()
        try await office.deliver(Self.order)
        try await office.reply("levchenko", "Шевченко до 10.12 підготувати відповідь")
        try await office.reply("shevchenko", "Проєкт відповіді:\n\nІнформацію надаємо.")
        office.digestHour = 0
        office.now.withLock { $0 += 16 * 86_400 }
        try await office.work()
        try await office.work()
        let digests = office.letters(to: "shevchenko").filter { $0.subject.contains("Ваші документи") }
        #expect(digests.count == 1)
        #expect(try #require(digests.first).text.contains("НЕЗАБАРОМ") || digests[0].text.contains("ПРОСТРОЧЕНО"))
        #expect(try #require(office.last("melnyk")).text.contains("ЧЕКАЄ ВАШОГО РІШЕННЯ"))
        #expect(office.letters(to: "kravets").isEmpty)
    }

    @Test func theProcessOwnerIsRemindedOnceForEachHourThatHasCome() async throws {
        let office = try await MailOffice()
        try await office.deliver(Self.order)
        try await office.reply("levchenko", "Шевченко до 10.12 підготувати відповідь")
        // 3 December 2026 is five working days before the term.
        for (day, count) in [("2026-12-02", 0), ("2026-12-03", 1), ("2026-12-07", 2), ("2026-12-09", 3), ("2026-12-10", 4)] {
            let date = try #require(CivilDate(day))
            office.now.withLock { $0 = Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400 + 11 * 3_600) }
            try await office.work()
            let reminders = office.letters(to: "shevchenko").filter { $0.subject.hasPrefix("Строк виконання") }
            #expect(reminders.count == count, "\(day)")
        }
    }
}
