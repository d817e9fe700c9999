// SPDX-License-Identifier: Apache-2.0
import Interchange
import Office
import OfficeCalendar
import Testing

@Suite struct CardTests {
    private typealias Message = InterchangeMessage

    @Test func aLetterOfTheAdministrationFillsTheCard() throws {
        let card = InterchangeCard(FullMessage.message, registryCode: "04011111")
        #expect(card.sender.name == "Озерська ОВА <апарат> & \"відділ\"")
        #expect(card.sender.registryCode == "00022473")
        #expect(card.sender.address == "вул. Соборна, 1")
        #expect(card.sender.phone == "р-1")
        #expect(card.sender.email == "п-1")
        #expect(!card.sender.isPrivatePerson)
        #expect(card.outgoingNumber == FullMessage.number("01-12/345", "2026-11-23"))
        #expect(card.subject == "Про підготовку до зими 2026/27")
        #expect(card.documentKind == "Окреме доручення")
        #expect(card.kind == DocumentKind(rawValue: "AUTH_CONTROL"))
        #expect(card.purpose == .execution)
        #expect(card.references.map(\.number.number) == ["02-15/77", ""])
        #expect(card.references.map(\.subject) == [.document, .task])
        #expect(card.approvalDeadline == CivilDate("2026-12-01"))
        #expect(card.isUrgent && card.isCollective && card.isConfidential)
        #expect(card.confidentialityMark == "ДСК")
        #expect(card.signatory?.name == "Головко Петро Ілліч")
        #expect(card.signatory?.post == "начальник")
        #expect(card.signatory?.phone == "+380 50 000 00 00")
        #expect(card.contact?.name == "Мала Оля")
        #expect(card.contact?.phone == "+380 53 480 00 01")
        #expect(card.contact?.post == nil)
        #expect(card.addition == .replacement)
        #expect(card.wantsReceipts)
        #expect(card.isAddressedToUs == true)
    }

    @Test func onlyOurTasksAreOurs() throws {
        // One executor's code has lost its zero in a program that takes it for a number.
        let tasks = InterchangeCard(FullMessage.message, registryCode: "04011111").tasks
        #expect(tasks.map(\.id) == ["t-1", "t-2"])
        #expect(tasks.map(\.text) == ["Надати графік", "Забезпечити готовність котелень"])
        #expect(tasks.map(\.deadline) == [CivilDate("2026-12-05"), CivilDate("2026-12-06")])
        #expect(tasks.map(\.isControlled) == [true, false])
        #expect(tasks.map(\.role) == [.responsible, .informed])
        #expect(InterchangeCard(FullMessage.message, registryCode: "12345678").tasks.isEmpty)
        #expect(InterchangeCard(FullMessage.message, registryCode: "").tasks.isEmpty)
    }

    @Test func filesComeWithPlaceNameAndSignatures() {
        let files = InterchangeCard(FullMessage.message, registryCode: "04011111").files
        #expect(files.map(\.file.name) == ["доручення.pdf", "Порожній.txt", "додаток 1.docx", "таблиця.xlsx"])
        #expect(files.map(\.place) == [.document, .document, .folder(.annexes), .task(id: "t-1")])
        #expect(files.map(\.signatures.count) == [1, 0, 0, 0])
    }

    struct NameRow: Sendable, CustomTestStringConvertible {
        let description: String
        let type: String
        let name: String
        var testDescription: String { "\(description)|\(type)" }
    }

    @Test(arguments: [
        NameRow(description: "Test", type: "txt", name: "Test.txt"),
        NameRow(description: "Лист.PDF", type: "pdf", name: "Лист.PDF"),
        NameRow(description: "Лист", type: ".docx", name: "Лист.docx"), NameRow(description: "", type: "", name: "файл"),
        NameRow(description: "", type: "pdf", name: "файл.pdf"),
        NameRow(description: "C:\\Temp\\а.doc", type: "doc", name: "а.doc"),
        NameRow(description: "../../etc/passwd", type: "", name: "passwd"), NameRow(description: "..", type: "", name: "файл"),
        NameRow(description: ".pdf", type: "pdf", name: "pdf.pdf"),
        NameRow(description: "а\u{202e}fdp\n.exe", type: "exe", name: "аfdp.exe"),
        NameRow(description: "лист.p7s", type: "pdf", name: "лист.p7s.pdf"),
    ]) func fileNameIsFitForAFolder(_ row: NameRow) {
        #expect(FullMessage.file("1", row.description, row.type, []).name == row.name)
    }

    @Test func aFileNameIsBounded() {
        let long = String(repeating: "ї", count: 5_000)
        #expect(FullMessage.file("1", long, long, []).name.count == 201)
    }

    struct KindRow: Sendable, CustomTestStringConvertible {
        let name: String
        let type: InterchangeMessage.MessageType
        let purpose: InterchangeMessage.Purpose?
        var tasks: [InterchangeMessage.Task] = []
        var approval: InterchangeMessage.Approval?
        let kind: String?
        var testDescription: String { name }
    }

    static let kinds = [
        KindRow(name: "for information", type: .document, purpose: .information, kind: "AUTH_INFO"),
        KindRow(name: "for execution", type: .document, purpose: .execution, kind: "AUTH_CONTROL"),
        KindRow(name: "for approval", type: .document, purpose: .approval, kind: "AUTH_CONTROL"),
        KindRow(name: "for a summary", type: .document, purpose: .summary, kind: "AUTH_CONTROL"),
        KindRow(name: "an answer", type: .answer, purpose: .report, kind: "REPLY"),
        KindRow(name: "an answer that says so by its type alone", type: .answer, purpose: .information, kind: "REPLY"),
        KindRow(name: "a report sent as a document", type: .document, purpose: .report, kind: "REPLY"),
        KindRow(
            name: "a decision on approval", type: .document, purpose: .approval,
            approval: .response(attestation: "Узгоджено", comment: nil), kind: "REPLY"),
        KindRow(
            name: "for information with a task for us", type: .document, purpose: .information, tasks: [FullMessage.tasks[0]],
            kind: "AUTH_CONTROL"),
        KindRow(
            name: "an answer with a task for us", type: .answer, purpose: .report, tasks: [FullMessage.tasks[0]],
            kind: "AUTH_CONTROL"),
        KindRow(
            name: "for execution by others, for our information", type: .document, purpose: .execution,
            tasks: [FullMessage.tasks[1], FullMessage.tasks[2]], kind: "AUTH_INFO"),
        KindRow(name: "without purpose", type: .document, purpose: nil, kind: "AUTH_INFO"),
    ]

    @Test("kinds", arguments: kinds) func kindIsProposed(_ row: KindRow) {
        var message = FullMessage.message
        message.header.type = row.type
        message.document?.purpose = row.purpose
        message.document?.approval = row.approval
        message.tasks = row.tasks
        #expect(InterchangeCard(message, registryCode: "04011111").kind?.rawValue == row.kind)
        #expect(row.kind.map { kind in DocumentKind.known.contains { $0.kind.rawValue == kind } } == true)
    }

    @Test func aPrivatePersonIsTheSender() {
        var message = FullMessage.message
        message.document?.authors = [InterchangeMessage.Author(.person(FullMessage.person))]
        message.tasks = []
        let card = InterchangeCard(message, registryCode: "04011111")
        #expect(card.sender.isPrivatePerson)
        #expect(card.sender.name == "Коваль Ганна Іванівна")
        #expect(card.sender.registryCode == nil)
        #expect(card.sender.phone == "22-33")
        #expect(card.kind == nil)
        #expect(card.outgoingNumber == FullMessage.document.number)
        #expect(card.signatory?.name == "Коваль Ганна Іванівна")
    }

    @Test func theAuthorIsTheSenderOfAForwardedLetter() {
        var message = FullMessage.message
        for code in ["99999999", "", "30855996"] {
            message.header.sender.organizationID = code
            message.header.sender.organization = "СЕВ ОВВ"
            let card = InterchangeCard(message, registryCode: "04011111")
            #expect(card.sender.name == "Озерська ОВА")
            #expect(card.sender.registryCode == "00022473")
        }
        message.document?.authors = []
        message.header.sender.organizationID = "22473"
        let card = InterchangeCard(message, registryCode: "04011111")
        #expect(card.sender.name == "СЕВ ОВВ")
        #expect(card.sender.registryCode == "00022473")
    }

    @Test func numbersFallBackInOrder() {
        var message = FullMessage.message
        message.document?.authors[0].outgoingNumber?.number = ""
        #expect(InterchangeCard(message, registryCode: "").outgoingNumber?.number == "вх-5")
        message.document?.number.number = ""
        #expect(InterchangeCard(message, registryCode: "").outgoingNumber?.number == "12-д")
        message.document = nil
        let card = InterchangeCard(message, registryCode: "1")
        #expect(card.outgoingNumber == nil)
        #expect(card.kind == nil)
        #expect(card.isAddressedToUs == false)
    }

    @Test func theOfficialAnswerRefersToOurDocument() throws {
        let card = InterchangeCard(try Samples.reading(sample: Samples.informationReport).message, registryCode: "7879990908")
        #expect(card.kind == DocumentKind(rawValue: "REPLY"))
        #expect(card.references.map(\.number) == [FullMessage.number("56/4/55-15", "2015-08-31")])
        #expect(card.outgoingNumber == FullMessage.number("4/16/14-15", "2015-09-08"))
        #expect(card.signatory?.name == "Пивоварський Андрій Миколайович")
        #expect(card.signatory?.post == "Міністр")
        #expect(card.contact?.name == "Мельник Юлія Миколаївна")
        #expect(card.files.map(\.file.name) == ["Test.txt"])
        #expect(card.isAddressedToUs == true)
    }

    @Test func theOfficialRequestAsksUsToApproveInTime() throws {
        let message = try Samples.reading(sample: Samples.approval).message
        #expect(InterchangeCard(message, registryCode: "21560045").approvalDeadline == CivilDate("2015-09-12"))
        #expect(InterchangeCard(message, registryCode: "312315214").approvalDeadline == CivilDate("2015-09-09"))
        let card = InterchangeCard(message, registryCode: "21560045")
        #expect(card.kind == DocumentKind(rawValue: "AUTH_CONTROL"))
        #expect(card.isUrgent)
        #expect(card.isAddressedToUs == false)
    }
}
