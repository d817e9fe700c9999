// SPDX-License-Identifier: Apache-2.0

extension Person {
    /// «Шевченко О. П.»
    package var shortName: String { surname + initials }

    /// «Ткачука В. П.», «Шевченко О. П.»: whom an act was done for.
    package var shortNameInAccusative: String {
        Surname.accusative(of: surname, isMale: isMale) + initials
    }

    /// «Олена Шевченко», as the foot of a letter names its executor (ДСТУ 4163:2020).
    package var givenNameAndSurname: String {
        nameParts.count > 1 ? "\(nameParts[1]) \(nameParts[0])" : name
    }

    private var nameParts: [Substring] { name.split(separator: " ") }

    private var surname: String { nameParts.first.map(String.init) ?? name }

    private var initials: String {
        nameParts.dropFirst().compactMap(\.first).map { " \($0.uppercased())." }.joined()
    }

    /// Told by the patronymic; without one the surname is left as it is.
    private var isMale: Bool? {
        guard let patronymic = nameParts.dropFirst(2).first?.lowercased() else { return nil }
        if patronymic.hasSuffix("ич") || patronymic.hasSuffix("іч") { return true }
        return patronymic.hasSuffix("на") ? false : nil
    }
}

/// Ukrainian surnames in the accusative.
enum Surname {
    /// The endings of adjectives and of nouns, the longer first; each with what takes its place.
    private static let male: [(String, String)] = [
        ("цький", "цького"), ("ський", "ського"), ("ий", "ого"), ("ій", "ія"), ("лець", "льця"), ("ець", "ця"), ("ь", "я"),
        ("й", "я"), ("о", "а"), ("а", "у"), ("я", "ю"),
    ]
    private static let female: [(String, String)] = [("а", "у"), ("я", "ю")]
    private static let vowels: Set<Character> = ["а", "е", "є", "и", "і", "ї", "о", "у", "ю", "я"]

    static func accusative(of surname: String, isMale: Bool?) -> String {
        guard let isMale else { return surname }
        for (ending, replacement) in isMale ? male : female where surname.hasSuffix(ending) {
            return surname.dropLast(ending.count) + replacement
        }
        guard isMale, let last = surname.last, last.isLetter, !vowels.contains(last) else { return surname }
        return surname + "а"
    }
}
