// SPDX-License-Identifier: Apache-2.0

/// Something a letter says, with where it says so and how sure the reading is.
package struct Fact<Value: Hashable & Sendable>: Hashable, Sendable {
    package let value: Value
    /// Nil when no single place says it: a kind, a flag put together from several.
    package let place: FactPlace?
    package let certainty: Certainty
    /// Why it was read so, in a few English words for a clerk who asks.
    package let reason: String

    package init(_ value: Value, at place: FactPlace? = nil, _ certainty: Certainty = .sure, because reason: String) {
        self.value = value
        self.place = place
        self.certainty = certainty
        self.reason = reason
    }
}

/// How sure a reading is; a clerk looks at what is not sure.
package enum Certainty: String, Hashable, Sendable, Comparable, CaseIterable {
    case unsure, likely, sure

    package static func < (one: Certainty, other: Certainty) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .unsure: 0
        case .likely: 1
        case .sure: 2
        }
    }
}

/// Where in a letter a fact was read.
package struct FactPlace: Hashable, Sendable {
    /// The part: `text` for the letter's own text, `subject` for the Subject field, `from` for the From field, else the part of an
    /// attachment as the source names it.
    package let part: String
    /// Octets of UTF-8 in the text of that part as it was given.
    package let range: Range<Int>

    package init(part: String, range: Range<Int>) {
        self.part = part
        self.range = range
    }
}
