// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Other digits in the numbers of documents the card names, wherever the letter writes them.
struct NumberRewriting {
    private let changes: [(old: String, new: String)]

    init(of letter: JudgedLetter, with random: inout SeededNumbers) {
        let card = letter.expected
        let named = [card.outNumber, card.inReplyTo?.number].compactMap(\.self) + card.basis.map(\.number)
        var changes: [(old: String, new: String)] = []
        // A short number is found only after its «№», else the digits of a date or a house would change with it.
        for number in named
        where changes.allSatisfy({ $0.old != number }) && (number.count > 5 || letter.text.contains("№ \(number)")) {
            let new = Self.otherDigits(number, with: &random)
            changes.append((number, new))
            // File names have no slash.
            changes.append((number.replacingOccurrences(of: "/", with: "_"), new.replacingOccurrences(of: "/", with: "_")))
        }
        self.changes = changes.filter { $0.old != $0.new }
    }

    func rewritten(_ text: String) -> String {
        changes.reduce(text) { text, change in
            if change.old.count > 5 { return text.replacingOccurrences(of: change.old, with: change.new) }
            if text == change.old { return change.new }
            return Self.replaced(change, in: text)
        }
    }

    /// Every «№ 34», whatever follows it, but not the beginning of «№ 34/5»: one document must not get two numbers.
    private static func replaced(_ change: (old: String, new: String), in text: String) -> String {
        let pieces = text.components(separatedBy: "№ \(change.old)")
        return pieces.dropFirst().reduce(pieces[0]) { text, piece in
            let goesOn = piece.first.map { $0.isNumber || $0.isLetter || "-–/_".contains($0) } ?? false
            return text + "№ \(goesOn ? change.old : change.new)" + piece
        }
    }

    /// A digit for a digit; years and the zero at the front stay, as they tell how an office counts.
    private static func otherDigits(_ number: String, with random: inout SeededNumbers) -> String {
        var groups: [String] = []
        for character in number {
            if character.isNumber == groups.last?.last?.isNumber {
                groups[groups.count - 1].append(character)
            } else {
                groups.append(String(character))
            }
        }
        return groups.map { group in
            guard group.allSatisfy(\.isNumber), !["2024", "2025", "2026", "2027", "25", "26", "27"].contains(group) else {
                return group
            }
            return String(
                group.enumerated().map { place, digit in
                    if digit == "0" && place == 0 { return digit }
                    return Character(String(Int.random(in: (place == 0 ? 1 : 0)...9, using: &random)))
                })
        }
        .joined()
    }
}
