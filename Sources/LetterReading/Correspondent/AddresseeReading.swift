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
            let label = Self.copyLabels.isMet(in: line.tokens.prefix(2), of: text)
            if label { isCopy = true } else if line.startsBlock { isCopy = false }
            let start = label || Self.isLabelled(line, text) ? Self.behindLabel(line, text) : line.tokens.lowerBound
            guard start < line.tokens.upperBound else { continue }
            let tokens = start..<line.tokens.upperBound
            let written = text.originalText(text.tokens[start].range.lowerBound..<line.range.upperBound)
            let fact = Fact(written, at: main.place(of: tokens), .likely, because: "above the text")
            if isCopy || Self.isMarkedCopy(line, text) { copies.append(fact) } else { addressees.append(fact) }
        }
    }

    /// A copy that an office gets, whoever else is addressed; one for the citizen whose letter is passed on is none.
    var officeCopy: Fact<String>? {
        copies.first { fact in
            let copy = NormalizedText(fact.value)
            return copy.tokens.contains { Self.offices.knows($0, in: copy) }
        }
    }

    /// «Територіальним громадам (копія)».
    private static func isMarkedCopy(_ line: LetterLine, _ text: NormalizedText) -> Bool {
        guard line.tokens.count > 3, text.tokens[line.tokens.upperBound - 1].isMark(")") else { return false }
        return text.tokens[line.tokens.upperBound - 3].isMark("(")
            && copyLabels.knows(text.tokens[line.tokens.upperBound - 2], in: text)
    }

    private static let offices = StemTable<Bool>([
        (
            """
            рад* міськ* місто міста голов* виконавч* виконком* орган* громад* комітет* управлін* департамент* відділ* селищн* сільськ*
            """, true
        )
    ])

    private static func isLabelled(_ line: LetterLine, _ text: NormalizedText) -> Bool {
        LineWords.addresseeLabels.knows(text.tokens[line.tokens.lowerBound], in: text)
    }

    private static func behindLabel(_ line: LetterLine, _ text: NormalizedText) -> Int {
        line.tokens.prefix(5).first { text.tokens[$0].isMark(":") }.map { $0 + 1 } ?? line.tokens.lowerBound
    }

    private static let copyLabels = StemTable<Bool>([("копія копії копия", true)])
}
