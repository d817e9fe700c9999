// SPDX-License-Identifier: Apache-2.0

/// Rows of letters (``Letter``) as a tree, walked a letter at a time; node 0 is the root.
struct WordTrie: Sendable {
    private var next = [Int32](repeating: 0, count: Letter.count)

    /// How many nodes there are.
    var count: Int { next.count / Letter.count }

    /// The node one letter on; 0 where no row goes on so.
    func node(after node: Int, _ letter: UInt8) -> Int { Int(next[node &* Letter.count &+ Int(letter)]) }

    /// The node at the end of a row, made where it is missing.
    mutating func insert(_ letters: some Sequence<UInt8>) -> Int {
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
