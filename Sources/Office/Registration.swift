// SPDX-License-Identifier: Apache-2.0

/// When a letter gets its registration index.
package enum Registration: String, Hashable, Sendable, CaseIterable {
    /// At intake, without a person.
    case automatic
    /// When a registrar accepts it; until then the card is in pre-review, and terms run from receipt all the same.
    case reviewed
}
