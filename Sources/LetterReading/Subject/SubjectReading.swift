// SPDX-License-Identifier: Apache-2.0

/// Короткий зміст (domain §2.7): the title above the text; else the Subject field without its prefixes; else what the first sentences
/// ask, at most ``maximumLength`` characters.
package struct SubjectReading: Sendable {
    package private(set) var subject: Fact<String>?

    private let main: MainText
    private let source: LetterSource
    private var layout: LetterLayout { main.layout }
    private var text: NormalizedText { main.layout.text }

    package init(_ main: MainText, source: LetterSource, relayed: RelayReading? = nil) {
        self.main = main
        self.source = source
        let mail = MailSubject(source.subject)
        if source.isAutomatic || mail.isAutomatic {
            subject = Fact("Автовідповідь", at: nil, .likely, because: "written by a machine")
        } else if isRestricted {
            subject = Fact(Self.withheld, at: nil, .sure, because: "for official use only")
        } else {
            subject = relayed?.subject ?? stated(mail) ?? made(mail)
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

    /// What says of itself that it is the summary.
    private func stated(_ mail: MailSubject) -> Fact<String>? {
        if let title = SubjectTitle(main).fact { return title }
        return field() ?? corruption() ?? mailTitle(mail)
    }

    /// A summary made of what the letter says.
    private func made(_ mail: MailSubject) -> Fact<String>? {
        if let asked = information(mail) ?? complaint() { return asked }
        if let said = matter(.regarding) ?? asked() { return said }
        if let said = matter(.question) ?? told() { return said }
        if let words = mailWords(mail) ?? firstSentence() { return words }
        guard !mail.text.isEmpty else { return nil }
        return Fact(
            Self.shortened(mail.text), at: FactPlace(part: "subject", range: mail.range), .unsure,
            because: "the subject of the mail")
    }

    private func behindCourtesy(_ verb: Int) -> Int {
        let next = verb + 1
        return next < text.tokens.count && ["вас", "вам"].contains(text.folded(text.tokens[next])) ? next + 1 : next
    }

    /// «Суть звернення: …» of a form.
    private func field() -> Fact<String>? {
        for line in layout.lines.prefix(Self.formLines) {
            guard let colon = line.tokens.prefix(5).first(where: { text.tokens[$0].isMark(":") }),
                colon + 1 < line.tokens.upperBound,
                line.tokens.lowerBound < colon,
                SubjectWords.fields.hits(in: text, line.tokens.lowerBound..<colon).first?.tokens.lowerBound
                    == line.tokens.lowerBound
            else { continue }
            let tokens = colon + 1..<line.tokens.upperBound
            if let asked = request(in: tokens) { return asked }
            return fact(sentence(from: colon + 1, to: line.tokens.upperBound), .likely, "what the form says it is about")
        }
        return nil
    }

    /// Reports of corruption have one summary: what they say is for the officer alone.
    private func corruption() -> Fact<String>? {
        guard !layout.head.contains(where: { $0.role == .documentName || $0.role == .body }) else { return nil }
        let hits = SubjectWords.reports.hits(in: text, layout.bodyTokens)
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
        let title = words.originalText(first.range.lowerBound..<words.utf8.count)
        return Fact(
            LetterCase.capitalized(extended(title)), at: FactPlace(part: "subject", range: mail.range), .likely,
            because: "the subject of the mail")
    }

    /// «щодо звірки даних пільговиків» of the first sentences of an answer or a cover letter.
    private func matter(_ kind: SubjectWords.Matter) -> Fact<String>? {
        let body = layout.bodyTokens
        let sentences = text.sentences.lazy.filter { $0.upperBound > body.lowerBound && $0.lowerBound < body.upperBound }.prefix(
            2)
        for sentence in sentences {
            guard
                let start = sentence.clamped(to: body).first(where: {
                    SubjectWords.matters.meaning(of: text.tokens[$0], in: text) == kind
                }),
                !text.tokens[sentence.clamped(to: body.lowerBound..<start)].contains(where: isRequest)
            else { continue }
            let end = clauseEnd(from: start + 1, to: sentence.upperBound)
            guard end - start >= 2 else { continue }
            var value = words(start..<end)
            if kind == .question { value = "Щодо " + words(start + 1..<end) }
            return fact((value, start..<end), .likely, "what the first sentence speaks of")
        }
        return nil
    }

    private func isRequest(_ token: Token) -> Bool { SubjectWords.requests.meaning(of: token, in: text) != nil }

    /// A complaint is summed up by what happened, not by what is to follow.
    private func complaint() -> Fact<String>? {
        guard layout.head.contains(where: { $0.role == .documentName && DocumentName(text, $0.tokens)?.kind == .complaint }),
            let first = firstSentence(), let place = first.place
        else { return nil }
        return Fact(Self.shortened("Скарга: " + first.value), at: place, .likely, because: "what is complained of")
    }

    /// What the letter asks for: «Прошу надати копію рішення …» is «Про надання копії рішення …».
    private func asked() -> Fact<String>? {
        let body = layout.bodyTokens
        return body.isEmpty ? nil : request(in: body)
    }

    /// A request for information says what of: «Запит на інформацію: копії договорів …».
    private func information(_ mail: MailSubject) -> Fact<String>? {
        let isNamed = layout.head.contains {
            $0.role == .documentName && DocumentName(text, $0.tokens)?.kind == .informationRequest
        }
        let isMailNamed = mail.text.lowercased().hasPrefix("запит на")
        guard isNamed || isMailNamed else { return nil }
        if isMailNamed, let matter = mail.matter {
            return Fact(
                "Запит на інформацію (\(matter))", at: FactPlace(part: "subject", range: mail.range), .likely,
                because: "the subject of the mail")
        }
        let body = layout.bodyTokens
        guard let give = body.first(where: { SubjectWords.give.meaning(of: text.tokens[$0], in: text) != nil }) else {
            return nil
        }
        var start = give + 1
        while start < body.upperBound, start < give + 12,
            text.tokens[start].kind != .word || SubjectWords.given.meaning(of: text.tokens[start], in: text) != nil
        {
            start += 1
        }
        guard start < body.upperBound else { return nil }
        let end = clauseEnd(from: start, to: body.upperBound)
        return fact(("Запит на інформацію: " + words(start..<end), give..<end), .likely, "what is asked for")
    }

    /// «Надсилаємо для відома копію наказу …» is «Про надсилання копії наказу …».
    private func told() -> Fact<String>? {
        let body = layout.bodyTokens
        guard
            let verb = body.prefix(Self.extensionReach).first(where: {
                SubjectWords.telling.meaning(of: text.tokens[$0], in: text) != nil
            }),
            let noun = SubjectWords.telling.meaning(of: text.tokens[verb], in: text)
        else { return nil }
        if noun == "запрошення" {
            return fact(
                (
                    "Запрошення " + words(behindCourtesy(verb)..<clauseEnd(from: behindCourtesy(verb), to: body.upperBound)),
                    verb..<verb + 1
                ), .likely,
                "an invitation")
        }
        var start = verb + 1
        while start < min(body.upperBound, verb + 14), text.tokens[start].kind == .word,
            SubjectWords.courtesy.meaning(of: text.tokens[start], in: text) != nil
        {
            start += 1
        }
        if start < body.upperBound, text.tokens[start].isMark(",") { start += 1 }
        let isClause = start < body.upperBound && text.folded(text.tokens[start]) == "що"
        while start < body.upperBound, ["про", "що", "щодо"].contains(text.folded(text.tokens[start])) { start += 1 }
        let end = clauseEnd(from: start, to: body.upperBound)
        guard end - start >= 2 else { return nil }
        if isClause { return fact((words(start..<end), verb..<end), .unsure, "what the letter tells") }
        let object = VerbalNoun.genitive(words(start..<end).split(separator: " ").map(String.init)).joined(separator: " ")
        return fact(("Про " + noun + (noun.isEmpty ? "" : " ") + object, verb..<end), .likely, "what the letter tells")
    }

    private func request(in tokens: Range<Int>) -> Fact<String>? {
        var tries = 0
        for index in tokens
        where text.tokens[index].kind == .word && SubjectWords.requests.meaning(of: text.tokens[index], in: text) != nil {
            tries += 1
            if let found = RequestedAct(text, behind: index, to: tokens.upperBound) {
                return fact((found.summary, found.tokens), .likely, "what the letter asks for")
            }
            if tries == Self.maximumTries { break }
        }
        return nil
    }

    /// A Subject field that says more than the kind of letter.
    private func mailWords(_ mail: MailSubject) -> Fact<String>? {
        let words = NormalizedText(mail.text)
        let said = words.tokens.filter {
            $0.kind == .word && SubjectWords.empty.meaning(of: $0, in: words) == nil && $0.letters.count > 2
        }
        guard !said.isEmpty, mail.text.count <= Self.maximumLength * 2 else { return nil }
        if said.count == 1, !layout.head.contains(where: { $0.role == .body }), let first = firstSentence(),
            let place = first.place
        {
            let value = Self.shortened(LetterCase.capitalized(mail.text) + ": " + first.value)
            return Fact(value, at: place, .unsure, because: "the subject of the mail and the first sentence")
        }
        return Fact(
            LetterCase.capitalized(mail.text), at: FactPlace(part: "subject", range: mail.range),
            said.count > 1 ? .likely : .unsure,
            because: "the subject of the mail")
    }

    private func firstSentence() -> Fact<String>? {
        let body = layout.bodyTokens
        guard let first = text.sentences.first(where: { $0.upperBound > body.lowerBound + 2 && $0.count > 2 }),
            first.lowerBound < body.upperBound
        else { return nil }
        return fact(sentence(from: max(first.lowerBound, body.lowerBound), to: first.upperBound), .unsure, "the first sentence")
    }

    private func sentence(from start: Int, to end: Int) -> (String, Range<Int>) {
        let stop = text.sentences.first { $0.contains(start) }?.upperBound ?? end
        return (words(start..<min(stop, end)), start..<min(stop, end))
    }

    private func words(_ tokens: Range<Int>) -> String {
        guard let first = tokens.first else { return "" }
        let octets = text.tokens[first].range.lowerBound..<text.tokens[tokens.upperBound - 1].range.upperBound
        let prefix = octets.lowerBound..<min(octets.upperBound, octets.lowerBound + Self.maximumLength * 4)
        return text.originalText(prefix).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func fact(_ found: (value: String, tokens: Range<Int>), _ certainty: Certainty, _ reason: String) -> Fact<String>? {
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
        guard plain.count > maximumLength else { return plain }
        let cut = plain.prefix(maximumLength - 1)
        let end = cut.lastIndex(of: " ") ?? cut.endIndex
        return cut[..<end].trimming { ",;: –-".contains($0) } + "…"
    }

    private func clauseEnd(from start: Int, to end: Int) -> Int {
        RequestedAct.clauseEnd(text, from: start, to: end)
    }

    /// «Про заборгованість» of a letter on «заборгованість закладів освіти» is about the latter.
    private func extended(_ title: String) -> String {
        let written = NormalizedText(title)
        let spoken = written.tokens.filter { $0.kind == .word }
        guard spoken.count == 2, let noun = spoken.last, noun.letters.count >= 5 else { return title }
        let stem = Array(written.letters[noun.letters].prefix(noun.letters.count - 1))
        let body = layout.bodyTokens.prefix(Self.extensionReach)
        guard let at = body.first(where: { text.letters[text.tokens[$0].letters].starts(with: stem) }) else { return title }
        var end = at + 1
        let question =
            end + 1 < text.tokens.count && text.folded(text.tokens[end]) == "з" && text.folded(text.tokens[end + 1]) == "питань"
        if question { end += 2 }
        var taken = 0
        while end < body.upperBound, taken < 4, text.tokens[end].kind == .word, isGenitive(text.tokens[end]) {
            end += 1
            taken += 1
        }
        return taken > 0 ? title + " " + words(at + 1..<end) : title
    }

    private func isGenitive(_ token: Token) -> Bool {
        guard token.capitals == .none, token.letters.count > 3 else { return false }
        let word = text.folded(token)
        return !["ть", "ться", "є", "ємо", "имо", "ла", "ло", "ли", "лася", "лося"].contains(where: word.hasSuffix)
    }

    private static let formLines = 40
    private static let maximumTries = 6
    private static let extensionReach = 120
}
