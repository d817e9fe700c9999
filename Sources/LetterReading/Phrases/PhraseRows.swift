// SPDX-License-Identifier: Apache-2.0

/// The phrases of a ``PhraseBook`` laid out flat, found by their first words: each word of a letter meets hundreds of phrases, and
/// nearly all of them must be passed over in the first letters.
final class PhraseRows: Sendable {
    /// A word of a phrase.
    private enum Word: Sendable {
        case form(WordForm)
        case any, number
    }

    private struct Row: Sendable {
        /// All but the first, positions in ``words``.
        let rest: Range<Int32>
        let group: Int32
    }

    private let long: LongForms
    private let words: [Word]
    private let rows: [Row]
    /// The first words, each once.
    private let firsts: WordForms
    /// By first word the rows that begin so, a range of ``begun``: in the order of ``seconds``.
    private let begunBy: [Range<Int32>]
    private let begun: [Int32]
    /// The first two words of all rows.
    private let beginnings: PhraseBeginnings
    /// By position in ``begun`` one more than the ``Token/slot`` of the second word; ``PhraseBeginnings/any``, which is less than all, where it may
    /// have several, or there is none.
    private let seconds: [UInt16]

    /// - Parameter groups: phrases with `|` between.
    init(_ groups: [String]) {
        var firstWords = FirstWords()
        var (long, words, rows, seconds) = (LongForms(), [Word](), [Row](), [UInt16]())
        for (group, phrases) in groups.enumerated() {
            for phrase in phrases.utf8.split(separator: UInt8(ascii: "|")) {
                let parts = phrase.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map(Substring.init)
                guard let first = parts.first, first != "_", first != "#",
                    firstWords.add(Letter.codes(first), isStem: first.utf8.last == UInt8(ascii: "*"), row: rows.count)
                else { continue }
                let start = Int32(words.count)
                for part in parts.dropFirst() { words.append(Self.word(part, &long)) }
                rows.append(Row(rest: start..<Int32(words.count), group: Int32(group)))
                seconds.append(parts.dropFirst().first.flatMap(Self.slot) ?? PhraseBeginnings.any)
            }
        }
        firsts = WordForms(firstWords.forms)
        var begun: [Int32] = []
        begunBy = firstWords.rows.map { rows in
            begun += rows.sorted { (seconds[Int($0)], $0) < (seconds[Int($1)], $1) }
            return Int32(begun.count - rows.count)..<Int32(begun.count)
        }
        (self.long, self.words, self.rows, self.begun) = (long, words, rows, begun)
        self.seconds = begun.map { seconds[Int($0)] }
        beginnings = PhraseBeginnings(
            firstWords.forms.flatMap { form in
                firstWords.rows[form.number].map { row in
                    let second = seconds[Int(row)]
                    return (WordBeginning.slots(of: form.letters, isStem: form.isStem), second)
                }
            })
    }

    /// A phrase of the text.
    typealias Found = (row: Int, tokens: Range<Int>)

    /// The phrases between two tokens in the order of their beginnings, those of one beginning in the order of the rows.
    func found(in text: NormalizedText, _ range: Range<Int>) -> [Found] {
        var found: [Found] = []
        if text.words.isWorthwhile(for: range) {
            text.words.forEachPlace(of: firsts.slots, in: range) { add($0, range, text, to: &found) }
        } else {
            for place in range where firsts.mayFit(text.tokens[place]) { add(place, range, text, to: &found) }
        }
        return found
    }

    /// The phrases that begin with the first of the tokens.
    func beginning(_ range: Range<Int>, in text: NormalizedText) -> [Found] {
        var found: [Found] = []
        if let first = range.first { add(first, range, text, to: &found) }
        return found
    }

    /// Whether a phrase may begin with the word.
    @inline(__always)
    func mayBegin(_ token: Token) -> Bool { firsts.mayFit(token) }

    /// Adds the phrases that begin with a word.
    @inline(__always)
    private func add(_ place: Int, _ range: Range<Int>, _ text: NormalizedText, to found: inout [Found]) {
        let behind = Self.word(behind: place, within: range, text)
        let second = 1 + (behind.map { text.tokens[$0].slot } ?? UInt16(WordBeginning.slotCount))
        guard beginnings.mayHold(text.tokens[place].slot, second) else { return }
        add(place, second, range, text, to: &found)
    }

    /// - Parameter second: as ``seconds`` has it.
    private func add(_ place: Int, _ second: UInt16, _ range: Range<Int>, _ text: NormalizedText, to found: inout [Found]) {
        let token = text.tokens[place]
        let known = found.count
        firsts.forEach(of: token, in: text) { first in
            forEachRow(of: first, before: second) { row in
                if let end = end(of: row, at: place, within: range, text) { found.append((row, place..<end)) }
            }
        }
        if found.count - known > 1 { found[known...].sort { $0.row < $1.row } }
    }

    /// The rows of a first word whose second may have the slot: few of the dozens that begin with «на».
    @inline(__always)
    private func forEachRow(of first: Int, before second: UInt16, _ body: (Int) -> Void) {
        var (position, end) = (Int(begunBy[first].lowerBound), Int(begunBy[first].upperBound))
        while position < end, seconds[position] == PhraseBeginnings.any {
            body(Int(begun[position]))
            position += 1
        }
        let last = end
        while position < end {
            let middle = (position + end) / 2
            if seconds[middle] < second { position = middle + 1 } else { end = middle }
        }
        while position < last, seconds[position] == second {
            body(Int(begun[position]))
            position += 1
        }
    }

    /// The position of the row's phrases among those given.
    func group(of row: Int) -> Int { Int(rows[row].group) }

    /// Behind the phrase that begins at a token with its first word; nil where its other words do not follow.
    private func end(of row: Int, at start: Int, within range: Range<Int>, _ text: NormalizedText) -> Int? {
        var last = start
        for word in rows[row].rest {
            guard let next = Self.word(behind: last, within: range, text), fits(words[Int(word)], text.tokens[next], text) else {
                return nil
            }
            last = next
        }
        return last + 1
    }

    /// The next word or number.
    @inline(__always)
    private static func word(behind place: Int, within range: Range<Int>, _ text: NormalizedText) -> Int? {
        var next = place + 1
        while next < range.upperBound, text.tokens[next].kind == .mark { next += 1 }
        return next < range.upperBound ? next : nil
    }

    private func fits(_ word: Word, _ token: Token, _ text: NormalizedText) -> Bool {
        switch word {
        case .any: token.kind == .word
        case .number: token.kind == .number
        case .form(let form): form.fits(token.beginning, token.letters, in: text.letters, long)
        }
    }

    /// One more than the one slot of a word of a phrase.
    private static func slot(_ text: Substring) -> UInt16? {
        guard text != "_", text != "#", case let letters = Letter.codes(text), !letters.isEmpty else { return nil }
        let slots = WordBeginning.slots(of: letters, isStem: text.utf8.last == UInt8(ascii: "*"))
        return slots.count == 1 ? slots.first.map { $0 + 1 } : nil
    }

    private static func word(_ text: Substring, _ long: inout LongForms) -> Word {
        switch text {
        case "_": .any
        case "#": .number
        default: .form(WordForm(Letter.codes(text), isStem: text.utf8.last == UInt8(ascii: "*"), &long))
        }
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
