// SPDX-License-Identifier: Apache-2.0

/// The first ten letters of a word (``Letter``) in one number, so that the words of tables are compared with it at one stroke.
struct WordBeginning: Hashable, Sendable {
    /// How many letters it holds.
    static let length = 10
    /// How many ``slot``s there are.
    static let slotCount = 2048

    /// Six bits a letter, the first one highest; 0 where a shorter word has none.
    private(set) var letters: UInt64

    /// The first three letters as one small number, by which a table passes over nearly every word at one glance. Other beginnings may
    /// share it, so it only ever says no.
    var slot: UInt16 { UInt16(truncatingIfNeeded: (UInt32(truncatingIfNeeded: letters >> 46) &* 0x9E37_79B1) >> 21) }

    init(letters: UInt64) { self.letters = letters }

    /// Of a word among letters.
    init(_ text: Span<UInt8>, _ word: Range<Int>) {
        self.init(letters: 0)
        for (number, place) in word.prefix(Self.length).enumerated() { add(text[place], number: number) }
    }

    /// Puts another letter behind those before it.
    @inline(__always)
    mutating func add(_ letter: UInt8, number: Int) {
        if number < Self.length { letters |= UInt64(letter) &<< UInt64(58 &- 6 &* number) }
    }

    /// The bits of as many letters from the first, at most ``length``.
    static func mask(_ count: Int) -> UInt64 { ~0 << UInt64(64 - 6 * min(count, length)) }

    /// The slots of all words that are these letters or, of a stem, begin with them.
    static func slots(of letters: [UInt8], isStem: Bool) -> Set<UInt16> {
        guard isStem, letters.count < 3 else { return [Self(letters.span, letters.indices).slot] }
        return Letter.all.reduce(into: []) { found, next in found.formUnion(slots(of: letters + [next], isStem: next != 0)) }
    }
}

/// Letters that words of tables have in the fourth place, behind those a slot is made of.
struct FourthLetters: Sendable {
    /// A bit for each, the lowest for words of three letters.
    private var bits: UInt64 = 0

    init() {}

    /// Of all beginnings that have those letters where the mask is set.
    init(letters: UInt64, mask: UInt64) {
        bits = Self.letter(mask) == 0 ? ~0 : 1 &<< Self.letter(letters)
    }

    mutating func formUnion(_ other: FourthLetters) { bits |= other.bits }

    @inline(__always)
    func contains(_ beginning: WordBeginning) -> Bool { bits & 1 &<< Self.letter(beginning.letters) != 0 }

    private static func letter(_ letters: UInt64) -> UInt64 { letters >> 40 & 63 }
}

/// A set of slots (``WordBeginning/slot``).
struct WordSlots: Sendable {
    /// A bit for each, and 64 that are never set for what is no word.
    private(set) var bits = InlineArray<33, UInt64>(repeating: 0)

    init() {}

    init(_ slots: some Sequence<UInt16>) {
        for slot in slots { insert(slot) }
    }

    mutating func formUnion(_ other: WordSlots) {
        for word in 0..<32 { bits[word] |= other.bits[word] }
    }

    mutating func insert(_ slot: UInt16) { bits[Int(slot >> 6)] |= 1 &<< UInt64(slot & 63) }

    /// - Parameter slot: one of a word, or ``WordBeginning/slotCount``, which no set contains.
    @inline(__always)
    func contains(_ slot: UInt16) -> Bool { bits[Int(slot >> 6)] & 1 &<< UInt64(slot & 63) != 0 }

    /// Those that are in another set too, in ascending order.
    func forEachCommon(with other: borrowing WordSlots, _ body: (Int) -> Void) {
        let (ours, others) = (bits.span, other.bits.span)
        for word in 0..<32 {
            var common = ours[word] & others[word]
            while common != 0 {
                body(word << 6 | common.trailingZeroBitCount)
                common &= common &- 1
            }
        }
    }
}

/// A first glance at words that several tables are to be asked about.
///
/// A class, so that no walk over a text copies the bits of its sets.
final class WordGlance: Sendable {
    private let slots: WordSlots

    init(_ sets: [WordSlots]) {
        var slots = WordSlots()
        for set in sets { slots.formUnion(set) }
        self.slots = slots
    }

    /// Whether any of the tables may know the word.
    @inline(__always)
    func mayKnow(_ token: Token) -> Bool { slots.contains(token.slot) }
}
