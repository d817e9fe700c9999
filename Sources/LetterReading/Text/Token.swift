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
    /// Of a word.
    let beginning: WordBeginning
    // Half the size of ranges: a text is walked a hundred times, and its tokens should stay in the nearest cache.
    private let start: UInt32
    private let end: UInt32
    private let firstLetter: UInt32
    private let letterCount: UInt32
    private let number: Int32
    /// No space between it and the token before.
    package let isGlued: Bool
    /// The first of its line.
    package let startsLine: Bool
    /// An empty line, or more, lies between it and the token before.
    package let startsParagraph: Bool
    /// Of a word; one capital letter alone is `.first`.
    package let capitals: Capitals

    init(
        kind: Kind, range: Range<Int>, letters: Range<Int>, beginning: WordBeginning, value: Int, isGlued: Bool, startsLine: Bool,
        startsParagraph: Bool, capitals: Capitals
    ) {
        self.kind = kind
        self.beginning = beginning
        start = UInt32(range.lowerBound)
        end = UInt32(range.upperBound)
        firstLetter = UInt32(letters.lowerBound)
        letterCount = UInt32(letters.count)
        number = Int32(value)
        self.isGlued = isGlued
        self.startsLine = startsLine
        self.startsParagraph = startsParagraph
        self.capitals = capitals
    }

    /// Octets in the normalized text.
    package var range: Range<Int> { Int(start)..<Int(end) }

    /// A word's letters in ``NormalizedText/letters``.
    var letters: Range<Int> { Int(firstLetter)..<Int(firstLetter) + Int(letterCount) }

    /// A number's value, −1 when it has more than nine digits; a mark's code point; 0 for a word.
    package var value: Int { Int(number) }

    /// Whether it is that mark: `.`, `-`, `"`, `№`.
    package func isMark(_ mark: Unicode.Scalar) -> Bool { kind == .mark && value == Int(mark.value) }

    /// How many digits a number has.
    package var digitCount: Int { kind == .number ? range.count : 0 }
}
