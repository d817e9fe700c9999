// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import InternetMessage
package import Interchange
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import Vault

/// Composes the receipts of order 1207 that go with the letters about a message: delivered, accepted, registered, rejected.
package struct ReceiptComposer: Sendable {
    private let composer: InterchangeComposer
    private let office: InterchangeOffice

    package init(composer: InterchangeComposer, office: InterchangeOffice) {
        self.composer = composer
        self.office = office
    }

    /// The receipt as a file, for a letter that answers such a message; nil for every other letter.
    /// - Throws: `InterchangeComposer.Fault` when the schema takes no such receipt.
    func attachment(for row: OutboxRow, card: Card?, reason: String, clock: OfficeClock) throws -> OutgoingAttachment? {
        guard let sender = ExchangeSender(parameters: row.parameters),
            let receipt = Self.receipt(for: row, card: card, reason: reason)
        else { return nil }
        let now = clock.now()
        // The letter is worded again after a crash: the same letter carries the same receipt.
        let stamp = InterchangeStamp(
            messageID: Self.identifier(of: row.messageID), time: clock.timeZone.wallTime(at: now),
            offsetMinutes: clock.timeZone.offset(at: now) / 60)
        let octets = try composer.octets(of: receipt.message(about: sender.header, from: office, stamp: stamp))
        return OutgoingAttachment(name: receipt.fileName, mediaType: "application/xml", octets: octets)
    }

    private static func receipt(for row: OutboxRow, card: Card?, reason: String) -> InterchangeReceipt? {
        switch NoticeKind(rawValue: row.kind) {
        // A registrar who acknowledges by hand has looked at the document.
        case .received: row.parameters["exchange.isAccepted"] == nil ? .delivered : .accepted
        case .registered:
            card?.registrationIndex.flatMap { index in card?.registeredOn.map { .registered(number: index, date: $0) } }
        case .refused: .rejected(reason: reason)
        default: nil
        }
    }

    /// A GUID out of a Message-ID: the first half of its SHA-256, marked as a UUID of version 8 (RFC 9562 §5.8).
    package static func identifier(of text: String) -> String {
        var octets = Array(OctetHasher.digest(of: Array(text.utf8).span.bytes).bytes.prefix(16))
        octets[6] = octets[6] & 0x0F | 0x80
        octets[8] = octets[8] & 0x3F | 0x80
        let digits = octets.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
    }
}
