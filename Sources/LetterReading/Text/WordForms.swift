// SPDX-License-Identifier: Apache-2.0

/// Words and stems with a number each, found by the words of a text.
///
/// Laid out by the first three letters (``WordBeginning/slot``): a word of the text is passed over at one bit, or meets the few forms
/// that begin as it does. There are hundreds of tables and every word of a letter meets most of them: trees a letter deep did not fit
/// the caches.
///
/// A class, as every word of a letter is looked up in dozens of tables: copying their parts would cost more than looking.
final class WordForms: Sendable {
    /// Of all forms.
    let slots: WordSlots
    /// How many slots there are below each 64.
    private let below: InlineArray<32, UInt16>
    /// The first of ``forms`` of each slot, in their order; at the end their count.
    private let starts: [Int32]
    /// Of those that share a slot the whole words come first, then the longer stems: the first that fits is the best.
    private let forms: [(form: WordForm, number: Int32)]
    private let long: LongForms

    /// - Parameter given: letters folded (``Letter``), whether all words that begin so are meant, and the number. Of two that are the
    ///   same the first counts; one without letters is nothing.
    init(_ given: [(letters: [UInt8], isStem: Bool, number: Int)]) {
        var known: Set<[UInt8]> = []
        let best = given.filter { !$0.letters.isEmpty && known.insert($0.isStem ? $0.letters + [0] : $0.letters).inserted }
            .sorted { ($0.isStem ? 1 : 0, -$0.letters.count) < ($1.isStem ? 1 : 0, -$1.letters.count) }
        var long = LongForms()
        var bySlot: [UInt16: [(form: WordForm, number: Int32)]] = [:]
        for (letters, isStem, number) in best {
            let form = WordForm(letters, isStem: isStem, &long)
            for slot in WordBeginning.slots(of: letters, isStem: isStem) {
                bySlot[slot, default: []].append((form, Int32(number)))
            }
        }
        var (starts, forms): ([Int32], [(form: WordForm, number: Int32)]) = ([0], [])
        for (_, sharing) in bySlot.sorted(by: { $0.key < $1.key }) {
            forms += sharing
            starts.append(Int32(forms.count))
        }
        let slots = WordSlots(bySlot.keys)
        var below = InlineArray<32, UInt16>(repeating: 0)
        for word in 1..<32 { below[word] = below[word - 1] + UInt16(slots.bits[word - 1].nonzeroBitCount) }
        (self.slots, self.below, self.starts, self.forms, self.long) = (slots, below, starts, forms, long)
    }

    /// Whether any form may be that of a token: nearly every word is passed over here. False for a number and a mark.
    @inline(__always)
    func mayFit(_ token: Token) -> Bool { slots.contains(token.slot) }

    /// The number of the whole word, else of the longest stem it begins with; nil for a number and a mark.
    @inline(__always)
    func best(_ token: Token, in text: NormalizedText) -> Int? {
        guard mayFit(token) else { return nil }
        return best(token.beginning, token.letters, in: text.letters)
    }

    /// The same of a word among letters.
    func best(_ beginning: WordBeginning, _ word: Range<Int>, in text: [UInt8]) -> Int? {
        for place in sharing(beginning.slot) where forms[place].form.fits(beginning, word, in: text, long) {
            return Int(forms[place].number)
        }
        return nil
    }

    /// The number of one of the forms that share its slot (``sharing(_:)``), where that is the word's.
    @inline(__always)
    func number(at place: Int, of word: Token, in text: NormalizedText) -> Int? {
        guard forms[place].form.fits(word.beginning, word.letters, in: text.letters, long) else { return nil }
        return Int(forms[place].number)
    }

    /// The forms of a slot.
    @inline(__always)
    func sharing(_ slot: UInt16) -> Range<Int> {
        let word = Int(slot >> 6)
        let bit = 1 &<< UInt64(slot & 63) as UInt64
        guard slots.bits[word] & bit != 0 else { return 0..<0 }
        let rank = Int(below[word]) + (slots.bits[word] & (bit &- 1)).nonzeroBitCount
        return Int(starts[rank])..<Int(starts[rank + 1])
    }
}
