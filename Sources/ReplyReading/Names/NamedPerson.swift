// SPDX-License-Identifier: Apache-2.0

/// Somebody a reply may name.
package struct NamedPerson: Hashable, Sendable {
    /// The office's own name for the person, handed back in what was read.
    package let id: String
    let surname: SurnameForms
    let givenName: String
    let patronymic: String

    /// - Parameter name: surname, given name and patronymic, in the nominative.
    package init(id: String, name: String) {
        let parts = name.split(separator: " ").map { Folding.folded(String($0)) }
        self.id = id
        let patronymic = parts.count > 2 ? parts[2] : ""
        let isMale: Bool? =
            patronymic.hasSuffix("ич") || patronymic.hasSuffix("іч") ? true : patronymic.hasSuffix("на") ? false : nil
        surname = SurnameForms(parts.first ?? "", isMale: isMale)
        givenName = parts.count > 1 ? parts[1] : ""
        self.patronymic = patronymic
    }

    /// Whether a word is the given name in some case: «Олені», «Ігорю», «Ользі».
    func hasGivenName(like word: String) -> Bool { Self.isForm(word, of: givenName) }

    func hasGivenName(likeVocative word: String) -> Bool {
        Self.isForm(word, of: givenName) || (!patronymic.isEmpty && Self.isForm(word, of: patronymic))
    }

    func hasPatronymic(like word: String) -> Bool { Self.isForm(word, of: patronymic) }

    /// Given names change in their last two letters at most, and grow by three.
    private static func isForm(_ word: String, of name: String) -> Bool {
        guard name.count >= 3, word.count >= name.count - 1, word.count <= name.count + 3 else { return word == name }
        let stem = name.prefix(max(2, name.count - 2))
        return word.hasPrefix(stem)
    }
}
