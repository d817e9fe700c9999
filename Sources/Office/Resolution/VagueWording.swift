// SPDX-License-Identifier: Apache-2.0

/// Orders nobody can fulfil or check; a resolution may not consist of them (paragraph 66 of the same instruction).
package enum VagueWording {
    /// Forms in which an order is given. Nouns («щодо прискорення ремонту») name a subject and are no order.
    package static let phrases: [[String]] = [
        "прискорити", "прискоріть", "прискорте", "поліпшити", "поліпшіть", "покращити", "покращіть", "активізувати",
        "активізуйте", "підвищити", "підвищіть", "посилити", "посильте", "звернути увагу", "зверніть увагу",
        "звернути особливу увагу", "зверніть особливу увагу", "вжити необхідних заходів",
    ].map { $0.split(separator: " ").map(String.init) }

    /// The first such order in a text, as listed in ``phrases``; nil when there is none.
    package static func found(in text: String) -> String? {
        let words = text.lowercased().split { !$0.isLetter && $0 != "’" && $0 != "'" }.map(String.init)
        for start in words.indices {
            for phrase in phrases where words[start...].starts(with: phrase) { return phrase.joined(separator: " ") }
        }
        return nil
    }
}
