// SPDX-License-Identifier: Apache-2.0

/// Which letter of ours is answered: «На № … від …», «на Ваш лист від … № …», a repeated appeal's «у відповіді … Ви повідомили».
package struct ReferenceReading: Sendable {
    package private(set) var inReplyTo: Fact<DocumentReference>?

    package init(_ main: MainText, source: LetterSource, numbers: NumberReading) {
        let own = numbers.number?.value
        let mentions = numbers.mentions.filter { $0.number.text != own }
        if let mention = mentions.first(where: { $0.owner == .answered }) {
            // «На № …» of a letter to a ministry, of which we have a copy, is the ministry's.
            guard !AddresseeReading(main, source: source).isOnlyCopied else { return }
            inReplyTo = Self.fact(mention, main, .sure, "«На № … від …»")
        } else if let mention = mentions.first(where: { $0.owner == .ours && $0.date != nil })
            ?? mentions.first(where: { $0.owner == .ours })
        {
            inReplyTo = Self.fact(mention, main, .likely, "the text speaks of our letter")
        } else {
            inReplyTo = Self.inSubject(source)
        }
    }

    /// «Re: Лист № 02-15/1876 від 27.10.2026», «Відповідь на № …».
    private static func inSubject(_ source: LetterSource) -> Fact<DocumentReference>? {
        guard source.subject.utf8.count <= maximumSubject, !source.isAutomatic, case let mail = MailSubject(source.subject),
            mail.isAnswer, !mail.isAutomatic
        else { return nil }
        let main = MainText(part: "subject", text: source.subject)
        let mention = NumberMention.all(in: main.layout).first { mention in
            mention.number.tokens.count >= 3 && mention.owner != .thing && mention.owner != .courtCase
        }
        return mention.map { fact($0, main, .unsure, "in the subject of an answer") } ?? bare(main)
    }

    /// «Re: Щодо ремонту (02-17/455 від 18.04.2027)»: without a sign, but with a date.
    private static func bare(_ main: MainText) -> Fact<DocumentReference>? {
        let text = main.layout.text
        for index in text.tokens.indices
        where text.tokens[index].kind == .number && WrittenDate(text, at: index, end: text.tokens.count) == nil {
            guard let number = WrittenNumber(text, at: index, end: text.tokens.count), number.tokens.count >= 3,
                !number.isTelephone
            else {
                continue
            }
            let next = number.tokens.upperBound
            let date = (next..<min(next + 2, text.tokens.count)).lazy.compactMap {
                WrittenDate(text, at: $0, end: text.tokens.count)
            }.first
            guard let date else { continue }
            return Fact(
                DocumentReference(number: number.text, date: date.date),
                at: main.place(of: number.tokens.lowerBound..<date.tokens.upperBound), .unsure,
                because: "in the subject of an answer")
        }
        return nil
    }

    private static func fact(_ mention: NumberMention, _ main: MainText, _ certainty: Certainty, _ reason: String) -> Fact<
        DocumentReference
    > {
        Fact(
            DocumentReference(number: mention.number.text, date: mention.date?.date), at: main.place(of: mention.tokens),
            certainty,
            because: reason)
    }

    private static let maximumSubject = 500
}

extension AddresseeReading {
    /// Whether only others are addressed, and a council has its copy.
    fileprivate var isOnlyCopied: Bool { copies.contains(where: Self.isCouncils) && !addressees.contains(where: Self.isCouncils) }

    private static func isCouncils(_ line: Fact<String>) -> Bool {
        let words = NormalizedText(line.value)
        return words.tokens.contains { councils.knows($0, in: words) }
    }

    private static let councils = StemTable<Bool>([
        ("рада ради раді радам міськ* селищн* сільськ* виконавч* виконком* міськвиконком* громади громаді громадам", true)
    ])
}
