// SPDX-License-Identifier: Apache-2.0
import MarkupText

extension MessageSource {
    func document(_ element: XMLElement) -> InterchangeMessage.Document {
        expect(
            [
                "RegNumber", "Confident", "DocNumber", "DocTransfer", "Reghistory", "Author", "Validator", "Addressee", "Writer",
                "Approval",
            ], in: element)
        var document = InterchangeMessage.Document(
            id: required("idnumber", element), purpose: choice("purpose_type", element, isRequired: true),
            number: registrationNumber("RegNumber", in: element))
        document.type = number("type", element, isRequired: true) ?? 0
        document.kind = optional("kind", element)
        document.externalID = optional("idnumber_ext", element)
        document.pages = number("pages", element)
        document.title = optional("title", element)
        document.annotation = optional("annotation", element)
        document.isCollective = flag("collection", element)
        document.isUrgent = flag("urgent", element)
        document.confidentiality = confidentiality(element)
        document.documentNumber = documentNumber(element)
        document.files = files(element)
        document.earlierRegistrations = children("Reghistory", element).map(earlierRegistration)
        document.authors = children("Author", element).map(author)
        if document.authors.isEmpty { note(.missingElement("Author"), element) }
        document.validators = children("Validator", element).map(validator)
        document.addressees = children("Addressee", element).map(addressee)
        document.writer = child("Writer", element).map { InterchangeMessage.Writer(participant($0)) }
        document.approval = child("Approval", element).flatMap(approval)
        return document
    }

    /// The registration number in the child of that name.
    func registrationNumber(
        _ name: String, in element: XMLElement, isRequired: Bool = true
    ) -> InterchangeMessage.RegistrationNumber {
        guard let child = child(name, element, isRequired: isRequired) else {
            return InterchangeMessage.RegistrationNumber("", of: nil)
        }
        return registrationNumber(child)
    }

    /// Of a `RegNumber` or `TaskNumber`.
    func registrationNumber(_ element: XMLElement) -> InterchangeMessage.RegistrationNumber {
        let dateName = element.name.local == "TaskNumber" ? "taskDate" : "regdate"
        return InterchangeMessage.RegistrationNumber(
            text(element), of: date(dateName, element, isRequired: true), at: optional("regpoint", element))
    }

    func confidentiality(_ element: XMLElement) -> InterchangeMessage.Confidentiality {
        guard let child = child("Confident", element, isRequired: true) else { return InterchangeMessage.Confidentiality() }
        let isConfidential = flag("flag", child, isRequired: true)
        let mark = optionalText(child)
        // A mark without its flag is taken at its word: the harm of showing is greater than that of hiding.
        return InterchangeMessage.Confidentiality(isConfidential: isConfidential ?? (mark != nil), mark: mark)
    }

    func reference(_ element: XMLElement) -> InterchangeMessage.Reference {
        expect(["RegNumber", "TaskNumber"], in: element)
        let hasTask = child("TaskNumber", element) != nil
        let number = registrationNumber(hasTask ? "TaskNumber" : "RegNumber", in: element)
        // Some programs write the letter of the type in another alphabet, or leave it out: what it names tells as well.
        let type = optional("retype", element)
        if type == nil { note(.missingAttribute("retype"), element) }
        let subject = type.flatMap(InterchangeMessage.Reference.Subject.init(rawValue:))
        if let type, subject == nil { note(.badValue(of: "retype", type), element) }
        return InterchangeMessage.Reference(
            subject ?? (hasTask ? .task : .document), id: optional("idnumber", element), number: number)
    }

    private func documentNumber(_ element: XMLElement) -> InterchangeMessage.DocumentNumber? {
        guard let child = child("DocNumber", element) else { return nil }
        expect(["Organization", "RegNumber"], in: child)
        var number = InterchangeMessage.DocumentNumber(
            kind: required("kind", child), number: registrationNumber("RegNumber", in: child))
        number.organization = self.child("Organization", child).map(organization)
        return number
    }

    private func earlierRegistration(_ element: XMLElement) -> InterchangeMessage.EarlierRegistration {
        expect(["Organization", "RegNumber"], in: element)
        var registration = InterchangeMessage.EarlierRegistration(number: registrationNumber("RegNumber", in: element))
        registration.id = optional("idnumber", element)
        registration.organization = child("Organization", element).map(organization)
        return registration
    }

    private func author(_ element: XMLElement) -> InterchangeMessage.Author {
        expect(["Organization", "PrivatePerson", "OutNumber"], in: element)
        let outgoing = child("OutNumber", element).map { registrationNumber("RegNumber", in: $0) }
        return InterchangeMessage.Author(participant(element), outgoingNumber: outgoing)
    }

    private func validator(_ element: XMLElement) -> InterchangeMessage.Validator {
        expect(["Organization", "PrivatePerson", "DocNumber"], in: element)
        var validator = InterchangeMessage.Validator(attestation: required("attestation", element))
        validator.participant = participant(element)
        validator.documentNumber = documentNumber(element)
        return validator
    }

    private func addressee(_ element: XMLElement) -> InterchangeMessage.Addressee {
        expect(["Organization", "PrivatePerson", "Referred"], in: element)
        var addressee = InterchangeMessage.Addressee(
            participant(element), references: children("Referred", element).map(reference))
        addressee.type = number("type", element, isRequired: true) ?? 0
        return addressee
    }

    private func approval(_ element: XMLElement) -> InterchangeMessage.Approval? {
        if let response = child("ApprovalResponse", element) {
            return .response(attestation: required("attestation", response), comment: optional("comment", response))
        }
        guard let request = child("ApprovalRequest", element, isRequired: true) else { return nil }
        expect(["InitiativeDocumentSender", "Approver"], in: request)
        let initiator = child("InitiativeDocumentSender", request).map {
            InterchangeMessage.Initiator(participant($0), references: children("Referred", $0).map(reference))
        }
        return .request(initiator: initiator, approvers: children("Approver", request).map(approver))
    }

    private func approver(_ element: XMLElement) -> InterchangeMessage.Approver {
        expect(["Organization", "PrivatePerson", "ReferredApprover"], in: element)
        var approver = InterchangeMessage.Approver(
            id: required("idnumber", element), deadline: date("deadline", element, isRequired: true),
            participant: participant(element))
        approver.referredApprovers = children("ReferredApprover", element).map { required("idnumber", $0) }
        return approver
    }
}
