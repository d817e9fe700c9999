// SPDX-License-Identifier: Apache-2.0

/// Where a document card stands.
package enum CardState: String, Hashable, Sendable, CaseIterable {
    /// Waits for a registrar to accept or refuse it.
    case preReview
    /// Has a number in a journal.
    case registered
    /// A registrar refused to register it and said on what ground.
    case refused
    /// Kept, but of a kind that is not registered (circulars for information, advertising).
    case notRegistered
    /// Could not be read; the raw letter waits for a person.
    case quarantined
    /// Had a number, which stays spent; the card is void.
    case cancelled
    /// A document of our own that is not yet signed and registered.
    case drafting
    /// Passed on to the body whose business it is.
    case forwarded
    /// Returned to its sender with an explanation.
    case sentBack
}
