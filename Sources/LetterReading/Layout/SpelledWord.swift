// SPDX-License-Identifier: Apache-2.0

/// A word printed with spaces between its letters, alone on its line: «У Х В А Л А», «А Д В О К А Т».
struct SpelledWord: Hashable, Sendable {
    /// In lower case.
    let word: String

    init?(_ text: NormalizedText, _ tokens: Range<Int>) {
        guard (Self.shortest...Self.longest).contains(tokens.count),
            tokens.allSatisfy({ text.tokens[$0].kind == .word && text.tokens[$0].letters.count == 1 })
        else { return nil }
        word = tokens.map { text.folded(text.tokens[$0]) }.joined()
    }

    private static let shortest = 4
    private static let longest = 16
}
