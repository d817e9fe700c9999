// SPDX-License-Identifier: Apache-2.0

/// Which letter of ours is answered: «На № … від …», «на Ваш лист від … № …», a repeated appeal's «у відповіді … Ви повідомили».
package struct ReferenceReading: Sendable {
    package private(set) var inReplyTo: Fact<DocumentReference>?

    package init(_ main: MainText, source: LetterSource, numbers: NumberReading) {
        let own = numbers.number?.value
        let mentions = numbers.mentions.filter { $0.number.text != own }
        if let mention = mentions.first(where: { $0.owner == .answered }) {
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
        guard source.subject.utf8.count <= maximumSubject, MailSubject(source.subject).isAnswer, !source.isAutomatic,
            !MailSubject(source.subject).isAutomatic
        else { return nil }
        let main = MainText(part: "subject", text: source.subject)
        let mention = NumberMention.all(in: main.layout).first { mention in
            mention.number.tokens.count >= 3 && mention.owner != .thing && mention.owner != .courtCase
        }
        return mention.map { fact($0, main, .unsure, "in the subject of an answer") }
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
