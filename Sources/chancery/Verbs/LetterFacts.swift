// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import InternetMessage
import MailTransport
import OfficeStore
import Vault
import Workflows

/// What a letter says, as `read --json` prints it: one object a file.
struct LetterFacts: Encodable {
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
    let sender: String?
    let senderAddress: String?
    let to: [String]
    let subject: String
    let date: Date?
    let messageID: String?
    let inReplyToMessages: [String]
    let text: String
    let parts: [Part]
    let defects: [Mark]

    init(_ octets: Span<UInt8>, file: String) {
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
        sender = header.from.first?.name
        senderAddress = header.from.first?.addrSpec
        to = header.to.compactMap(\.addrSpec)
        subject = header.subject
        date = header.date.map { Date(timeIntervalSince1970: Double($0.secondsSince1970)) }
        messageID = header.messageID
        inReplyToMessages = header.inReplyTo
        text = contents.bodyText
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

    /// For people.
    var lines: [String] {
        var lines = ["\(file): \(fate)\(reason.map { " (\($0))" } ?? "")"]
        lines.append("  From     \([sender, senderAddress.map { "<\($0)>" }].compactMap(\.self).joined(separator: " "))")
        lines.append("  Subject  \(subject)")
        if let date { lines.append("  Date     \(date.formatted(.iso8601))") }
        for part in parts {
            let name = part.name.map { " “\($0)”" } ?? ""
            lines.append(
                "  Part \(part.path)  \(part.sniffedType ?? part.type)\(name)  \(part.size) octets  \(part.sha256.prefix(12))…")
        }
        for defect in defects { lines.append("  Defect   \(defect.kind) at \(defect.offset)") }
        if !text.isEmpty {
            lines += [""] + text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 } + [""]
        }
        return lines
    }
}
