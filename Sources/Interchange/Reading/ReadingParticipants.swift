// SPDX-License-Identifier: Apache-2.0
import MarkupText

extension MessageSource {
    /// The organisation or person in the element; nil when neither is there.
    func participant(_ element: XMLElement) -> InterchangeMessage.Participant? {
        if let organization = child("Organization", element) { return .organization(self.organization(organization)) }
        return child("PrivatePerson", element).map { .person(privatePerson($0)) }
    }

    func organization(_ element: XMLElement) -> InterchangeMessage.Organization {
        expect(["Address", "Econtact", "OfficialPerson"], in: element)
        var organization = InterchangeMessage.Organization(registryCode: required("ogrn", element))
        organization.fullName = optional("fullname", element)
        organization.shortName = optional("shortname", element)
        organization.ownership = optional("ownership", element)
        organization.taxNumber = optional("inn", element)
        organization.address = address(element)
        organization.contacts = contacts(element)
        organization.officials = children("OfficialPerson", element).map(officialPerson)
        return organization
    }

    private func officialPerson(_ element: XMLElement) -> InterchangeMessage.OfficialPerson {
        expect(["Name", "Official", "Rank", "Address", "Econtact", "SignDate"], in: element)
        var person = InterchangeMessage.OfficialPerson(name: name(element))
        person.posts = children("Official", element).map(post).filter { $0 != InterchangeMessage.Post() }
        person.ranks = ranks(element)
        person.address = address(element)
        person.contacts = contacts(element)
        person.signedOn = child("SignDate", element).flatMap { date(text($0), of: "SignDate", $0) }
        return person
    }

    private func privatePerson(_ element: XMLElement) -> InterchangeMessage.PrivatePerson {
        expect(["Name", "Rank", "Address", "Econtact", "SignDate"], in: element)
        var person = InterchangeMessage.PrivatePerson(name: name(element))
        person.ranks = ranks(element)
        person.address = address(element)
        person.contacts = contacts(element)
        person.signedOn = child("SignDate", element).flatMap { date(text($0), of: "SignDate", $0) }
        person.taxNumber = optional("inn", element)
        var passport = InterchangeMessage.Passport()
        passport.series = optional("pas_ser", element)
        passport.number = optional("pas_num", element)
        passport.issuer = optional("pas_org", element)
        passport.issuedOn = date("pas_date", element)
        person.passport = passport == InterchangeMessage.Passport() ? nil : passport
        return person
    }

    private func name(_ element: XMLElement) -> InterchangeMessage.PersonName {
        guard let name = child("Name", element, isRequired: true) else { return InterchangeMessage.PersonName() }
        return InterchangeMessage.PersonName(
            family: optional("secname", name), given: optional("firstname", name), patronymic: optional("fathersname", name),
            text: optionalText(name))
    }

    private func post(_ element: XMLElement) -> InterchangeMessage.Post {
        var post = InterchangeMessage.Post(post: optional("post", element))
        post.text = optionalText(element)
        post.department = optional("department", element)
        post.separator = optional("separator", element)
        return post
    }

    private func ranks(_ element: XMLElement) -> [InterchangeMessage.Rank] {
        children("Rank", element).map { element in
            var rank = InterchangeMessage.Rank()
            rank.text = optionalText(element)
            rank.privilege = optional("privilege", element)
            rank.socialPosition = optional("socialposition", element)
            rank.sex = choice("sex", element)
            return rank
        }
    }

    /// Nil also for an address without a word: most programs write the element whether they know one or not.
    private func address(_ element: XMLElement) -> InterchangeMessage.PostalAddress? {
        guard let element = child("Address", element) else { return nil }
        var address = InterchangeMessage.PostalAddress(text: optionalText(element))
        for (name, field) in InterchangeMessage.PostalAddress.fields { address[keyPath: field] = optional(name, element) }
        return address == InterchangeMessage.PostalAddress() ? nil : address
    }

    func contacts(_ element: XMLElement) -> [InterchangeMessage.Contact] {
        children("Econtact", element).compactMap { element in
            let text = text(element)
            guard !text.isEmpty else { return nil }
            guard let type = optional("type", element) else { return InterchangeMessage.Contact(nil, text) }
            let kind = InterchangeMessage.Contact.Kind(rawValue: type)
            if kind == nil { note(.badValue(of: "type", type), element) }
            return InterchangeMessage.Contact(kind, text)
        }
    }
}

extension InterchangeMessage.PostalAddress {
    /// The attributes of `Address` in the schema's order.
    static var fields: [(name: String, field: WritableKeyPath<Self, String?>)] {
        [
            ("street", \.street), ("house", \.house), ("building", \.building), ("flat", \.flat), ("settlement", \.settlement),
            ("district", \.district), ("region", \.region), ("country", \.country), ("postcode", \.postcode),
            ("postbox", \.postbox), ("nontypical", \.nontypical),
        ]
    }
}
