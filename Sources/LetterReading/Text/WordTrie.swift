// SPDX-License-Identifier: Apache-2.0

/// Rows of letters (``Letter``) as a tree, walked a letter at a time; node 0 is the root.
struct WordTrie: Sendable {
    private var next = [Int32](repeating: 0, count: Letter.count)
    /// By first letter a bit for each second one, bit 0 for a row of one letter: most words are passed over here.
    private var beginnings = [UInt64](repeating: 0, count: Letter.count)

    /// How many nodes there are.
    var count: Int { next.count / Letter.count }

    /// Whether any row may begin as the word does, whose letters are a range.
    func mayBegin(_ letters: [UInt8], _ word: Range<Int>) -> Bool {
        guard let first = word.first else { return false }
        let second = word.count > 1 ? letters[first + 1] : 0
        return beginnings[Int(letters[first])] & (1 << UInt64(second)) != 0
    }

    /// The node one letter on; 0 where no row goes on so.
    func node(after node: Int, _ letter: UInt8) -> Int { Int(next[node &* Letter.count &+ Int(letter)]) }

    /// The node at the end of a row, made where it is missing.
    ///
    /// - Parameter isStem: whether words that begin with the row are to be found as well.
    mutating func insert(_ letters: [UInt8], isStem: Bool) -> Int {
        if let first = letters.first {
            beginnings[Int(first)] |= letters.count > 1 ? 1 << UInt64(letters[1]) : isStem ? .max : 1
        }
        var node = 0
        for letter in letters {
            let slot = node * Letter.count + Int(letter)
            if next[slot] == 0 {
                next[slot] = Int32(count)
                next.append(contentsOf: repeatElement(0, count: Letter.count))
            }
            node = Int(next[slot])
        }
        return node
    }
}
