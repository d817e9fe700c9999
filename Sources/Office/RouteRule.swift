// SPDX-License-Identifier: Apache-2.0

/// Somebody on a route: a person by name, or whoever has a role.
package enum RouteParticipant: Hashable, Sendable, CustomStringConvertible {
    case role(Role)
    case person(PersonID)

    package var description: String {
        switch self {
        case .role(let role): role.rawValue
        case .person(let person): person.rawValue
        }
    }
}

/// The way a letter goes through the office.
package struct RouteRule: Hashable, Sendable {
    /// The kind it is for; nil matches every letter, of known and unknown kind.
    package let kind: DocumentKind?
    /// Who resolves what is done with the letter.
    package let review: RouteParticipant
    /// Who approves the answer, one after another, in this order.
    package let approvers: [RouteParticipant]
    package let signatory: RouteParticipant
    package let registration: Registration
    package let signing: SigningMeans

    package init(
        kind: DocumentKind?, review: RouteParticipant, approvers: [RouteParticipant], signatory: RouteParticipant,
        registration: Registration, signing: SigningMeans = .desk
    ) {
        self.kind = kind
        self.review = review
        self.approvers = approvers
        self.signatory = signatory
        self.registration = registration
        self.signing = signing
    }

    /// A rule with a kind matches that kind only: a letter whose kind is not known goes to the rules without one.
    package func matches(_ kind: DocumentKind?) -> Bool { self.kind == nil || self.kind == kind }
}
