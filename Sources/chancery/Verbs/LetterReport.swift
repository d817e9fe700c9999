// SPDX-License-Identifier: Apache-2.0
import DocumentText
import FoundationEssentials
import InternetMessage
import MailTransport
import OfficeStore
import Vault
import Workflows

/// What a letter says, as `read --json` prints it: one object a file. The keys of the fact sheet (`kind`, `sender`, `outNumber`, …)
/// stand beside those of the mail.
struct LetterReport: Encodable {
    struct Part: Encodable {
        let path: String
        let type: String
        let charset: String?
        let name: String?
        let transferEncoding: String
        let start: Int
        let end: Int
        /// Octets after decoding.
        let size: Int
        let sha256: String
        let sniffedType: String?
        let isAttachment: Bool
    }

    struct Mark: Encodable {
        let kind: String
        let offset: Int
    }

    let file: String
    let fate: String
    let reason: String?
    let from: String?
    let senderAddress: String?
    let to: [String]
    /// The Subject field as it came; `subject` of the sheet is the short summary.
    let mailSubject: String
    let date: Date?
    let messageID: String?
    let inReplyToMessages: [String]
    let text: String
    let parts: [Part]
    let documents: [DocumentFacts]
    let defects: [Mark]
    let sheet: FactSheet

    /// Reads a letter and its attachments. Blocks for as long as the attachments take.
    init(_ octets: Span<UInt8>, file: String, receivedAt: Date, library: ReadingRoom) {
        let contents = LetterContents(octets)
        let header = contents.header
        self.file = file
        let report = DeliveryReport(contents.message, in: octets)
        let automation = Automation(contents.message, header: header, in: octets, instance: nil)
        (fate, reason) =
            if let report { ("bounce", report.kind.rawValue) } else if let why = automation.reason {
                ("automatic", why.rawValue)
            } else {
                ("card", nil)
            }
        from = header.from.first?.name
        senderAddress = header.from.first?.addrSpec
        to = header.to.compactMap(\.addrSpec)
        mailSubject = header.subject
        date = header.date.map { Date(timeIntervalSince1970: Double($0.secondsSince1970)) }
        messageID = header.messageID
        inReplyToMessages = header.inReplyTo
        text = contents.bodyText
        let attachments = library.attachments.attachments(of: contents, in: octets)
        sheet = library.facts.sheet(
            of: contents, receivedAt: receivedAt, isAutomatic: report != nil || automation.reason.map { !$0.isToMany } ?? false,
            isListMail: automation.reason?.isToMany ?? false, attachments: attachments)
        documents = attachments.flatMap { attachment in
            attachment.documents.map { DocumentFacts(NewDocument($0, in: attachment)) }
        }
        let attached = Dictionary(contents.attachments.map { ($0.partPath, $0) }) { first, _ in first }
        parts = contents.message.parts.filter(\.isLeaf).map { part in
            let file = attached[part.path]
            let body = file == nil ? contents.message.decodedBody(of: part, in: octets) : []
            return Part(
                path: part.path, type: part.mediaType.name, charset: part.charset, name: part.fileName,
                transferEncoding: part.transferEncoding.rawValue, start: part.body.lowerBound, end: part.body.upperBound,
                size: file?.size ?? body.count, sha256: (file?.digest ?? OctetHasher.digest(of: body.span.bytes)).hex,
                sniffedType: file.flatMap { $0.sniffedType.isEmpty ? nil : $0.sniffedType }, isAttachment: file != nil)
        }
        defects = contents.defects.map { Mark(kind: $0.kind.rawValue, offset: $0.offset) }
    }

    private enum Key: String, CodingKey {
        case file, fate, reason, from, senderAddress, to, mailSubject, date, messageID, inReplyToMessages, text, parts, documents
        case defects
    }

    func encode(to encoder: any Encoder) throws {
        try sheet.encode(to: encoder)
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(file, forKey: .file)
        try object.encode(fate, forKey: .fate)
        try object.encodeIfPresent(reason, forKey: .reason)
        try object.encodeIfPresent(from, forKey: .from)
        try object.encodeIfPresent(senderAddress, forKey: .senderAddress)
        try object.encode(to, forKey: .to)
        try object.encode(mailSubject, forKey: .mailSubject)
        try object.encodeIfPresent(date, forKey: .date)
        try object.encodeIfPresent(messageID, forKey: .messageID)
        try object.encode(inReplyToMessages, forKey: .inReplyToMessages)
        try object.encode(text, forKey: .text)
        try object.encode(parts, forKey: .parts)
        try object.encode(documents, forKey: .documents)
        try object.encode(defects, forKey: .defects)
    }

    /// For people.
    var lines: [String] {
        var lines = ["\(file): \(fate)\(reason.map { " (\($0))" } ?? "")"]
        lines.append("  From          \([from, senderAddress.map { "<\($0)>" }].compactMap(\.self).joined(separator: " "))")
        lines.append("  Mail subject  \(mailSubject)")
        if let date { lines.append("  Date          \(date.formatted(.iso8601))") }
        lines += [""] + SheetLines(sheet).lines.map { "  " + $0 } + [""]
        for part in parts {
            let name = part.name.map { " “\($0)”" } ?? ""
            lines.append(
                "  Part \(part.path)  \(part.sniffedType ?? part.type)\(name)  \(part.size) octets  \(part.sha256.prefix(12))…")
        }
        for document in documents { lines.append("  Document  \(document.sentence)") }
        for defect in defects { lines.append("  Defect   \(defect.kind) at \(defect.offset)") }
        if !text.isEmpty {
            lines += [""] + text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 } + [""]
        }
        return lines
    }
}
