// SPDX-License-Identifier: Apache-2.0

/// Skips what is said for politeness before the matter itself.
enum Courtesies {
    /// Words of a greeting with a name: longer is no greeting.
    private static let longestGreeting = 6

    /// The index of the first word after «Доброго дня, Олено Петрівно!» and thanks.
    static func skipGreeting(_ line: Words, from start: Int, people: [NamedPerson]) -> Int {
        var index = start
        let folded = line.folded
        while index < folded.count {
            if let phrase = Phrases.match(folded[index...], among: [.greeting, .courtesy]) {
                index += phrase.count
                if phrase.kind == .greeting { index = skipNames(line, from: index, people) }
            } else {
                let next = skipNames(line, from: index, people)
                // A name alone is an address only where a comma or an exclamation mark follows it.
                guard next > index, line.words[next - 1].after.contains(where: { ",!".contains($0) }),
                    isVocative(line, index..<next)
                else { break }
                index = next
            }
        }
        return index
    }

    /// Whether every word of a line is politeness.
    static func isCourtesy(_ line: Words, people: [NamedPerson]) -> Bool {
        skipGreeting(line, from: 0, people: people) == line.words.count && !line.characters.contains("?")
    }

    private static func skipNames(_ line: Words, from start: Int, _ people: [NamedPerson]) -> Int {
        var index = start
        while index < line.words.count, index - start < longestGreeting, isNamePart(line.words[index], people) { index += 1 }
        return index
    }

    private static func isNamePart(_ word: Word, _ people: [NamedPerson]) -> Bool {
        guard word.isCapitalised else { return ["пане", "пані", "колего", "колеги"].contains(word.folded) }
        if ["івно", "ївно", "овичу", "йовичу", "ичу", "івна", "ович"].contains(where: { word.folded.hasSuffix($0) }) {
            return true
        }
        return people.contains { $0.hasGivenName(likeVocative: word.folded) }
    }

    /// A surname in the dative before a comma is an executor; a given name with its patronymic is an address.
    private static func isVocative(_ line: Words, _ range: Range<Int>) -> Bool {
        range.contains { index in
            let word = line.words[index].folded
            return ["івно", "ївно", "овичу", "йовичу", "ичу"].contains { word.hasSuffix($0) }
                || ["пане", "пані", "колеги"].contains(word)
        }
    }
}
