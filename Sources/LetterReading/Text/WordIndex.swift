// SPDX-License-Identifier: Apache-2.0

/// The words of a text by their beginnings, so that a list of phrases need not look at each word.
final class WordIndex: Sendable {
    /// Of all words.
    private let slots: WordSlots
    /// By slot (``WordBeginning/slot``) the first word with it.
    private let first: [Int32]
    /// By token the next word with the same slot, −1 behind the last; empty where there is no index.
    private let next: [Int32]

    /// The index of a text; an empty one for a short text.
    static func of(_ tokens: [Token]) -> WordIndex { tokens.count < fewest ? none : WordIndex(tokens) }

    private static let none = WordIndex([])

    private init(_ tokens: [Token]) {
        var slots = WordSlots()
        var first = [Int32](repeating: -1, count: WordBeginning.slotCount)
        var next = [Int32](repeating: -1, count: tokens.count)
        for place in tokens.indices.reversed() where tokens[place].kind == .word {
            let slot = tokens[place].slot
            slots.insert(slot)
            next[place] = first[Int(slot)]
            first[Int(slot)] = Int32(place)
        }
        (self.slots, self.first, self.next) = (slots, first, next)
    }

    /// Whether to look through a range of the text costs more than to ask for ``places(of:in:)``, which passes over all words before it.
    func isWorthwhile(for range: Range<Int>) -> Bool { !next.isEmpty && range.count >= next.count / Self.goodPart }

    /// Positions of the words of a range that have one of the slots, in ascending order.
    func forEachPlace(of slots: borrowing WordSlots, in range: Range<Int>, _ body: (Int) -> Void) {
        var marks = TokenMarks(range)
        self.slots.forEachCommon(with: slots) { slot in
            var place = Int(first[slot])
            while place >= 0, place < range.upperBound {
                if place >= range.lowerBound { marks.insert(place) }
                place = Int(next[place])
            }
        }
        marks.forEachPlace(body)
    }

    /// Tokens of the shortest text that has an index: to look through fewer costs less.
    private static let fewest = 100
    private static let goodPart = 4
}

/// Places of a range of tokens, a bit for each: they come out in their order, however they went in.
private struct TokenMarks {
    private let start: Int
    private var bits: [UInt64]

    init(_ range: Range<Int>) {
        start = range.lowerBound
        bits = Array(repeating: 0, count: range.count / 64 + 1)
    }

    mutating func insert(_ place: Int) { bits[(place - start) >> 6] |= 1 &<< UInt64((place - start) & 63) }

    func forEachPlace(_ body: (Int) -> Void) {
        for (word, bits) in bits.enumerated() {
            var rest = bits
            while rest != 0 {
                body(start + word << 6 + rest.trailingZeroBitCount)
                rest &= rest &- 1
            }
        }
    }
}
