// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// What we tell the sender of a message about it (the official samples ДС13–ДС16).
package enum InterchangeReceipt: Hashable, Sendable {
    case delivered
    case accepted
    case registered(number: String, date: CivilDate)
    /// The reason in the words the sender is to read.
    case rejected(reason: String)

    /// The message that carries it.
    /// - Parameters:
    ///   - header: of the message it speaks of; who sent it receives this one.
    ///   - office: we.
    package func message(
        about header: InterchangeMessage.Header, from office: InterchangeOffice, stamp: InterchangeStamp
    ) -> InterchangeMessage {
        var message = InterchangeMessage(
            header: InterchangeMessage.Header(
                type: .receipt, id: stamp.messageID, time: stamp.time, sender: office.party, recipient: header.sender))
        var acknowledgement = InterchangeMessage.Acknowledgement(kind, messageID: header.id)
        if case .registered(let number, let date) = self {
            acknowledgement.number = InterchangeMessage.RegistrationNumber(number, of: date)
        }
        acknowledgement.results = [InterchangeMessage.Acknowledgement.Result(code: 0, text: resultText)]
        message.acknowledgement = acknowledgement
        return message
    }

    package var kind: InterchangeMessage.Acknowledgement.Kind {
        switch self {
        case .delivered: .delivered
        case .accepted: .accepted
        case .registered: .registered
        case .rejected: .rejected
        }
    }

    /// The name of the file it is attached as.
    package var fileName: String {
        switch self {
        case .delivered: "receipt-delivered.xml"
        case .accepted: "receipt-accepted.xml"
        case .registered: "receipt-registered.xml"
        case .rejected: "receipt-rejected.xml"
        }
    }

    /// In the words of the official samples.
    private var resultText: String? {
        switch self {
        case .delivered: "Повідомлення доставлено без помилок"
        case .accepted: "Повідомлення було прийнято без помилок"
        case .registered: nil
        case .rejected(let reason): reason.isEmpty ? "Документ відхилено" : reason
        }
    }
}

extension InterchangeMessage.Acknowledgement {
    /// What the other side tells us, where it is one of the four; nil for «закрито», for a registration without number or date,
    /// and for a kind nobody knows.
    package var receipt: InterchangeReceipt? {
        switch kind {
        case .delivered: .delivered
        case .accepted: .accepted
        case .registered: number.flatMap { number in number.date.map { .registered(number: number.number, date: $0) } }
        case .rejected: .rejected(reason: explanation)
        case .closed, nil: nil
        }
    }

    /// The texts of all results; the codes where they say something.
    package var explanation: String {
        results.compactMap { result in
            let code = result.code == 0 ? nil : "код \(result.code)"
            let parts = [result.text, code].compactMap(\.self)
            return parts.isEmpty ? nil : parts.joined(separator: ", ")
        }.joined(separator: "; ")
    }
}
