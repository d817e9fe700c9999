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
    /// Of the first words of all phrases.
    private let beginnings: [Int]
    private let meanings: [Meaning]

    /// - Parameter rows: several phrases of one meaning with ` | ` between; one that does not begin with a word is never found.
    init(_ rows: [(phrases: String, meaning: Meaning)]) {
        self.rows = PhraseRows(rows.map(\.phrases))
        beginnings = self.rows.allBeginnings
        meanings = rows.map(\.meaning)
    }

    /// All phrases between two tokens, in the order of their beginnings; several may begin at one word.
    func hits(in text: NormalizedText, _ range: Range<Int>? = nil) -> [Hit] {
        let range = range ?? text.tokens.indices
        var found: [Hit] = []
        // A long list shares beginnings with most words, and what the index finds would have to be sorted.
        if text.words.isEmpty || range.count < 2 * beginnings.count {
            for place in range where rows.mayBegin(with: text.words.beginnings[place]) { add(place, range, text, to: &found) }
        } else {
            for place in text.words.places(of: beginnings, in: range) { add(place, range, text, to: &found) }
        }
        return found
    }

    /// Adds the phrases that begin with a word, in the order of the rows.
    private func add(_ place: Int, _ range: Range<Int>, _ text: NormalizedText, to found: inout [Hit]) {
        var ends: [(row: Int, end: Int)] = []
        rows.begun(by: text.tokens[place], text) { row in
            if let end = rows.end(of: row, at: place, within: range, text) { ends.append((row, end)) }
        }
        if ends.count > 1 { ends.sort { $0.row < $1.row } }
        for (row, end) in ends { found.append(Hit(meaning: meanings[rows.group(of: row)], tokens: place..<end)) }
    }
}
