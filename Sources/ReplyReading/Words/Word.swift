// SPDX-License-Identifier: Apache-2.0

/// A word of a line, as it was written and as it is compared.
struct Word: Hashable, Sendable {
    /// Lower case, one apostrophe, no stress marks, look-alike letters of the other alphabet put right.
    let folded: String
    /// As written.
    let original: String
    /// Everything between it and the next word, or the end of the line.
    let after: String
    /// Where the next word begins, in characters of the line.
    let end: Int

    var isCapitalised: Bool { original.first?.isUppercase ?? false }
    var isNumber: Bool { original.first?.isNumber ?? false }
    /// Whether a sentence or a part of it ends behind the word.
    var endsSegment: Bool { after.contains { "!.,;:—–?".contains($0) } || after.contains(" - ") }
}

/// A line cut into words.
struct Words: Hashable, Sendable {
    /// Longer lines are cut: nobody's decision is a page long.
    static let maximumCharacters = 4_000

    let characters: [Character]
    let words: [Word]
    /// The words as they are compared.
    let folded: [String]
    /// What stands before the first word.
    let before: String

    init(_ line: String) {
        let characters = line.prefix(Self.maximumCharacters).filter { !Folding.isInvisible($0) }.map { $0 }
        var found: [(start: Int, end: Int)] = []
        var position = 0
        while position < characters.count {
            guard Self.isPart(characters, position) else {
                position += 1
                continue
            }
            let start = position
            while position < characters.count, Self.isPart(characters, position) || Self.joins(characters, position) {
                position += 1
            }
            found.append((start, position))
        }
        self.characters = characters
        before = String(characters[..<(found.first?.start ?? characters.count)])
        words = found.indices.map { index in
            let next = index + 1 < found.count ? found[index + 1].start : characters.count
            let original = String(characters[found[index].start..<found[index].end])
            return Word(
                folded: Folding.folded(original), original: original,
                after: String(characters[found[index].end..<next]), end: next)
        }
        folded = words.map(\.folded)
    }

    /// What was written from a word on.
    func text(from index: Int) -> String {
        guard index < words.count else { return "" }
        let start = index == 0 ? before.count : words[index - 1].end
        return String(characters[start...])
    }

    private static func isPart(_ characters: [Character], _ index: Int) -> Bool {
        let character = characters[index]
        return character.isLetter || character.isNumber
    }

    /// An apostrophe or hyphen inside a word, a point, slash or hyphen inside a date.
    private static func joins(_ characters: [Character], _ index: Int) -> Bool {
        guard index > 0, index + 1 < characters.count else { return false }
        let (before, after) = (characters[index - 1], characters[index + 1])
        if Folding.isApostrophe(characters[index]) || characters[index] == "-" {
            if before.isLetter, after.isLetter { return true }
        }
        return ".-/:".contains(characters[index]) && before.isNumber && after.isNumber
    }
}
