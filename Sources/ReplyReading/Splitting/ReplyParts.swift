// SPDX-License-Identifier: Apache-2.0

/// A reply taken apart: what its writer wrote now, their signature, and the rest, which is others' words and counts for nothing.
package struct ReplyParts: Hashable, Sendable {
    /// Longer letters are cut: what stands so far down is never the answer.
    package static let maximumLines = 5_000

    /// The new text without empty lines at either end; one element a line.
    package internal(set) var text: [String] = []
    /// From the closing words, a name or «Надіслано з iPhone» on.
    package internal(set) var signature: [String] = []
    /// New lines between quoted ones, when there is a text above them already: answers point by point.
    package internal(set) var between: [String] = []
    package internal(set) var hasQuotation = false

    /// - Parameters:
    ///   - letter: the plain text of a letter, or its HTML turned to text.
    ///   - people: whose names a signature may consist of.
    package init(_ letter: String, people: [NamedPerson] = []) {
        let lines = Self.lines(of: letter)
        var blocks = QuotationScanner(lines).blocks()
        hasQuotation = blocks.contains { $0.isQuoted }
        blocks.removeAll { $0.isQuoted }
        guard let first = blocks.first else { return }
        (text, signature) = SignatureCut(people: people).cut(first.lines)
        // A reply below the quotation has nothing but perhaps a greeting above it.
        var rest = blocks.dropFirst()
        if Self.isOnlyGreeting(text), signature.isEmpty, let last = rest.last {
            rest.removeLast()
            let (below, belowSignature) = SignatureCut(people: people).cut(last.lines)
            text += below
            signature = belowSignature
        }
        for block in rest {
            let (text, signature) = SignatureCut(people: people).cut(block.lines)
            between += text.filter { !$0.isBlankLine }
            self.signature += signature
        }
    }

    private static func isOnlyGreeting(_ lines: [String]) -> Bool {
        lines.allSatisfy { line in
            let words = Words(line)
            return Courtesies.skipGreeting(words, from: 0, people: []) == words.words.count
        }
    }

    private static func lines(of letter: String) -> [String] {
        letter.split(maxSplits: maximumLines, omittingEmptySubsequences: false) { $0.isNewline }
            .prefix(maximumLines).map(String.init)
    }
}

extension String {
    /// Whether there is nothing in it to see.
    var isBlankLine: Bool { allSatisfy { $0.isWhitespace || Folding.isInvisible($0) } }

    var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace || Folding.isInvisible(first) { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace || Folding.isInvisible(last) { rest.removeLast() }
        return String(rest)
    }
}
