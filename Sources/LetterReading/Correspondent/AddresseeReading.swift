// SPDX-License-Identifier: Apache-2.0

/// Who a letter is addressed to, and who has a copy of it, line by line as written.
package struct AddresseeReading: Sendable {
    package private(set) var addressees: [Fact<String>] = []
    /// Without the word «Копія».
    package private(set) var copies: [Fact<String>] = []

    package init(_ main: MainText, source: LetterSource) {
        let text = main.layout.text
        var isCopy = false
        for line in main.layout.head where line.role == .addressee {
            // «Копія: …», «До копії: …».
            let label = line.tokens.prefix(2).contains { Self.copyLabels.meaning(of: text.tokens[$0], in: text) != nil }
            if label { isCopy = true } else if line.startsBlock { isCopy = false }
            let start = label || Self.isLabelled(line, text) ? Self.behindLabel(line, text) : line.tokens.lowerBound
            guard start < line.tokens.upperBound else { continue }
            let tokens = start..<line.tokens.upperBound
            let written = text.originalText(text.tokens[start].range.lowerBound..<line.range.upperBound)
            let fact = Fact(written, at: main.place(of: tokens), .likely, because: "above the text")
            if isCopy { copies.append(fact) } else { addressees.append(fact) }
        }
    }

    private static func isLabelled(_ line: LetterLine, _ text: NormalizedText) -> Bool {
        LineWords.addresseeLabels.meaning(of: text.tokens[line.tokens.lowerBound], in: text) != nil
    }

    private static func behindLabel(_ line: LetterLine, _ text: NormalizedText) -> Int {
        line.tokens.prefix(5).first { text.tokens[$0].isMark(":") }.map { $0 + 1 } ?? line.tokens.lowerBound
    }

    private static let copyLabels = StemTable<Bool>([("копія копії копия", true)])
}
