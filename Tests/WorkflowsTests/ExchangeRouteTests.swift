// SPDX-License-Identifier: Apache-2.0
import Foundation
import Interchange
import Office
import OfficeCalendar
import OfficeStore
import Testing
import Workflows

/// A message of order 1207 by mail: its receipts, its way through the council, and the answer that goes back as a message in turn.
@Suite struct ExchangeRouteTests {
    private static let sender = "sed@oda.region.example"
    /// `msg_id` of the demonstration's message.
    private static let messageID = "5d0c2a64-9a43-4a5e-9a0d-3e0f6a7b1c22"

    private static func letter() throws -> String {
        String(
            decoding: try Data(contentsOf: MailOffice.config.appending(path: "demo/27-ova-order-1207-xml.eml")), as: UTF8.self)
    }

    /// A file of a letter as a message that the official schema takes.
    private static func message(_ letter: SentLetter?, _ file: String) throws -> InterchangeMessage {
        let octets = try #require(letter?.file(file), "\(letter?.fileNames ?? [])")
        let reading = try InterchangeReader(schema: try MailOffice.schema()).read(octets)
        #expect(reading.validity == .valid)
        return reading.message
    }

    private static func receipts(_ office: MailOffice) throws -> [InterchangeReceipt] {
        try office.letters(to: sender).flatMap { letter in
            try letter.fileNames.filter { $0.hasPrefix("receipt-") }.map { name in
                let acknowledgement = try #require(try message(letter, name).acknowledgement)
                #expect(InterchangeMessage.isSame(acknowledgement.messageID, messageID))
                #expect(!letter.text.isEmpty, "the receipt goes with words")
                return try #require(acknowledgement.receipt)
            }
        }
    }

    @Test func aMessageIsRegisteredAnsweredAndTheAnswerIsAMessageToo() async throws {
        let office = try await MailOffice()
        try await office.deliver(try Self.letter())
        let card = try #require(try await office.store.card(CardID(rawValue: 1)))
        #expect(card.kind == "AUTH_CONTROL")
        let index = try #require(card.registrationIndex)
        let day = try #require(card.registeredOn)
        #expect(try Self.receipts(office) == [.registered(number: index, date: day)])

        try await office.reply("levchenko", "Шевченко підготувати відповідь")
        try await office.reply("shevchenko", "Проєкт відповіді:\n\nОгляд споруд проведено.", file: ("akt.pdf", "%PDF-1.4 akt"))
        for person in ["melnyk", "hnatiuk", "tkachuk"] { try await office.reply(person, "Погоджую") }
        try await office.reply("levchenko", "Підписую")
        #expect(!office.letters(to: Self.sender).contains { $0.fileNames.contains("answer.xml") }, "nothing leaves unregistered")
        try await office.reply("bondar", "Надіслати")

        let letter = try #require(office.letters(to: Self.sender).last)
        #expect(letter.fileNames == ["akt.pdf", "answer.xml"])
        for words in ["Огляд споруд проведено.", "На № 09-02/4418 від 17.11.2026", "Остап Левченко"] {
            #expect(letter.text.contains(words), "\(words)")
        }
        let answer = try Self.message(letter, "answer.xml")
        let mark = try #require(try await office.life()?.drafts.first?.mark)
        #expect(answer.header.type == .answer)
        #expect(answer.header.recipient.organizationID == "00099999")
        #expect(answer.header.sender.organizationID == MailOffice.exchangeOffice.registryCode)
        let document = try #require(answer.document)
        #expect(document.purpose == .report)
        #expect(document.number.number == mark.index && document.number.date == mark.date)
        let references = document.addressees.flatMap(\.references)
        #expect(references.first?.number.number == "09-02/4418" && references.first?.id == "501")
        #expect(references.contains { $0.subject == .task }, "each task of ours is answered")
        #expect(document.files.map(\.name) == ["akt.pdf"])
        #expect(document.authors.first?.outgoingNumber == document.number)
        #expect(try await office.life()?.stage == .controlCheck)
        #expect(try await office.store.verifyEvents() == nil)
    }

    @Test func theSenderHearsOfDeliveryAndAcceptanceBeforeANumberIsGiven() async throws {
        let office = try await MailOffice(staff: MailOffice.people(registration: .reviewed))
        try await office.deliver(try Self.letter())
        #expect(try Self.receipts(office) == [.delivered])
        _ = try await office.registrar.acknowledge(CardID(rawValue: 1), by: PersonID(rawValue: "bondar"))
        try await office.work()
        #expect(try Self.receipts(office) == [.delivered, .accepted])
        let card = try await office.registrar.register(
            CardID(rawValue: 1), in: .incoming, tellsSender: true, by: PersonID(rawValue: "bondar"))
        try await office.work()
        let number = try #require(card.registrationIndex)
        let day = try #require(card.registeredOn)
        #expect(try Self.receipts(office) == [.delivered, .accepted, .registered(number: number, date: day)])
    }

    @Test func theSenderHearsWhyAMessageIsRejected() async throws {
        let office = try await MailOffice(staff: MailOffice.people(registration: .reviewed))
        try await office.deliver(try Self.letter())
        let hand = Hand(PersonID(rawValue: "bondar"), by: .verb(account: "root"))
        _ = try await CardReview(acts: try office.acts).refuse(
            CardID(rawValue: 1), on: .wrongAddressee, explanation: "Документ для іншої ради.", hand)
        try await office.work()
        let last = try #require(try Self.receipts(office).last)
        guard case .rejected(let reason) = last else {
            Issue.record("\(last)")
            return
        }
        #expect(reason.contains("Документ для іншої ради."))
        #expect(office.letters(to: Self.sender).last?.text.contains("Бондар Ірина Миколаївна") == true, "whom to ask")
    }

    /// An office that has been answered, and the answer.
    private static func answered() async throws -> (office: MailOffice, answer: InterchangeMessage) {
        let office = try await MailOffice()
        try await office.deliver(try letter())
        try await office.reply("levchenko", "Шевченко підготувати відповідь")
        try await office.reply("shevchenko", "Проєкт відповіді:\n\nОгляд споруд проведено.")
        for person in ["melnyk", "hnatiuk", "tkachuk"] { try await office.reply(person, "Погоджую") }
        try await office.reply("levchenko", "Підписую")
        try await office.reply("bondar", "Надіслати")
        return (office, try message(office.letters(to: sender).last, "answer.xml"))
    }

    /// The letter in which the other side's program sends a receipt: no word of it is for people.
    private static func receipt(_ receipt: InterchangeReceipt, about answer: InterchangeMessage, from sender: String = sender)
        throws
        -> String
    {
        let theirs = InterchangeOffice(
            registryCode: "00099999", name: "Надозерна ОВА", phone: "+380 53 400 00 00", email: sender,
            systemID: "7a1c9f20-1111-4c1c-8a55-0c0b1d2e3f40", systemVersion: "1")
        let stamp = InterchangeStamp(
            messageID: UUID().uuidString.lowercased(), time: WallTime(date: try #require(CivilDate("2026-11-26")), hour: 9),
            offsetMinutes: 120)
        let octets = try InterchangeComposer(schema: try MailOffice.schema()).octets(
            of: receipt.message(about: answer.header, from: theirs, stamp: stamp))
        return """
            From: <\(sender)>
            To: <\(MailOffice.address)>
            Subject: receipt
            Date: Thu, 26 Nov 2026 09:00:00 +0200
            Message-ID: <\(stamp.messageID)@oda.region.example>
            MIME-Version: 1.0
            Content-Type: application/xml; name="receipt.xml"
            Content-Disposition: attachment; filename="receipt.xml"
            Content-Transfer-Encoding: base64

            \(Data(octets).base64EncodedString(options: .lineLength76Characters))
            """
    }

    @Test func aReceiptAboutOurAnswerIsNoDocumentAndItsWordIsOnTheCard() async throws {
        let (office, answer) = try await Self.answered()
        let sent = office.outgoing.accepted.count
        let day = try #require(CivilDate("2026-11-26"))
        try await office.deliver(try Self.receipt(.registered(number: "77/05", date: day), about: answer))
        let card = try #require(try await office.store.card(CardID(rawValue: 2)))
        #expect(card.state == .notRegistered && card.registrationIndex == nil)
        #expect(card.explanation?.contains("наш лист у картці 1: зареєстровано за № 77/05 від 26.11.2026") == true)
        #expect(
            try await office.life()?.drafts.first?.deliveries.first?.state
                == .delivered(verdict: "квитанція: зареєстровано за № 77/05 від 26.11.2026"))
        #expect(office.outgoing.accepted.count == sent, "a receipt is answered by nobody")
        #expect(try await office.store.journalGaps().isEmpty)
    }

    @Test func anAnswerTheOtherSideRejectsIsATaskToCall() async throws {
        let (office, answer) = try await Self.answered()
        try await office.deliver(try Self.receipt(.rejected(reason: "Немає підпису"), about: answer))
        #expect(try await office.life()?.drafts.first?.hasUnansweredBounce == true)
        let task = try #require(office.letters(to: "bondar").last)
        #expect(task.text.contains("Зателефонуйте адресатові"))
        // Of another's letter nobody is told anything.
        var strange = answer
        strange.header.id = "11111111-2222-4333-8444-555555555555"
        try await office.deliver(try Self.receipt(.delivered, about: strange))
        #expect(try await office.store.card(CardID(rawValue: 3))?.explanation?.contains("якого ми не надсилали") == true)
        #expect(try await office.life()?.drafts.first?.hasUnansweredBounce == true)
    }
}
