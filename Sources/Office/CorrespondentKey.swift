// SPDX-License-Identifier: Apache-2.0

/// What a correspondent is recognised by when the same letter comes by another way: the stems of the words of its name, and the
/// address it writes from. Names of one body differ by case, abbreviation and order; addresses are shared by nobody.
package struct CorrespondentKey: Hashable, Sendable {
    /// The beginnings of the words, folded, sorted, each once.
    private let stems: [String]
    /// addr-spec in lower case; empty when unknown.
    private let address: String

    /// - Parameters:
    ///   - name: as the letter or its From field has it; may be empty.
    ///   - address: addr-spec; may be empty.
    package init(name: String, address: String) {
        self.address = address.lowercased()
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        stems = Set(words.flatMap(Self.stems(of:))).sorted()
    }

    /// From the text the register keeps (``description``).
    package init(description: String) {
        let halves = description.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        stems = (halves.first ?? "").split(separator: " ").map(String.init)
        address = halves.count > 1 ? String(halves[1]) : ""
    }

    /// Whether both are one body: the same address, or at least three in five of the words of the shorter name are in the other.
    package func isSame(as other: CorrespondentKey) -> Bool {
        if !address.isEmpty, address == other.address { return true }
        let common = Set(stems).intersection(other.stems).count
        let shorter = min(stems.count, other.stems.count)
        return shorter >= Self.fewestWords && common * 5 >= shorter * 3
    }

    private static func stems(of word: Substring) -> [String] {
        if let words = abbreviations[String(word)] { return words.map { String($0.prefix(stemLength)) } }
        return word.count < 3 ? [] : [String(word.prefix(stemLength))]
    }

    private static let stemLength = 5
    /// A name of one word («Департамент») says nothing.
    private static let fewestWords = 2
    private static let abbreviations: [String: [String]] = [
        "ода": ["обласна", "державна", "адміністрація"], "ова": ["обласна", "військова", "адміністрація"],
        "рда": ["районна", "державна", "адміністрація"], "рва": ["районна", "військова", "адміністрація"],
        "гу": ["головне", "управління"], "дсу": ["державна", "служба", "україни"], "пфу": ["пенсійного", "фонду", "україни"],
    ]
}

extension CorrespondentKey: CustomStringConvertible {
    /// The stems with spaces between, a stroke, the address.
    package var description: String { stems.joined(separator: " ") + "|" + address }
}
