// SPDX-License-Identifier: Apache-2.0
import DocumentText
package import FoundationEssentials
import InternetMessage
import Interchange
package import LetterReading
package import OfficeCalendar
import OfficeStore

/// Reads what a letter says: its own text, the documents in its attachments, and a message of order 1207, which beats both.
package struct FactReader: Sendable {
    private let reader: LetterReader
    private let reckoning: DueReckoning
    private let timeZone: OfficeTimeZone
    /// Addresses of the office, in lower case.
    private let ownAddresses: Set<String>
    /// ЄДРПОУ of the office; empty when it has none.
    private let registryCode: String

    package init(
        reader: LetterReader, reckoning: DueReckoning, timeZone: OfficeTimeZone, ownAddresses: [String], registryCode: String
    ) {
        self.reader = reader
        self.reckoning = reckoning
        self.timeZone = timeZone
        self.ownAddresses = Set(ownAddresses.map { $0.lowercased() })
        self.registryCode = registryCode
    }

    /// - Parameters:
    ///   - receivedAt: when the server took the letter; terms run from here.
    ///   - isAutomatic: whether a machine wrote it.
    ///   - attachments: what was read in the attachments; empty before they are read.
    package func sheet(
        of contents: LetterContents, receivedAt: Date, isAutomatic: Bool = false, isListMail: Bool = false,
        attachments: [ReadAttachment] = []
    ) -> FactSheet {
        let received = timeZone.wallTime(at: receivedAt)
        let source = source(
            of: contents, received: received, isAutomatic: isAutomatic, isListMail: isListMail, attachments: attachments)
        var facts = reader.read(source)
        var exchange: ExchangeSender?
        if let attachment = attachments.first(where: { $0.message?.document != nil }), let message = attachment.message {
            let card = InterchangeCard(message, registryCode: registryCode)
            facts.take(card, from: attachment.partPath, receivedAt: received, by: reckoning)
            exchange = ExchangeSender(message.header)
        }
        var sheet = FactSheet(facts)
        sheet.exchange = exchange
        if exchange == nil, let receipt = attachments.lazy.compactMap({ $0.message.flatMap { ReceiptNote($0) } }).first {
            sheet.receipt = receipt
            sheet.kind = "NOT_REGISTERED"
            sheet.tasks = []
            sheet.cardDeadline = nil
        }
        return sheet
    }

    private func source(
        of contents: LetterContents, received: WallTime, isAutomatic: Bool, isListMail: Bool, attachments: [ReadAttachment]
    ) -> LetterSource {
        let header = contents.header
        var parts = [LetterSource.Part(name: "body", text: contents.bodyText)]
        for attachment in attachments {
            for document in attachment.documents where !document.text.isEmpty {
                let fileName = document.path.split(separator: "/").last.map(String.init) ?? attachment.name
                parts.append(
                    LetterSource.Part(name: "\(attachment.partPath)/\(document.path)", fileName: fileName, text: document.text))
            }
        }
        let sent = header.date.map { Date(timeIntervalSince1970: Double($0.secondsSince1970)) }
        return LetterSource(
            parts: parts, subject: header.subject, senderName: header.from.first?.name ?? "",
            senderAddress: header.from.first?.addrSpec ?? "", receivedAt: received,
            sentOn: sent.map(timeZone.civilDate(at:)), attachmentNames: contents.attachments.map(\.name),
            isAutomatic: isAutomatic,
            isListMail: isListMail, ownAddresses: ownAddresses)
    }
}
