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

    /// What the word means; nil for a number, a mark and a word that no row fits.
    package func meaning(of token: Token, in text: NormalizedText) -> Meaning? {
        guard forms.mayFit(token) else { return nil }
        return forms.best(text.letters, token.letters, token.beginning).map { meanings[$0] }
    }

    /// Of a word that stands in no text.
    package func meaning(of word: String) -> Meaning? {
        let letters = Letter.codes(word)
        return meaning(of: letters, letters.indices)
    }

    /// Of a word among the letters of a text.
    func meaning(of letters: [UInt8], _ word: Range<Int>) -> Meaning? {
        guard !word.isEmpty else { return nil }
        return forms.best(letters, word, WordBeginning(letters, word)).map { meanings[$0] }
    }
}
