// SPDX-License-Identifier: Apache-2.0

extension InterchangeMessage {
    /// The attributes of `Header`.
    package struct Header: Hashable, Sendable {
        package var type: MessageType?
        /// A GUID as the sender writes it; compare by ``InterchangeMessage/isSame(_:_:)``.
        package var id: String
        /// `@time`, xs:dateTime as written: the official samples put `Z` on local time, so the zone means nothing.
        package var time: String
        package var acknowledgementWish: AcknowledgementWish = .never
        package var sender: Party
        package var recipient: Party

        package init(type: MessageType?, id: String, time: String, sender: Party, recipient: Party) {
            self.type = type
            self.id = id
            self.time = time
            self.sender = sender
            self.recipient = recipient
        }
    }

    /// `Header/@msg_type`.
    package enum MessageType: Int, Hashable, Sendable, CaseIterable {
        /// A receipt: the message holds an `Acknowledgement`.
        case receipt = 0
        case document = 1
        case documentSupplement = 2
        case answer = 3
        case answerSupplement = 4
    }

    /// `Header/@msg_acknow`: when the sender wants receipts.
    package enum AcknowledgementWish: Int, Hashable, Sendable, CaseIterable {
        case never = 0
        case onErrors = 1
        case always = 2
    }

    /// One end of the exchange: the organisation and the program it works with.
    package struct Party: Hashable, Sendable {
        /// ЄДРПОУ.
        package var organizationID: String
        package var organization: String
        package var department: String?
        package var systemID: String
        package var system: String
        package var systemDetails: String?

        package init(organizationID: String, organization: String, systemID: String, system: String) {
            self.organizationID = organizationID
            self.organization = organization
            self.systemID = systemID
            self.system = system
        }
    }

    /// Whether two identifiers of messages are one: a GUID is written in capitals or not, in braces or not.
    package static func isSame(_ one: String, _ other: String) -> Bool {
        func bare(_ id: String) -> String { id.lowercased().filter { !$0.isWhitespace && $0 != "{" && $0 != "}" } }
        return !bare(one).isEmpty && bare(one) == bare(other)
    }
}
