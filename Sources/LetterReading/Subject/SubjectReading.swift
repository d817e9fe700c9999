// SPDX-License-Identifier: Apache-2.0

/// Короткий зміст (domain §2.7): the title above the text; else the Subject field without its prefixes; else what the first sentences
/// ask, at most ``maximumLength`` characters.
package struct SubjectReading: Sendable {
    package private(set) var subject: Fact<String>?

    let main: MainText
    private let source: LetterSource
    let heading: SubjectHeading
    private var layout: LetterLayout { main.layout }
    var text: NormalizedText { main.layout.text }

    package init(_ main: MainText, source: LetterSource, relayed: RelayReading? = nil) {
        self.main = main
        self.source = source
        heading = SubjectHeading(main.layout)
        let mail = MailSubject(source.subject)
        if source.isAutomatic || mail.isAutomatic {
            subject = Fact("Автовідповідь", at: nil, .likely, because: "written by a machine")
        } else if isRestricted {
            subject = Fact(Self.withheld, at: nil, .sure, because: "for official use only")
        } else {
            subject = relayed?.subject.map(withMatter) ?? stated(mail) ?? made(mail)
        }
    }

    /// Characters of a summary made from the text.
    package static let maximumLength = 150
    /// What stands for the summary of a letter for official use only.
    package static let withheld = "(не відображати)"

    private var isRestricted: Bool {
        layout.lines.prefix(6).contains { line in
            guard line.role == .mark else { return false }
            return line.tokens.contains { ["службового", "дск"].contains(text.folded(text.tokens[$0])) }
        }
    }

    /// «Звернення Семеніва П. К. (надіслано ОВА)» with what it is about, where the cover letter says it.
    private func withMatter(_ relayed: Fact<String>) -> Fact<String> {
        guard let open = relayed.value.firstIndex(of: "("), !relayed.value.contains("щодо"), !relayed.value.contains(" про "),
            let matter = TextMatter(heading).regarding(.regarding)?.value, matter.count < Self.longestMatter
        else { return relayed }
        let name = relayed.value[..<open].trimming(\.isWhitespace)
        let full = name + " " + matter.prefix(1).lowercased() + matter.dropFirst() + " " + relayed.value[open...]
        return Fact(full, at: relayed.place, relayed.certainty, because: relayed.reason)
    }

    private static let longestMatter = 90

    /// What says of itself that it is the summary.
    private func stated(_ mail: MailSubject) -> Fact<String>? {
        title ?? SubjectField(heading).found.flatMap(fact) ?? corruption()
            ?? mailTitle(mail).flatMap { isThin($0.value) ? nil : $0 }
    }

    /// The title; «Про направлення звернення» with whose and what about.
    private var title: Fact<String>? {
        SubjectTitle(main, heading).fact.map { title in
            Fact(
                TitleExtension(heading).withMatter(title.value), at: title.place, title.certainty, because: title.reason)
        }
    }

    /// «Щодо переїзду»: a title of one word gives way to what the text says for sure.
    private func isThin(_ title: String) -> Bool {
        // A document that names itself says in its text what the mail's «щодо …» only hints at.
        let isNamed = heading.head.contains { $0.role == .documentName }
        return title.split(separator: " ").count < (isNamed && !title.hasPrefix("Про") ? 4 : 3)
    }

    /// A summary made of what the letter says. The surest comes first: what only takes words of the text over gives way to a Subject
    /// field that says something.
    private func made(_ mail: MailSubject) -> Fact<String>? {
        let said = MailMatter(mail)
        let matter = TextMatter(heading)
        if let named = named(mail, matter) ?? information(mail) { return named }
        if said.worth == .matter { return fact(said, mail) }
        if let known = matter.complained().flatMap(fact) ?? complaint(matter) ?? repeated(matter) { return known }
        if let sure = matter.regarding(.regarding) ?? matter.asked(isPlain: false) ?? matter.told() { return fact(sure) }
        if let thin = mailTitle(mail) { return thin }
        if said.worth == .words { return fact(said, mail) }
        if let likely = matter.written() ?? matter.regarding(.question) ?? matter.asked(isPlain: true) { return fact(likely) }
        return told(said, mail, matter)
    }

    /// The weakest: what the text begins with, behind the one word of the Subject field.
    private func told(_ said: MailMatter, _ mail: MailSubject, _ matter: TextMatter) -> Fact<String>? {
        let isOffices = heading.head.contains { $0.role == .body }
        if said.namesAuthor, isOffices { return fact(said, mail) }
        guard var first = matter.statement() ?? matter.firstSentence() else {
            return mail.text.isEmpty ? nil : fact(said, mail)
        }
        if said.worth == .hint, !isOffices { first.value = said.text + ": " + first.value }
        return fact(first)
    }

    /// «Депутатський запит щодо якості води».
    private func named(_ mail: MailSubject, _ matter: TextMatter) -> Fact<String>? {
        guard let name = SubjectTitle(main, heading).leadingName(mail.text) else { return nil }
        if name.hasPrefix("Колективн") { return matter.asked(isPlain: false).flatMap { fact($0, of: name) } }
        // An advocate's first «щодо» tells of his client's dispute.
        let stated = name == Self.lawyers ? matter.asked(isPlain: false) ?? matter.regarding(.regarding) : nil
        let found = stated ?? matter.regarding(.regarding) ?? matter.asked(isPlain: false) ?? matter.written()
        if let found = found ?? matter.ordered() { return fact(found, of: name) }
        guard var first = matter.asked(isPlain: true) ?? matter.firstSentence() else { return nil }
        first.value = name + ": " + first.value.prefix(1).lowercased() + first.value.dropFirst()
        return fact(first)
    }

    /// «Повторно щодо неприбирання території».
    private func repeated(_ matter: TextMatter) -> Fact<String>? {
        let isRepeated = heading.head.contains { $0.role == .documentName && DocumentName(text, $0.tokens)?.isRepeated == true }
        guard isRepeated, var found = matter.regarding(.regarding) ?? matter.written() else { return nil }
        found.value = "Повторно " + found.value.prefix(1).lowercased() + found.value.dropFirst()
        return fact(found)
    }

    /// A complaint is summed up by what happened, not by what is to follow.
    private func complaint(_ matter: TextMatter) -> Fact<String>? {
        let names = heading.head.lazy.compactMap { $0.role == .documentName ? DocumentName(text, $0.tokens) : nil }
        guard let name = names.first(where: { $0.kind == .complaint }), !name.isRepeated, var first = matter.firstSentence()
        else { return nil }
        first.value = "Скарга: " + first.value
        return fact(first)
    }

    /// Reports of corruption have one summary: what they say is for the officer alone.
    private func corruption() -> Fact<String>? {
        guard !heading.head.contains(where: { $0.role == .documentName || $0.role == .body }) else { return nil }
        let hits = SubjectWords.reports.hits(in: text, heading.body)
        guard let hit = hits.first else { return nil }
        return Fact(
            "Повідомлення про можливе корупційне правопорушення", at: main.place(of: hit.tokens), .likely,
            because: "speaks of corruption")
    }

    /// A Subject field that is a title itself: «Fwd: Про заборгованість».
    private func mailTitle(_ mail: MailSubject) -> Fact<String>? {
        let plain = mail.text.trimming { "!. ".contains($0) }
        let words = NormalizedText(plain)
        guard
            let first = words.tokens.first(where: {
                $0.kind == .word && $0.capitals != .all || LineWords.titles.meaning(of: $0, in: words) != nil
            }),
            LineWords.titles.meaning(of: first, in: words) != nil, words.tokens.count > 1, plain.count <= Self.maximumLength * 2
        else { return nil }
        guard !SubjectTitle.isFormula(words) else { return nil }
        let title = TitleExtension(heading).extended(words.originalText(first.range.lowerBound..<words.utf8.count))
        return Fact(
            LetterCase.capitalized(title), at: FactPlace(part: "subject", range: mail.range), .likely,
            because: "the subject of the mail")
    }

    private func fact(_ said: MailMatter, _ mail: MailSubject) -> Fact<String>? {
        let value = Self.shortened(said.text)
        guard !value.isEmpty else { return nil }
        return Fact(
            value, at: FactPlace(part: "subject", range: mail.range), said.worth >= .words ? .likely : .unsure,
            because: "the subject of the mail")
    }

    /// «Депутатський запит» with «щодо …».
    private func fact(_ found: TextMatter.Found, of name: String) -> Fact<String>? {
        var named = found
        named.value = name + " " + found.value.prefix(1).lowercased() + found.value.dropFirst()
        return fact(named)
    }

    private func fact(_ found: TextMatter.Found) -> Fact<String>? {
        fact((found.value, found.tokens), found.certainty, found.reason)
    }

    func fact(_ found: (value: String, tokens: Range<Int>), _ certainty: Certainty, _ reason: String) -> Fact<String>? {
        let value = Self.shortened(found.value)
        guard !value.isEmpty else { return nil }
        return Fact(LetterCase.capitalized(value), at: main.place(of: found.tokens), certainty, because: reason)
    }

    static func withoutPoint(_ text: String) -> String {
        guard text.hasSuffix("."), text.dropLast().last?.isUppercase != true else { return text }
        return text.trimming { ".,;: –-".contains($0) }
    }

    /// At most ``maximumLength`` characters, cut between words.
    static func shortened(_ text: String) -> String {
        var plain = text.trimming { ",;: –-".contains($0) }
        // «Мельничука А. Ф.» keeps its point.
        plain = withoutPoint(plain)
        if plain.hasSuffix(")"), !plain.contains("(") { plain.removeLast() }
        guard plain.count > maximumLength else { return plain }
        let cut = plain.prefix(maximumLength - 1)
        let end = cut.lastIndex(of: " ") ?? cut.endIndex
        return cut[..<end].trimming { ",;: –-".contains($0) } + "…"
    }

    private static let lawyers = "Адвокатський запит"
}
