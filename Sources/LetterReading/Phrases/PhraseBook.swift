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
        var found: [Hit] = []
        var candidates: [Int32] = []
        let range = range ?? text.tokens.indices
        for index in range where rows.mayBegin(with: text.tokens[index], text) {
            rows.begun(by: text.tokens[index], text, into: &candidates)
            for row in candidates {
                if let end = rows.end(of: Int(row), at: index, within: range, text) {
                    found.append(Hit(meaning: meanings[rows.group(of: Int(row))], tokens: index..<end))
                }
            }
        }
        return found
    }
}
