// SPDX-License-Identifier: Apache-2.0

/// The points of a list as the words of one summary, each only as long as the room for all of them allows.
struct ListedPhrases {
    private(set) var phrases: [String]
    private let lead: String

    init(_ phrases: [String], behind lead: String) {
        (self.phrases, self.lead) = (phrases.map(Self.closed), lead)
    }

    /// As many of the phrases as a summary holds, at least one.
    ///
    /// The first names the matter and stays whole but for its brackets; the later ones lose what they add before any is left out.
    var joined: String {
        var fitting = self
        fitting.shorten(fitting.phrases.indices, by: Self.withoutBrackets)
        let later = fitting.phrases.indices.dropFirst()
        for shorter in [Self.withoutClause, Self.withoutCircumstance, Self.withoutRegistration] {
            fitting.shorten(later, by: shorter)
        }
        var result = lead
        for (index, phrase) in fitting.phrases.enumerated() {
            let longer = result + (index == 0 ? "" : ", ") + phrase
            if index > 0, longer.characterCount > SubjectReading.maximumLength { break }
            result = longer
        }
        return result
    }

    /// Shortens the last first, and only until all of them fit.
    private mutating func shorten(_ indices: Range<Int>, by shorter: (String) -> String) {
        for index in indices.reversed() {
            let length = phrases.reduce(lead.characterCount - 2) { $0 + $1.characterCount + 2 }
            guard length > SubjectReading.maximumLength else { return }
            phrases[index] = shorter(phrases[index])
        }
    }

    /// Without a bracket that was cut with what it held.
    private static func closed(_ phrase: String) -> String {
        guard let open = phrase.lastIndex(of: "("), !phrase[open...].contains(")") else { return phrase }
        return phrase[..<open].trimming(anyOf: ",;: –-")
    }

    /// «копій актів (форма КБ-2в) за квартал» as «копій актів за квартал».
    private static func withoutBrackets(_ phrase: String) -> String {
        var depth = 0
        var rest = ""
        for character in phrase {
            if character == "(" { depth += 1 }
            if depth == 0 { rest.append(character) }
            if character == ")", depth > 0 { depth -= 1 }
        }
        return rest.words.joined(separator: " ")
    }

    /// «актів за договором від 12.05.2025 № 77-Б» as «актів за договором».
    private static func withoutRegistration(_ phrase: String) -> String {
        var words: [Substring] = []
        var isNumber = false
        for word in phrase.words {
            let isDate = word.first?.isNumber == true && words.last == "від"
            if isDate { words.removeLast() }
            if word != "№", !isNumber, !isDate { words.append(word) }
            isNumber = word == "№"
        }
        return words.joined(separator: " ").trimming(anyOf: ",")
    }

    /// «переліку договорів, укладених у 2025 році», «протоколу з результатами голосування» as «переліку договорів», «протоколу».
    private static func withoutClause(_ phrase: String) -> String {
        if let comma = phrase.firstIndex(of: ",") { return phrase[..<comma].trimmed }
        let words = phrase.words
        let cut = words.indices.dropFirst().first { index in
            addings.contains(String(words[index])) && words.dropFirst(index + 1).first.map(isInstrumental) ?? false
        }
        return words[..<(cut ?? words.endIndex)].joined(separator: " ")
    }

    /// «з результатами» adds something; «з капітального ремонту» says which.
    private static func isInstrumental(_ word: Substring) -> Bool {
        ["ами", "ями", "іма", "ням", "ою", "ею", "єю", "им", "ими"].contains { word.ends(with: $0) }
    }

    /// «залишків на харчоблоках за травень 2026 року» as «залишків».
    private static func withoutCircumstance(_ phrase: String) -> String {
        let words = phrase.words
        let cut = words.indices.dropFirst(2).first { circumstances.contains(String(words[$0])) } ?? words.endIndex
        return words[..<cut].joined(separator: " ")
    }

    private static let addings: Set<String> = ["з", "із", "зі", "разом", "включно"]
    private static let circumstances: Set<String> = [
        "за", "у", "в", "на", "від", "по", "під", "протягом", "станом", "із", "з", "для", "до",
    ]
}
