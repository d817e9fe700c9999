// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// Our own office as it appears in messages.
package struct InterchangeOffice: Hashable, Sendable {
    /// ЄДРПОУ, with its zeros.
    package let registryCode: String
    package let name: String
    /// In one line.
    package let address: String?
    package let phone: String?
    package let email: String?
    /// A GUID that names this installation for good.
    package let systemID: String
    /// Of the program, for instance `0.2`.
    package let systemVersion: String

    package static let systemName = "Chancery"

    package init(
        registryCode: String, name: String, address: String? = nil, phone: String? = nil, email: String? = nil, systemID: String,
        systemVersion: String
    ) {
        self.registryCode = registryCode
        self.name = name
        self.address = address
        self.phone = phone
        self.email = email
        self.systemID = systemID
        self.systemVersion = systemVersion
    }

    var party: InterchangeMessage.Party {
        var party = InterchangeMessage.Party(
            organizationID: registryCode, organization: name, systemID: systemID, system: Self.systemName)
        party.systemDetails = systemVersion
        return party
    }

    var organization: InterchangeMessage.Organization {
        var organization = InterchangeMessage.Organization(registryCode: registryCode)
        organization.fullName = name
        organization.address = address.map { InterchangeMessage.PostalAddress(text: $0) }
        organization.contacts =
            (phone.map { [InterchangeMessage.Contact(.workPhone, $0)] } ?? [])
            + (email.map { [InterchangeMessage.Contact(.email, $0)] } ?? [])
        return organization
    }
}

/// When a message is sent and by which name it is known: both come from the caller, who owns clock and chance.
package struct InterchangeStamp: Hashable, Sendable {
    /// A new GUID for each message, `8-4-4-4-12` digits.
    package let messageID: String
    /// xs:dateTime.
    let time: String

    /// - Parameters:
    ///   - time: what the clock on the office's wall shows.
    ///   - offsetMinutes: of that clock from UTC, -840…840; written out, though few readers look at it.
    package init(messageID: String, time: WallTime, offsetMinutes: Int) {
        self.messageID = messageID
        let bounded = min(max(offsetMinutes, -840), 840)
        let digits = [abs(bounded) / 60, abs(bounded) % 60].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
        let zone = bounded == 0 ? "Z" : (bounded < 0 ? "-" : "+") + digits
        self.time = time.description.replacing(" ", with: "T") + zone
    }
}
