// SPDX-License-Identifier: Apache-2.0

/// Words and names of letters in Latin script.
enum LatinWords {
    /// Whether a line begins as the one above a signature does.
    static func isClosing(_ text: NormalizedText, _ line: Range<Int>) -> Bool {
        closings.hits(in: text, line.prefix(Self.longestClosing)).contains { $0.tokens.lowerBound == line.lowerBound }
    }

    private static let closings = PhraseBook<Bool>([
        (
            """
            kind regards | best regards | regards | sincerely | yours sincerely | yours faithfully | yours truly | best wishes | with respect
            | respectfully | many thanks | thank you | mit freundlichen | z poważaniem | cordialement
            """, true
        )
    ])
    /// Words.
    private static let longestClosing = 2

    /// Two or three capitalized words in Latin letters and nothing else.
    static func isName(_ line: String) -> Bool {
        let words = line.parts(at: " ")
        return (2...3).contains(words.count)
            && words.allSatisfy { word in
                word.first?.isUppercase == true
                    && word.unicodeScalars.allSatisfy {
                        $0.properties.isAlphabetic && $0.value < 0x250 || ".-'’".unicodeScalars.contains($0)
                    }
            }
    }
}
