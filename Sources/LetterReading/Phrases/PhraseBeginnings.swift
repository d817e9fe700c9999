// SPDX-License-Identifier: Apache-2.0

/// The first two words of phrases by their slots (``WordBeginning/slot``): a word of a letter meets dozens of phrases that begin with
/// it, and what stands behind it tells at one glance that it begins none of them.
struct PhraseBeginnings: Sendable {
    /// A bit for several pairs of slots, so many that few of them are set.
    private var pairs: [UInt64]
    private let shift: UInt32

    /// - Parameter phrases: the slots of the first word, and one more than that of the second; ``any`` where it may be any.
    init(_ phrases: [(first: Set<UInt16>, second: UInt16)]) {
        var logarithm: UInt32 = 6
        while 1 << logarithm < phrases.count * Self.bitsPerPhrase { logarithm += 1 }
        shift = 32 - logarithm
        pairs = Array(repeating: 0, count: 1 << (logarithm - 6))
        for (slots, second) in phrases {
            for first in slots { insert(pair(first, second)) }
        }
    }

    /// Whether a phrase may begin with words of the slots; those of no phrase may pass too.
    ///
    /// - Parameter second: one more than the slot of the word behind, as ``init(_:)`` takes it.
    @inline(__always)
    func mayHold(_ first: UInt16, _ second: UInt16) -> Bool {
        contains(pair(first, second)) || contains(pair(first, Self.any))
    }

    private func contains(_ pair: Int) -> Bool { pairs[pair >> 6] & 1 &<< UInt64(pair & 63) != 0 }
    private mutating func insert(_ pair: Int) { pairs[pair >> 6] |= 1 &<< UInt64(pair & 63) }

    @inline(__always)
    private func pair(_ first: UInt16, _ second: UInt16) -> Int {
        Int(((UInt32(first) << 12 | UInt32(second)) &* 0x9E37_79B1) >> shift)
    }

    /// What stands for a second word that may be any.
    static let any: UInt16 = 0
    private static let bitsPerPhrase = 16
}
