// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// An outgoing letter of ours that answers a message: sent back as a message of the same kind (`msg_type` 3, `purpose_type` 4).
package struct InterchangeAnswer: Hashable, Sendable {
    /// A person of ours, as named in the message.
    package struct Official: Hashable, Sendable {
        package let name: InterchangeMessage.PersonName
        package let post: String?
        package let phone: String?
        package let email: String?

        package init(name: InterchangeMessage.PersonName, post: String?, phone: String? = nil, email: String? = nil) {
            self.name = name
            self.post = post
            self.phone = phone
            self.email = email
        }
    }

    /// A file enclosed.
    package struct Enclosure: Hashable, Sendable {
        /// With its ending.
        package let name: String
        package let octets: [UInt8]
        /// Detached CAdES, where the file is signed.
        package let signature: [UInt8]?

        package init(name: String, octets: [UInt8], signature: [UInt8]? = nil) {
            self.name = name
            self.octets = octets
            self.signature = signature
        }
    }

    /// Our own key of the outgoing card.
    package let id: String
    package let number: String
    package let date: CivilDate
    /// Короткий зміст.
    package let subject: String
    package let signatory: Official
    package let writer: Official?
    /// The first is the letter itself, the others its annexes.
    package let files: [Enclosure]

    package init(
        id: String, number: String, date: CivilDate, subject: String, signatory: Official, writer: Official?, files: [Enclosure]
    ) {
        self.id = id
        self.number = number
        self.date = date
        self.subject = subject
        self.signatory = signatory
        self.writer = writer
        self.files = files
    }

    /// The answer to `incoming`: it refers to that document and to each of its tasks that was ours.
    package func message(
        to incoming: InterchangeMessage, from office: InterchangeOffice, stamp: InterchangeStamp
    ) -> InterchangeMessage {
        var message = InterchangeMessage(
            header: InterchangeMessage.Header(
                type: .answer, id: stamp.messageID, time: stamp.time, sender: office.party, recipient: incoming.header.sender))
        message.header.acknowledgementWish = .always
        let registration = InterchangeMessage.RegistrationNumber(number, of: date)
        var document = InterchangeMessage.Document(id: id, purpose: .report, number: registration)
        document.kind = "Лист"
        document.title = subject.isEmpty ? nil : subject
        document.annotation = document.title
        document.isCollective = false
        document.isUrgent = false
        document.files = files.prefix(1).enumerated().map { file($0.element, number: 1) }
        document.authors = [
            InterchangeMessage.Author(participant(signatory, of: office, signedOn: date), outgoingNumber: registration)
        ]
        document.addressees = [
            InterchangeMessage.Addressee(addressee(of: incoming), references: references(to: incoming, office))
        ]
        document.writer = writer.map { InterchangeMessage.Writer(participant($0, of: office, signedOn: nil)) }
        message.document = document
        if files.count > 1 {
            var folder = InterchangeMessage.Folder(.annexes)
            folder.files = files.enumerated().dropFirst().map { file($0.element, number: $0.offset + 1) }
            message.folders = [folder]
        }
        message.expansion = expansion(office)
        return message
    }

    private func file(_ enclosure: Enclosure, number: Int) -> InterchangeMessage.File {
        let parts = enclosure.name.split(separator: ".", omittingEmptySubsequences: false)
        let type = parts.count > 1 ? parts.last.map { $0.lowercased() } ?? "" : ""
        return InterchangeMessage.File(
            id: fileID(number), description: enclosure.name, type: type, content: .octets(enclosure.octets))
    }

    private func fileID(_ number: Int) -> String { "\(id)-\(number)" }

    private func participant(
        _ official: Official, of office: InterchangeOffice, signedOn date: CivilDate?
    ) -> InterchangeMessage.Participant {
        var organization = office.organization
        var person = InterchangeMessage.OfficialPerson(name: official.name)
        person.posts = official.post.map { [InterchangeMessage.Post(post: $0)] } ?? []
        person.contacts =
            (official.phone.map { [InterchangeMessage.Contact(.workPhone, $0)] } ?? [])
            + (official.email.map { [InterchangeMessage.Contact(.email, $0)] } ?? [])
        person.signedOn = date
        organization.officials = [person]
        return .organization(organization)
    }

    private func addressee(of incoming: InterchangeMessage) -> InterchangeMessage.Participant? {
        if let author = incoming.document?.authors.first?.participant { return author.unsigned }
        let sender = incoming.header.sender
        // The schema takes digits alone; an organisation without a code is left to the header.
        guard !sender.organizationID.isEmpty, sender.organizationID.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        var organization = InterchangeMessage.Organization(registryCode: sender.organizationID)
        organization.fullName = sender.organization.isEmpty ? nil : sender.organization
        return .organization(organization)
    }

    private func references(
        to incoming: InterchangeMessage, _ office: InterchangeOffice
    ) -> [InterchangeMessage.Reference] {
        guard let document = incoming.document else { return [] }
        let card = InterchangeCard(incoming, registryCode: office.registryCode)
        let number = card.outgoingNumber ?? document.number
        var references: [InterchangeMessage.Reference] = []
        if number.date != nil {
            references.append(.init(.document, id: document.id.isEmpty ? nil : document.id, number: number))
        }
        for task in card.tasks where task.role != .informed {
            // A task has a date in the schema; where the sender's program left it out, its document's stands in.
            guard let day = task.number.date ?? number.date else { continue }
            let id = task.id.isEmpty ? nil : task.id
            references.append(.init(.task, id: id, number: .init(task.number.number, of: day)))
        }
        return references
    }

    private func expansion(_ office: InterchangeOffice) -> InterchangeMessage.Expansion? {
        let signatures = files.enumerated().compactMap { index, file in
            file.signature.map { InterchangeMessage.Signature(fileID: fileID(index + 1), signature: .octets($0)) }
        }
        guard !signatures.isEmpty else { return nil }
        var expansion = InterchangeMessage.Expansion(organization: office.name, version: office.systemVersion)
        expansion.signatures = signatures
        return expansion
    }
}

extension InterchangeMessage.Participant {
    /// As an addressee: without the dates of signatures, which have no place there, and only where the schema takes its code.
    var unsigned: Self? {
        switch self {
        case .organization(var organization):
            func isNumber(_ text: String) -> Bool { !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber } }
            guard isNumber(organization.registryCode) else { return nil }
            if let number = organization.taxNumber, !isNumber(number) { organization.taxNumber = nil }
            for index in organization.officials.indices { organization.officials[index].signedOn = nil }
            return .organization(organization)
        case .person(var person):
            person.signedOn = nil
            person.taxNumber = nil
            person.passport = nil
            return .person(person)
        }
    }
}
