// SPDX-License-Identifier: Apache-2.0

/// Words and names of letters in Latin script.
enum LatinWords {
    /// Beginnings of the line above a signature, in small letters.
    static let closings = [
        "kind regards", "best regards", "regards", "sincerely", "yours sincerely", "yours faithfully", "yours truly",
        "best wishes",
        "with respect", "respectfully", "many thanks", "thank you", "mit freundlichen", "z poważaniem", "cordialement",
    ]

    /// Two or three capitalized words in Latin letters and nothing else.
    static func isName(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        return (2...3).contains(words.count)
            && words.allSatisfy { word in
                word.first?.isUppercase == true
                    && word.unicodeScalars.allSatisfy {
                        $0.properties.isAlphabetic && $0.value < 0x250 || ".-'’".unicodeScalars.contains($0)
                    }
            }
    }
}
