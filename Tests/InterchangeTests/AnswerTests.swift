// SPDX-License-Identifier: Apache-2.0
import Foundation
import Interchange
import MarkupText
import Office
import OfficeCalendar
import Testing

@Suite struct AnswerTests {
    private typealias Message = InterchangeMessage

    static let office = InterchangeOffice(
        registryCode: "04011111", name: "Виконком «Новоозерської» ради & Ко", address: "вул. Соборна, 1",
        phone: "+380 53 480 00 00",
        email: "rada@city.example", systemID: "5d9a0000-0000-4000-8000-00000000c0de", systemVersion: "0.3")

    static let stamp = InterchangeStamp(
        messageID: "11111111-2222-4333-8444-555555555555",
        time: WallTime(date: FullMessage.day("2026-11-25"), hour: 9, minute: 5, second: 7), offsetMinutes: 120)

    private static let answer = InterchangeAnswer(
        id: "card-77", number: "02-15/901", date: FullMessage.day("2026-11-25"), subject: "Про готовність котелень",
        signatory: InterchangeAnswer.Official(
            name: InterchangeMessage.PersonName(family: "Міський", given: "Голова", patronymic: "Іванович"),
            post: "міський голова"),
        writer: InterchangeAnswer.Official(
            name: InterchangeMessage.PersonName(family: "Шевченко", given: "Олена", patronymic: "Петрівна"),
            post: "начальник управління",
            phone: "+380 53 480 11 23", email: "shevchenko@city.example"),
        files: [
            InterchangeAnswer.Enclosure(name: "Відповідь.PDF", octets: Array("%PDF".utf8), signature: [0x30, 1]),
            InterchangeAnswer.Enclosure(name: "Графік", octets: [1, 2, 3]),
        ])

    private static func composed(_ message: InterchangeMessage) throws -> InterchangeReading {
        let octets = try InterchangeComposer(schema: try Samples.schema()).octets(of: message)
        let reading = try Samples.reading(octets)
        #expect(reading.validity == .valid)
        #expect(reading.decodedMessage == message)
        return reading
    }

    @Test func anAnswerRefersToTheDocumentAndToEachOfOurTasks() throws {
        let incoming = FullMessage.message
        let message = try Self.composed(Self.answer.message(to: incoming, from: Self.office, stamp: Self.stamp)).message
        #expect(message.header.type == .answer)
        #expect(message.header.id == "11111111-2222-4333-8444-555555555555")
        #expect(message.header.time == "2026-11-25T09:05:07+02:00")
        #expect(message.header.acknowledgementWish == .always)
        #expect(message.header.sender.organizationID == "04011111")
        #expect(message.header.sender.system == "Chancery")
        #expect(message.header.recipient == incoming.header.sender)
        let document = try #require(message.document)
        #expect(document.purpose == .report)
        #expect(document.number == FullMessage.number("02-15/901", "2026-11-25"))
        #expect(document.authors.first?.outgoingNumber == document.number)
        // The task we were only told of is not answered.
        #expect(
            document.addressees.first?.references == [
                Message.Reference(.document, id: "0017", number: FullMessage.number("01-12/345", "2026-11-23")),
                Message.Reference(.task, id: "t-1", number: FullMessage.number("1", "2026-11-23")),
            ])
        #expect(document.files.map(\.name) == ["Відповідь.PDF"])
        #expect(message.folders.map(\.kind) == [.annexes])
        #expect(message.folders.first?.files.map(\.name) == ["Графік"])
        #expect(message.expansion?.signatures.map(\.fileID) == document.files.map(\.id))
    }

    @Test func theOtherSideReadsOurAnswerAsAReply() throws {
        let message = try Self.composed(Self.answer.message(to: FullMessage.message, from: Self.office, stamp: Self.stamp))
            .message
        let card = InterchangeCard(message, registryCode: "00022473")
        #expect(card.kind == DocumentKind(rawValue: "REPLY"))
        #expect(card.sender.name == Self.office.name)
        #expect(card.sender.phone == Self.office.phone)
        #expect(card.signatory?.post == "міський голова")
        #expect(card.contact?.phone == "+380 53 480 11 23")
        #expect(card.isAddressedToUs == true)
    }

    @Test("an answer to a sample is valid", arguments: [Samples.approval, Samples.approvalReport, Samples.informationReport])
    func answerToASampleIsValid(_ sample: String) throws {
        let incoming = try Samples.reading(sample: sample).message
        let message = try Self.composed(Self.answer.message(to: incoming, from: Self.office, stamp: Self.stamp)).message
        let reference = message.document?.addressees.first?.references.first
        #expect(reference?.id == incoming.document?.id)
        #expect(reference?.number == incoming.document?.number)
    }

    @Test func anAnswerToADefectiveMessageIsValidAllTheSame() throws {
        let poor = try Samples.reading(
            """
            <Header standart="1207"><Document><RegNumber>5</RegNumber>
            <Author><Organization ogrn="б/н" inn="x"/></Author></Document>
            <TaskList><Task idnumber="t"><TaskNumber/><Executor><Organization ogrn="4011111"/></Executor></Task></TaskList></Header>
            """
        ).message
        let message = try Self.composed(Self.answer.message(to: poor, from: Self.office, stamp: Self.stamp)).message
        // Without a date nothing can be referred to in the schema.
        #expect(message.document?.addressees.first == Message.Addressee(nil))
        let alone = InterchangeAnswer(
            id: "1", number: "1", date: FullMessage.day("2026-11-25"), subject: "",
            signatory: InterchangeAnswer.Official(name: Message.PersonName(text: "Голова"), post: nil), writer: nil, files: [])
        _ = try Self.composed(alone.message(to: Message(header: poor.header), from: Self.office, stamp: Self.stamp))
    }

    static let receipts: [InterchangeReceipt] = [
        .delivered, .accepted, .registered(number: "01-10/5", date: FullMessage.day("2026-11-25")),
        .rejected(reason: "Немає \"підпису\" & дати"),
        .rejected(reason: ""),
    ]

    @Test("a receipt is valid and comes back as it was", arguments: receipts)
    func receiptComesBack(_ receipt: InterchangeReceipt) throws {
        let incoming = FullMessage.header
        let message = try Self.composed(receipt.message(about: incoming, from: Self.office, stamp: Self.stamp)).message
        #expect(message.header.recipient == incoming.sender)
        #expect(message.header.sender.organizationID == "04011111")
        #expect(message.header.type == .receipt)
        #expect(message.header.acknowledgementWish == .never)
        #expect(message.acknowledgement?.messageID == incoming.id)
        #expect(
            message.acknowledgement?.receipt
                == (receipt == .rejected(reason: "") ? .rejected(reason: "Документ відхилено") : receipt))
    }

    @Test func aReceiptOfOthersIsUnderstood() throws {
        var acknowledgement = Message.Acknowledgement(.rejected, messageID: "{ABC}")
        acknowledgement.results = [
            Message.Acknowledgement.Result(code: 29, text: "SignNotCorrect"),
            Message.Acknowledgement.Result(code: 0, text: "Підпис недійсний"),
            Message.Acknowledgement.Result(code: 30, text: nil), Message.Acknowledgement.Result(code: 0, text: nil),
        ]
        #expect(acknowledgement.receipt == .rejected(reason: "SignNotCorrect, код 29; Підпис недійсний; код 30"))
        acknowledgement.kind = .registered
        #expect(acknowledgement.receipt == nil)
        acknowledgement.number = FullMessage.number("1", "2026-11-25")
        #expect(acknowledgement.receipt == .registered(number: "1", date: FullMessage.day("2026-11-25")))
        acknowledgement.kind = .closed
        #expect(acknowledgement.receipt == nil)
        #expect(Message.isSame("{ABC}", " abc\n"))
        #expect(!Message.isSame("abc", "abd"))
        #expect(!Message.isSame("", "{}"))
    }

    @Test func theTimeIsWrittenWithItsZone() throws {
        let time = WallTime(date: FullMessage.day("2026-07-01"), hour: 23, minute: 59, second: 59)
        for (offset, zone) in [(0, "Z"), (180, "+03:00"), (-210, "-03:30"), (100_000, "+14:00")] {
            let stamp = InterchangeStamp(messageID: "1", time: time, offsetMinutes: offset)
            let message = InterchangeReceipt.delivered.message(about: FullMessage.header, from: Self.office, stamp: stamp)
            #expect(message.header.time == "2026-07-01T23:59:59" + zone)
            _ = try Self.composed(message)
        }
    }
}
