// SPDX-License-Identifier: Apache-2.0
package import Office
package import OfficeCalendar

/// What a message says for the card of the incoming letter. It beats whatever was read off the letter's text.
package struct InterchangeCard: Hashable, Sendable {
    package let sender: Sender
    /// The sender's own number and date: of the author, else of the registration, else of the document itself.
    package let outgoingNumber: InterchangeMessage.RegistrationNumber?
    /// Короткий зміст, else the title.
    package let subject: String?
    /// Вид документа in the sender's words.
    package let documentKind: String?
    /// The kind of ours that fits; a registrar may choose another. Nil for a private person's message and for one without document.
    package let kind: DocumentKind?
    package let purpose: InterchangeMessage.Purpose?
    /// Our documents and tasks that it answers or carries on: those named for us, else all that are named.
    package let references: [InterchangeMessage.Reference]
    /// Tasks in which we are named, in order.
    package let tasks: [Task]
    /// By when we are to approve, when we are asked to.
    package let approvalDeadline: CivilDate?
    /// In order: the document's, the annexes, our tasks'.
    package let files: [File]
    package let isUrgent: Bool
    package let isCollective: Bool
    package let isConfidential: Bool
    /// Гриф, in the sender's words.
    package let confidentialityMark: String?
    package let signatory: Person?
    /// Who wrote the text and can be asked.
    package let contact: Person?
    package let addition: Addition?
    /// Whether the sender asks to be told that it arrived.
    package let wantsReceipts: Bool
    /// Whether the header names us; nil when it names nobody, or we have no code.
    package let isAddressedToUs: Bool?

    /// - Parameter registryCode: our ЄДРПОУ; leading zeros do not matter.
    package init(_ message: InterchangeMessage, registryCode: String) {
        let us = RegistryCode(registryCode)
        let document = message.document
        sender = Sender(message)
        outgoingNumber = Self.outgoingNumber(document)
        subject = document?.annotation ?? document?.title
        documentKind = document?.kind
        purpose = document?.purpose
        references = Self.references(document, us)
        tasks = message.tasks.compactMap { Task($0, us) }
        approvalDeadline = Self.approvalDeadline(document, us)
        files = Self.files(message, tasks)
        isUrgent = document?.isUrgent ?? false
        isCollective = document?.isCollective ?? false
        let confidentialities = (document.map { [$0.confidentiality] } ?? []) + tasks.map(\.confidentiality)
        isConfidential = confidentialities.contains(where: \.isConfidential)
        confidentialityMark = confidentialities.lazy.filter(\.isConfidential).compactMap(\.mark).first
        let author = document?.authors.first?.participant
        signatory = author.flatMap(Person.init)
        contact = document?.writer?.participant.flatMap(Person.init)
        addition = Addition(message)
        wantsReceipts = message.header.acknowledgementWish == .always
        let recipient = RegistryCode(message.header.recipient.organizationID)
        isAddressedToUs = recipient == nil || us == nil ? nil : recipient == us
        kind = InterchangeKindRule.kind(of: message, tasks: tasks)
    }

    private static func outgoingNumber(_ document: InterchangeMessage.Document?) -> InterchangeMessage.RegistrationNumber? {
        guard let document else { return nil }
        let numbers =
            document.authors.compactMap(\.outgoingNumber) + [document.number]
            + (document.documentNumber.map { [$0.number] } ?? [])
        return numbers.first { !$0.number.isEmpty }
    }

    private static func references(
        _ document: InterchangeMessage.Document?, _ us: RegistryCode?
    ) -> [InterchangeMessage.Reference] {
        let addressees = document?.addressees ?? []
        let ours = addressees.filter { us != nil && $0.participant?.organization.flatMap { RegistryCode($0.registryCode) } == us }
        let named = ours.flatMap(\.references)
        return named.isEmpty ? addressees.flatMap(\.references) : named
    }

    private static func approvalDeadline(_ document: InterchangeMessage.Document?, _ us: RegistryCode?) -> CivilDate? {
        guard let us, case .request(_, let approvers)? = document?.approval else { return nil }
        return approvers.first { $0.participant?.organization.flatMap { RegistryCode($0.registryCode) } == us }?.deadline
    }

    private static func files(_ message: InterchangeMessage, _ tasks: [Task]) -> [File] {
        let signed = message.expansion?.signatures ?? []
        func files(_ files: [InterchangeMessage.File], _ place: File.Place) -> [File] {
            files.map { file in File(file: file, place: place, signatures: signed.filter { $0.fileID == file.id }) }
        }
        return files(message.document?.files ?? [], .document)
            + message.folders.flatMap { files($0.files, .folder($0.kind)) }
            + tasks.flatMap { files($0.files, .task(id: $0.id)) }
    }
}

/// An ЄДРПОУ, to compare: eight digits, as programs that take it for a number lose its zeros.
struct RegistryCode: Hashable {
    let digits: String

    /// Nil for what is empty, and for СЕВ's own number, which names the exchange and no organisation.
    init?(_ text: String) {
        let kept = text.filter { !$0.isWhitespace }
        guard !kept.isEmpty, kept != "99999999" else { return nil }
        digits =
            kept.allSatisfy { $0.isASCII && $0.isNumber } && kept.count < 8
            ? String(repeating: "0", count: 8 - kept.count) + kept : kept
    }
}

extension InterchangeMessage.Participant {
    var organization: InterchangeMessage.Organization? {
        if case .organization(let organization) = self { organization } else { nil }
    }
}
