// SPDX-License-Identifier: Apache-2.0

/// The first three letters of a word (``Letter``) as one small number: by it a table passes over nearly every word at one glance.
/// Other beginnings may share the number, so it only ever says no.
struct WordBeginning: Hashable, Sendable {
    /// How many numbers there are.
    static let count = 1024

    let number: UInt16

    /// - Parameters: 0 stands for a letter that is not there.
    init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
        let letters = UInt32(first) << 12 | UInt32(second) << 6 | UInt32(third)
        number = UInt16(truncatingIfNeeded: (letters &* 0x9E37_79B1) >> 22)
    }

    /// Of a word of at least one letter.
    init(_ letters: [UInt8], _ word: Range<Int>) {
        self.init(
            letters[word.lowerBound], word.count > 1 ? letters[word.lowerBound + 1] : 0,
            word.count > 2 ? letters[word.lowerBound + 2] : 0)
    }

    /// The numbers of all words that are these letters or, of a stem, begin with them.
    static func all(of letters: [UInt8], isStem: Bool) -> Set<Int> {
        guard isStem, letters.count < 3 else { return [Int(Self(letters, letters.indices).number)] }
        return Letter.all.reduce(into: []) { found, next in found.formUnion(all(of: letters + [next], isStem: next != 0)) }
    }
}

/// A set of beginnings in their order.
struct WordBeginnings: Sendable {
    /// A bit for each, and 64 that are never set for what is no word.
    private var bits = InlineArray<17, UInt64>(repeating: 0)
    /// How many there are below each 64.
    private var below = InlineArray<16, UInt16>(repeating: 0)

    init() {}

    init(_ numbers: some Sequence<Int>) {
        for number in numbers { bits[number >> 6] |= 1 << UInt64(number & 63) }
        for word in 1..<16 { below[word] = below[word - 1] + UInt16(bits[word - 1].nonzeroBitCount) }
    }

    /// - Parameter number: ``WordBeginning/number``, or ``WordBeginning/count``, which no set contains.
    @inline(__always)
    func contains(_ number: UInt16) -> Bool { bits[Int(number >> 6)] & 1 << UInt64(number & 63) != 0 }

    /// How many there are below one of them; nil for one that is not among them.
    @inline(__always)
    func rank(of beginning: WordBeginning) -> Int? {
        let word = bits[Int(beginning.number >> 6)]
        let bit = 1 << UInt64(beginning.number & 63) as UInt64
        guard word & bit != 0 else { return nil }
        return Int(below[Int(beginning.number >> 6)]) + (word & (bit - 1)).nonzeroBitCount
    }

    /// The numbers of all of them, in ascending order.
    var all: [Int] { (0..<WordBeginning.count).filter { bits[$0 >> 6] & 1 << UInt64($0 & 63) != 0 } }
}
