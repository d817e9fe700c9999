// SPDX-License-Identifier: Apache-2.0

/// Короткий зміст (domain §2.7): the title above the text; else the Subject field without its prefixes; else what the first sentences
/// ask, at most ``maximumLength`` characters.
package struct SubjectReading {
    package private(set) var subject: Fact<String>?

    let main: MainText
    let source: LetterSource
    let heading: SubjectHeading
    /// What the text says, whatever stands above it.
    let matter: TextMatter
    private var layout: LetterLayout { main.layout }
    /// The code of the letter's kind (``KindReading``), where it is known.
    let kind: String?
    private let isRelayed: Bool
    var text: NormalizedText { main.layout.text }

    init(_ main: MainText, source: LetterSource, relayed: RelayReading? = nil, kind: KindReading? = nil) {
        self.main = main
        self.source = source
        self.kind = kind?.kind.value
        isRelayed = kind?.isRelayed ?? false
        heading = SubjectHeading(main.layout)
        matter = TextMatter(heading)
        let mail = MailSubject(source.subject)
        if source.isAutomatic || mail.isAutomatic || kind?.machine == .autoReply {
            subject = Fact("Автовідповідь", at: nil, .likely, because: "written by a machine")
        } else if isRestricted {
            subject = Fact(Self.withheld, at: nil, .sure, because: "for official use only")
        } else if kind?.machine == .advertising {
            subject = summary(mail) { $0 }.map {
                Fact(
                    "Рекламна розсилка: " + $0.value.lowInitial, at: $0.place, $0.certainty,
                    because: $0.reason)
            }
        } else {
            subject = relayed?.subject.map(withMatter) ?? summary(mail) { again($0, mail) }
            subject = subject.map {
                Fact(RussianWords.quoted($0.value, of: main.layout.text), at: $0.place, $0.certainty, because: $0.reason)
            }
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
        guard let open = relayed.value.firstIndex(of: "("), !relayed.value.holds("щодо"), !relayed.value.holds(" про "),
            let named = (matter.regarding(.regarding) ?? matter.regarding(.question))?.value, named.count < Self.longestMatter
        else { return relayed }
        let name = relayed.value[..<open].trimmed
        let full = name + " " + named.lowInitial + " " + relayed.value[open...]
        return Fact(full, at: relayed.place, relayed.certainty, because: relayed.reason)
    }

    private static let longestMatter = 90
    /// Words of a Subject field that only names a thing.
    private static let bareThing = 3

    /// What says of itself that it is the summary; else one made of what the letter says.
    private func summary(_ mail: MailSubject, _ finished: (Fact<String>) -> Fact<String>) -> Fact<String>? {
        if let stated = title ?? field ?? corruption() { return stated }
        let titled = mailTitle(mail)
        if let titled, !isThin(titled.value), !isRetold(titled.value) { return titled }
        return made(mail, thin: titled).map(finished)
    }

    /// What a form says it is about; a form for information says so.
    private var field: Fact<String>? {
        guard var found = SubjectField(heading, matter, isComplaint: isComplaint).found else { return nil }
        if kind == "PUBLIC_INFO", !found.value.begins(with: "Запит") {
            found.value = "Запит на інформацію: " + found.value.lowInitial
        }
        return fact(found)
    }

    /// The title; «Про направлення звернення» with whose and what about.
    private var title: Fact<String>? {
        SubjectTitle(main, heading).fact.map { title in
            let whole = TitleExtension(heading, matter).withMatter(title.value)
            return Fact(
                whole == title.value ? TitleExtension.withDetail(whole, of: MailSubject(source.subject).text) : whole,
                at: title.place, title.certainty, because: title.reason)
        }
    }

    /// «Щодо переїзду»: a title of one word gives way to what the text says for sure.
    private func isThin(_ title: String) -> Bool {
        // A document that names itself says in its text what the mail's «щодо …» only hints at.
        let isNamed = heading.head.contains { $0.role == .documentName }
        return title.parts(at: " ").count < (isNamed && !title.begins(with: "Про") ? 4 : 3)
    }

    /// «Щодо освітлення переходів» of a text on «влаштування освітлення пішохідних переходів на трасі».
    private func isRetold(_ title: String) -> Bool {
        let said = MailMatter(MailSubject(title))
        guard said.matterWords < Self.fewMatters, let regarding = matter.regarding(.regarding)?.value else { return false }
        return regarding.characterCount < Self.maximumLength && said.isTold(in: regarding)
    }

    /// A summary made of what the letter says. The surest comes first: what only takes words of the text over gives way to a Subject
    /// field that says something.
    ///
    /// - Parameter thin: what the Subject field says, where that is a title and too short.
    private func made(_ mail: MailSubject, thin: Fact<String>?) -> Fact<String>? {
        let said = MailMatter(mail)
        if let named = named(mail, matter) ?? information(mail) { return named }
        if said.worth == .matter, !isOutdone(said, matter) { return detailed(said, matter).flatMap(fact) ?? fact(said, mail) }
        if let told = shouted() ?? information(mail, isTold: true) { return told }
        let trouble = Trouble(text, matter.body, needsSign: !isCitizens)
        let completion = SubjectCompletion(trouble: trouble, isComplaint: isComplaint, isCitizens: isCitizens, said: said)
        if let known = matter.complained().map(completion.completing).flatMap(fact) ?? complaint(matter, trouble)
            ?? repeated(matter)
        {
            return known
        }
        let request = matter.request()
        if !isCitizens, trouble == nil, let request, SubjectCompletion.isEmpty(request.found.value),
            let found = matter.inspected()
        {
            return fact(found)
        }
        // «На лист щодо обміну досвідом повідомляємо про готовність»: an answer is about what was written of.
        let announced = matter.regarding(.regarding) == nil ? matter.announced() : nil
        if !isCitizens, let event = matter.event() ?? announced ?? (request?.worth == .named ? nil : matter.changed()) {
            return fact(event)
        }
        if let sure = sure(matter, request, completion) { return fact(asDemand(completion.completing(sure))) }
        if let thin { return thin }
        return likely(matter, request, completion, mail) ?? told(said, mail, matter)
    }

    /// Tokens between «вимагаю» and what is demanded.
    private static let nearDemand = 24

    /// What a document headed «ВИМОГА» asks for, where it demands.
    private func asDemand(_ found: TextMatter.Found) -> TextMatter.Found {
        let isDemand = heading.head.contains {
            $0.role == .documentName && text.reads(text.tokens[$0.tokens.lowerBound], "вимога")
        }
        let near = text.tokens[max(0, found.tokens.lowerBound - Self.nearDemand)..<found.tokens.lowerBound]
        guard isDemand, found.value.begins(with: "Про "), near.contains(where: { text.reads($0, ["вимагаю", "вимагаємо"]) })
        else { return found }
        var demand = found
        demand.value = "Вимога " + found.value.lowInitial
        return demand
    }

    /// «Дерева біля будинку» of a letter that asks for «обстеження зелених насаджень на прибудинковій території», «Заява про обстеження»
    /// of one that asks for «обстеження квартири та складання акта».
    private func isOutdone(_ said: MailMatter, _ matter: TextMatter) -> Bool {
        guard said.matterWords <= Self.bareThing else { return false }
        if let regarding = matter.regarding(.regarding)?.value, said.isTold(in: regarding) { return true }
        guard let request = matter.request(), request.worth == .named, !SubjectCompletion.isEmpty(request.found.value) else {
            return false
        }
        if said.isTold(in: request.found.value) { return true }
        guard !isComplaint, !SubjectCompletion.isThin(request.found.value) else { return false }
        return said.isLed ? said.matterWords <= 1 : !isCitizens && SubjectCompletion.isFull(request.found.value)
    }

    /// Words of the matter behind «Заява про …» that say enough.
    private static let fewMatters = 3

    /// What names its matter: «щодо …», «з приводу …», an act that has a noun.
    private func sure(
        _ matter: TextMatter, _ request: (found: TextMatter.Found, worth: RequestedAct.Worth)?, _ completion: SubjectCompletion
    ) -> TextMatter.Found? {
        let named = request?.worth == .named ? request?.found : nil
        let full = named.flatMap { SubjectCompletion.isThin($0.value) ? nil : $0 }
        let regarding = matter.regarding(.regarding).map(completion.leading)
        if let regarding, full == nil || !SubjectCompletion.isThin(regarding.value) { return regarding }
        return full ?? matter.regarding(.occasion).map(completion.leading) ?? named ?? matter.told()
    }

    /// What takes words of the text over: a request that says something, else what went wrong.
    private func likely(
        _ matter: TextMatter, _ request: (found: TextMatter.Found, worth: RequestedAct.Worth)?, _ completion: SubjectCompletion,
        _ mail: MailSubject
    ) -> Fact<String>? {
        if let request, request.worth == .plain, !SubjectCompletion.isThin(request.found.value) {
            return fact(completion.completing(request.found))
        }
        if completion.said.worth == .words { return completion.told.flatMap(fact) ?? fact(completion.said, mail) }
        if let request, let told = completion.told {
            let isVague = request.worth == .vague && SubjectCompletion.isThin(request.found.value)
            if isVague || SubjectCompletion.isEmpty(request.found.value) { return fact(told) }
        }
        if !isCitizens, request?.worth == .vague, let statement = matter.statement() { return fact(statement) }
        let asked = matter.written() ?? matter.regarding(.question) ?? request?.found
        return asked.flatMap { fact(completion.completing($0)) } ?? completion.told.flatMap(fact)
    }

    /// «Скарга на КП «Житло»» with what went wrong.
    private func detailed(_ said: MailMatter, _ matter: TextMatter) -> TextMatter.Found? {
        guard isCitizens, SubjectCompletion.isThin(said.text) else { return nil }
        if let request = matter.request(), request.worth == .plain, !SubjectCompletion.isThin(request.found.value) {
            var found = request.found
            found.value = said.text + ": " + SubjectCompletion.withoutLead(found.value)
            return found
        }
        guard let trouble = Trouble(text, matter.body, needsSign: true) else { return nil }
        let detail = trouble.inside.contains("(") ? " – " + trouble.inside : " (" + trouble.inside + ")"
        let value = said.text + detail
        guard value.count <= Self.maximumLength, !said.isRepeated(in: trouble.value) else { return nil }
        return TextMatter.Found(value: value, tokens: trouble.tokens, certainty: .likely, reason: "the subject of the mail")
    }

    var isCitizens: Bool { kind?.begins(with: "CITIZEN") ?? !isOffices }
    /// What a telegram printed in capitals orders or tells; its words are read in small letters.
    func shouted(named name: String? = nil) -> Fact<String>? {
        let body = heading.body
        guard !body.isEmpty, LetterCase.isCapitals(Array(text.tokens[body])) else { return nil }
        let octets = text.tokens[body.lowerBound].range.lowerBound..<text.tokens[body.upperBound - 1].range.upperBound
        let matter = TextMatter(NormalizedText(text.text(octets).inLowerCase))
        guard let found = matter.ordered() ?? matter.request()?.found ?? matter.regarding(.regarding) else { return nil }
        let value = name.map { $0 + " " + found.value.lowInitial } ?? found.value
        return fact((value, body), .likely, found.reason)
    }

    private var isOffices: Bool { heading.head.contains { $0.role == .body } }
    var isComplaint: Bool { kind == "CITIZEN_COMPLAINT" }

    /// The weakest: what the text begins with, behind the one word of the Subject field.
    private func told(_ said: MailMatter, _ mail: MailSubject, _ matter: TextMatter) -> Fact<String>? {
        if said.namesAuthor, isOffices || isRelayed { return fact(said, mail) }
        guard var first = matter.statement() ?? matter.firstSentence() else {
            return mail.text.isEmpty ? nil : fact(said, mail)
        }
        if isCitizens { first.value = SubjectPlace(text: text, body: matter.body, act: first.tokens).completing(first.value) }
        if said.worth == .hint, !isOffices, !said.isRepeated(in: first.value) { first.value = said.text + ": " + first.value }
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
        let plain = mail.text.trimming(anyOf: "!. ")
        let words = NormalizedText(plain)
        guard
            let first = words.tokens.first(where: {
                $0.kind == .word && $0.capitals != .all && !Self.isRegistration($0, words)
                    || LineWords.titles.knows($0, in: words)
            }),
            LineWords.titles.knows(first, in: words), words.tokens.count > 1, plain.characterCount <= Self.maximumLength * 2
        else { return nil }
        guard !SubjectTitle.isFormula(words), MailMatter(mail).worth != .none else { return nil }
        let title = TitleExtension(heading, matter).extended(words.originalText(first.range.lowerBound..<words.utf8.count))
        return Fact(
            LetterCase.capitalized(title), at: FactPlace(part: "subject", range: mail.range), .likely,
            because: "the subject of the mail")
    }

    /// «Вих. № 05/3 від 05.03.2027 Про обговорення».
    private static func isRegistration(_ word: Token, _ words: NormalizedText) -> Bool {
        words.reads(word, ["вих", "вхідний", "вихідний", "лист", "від"])
    }
}
