// SPDX-License-Identifier: Apache-2.0
import Interchange
import MarkupText
import Office
import OfficeCalendar
import Testing

private typealias Message = InterchangeMessage

/// The ministry that sent ДС3, ДС9 and ДС11, with one official.
private func ministry(_ family: String, _ given: String, _ patronymic: String, post: String?) -> Message.Participant {
    var person = Message.OfficialPerson(name: Message.PersonName(family: family, given: given, patronymic: patronymic))
    person.posts = post.map { [Message.Post(post: $0)] } ?? []
    var organization = Message.Organization(registryCode: "37472062")
    organization.fullName = "Міністерство інфраструктури України"
    organization.shortName = "Міністерство інфраструктури України"
    organization.address = Message.PostalAddress(text: "м. Київ, проспект Перемоги, 14")
    organization.officials = [person]
    return .organization(organization)
}

private func other(
    _ code: String, _ name: String, _ official: Message.PersonName, _ post: String, taxNumber: String? = nil,
    contacts: [Message.Contact] = []
) -> Message.Participant {
    var person = Message.OfficialPerson(name: official)
    person.posts = [Message.Post(post: post)]
    person.contacts = contacts
    var organization = Message.Organization(registryCode: code)
    organization.fullName = name
    organization.shortName = name
    organization.taxNumber = taxNumber
    organization.officials = [person]
    return .organization(organization)
}

private func header(
    _ type: Message.MessageType, _ id: String, _ time: String, to code: String, _ organization: String
) -> Message.Header {
    var sender = Message.Party(
        organizationID: "37472062", organization: "Міністерство інфраструктури України",
        systemID: "052dfd86-34c4-4053-993e-21d9888465f6", system: "IT-Enterprise")
    sender.systemDetails = "2015.10.00.06"
    // The first letter of СЕВ is Latin in the samples.
    let recipient = Message.Party(organizationID: code, organization: organization, systemID: "99999999", system: "CЭВ")
    var header = Message.Header(type: type, id: id, time: time, sender: sender, recipient: recipient)
    header.acknowledgementWish = .always
    return header
}

private func date(_ text: String) -> CivilDate? { CivilDate(text) }

@Suite struct SampleTests {
    @Test(arguments: Samples.all) func everySampleIsReadWithoutADefectAndIsValid(_ name: String) throws {
        let reading = try Samples.reading(sample: name)
        #expect(reading.defects.isEmpty)
        #expect(reading.validity == .valid)
        let isMessage = InterchangeReader.isMessage(reading.octets.span)
        #expect(isMessage)
    }

    @Test func theAnswerForInformationIsReadInFull() throws {
        let reading = try Samples.reading(sample: Samples.informationReport)
        let number = Message.RegistrationNumber("4/16/14-15", of: date("2015-09-08"))
        var document = Message.Document(id: "179", purpose: .report, number: number)
        document.kind = "Ініціативний лист"
        document.title = "Ініціативний лист"
        document.annotation = "Відповідь на ДС5 - ДС11 Звітність Інформування"
        document.isCollective = false
        document.isUrgent = false
        let content = try #require(reading.message.document?.files.first?.content)
        document.files = [Message.File(id: "203", description: "Test", type: "txt", content: content)]
        document.authors = [
            Message.Author(ministry("Пивоварський", "Андрій", "Миколайович", post: "Міністр"), outgoingNumber: number)
        ]
        document.addressees = [
            Message.Addressee(
                other(
                    "7879990908", "ВРУ", Message.PersonName(family: "Панкевич", given: "Іван", patronymic: "Петрович"), "Міністр"),
                references: [
                    Message.Reference(
                        .document, id: "889548", number: Message.RegistrationNumber("56/4/55-15", of: date("2015-08-31")))
                ])
        ]
        document.writer = Message.Writer(ministry("Мельник", "Юлія", "Миколаївна", post: nil))
        var expected = Message(
            header: header(.answer, "dcb75434-88fd-40b8-b0e9-db196389a212", "2015-09-09T13:12:59Z", to: "7879990908", "ВРУ"))
        expected.document = document
        #expect(reading.message == expected)
        // «Тестовый документ» in windows-1251, as the sample has it.
        #expect(
            reading.content(content) == [
                0xd2, 0xe5, 0xf1, 0xf2, 0xee, 0xe2, 0xfb, 0xe9, 0x20, 0xe4, 0xee, 0xea, 0xf3, 0xec, 0xe5, 0xed, 0xf2,
            ])
        #expect(content.count == 17)
    }

    @Test func theAnswerForApprovalIsReadInFull() throws {
        let number = Message.RegistrationNumber("7/16/14-15", of: date("2015-09-09"))
        var document = Message.Document(id: "184", purpose: .report, number: number)
        document.kind = "Ініціативний лист"
        document.title = "Ініціативний лист"
        document.annotation = "ДС9. Звітність На погодження"
        document.isCollective = false
        document.isUrgent = false
        document.authors = [
            Message.Author(ministry("Пивоварський", "Андрій", "Миколайович", post: "Міністр"), outgoingNumber: number)
        ]
        document.addressees = [
            Message.Addressee(
                other(
                    "7879990908", "ВРУ", Message.PersonName(family: "Панкевич", given: "Іван", patronymic: "Петрович"), "Міністр"),
                references: [
                    Message.Reference(
                        .document, id: "8895449", number: Message.RegistrationNumber("67879899", of: date("2015-09-02")))
                ])
        ]
        document.writer = Message.Writer(ministry("Мельник", "Юлія", "Миколаївна", post: nil))
        var expected = Message(
            header: header(.answer, "738a8974-780e-4168-9f8b-1ab95c7507bf", "2015-09-09T13:05:30Z", to: "7879990908", "ВРУ"))
        expected.document = document
        #expect(try Samples.reading(sample: Samples.approvalReport).message == expected)
    }

    @Test func theRequestForApprovalIsReadInFull() throws {
        let reading = try Samples.reading(sample: Samples.approval)
        let number = Message.RegistrationNumber("1", of: date("2015-09-08"))
        var document = Message.Document(id: "170", purpose: .approval, number: number)
        document.kind = "Накази з основних питань діяльності установи"
        document.title = "Накази з осн.пит.д."
        document.annotation = "ДС3. На погодження"
        document.isCollective = false
        document.isUrgent = true
        var documentNumber = Message.DocumentNumber(kind: "Накази з основних питань діяльності установи", number: number)
        var ministryAlone = Message.Organization(registryCode: "37472062")
        ministryAlone.fullName = "Міністерство інфраструктури України"
        ministryAlone.shortName = "Міністерство інфраструктури України"
        ministryAlone.address = Message.PostalAddress(text: "м. Київ, проспект Перемоги, 14")
        documentNumber.organization = ministryAlone
        document.documentNumber = documentNumber
        let content = try #require(reading.message.document?.files.first?.content)
        document.files = [
            Message.File(id: "194", description: "листи_19_1_DLRKS170__Z0K55EZLM.docx", type: "docx", content: content)
        ]
        document.authors = [
            Message.Author(ministry("Пивоварський", "Андрій", "Миколайович", post: "Міністр"), outgoingNumber: number)
        ]
        let sydorov = Message.PersonName(family: "Сидоров", given: "Сидор", patronymic: "Сидорович")
        let contacts = [Message.Contact(.mobilePhone, "6345353"), Message.Contact(.email, "sidorov@mail.ua")]
        let petrov = Message.PersonName(family: "Петров", given: "Петро", patronymic: "Петрович")
        let road = "ВАТ \"Укравтодор\""
        document.addressees = [
            Message.Addressee(other("312315214", road, sydorov, "Директор", taxNumber: "1233221", contacts: contacts)),
            Message.Addressee(other("21560045", "Укрпошта", petrov, "Директор")),
        ]
        document.writer = Message.Writer(ministry("Мельник", "Юлія", "Миколаївна", post: nil))
        document.approval = .request(
            initiator: nil,
            approvers: [
                Message.Approver(
                    id: "1250#1", deadline: date("2015-09-09"),
                    participant: other("312315214", road, sydorov, "Директор", contacts: contacts)),
                Message.Approver(
                    id: "11029#1", deadline: date("2015-09-12"), participant: other("21560045", "Укрпошта", petrov, "Директор")),
            ])
        var expected = Message(
            header: header(.document, "4ff353fd-82ef-4115-9b6e-88968ed008ec", "2015-09-09T12:48:16Z", to: "312315214", road))
        expected.document = document
        #expect(reading.message == expected)
        let file = reading.content(content)
        #expect(file.count == content.count)
        #expect(file.starts(with: Array("PK\u{3}\u{4}".utf8)))
        // The end record of a ZIP archive without a comment.
        #expect(file.suffix(22).starts(with: Array("PK\u{5}\u{6}".utf8)))
    }

    struct ReceiptRow: Sendable, CustomTestStringConvertible {
        let sample: String
        let receipt: InterchangeReceipt
        let id: String
        let time: WallTime
        let answered: String
        var testDescription: String { sample }
    }

    private static func time(_ day: Int, _ hour: Int, _ minute: Int, _ second: Int) -> WallTime {
        WallTime(
            date: CivilDate(dayNumber: 16_688 + day), hour: hour, minute: minute, second: second)
    }

    static let receipts = [
        ReceiptRow(
            sample: Samples.delivered, receipt: .delivered, id: "e4e3439a-708e-47c7-9e0e-a9f38c91e770", time: time(1, 6, 56, 34),
            answered: "63FC75F4-0759-4CFD-9E78-0903537D8597"),
        ReceiptRow(
            sample: Samples.accepted, receipt: .accepted, id: "d59cc010-2888-468a-aedf-84a4079e7767", time: time(1, 6, 56, 45),
            answered: "63FC75F4-0759-4CFD-9E78-0903537D8597"),
        ReceiptRow(
            sample: Samples.registered, receipt: .registered(number: "1/0/-15", date: CivilDate(dayNumber: 16_689)),
            id: "cf5209fe-a0ea-4a38-9ecb-8c4c8ff82015", time: time(1, 7, 0, 22),
            answered: "63FC75F4-0759-4CFD-9E78-0903537D8597"),
        ReceiptRow(
            sample: Samples.rejected, receipt: .rejected(reason: "Документ відхилено"),
            id: "f857f2ec-7e80-4ded-9fb1-4c6e8d80c4e2", time: time(2, 10, 33, 40),
            answered: "486C9E34-297B-4480-B04F-0BDF57CF195B"),
    ]

    @Test("our receipt is the official sample to the octet, but for the program's name", arguments: receipts)
    func receiptIsTheSample(_ row: ReceiptRow) throws {
        let center = Message.Party(
            organizationID: "30855996", organization: "ДП \"Державний центр інформаційних ресурсів України\"",
            systemID: "99999999", system: "CЭВ")
        let office = InterchangeOffice(
            registryCode: "30116577", name: "ТОВ НВП \"Інформаційні технології\"",
            systemID: "052dfd86-34c4-4053-993e-21d9888465f6", systemVersion: "2015.10.00.06")
        let answered = Message.Header(type: .document, id: row.answered, time: "", sender: center, recipient: center)
        let stamp = InterchangeStamp(messageID: row.id, time: row.time, offsetMinutes: 0)
        let message = row.receipt.message(about: answered, from: office, stamp: stamp)
        let composed = try InterchangeComposer(schema: try Samples.schema()).octets(of: message)
        let sample = String(decoding: try Samples.octets(row.sample), as: UTF8.self)
        #expect(String(decoding: composed, as: UTF8.self) == sample.replacing("IT-Enterprise", with: "Chancery"))

        let read = try Samples.reading(sample: row.sample).message
        #expect(read.acknowledgement?.receipt == row.receipt)
        #expect(read.acknowledgement.map { Message.isSame($0.messageID, row.answered.lowercased()) } == true)
        #expect(read.header.type == .receipt)
        #expect(read.document == nil)
    }
}
