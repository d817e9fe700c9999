// SPDX-License-Identifier: Apache-2.0

/// Whose letter a note hands over: «Направляємо лист Управління ДКСУ у м. Лугоставі … для ознайомлення», «Канцелярія ГУ
/// Держпродспоживслужби в … області» below it.
struct CoveredBody {
    let name: String
    let tokens: Range<Int>

    init?(_ main: MainText) {
        let text = main.layout.text
        guard main.isCoverNote, text.tokens.count <= Self.longestNote else { return nil }
        for index in text.tokens.indices.dropLast() where Self.letters.knows(text.tokens[index], in: text) {
            let end = Self.end(text, from: index + 1)
            guard let name = Self.body(text, index + 1..<end) else { continue }
            (self.name, tokens) = (name, index + 1..<end)
            return
        }
        guard let last = main.layout.lines.last(where: { Self.offices.knows(text.tokens[$0.tokens.lowerBound], in: text) }),
            let name = Self.body(text, last.tokens.lowerBound + 1..<last.tokens.upperBound)
        else { return nil }
        (self.name, tokens) = (name, last.tokens.dropFirst())
    }

    /// Where the name ends: at a mark, or at a word that says what the letter is for, about or in.
    private static func end(_ text: NormalizedText, from start: Int) -> Int {
        var index = start
        while index < text.tokens.count {
            let token = text.tokens[index]
            if token.startsParagraph || ends.knows(token, in: text) { break }
            if token.isMark(".") {
                // «у м. Лугоставі».
                guard index > start, text.tokens[index - 1].letters.count == 1 else { break }
            } else if token.kind == .mark, !token.isMark("-"), !token.isMark("\"") {
                break
            }
            if text.reads(token, ["у", "в"]), index + 1 < text.tokens.count, places.knows(text.tokens[index + 1], in: text) {
                break
            }
            index += 1
        }
        return index
    }

    /// The name in the nominative; nil for what is no body's name.
    private static func body(_ text: NormalizedText, _ tokens: Range<Int>) -> String? {
        guard tokens.count > 1 else { return nil }
        let written = text.originalText(
            text.tokens[tokens.lowerBound].range.lowerBound..<text.tokens[tokens.upperBound - 1].range.upperBound)
        if text.reads(text.tokens[tokens.lowerBound], ["гу", "гунп", "ду"]) { return written }
        return OrganizationName.nominative(ofGenitive: written.words.map(String.init))
    }

    private static let letters = StemTable<Bool>([("лист листа листи запит вимогу припис повідомлення", true)])
    /// What part of a body sends its mail.
    private static let offices = StemTable<Bool>([("канцелярія приймальня діловод", true)])
    private static let ends = StemTable<Bool>([("для щодо про від стосовно за до на з і та", true)])
    private static let places = StemTable<Bool>([("вкладен* додат* електрон* файл* прикріплен* долучен* форматі", true)])
    /// Tokens of a note.
    private static let longestNote = 90
}
