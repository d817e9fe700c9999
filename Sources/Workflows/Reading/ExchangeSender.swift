// SPDX-License-Identifier: Apache-2.0
import Interchange

/// Who sent a message of order 1207, and by which identifier: what a receipt about it needs (domain §3.3).
package struct ExchangeSender: Hashable, Codable, Sendable {
    package let messageID: String
    /// ЄДРПОУ, as written.
    package let organizationID: String
    package let organization: String
    package let department: String?
    package let systemID: String
    package let system: String

    /// Nil when the sender asks for no receipts.
    init?(_ header: InterchangeMessage.Header) {
        guard header.acknowledgementWish != .never else { return nil }
        messageID = header.id
        organizationID = header.sender.organizationID
        organization = header.sender.organization
        department = header.sender.department
        systemID = header.sender.systemID
        system = header.sender.system
    }

    /// From the parameters of an outgoing letter; nil when it answers no such message.
    init?(parameters: [String: String]) {
        guard let messageID = parameters["exchange.messageID"] else { return nil }
        self.messageID = messageID
        organizationID = parameters["exchange.organizationID"] ?? ""
        organization = parameters["exchange.organization"] ?? ""
        department = parameters["exchange.department"]
        systemID = parameters["exchange.systemID"] ?? ""
        system = parameters["exchange.system"] ?? ""
    }

    /// As the outbox keeps them until the letter is worded.
    var parameters: [String: String] {
        var parameters = [
            "exchange.messageID": messageID, "exchange.organizationID": organizationID, "exchange.organization": organization,
            "exchange.systemID": systemID, "exchange.system": system,
        ]
        parameters["exchange.department"] = department
        return parameters
    }

    /// The header of the message, as far as a receipt looks at it.
    var header: InterchangeMessage.Header {
        var sender = InterchangeMessage.Party(
            organizationID: organizationID, organization: organization, systemID: systemID, system: system)
        sender.department = department
        return InterchangeMessage.Header(type: .document, id: messageID, time: "", sender: sender, recipient: sender)
    }
}
