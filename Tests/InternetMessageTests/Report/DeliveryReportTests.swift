// SPDX-License-Identifier: Apache-2.0
import InternetMessage
import Testing

private func report(_ text: String) -> DeliveryReport? {
    let octets = Array(text.utf8)
    return DeliveryReport(ParsedMessage(octets.span), in: octets.span)
}

private func statusLetter(_ fields: String, from: String = "MAILER-DAEMON@mx.example.ua") -> String {
    """
    Return-Path: <>
    From: Mail Delivery System <\(from)>
    To: rada@example.gov.ua
    Subject: Undelivered Mail Returned to Sender
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary=b

    --b
    Content-Type: text/plain

    Your letter could not be delivered.
    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example.ua
    Original-Envelope-Id: card-17+2B3

    \(fields)

    --b
    Content-Type: text/rfc822-headers

    From: rada@example.gov.ua
    Message-ID:
     <17.3@rada.example.gov.ua>

    --b--
    """
}

private func wordedLetter(from: String, subject: String, path: String = "<>", _ body: String) -> String {
    "Return-Path: \(path)\nFrom: \(from)\nTo: rada@example.gov.ua\nSubject: \(subject)\n"
        + "Content-Type: text/plain; charset=utf-8\n\n\(body)\n"
}

struct DeliveryReportTests {
    struct FieldRow: CustomTestStringConvertible {
        let name: String
        let fields: String
        let address: String
        var original: String?
        var action = DeliveryReport.Action.failed
        var status = ""
        var diagnostic = ""
        var testDescription: String { name }
    }

    static let fieldRows: [FieldRow] = [
        FieldRow(
            name: "everything stated",
            fields: """
                Final-Recipient: rfc822; ivan@example.ua
                Original-Recipient: rfc822; petro@example.ua
                Action: failed
                Status: 5.1.1 (unknown)
                Diagnostic-Code: smtp; 550 5.1.1 <ivan@example.ua>:
                    no such user
                """,
            address: "ivan@example.ua", original: "petro@example.ua", status: "5.1.1",
            diagnostic: "550 5.1.1 <ivan@example.ua>: no such user"),
        FieldRow(
            name: "no action, class 4", fields: "Final-Recipient: rfc822; a@b.ua\nStatus: 4.2.2", address: "a@b.ua",
            action: .delayed, status: "4.2.2"),
        FieldRow(
            name: "no action, class 2", fields: "Final-Recipient: rfc822; a@b.ua\nStatus: 2.0.0", address: "a@b.ua",
            action: .delivered, status: "2.0.0"),
        FieldRow(
            name: "relayed", fields: "Final-Recipient: rfc822; a@b.ua\nAction: Relayed\nStatus: 2.0.0", address: "a@b.ua",
            action: .relayed, status: "2.0.0"),
        FieldRow(
            name: "an invented action", fields: "Final-Recipient: rfc822; a@b.ua\nAction: expired\nStatus: 4.4.7",
            address: "a@b.ua", status: "4.4.7"),
        FieldRow(
            name: "status in the diagnostic code only",
            fields: "Final-Recipient: rfc822; a@b.ua\nAction: failed\nStatus: RO\nDiagnostic-Code: smtp; 552 5.2.2 full",
            address: "a@b.ua", status: "5.2.2", diagnostic: "552 5.2.2 full"),
        FieldRow(
            name: "an empty line inside", fields: "Final-Recipient: rfc822; a@b.ua\n\nAction: delayed\nStatus: 4.4.1",
            address: "a@b.ua", action: .delayed, status: "4.4.1"),
        FieldRow(
            name: "a source route", fields: "Final-Recipient: rfc822;@relay.example.net:a@b.ua\nAction: failed", address: "a@b.ua"
        ),
        FieldRow(name: "brackets and no type", fields: "Final-Recipient: <a@b.ua>\nAction: failed", address: "a@b.ua"),
        FieldRow(
            name: "xtext left in", fields: "Final-Recipient: rfc822; a+2Btag+3D1@b.ua\nAction: failed", address: "a+tag=1@b.ua"),
        FieldRow(
            name: "a subaddress that looks like xtext", fields: "Final-Recipient: rfc822; a+20@b.ua\nAction: failed",
            address: "a+20@b.ua"),
        FieldRow(
            name: "an international address in ASCII",
            fields: #"Final-Recipient: utf-8; \x{456}\x{432}\x{430}\x{43D}@b.ua"# + "\nAction: failed", address: "іван@b.ua"),
        FieldRow(
            name: "an international address as it is", fields: "Final-Recipient: utf-8; іван@пошта.укр\nAction: failed",
            address: "іван@пошта.укр"),
        FieldRow(
            name: "a program, and the address it stands for",
            fields: "Original-Recipient: rfc822; a@b.ua\nFinal-Recipient: X-Unix; |/usr/bin/filter\nAction: failed",
            address: "a@b.ua", original: "a@b.ua"),
    ]

    @Test("Fields of a delivery status are read", arguments: fieldRows)
    func fields(row: FieldRow) throws {
        let found = try #require(report(statusLetter(row.fields)))
        let expected = DeliveryReport.Recipient(
            address: row.address, originalAddress: row.original, action: row.action, status: row.status,
            diagnostic: row.diagnostic)
        #expect(found.kind == .deliveryStatus)
        #expect(found.recipients == [expected])
        #expect(found.originalMessageID == "17.3@rada.example.gov.ua")
        #expect(found.envelopeIdentifier == "card-17+3")
        #expect(found.reportingMTA == "mx.example.ua")
    }

    @Test("Recipients are told apart, each once, and no more than the limit are kept")
    func manyRecipients() throws {
        let groups = (0..<450).map { "Final-Recipient: rfc822; u\($0 / 2)@b.ua\nAction: failed\nStatus: 5.1.1" }
        let found = try #require(report(statusLetter(groups.joined(separator: "\n\n"))))
        #expect(found.recipients.count <= DeliveryReport.maximumRecipients)
        #expect(found.recipients.first?.address == "u0@b.ua")
        #expect(Set(found.recipients.map(\.address)).count == found.recipients.count)
        let few = (0..<40).map { "Final-Recipient: rfc822; u\($0)@b.ua\nAction: failed" }
        #expect(report(statusLetter(few.joined(separator: "\n")))?.recipients.count == 40)
    }

    @Test("A report without a single recipient is still a report")
    func noRecipient() {
        #expect(report(statusLetter("Arrival-Date: yesterday"))?.recipients == [])
    }

    @Test("A read receipt says whose it is and what was done")
    func readReceipt() throws {
        let found = try #require(
            report(
                """
                From: Олена <olena@example.ua>
                Subject: Прочитано: Відповідь на звернення
                Content-Type: multipart/report; report-type="disposition-notification"; boundary="b"

                --b
                Content-Type: text/plain

                Read.
                --b
                Content-Type: message/disposition-notification

                Reporting-UA: mail.example.ua; Program 1.0
                Original-Recipient: rfc822;office@example.ua
                Final-Recipient: rfc822;olena@example.ua
                Original-Message-ID: <17@rada.example.gov.ua>
                Disposition: manual-action/MDN-sent-manually; Displayed

                --b--
                """))
        #expect(found.kind == .disposition)
        #expect(found.disposition == "displayed")
        #expect(found.originalMessageID == "17@rada.example.gov.ua")
        #expect(found.recipients.map(\.address) == ["olena@example.ua"])
        #expect(found.recipients.map(\.originalAddress) == ["office@example.ua"])
        #expect(found.recipients.map(\.action) == [.delivered])
    }

    @Test("A bounce in Ukrainian words is read")
    func ukrainianWords() throws {
        let found = try #require(
            report(
                wordedLetter(
                    from: "postmaster@ukr.example", subject: "Недоставлене повідомлення",
                    "Ваш лист не вдалося доставити одержувачу:\n\n  <ivan@example.ua>\n\nПричина: 550 5.2.2 Скриньку переповнено.\n"
                )))
        #expect(found.kind == .unstructured)
        #expect(found.recipients.map(\.address) == ["ivan@example.ua"])
        #expect(found.recipients.map(\.status) == ["5.2.2"])
        #expect(found.originalMessageID == nil)
    }

    @Test("A bounce as HTML alone is read")
    func wordsInHTML() throws {
        let letter = wordedLetter(
            from: "MAILER-DAEMON@mx.example.ua", subject: "Undeliverable: Відповідь",
            "<html><body><p>Delivery has failed to these recipients or groups:</p><p>&lt;ivan@example.ua&gt;</p>"
                + "<p>550 5.1.10 not found</p></body></html>"
        ).replacing("text/plain", with: "text/html")
        let found = try #require(report(letter))
        #expect(found.recipients.map(\.address) == ["ivan@example.ua"])
        #expect(found.recipients.map(\.status) == ["5.1.10"])
    }

    @Test("An expired or delayed letter in words is told from a refused one")
    func delayInWords() {
        let body = "This is the mail system at host mx.\n\nYour message has been delayed.\n\n<ivan@example.ua>: 450 4.2.0 later\n"
        let letter = wordedLetter(from: "MAILER-DAEMON@mx.example.ua", subject: "Delayed Mail", body)
        #expect(report(letter)?.recipients.map(\.action) == [.delayed])
    }

    struct LetterRow: CustomTestStringConvertible {
        let name: String
        let letter: String
        var testDescription: String { name }
    }

    static let letterRows: [LetterRow] = [
        LetterRow(
            name: "a citizen writes that his letter came back",
            letter: wordedLetter(
                from: "Іван <ivan@example.ua>", subject: "Mail delivery failed", path: "<ivan@example.ua>",
                "Мій лист на olena@example.gov.ua повернувся: 550 5.1.1 User unknown.\nThis message was created automatically by "
                    + "mail delivery software.\n")),
        LetterRow(
            name: "the same without a path",
            letter:
                "From: ivan@example.ua\nSubject: failure notice\n\nHi. This is the qmail-send program at mx.\n<a@b.ua>:\n550 no\n"
        ),
        LetterRow(
            name: "a postmaster of another council answers",
            letter: wordedLetter(
                from: "Postmaster <postmaster@other.gov.ua>", subject: "Re: Undelivered Mail Returned to Sender",
                path: "<postmaster@other.gov.ua>",
                "Доброго дня. Адресу виправлено.\n\n> <ivan@other.gov.ua>: 550 5.1.1 User unknown\n> I'm sorry to have to inform you that\n"
            )),
        LetterRow(
            name: "a postmaster writes of his own accord",
            letter: wordedLetter(
                from: "postmaster@other.gov.ua", subject: "Зміна адреси", path: "<postmaster@other.gov.ua>",
                "Пишіть на нову адресу:\nrada@other.gov.ua\n")),
        LetterRow(
            name: "a shop's parcel that could not be delivered",
            letter: wordedLetter(
                from: "Пошта <info@post.example>", subject: "Ваше відправлення", "Посилку не вдалося доставити. Тел. 0 800 500.\n"
            )),
        LetterRow(
            name: "an absence notice with a null path",
            letter: wordedLetter(
                from: "Олена <olena@example.ua>", subject: "Автовідповідь: Відповідь",
                "Я у відпустці. Пишіть моїй колезі:\nmaria@example.ua\n")),
        LetterRow(
            name: "a forward with the status part as an attachment",
            letter: """
                Return-Path: <ivan@example.ua>
                From: Іван <ivan@example.ua>
                Subject: Fwd: Undelivered Mail Returned to Sender
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                Що це означає?
                --b
                Content-Type: message/delivery-status; name="details.txt"
                Content-Disposition: attachment

                Reporting-MTA: dns; mx.example.ua

                Final-Recipient: rfc822; rada@example.gov.ua
                Action: failed
                Status: 5.1.1
                --b--
                """),
    ]

    @Test("Letters of people are no reports, whatever they say", arguments: letterRows)
    func lettersOfPeople(row: LetterRow) {
        #expect(report(row.letter) == nil)
    }
}
