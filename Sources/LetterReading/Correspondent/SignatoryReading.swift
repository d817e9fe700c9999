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
        contact = ContactReading(main, lines: below, signature: signed).contact
    }

    /// A line with a name that no telephone stands with, or a post before it.
    private func isSigned(_ line: LetterLine) -> Bool {
        // Below «Додаток: …» a signature is told by its capitals.
        guard line.role != .mark, line.role != .annexes || isFormal(line), let person = PersonMention.last(in: text, line.tokens)
        else {
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

    private static let executors = StemTable<Bool>([
        ("вик виконавець виконавиця виконав виконала контактна контакти исп исполнитель особа", true)
    ])
    private static let footLines = 24
    private static let longest = 34
}
