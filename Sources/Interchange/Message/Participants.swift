// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

extension InterchangeMessage {
    /// Who stands behind an author, addressee, approver or writer.
    package enum Participant: Hashable, Sendable {
        case organization(Organization)
        case person(PrivatePerson)
    }

    package struct Organization: Hashable, Sendable {
        package var fullName: String?
        package var shortName: String?
        /// The form of ownership.
        package var ownership: String?
        /// `@ogrn`: ЄДРПОУ.
        package var registryCode: String
        /// `@inn`: the number as a taxpayer.
        package var taxNumber: String?
        package var address: PostalAddress?
        package var contacts: [Contact] = []
        package var officials: [OfficialPerson] = []

        package init(registryCode: String) { self.registryCode = registryCode }

        package var name: String? { fullName ?? shortName }
    }

    package struct OfficialPerson: Hashable, Sendable {
        package var name: PersonName
        package var posts: [Post] = []
        package var ranks: [Rank] = []
        package var address: PostalAddress?
        package var contacts: [Contact] = []
        package var signedOn: CivilDate?

        package init(name: PersonName) { self.name = name }
    }

    package struct PrivatePerson: Hashable, Sendable {
        package var name: PersonName
        package var ranks: [Rank] = []
        package var address: PostalAddress?
        package var contacts: [Contact] = []
        package var signedOn: CivilDate?
        package var taxNumber: String?
        package var passport: Passport?

        package init(name: PersonName) { self.name = name }
    }

    /// `PrivatePerson/@pas_*`.
    package struct Passport: Hashable, Sendable {
        package var series: String?
        package var number: String?
        package var issuer: String?
        package var issuedOn: CivilDate?

        package init() {}
    }

    package struct PersonName: Hashable, Sendable {
        /// The text of `Name`: some programs put the whole name here and no attributes.
        package var text: String?
        package var family: String?
        package var given: String?
        package var patronymic: String?

        package init(family: String? = nil, given: String? = nil, patronymic: String? = nil, text: String? = nil) {
            self.family = family
            self.given = given
            self.patronymic = patronymic
            self.text = text
        }

        /// Family name first; empty when nothing is given.
        package var full: String {
            let parts = [family, given, patronymic].compactMap(\.self)
            return parts.isEmpty ? text ?? "" : parts.joined(separator: " ")
        }
    }

    /// `Official`.
    package struct Post: Hashable, Sendable {
        package var text: String?
        package var department: String?
        package var post: String?
        package var separator: String?

        package init(post: String? = nil) { self.post = post }
    }

    package struct Rank: Hashable, Sendable {
        package var text: String?
        package var privilege: String?
        package var socialPosition: String?
        package var sex: Sex?

        package init() {}
    }

    /// `Rank/@sex`.
    package enum Sex: Int, Hashable, Sendable, CaseIterable {
        case unknown = 0
        case male = 1
        case female = 2
    }

    package struct PostalAddress: Hashable, Sendable {
        /// The address in one piece, as most programs give it.
        package var text: String?
        package var street: String?
        package var house: String?
        package var building: String?
        package var flat: String?
        package var settlement: String?
        package var district: String?
        package var region: String?
        package var country: String?
        package var postcode: String?
        package var postbox: String?
        /// Without the usual parts.
        package var nontypical: String?

        package init(text: String? = nil) { self.text = text }

        /// In one line, in the order of an envelope; empty when nothing is given.
        package var line: String {
            if let whole = text ?? nontypical { return whole }
            let home = [street, house, building.map { "корп. \($0)" }, flat.map { "кв. \($0)" }]
            let town = [settlement, district, region, country, postcode, postbox.map { "а/с \($0)" }]
            return (home + town).compactMap(\.self).joined(separator: ", ")
        }
    }

    /// `Econtact`.
    package struct Contact: Hashable, Sendable {
        /// `@type`: letters of the Ukrainian alphabet but for the last two.
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            case workPhone = "р"
            case homePhone = "д"
            case mobilePhone = "м"
            case fax = "ф"
            case email = "п"
            case site = "і"
            case skype = "s"
            case icq = "c"
        }

        package var kind: Kind?
        package var text: String

        package init(_ kind: Kind?, _ text: String) {
            self.kind = kind
            self.text = text
        }
    }
}
