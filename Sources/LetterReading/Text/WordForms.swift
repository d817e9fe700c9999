// SPDX-License-Identifier: Apache-2.0

/// Words and stems with a number each, found by the words of a text.
///
/// Laid out by the first three letters: a word of the text is passed over at one bit, or meets the one or two forms that begin as it
/// does. There are hundreds of tables and every word of a letter meets most of them: trees a letter deep did not fit the caches.
struct WordForms: Sendable {
    private struct Form: Sendable {
        let letters: Range<Int32>
        let isStem: Bool
        let number: Int32
    }

    private var beginnings = WordBeginnings()
    /// The first of ``forms`` of each beginning, in their order; at the end their count.
    private var starts: [Int32] = []
    private var forms: [Form] = []
    private var letters: [UInt8] = []

    /// - Parameter given: letters folded (``Letter``), whether all words that begin so are meant, and the number. Of two that are the
    ///   same the first counts; one without letters is nothing.
    init(_ given: [(letters: [UInt8], isStem: Bool, number: Int)]) {
        var known: Set<[UInt8]> = []
        var byBeginning: [Int: [Form]] = [:]
        for (form, isStem, number) in given where known.insert(isStem ? form + [0] : form).inserted && !form.isEmpty {
            let start = Int32(letters.count)
            letters += form
            let made = Form(letters: start..<Int32(letters.count), isStem: isStem, number: Int32(number))
            for beginning in WordBeginning.all(of: form, isStem: isStem) { byBeginning[beginning, default: []].append(made) }
        }
        beginnings = WordBeginnings(byBeginning.keys)
        for (_, sharing) in byBeginning.sorted(by: { $0.key < $1.key }) {
            starts.append(Int32(forms.count))
            forms += sharing
        }
        starts.append(Int32(forms.count))
    }

    /// Whether any form may be the word's: nearly every word is passed over here. False for a number and a mark.
    func mayFit(_ token: Token) -> Bool { token.kind == .word && beginnings.contains(token.beginning.number) }

    /// The same of a number of ``WordIndex/beginnings``.
    func mayBegin(with beginning: UInt16) -> Bool { beginnings.contains(beginning) }

    /// The beginnings of all forms (``WordBeginning/number``).
    var allBeginnings: [Int] { beginnings.all }

    /// The number of the whole word, else of the longest stem it begins with.
    func best(_ text: [UInt8], _ word: Range<Int>, _ beginning: WordBeginning) -> Int? {
        var best: Form?
        for place in sharing(beginning) where fits(forms[place], text, word) {
            guard forms[place].isStem else { return Int(forms[place].number) }
            if forms[place].letters.count > best?.letters.count ?? 0 { best = forms[place] }
        }
        return best.map { Int($0.number) }
    }

    /// The numbers of all forms that are the word's.
    func all(_ text: [UInt8], _ word: Range<Int>, _ beginning: WordBeginning, _ body: (Int) -> Void) {
        for place in sharing(beginning) where fits(forms[place], text, word) { body(Int(forms[place].number)) }
    }

    /// Positions in ``forms``.
    private func sharing(_ beginning: WordBeginning) -> Range<Int> {
        guard let rank = beginnings.rank(of: beginning) else { return 0..<0 }
        return Int(starts[rank])..<Int(starts[rank + 1])
    }

    private func fits(_ form: Form, _ text: [UInt8], _ word: Range<Int>) -> Bool {
        guard form.isStem ? form.letters.count <= word.count : form.letters.count == word.count else { return false }
        var place = word.lowerBound
        for letter in form.letters {
            guard letters[Int(letter)] == text[place] else { return false }
            place += 1
        }
        return true
    }
}
