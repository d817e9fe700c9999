// SPDX-License-Identifier: Apache-2.0

/// The way of one card, with people in the places: laid when the card is opened and not moved by later changes of the staff list.
package struct CardRoute: Hashable, Sendable {
    /// Considers the document first and writes the resolution.
    package let review: Seat
    /// In this order.
    package let approvers: [Seat]
    package let signatory: Seat
    package let signing: SigningMeans

    package init(review: Seat, approvers: [Seat], signatory: Seat, signing: SigningMeans) {
        self.review = review
        self.approvers = approvers
        self.signatory = signatory
        self.signing = signing
    }
}

extension StaffDirectory {
    /// Puts people into the places of a rule.
    ///
    /// An approver who comes twice decides once, and one who signs decides by signing.
    /// - Throws: ``OfficeRefusal/nobodyHolds(_:)`` for a place the staff list leaves empty.
    package func lay(_ rule: RouteRule) throws(OfficeRefusal) -> CardRoute {
        let signatory = try seat(rule.signatory)
        var approvers: [Seat] = []
        for participant in rule.approvers {
            let seat = try seat(participant)
            if seat != signatory, !approvers.contains(seat) { approvers.append(seat) }
        }
        return CardRoute(
            review: try seat(rule.review), approvers: approvers, signatory: signatory, signing: rule.signing)
    }

    private func seat(_ participant: RouteParticipant) throws(OfficeRefusal) -> Seat {
        guard let seat = Seat(people(for: participant).map(\.id)) else { throw .nobodyHolds(participant) }
        return seat
    }
}
