// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

extension XMLWriter {
    mutating func write(_ message: InterchangeMessage, source: [UInt8]) {
        element("Header", Self.attributes(message.header)) { writer in
            if let document = message.document { writer.write(document, source: source) }
            if !message.tasks.isEmpty {
                writer.element("TaskList") { writer in
                    for task in message.tasks { writer.write(task, source: source) }
                }
            }
            if !message.folders.isEmpty {
                writer.element("AddDocuments") { writer in
                    for folder in message.folders { writer.write(folder, source: source) }
                }
            }
            if let expansion = message.expansion { writer.write(expansion, source: source) }
            if let acknowledgement = message.acknowledgement { writer.write(acknowledgement, source: source) }
        }
    }

    private static func attributes(_ header: InterchangeMessage.Header) -> [(String, String?)] {
        [
            ("standart", InterchangeMessage.standard), ("version", InterchangeMessage.version), ("charset", "UTF-8"),
            ("time", header.time), ("msg_type", header.type.map { String($0.rawValue) }), ("msg_id", header.id),
            ("msg_acknow", String(header.acknowledgementWish.rawValue)),
        ] + attributes("from", header.sender) + attributes("to", header.recipient)
    }

    private static func attributes(_ side: String, _ party: InterchangeMessage.Party) -> [(String, String?)] {
        [
            ("\(side)_org_id", party.organizationID), ("\(side)_organization", party.organization),
            ("\(side)_department", party.department), ("\(side)_sys_id", party.systemID), ("\(side)_system", party.system),
            ("\(side)_system_details", party.systemDetails),
        ]
    }

    private mutating func write(_ task: InterchangeMessage.Task, source: [UInt8]) {
        let attributes = [
            ("idnumber", task.id), ("task_reg", flag(task.isRegistered)), ("task_copy", flag(task.isCopy)), ("kind", task.kind),
            ("task_text", task.text), ("deadline", task.deadline?.description), ("referred-control", flag(task.isControlled)),
        ]
        element("Task", attributes) { writer in
            writer.write("TaskNumber", task.number)
            writer.write(task.confidentiality)
            writer.write(task.references)
            for author in task.authors { writer.element("Author") { $0.write(author) } }
            writer.write(task.files, source: source)
            for executor in task.executors {
                let attributes = [
                    ("responsible", executor.role.map { String($0.rawValue) }), ("task_specified", executor.specifiedText),
                    ("deadline", executor.deadline?.description),
                ]
                writer.element("Executor", attributes) { $0.write(executor.organization) }
            }
        }
    }

    private mutating func write(_ folder: InterchangeMessage.Folder, source: [UInt8]) {
        element("Folder", [("add_type", folder.kind.map { String($0.rawValue) })]) { writer in
            writer.write(folder.files, source: source)
            for note in folder.notes { writer.text("Note", note) }
            for link in folder.documents {
                let attributes = [
                    ("idnumber", link.id), ("type", String(link.type)), ("kind", link.kind), ("title", link.title),
                    ("annotation", link.annotation), ("purpose_type", link.purpose.map { String($0.rawValue) }),
                ]
                writer.element("Document", attributes) { writer in
                    if let number = link.number { writer.write("RegNumber", number) }
                }
            }
        }
    }

    private mutating func write(_ expansion: InterchangeMessage.Expansion, source: [UInt8]) {
        element("Expansion", [("organization", expansion.organization), ("exp_ver", expansion.version)]) { writer in
            writer.write(expansion.contacts)
            writer.element("StaticExpansion") { writer in
                for signature in expansion.signatures { writer.write(signature, source: source) }
            }
        }
    }

    private mutating func write(_ signature: InterchangeMessage.Signature, source: [UInt8]) {
        element("SignInfo", [("docTransfer_idnumber", signature.fileID)]) { writer in
            if let certificate = signature.certificate {
                writer.base64("CertificateData", certificate.decoded(from: source.span))
            }
            if let time = signature.signingTime { writer.text("SigningTime", time) }
            writer.base64("SignData", signature.signature.decoded(from: source.span))
        }
    }

    private mutating func write(_ acknowledgement: InterchangeMessage.Acknowledgement, source: [UInt8]) {
        let attributes = [
            ("msg_id", acknowledgement.messageID), ("ack_type", acknowledgement.kind.map { String($0.rawValue) }),
        ]
        element("Acknowledgement", attributes) { writer in
            if let number = acknowledgement.number { writer.write("RegNumber", number) }
            for result in acknowledgement.results {
                writer.element("AckResult", [("errorcode", String(result.code)), ("errortext", result.text ?? "")])
            }
            if let file = acknowledgement.file { writer.write([file], source: source) }
        }
    }
}
