// SPDX-License-Identifier: Apache-2.0

/// Other apostrophes, quotation marks, dashes and spaces, the same sign all through a letter.
struct SignRewriting {
    private let apostrophe: Character
    private let quotes: (opening: Character, closing: Character)
    private let dash: Character
    private let isNoBreak: Bool

    init(with random: inout SeededNumbers) {
        apostrophe = ["’", "'", "ʼ", "`"].randomElement(using: &random) ?? "'"
        quotes = [("«", "»"), ("“", "”"), ("\"", "\""), ("„", "“")].randomElement(using: &random) ?? ("«", "»")
        dash = ["–", "—", "-"].randomElement(using: &random) ?? "-"
        isNoBreak = Bool.random(using: &random)
    }

    func rewritten(_ text: String) -> String {
        var result = ""
        var before: Character = " "
        for character in text {
            switch character {
            case "’", "'", "ʼ", "`": result.append(before.isLetter ? apostrophe : character)
            case "«": result.append(quotes.opening)
            case "»": result.append(quotes.closing)
            case "–", "—": result.append(dash)
            case " " where isNoBreak && (before == "№" || before == "."): result.append("\u{A0}")
            default: result.append(character)
            }
            before = character
        }
        return result
    }
}
