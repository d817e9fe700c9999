// SPDX-License-Identifier: Apache-2.0

/// A word, or the stem of words, as a row of a table or a phrase names it.
struct WordForm: Sendable {
    private let letters: UInt64
    /// Which letters of a ``WordBeginning`` are compared: those of the form, and of a whole word that no other follows.
    private let mask: UInt64
    /// Where the letters that a beginning does not hold stand among the ``LongForms`` of the table.
    private let rest: Range<UInt32>
    private let isStem: Bool
    /// Whether a beginning does not tell all.
    private let isLong: Bool

    /// - Parameter form: its letters (``Letter``).
    init(_ form: [UInt8], isStem: Bool, _ long: inout LongForms) {
        self.isStem = isStem
        letters = WordBeginning(form.span, form.indices).letters
        mask = WordBeginning.mask(isStem ? form.count : form.count + 1)
        isLong = form.count > WordBeginning.length - (isStem ? 0 : 1)
        rest = long.add(form.dropFirst(WordBeginning.length))
    }

    /// Whether it is the token's, a word.
    @inline(__always)
    func fits(_ beginning: WordBeginning, _ word: Range<Int>, in text: [UInt8], _ long: LongForms) -> Bool {
        guard beginning.letters & mask == letters else { return false }
        return !isLong || long.fits(rest, word.dropFirst(WordBeginning.length), in: text, isStem: isStem)
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
