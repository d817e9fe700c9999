// SPDX-License-Identifier: Apache-2.0

/// Our own name for a document card: given once, never used again, without meaning.
package struct CardID: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) { self.rawValue = rawValue }

    package static func < (one: CardID, other: CardID) -> Bool { one.rawValue < other.rawValue }
}

extension CardID: CustomStringConvertible {
    package var description: String { String(rawValue) }
}
