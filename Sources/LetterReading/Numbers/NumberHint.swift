// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// A number that the letter itself does not bear: in the Subject field, in the note that covers the attachment, in a file's name.
struct NumberHint {
    private(set) var number: Fact<String>?
    private(set) var date: Fact<CivilDate>?

    init?(_ main: MainText, source: LetterSource) {
        guard !source.isAutomatic, !MailSubject(source.subject).isAutomatic else { return nil }
        if let found = Self.inSubject(source.subject) ?? Self.inNote(main) {
            (number, date) = found
        } else if main.isBehindCoverNote || main.isCoverNote,
            let found = source.attachmentNames.lazy.compactMap(Self.inFileName).first
        {
            (number, date) = found
        } else {
            return nil
        }
    }

    private typealias Pair = (Fact<String>, Fact<CivilDate>?)

    /// «Лист № 01-23/456 від 12.11.2026», «вих. 07-11/982 від 13.11.2026», «fwd: 1/21877-26».
    private static func inSubject(_ subject: String) -> Pair? {
        // Without figures, as most are, it has no number.
        guard subject.utf8.count <= maximumSubject, subject.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
            return nil
        }
        let cleaned = MailSubject(subject)
        guard !cleaned.isAnswer else { return nil }
        let main = MainText(part: "subject", text: subject)
        for mention in NumberMention.all(in: main.layout) where isOwn(mention, main.layout) {
            return pair(mention, main, "in the subject of the mail")
        }
        return plain(main)
    }

    /// A number alone, or behind «Лист»: «Лист 20531/33/14-26».
    private static func plain(_ main: MainText) -> Pair? {
        let text = main.layout.text
        for index in text.tokens.indices {
            let token = text.tokens[index]
            if token.kind == .word, openings.knows(token, in: text) { continue }
            if token.kind == .mark { continue }
            guard let number = WrittenNumber(text, at: index, end: text.tokens.count), number.tokens.count >= 3,
                !number.isWordFirst,
                WrittenDate(text, at: index, end: text.tokens.count) == nil
            else { return nil }
            return (Fact(number.text, at: main.place(of: number.tokens), .likely, because: "in the subject of the mail"), nil)
        }
        return nil
    }

    private static func isOwn(_ mention: NumberMention, _ layout: LetterLayout) -> Bool {
        if mention.isOutgoing { return true }
        switch mention.owner {
        case .itself:
            let line = layout.lines[mention.line].tokens
            return isIndex(mention) && line.contains { letters.knows(layout.text.tokens[$0], in: layout.text) }
        case .document(let noun): return letters.knows(layout.text.tokens[noun], in: layout.text) && isIndex(mention)
        // «№ 12-08/551 від 11.11.2026 Про закриття рахунків».
        case .nobody: return (mention.isRegistration || mention.date != nil && mention.tokens.lowerBound == 0) && isIndex(mention)
        case .answered, .ours, .courtCase, .thing: return false
        }
    }

    /// «Надсилаємо лист № …», but not «до листа № …».
    private static func isHandedOver(_ mention: NumberMention, _ note: LetterLayout) -> Bool {
        guard case .document(let noun) = mention.owner else { return isOwn(mention, note) }
        return ["лист", "запит", "вимогу", "звернення"].contains(note.text.folded(note.text.tokens[noun])) && isIndex(mention)
    }

    private static func isIndex(_ mention: NumberMention) -> Bool { mention.number.tokens.count >= 3 || mention.date != nil }

    /// «Надсилаємо лист від 12.11.2026 № 01-23/456» above the attachment.
    private static func inNote(_ main: MainText) -> Pair? {
        guard let note = main.note ?? (main.isCoverNote ? main : nil).map({ $0.layout }) else { return nil }
        let cover = MainText(part: main.notePart ?? main.part, layout: note)
        for mention in NumberMention.all(in: note) where isHandedOver(mention, note) {
            return pair(mention, cover, "in the note above the letter")
        }
        return nil
    }

    private static func pair(_ mention: NumberMention, _ main: MainText, _ reason: String) -> Pair {
        let number = Fact(mention.number.text, at: main.place(of: mention.number.tokens), .likely, because: reason)
        return (number, mention.date.map { Fact($0.date, at: main.place(of: $0.tokens), .likely, because: reason) })
    }

    /// `01-23_456.pdf`, `Лист_07-11_982_від_13.11.2026.asice`: a name that can hold no stroke has an underscore for it.
    private static func inFileName(_ name: String) -> Pair? {
        guard name.utf8.count <= maximumSubject else { return nil }
        let main = MainText(part: "file", text: name)
        let text = main.layout.text
        var index = 0
        while index < text.tokens.count,
            text.tokens[index].kind == .mark || openings.knows(text.tokens[index], in: text)
        {
            index += 1
        }
        // `IMG_20261112_101500` is a picture.
        guard index < text.tokens.count, text.tokens[index].kind == .number || text.tokens[index].letters.count < 3 else {
            return nil
        }
        var end = index
        while end < text.tokens.count, !text.tokens[end].isMark("."), WrittenDate(text, at: end, end: text.tokens.count) == nil,
            text.tokens[end].kind != .word || text.tokens[end].letters.count <= 3, text.folded(text.tokens[end]) != "від"
        {
            end += 1
        }
        guard let number = WrittenNumber(text, at: index, end: end),
            number.tokens.count >= 5 || (index > 0 && number.tokens.count >= 3),
            number.tokens.contains(where: { text.tokens[$0].isMark("_") || text.tokens[$0].isMark("/") }),
            WrittenDate(text, at: index, end: text.tokens.count) == nil
        else { return nil }
        let date = (end..<text.tokens.count).lazy.compactMap { WrittenDate(text, at: $0, end: text.tokens.count) }.first
        return (
            Fact(
                number.text.replacing("_", with: "/"), at: main.place(of: number.tokens), .unsure,
                because: "in the name of a file"),
            date.map { Fact($0.date, at: main.place(of: $0.tokens), .unsure, because: "in the name of a file") }
        )
    }

    private static let openings = StemTable<Bool>([
        ("лист листа fwd fw пересл вих вихідний list lyst lист vyh исх письмо letter n no external зовнішній", true)
    ])
    private static let letters = StemTable<Bool>([("лист листа листом запит запиту звернення вимога", true)])
    private static let maximumSubject = 500
}
