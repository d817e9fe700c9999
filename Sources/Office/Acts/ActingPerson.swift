// SPDX-License-Identifier: Apache-2.0

/// Somebody in the one capacity in which they act: as themselves, or for one absent person.
///
/// Made by ``StaffDirectory/actor(_:for:on:)``, which checks both. Carries the roles of that day, for they change.
package struct ActingPerson: Hashable, Sendable {
    package let person: PersonID
    /// Their own roles.
    package let roles: Set<Role>
    /// Nil when they act as themselves.
    package let standIn: StandIn?

    package init(person: PersonID, roles: Set<Role>, standIn: StandIn? = nil) {
        self.person = person
        self.roles = roles
        self.standIn = standIn
    }

    /// The office itself; it never decides.
    package static let machine = ActingPerson(person: PersonID(rawValue: "chancery"), roles: [])

    /// Whose place in the route the act fills.
    package var onBehalfOf: PersonID { standIn?.absent ?? person }

    /// The roles that count for the act: for an absent person theirs, not one's own.
    package var authority: Set<Role> { standIn?.roles ?? roles }
}

/// The right to act for an absent person on the day of the act.
package struct StandIn: Hashable, Sendable {
    package let absent: PersonID
    /// Roles of the absent person.
    package let roles: Set<Role>
    /// From the absent person to the one who acts, one link after another; never empty.
    package let chain: [Substitute]

    package init(absent: PersonID, roles: Set<Role>, chain: [Substitute]) {
        self.absent = absent
        self.roles = roles
        self.chain = chain
    }
}
