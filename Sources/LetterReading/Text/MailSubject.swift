// SPDX-License-Identifier: Apache-2.0

/// A Subject field without what mail programs and typists put before what it says.
package struct MailSubject: Hashable, Sendable {
    /// What is left: «[External] Fwd: Про нараду» is «Про нараду».
    package let text: String
    /// Octets of UTF-8 in the field as it was given.
    package let range: Range<Int>
    /// «Re:», «Відповідь на лист».
    package let isAnswer: Bool
    /// «Автоматична відповідь: …».
    package let isAutomatic: Bool

    package init(_ field: String) {
        var rest = Substring(field)
        var isAnswer = false
        var isAutomatic = false
        var steps = 0
        while steps < Self.maximumPrefixes {
            steps += 1
            rest =
                rest[rest.unicodeScalars.drop { $0.properties.isWhitespace || $0 == ":" || $0 == "-" || $0 == "–" }.startIndex...]
            if let close = Self.bracketed(rest) {
                rest = rest[close...]
                continue
            }
            guard rest.utf8.contains(UInt8(ascii: ":")),
                let colon = rest.unicodeScalars.prefix(Self.longestPrefix).firstIndex(of: ":")
            else { break }
            let prefix = rest[..<colon].inLowerCase.trimmedToLetters
            guard let meaning = Self.prefixes[prefix] else { break }
            isAnswer = isAnswer || meaning == .answer
            isAutomatic = isAutomatic || meaning == .automatic
            rest = rest[colon...].dropFirst()
        }
        let plain = rest.trimmed
        let lowered = plain.inLowerCase
        self.isAnswer = isAnswer || Self.answers.contains(where: lowered.begins)
        self.isAutomatic = isAutomatic
        text = plain
        let start = rest.drop(while: \.isWhitespace).startIndex
        let offset = field.utf8.distance(from: field.startIndex, to: start)
        range = offset..<min(field.utf8.count, offset + plain.utf8.count)
    }

    /// What a subject says besides «Запит на інформацію» and what stands in brackets: «видалення дерев».
    var matter: String? {
        var depth = 0
        let plain = text.filter { character in
            if character == "(" { depth += 1 } else if character == ")" { depth = max(0, depth - 1) }
            return depth == 0 && character != ")"
        }
        let words = plain.words.drop {
            Self.naming.contains($0.inLowerCase.trimmedToLetters)
        }
        let matter = words.joined(separator: " ").trimming { !$0.isLetter && !$0.isNumber && $0 != "»" && $0 != "«" }
        return matter.count >= 4 ? matter : nil
    }

    private static let naming: Set<String> = [
        "запит", "на", "про", "щодо", "доступ", "до", "публічну", "публічної", "інформацію", "інформації", "",
    ]

    /// Behind «[External]», «***SPAM***»; nil where none stands.
    private static func bracketed(_ text: Substring) -> Substring.Index? {
        if text.begins(with: "***"), let end = text.dropFirst(3).prefix(longestPrefix).firstIndex(of: "*") {
            return text[end...].drop { $0 == "*" }.startIndex
        }
        guard let close: Character = text.begins(with: "[") ? "]" : text.begins(with: "{") ? "}" : nil,
            let end = text.prefix(longestPrefix).firstIndex(of: close)
        else { return nil }
        return text.index(after: end)
    }

    private enum Prefix { case answer, forward, automatic }
    private static let prefixes: [String: Prefix] = [
        "re": .answer, "відп": .answer, "відповідь": .answer, "ha": .answer, "на": .answer, "ответ": .answer, "aw": .answer,
        "fwd": .forward, "fw": .forward, "пересл": .forward, "пересилання": .forward, "вперед": .forward, "переслати": .forward,
        "пер": .forward, "external": .forward, "увага": .forward, "wg": .forward, "зовнішній": .forward,
        "автоматична відповідь": .automatic, "автовідповідь": .automatic, "automatic reply": .automatic, "autoreply": .automatic,
        "автоматический ответ": .automatic, "out of office": .automatic, "автоответ": .automatic,
    ]
    private static let answers = [
        "відповідь на", "на №", "на лист", "на ваш", "про розгляд вашого", "ответ на", "щодо листа №", "на вих",
    ]
    private static let longestPrefix = 40
    private static let maximumPrefixes = 12
}
