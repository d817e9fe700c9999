// SPDX-License-Identifier: Apache-2.0

/// Who signed a letter, as written: «Роман ГЛУЩЕНКО»; and who to ring about it: «Ірина Савчук 60-11-25».
package struct SignatoryReading: Sendable {
    package private(set) var signatory: Fact<String>?
    package private(set) var contact: Fact<String>?

    private let main: MainText
    private var layout: LetterLayout { main.layout }
    private var text: NormalizedText { main.layout.text }

    package init(_ main: MainText, source: LetterSource) {
        self.main = main
        let lines = layout.lines.suffix(Self.footLines).filter { $0.role != .text || $0.tokens.count <= Self.longest }
        let below = lines.drop {
            $0.range.lowerBound
                < (layout.lines.indices.contains(layout.bodyStart) ? layout.lines[layout.bodyStart].range.lowerBound : 0)
        }
        let signed = below.lastIndex { isSigned($0) && isFormal($0) } ?? below.lastIndex(where: isSigned)
        if let signed, let person = PersonMention.last(in: text, below[signed].tokens) {
            signatory = Fact(person.text, at: main.place(of: person.tokens), .sure, because: "the signature")
        }
        contact =
            labelledContact(below) ?? signed.flatMap { executor(below[($0 + 1)...]) }
            ?? phoneWithSignature(signed.map { below[$0] })
    }

    /// A line with a name that no telephone stands with, or a post before it.
    private func isSigned(_ line: LetterLine) -> Bool {
        guard line.role != .annexes, line.role != .mark, let person = PersonMention.last(in: text, line.tokens) else {
            return false
        }
        let words = text.tokens[line.tokens].filter { $0.kind == .word }
        if words.contains(where: { LineWords.verbs.meaning(of: $0, in: text) != nil }) { return false }
        if let first = words.first, Self.executors.meaning(of: first, in: text) != nil { return false }
        if PhoneNumber.first(in: text, line.tokens) == nil { return words.count <= 14 && line.role != .text || words.count <= 6 }
        return (line.isColumn || person.tokens.lowerBound > line.tokens.lowerBound)
            && text.tokens[person.tokens].contains { $0.capitals == .all && $0.letters.count > 2 }
    }

    /// A surname in capitals, as only who signs has it.
    private func isFormal(_ line: LetterLine) -> Bool {
        guard let person = PersonMention.last(in: text, line.tokens) else { return false }
        return text.tokens[person.tokens].contains { $0.capitals == .all && $0.letters.count > 2 }
    }

    /// «Вик. Петренко О. І., тел. (0532) 60-11-22».
    private func labelledContact(_ lines: ArraySlice<LetterLine>) -> Fact<String>? {
        for position in lines.indices.reversed() {
            let line = lines[position]
            guard let first = line.tokens.first(where: { text.tokens[$0].kind == .word }),
                Self.executors.meaning(of: text.tokens[first], in: text) != nil
            else { continue }
            let start = line.tokens.first {
                $0 > first && text.tokens[$0].kind == .word && text.tokens[$0].capitals != .none
                    && Self.executors.meaning(of: text.tokens[$0], in: text) == nil
            }
            if let start { return joined(start..<line.tokens.upperBound, with: lines[(position + 1)...].first) }
            if let next = lines[(position + 1)...].first { return joined(next.tokens, with: lines[(position + 2)...].first) }
        }
        return nil
    }

    /// A name with a telephone behind the signature.
    private func executor(_ lines: ArraySlice<LetterLine>) -> Fact<String>? {
        for position in lines.indices {
            let line = lines[position]
            guard line.tokens.count <= Self.longest, PersonMention.first(in: text, line.tokens) != nil else { continue }
            let next = position + 1 < lines.endIndex ? lines[position + 1] : nil
            if PhoneNumber.first(in: text, line.tokens) != nil
                || next.map({ PhoneNumber.first(in: text, $0.tokens) != nil }) == true
            {
                return joined(line.tokens, with: next)
            }
        }
        return nil
    }

    /// «Слідчий СВ  Д. В. КОВТУН, тел. 066-000-55-44».
    private func phoneWithSignature(_ line: LetterLine?) -> Fact<String>? {
        guard let line, let person = PersonMention.last(in: text, line.tokens), PhoneNumber.first(in: text, line.tokens) != nil
        else { return nil }
        return joined(person.tokens.lowerBound..<line.tokens.upperBound, with: nil)
    }

    /// As written, with the next line where only that has the telephone.
    private func joined(_ tokens: Range<Int>, with next: LetterLine?) -> Fact<String>? {
        var range = tokens
        if PhoneNumber.first(in: text, tokens) == nil, let next, next.tokens.count <= Self.longest,
            PhoneNumber.first(in: text, next.tokens) != nil
        {
            range = tokens.lowerBound..<next.tokens.upperBound
        }
        guard !range.isEmpty else { return nil }
        let written = text.originalText(
            text.tokens[range.lowerBound].range.lowerBound..<text.tokens[range.upperBound - 1].range.upperBound)
        let value = written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard value.utf8.count <= Self.longestContact else { return nil }
        return Fact(value, at: main.place(of: range), .likely, because: "who wrote the letter")
    }

    private static let executors = StemTable<Bool>([
        ("вик виконавець виконавиця виконав виконала контактна контакти исп исполнитель особа", true)
    ])
    private static let footLines = 24
    private static let longest = 34
    private static let longestContact = 200
}
