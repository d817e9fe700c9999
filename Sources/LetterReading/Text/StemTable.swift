// SPDX-License-Identifier: Apache-2.0

/// Words and stems with what they mean, looked up in time proportional to the length of the word.
///
/// Ukrainian is inflected: `листопад*` stands for every word that begins so, `до` for that word alone. Of all that fit the longest
/// counts, and the whole word before a stem. Rows are folded as words are (``Letter``): apostrophes do not matter.
///
/// A class, as every word of a letter is looked up in dozens of tables: copying their arrays would cost more than looking.
package final class StemTable<Meaning: Sendable>: Sendable {
    private let trie: WordTrie
    private let words: [Int32]
    private let stems: [Int32]
    private let meanings: [Meaning]

    /// - Parameter rows: words and stems, several of one meaning with spaces between: `"листопад* лист"`. A word that stands in two
    ///   rows has the meaning of the first.
    package convenience init(_ rows: [(forms: String, meaning: Meaning)]) {
        self.init(
            rows.enumerated().lazy.flatMap { number, row in row.forms.split(separator: " ").map { ($0, number) } },
            meanings: rows.map(\.meaning))
    }

    private init(_ forms: some Sequence<(Substring, Int)>, meanings: [Meaning]) {
        var trie = WordTrie()
        var (words, stems): ([Int32], [Int32]) = ([-1], [-1])
        for (form, meaning) in forms {
            let node = trie.insert(Letter.codes(form), isStem: form.hasSuffix("*"))
            words.append(contentsOf: repeatElement(-1, count: trie.count - words.count))
            stems.append(contentsOf: repeatElement(-1, count: trie.count - stems.count))
            if form.hasSuffix("*") {
                if stems[node] < 0 { stems[node] = Int32(meaning) }
            } else if words[node] < 0 {
                words[node] = Int32(meaning)
            }
        }
        (self.trie, self.words, self.stems, self.meanings) = (trie, words, stems, meanings)
    }

    /// What the word means; nil for a number, a mark and a word that no row fits.
    package func meaning(of token: Token, in text: NormalizedText) -> Meaning? {
        guard token.kind == .word, trie.mayBegin(text.letters, token.letters) else { return nil }
        return meaning(of: text.letters, token.letters)
    }

    /// Of a word that stands in no text.
    package func meaning(of word: String) -> Meaning? {
        let letters = Letter.codes(word)
        return meaning(of: letters, letters.indices)
    }

    func meaning(of letters: [UInt8], _ range: Range<Int>) -> Meaning? {
        var node = 0
        var found = stems[0]
        for index in range {
            node = trie.node(after: node, letters[index])
            guard node != 0 else { return found < 0 ? nil : meanings[Int(found)] }
            if stems[node] >= 0 { found = stems[node] }
        }
        if words[node] >= 0 { found = words[node] }
        return found < 0 ? nil : meanings[Int(found)]
    }
}
