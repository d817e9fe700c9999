// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TestServers

/// Outgoing letters through a real Postfix.
@Suite(
    .serialized,
    .enabled(if: TrialRun.obstacle == nil && Postfix.obstacle == nil, "the built program, Postfix and root are needed"))
struct SubmissionTests {
    @Test("An acknowledgement arrives: readable Ukrainian with number and date, marked as automatic, with an empty return path")
    func acknowledgement() throws {
        let postfix = try Postfix.start()
        let office = try TrialOffice.opened(submittingTo: postfix.port)
        try office.deliver(TrialOffice.letter())
        try office.deliver(
            TrialOffice.letter(
                from: "Anna Lake <anna.lake@mail.example>", subject: "Water meter readings", id: "two@mail.example",
                text: "Dear council, please find the readings of my water meter for November below."))
        let pass = try office.pass()
        #expect(pass.status == 0, "\(pass.errors)")
        #expect(pass.output.contains("outbox: 2 sent"))
        let letters = try postfix.waitForLetters(2).map(ReadByPython.init)
        let (day, month) = Self.today
        let ukrainian = try #require(letters.first { $0.fields["Delivered-To"] == "h.tkach@lyst.example" })
        #expect(ukrainian.fields["Subject"] == "Ваш лист зареєстровано за № 1/01-10 від \(day) \(month.ukrainian) року")
        #expect(ukrainian.text.contains("зареєстровано \(day) \(month.ukrainian) року за № 1/01-10"))
        #expect(ukrainian.text.contains("Тема листа: «\(try office.summary(of: TrialOffice.letter()))»"))
        #expect(ukrainian.fields["From"] == "Виконавчий комітет Новоозерської міської ради <rada@city.example>")
        #expect(ukrainian.fields["Auto-Submitted"] == "auto-replied")
        #expect(ukrainian.fields["Return-Path"] == "<>")
        #expect(ukrainian.fields["In-Reply-To"] == "<one@lyst.example>")
        #expect(ukrainian.defects.isEmpty)
        let english = try #require(letters.first { $0.fields["Delivered-To"] == "anna.lake@mail.example" })
        #expect(english.fields["Subject"] == "Your letter is registered under No. 2/01-10 of \(day) \(month.english)")
        #expect(try office.outgoing().map(\.state) == ["sent", "sent"])
    }

    @Test("A recipient refused with 550 is shown as failed, and `queue retry` sends the letter once he is accepted")
    func refusedRecipient() throws {
        let postfix = try Postfix.start()
        postfix.refuse("h.tkach@lyst.example")
        let office = try TrialOffice.opened(submittingTo: postfix.port)
        try office.deliver(TrialOffice.letter())
        let pass = try office.pass()
        #expect(pass.status == 0 && pass.output.contains("1 failed"), "\(pass)")
        let failed = try office.run("queue", "list", "--state", "failed")
        #expect(failed.output.contains("h.tkach@lyst.example") && failed.output.contains("5.1.1 <h.tkach"), "\(failed.output)")
        #expect(try office.run("status").output.contains("1 failed"))
        #expect(try office.run("queue", "show", "1").output.contains("failed  550 "))
        #expect(try office.pass().output.contains("outbox: 0 sent"))

        postfix.accept("h.tkach@lyst.example")
        let retried = try office.run("queue", "retry", "1", "--as", "bondar")
        #expect(retried.status == 0, "\(retried)")
        #expect(try office.pass().output.contains("outbox: 1 sent"))
        #expect(try postfix.waitForLetters(1).count == 1)
        #expect(try office.outgoing().map(\.state) == ["sent"])
    }

    @Test("A recipient put off with 450 waits with a later time, and a later pass delivers")
    func deferredRecipient() throws {
        let postfix = try Postfix.start()
        postfix.defer("h.tkach@lyst.example")
        let office = try TrialOffice.opened(submittingTo: postfix.port)
        try office.deliver(TrialOffice.letter())
        try office.deliver(TrialOffice.letter(from: "<other@lyst.example>", id: "two@lyst.example"))
        let pass = try office.pass()
        #expect(pass.status == 0 && pass.output.contains("1 sent, 1 put off"), "\(pass)")
        let waiting = try #require(try office.outgoing().first)
        #expect(waiting.state == "queued" && waiting.attempts == 1 && waiting.nextAttemptAt > waiting.createdAt)
        #expect(waiting.enhancedStatus == "4.2.1" && waiting.lastReply?.contains("Come back later") == true)
        // Not due yet: nothing goes out before its time.
        postfix.accept("h.tkach@lyst.example")
        #expect(try office.pass().output.contains("outbox: 0 sent"))
        #expect(try office.run("queue", "retry", "1", "--as", "bondar").status == 0)
        #expect(try office.pass().output.contains("outbox: 1 sent"))
        #expect(try postfix.waitForLetters(2).count == 2)
    }

    @Test("Delivery reports of Postfix are matched to the refusal they speak of: it fails, and the card's history says so")
    func deliveryReport() throws {
        let postfix = try Postfix.start()
        try Self.bounceAllButOurs(in: postfix)
        let office = try TrialOffice.opened(submittingTo: postfix.port)
        let reviewed = try String(contentsOfFile: "\(office.folder.path)/staff.yaml", encoding: .utf8)
            .replacing("registration: automatic", with: "registration: reviewed")
        try office.folder.write(reviewed, to: "staff.yaml")
        try office.deliver(TrialOffice.letter())
        #expect(try office.run("intake", "--once", "--no-dispatch").status == 0)
        #expect(try office.cards().map(\.state) == ["preReview"])
        #expect(try office.run("queue", "drop", "1", "--as", "bondar", "--reason", "refused instead").status == 0)
        let refused = try office.run(
            "card", "refuse", "1", "--ground", "notSigned", "--explanation", "Додайте підпис.", "--as", "bondar")
        #expect(refused.status == 0, "\(refused)")
        #expect(try office.pass().output.contains("outbox: 1 sent"))

        let report = try #require(try postfix.waitForLetters(1).first)
        try office.deliver(report)
        let pass = try office.pass()
        #expect(pass.output.contains("1 bounce"), "\(pass)")
        let row = try #require(try office.outgoing().last)
        #expect(row.kind == "refused" && row.state == "failed", "\(row)")
        let shown = try office.run("queue", "show", "\(row.id)").output
        #expect(shown.contains("5.1.1") && shown.contains("h.tkach@lyst.example"), "\(shown)")
        #expect(try office.history(of: 1).contains("notice.bounced"))
        #expect(try office.cards().count == 1)
    }

    /// Makes Postfix take letters for anybody and then find that only the office has a mailbox.
    private static func bounceAllButOurs(in postfix: Postfix) throws {
        let file = "\(postfix.folder.path)/etc/master.cf"
        let services = try String(contentsOfFile: file, encoding: .utf8)
        let known = "-o { virtual_mailbox_maps = inline:{ { \(TrialOffice.address) = inbox/ } } }"
        try postfix.folder.write(services.replacing("- - virtual\n", with: "- - virtual\n  \(known)\n"), to: "etc/master.cf")
        try ServerProcess.run("/usr/sbin/postfix", ["-c", "\(postfix.folder.path)/etc", "reload"])
    }

    /// Today in Kyiv as the letters write it.
    private static var today: (day: Int, month: (ukrainian: String, english: String)) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Kyiv") ?? .gmt
        let parts = calendar.dateComponents([.day, .month, .year], from: Date())
        let ukrainian = [
            "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада",
            "грудня",
        ]
        let english = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
            "December",
        ]
        let (month, year) = ((parts.month ?? 1) - 1, parts.year ?? 0)
        return (parts.day ?? 0, ("\(ukrainian[month]) \(year)", "\(english[month]) \(year)"))
    }
}
