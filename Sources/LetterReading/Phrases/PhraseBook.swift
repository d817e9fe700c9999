// SPDX-License-Identifier: Apache-2.0

/// Phrases with what each means, found in a text in one pass.
///
/// A phrase is a row of words: `надан* інформац*` fits every form of both words, `до відома` these words alone, `_` is any one word and
/// `#` a number. Marks between the words do not matter. Words compare folded (``Letter``).
///
/// A class, as tables are (``StemTable``).
final class PhraseBook<Meaning: Sendable>: Sendable {
    /// A phrase of the text.
    struct Hit: Sendable {
        let meaning: Meaning
        /// Positions in ``NormalizedText/tokens``.
        let tokens: Range<Int>
    }

    private let rows: PhraseRows
    private let meanings: [Meaning]

    /// - Parameter rows: several phrases of one meaning with ` | ` between; one that does not begin with a word is never found.
    init(_ rows: [(phrases: String, meaning: Meaning)]) {
        self.rows = PhraseRows(rows.map(\.phrases))
        meanings = rows.map(\.meaning)
    }

    /// All phrases between two tokens, in the order of their beginnings; several may begin at one word.
    func hits(in text: NormalizedText, _ range: Range<Int>? = nil) -> [Hit] {
        rows.found(in: text, range ?? text.tokens.indices).map(hit)
    }

    /// The first of the phrases between two tokens.
    func first(in text: NormalizedText, _ range: Range<Int>) -> Hit? {
        for place in range where rows.mayBegin(text.tokens[place]) {
            if let hit = beginning(place..<range.upperBound, in: text) { return hit }
        }
        return nil
    }

    /// The first phrase that begins with the first of the tokens.
    func beginning(_ range: Range<Int>, in text: NormalizedText) -> Hit? {
        guard let first = range.first, rows.mayBegin(text.tokens[first]) else { return nil }
        return rows.beginning(range, in: text).first.map(hit)
    }

    private func hit(_ found: PhraseRows.Found) -> Hit {
        Hit(meaning: meanings[rows.group(of: found.row)], tokens: found.tokens)
    }
}
