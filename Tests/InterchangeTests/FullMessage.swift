// SPDX-License-Identifier: Apache-2.0
import Interchange
import OfficeCalendar

/// A message with every element and attribute of the schema, made by hand.
enum FullMessage {
    typealias Message = InterchangeMessage

    static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }

    static func number(_ text: String, _ date: String) -> Message.RegistrationNumber {
        Message.RegistrationNumber(text, of: day(date))
    }

    static func organization(_ code: String, _ name: String) -> Message.Organization {
        var organization = Message.Organization(registryCode: code)
        organization.fullName = name
        return organization
    }

    static var address: Message.PostalAddress {
        var address = Message.PostalAddress(text: "вул. Соборна, 1")
        address.street = "Соборна"
        address.house = "1"
        address.building = "2"
        address.flat = "3"
        address.settlement = "Новоозерськ"
        address.district = "Озерський район"
        address.region = "Озерська область"
        address.country = "Україна"
        address.postcode = "01001"
        address.postbox = "4"
        address.nontypical = "за мостом"
        return address
    }

    static var person: Message.PrivatePerson {
        var person = Message.PrivatePerson(
            name: Message.PersonName(family: "Коваль", given: "Ганна", patronymic: "Іванівна", text: "Коваль Г. І."))
        person.ranks = [rank]
        person.address = Message.PostalAddress(text: "вул. Нова, 5")
        person.contacts = [Message.Contact(.homePhone, "22-33"), Message.Contact(.skype, "koval")]
        person.signedOn = day("2026-11-20")
        person.taxNumber = "1234567890"
        var passport = Message.Passport()
        passport.series = "НС"
        passport.number = "001122"
        passport.issuer = "Озерським РВ"
        passport.issuedOn = day("2001-02-03")
        person.passport = passport
        return person
    }

    private static var rank: Message.Rank {
        var rank = Message.Rank()
        rank.text = "ветеран"
        rank.privilege = "учасник бойових дій"
        rank.socialPosition = "пенсіонер"
        rank.sex = .female
        return rank
    }

    /// ОВА, with the head who signed and every kind of contact.
    static var sender: Message.Organization {
        var organization = organization("00022473", "Озерська ОВА")
        organization.shortName = "ОВА"
        organization.ownership = "державна"
        organization.taxNumber = "000224"
        organization.address = address
        organization.contacts = Message.Contact.Kind.allCases.map { Message.Contact($0, "\($0.rawValue)-1") }
        var head = Message.OfficialPerson(name: Message.PersonName(family: "Головко", given: "Петро", patronymic: "Ілліч"))
        var post = Message.Post(post: "начальник")
        post.text = "начальник адміністрації"
        post.department = "апарат"
        post.separator = ","
        head.posts = [post]
        head.ranks = [rank]
        head.address = Message.PostalAddress(text: "каб. 7")
        head.contacts = [Message.Contact(.mobilePhone, "+380 50 000 00 00"), Message.Contact(.email, "ova@oda.example")]
        head.signedOn = day("2026-11-23")
        organization.officials = [head]
        return organization
    }

    static func file(_ id: String, _ name: String, _ type: String, _ content: [UInt8]) -> Message.File {
        Message.File(id: id, description: name, type: type, content: .octets(content))
    }

    static var header: Message.Header {
        var sender = Message.Party(
            organizationID: "00022473", organization: "Озерська ОВА <апарат> & \"відділ\"", systemID: "ova-1", system: "АСКОД")
        sender.department = "загальний відділ"
        sender.systemDetails = "9.1"
        var recipient = Message.Party(organizationID: "04011111", organization: "Рада", systemID: "99999999", system: "СЕВ")
        recipient.department = "канцелярія"
        recipient.systemDetails = "2.0"
        var header = Message.Header(
            type: .document, id: "{0B0D1E2F-0000-4000-8000-0123456789AB}", time: "2026-11-23T10:00:00+02:00", sender: sender,
            recipient: recipient)
        header.acknowledgementWish = .always
        return header
    }

    static var document: Message.Document {
        var document = Message.Document(id: "0017", purpose: .execution, number: number("вх-5", "2026-11-22"))
        document.number.place = "Озерськ"
        document.type = 1
        document.kind = "Окреме доручення"
        document.externalID = "X-1"
        document.pages = 3
        document.title = "Про підготовку\nдо зими"
        document.annotation = "Про підготовку до зими 2026/27"
        document.isCollective = true
        document.isUrgent = true
        document.confidentiality = Message.Confidentiality(isConfidential: true, mark: "ДСК")
        var documentNumber = Message.DocumentNumber(kind: "Доручення", number: number("12-д", "2026-11-21"))
        documentNumber.organization = organization("00000003", "КМУ")
        document.documentNumber = documentNumber
        var main = file("f-1", "доручення.pdf", "pdf", Array("%PDF-1.7 …".utf8))
        main.typeVersion = "1.7"
        main.operatingSystem = "Windows"
        main.characterSet = "UTF-8"
        document.files = [main, file("f-2", "Порожній", "txt", [])]
        var earlier = Message.EarlierRegistration(number: number("7", "2026-11-20"))
        earlier.id = "r-1"
        earlier.organization = organization("00000002", "ВРУ")
        document.earlierRegistrations = [earlier]
        document.authors = [
            Message.Author(.organization(sender), outgoingNumber: number("01-12/345", "2026-11-23")),
            Message.Author(.person(person)),
            Message.Author(nil),
        ]
        var validator = Message.Validator(attestation: "Затверджено")
        validator.participant = .organization(organization("00000001", "ОПУ"))
        validator.documentNumber = Message.DocumentNumber(kind: "Наказ", number: number("9", "2026-11-19"))
        document.validators = [validator]
        var ours = Message.Addressee(
            .organization(organization("04011111", "Рада")),
            references: [
                Message.Reference(.document, id: "our-1", number: number("02-15/77", "2026-10-30")),
                Message.Reference(.task, id: nil, number: number("", "2026-10-31")),
            ])
        ours.type = 1
        var citizen = person
        (citizen.signedOn, citizen.taxNumber) = (nil, nil)
        document.addressees = [
            ours,
            Message.Addressee(
                .person(citizen), references: [Message.Reference(.document, id: nil, number: number("1", "2026-01-01"))]),
        ]
        var writer = organization("00022473", "Озерська ОВА")
        var clerk = Message.OfficialPerson(name: Message.PersonName(family: "Мала", given: "Оля"))
        clerk.contacts = [Message.Contact(.fax, "1"), Message.Contact(.workPhone, "+380 53 480 00 01")]
        writer.officials = [clerk]
        document.writer = Message.Writer(.organization(writer))
        var approver = Message.Approver(
            id: "a-1", deadline: day("2026-12-01"), participant: .organization(organization("04011111", "Рада")))
        approver.referredApprovers = ["a-0"]
        document.approval = .request(
            initiator: Message.Initiator(
                .organization(organization("00022473", "ОВА")),
                references: [
                    Message.Reference(.document, id: "1", number: number("2", "2026-11-01")),
                    Message.Reference(.task, id: "3", number: number("4", "2026-11-02")),
                ]), approvers: [approver])
        return document
    }

    static func executor(
        _ code: String, _ role: Message.Executor.Role?, _ deadline: String, _ text: String? = nil
    ) -> Message.Executor {
        var executor = Message.Executor(role: role, deadline: day(deadline), organization: organization(code, "Виконавець"))
        executor.specifiedText = text
        return executor
    }

    static var tasks: [Message.Task] {
        var main = Message.Task(
            id: "t-1", text: "Забезпечити готовність котелень", isControlled: true, number: number("1", "2026-11-23"))
        main.isRegistered = true
        main.isCopy = true
        main.kind = "пункт"
        main.deadline = day("2026-12-20")
        main.confidentiality = Message.Confidentiality(isConfidential: false)
        main.references = [Message.Reference(.document, id: "0017", number: number("вх-5", "2026-11-22"))]
        main.authors = [organization("00022473", "ОВА")]
        main.files = [file("f-3", "таблиця", "xlsx", [1, 2, 3, 4])]
        main.executors = [
            executor("00000003", .coExecutor, "2026-12-10"),
            executor("4011111", .responsible, "2026-12-05", "Надати графік"),
        ]
        var known = main
        known.id = "t-2"
        known.isControlled = false
        known.files = []
        known.executors = [executor("04011111", .informed, "2026-12-06")]
        var others = main
        others.id = "t-3"
        others.files = [file("f-9", "чужий", "doc", [9])]
        others.executors = [executor("00000003", nil, "2026-12-07")]
        return [main, known, others]
    }

    static var message: Message {
        var message = Message(header: header)
        message.document = document
        message.tasks = tasks
        var annexes = Message.Folder(.annexes)
        annexes.files = [file("f-4", "../../etc/додаток 1", "docx", Array(repeating: 7, count: 1_000))]
        annexes.notes = ["Примітка", "Друга"]
        var link = Message.DocumentLink(id: "d-9", purpose: .summary)
        link.kind = "Лист"
        link.title = "Про інше"
        link.annotation = "Зміст"
        link.type = 2
        link.number = number("8", "2026-11-18")
        annexes.documents = [link, Message.DocumentLink(id: "d-10", purpose: .information)]
        message.folders = [annexes, Message.Folder(.replacement)]
        var expansion = Message.Expansion(organization: "АСКОД", version: "1")
        expansion.contacts = [Message.Contact(.icq, "123")]
        var signature = Message.Signature(fileID: "f-1", signature: .octets([0x30, 0x82]))
        signature.certificate = .octets([0x30])
        signature.signingTime = "2026-11-23T09:59:59+02:00"
        expansion.signatures = [signature]
        message.expansion = expansion
        var acknowledgement = Message.Acknowledgement(.closed, messageID: "0c")
        acknowledgement.number = number("3", "2026-11-24")
        acknowledgement.results = [
            Message.Acknowledgement.Result(code: 0, text: nil),
            Message.Acknowledgement.Result(code: 33, text: "ErrorWhileParsingHeader"),
        ]
        acknowledgement.file = file("f-5", "протокол", "txt", [10, 13])
        message.acknowledgement = acknowledgement
        return message
    }
}

extension InterchangeReading {
    /// The message with the octets of its files in place of their positions.
    var decodedMessage: InterchangeMessage {
        var decoded = message
        func octets(_ content: InterchangeMessage.Content) -> InterchangeMessage.Content { .octets(self.content(content)) }
        func octets(_ file: InterchangeMessage.File) -> InterchangeMessage.File {
            var file = file
            file.content = octets(file.content)
            return file
        }
        decoded.document?.files = message.document?.files.map(octets) ?? []
        for index in decoded.tasks.indices { decoded.tasks[index].files = message.tasks[index].files.map(octets) }
        for index in decoded.folders.indices { decoded.folders[index].files = message.folders[index].files.map(octets) }
        decoded.acknowledgement?.file = message.acknowledgement?.file.map(octets)
        decoded.expansion?.signatures =
            message.expansion?.signatures.map { signature in
                var signature = signature
                signature.signature = octets(signature.signature)
                signature.certificate = signature.certificate.map(octets)
                return signature
            } ?? []
        return decoded
    }
}
