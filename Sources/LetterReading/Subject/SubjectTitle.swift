// SPDX-License-Identifier: Apache-2.0

/// The summary a letter gives itself: its title above the text, or the name of the document with its clause.
struct SubjectTitle {
    private let main: MainText
    private var layout: LetterLayout { main.layout }
    private var text: NormalizedText { main.layout.text }

    init(_ main: MainText) { self.main = main }

    /// Nil for a letter without a title.
    var fact: Fact<String>? { titled() ?? ruling() }

    /// The title's lines, with the name of the document before a clause in small letters: «Депутатське звернення щодо ремонту дороги».
    private func titled() -> Fact<String>? {
        let head = layout.head
        guard let first = head.firstIndex(where: { $0.role == .title }) else { return namedWithClause() }
        let lines = head[first...].prefix { $0.role == .title && (!$0.startsBlock || $0 == head[first]) && !$0.isColumn }
        guard let last = lines.last else { return nil }
        let range = head[first].tokens.lowerBound..<last.tokens.upperBound
        var value = joined(lines.map { layout.written($0) })
        if value.first?.isLowercase == true, first > head.startIndex, head[first - 1].role == .documentName {
            let name = head[first - 1]
            value = LetterCase.capitalized(LetterCase.lowerUnlessProper(layout.written(name))) + " " + value
            if let court = courtCase { value += " у справі № \(court)" }
        } else if LetterCase.isCapitals(value) {
            value = LetterCase.nameWords(value).joined(separator: " ")
        }
        return Fact(LetterCase.capitalized(value), at: main.place(of: range), .sure, because: "the title above the text")
    }

    /// «Ухвала у справі № 538/1911/26» where the ruling has no title.
    private func ruling() -> Fact<String>? {
        guard let court = courtCase,
            let name = layout.head.first(where: { $0.role == .documentName && DocumentName(text, $0.tokens)?.kind == .ruling })
        else { return nil }
        let value = LetterCase.capitalized(LetterCase.lowerUnlessProper(layout.written(name))) + " у справі № " + court
        return Fact(value, at: main.place(of: name.tokens), .sure, because: "the name of the document")
    }

    /// «Скарга / на дії працівників КП «Парк»».
    private func namedWithClause() -> Fact<String>? {
        let names = layout.head.drop { $0.role != .documentName }.prefix { $0.role == .documentName }
        if names.count == 1, let name = names.first,
            let clause = text.tokens[name.tokens].first(where: { $0.capitals == .none && $0.kind == .word }),
            !["№", "від"].contains(text.folded(clause)), RegistrationForm(text, name.tokens)?.signs == 0
        {
            let title = text.originalText(name.range.lowerBound..<clause.range.lowerBound).lowercased()
            let value = title + text.originalText(clause.range.lowerBound..<name.range.upperBound)
            return Fact(
                LetterCase.capitalized(joined([value])), at: main.place(of: name.tokens), .sure,
                because: "the name of the document")
        }
        guard let name = names.first, let last = names.last, names.count > 1,
            text.tokens[names[names.startIndex + 1].tokens.lowerBound].kind == .word
        else { return nil }
        let clause = joined(names.dropFirst().map { layout.written($0) })
        let value = LetterCase.capitalized(LetterCase.lowerUnlessProper(layout.written(name))) + " " + clause
        return Fact(
            value, at: main.place(of: name.tokens.lowerBound..<last.tokens.upperBound), .sure, because: "the name of the document"
        )
    }

    /// The number of the case, for the summary of a ruling.
    private var courtCase: String? {
        guard layout.head.contains(where: { $0.role == .documentName && DocumentName(text, $0.tokens)?.kind == .ruling }) else {
            return nil
        }
        return NumberMention.all(in: layout).first { $0.owner == .courtCase }?.number.text
    }

    private func joined(_ lines: [String]) -> String {
        var result = ""
        for line in lines {
            let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if result.hasSuffix("-"), words.first?.isLowercase == true, !result.hasSuffix("о-") {
                result = result.dropLast() + words
            } else {
                result += (result.isEmpty || result.hasSuffix("-") ? "" : " ") + words
            }
        }
        return SubjectReading.withoutPoint(result.trimming(\.isWhitespace))
    }
}
