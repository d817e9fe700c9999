// SPDX-License-Identifier: Apache-2.0

/// The phrases of a ``PhraseBook`` laid out flat, found by their first words: each word of a letter meets hundreds of phrases, and
/// nearly all of them must be passed over in the first letters.
struct PhraseRows: Sendable {
    /// A word of a phrase: its letters are a range of ``letters``.
    private struct Word: Sendable {
        enum Form: UInt8, Sendable {
            case exact, stem, any, number
        }

        let form: Form
        let letters: Range<Int32>
    }

    private struct Row: Sendable {
        let words: Range<Int>
        let group: Int
    }

    private var letters: [UInt8] = []
    private var words: [Word] = []
    private var rows: [Row] = []
    private var beginnings = WordTrie()
    /// Rows by the node their first word ends at, if it is a stem.
    private var stems: [[Int32]] = [[]]
    /// Rows by the node their first word ends at, if it is a whole word.
    private var wholes: [[Int32]] = [[]]

    /// - Parameter groups: phrases with `|` between.
    init(_ groups: [String]) {
        for (group, phrases) in groups.enumerated() {
            for phrase in phrases.split(separator: "|") { add(phrase, group) }
        }
    }

    /// The position of the row's phrases among those given.
    func group(of row: Int) -> Int { rows[row].group }

    /// Whether any row may begin with the token.
    func mayBegin(with token: Token, _ text: NormalizedText) -> Bool {
        token.kind == .word && beginnings.mayBegin(text.letters, token.letters)
    }

    /// The rows whose first word the token is, in their order.
    func begun(by token: Token, _ text: NormalizedText, into found: inout [Int32]) {
        found.removeAll(keepingCapacity: true)
        var node = 0
        for index in token.letters {
            node = beginnings.node(after: node, text.letters[index])
            if node == 0 { break }
            if !stems[node].isEmpty { found += stems[node] }
        }
        if node != 0, !wholes[node].isEmpty { found += wholes[node] }
        if found.count > 1 { found.sort() }
    }

    /// Behind the phrase that begins at a token with its first word; nil where its other words do not follow.
    func end(of row: Int, at start: Int, within range: Range<Int>, _ text: NormalizedText) -> Int? {
        var index = start + 1
        for word in rows[row].words.dropFirst() {
            while index < range.upperBound, text.tokens[index].kind == .mark { index += 1 }
            guard index < range.upperBound, fits(words[word], text.tokens[index], text) else { return nil }
            index += 1
        }
        return index
    }

    private func fits(_ word: Word, _ token: Token, _ text: NormalizedText) -> Bool {
        switch word.form {
        case .any: return token.kind == .word
        case .number: return token.kind == .number
        case .exact: guard token.letters.count == word.letters.count else { return false }
        case .stem: guard token.letters.count >= word.letters.count else { return false }
        }
        var index = token.letters.lowerBound
        for letter in word.letters {
            guard letters[Int(letter)] == text.letters[index] else { return false }
            index += 1
        }
        return true
    }

    private mutating func add(_ phrase: Substring, _ group: Int) {
        let start = words.count
        for word in phrase.split(whereSeparator: \.isWhitespace) { append(word) }
        guard words.count > start, words[start].form == .exact || words[start].form == .stem else { return }
        let first = words[start].letters
        // A single letter is no stem: `о*` would begin every tenth word.
        let isStem = words[start].form == .stem && first.count > 1
        let node = beginnings.insert(Array(letters[Int(first.lowerBound)..<Int(first.upperBound)]), isStem: isStem)
        guard node != 0 else { return }
        stems += repeatElement([], count: beginnings.count - stems.count)
        wholes += repeatElement([], count: beginnings.count - wholes.count)
        if isStem {
            stems[node].append(Int32(rows.count))
        } else {
            wholes[node].append(Int32(rows.count))
        }
        rows.append(Row(words: start..<words.count, group: group))
    }

    private mutating func append(_ text: Substring) {
        let start = Int32(letters.count)
        if text != "_", text != "#" { letters += Letter.codes(text) }
        let form: Word.Form = text == "_" ? .any : text == "#" ? .number : text.hasSuffix("*") ? .stem : .exact
        words.append(Word(form: form, letters: start..<Int32(letters.count)))
    }
}
