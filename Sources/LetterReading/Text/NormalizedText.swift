// SPDX-License-Identifier: Apache-2.0

/// The text of a letter in one spelling, cut into tokens, lines and sentences, with the way back to what was written.
///
/// One spelling means: every apostrophe is `'`, every dash and hyphen `-`, every quotation mark `"`, every space (no-break, thin,
/// tab…) a space, every line end a line feed; what cannot be seen (soft hyphens, zero-width signs, stress marks) is left out, and
/// a letter with its combining mark is one letter (`й`, `ї`); «У Х В А Л А» is «УХВАЛА» (``SpelledOut``). The case of letters stays.
///
/// Every range in this module counts octets of UTF-8 in the *normalized* text, unless it says otherwise.
/// ``originalRange(of:)`` leads back. Reading takes time in proportion to the length, whatever is written.
///
/// A class, as every reading holds it: copying its arrays took a fifth of the time of a letter.
package final class NormalizedText: Sendable {
    /// UTF-8 of the normalized text.
    package let utf8: [UInt8]
    /// Words, numbers and marks in the order of the text; what lies between two of them is spaces and line ends.
    package let tokens: [Token]
    /// The lines in octets, without their line feeds; at least one.
    package let lines: [Range<Int>]
    /// The sentences as ranges of positions in ``tokens``: in order, none empty, together all tokens.
    package let sentences: [Range<Int>]
    /// Letters of all words, folded to ``Letter``; ``Token/letters`` is a range of it.
    let letters: [UInt8]
    let words: WordIndex
    /// Whether words were printed with spaces between their letters.
    let hasSpelledWords: Bool
    private let originalUTF8: [UInt8]
    private let steps: [OffsetStep]

    package convenience init(_ text: String) {
        self.init(utf8: Array(text.utf8))
    }

    /// - Parameter utf8: valid UTF-8.
    init(utf8 given: [UInt8]) {
        var normalizer = TextNormalizer(given)
        normalizer.run()
        originalUTF8 = normalizer.input
        var cut = Tokenizer.Result(normalizer.output)
        let spelled = SpelledOut(normalizer.output, lines: cut.lines)
        hasSpelledWords = !spelled.spaces.isEmpty
        if hasSpelledWords {
            (utf8, steps) = spelled.removed(from: normalizer.output, normalizer.steps)
            cut = Tokenizer.Result(utf8)
        } else {
            (utf8, steps) = (normalizer.output, normalizer.steps)
        }
        (tokens, letters, lines) = (cut.tokens, cut.letters, cut.lines)
        words = WordIndex.of(cut.tokens)
        sentences = SentenceSplitter.sentences(of: cut.tokens, letters: cut.letters)
    }

    /// The normalized text of a range.
    package func text(_ range: Range<Int>) -> String { String(decoding: utf8[clamped(range)], as: UTF8.self) }

    /// The normalized text of one token.
    package func text(of token: Token) -> String { text(token.range) }

    /// What stood there before normalization.
    package func originalText(_ range: Range<Int>) -> String {
        String(decoding: originalUTF8[originalRange(of: range)], as: UTF8.self)
    }

    /// The range in octets of UTF-8 of the text as it was given.
    package func originalRange(of range: Range<Int>) -> Range<Int> {
        let range = clamped(range)
        let start = originalOffset(of: range.lowerBound)
        guard range.upperBound > range.lowerBound else { return start..<start }
        var end = originalOffset(of: range.upperBound - 1) + 1
        while end < originalUTF8.count, originalUTF8[end] & 0xC0 == 0x80 || originalUTF8[end] == 0xCC {
            // 0xCC begins the combining marks that were put together with the letter before them.
            end += 1
        }
        return start..<max(start, end)
    }

    /// The word in lower case, apostrophes left out, Latin letters that look Cyrillic made Cyrillic; empty for other tokens.
    package func folded(_ token: Token) -> String {
        var octets: [UInt8] = []
        octets.reserveCapacity(2 * token.letters.count)
        for index in token.letters { Letter.write(letters[index], to: &octets) }
        return String(decoding: octets, as: UTF8.self)
    }

    /// Whether a word is the one ``folded(_:)`` writes so; false for other tokens.
    ///
    /// - Parameter word: of Cyrillic and Latin letters, which have two octets at most.
    @inline(__always)
    func reads(_ token: Token, _ word: String) -> Bool {
        // Nearly every word is told from the other by their lengths.
        let count = token.letters.count
        return count <= word.utf8.count && word.utf8.count <= 2 * count && hasLetters(token.letters, of: word.utf8.span)
    }

    private func hasLetters(_ range: Range<Int>, of word: Span<UInt8>) -> Bool {
        var place = 0
        for index in range {
            guard place < word.count else { return false }
            let (code, length) = Letter.common(word, at: place, end: word.count)
            guard code == letters[index] else { return false }
            place += length
        }
        return place == word.count
    }

    /// Whether a word is one of several.
    func reads(_ token: Token, _ words: [String]) -> Bool {
        let words = words.span
        for index in words.indices where reads(token, words[index]) { return true }
        return false
    }

    /// Whether there are words among the tokens, and none with a Cyrillic letter.
    func isLatin(_ range: Range<Int>) -> Bool {
        let words = tokens[range].filter { $0.kind == .word }
        return !words.isEmpty && words.allSatisfy { utf8[$0.range].allSatisfy { $0 < 0x80 } }
    }

    /// The position of the first token that begins at or after an octet; the number of tokens when there is none.
    package func tokenIndex(atOrAfter offset: Int) -> Int {
        var (low, high) = (0, tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func clamped(_ range: Range<Int>) -> Range<Int> { range.clamped(to: 0..<utf8.count) }

    private func originalOffset(of offset: Int) -> Int {
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].normalized <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return min(offset, originalUTF8.count) }
        return min(steps[low - 1].original + offset - steps[low - 1].normalized, originalUTF8.count)
    }
}

/// From here on both texts go in step.
struct OffsetStep: Hashable, Sendable {
    let normalized: Int
    let original: Int
}
