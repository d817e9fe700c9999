// SPDX-License-Identifier: Apache-2.0

/// A word, a number or a mark of a ``NormalizedText``.
package struct Token: Hashable, Sendable {
    package enum Kind: UInt8, Hashable, Sendable {
        /// Letters, apostrophes between letters, and a hyphen that only breaks the word at the end of a line.
        case word
        /// ASCII digits.
        case number
        /// One character of anything else.
        case mark
    }

    /// How the letters of a word are written.
    package enum Capitals: UInt8, Hashable, Sendable {
        case none, first, all, mixed
    }

    package let kind: Kind
    /// Octets in the normalized text.
    package let range: Range<Int>
    /// A word's letters in ``NormalizedText/letters``.
    let letters: Range<Int>
    /// A number's value, −1 when it has more than nine digits; a mark's code point; 0 for a word.
    package let value: Int
    /// No space between it and the token before.
    package let isGlued: Bool
    /// The first of its line.
    package let startsLine: Bool
    /// An empty line, or more, lies between it and the token before.
    package let startsParagraph: Bool
    /// Of a word; one capital letter alone is `.first`.
    package let capitals: Capitals

    /// Whether it is that mark: `.`, `-`, `"`, `№`.
    package func isMark(_ mark: Unicode.Scalar) -> Bool { kind == .mark && value == Int(mark.value) }

    /// How many digits a number has.
    package var digitCount: Int { kind == .number ? range.count : 0 }
}
