// SPDX-License-Identifier: Apache-2.0

/// Whose letters are acknowledged without a person asking for it (`acknowledge` in the configuration).
package enum AcknowledgementPolicy: String, Hashable, Sendable, CaseIterable {
    /// Only letters whose sender's domain is proven by a configured server.
    case proven
    /// Every letter that became a card and is not automatic.
    case all
    /// None: the clerk acknowledges by hand.
    case none

    /// Whether a letter of this trust is acknowledged.
    package func covers(_ trust: TrustLevel) -> Bool {
        switch self {
        case .proven: trust.rawValue >= TrustLevel.domainProven.rawValue
        case .all: true
        case .none: false
        }
    }
}
