// SPDX-License-Identifier: Apache-2.0

/// A word, or the stem of words, as a row of a table or a phrase names it.
struct WordForm: Sendable {
    /// What a beginning of a word must be: nearly all words are told by it.
    struct Beginning: Sendable {
        private let letters: UInt64
        /// Which letters are compared: those of the form, and of a whole word that no other follows.
        private let mask: UInt64

        fileprivate init(_ form: [UInt8], isStem: Bool) {
            letters = WordBeginning(form.span, form.indices).letters
            mask = WordBeginning.mask(isStem ? form.count : form.count + 1)
        }

        /// The letters that may stand fourth in a word it fits.
        var fourthLetters: FourthLetters { FourthLetters(letters: letters, mask: mask) }

        @inline(__always)
        func fits(_ word: WordBeginning) -> Bool { word.letters & mask == letters }
    }

    let beginning: Beginning
    /// Where the letters that a beginning does not hold stand among the ``LongForms`` of the table.
    private let rest: Range<UInt32>
    private let isStem: Bool
    /// Whether a beginning does not tell all.
    let isLong: Bool

    /// - Parameter form: its letters (``Letter``).
    init(_ form: [UInt8], isStem: Bool, _ long: inout LongForms) {
        self.isStem = isStem
        beginning = Beginning(form, isStem: isStem)
        isLong = form.count > WordBeginning.length - (isStem ? 0 : 1)
        rest = long.add(form.dropFirst(WordBeginning.length))
    }

    /// Whether it is a word's.
    @inline(__always)
    func fits(_ beginning: WordBeginning, _ word: Range<Int>, in text: [UInt8], _ long: LongForms) -> Bool {
        self.beginning.fits(beginning) && ends(word, in: text, long)
    }

    /// Whether a word whose beginning it fits is the form to its end.
    @inline(__always)
    func ends(_ word: Range<Int>, in text: [UInt8], _ long: LongForms) -> Bool {
        !isLong || long.fits(rest, word.dropFirst(WordBeginning.length), in: text, isStem: isStem)
    }
}

/// What the long forms of a table have behind their first ten letters.
struct LongForms: Sendable {
    private var letters: [UInt8] = []

    mutating func add(_ rest: ArraySlice<UInt8>) -> Range<UInt32> {
        letters += rest
        return UInt32(letters.count - rest.count)..<UInt32(letters.count)
    }

    /// Whether a word goes on with the rest of a form.
    func fits(_ rest: Range<UInt32>, _ word: Range<Int>, in text: [UInt8], isStem: Bool) -> Bool {
        guard isStem ? rest.count <= word.count : rest.count == word.count else { return false }
        return zip(rest, word).allSatisfy { letters[Int($0)] == text[$1] }
    }
}
