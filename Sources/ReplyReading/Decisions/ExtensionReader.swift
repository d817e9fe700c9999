// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Reads «Прошу продовжити строк до 20.12: причина».
struct ExtensionReader {
    private static let between: Set<String> = [
        "строк", "термін", "строку", "терміну", "терміни", "строки", "виконання", "розгляду", "розгляд", "завдання", "доручення",
        "листа",
        "звернення", "запиту", "картки", "відповіді", "надання", "підготовки", "мені", "нам", "його", "срок", "исполнения", "the",
        "term",
        "deadline", "my", "our", "task", "an", "of", "не", "пізніше",
    ]

    private static let beginnings: Set<String> = [
        "у", "в", "через", "оскільки", "бо", "тому", "з", "із", "для", "за", "адже", "в", "because", "as", "due", "since", "for",
    ]

    private let context: ReplyContext

    init(_ context: ReplyContext) { self.context = context }

    /// Nil when the first line does not begin so.
    func read(_ lines: [Words], from start: Int) -> ReplyReader.Outcome? {
        guard let first = lines.first, let match = Phrases.match(first.folded[start...], among: [.extend]) else { return nil }
        guard !first.characters.contains("?") else { return .question(.notUnderstood) }
        switch TermReader(today: context.today).firstTerm(in: first, from: start + match.count) {
        case .none: return .question(.termUnreadable(String(first.characters).trimmed))
        case .unreadable(let text): return .question(.termUnreadable(text))
        case .found(let day, let words):
            let middle = first.words[min(start + match.count, words.lowerBound)..<words.lowerBound]
            guard middle.allSatisfy(Self.isAboutTheTask) else { return .question(.notUnderstood) }
            return behind(day, first, words.upperBound, lines.dropFirst())
        }
    }

    /// What is extended: «строк розгляду звернення № Ш-15/01-12».
    private static func isAboutTheTask(_ word: Word) -> Bool {
        between.contains(word.folded) || word.isNumber || word.original.count == 1 && word.isCapitalised
    }

    /// The reason stands apart from the day, and names no later one.
    private func behind(_ day: CivilDate, _ line: Words, _ end: Int, _ below: ArraySlice<Words>) -> ReplyReader.Outcome {
        let rest = Words(line.text(from: end))
        if let next = rest.folded.first {
            let isApart = line.words[end - 1].endsSegment || line.words[end - 1].after.contains("(")
            guard isApart || Self.beginnings.contains(next) else { return .question(.notUnderstood) }
            if case .found(let other, _) = TermReader(today: context.today).firstTerm(in: rest, from: 0), other > day {
                return .question(.termUnreadable(String(line.characters).trimmed))
            }
        }
        return reason(String(rest.characters), below, until: day)
    }

    private func reason(_ beginning: String, _ below: ArraySlice<Words>, until day: CivilDate) -> ReplyReader.Outcome {
        let told = ([Words(beginning)] + below).filter { !Courtesies.isCourtesy($0, people: context.people) }
        guard told.contains(where: { line in line.words.contains { $0.folded.count >= 3 && !$0.isNumber } }) else {
            return .question(.reasonMissing)
        }
        for line in below {
            let start = Courtesies.skipGreeting(line, from: 0, people: context.people)
            if PlainDecision(line, from: start, in: context).first != nil { return .question(.contradictory) }
        }
        return .decision(.extend(until: day, reason: Self.trimmed(told.map { String($0.characters) }.joined(separator: "\n"))))
    }

    /// Without the sign or bracket before it and the word «Причина:».
    private static func trimmed(_ text: String) -> String {
        var rest = text.trimmed.drop { ",:;-–—.*(".contains($0) || $0.isWhitespace }
        for label in ["причина:", "reason:"] where rest.lowercased().hasPrefix(label) {
            rest = rest.dropFirst(label.count).drop(while: \.isWhitespace)
        }
        if rest.last == ")", !rest.contains("(") { rest.removeLast() }
        return String(rest)
    }
}
