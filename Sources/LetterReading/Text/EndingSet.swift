// SPDX-License-Identifier: Apache-2.0

/// Endings of words: whether a word has one of them is told in time proportional to the longest.
final class EndingSet: Sendable {
    private let trie: WordTrie
    /// By node: whether an ending is whole there.
    private let isWhole: [Bool]

    /// - Parameter endings: folded as words are (``Letter``).
    init(_ endings: [String]) {
        var trie = WordTrie()
        var isWhole = [false]
        for ending in endings {
            let node = trie.insert(Letter.codes(ending).reversed())
            isWhole.append(contentsOf: repeatElement(false, count: trie.count - isWhole.count))
            isWhole[node] = true
        }
        (self.trie, self.isWhole) = (trie, isWhole)
    }

    /// Whether the word ends with one of them; false for a number and a mark.
    func fits(_ token: Token, in text: NormalizedText) -> Bool {
        guard token.kind == .word else { return false }
        return fits(text.letters, token.letters)
    }

    /// The same of a word that stands in no text.
    func fits(_ word: String) -> Bool {
        let letters = Letter.codes(word)
        return fits(letters, letters.indices)
    }

    private func fits(_ letters: [UInt8], _ word: Range<Int>) -> Bool {
        var node = 0
        for index in word.reversed() {
            node = trie.node(after: node, letters[index])
            if node == 0 { return false }
            if isWhole[node] { return true }
        }
        return false
    }
}
