// SPDX-License-Identifier: Apache-2.0

/// Makes a Subject field that is a title but a short one say more with words of the text.
struct TitleExtension {
    private let heading: SubjectHeading
    private let said: TextMatter
    private var text: NormalizedText { heading.layout.text }

    init(_ heading: SubjectHeading, _ said: TextMatter) {
        self.heading = heading
        self.said = said
    }

    func extended(_ title: String) -> String { withAct(title) ?? withForm(withMatter(withObject(withFullName(title)))) }

    /// «Щодо подання звітності» with the form a report has: «за формою № 1-житлофонд (річна)».
    private func withForm(_ title: String) -> String {
        let words = NormalizedText(title)
        guard words.tokens.contains(where: { Self.reports.knows($0, in: words) }), !title.inLowerCase.contains("форм"),
            let form = heading.body.prefix(Self.reach).first(where: { text.reads(text.tokens[$0], "формою") }),
            form > heading.body.lowerBound, form + 2 < heading.body.upperBound, text.reads(text.tokens[form - 1], "за"),
            text.tokens[form + 1].isMark("№")
        else { return title }
        let end = SubjectClause(text: text, end: min(heading.body.upperBound, form + Self.longestForm)).end(from: form)
        let longer = title + " " + SubjectClause(text: text, end: end).words(form - 1..<end)
        return longer.characterCount > SubjectReading.maximumLength ? title : longer
    }

    private static let reports = StemTable<Bool>([("звіт звіту звіти звітів звітність звітності", true)])
    private static let longestForm = 12

    /// «Щодо пропозицій до Програми» with the name the text gives: «до Регіональної програми охорони довкілля».
    private func withFullName(_ title: String) -> String {
        let words = NormalizedText(title)
        guard let last = words.tokens.last(where: { $0.kind == .word }), words.tokens.count <= Self.shortTitle,
            Self.named.knows(last, in: words)
        else { return title }
        let name = words.folded(last)
        let near = heading.body.prefix(Self.reach)
        for at in near where text.reads(text.tokens[at], name) && at > near.lowerBound {
            let adjective = text.tokens[at - 1]
            let isLed = adjective.capitals == .first && Self.adjectives.fits(adjective, in: text)
            let start = isLed ? at - 1 : at
            let end = SubjectClause(text: text, end: heading.body.upperBound).end(from: start)
            guard end > at + 1 else { continue }
            let full = SubjectClause(text: text, end: end).words(start..<end)
            let longer = words.originalText(0..<last.range.lowerBound) + (isLed ? full : LetterCase.capitalized(full))
            return longer.characterCount > SubjectReading.maximumLength ? title : longer
        }
        return title
    }

    private static let adjectives = EndingSet(["ої", "ого", "ій", "ий", "ому", "у"])
    /// Documents that have a name of their own.
    private static let named = StemTable<Bool>([
        (
            "програми програму програмі стратегії стратегію порядку положення плану концепції концепцію статуту регламенту схеми",
            true
        )
    ])

    /// «Про надання інформації» of a letter that asks for «інформацію про стан доріг»; «Про виконання доручення» with what is ordered.
    private func withAct(_ title: String) -> String? {
        guard let asked = said.asked(isPlain: false)?.value else { return nil }
        let plain = title.trimming(anyOf: ". ")
        if asked.characterCount > plain.characterCount, asked.inLowerCase.begins(with: plain.inLowerCase + " ") { return asked }
        let words = NormalizedText(plain)
        let isOrder = words.tokens.contains { Self.orders.knows($0, in: words) }
        guard isOrder, !words.tokens.contains(where: { words.reads($0, ["щодо", "стосовно"]) }) else { return nil }
        for lead in Self.leads where asked.begins(with: lead) { return plain + " щодо " + asked.dropFirst(lead.count) }
        // «Про виконання доручення» of a letter that asks «Про обстеження споруд».
        let act = asked.dropFirst(Self.lead.count)
        let isDoing = act.prefix { $0 != " " }.ends(with: "ння") && !Self.givings.contains { act.begins(with: $0) }
        return asked.begins(with: Self.lead) && isDoing ? plain + " щодо " + act : nil
    }

    private static let lead = "Про "
    private static let givings = ["надання", "подання", "надсилання", "направлення"]

    /// «Про направлення звернення», «Про проведення наради» with what the text says of the same thing: «звернення Шевчик Р. П. про …».
    func withMatter(_ title: String) -> String {
        let words = NormalizedText(title)
        let spoken = words.tokens.filter { $0.kind == .word }
        // «Про підтримку депутатського запиту депутатки Приймак О. Я.»: whose it is stands behind it.
        guard let at = spoken.lastIndex(where: { Self.hollow.knows($0, in: words) }), at < Self.shortTitle,
            spoken[(at + 1)...].allSatisfy({ $0.capitals != .none || Self.deputies.knows($0, in: words) }),
            !spoken.dropFirst().contains(where: { words.reads($0, Self.about) })
        else { return title }
        let (last, isWhose) = (spoken[at], at + 1 < spoken.count)
        let stem = Array(words.letters[last.letters].prefix(max(4, last.letters.count - 2)))
        for at in heading.body.prefix(Self.reach) where text.letters[text.tokens[at].letters].starts(with: stem) {
            guard let matter = name(behind: at) ?? matter(behind: at, isWhose: isWhose) else { continue }
            let longer = title + " " + matter
            return longer.characterCount > SubjectReading.maximumLength ? title : longer
        }
        return title
    }

    /// «розпорядження від 20.01.2027 № 33 «Про виконання робіт»»: the document's own name, behind nothing but its number and day.
    private func name(behind noun: Int) -> String? {
        let near = noun + 1..<max(noun + 1, min(heading.body.upperBound, noun + Self.nearMatter))
        guard let open = near.first(where: { text.tokens[$0].isMark("\"") }), open + 1 < near.upperBound,
            LineWords.titles.knows(text.tokens[open + 1], in: text),
            text.tokens[noun + 1..<open].contains(where: { $0.kind == .number }),
            // «статті 22 Закону «Про статус депутатів»» is the ground.
            !text.tokens[noun + 1..<open].contains(where: { text.reads($0, ["закону", "закон", "законом"]) }),
            let close = (open + 1..<min(heading.body.upperBound, open + Self.longestName)).first(where: {
                text.tokens[$0].isMark("\"")
            })
        else { return nil }
        return SubjectClause(text: text, end: close + 1).words(open..<close + 1)
    }

    /// Tokens of a document's name in quotation marks.
    private static let longestName = 40

    /// «Про надання щомісячної інформації» of a mail on «Про щомісячну інформацію (житлові субсидії)»: with what the bracket tells.
    static func withDetail(_ title: String, of mail: String) -> String {
        guard mail.hasSuffix(")"), let open = mail.lastIndex(of: "("), !title.contains("("),
            case let detail = mail[mail.index(after: open)...].dropLast(),
            !detail.contains(where: \.isNumber), detail.parts(at: " ").count <= longestDetail,
            MailMatter(MailSubject(String(mail[..<open]))).isTold(in: title + " "),
            !MailMatter(MailSubject(String(detail))).isRepeated(in: title),
            MailMatter(MailSubject(title)).matterWords < longestDetail
        else { return title }
        let longer = title + " (" + detail + ")"
        return longer.characterCount > SubjectReading.maximumLength ? title : longer
    }

    private static let longestDetail = 5

    /// Whose it is and «щодо …» or «про …» behind a noun.
    ///
    /// - Parameter isWhose: whether the title says whose it is.
    private func matter(behind noun: Int, isWhose: Bool) -> String? {
        guard let end = text.sentences.first(where: { $0.contains(noun) })?.upperBound else { return nil }
        let near = noun + 1..<max(noun + 1, min(end, noun + Self.nearMatter))
        var name = noun + 1
        while name < near.upperBound, text.tokens[name].kind == .word, text.tokens[name].capitals == .first { name += 1 }
        guard
            let lead = near.first(where: { index in
                let token = text.tokens[index]
                guard token.capitals == .none else { return false }
                return text.reads(token, Self.about)
                    || text.reads(token, "з") && index + 1 < end && text.reads(text.tokens[index + 1], "питань")
            })
        else { return nil }
        let clause = SubjectClause(text: text, end: end, takesRelative: false)
        let stop = clause.end(from: lead + 1)
        guard stop > lead + 1 else { return nil }
        let whose = !isWhose && name > noun + 1 ? clause.words(noun + 1..<name) + " " : ""
        return whose + clause.words(lead..<stop)
    }

    private static let about = ["щодо", "про", "стосовно"]
    /// What says nothing without its matter.
    private static let hollow = StemTable<Bool>([
        (
            "звернення запит запиту запитів наради нараду нарада засідання доручення скарги скаргу заяви листа листів круглого рекомендації рекомендацій розпорядження наказу постанови роз'яснення роз'яснень",
            true
        )
    ])
    private static let deputies = StemTable<Bool>([("депутата депутатки громадянина громадянки гр пана пані", true)])
    private static let shortTitle = 5
    private static let nearMatter = 36

    /// «Про заборгованість» of a letter on «заборгованість закладів освіти» is about the latter.
    private func withObject(_ title: String) -> String {
        let written = NormalizedText(title)
        let spoken = written.tokens.filter { $0.kind == .word }
        guard spoken.count == 2, let noun = spoken.last, noun.letters.count >= 5 else { return title }
        let stem = Array(written.letters[noun.letters].prefix(noun.letters.count - 1))
        let body = heading.body.prefix(Self.reach)
        guard let at = body.first(where: { text.letters[text.tokens[$0].letters].starts(with: stem) }) else { return title }
        var end = at + 1
        let question =
            end + 1 < text.tokens.count && text.reads(text.tokens[end], "з") && text.reads(text.tokens[end + 1], "питань")
        if question { end += 2 }
        var taken = 0
        while end < body.upperBound, taken < 4, text.tokens[end].kind == .word, isGenitive(text.tokens[end]) {
            end += 1
            taken += 1
        }
        guard taken > 0 else { return title }
        return title + " " + SubjectClause(text: text, end: end).words(at + 1..<end)
    }

    private func isGenitive(_ token: Token) -> Bool {
        guard token.capitals == .none, token.letters.count > 3 else { return false }
        return !Self.finiteEndings.fits(token, in: text)
    }

    private static let finiteEndings = EndingSet([
        "ть", "ться", "є", "ємо", "имо", "ла", "ло", "ли", "лася", "лося", "но", "ати", "ити",
    ])
    private static let orders = StemTable<Bool>([("доручен* протокольн* розпоряджен* указу", true)])
    /// What an act may begin with for its rest to follow «щодо».
    private static let leads = ["Про забезпечення ", "Щодо ", "Про проведення "]
    private static let reach = 120
}
