// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

extension XMLWriter {
    mutating func write(_ participant: InterchangeMessage.Participant?) {
        switch participant {
        case .organization(let organization): write(organization)
        case .person(let person): write(person)
        case nil: break
        }
    }

    mutating func write(_ organization: InterchangeMessage.Organization?) {
        guard let organization else { return }
        let attributes = [
            ("fullname", organization.fullName), ("shortname", organization.shortName), ("ownership", organization.ownership),
            ("ogrn", organization.registryCode), ("inn", organization.taxNumber),
        ]
        element("Organization", attributes) { writer in
            writer.write(organization.address)
            writer.write(organization.contacts)
            for official in organization.officials { writer.write(official) }
        }
    }

    mutating func write(_ contacts: [InterchangeMessage.Contact]) {
        for contact in contacts { text("Econtact", contact.text, [("type", contact.kind?.rawValue)]) }
    }

    private mutating func write(_ official: InterchangeMessage.OfficialPerson) {
        element("OfficialPerson") { writer in
            writer.write(official.name)
            for post in official.posts {
                let attributes = [("department", post.department), ("post", post.post), ("separator", post.separator)]
                writer.text("Official", post.text, attributes)
            }
            writer.write(official.ranks)
            writer.write(official.address)
            writer.write(official.contacts)
            writer.write(signedOn: official.signedOn)
        }
    }

    private mutating func write(_ person: InterchangeMessage.PrivatePerson) {
        let attributes = [
            ("inn", person.taxNumber), ("pas_ser", person.passport?.series), ("pas_num", person.passport?.number),
            ("pas_org", person.passport?.issuer), ("pas_date", person.passport?.issuedOn?.description),
        ]
        element("PrivatePerson", attributes) { writer in
            writer.write(person.name)
            writer.write(person.ranks)
            writer.write(person.address)
            writer.write(person.contacts)
            writer.write(signedOn: person.signedOn)
        }
    }

    private mutating func write(_ name: InterchangeMessage.PersonName) {
        text("Name", name.text, [("secname", name.family), ("firstname", name.given), ("fathersname", name.patronymic)])
    }

    private mutating func write(_ ranks: [InterchangeMessage.Rank]) {
        for rank in ranks {
            let attributes = [
                ("privilege", rank.privilege), ("socialposition", rank.socialPosition),
                ("sex", rank.sex.map { String($0.rawValue) }),
            ]
            text("Rank", rank.text, attributes)
        }
    }

    private mutating func write(_ address: InterchangeMessage.PostalAddress?) {
        guard let address else { return }
        text("Address", address.text, InterchangeMessage.PostalAddress.fields.map { ($0.name, address[keyPath: $0.field]) })
    }

    private mutating func write(signedOn date: CivilDate?) {
        if let date { text("SignDate", date.description) }
    }
}
