// SPDX-License-Identifier: Apache-2.0

/// Whom to ask, where the text of a letter says it: «Консультації: Ганна Левицька, 050 000 30 21.»
struct ContactMention: Sendable {
    let text: NormalizedText
    /// The first token of the text proper: what stands above it is the sender's letterhead and the addressee.
    let bodyStart: Int

    init(_ layout: LetterLayout) {
        text = layout.text
        bodyStart =
            layout.lines.indices.contains(layout.bodyStart) ? layout.lines[layout.bodyStart].tokens.lowerBound : 0
    }

    /// Behind words that announce somebody to ask. Positions in ``NormalizedText/tokens``.
    var announced: Range<Int>? {
        for hit in Self.introductions.hits(in: text, bodyStart..<text.tokens.count).prefix(Self.maximumIntroductions) {
            let end = min(hit.tokens.upperBound + Self.reach, text.tokens.count)
            guard hit.tokens.upperBound < end else { continue }
            if let found = personAndPhone(hit.tokens.upperBound..<end) { return found }
        }
        return nil
    }

    /// «(настоятель о. Василь Дзюба, тел. 068 000 77 61)»: nothing but «тел.» between a name and a telephone.
    var beside: Range<Int>? {
        var start = bodyStart
        for _ in 0..<Self.maximumIntroductions {
            guard let phone = PhoneNumber.first(in: text, start..<text.tokens.count) else { return nil }
            start = phone.tokens.upperBound
            let before = max(0, phone.tokens.lowerBound - Self.reach)..<phone.tokens.lowerBound
            guard let person = PersonMention.last(in: text, before),
                words(person.tokens.upperBound..<phone.tokens.lowerBound) <= 1, !isOfCitizen(person.tokens.lowerBound),
                NameMention.first(in: text, person.tokens).map({ $0.name.cases.contains(.nominative) }) ?? true
            else { continue }
            return person.tokens.lowerBound..<phone.tokens.upperBound
        }
        return nil
    }

    /// A person and the telephone beside him, whichever comes first; none where a citizen is told of.
    func personAndPhone(_ range: Range<Int>) -> Range<Int>? {
        guard let phone = PhoneNumber.first(in: text, range),
            let person = person(range.lowerBound..<max(range.lowerBound, phone.tokens.lowerBound))
                ?? PersonMention.first(in: text, phone.tokens.upperBound..<max(phone.tokens.upperBound, range.upperBound))?.tokens
        else { return nil }
        let whole = min(person.lowerBound, phone.tokens.lowerBound)..<max(person.upperBound, phone.tokens.upperBound)
        let gap = whole.count - person.count - phone.tokens.count
        let isForeign = (range.lowerBound..<whole.upperBound).contains {
            Self.citizens.knows(text.tokens[$0], in: text)
        }
        return gap <= Self.maximumGap && !isForeign ? whole : nil
    }

    /// The last name before a telephone; «з моєю помічницею Вікторією (097 000 40 04)» has a given name alone.
    private func person(_ range: Range<Int>) -> Range<Int>? {
        if let person = PersonMention.last(in: text, range) { return person.tokens }
        return range.suffix(Self.nearTokens).last {
            text.tokens[$0].capitals == .first && GivenName.named(text.tokens[$0], in: text) != nil
        }.map { $0..<$0 + 1 }
    }

    private func words(_ range: Range<Int>) -> Int { range.count { text.tokens[$0].kind == .word } }

    /// Whether the sentence is of somebody's appeal, so that the telephone is his.
    private func isOfCitizen(_ person: Int) -> Bool {
        let start = max(0, person - Self.reach)
        return (start..<person).contains {
            Self.citizens.knows(text.tokens[$0], in: text)
                || Self.appeals.knows(text.tokens[$0], in: text)
        }
    }

    /// What a letter says of whom to ask; that a telephone stands with it tells it from the rest.
    private static let introductions = PhraseBook<Bool>([
        (
            """
            контакт* | відповідальна | відповідальний | відповідальні | відповідального | відповідальну | відповідальною | відповідальним | відповідальними | звертат* | звертайт* | звертайтес* | звернутися | звернутись | консультац* | консультув* | роз'яснен* | роз'яснює | роз'яснить | довідк* | довідок | уточнен* | уточнит* \
            | зв'язку | зв'язок | зв'язатися | зв'язатись | зв'яжіться | телефонув* | телефонуйте | дзвоніть | дзвонит* | координатор* | координує | куратор* | курує | менеджер* | супроводж* | додатков* інформац* \
            | детальн* інформац* | детальніш* | подробиц* | з питань | із питань | представник* | виконавець | исполнитель | по вопросам
            """,
            true
        )
    ])
    private static let citizens = StemTable<Bool>([
        (
            "гр громадян* заявник* заявниц* мешкан* жител* жительк* абонент* споживач* потерпіл* відповідач* боржник* проживає мешкає зареєстрован*",
            true
        )
    ])
    private static let appeals = StemTable<Bool>([("звернення скарг* заяв* лист листа клопотання я", true)])
    private static let maximumIntroductions = 60
    /// Tokens behind an announcement, or before a telephone.
    private static let reach = 34
    /// Tokens between a person and the telephone: a post, «за телефоном».
    private static let maximumGap = 14
    private static let nearTokens = 4
}
