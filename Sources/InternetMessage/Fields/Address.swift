// SPDX-License-Identifier: Apache-2.0

/// One correspondent of an address field: what RFC 5322 §3.4 calls a mailbox.
package struct Address: Hashable, Sendable {
    /// The display name, decoded; the comment behind the address where there is no other name.
    package let name: String?
    /// `local-part@domain` without blanks, quotes of the local part and comments as the sender's words allow; nil where a name stands alone.
    package let addrSpec: String?
    /// The name of the group around it.
    package let group: String?

    package init(name: String?, addrSpec: String?, group: String? = nil) {
        self.name = name
        self.addrSpec = addrSpec
        self.group = group
    }

    /// The part before the last `@`.
    package var localPart: String? {
        guard let addrSpec, let sign = addrSpec.lastIndex(of: "@") else { return addrSpec }
        return String(addrSpec[..<sign])
    }

    /// The part behind the last `@`, lower case.
    package var domain: String? {
        guard let addrSpec, let sign = addrSpec.lastIndex(of: "@") else { return nil }
        return addrSpec[addrSpec.index(after: sign)...].lowercased()
    }
}

/// The addresses of one field.
package struct AddressList: Hashable, Sendable {
    /// All addresses in order, those of groups included.
    package let addresses: [Address]
    /// Names of the groups in order, empty groups (`undisclosed-recipients:;`) included.
    package let groups: [String]

    package init(addresses: [Address], groups: [String] = []) {
        self.addresses = addresses
        self.groups = groups
    }

    /// Reads the body of an address field. Total: what cannot be an address is left out or becomes a name.
    package init(fieldBody: [UInt8]) {
        var reader = AddressReader(fieldBody)
        reader.read()
        self.init(addresses: reader.addresses, groups: reader.groups)
    }
}
