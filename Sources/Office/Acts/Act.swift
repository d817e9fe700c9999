// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// One thing somebody did with a card: who, for whom, when, by what proof. Never changed once recorded.
///
/// Complete in itself: what the person was entitled to that day stands in ``actor``, so a replay years later asks no staff list.
package struct Act: Hashable, Sendable {
    package let actor: ActingPerson
    /// On the council's wall.
    package let at: WallTime
    package let proof: ActProof
    package let deed: Deed

    package init(by actor: ActingPerson, at: WallTime, proof: ActProof, deed: Deed) {
        self.actor = actor
        self.at = at
        self.proof = proof
        self.deed = deed
    }
}
