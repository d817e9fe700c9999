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

    // Two tokens fill a line of the nearest cache, where all of them should stay: a text is walked a hundred times.

    /// Of a word; of other tokens without meaning.
    let beginning: WordBeginning
    private let start: UInt32
    private let end: UInt32
    /// Of a word the first letter, else the value.
    private let place: Int32
    private let letterCount: UInt32
    /// ``WordBeginning/slot`` of a word, ``WordBeginning/slotCount`` of other tokens.
    let slot: UInt16
    package let kind: Kind
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
        slot = kind == .word ? beginning.slot : UInt16(WordBeginning.slotCount)
        start = UInt32(range.lowerBound)
        end = UInt32(range.upperBound)
        place = Int32(kind == .word ? letters.lowerBound : value)
        letterCount = UInt32(letters.count)
        self.isGlued = isGlued
        self.startsLine = startsLine
        self.startsParagraph = startsParagraph
        self.capitals = capitals
    }

    /// Octets in the normalized text.
    package var range: Range<Int> { Int(start)..<Int(end) }

    /// A word's letters in ``NormalizedText/letters``.
    var letters: Range<Int> {
        let first = kind == .word ? Int(place) : 0
        return first..<first + Int(letterCount)
    }

    /// A number's value, −1 when it has more than nine digits; a mark's code point; 0 for a word.
    package var value: Int { kind == .word ? 0 : Int(place) }

    /// Whether it is that mark: `.`, `-`, `"`, `№`.
    package func isMark(_ mark: Unicode.Scalar) -> Bool { kind == .mark && place == Int32(bitPattern: mark.value) }

    /// How many digits a number has.
    package var digitCount: Int { kind == .number ? range.count : 0 }
}
