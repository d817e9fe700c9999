// SPDX-License-Identifier: Apache-2.0

/// Brings a word to the form in which it is compared.
enum Folding {
    /// Latin letters that look like Cyrillic ones in either case: keyboards and fonts mix them up, people do not see it.
    private static let lookalikes: [Character: Character] = [
        "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "i": "і", "k": "к", "m": "м", "o": "о", "p": "р", "t": "т", "x": "х",
        "y": "у", "ï": "ї", "ё": "е", "ґ": "г", "0": "о", "3": "з",
    ]

    static func isApostrophe(_ character: Character) -> Bool { "'’ʼ‘`′´＇".contains(character) }

    /// Marks that have no width: soft hyphens, joiners, marks of direction.
    static func isInvisible(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { isInvisible($0) }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{AD}" || scalar.properties.generalCategory == .format
    }

    static func folded(_ word: String) -> String {
        let kept = word.unicodeScalars.filter { !isInvisible($0) && $0 != "\u{301}" && $0 != "\u{300}" }
        let lower = String(String.UnicodeScalarView(kept)).lowercased()
        let isCyrillic = lower.unicodeScalars.contains { ("\u{400}"..."\u{52F}").contains($0) }
        return String(
            lower.map { character in
                if isApostrophe(character) { return "'" }
                return isCyrillic ? lookalikes[character] ?? character : character
            })
    }
}
