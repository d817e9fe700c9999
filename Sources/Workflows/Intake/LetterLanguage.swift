// SPDX-License-Identifier: Apache-2.0
package import Office

/// Tells the language a letter is answered in by its script.
package enum LetterLanguage {
    /// Characters looked at; the beginning of a letter says enough.
    static let examined = 2000
    /// Latin letters without one Cyrillic letter among them that make a letter English.
    static let enough = 40

    /// Ukrainian as soon as there is Cyrillic, English for a letter in Latin script, `nil` when there are too few letters.
    package static func language(of subject: String, _ text: String) -> Language? {
        var latin = 0
        for words in [Substring(subject), text[...]] {
            for scalar in words.unicodeScalars.prefix(examined) {
                switch scalar.value {
                case 0x0400...0x04FF: return .ukrainian
                case 0x41...0x5A, 0x61...0x7A: latin += 1
                default: continue
                }
            }
        }
        return latin >= enough ? .english : nil
    }
}
