// SPDX-License-Identifier: Apache-2.0
import Interchange
import OfficeCalendar

/// What another office tells us of a message of order 1207 we sent: its receipt, which is no document of its own (domain §3.3).
package struct ReceiptNote: Hashable, Codable, Sendable {
    package enum Kind: String, Hashable, Codable, Sendable {
        case delivered, accepted, registered, rejected, closed
    }

    /// `msg_id` of our message.
    package let messageID: String
    package let kind: Kind
    /// Number and date it was registered under.
    package let number: String?
    package let date: String?
    /// In the words of the other side.
    package let text: String

    init(messageID: String, kind: Kind, number: String?, date: String?, text: String) {
        (self.messageID, self.kind, self.number, self.date, self.text) = (messageID, kind, number, date, text)
    }

    /// Nil for a message that is no receipt, or one of a kind nobody knows.
    init?(_ message: InterchangeMessage) {
        guard message.document == nil, let told = message.acknowledgement, let kind = told.kind else { return nil }
        messageID = told.messageID
        number = told.number?.number
        date = told.number?.date?.description
        text = told.explanation
        self.kind =
            switch kind {
            case .delivered: .delivered
            case .accepted: .accepted
            case .registered: .registered
            case .rejected: .rejected
            case .closed: .closed
            }
    }

    /// «зареєстровано за № 5/01-10 від 26.11.2026»
    package var ukrainian: String {
        switch kind {
        case .delivered: "доставлено"
        case .accepted: "прийнято"
        case .registered:
            "зареєстровано"
                + (number.map { " за № \($0)" } ?? "")
                + (date.flatMap { CivilDate($0) }.map { " від \($0.ukrainianDigits)" } ?? "")
        case .rejected: text.isEmpty ? "відхилено" : "відхилено: \(text)"
        case .closed: "закрито"
        }
    }
}
