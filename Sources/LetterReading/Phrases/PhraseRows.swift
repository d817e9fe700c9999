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
        /// All but the first, positions in ``words``.
        let rest: Range<Int32>
        let group: Int32
    }

    private var letters: [UInt8] = []
    private var words: [Word] = []
    private var rows: [Row] = []
    /// The first words, each once.
    private let firsts: WordForms
    /// By first word the rows that begin so, a range of ``begun``.
    private let begunBy: [Range<Int32>]
    private var begun: [Int32] = []

    /// - Parameter groups: phrases with `|` between.
    init(_ groups: [String]) {
        var firstWords = FirstWords()
        for (group, phrases) in groups.enumerated() {
            for phrase in phrases.utf8.split(separator: UInt8(ascii: "|")) {
                let parts = phrase.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map(Substring.init)
                guard let first = parts.first, first != "_", first != "#",
                    firstWords.add(Letter.codes(first), isStem: first.utf8.last == UInt8(ascii: "*"), row: rows.count)
                else { continue }
                let start = Int32(words.count)
                for part in parts.dropFirst() { words.append(Self.word(part, &letters)) }
                rows.append(Row(rest: start..<Int32(words.count), group: Int32(group)))
            }
        }
        firsts = WordForms(firstWords.forms)
        var begun: [Int32] = []
        begunBy = firstWords.rows.map { rows in
            begun += rows
            return Int32(begun.count - rows.count)..<Int32(begun.count)
        }
        self.begun = begun
    }

    /// The position of the row's phrases among those given.
    func group(of row: Int) -> Int { Int(rows[row].group) }

    /// Whether any row may begin with a word of the beginning (``WordIndex/beginnings``).
    func mayBegin(with beginning: UInt16) -> Bool { firsts.mayBegin(with: beginning) }

    /// The beginnings of all rows (``WordBeginning/number``).
    var allBeginnings: [Int] { firsts.allBeginnings }

    /// Tells the rows whose first word the token is, a word.
    func begun(by token: Token, _ text: NormalizedText, _ body: (Int) -> Void) {
        firsts.all(text.letters, token.letters, token.beginning) { first in
            for place in begunBy[first] { body(Int(begun[Int(place)])) }
        }
    }

    /// Behind the phrase that begins at a token with its first word; nil where its other words do not follow.
    func end(of row: Int, at start: Int, within range: Range<Int>, _ text: NormalizedText) -> Int? {
        var index = start + 1
        for word in rows[row].rest {
            while index < range.upperBound, text.tokens[index].kind == .mark { index += 1 }
            guard index < range.upperBound, fits(words[Int(word)], text.tokens[index], text) else { return nil }
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

    private static func word(_ text: Substring, _ letters: inout [UInt8]) -> Word {
        let start = Int32(letters.count)
        if text != "_", text != "#" { letters += Letter.codes(text) }
        let form: Word.Form =
            text == "_" ? .any : text == "#" ? .number : text.utf8.last == UInt8(ascii: "*") ? .stem : .exact
        return Word(form: form, letters: start..<Int32(letters.count))
    }
}

/// The first words of phrases while they are gathered.
private struct FirstWords {
    private(set) var forms: [(letters: [UInt8], isStem: Bool, number: Int)] = []
    /// By number of the form.
    private(set) var rows: [[Int32]] = []
    private var known: [[UInt8]: Int] = [:]

    /// Answers whether the row can be found at all: one that begins with no letter cannot.
    mutating func add(_ letters: [UInt8], isStem: Bool, row: Int) -> Bool {
        guard !letters.isEmpty else { return false }
        // A single letter is no stem: `о*` would begin every tenth word.
        let isStem = isStem && letters.count > 1
        let number = known[isStem ? letters + [0] : letters, default: forms.count]
        if number == forms.count {
            known[isStem ? letters + [0] : letters] = number
            forms.append((letters, isStem, number))
            rows.append([])
        }
        rows[number].append(Int32(row))
        return true
    }
}
