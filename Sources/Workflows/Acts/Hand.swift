// SPDX-License-Identifier: Apache-2.0
package import Office
package import OfficeStore

/// Whoever is at work: the person, for whom they act, and how that is known.
package struct Hand: Hashable, Sendable {
    package let person: PersonID
    /// Nil takes the person's own capacity where it is enough, else the first that is.
    package let absent: PersonID?
    package let proof: ActProof
    /// Of the request a reply answers.
    package let token: TokenDigest?

    package init(_ person: PersonID, for absent: PersonID? = nil, by proof: ActProof, token: TokenDigest? = nil) {
        self.person = person
        self.absent = absent
        self.proof = proof
        self.token = token
    }
}

extension OfficeActs {
    /// As ``perform(on:by:for:proof:token:files:_:)``.
    package func perform(
        on card: CardID, _ hand: Hand, files: [NewDraftFile] = [], _ deeds: @escaping Deeds
    ) async throws -> ActOutcome {
        try await perform(
            on: card, by: hand.person, for: hand.absent, proof: hand.proof, token: hand.token, files: files, deeds)
    }

    /// Does one deed, whole as it is.
    package func perform(_ deed: Deed, on card: CardID, _ hand: Hand) async throws -> ActOutcome {
        try await perform(on: card, hand) { _, _ in [deed] }
    }
}
