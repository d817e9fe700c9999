// SPDX-License-Identifier: Apache-2.0

/// Tells who somebody is and how to reach them, and nothing else: a line of a signature.
struct ContactLine {
    private static let longest = 14
    /// Beginnings of words of posts, bodies and addresses.
    private static let stems = [
        "начальн", "заступ", "спеціаліст", "юрист", "юрисконсульт", "секретар", "керуюч", "директор", "завідув", "інспектор",
        "бухгалтер",
        "радник", "помічник", "відділ", "управлін", "департамент", "виконком", "виконавч", "міськ", "селищ", "комітет", "сектор",
        "служб",
        "канцеляр", "вул", "обл", "україн", "тел", "моб", "факс", "контролер", "реєстратор", "архів", "правов", "юридич",
        "загальн", "головн",
        "провідн", "старш", "голов", "фінанс", "економ", "житлов", "комунал", "господарств", "мобіл", "роб", "lawyer", "head",
        "deputy",
        "department", "council", "office", "specialist", "tel", "mob", "phone", "mailto", "www", "http",
    ]
    private static let words: Set<String> = [
        "ради", "рада", "міста", "м", "т", "буд", "кв", "в", "о", "та", "і", "з", "питань", "e", "mail", "of", "the", "city",
    ]

    let people: [NamedPerson]

    /// Whether a line names a person of the list, or a post, a phone or an address, and has no other word in it.
    func isContact(_ text: String) -> Bool {
        guard !text.contains("?"), text.last != ":" else { return false }
        let line = Words(text)
        guard (1...Self.longest).contains(line.words.count) else { return false }
        var index = 0
        var tells = false
        while index < line.words.count {
            let start = index
            if case .found = NameFinder(people).find(line, at: &index, nominativeOnly: true) {
                tells = true
            } else {
                index = start
                guard isPart(line.words[index], text) else { return false }
                tells = tells || line.words[index].folded.count > 3
                index += 1
            }
        }
        return tells && (isNamed(line) || text.contains { $0.isNumber || $0 == "@" } || line.words.count > 1)
    }

    private func isPart(_ word: Word, _ text: String) -> Bool {
        if Self.words.contains(word.folded) || word.isNumber || isGivenName(word) { return true }
        // «Новоозерської міської ради»: the adjective of some town.
        if word.isCapitalised,
            ["ської", "цької", "ська", "цька", "ський", "цький"].contains(where: { word.folded.hasSuffix($0) })
        {
            return true
        }
        if text.contains("@"), word.after.hasPrefix("@") || word.original.allSatisfy({ $0.isASCII }) { return true }
        return Self.stems.contains { word.folded.hasPrefix($0) }
    }

    private func isGivenName(_ word: Word) -> Bool {
        word.isCapitalised && people.contains { $0.givenName == word.folded || $0.patronymic == word.folded }
    }

    private func isNamed(_ line: Words) -> Bool {
        var index = 0
        if line.words.first.map(isGivenName) ?? false { return true }
        if case .found = NameFinder(people).find(line, at: &index, nominativeOnly: true) { return true }
        return false
    }
}
