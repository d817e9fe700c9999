// SPDX-License-Identifier: Apache-2.0

/// A place in the route of a card: a person, or all who have the role it asks for, of whom the first to decide decides.
package struct Seat: Hashable, Sendable {
    /// Never empty, in the order of the staff list.
    package let holders: [PersonID]

    /// Nil when nobody is named.
    package init?(_ holders: [PersonID]) {
        guard !holders.isEmpty else { return nil }
        self.holders = holders
    }

    package init(_ holder: PersonID) { holders = [holder] }

    /// Whether an act by this actor fills the place.
    package func admits(_ actor: ActingPerson) -> Bool { holders.contains(actor.onBehalfOf) }
}
