// SPDX-License-Identifier: Apache-2.0

/// Words a resolution is made of.
enum ResolutionWords {
    enum Part {
        case main, coExecutors, informed
    }

    private static let prefixes: [(words: [String], part: Part)] = [
        (["до", "відома"], .informed), (["для", "відома"], .informed), (["для", "інформації"], .informed), (["копія"], .informed),
        (["fyi"], .informed), (["for", "information"], .informed), (["співвиконавці"], .coExecutors),
        (["співвиконавець"], .coExecutors),
        (["головний", "виконавець"], .main), (["відповідальний", "виконавець"], .main), (["відповідальний"], .main),
        (["відповідальна"], .main), (["виконавець"], .main), (["виконавці"], .main),
    ]
    static let marksOfMain: Set<String> = [
        "скликання", "головний", "головна", "відповідальний", "відповідальна", "свод", "зведення",
    ]
    static let joiners: Set<String> = ["та", "і", "й", "і", "and", "и", "разом", "спільно", "з", "із"]
    static let doubtful: Set<String> = [
        "якщо", "якби", "мабуть", "можливо", "напевно", "може", "умови", "если", "if", "maybe", "perhaps", "чи", "б", "би",
        "треба", "потрібно", "варто", "надо", "нужно",
    ]
    private static let adverbs: Set<String> = [
        "терміново", "невідкладно", "негайно", "спільно", "разом", "особисто", "детально", "ретельно", "срочно", "також", "будь",
        "ласка",
        "прошу", "доручаю", "urgently", "please", "to", "оперативно", "письмово", "комплексно", "належно", "обов'язково",
        "додатково",
    ]
    private static let nouns: Set<String> = [
        "розгляду", "виконання", "роботи", "опрацювання", "підготовки", "відома", "участі", "організації", "врахування",
        "надання", "вжиття",
        "відповіді", "контролю", "контроль", "розгляд", "виконання", "опрацювання", "керівництва", "використання", "узагальнення",
    ]
    private static let nounMarkers: Set<String> = ["до", "для", "на", "в"]
    /// What a line that continues a resolution may begin with, beside an order.
    static let continuations: Set<String> = [
        "до", "для", "строк", "термін", "контроль", "про", "та", "і", "з", "а", "також", "не", "відповідь", "проєкт",
        "результати", "інформацію",
    ]

    /// What the names behind «співвиконавці:», «до відома:» are there for; moves past the words.
    static func takePrefix(_ line: Words, at index: inout Int) -> Part? {
        for prefix in prefixes where line.folded[index...].starts(with: prefix.words) {
            index += prefix.words.count
            return prefix.part
        }
        return nil
    }

    /// An infinitive or imperative, «до розгляду», perhaps with an adverb before it.
    static func beginsOrder(_ line: Words, at start: Int) -> Bool {
        var index = start
        while index < line.words.count, adverbs.contains(line.words[index].folded) {
            if line.words[index].folded == "to" { return index + 1 < line.words.count }
            index += 1
        }
        guard index < line.words.count else { return false }
        let word = line.words[index].folded
        if OrderWords.isOrder(word) { return true }
        if nounMarkers.contains(word), index + 1 < line.words.count {
            return nouns.contains(line.words[index + 1].folded)
        }
        return false
    }
}
