// SPDX-License-Identifier: Apache-2.0

/// What was found, as the summary of a card: one line, at most ``SubjectReading/maximumLength`` characters.
extension SubjectReading {
    func fact(_ said: MailMatter, _ mail: MailSubject) -> Fact<String>? {
        let value = Self.shortened(said.text)
        guard !value.isEmpty else { return nil }
        return Fact(
            value, at: FactPlace(part: "subject", range: mail.range), said.worth >= .words ? .likely : .unsure,
            because: "the subject of the mail")
    }

    /// «Депутатський запит» with «щодо …».
    func fact(_ found: TextMatter.Found, of name: String) -> Fact<String>? {
        var named = found
        named.value = name + " " + found.value.lowInitial
        return fact(named)
    }

    func fact(_ found: TextMatter.Found) -> Fact<String>? {
        fact((found.value, found.tokens), found.certainty, found.reason)
    }

    func fact(_ found: (value: String, tokens: Range<Int>), _ certainty: Certainty, _ reason: String) -> Fact<String>? {
        let value = Self.shortened(found.value)
        guard !value.isEmpty else { return nil }
        return Fact(LetterCase.capitalized(value), at: main.place(of: found.tokens), certainty, because: reason)
    }

    static func withoutPoint(_ text: String) -> String {
        // «Мельничука А. Ф.», «1971 р. н.» keep theirs.
        guard text.ends(with: "."), text.dropLast().last?.isUppercase != true, !text.ends(with: " н."), !text.ends(with: ".н.")
        else {
            return text
        }
        return text.trimming(anyOf: ".,;: –-")
    }

    /// At most ``maximumLength`` characters, cut between words.
    static func shortened(_ text: String) -> String {
        var plain = text.trimming(anyOf: ",;: –-")
        // «Мельничука А. Ф.» keeps its point.
        plain = withoutPoint(plain)
        if plain.ends(with: ")"), !plain.holds("(") { plain.removeLast() }
        // «… ярмарку (орієнтовно 200 осіб»: the bracket was cut with what it held.
        if plain.holds("("), let open = plain.lastIndex(of: "("), !plain[open...].holds(")") {
            plain = plain[..<open].trimming(anyOf: ",;: –-")
        }
        guard plain.characterCount > maximumLength else { return plain }
        let cut = plain.prefix(maximumLength - 1)
        if let comma = cut.lastIndex(of: ","), cut.distance(from: cut.startIndex, to: comma) > maximumLength * 4 / 5 {
            return String(cut[..<comma])
        }
        let end = cut.lastIndex(of: " ") ?? cut.endIndex
        return cut[..<end].trimming(anyOf: ",;: –-") + "…"
    }
}
