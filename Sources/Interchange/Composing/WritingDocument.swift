// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

extension XMLWriter {
    mutating func write(_ document: InterchangeMessage.Document, source: [UInt8]) {
        let attributes = [
            ("idnumber", document.id), ("type", String(document.type)), ("kind", document.kind),
            ("idnumber_ext", document.externalID), ("pages", document.pages.map { String($0) }), ("title", document.title),
            ("annotation", document.annotation), ("collection", flag(document.isCollective)),
            ("purpose_type", document.purpose.map { String($0.rawValue) }), ("urgent", flag(document.isUrgent)),
        ]
        element("Document", attributes) { writer in
            writer.write("RegNumber", document.number)
            writer.write(document.confidentiality)
            writer.write(document.documentNumber)
            writer.write(document.files, source: source)
            for earlier in document.earlierRegistrations {
                writer.element("Reghistory", [("idnumber", earlier.id)]) { writer in
                    writer.write(earlier.organization)
                    writer.write("RegNumber", earlier.number)
                }
            }
            writer.write(document.authors)
            for validator in document.validators {
                writer.element("Validator", [("attestation", validator.attestation)]) { writer in
                    writer.write(validator.participant)
                    writer.write(validator.documentNumber)
                }
            }
            for addressee in document.addressees {
                writer.element("Addressee", [("type", String(addressee.type))]) { writer in
                    writer.write(addressee.participant)
                    writer.write(addressee.references)
                }
            }
            if let sender = document.writer { writer.element("Writer") { $0.write(sender.participant) } }
            if let approval = document.approval { writer.element("Approval") { $0.write(approval) } }
        }
    }

    /// A `RegNumber` or, by its name, a `TaskNumber`.
    mutating func write(_ name: String, _ number: InterchangeMessage.RegistrationNumber) {
        let dateName = name == "TaskNumber" ? "taskDate" : "regdate"
        text(name, number.number, [(dateName, number.date?.description), ("regpoint", number.place)])
    }

    mutating func write(_ confidentiality: InterchangeMessage.Confidentiality) {
        text("Confident", confidentiality.mark, [("flag", confidentiality.isConfidential ? "1" : "0")])
    }

    mutating func write(_ references: [InterchangeMessage.Reference]) {
        for reference in references {
            element("Referred", [("idnumber", reference.id), ("retype", reference.subject.rawValue)]) { writer in
                writer.write(reference.subject == .task ? "TaskNumber" : "RegNumber", reference.number)
            }
        }
    }

    mutating func write(_ files: [InterchangeMessage.File], source: [UInt8]) {
        for file in files {
            let attributes = [
                ("os", file.operatingSystem), ("type", file.type), ("type_ver", file.typeVersion),
                ("char_set", file.characterSet), ("description", file.description), ("idnumber", file.id),
            ]
            base64("DocTransfer", file.content.decoded(from: source.span), attributes)
        }
    }

    private mutating func write(_ number: InterchangeMessage.DocumentNumber?) {
        guard let number else { return }
        element("DocNumber", [("kind", number.kind)]) { writer in
            writer.write(number.organization)
            writer.write("RegNumber", number.number)
        }
    }

    private mutating func write(_ authors: [InterchangeMessage.Author]) {
        for author in authors {
            element("Author") { writer in
                writer.write(author.participant)
                if let number = author.outgoingNumber { writer.element("OutNumber") { $0.write("RegNumber", number) } }
            }
        }
    }

    private mutating func write(_ approval: InterchangeMessage.Approval) {
        switch approval {
        case .response(let attestation, let comment):
            element("ApprovalResponse", [("attestation", attestation), ("comment", comment)])
        case .request(let initiator, let approvers):
            element("ApprovalRequest") { writer in
                if let initiator {
                    writer.element("InitiativeDocumentSender") { writer in
                        writer.write(initiator.participant)
                        writer.write(initiator.references)
                    }
                }
                for approver in approvers { writer.write(approver) }
            }
        }
    }

    private mutating func write(_ approver: InterchangeMessage.Approver) {
        element("Approver", [("idnumber", approver.id), ("deadline", approver.deadline?.description)]) { writer in
            writer.write(approver.participant)
            for id in approver.referredApprovers { writer.element("ReferredApprover", [("idnumber", id)]) }
        }
    }

    func flag(_ value: Bool?) -> String? { value.map { $0 ? "1" : "0" } }
}
