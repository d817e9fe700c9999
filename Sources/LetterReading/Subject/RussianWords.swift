// SPDX-License-Identifier: Apache-2.0

/// The words of a Russian letter in a summary: a clerk sums it up in Ukrainian, and till he does they are shown as the writer's own.
enum RussianWords {
    /// «Прохання организовать подвоз воды» is «Прохання: «организовать подвоз воды»»; a summary in one language stays as it is.
    ///
    /// - Parameter letter: the whole letter, whose letters tell its language.
    static func quoted(_ summary: String, of letter: NormalizedText) -> String {
        guard let lead = leads.first(where: { summary.begins(with: $0) }) else { return summary }
        let rest = summary.dropFirst(lead.count).drop { $0 == ":" || $0 == " " }
        guard !rest.isEmpty, !rest.begins(with: "на "), !rest.unicodeScalars.contains(where: ukrainian.contains),
            isRussian(letter)
        else { return summary }
        let quoted = String(rest).replacing("«", with: "„").replacing("»", with: "“")
        return "\(lead): «\(quoted)»"
    }

    /// Whether more of its letters are only Russian than only Ukrainian: a name or two may be spelt in the other language.
    private static func isRussian(_ text: NormalizedText) -> Bool {
        let (russian, ukrainian) = (LetterSet("ыэъё"), LetterSet("іїєґ"))
        var balance = 0
        for letter in text.letters {
            if russian.contains(letter) { balance += 1 } else if ukrainian.contains(letter) { balance -= 1 }
        }
        return balance > 0
    }

    private static let ukrainian: Set<Unicode.Scalar> = ["і", "ї", "є", "ґ", "І", "Ї", "Є", "Ґ"]
    /// What summaries are begun with; the longer first.
    private static let leads = [
        "Запит на публічну інформацію", "Запит на інформацію", "Колективне звернення", "Колективна скарга", "Повторна скарга",
        "Повторно: прохання", "Повторно: скарга", "Скарга", "Прохання", "Вимога", "Пропозиція",
    ]
}
