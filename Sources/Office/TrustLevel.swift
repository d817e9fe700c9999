// SPDX-License-Identifier: Apache-2.0

/// How sure we are that a letter comes from whom it names. Later cases are stronger.
package enum TrustLevel: Int, Hashable, Comparable, Sendable, CaseIterable {
    /// Anybody may have written it.
    case unverified = 0
    /// A configured server vouches for the sender's domain (RFC 8601).
    case domainProven = 1
    /// Proven, and the address belongs to a correspondent we know.
    case addressKnown = 2
    /// Carries a qualified electronic signature that holds.
    case signed = 3

    package static func < (one: TrustLevel, other: TrustLevel) -> Bool { one.rawValue < other.rawValue }
}
