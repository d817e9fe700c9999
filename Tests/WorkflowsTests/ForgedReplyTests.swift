// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import Office
import OfficeStore
import Testing
import Vault
import Workflows

/// Letters that must decide nothing, each in the shapes mail programs give a reply, through the real intake and register.
@Suite struct ForgedReplyTests {
    /// One way to be no decision.
    struct Attack: Sendable {
        let name: String
        let change: @Sendable (inout Reply) -> Void

        init(_ name: String, _ change: @escaping @Sendable (inout Reply) -> Void) {
            self.name = name
            self.change = change
        }

        static func proof(_ name: String, _ header: String) -> Attack { Attack(name) { $0.proof = header } }
        static func extra(_ name: String, _ header: String) -> Attack { Attack(name) { $0.extra = header } }
        static func text(_ name: String, _ text: String) -> Attack { Attack(name) { $0.text = text } }
    }

    private static let pass = "dmarc=pass header.from=city.example"

    static let attacks: [Attack] = [
        .proof("a forged sender without any result", ""),
        .proof("results of a server that is not ours", "Authentication-Results: mail.evil.example; \(pass)\n"),
        .proof(
            "our server's result below the trace of the delivery",
            "Received: from evil.example by mail.city.example with ESMTP id 1; Wed, 18 Nov 2026 10:00:00 +0000\nAuthentication-Results: mail.city.example; \(pass)\n"
        ),
        .proof(
            "a name that begins as our server's", "Authentication-Results: mail.city.example.evil.example; \(pass)\n"),
        .proof("a failed check", "Authentication-Results: mail.city.example; dmarc=fail header.from=city.example\n"),
        .proof(
            "a failed check beside a passed one",
            "Authentication-Results: mail.city.example; \(pass)\nAuthentication-Results: mail.city.example; dmarc=fail header.from=city.example\n"
        ),
        .proof("another domain proven", "Authentication-Results: mail.city.example; dmarc=pass header.from=evil.example\n"),
        .proof("the word pass in a comment", "Authentication-Results: mail.city.example (\(pass)); none\n"),
        .proof("the path alone proven", "Authentication-Results: mail.city.example; spf=pass smtp.mailfrom=city.example\n"),
        .proof(
            "a signature of a domain of one label", "Authentication-Results: mail.city.example; dkim=pass header.d=example\n"),
        .proof(
            "a colleague signed in to our server",
            "Authentication-Results: mail.city.example; auth=pass smtp.auth=kravets@city.example\n"),
        .proof(
            "an account without a domain", "Authentication-Results: mail.city.example; auth=pass smtp.auth=melnyk\n"),
        Attack("two From fields") { $0.extra = "From: melnyk@city.example\n" },
        Attack("two senders in one field") { $0.from = "melnyk@city.example, evil@evil.example" },
        Attack("a group as the sender") { $0.from = "x: melnyk@city.example;" },
        Attack("our address as the name of another") {
            $0.from = "\"melnyk@city.example\" <evil@evil.example>"
            $0.proof = "Authentication-Results: mail.city.example; dmarc=pass header.from=evil.example\n"
        },
        Attack("a token from a colleague's address") { $0.from = "kravets@city.example" },
        Attack("a token from the address of a later approver") { $0.from = "tkachuk@city.example" },
        Attack("a token from the signatory's address") { $0.from = "levchenko@city.example" },
        .extra("an answering machine", "Auto-Submitted: auto-replied\n"),
        .extra("another answering machine", "X-Autoreply: yes\n"),
        .extra("a mailing list", "List-Id: <all.city.example>\n"),
        .extra("mass mail", "Precedence: bulk\n"),
        .extra("a letter without a reverse-path", "Return-Path: <>\n"),
        Attack("control fields of the sender's own") {
            $0.extra = "X-Chancery-Decision: approve\nX-Approved: yes\n"
            $0.text = "Ще читаю."
        },
        .text("an absence notice without a sign", "Я у відпустці до 30.11. У моїй відсутності звертайтеся до Кравця П. С."),
        .text("an approval quoted below another answer", "Ще читаю.\n\n> Погоджую\n> Мельник А. І."),
        .text("an approval with a reservation", "Погоджую, але виправте дату."),
        .text("an approval in the second line only", "Треба уточнити суму.\nПогоджую"),
        .text("a question", "Погоджую?"),
        .text("two decisions", "Погоджую\nПовертаю"),
        .text("a return without a reason", "Повертаю"),
        .text("nothing new", ""),
        .text("a signature alone", "З повагою,\nМельник Андрій"),
        .text("a decision of another step", "Підписую"),
        .text("somebody else's grammar", "+1, LGTM"),
        Attack("a hidden approval") { $0.html = "<div style=\"display:none\">Погоджую</div><p>Потрібні правки до п. 2.</p>" },
        Attack("no token at all") {
            $0.quotes = false
            $0.keepsReferences = false
        },
    ]

    /// How the mail program writes a reply.
    static let shapes: [(name: String, change: @Sendable (inout Reply) -> Void)] = [
        ("quoted", { _ in }), ("not quoted", { $0.quotes = false }), ("without References", { $0.keepsReferences = false }),
        (
            "HTML only",
            { reply in reply.html = reply.html ?? "<p>\(reply.text.split(separator: "\n").joined(separator: "<br>"))</p>" }
        ),
        ("without In-Reply-To", { $0.keepsInReplyTo = false }), ("with a subject of its own", { $0.subject = "Погоджую" }),
        ("from a telephone", { $0.text += "\n\nНадіслано з iPhone" }),
        ("from an office suite", { $0.extra += "X-Mailer: Zimbra 9\nX-Originating-IP: [192.0.2.1]\n" }),
        ("with an important flag", { $0.extra += "Importance: high\n" }),
    ]

    /// A council in which the first approver has been asked.
    static func asked(signing: SigningMeans = .reply) async throws -> MailOffice {
        let office = try await MailOffice(staff: MailOffice.people(signing: signing))
        try await office.deliver(MailScenarioTests.order)
        try await office.reply("levchenko", "Шевченко до 10.12 підготувати відповідь")
        try await office.reply("shevchenko", "Проєкт відповіді:\n\nІнформацію надаємо.", file: ("vidpovid.pdf", "%PDF-1.4 one"))
        return office
    }

    @Test func noneOfThemDecidesAndTheGenuineOneDoes() async throws {
        let office = try await Self.asked()
        let request = try #require(office.last("melnyk"))
        let before = try #require(try await office.life())
        var built = 0
        for attack in Self.attacks {
            for shape in Self.shapes {
                var reply = Reply("melnyk", "Погоджую")
                attack.change(&reply)
                shape.change(&reply)
                office.mailbox.deliver(
                    reply.letter(to: request, messageID: office.nextMessageID()), at: office.now.withLock { $0 })
                built += 1
            }
            try await office.work()
            let decided = try await office.life()?.acts.count != before.acts.count
            #expect(!decided, "\(attack.name)")
            if decided { return }
        }
        #expect(built >= 300)
        #expect(try await !office.outcomes().dropFirst(2).contains("reply.decision"))
        try await office.deliver(Reply("melnyk", "Погоджую").letter(to: request, messageID: office.nextMessageID()))
        #expect(try await office.life()?.acts.count == before.acts.count + 1)
        #expect(try await office.store.verifyEvents() == nil)
    }

    @Test func aMisunderstoodReplyIsAskedAboutOnceAndThenUnderstood() async throws {
        let office = try await Self.asked()
        let request = try #require(office.last("melnyk"))
        for text in ["Цікавий лист", "Цікавий лист, ще раз"] {
            try await office.deliver(Reply("melnyk", text).letter(to: request, messageID: office.nextMessageID()))
        }
        let questions = office.letters(to: "melnyk").filter { $0.subject.contains("Уточніть") }
        #expect(questions.count == 1)
        #expect(try #require(questions.first).text.contains("Погоджую"), "the question says how a decision is written")
        try await office.reply("melnyk", "Погоджую")
        #expect(try await office.life()?.drafts.first?.turn == Seat(PersonID(rawValue: "hnatiuk")))
    }

    @Test func aReplyHandedInByItsOwnWriterIsProven() async throws {
        let office = try await Self.asked()
        var reply = Reply("melnyk", "Погоджую")
        reply.proof = "Authentication-Results: mail.city.example; auth=pass smtp.auth=melnyk@city.example\n"
        try await office.deliver(reply.letter(to: try #require(office.last("melnyk")), messageID: office.nextMessageID()))
        #expect(try await office.life()?.drafts.first?.turn == Seat(PersonID(rawValue: "hnatiuk")))
    }

    @Test func aTokenIsSpentOnce() async throws {
        let office = try await Self.asked()
        let request = try #require(office.last("melnyk"))
        try await office.deliver(Reply("melnyk", "Погоджую").letter(to: request, messageID: office.nextMessageID()))
        let decided = try #require(try await office.life())
        try await office.deliver(
            Reply("melnyk", "Повертаю: передумав").letter(to: request, messageID: office.nextMessageID()))
        #expect(try await office.life()?.acts == decided.acts)
        #expect(try #require(office.last("melnyk")).text.contains("уже відповіли"))
    }

    @Test func aTokenOfAnEarlierVersionDecidesNothing() async throws {
        let office = try await Self.asked()
        let old = try #require(office.last("melnyk"))
        try await office.reply("melnyk", "Повертаю: додайте кошторис")
        try await office.reply("shevchenko", "Проєкт відповіді:\n\nДодано кошторис.")
        let present = try #require(try await office.life())
        try await office.deliver(Reply("melnyk", "Погоджую").letter(to: old, messageID: office.nextMessageID()))
        #expect(try await office.life()?.acts == present.acts)
        try await office.deliver(
            Reply("melnyk", "Погоджую").letter(
                to: try #require(office.letters(to: "melnyk").last { $0.subject.contains("На погодження") }),
                messageID: office.nextMessageID()))
        #expect(try await office.life()?.acts.count == present.acts.count + 1)
    }

    @Test func aLaterApproverWithAnothersRequestHearsWhoseTurnItIs() async throws {
        let office = try await Self.asked()
        let request = try #require(office.last("melnyk"))
        let before = try #require(try await office.life())
        try await office.deliver(Reply("tkachuk", "Погоджую").letter(to: request, messageID: office.nextMessageID()))
        #expect(try await office.life()?.acts == before.acts)
        #expect(try #require(office.last("tkachuk")).text.contains("Мельник А. І."))
        // Somebody outside the route is told nothing about who decides.
        try await office.deliver(Reply("kravets", "Погоджую").letter(to: request, messageID: office.nextMessageID()))
        #expect(try #require(office.last("kravets")).text.contains("Мельник") == false)
    }

    @Test func theAuthorTakesADraftBackWithAnotherVersionAndNobodyElseDoes() async throws {
        let office = try await Self.asked()
        let request = try #require(office.last("melnyk"))
        let mine = try #require(office.last("shevchenko"))
        var foreign = Reply("melnyk", "Проєкт відповіді:\n\nІнакше.")
        foreign.file = ("inakshe.pdf", "%PDF-1.4 two")
        try await office.deliver(foreign.letter(to: request, messageID: office.nextMessageID()))
        #expect(try await office.life()?.drafts.first?.versions.count == 1)
        try await office.deliver(
            Reply("shevchenko", "Проєкт відповіді:\n\nУточнено.").letter(to: mine, messageID: office.nextMessageID()))
        let draft = try #require(try await office.life()?.drafts.first)
        #expect(draft.versions.count == 2 && draft.stage == .onApproval)
        #expect(draft.turn == Seat(PersonID(rawValue: "melnyk")))
        #expect(try #require(office.last("melnyk")).text.contains("Уточнено."))
    }

    @Test func aTokenDecidesNothingAfterSevenDays() async throws {
        let office = try await Self.asked()
        let request = try #require(office.last("melnyk"))
        let before = try #require(try await office.life())
        office.now.withLock { $0 += 8 * 86_400 }
        try await office.deliver(Reply("melnyk", "Погоджую").letter(to: request, messageID: office.nextMessageID()))
        #expect(try await office.life()?.acts == before.acts)
        #expect(try #require(office.last("melnyk")).text.contains("Відповісти листом можна було до"))
    }

    @Test func whereTheRouteSaysDeskASignatureByReplyIsRefused() async throws {
        let office = try await Self.asked(signing: .desk)
        for person in ["melnyk", "hnatiuk", "tkachuk"] { try await office.reply(person, "Погоджую") }
        let request = try #require(office.last("levchenko"))
        #expect(request.text.contains("листом його можна лише повернути"))
        try await office.reply("levchenko", "Підписую")
        #expect(try await office.life()?.drafts.first?.stage == .onSigning)
    }

    @Test func aTokenIsNeitherInTheRegisterNorInTheVault() async throws {
        let office = try await Self.asked()
        let token = try #require(office.last("melnyk")?.token)
        for row in try await office.store.outbox(state: nil, limit: 100) {
            #expect(!row.messageID.contains(token) && !row.parameters.values.contains { $0.contains(token) })
        }
        var kept = 0
        try office.vault.forEachDigest { digest in
            let text = String(decoding: try office.vault.octets(of: digest), as: UTF8.self)
            // What people wrote back quotes it; what we keep of our own letters does not.
            if text.contains("X-Chancery-Instance"), !text.contains("In-Reply-To: <reply") {
                kept += text.contains(token) ? 1 : 0
            }
        }
        #expect(kept == 0)
    }

    @Test func aMachineThatAnswersEverythingGetsTwoLetters() async throws {
        let office = try await Self.asked()
        let before = office.letters(to: "melnyk").count
        for _ in 0..<10 {
            guard let latest = office.last("melnyk") else { break }
            try await office.deliver(
                Reply("melnyk", "Ваш лист передано відповідальній особі.").letter(to: latest, messageID: office.nextMessageID()))
        }
        #expect(office.letters(to: "melnyk").count - before <= 2)
    }

    @Test(arguments: ["store.file", "store.perform", "store.settle"])
    func aReplyCutBeforeAnyStepDecidesOnce(_ step: String) async throws {
        let office = try await Self.asked()
        let before = try #require(try await office.life())
        let request = try #require(office.last("melnyk"))
        let confirmations = office.letters(to: "melnyk").count
        office.cut.cut(before: step)
        await #expect(throws: InjectedFault.self) {
            try await office.deliver(Reply("melnyk", "Погоджую").letter(to: request, messageID: office.nextMessageID()))
        }
        try await office.work()
        #expect(try await office.life()?.acts.count == before.acts.count + 1)
        #expect(office.letters(to: "melnyk").count == confirmations + 1)
        #expect(try await office.outcomes().last == "reply.decision")
        #expect(try await office.store.dueAnswers(limit: 10).isEmpty)
    }
}
