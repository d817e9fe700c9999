// SPDX-License-Identifier: Apache-2.0
import MarkupText

extension MessageSource {
    func message(_ root: XMLElement) -> InterchangeMessage {
        expect(["Document", "TaskList", "AddDocuments", "Expansion", "Acknowledgement"], in: root)
        var message = InterchangeMessage(header: header(root))
        message.document = child("Document", root).map(document)
        message.tasks = children("TaskList", root).flatMap { children("Task", $0) }.map(task)
        message.folders = children("AddDocuments", root).flatMap { children("Folder", $0) }.map(folder)
        message.expansion = child("Expansion", root).map(expansion)
        message.acknowledgement = child("Acknowledgement", root).map(acknowledgement)
        return message
    }

    private func header(_ root: XMLElement) -> InterchangeMessage.Header {
        let version = optional("version", root)
        if version != InterchangeMessage.version { note(.version(version ?? ""), root) }
        var header = InterchangeMessage.Header(
            type: choice("msg_type", root, isRequired: true), id: required("msg_id", root), time: required("time", root),
            sender: party("from", root), recipient: party("to", root))
        header.acknowledgementWish = choice("msg_acknow", root) ?? .never
        return header
    }

    private func party(_ side: String, _ root: XMLElement) -> InterchangeMessage.Party {
        var party = InterchangeMessage.Party(
            organizationID: required("\(side)_org_id", root), organization: required("\(side)_organization", root),
            systemID: required("\(side)_sys_id", root), system: required("\(side)_system", root))
        party.department = optional("\(side)_department", root)
        party.systemDetails = optional("\(side)_system_details", root)
        return party
    }

    private func task(_ element: XMLElement) -> InterchangeMessage.Task {
        expect(["TaskNumber", "Confident", "Referred", "Author", "DocTransfer", "Executor"], in: element)
        var task = InterchangeMessage.Task(
            id: required("idnumber", element), text: required("task_text", element),
            isControlled: flag("referred-control", element, isRequired: true) ?? false,
            number: registrationNumber("TaskNumber", in: element))
        task.isRegistered = flag("task_reg", element, isRequired: true) ?? false
        task.isCopy = flag("task_copy", element, isRequired: true) ?? false
        task.kind = optional("kind", element)
        task.deadline = date("deadline", element)
        task.confidentiality = confidentiality(element)
        task.references = children("Referred", element).map(reference)
        task.authors = children("Author", element).compactMap { child("Organization", $0, isRequired: true).map(organization) }
        task.files = files(element)
        task.executors = children("Executor", element).map(executor)
        return task
    }

    private func executor(_ element: XMLElement) -> InterchangeMessage.Executor {
        expect(["Organization"], in: element)
        var executor = InterchangeMessage.Executor(
            role: choice("responsible", element), deadline: date("deadline", element, isRequired: true),
            organization: child("Organization", element, isRequired: true).map(organization))
        executor.specifiedText = optional("task_specified", element)
        return executor
    }

    /// The files directly in the element.
    func files(_ element: XMLElement) -> [InterchangeMessage.File] {
        children("DocTransfer", element).map { element in
            var file = InterchangeMessage.File(
                id: required("idnumber", element), description: required("description", element),
                type: required("type", element), content: content(element))
            file.typeVersion = optional("type_ver", element)
            file.operatingSystem = optional("os", element)
            file.characterSet = optional("char_set", element)
            return file
        }
    }

    private func folder(_ element: XMLElement) -> InterchangeMessage.Folder {
        expect(["DocTransfer", "Note", "Document"], in: element)
        var folder = InterchangeMessage.Folder(choice("add_type", element, isRequired: true))
        folder.files = files(element)
        folder.notes = children("Note", element).compactMap(optionalText)
        folder.documents = children("Document", element).map { element in
            var link = InterchangeMessage.DocumentLink(
                id: required("idnumber", element), purpose: choice("purpose_type", element, isRequired: true))
            link.kind = optional("kind", element)
            link.title = optional("title", element)
            link.annotation = optional("annotation", element)
            link.type = number("type", element, isRequired: true) ?? 0
            link.number = child("RegNumber", element).map(registrationNumber)
            return link
        }
        return folder
    }

    private func expansion(_ element: XMLElement) -> InterchangeMessage.Expansion {
        var expansion = InterchangeMessage.Expansion(
            organization: required("organization", element), version: required("exp_ver", element))
        expansion.contacts = contacts(element)
        expansion.signatures =
            child("StaticExpansion", element, isRequired: true)
            .map { children("SignInfo", $0).map(signature) } ?? []
        expansion.otherElements = element.children.map(\.name.local).filter { $0 != "Econtact" && $0 != "StaticExpansion" }
        return expansion
    }

    private func signature(_ element: XMLElement) -> InterchangeMessage.Signature {
        expect(["CertificateData", "SigningTime", "SignData"], in: element)
        let data = child("SignData", element, isRequired: true).map(content) ?? .octets([])
        var signature = InterchangeMessage.Signature(fileID: required("docTransfer_idnumber", element), signature: data)
        signature.certificate = child("CertificateData", element).map(content)
        signature.signingTime = child("SigningTime", element).flatMap(optionalText)
        return signature
    }

    private func acknowledgement(_ element: XMLElement) -> InterchangeMessage.Acknowledgement {
        expect(["RegNumber", "AckResult", "DocTransfer"], in: element)
        var acknowledgement = InterchangeMessage.Acknowledgement(
            choice("ack_type", element, isRequired: true), messageID: required("msg_id", element))
        acknowledgement.number = child("RegNumber", element).map(registrationNumber)
        acknowledgement.results = children("AckResult", element).map {
            InterchangeMessage.Acknowledgement.Result(
                code: number("errorcode", $0, isRequired: true) ?? 0, text: optional("errortext", $0))
        }
        acknowledgement.file = files(element).first
        return acknowledgement
    }
}
