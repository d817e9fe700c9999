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
    /// By slot in their order those of ``forms`` that share it.
    private let sharing: [Sharing]
    /// Of those that share a slot the whole words come first, then the longer stems: the first that fits is the best.
    private let forms: [Form]
    /// Those a beginning does not tell.
    private let longForms: [WordForm]
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
        var (sharing, forms, longForms): ([Sharing], [Form], [WordForm]) = ([], [], [])
        for (_, own) in bySlot.sorted(by: { $0.key < $1.key }) {
            let start = Int32(forms.count)
            var fourths = FourthLetters()
            for (form, number) in own {
                fourths.formUnion(form.beginning.fourthLetters)
                forms.append(Form(beginning: form.beginning, number: number, long: form.isLong ? Int32(longForms.count) : -1))
                if form.isLong { longForms.append(form) }
            }
            sharing.append(Sharing(start: start, end: Int32(forms.count), fourths: fourths))
        }
        let slots = WordSlots(bySlot.keys)
        var below = InlineArray<32, UInt16>(repeating: 0)
        for word in 1..<32 { below[word] = below[word - 1] + UInt16(slots.bits[word - 1].nonzeroBitCount) }
        (self.slots, self.below, self.sharing) = (slots, below, sharing)
        (self.forms, self.longForms, self.long) = (forms, longForms, long)
    }

    // What is looked at together lies together: the cost of looking is that of fetching it.

    private struct Sharing: Sendable {
        let start: Int32
        let end: Int32
        /// The letters that stand fourth in its forms: most words that share the slot end here.
        let fourths: FourthLetters
    }

    private struct Form: Sendable {
        let beginning: WordForm.Beginning
        let number: Int32
        /// Its position among ``longForms``; −1 where the beginning tells all.
        let long: Int32
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
        let sharing = forms(sharing: beginning)
        var place = next(in: sharing, beginning)
        while place < sharing.upperBound {
            if ends(place, word, in: text) { return Int(forms[place].number) }
            place = next(in: place + 1..<sharing.upperBound, beginning)
        }
        return nil
    }

    /// Gives the numbers of all forms that are a word's.
    @inline(__always)
    func forEach(of word: Token, in text: NormalizedText, _ body: (Int) -> Void) {
        let sharing = forms(sharing: word.beginning)
        var place = next(in: sharing, word.beginning)
        while place < sharing.upperBound {
            if ends(place, word.letters, in: text.letters) { body(Int(forms[place].number)) }
            place = next(in: place + 1..<sharing.upperBound, word.beginning)
        }
    }

    /// The first of some forms that has a word's beginning; behind the last where none has.
    @inline(__always)
    private func next(in range: Range<Int>, _ word: WordBeginning) -> Int {
        var place = range.lowerBound
        while place < range.upperBound, !forms[place].beginning.fits(word) { place &+= 1 }
        return place
    }

    /// Whether a word that has the beginning of a form is that form to its end.
    @inline(__always)
    private func ends(_ place: Int, _ word: Range<Int>, in text: [UInt8]) -> Bool {
        let form = forms[place].long
        return form < 0 || longForms[Int(form)].ends(word, in: text, long)
    }

    /// The forms among which that of a word is, if there is any.
    @inline(__always)
    private func forms(sharing beginning: WordBeginning) -> Range<Int> {
        let slot = beginning.slot
        let word = Int(slot >> 6)
        let bit = 1 &<< UInt64(slot & 63) as UInt64
        guard slots.bits[word] & bit != 0 else { return 0..<0 }
        let rank = Int(below[word]) + (slots.bits[word] & (bit &- 1)).nonzeroBitCount
        let found = sharing[rank]
        return found.fourths.contains(beginning) ? Int(found.start)..<Int(found.end) : 0..<0
    }
}
