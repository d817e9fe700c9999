// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

extension InterchangeCard {
    /// The correspondent: the organisation of the header, with what the document's author adds.
    package struct Sender: Hashable, Sendable {
        package let name: String
        /// ЄДРПОУ with its zeros; nil for a private person.
        package let registryCode: String?
        package let address: String?
        package let phone: String?
        package let email: String?
        package let isPrivatePerson: Bool

        init(_ message: InterchangeMessage) {
            let header = message.header.sender
            let authors = message.document?.authors.compactMap(\.participant) ?? []
            let code = RegistryCode(header.organizationID)
            let author =
                authors.first { code != nil && $0.organization.flatMap { RegistryCode($0.registryCode) } == code }
                ?? authors.first
            switch author {
            case .person(let person):
                isPrivatePerson = true
                name = person.name.full.isEmpty ? header.organization : person.name.full
                registryCode = nil
                address = person.address?.line
                phone = person.contacts.phone
                email = person.contacts.email
            case .organization(let organization):
                isPrivatePerson = false
                // The header of a message that another forwards names the forwarder; the letter is its author's.
                let own = RegistryCode(organization.registryCode)
                let isSame = own == nil || code == nil || own == code
                let headerName =
                    header.organization.isEmpty || (code == nil && organization.name != nil) ? nil : header.organization
                name = (isSame ? headerName ?? organization.name : organization.name ?? headerName) ?? ""
                registryCode = (isSame ? code ?? own : own)?.digits
                address = organization.address?.line
                phone = organization.contacts.phone
                email = organization.contacts.email
            case nil:
                isPrivatePerson = false
                name = header.organization
                registryCode = code?.digits
                (address, phone, email) = (nil, nil, nil)
            }
        }
    }

    /// A task for us.
    package struct Task: Hashable, Sendable {
        package let id: String
        package let number: InterchangeMessage.RegistrationNumber
        /// What we are to do: specified for us, else the task's own text.
        package let text: String
        /// The deadline given to us, else the task's.
        package let deadline: CivilDate?
        package let isControlled: Bool
        /// An executor without a role is a co-executor.
        package let role: InterchangeMessage.Executor.Role
        package let confidentiality: InterchangeMessage.Confidentiality
        package let files: [InterchangeMessage.File]

        /// Nil when we are not among the executors.
        init?(_ task: InterchangeMessage.Task, _ us: RegistryCode?) {
            guard let us,
                let executor = task.executors.first(where: { $0.organization.flatMap { RegistryCode($0.registryCode) } == us })
            else { return nil }
            id = task.id
            number = task.number
            text = executor.specifiedText ?? task.text
            deadline = executor.deadline ?? task.deadline
            isControlled = task.isControlled
            role = executor.role ?? .coExecutor
            confidentiality = task.confidentiality
            files = task.files
        }
    }

    package struct File: Hashable, Sendable {
        package enum Place: Hashable, Sendable {
            /// The document itself.
            case document
            /// An annex, or what replaces or supplements an earlier document.
            case folder(InterchangeMessage.Folder.Kind?)
            case task(id: String)
        }

        package let file: InterchangeMessage.File
        package let place: Place
        /// Detached signatures of the file.
        package let signatures: [InterchangeMessage.Signature]
    }

    package struct Person: Hashable, Sendable {
        /// Family name first.
        package let name: String
        package let post: String?
        package let phone: String?
        package let email: String?

        /// The first official of an organisation, or the private person; nil without a name.
        init?(_ participant: InterchangeMessage.Participant) {
            let contacts: [InterchangeMessage.Contact]
            switch participant {
            case .organization(let organization):
                guard let official = organization.officials.first else { return nil }
                name = official.name.full
                post = official.posts.first.flatMap { $0.post ?? $0.text }
                contacts = official.contacts
            case .person(let person):
                name = person.name.full
                post = nil
                contacts = person.contacts
            }
            guard !name.isEmpty else { return nil }
            phone = contacts.phone
            email = contacts.email
        }
    }

    /// What the message does to a document sent before.
    package enum Addition: Hashable, Sendable {
        case replacement
        case supplement

        init?(_ message: InterchangeMessage) {
            if message.folders.contains(where: { $0.kind == .replacement }) {
                self = .replacement
            } else if message.folders.contains(where: { $0.kind == .supplement })
                || message.header.type == .documentSupplement || message.header.type == .answerSupplement
            {
                self = .supplement
            } else {
                return nil
            }
        }
    }
}

extension [InterchangeMessage.Contact] {
    /// Work first: the others are given for want of it.
    fileprivate var phone: String? {
        for kind: InterchangeMessage.Contact.Kind in [.workPhone, .mobilePhone, .homePhone] {
            if let contact = first(where: { $0.kind == kind }) { return contact.text }
        }
        return nil
    }

    fileprivate var email: String? { first { $0.kind == .email }?.text }
}
