// SPDX-License-Identifier: Apache-2.0

/// Words and stems with what they mean.
///
/// Ukrainian is inflected: `листопад*` stands for every word that begins so, `до` for that word alone. Of all that fit the longest
/// counts, and the whole word before a stem. Rows are folded as words are (``Letter``): apostrophes do not matter.
///
/// A class, as every word of a letter is looked up in dozens of tables: copying their arrays would cost more than looking.
package final class StemTable<Meaning: Sendable>: Sendable {
    private let forms: WordForms
    private let meanings: [Meaning]

    /// - Parameter rows: words and stems, several of one meaning with spaces between: `"листопад* лист"`. A word that stands in two
    ///   rows has the meaning of the first.
    package init(_ rows: [(forms: String, meaning: Meaning)]) {
        forms = WordForms(
            rows.enumerated().flatMap { number, row in
                row.forms.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init).map {
                    (Letter.codes($0), $0.utf8.last == UInt8(ascii: "*"), number)
                }
            })
        meanings = rows.map(\.meaning)
    }

    /// Of all rows (``Token/slot``): a word of another slot has no meaning.
    var slots: WordSlots { forms.slots }

    /// What the word means; nil for a number, a mark and a word that no row fits.
    @inline(__always)
    package func meaning(of token: Token, in text: NormalizedText) -> Meaning? {
        forms.best(token, in: text).map { meanings[$0] }
    }

    /// Whether the word has a meaning.
    @inline(__always)
    func knows(_ token: Token, in text: NormalizedText) -> Bool { forms.best(token, in: text) != nil }

    /// Whether any word of a range of tokens has a meaning.
    func isMet(in tokens: some Sequence<Int>, of text: NormalizedText) -> Bool { first(in: tokens, of: text) != nil }

    /// The first word of a range of tokens that has a meaning.
    func first(in tokens: some Sequence<Int>, of text: NormalizedText) -> Int? {
        for index in tokens where knows(text.tokens[index], in: text) { return index }
        return nil
    }

    /// Of a word that stands in no text.
    package func meaning(of word: String) -> Meaning? {
        let letters = Letter.codes(word)
        return meaning(of: letters, letters.indices)
    }

    /// Of a word among the letters of a text.
    func meaning(of letters: [UInt8], _ word: Range<Int>) -> Meaning? {
        forms.best(WordBeginning(letters.span, word), word, in: letters).map { meanings[$0] }
    }
}
