// SPDX-License-Identifier: Apache-2.0

/// What a request is for, where it is more than one thing.
extension RequestedAct.Reading {
    /// «надати: копію договору; відомості про …», «надати копії: наказу; подання».
    func listed(_ noun: String, _ verb: Int) -> RequestedAct.Step? {
        let start = behindAside(verb + 1)
        let near = start..<max(start, min(end, start + Self.nearList))
        guard let colon = near.first(where: { text.tokens[$0].kind == .mark }), text.tokens[colon].isMark(":") else { return nil }
        let points = ListedObjects(text: text, end: end).points(behind: colon)
        guard let last = points.last else { return nil }
        let phrases: [String]
        var lead = "Про \(noun) "
        if start < colon, Self.copies.knows(text.tokens[colon - 1], in: text) {
            guard let copies = genitive(start..<colon) else { return nil }
            lead += copies + " "
            phrases = points.map { lowered(clause.words($0), $0.lowerBound) }
        } else {
            guard isEmptyObject(start..<colon) else { return nil }
            phrases = Array(points.map(genitive).prefix { $0 != nil }).compactMap(\.self)
        }
        guard !phrases.isEmpty else { return nil }
        return .found(RequestedAct(ListedPhrases(phrases, behind: lead).joined, verb..<last.upperBound))
    }

    /// The object behind a noun; one that lives has its genitive already: «соціального робітника».
    func genitive(_ tokens: Range<Int>) -> String? {
        if let declined = ObjectPhrase(text: text, tokens: tokens).declined(to: .genitive) { return declined }
        guard let first = tokens.first else { return nil }
        if Self.living.knows(text.tokens[first], in: text) { return clause.words(tokens) }
        guard tokens.count > 1, Self.genitives.fits(text.tokens[first], in: text) else { return nil }
        return clause.words(tokens)
    }

    /// «Відповідно до Порядку надання статусу дитини, яка …, прошу визнати цей статус», «Потрібні відеозаписи з камер …. Прошу надати
    /// вказані відеозаписи»: what «цей» and «вказані» point to, in the genitive.
    func antecedent(_ genitive: String, _ object: Range<Int>) -> String? {
        guard object.count >= 2, let noun = genitive.words.dropFirst().first,
            case let folded = Letter.folded(noun.inLowerCase)
        else { return nil }
        let first = text.tokens[object.lowerBound]
        let named: Int?
        if object.count == 2, Self.pointing.knows(first, in: text) {
            named = before.last { text.folded(text.tokens[$0]) == folded }
        } else if Self.pointingBack.knows(first, in: text) {
            named = (max(0, object.lowerBound - Self.farBack)..<object.lowerBound).last { text.folded(text.tokens[$0]) == folded }
        } else {
            return nil
        }
        guard let named else { return nil }
        let limit = max(before.upperBound, named + 1)
        let stop = min(limit, SubjectClause(text: text, end: limit).end(from: named))
        return stop > named + 1 ? clause.words(named..<stop) : nil
    }

    /// «зазначену інформацію на сайтах громад»: what it points to, the request does not say.
    func pointsToEmpty(_ start: Int) -> Bool {
        start + 1 < end && Self.pointingBack.knows(text.tokens[start], in: text)
            && (Self.emptyObjects.knows(text.tokens[start + 1], in: text)
                || SubjectWords.given.knows(text.tokens[start + 1], in: text))
    }

    private static let pointing = StemTable<Bool>([("цей цю це ці такий таку таке такі", true)])
    private static let pointingBack = StemTable<Bool>([
        (
            "вказаний вказану вказане вказані зазначений зазначену зазначене зазначені вищевказаний вищевказану вищевказані вищезазначений вищезазначену вищезазначені згаданий згадану згадані названі",
            true
        )
    ])
    /// Tokens in which what a request points back to stands.
    private static let farBack = 160

    /// «надати черговому телефоном або на цю адресу інформацію про …»: where to stands before what.
    func information(_ noun: String, from start: Int) -> RequestedAct.Step? {
        let near = start..<max(start, min(end, start + Self.nearObject))
        // «внести в таблицю дані»: what a preposition governs is where to.
        let isFree: (Int) -> Bool = { index in
            let before = text.tokens[max(near.lowerBound, index - 1)]
            return index == near.lowerBound || !before.isMark("-") && !Self.places.knows(before, in: text)
        }
        guard let at = near.first(where: { Self.held.knows(text.tokens[$0], in: text) && isFree($0) }),
            !text.tokens[start..<at].contains(where: { $0.isMark(".") || $0.isMark(";") || $0.isMark(":") })
        else { return nil }
        let stop = objectClause(noun).end(from: at)
        guard stop > at + 1, let genitive = genitive(at..<stop) else { return nil }
        return .found(RequestedAct("Про \(noun) \(genitive)", at..<stop))
    }

    /// «встановити біля під’їзду лавку» is «встановлення лавки біля під’їзду»: where stands before what.
    func objectBehindPlace(_ noun: String, _ verb: Int, _ tokens: Range<Int>) -> RequestedAct? {
        let near = tokens.lowerBound + 2..<max(tokens.lowerBound + 2, min(tokens.upperBound, tokens.lowerBound + Self.nearList))
        for index in near where text.tokens[index].kind == .word && text.tokens[index].capitals == .none {
            let isJoined = Self.joints.knows(text.tokens[index - 1], in: text) || text.tokens[index - 1].isMark(",")
            if isJoined { return nil }
            let isLiving = Self.living.knows(text.tokens[index], in: text)
            guard isLiving || ObjectPhrase(text: text, tokens: index..<tokens.upperBound).isPlainAccusative,
                let genitive = genitive(index..<tokens.upperBound)
            else { continue }
            return RequestedAct("Про \(noun) \(genitive) " + clause.words(tokens.lowerBound..<index), verb..<tokens.upperBound)
        }
        return nil
    }

    /// «привести у готовність бригади» is «приведення у готовність бригад».
    func objectBehindState(_ noun: String, _ verb: Int, _ tokens: Range<Int>) -> RequestedAct? {
        let near = tokens.dropFirst().prefix(Self.longestState)
        guard let state = near.first(where: { Self.states.knows(text.tokens[$0], in: text) }), state + 1 < tokens.upperBound,
            let genitive = genitive(state + 1..<tokens.upperBound)
        else { return nil }
        let lead = clause.words(tokens.lowerBound..<state + 1)
        return RequestedAct("Про \(noun) \(lead) \(genitive)", verb..<tokens.upperBound)
    }

    /// Tokens of «у належний технічний стан» behind its preposition.
    private static let longestState = 3

    /// «клопочу про визнання сім’ї багатодітною».
    func matter(of verb: Int) -> RequestedAct? {
        let stop = clause.end(from: verb + 2)
        guard stop > verb + 2, !isEmptyMatter(verb + 2) else { return nil }
        return RequestedAct("Про " + clause.words(verb + 2..<stop), verb..<stop)
    }

    /// «таку інформацію», «наступні документи», nothing.
    func isEmptyObject(_ tokens: Range<Int>) -> Bool {
        tokens.allSatisfy {
            SubjectWords.given.knows(text.tokens[$0], in: text)
                || Self.emptyObjects.knows(text.tokens[$0], in: text)
        }
    }

    func lowered(_ words: String, _ first: Int) -> String {
        text.tokens[first].capitals == .first ? words.lowInitial : words
    }

    static let pronouns = StemTable<Bool>([("його її їх мене нас", true)])
    private static let held = StemTable<Bool>([
        (
            "інформацію відомості перелік дані списки список пропозиції копії копію довідку схему схеми таблицю звіт звіти матеріали документи кандидатури",
            true
        )
    ])
    private static let nearObject = 24
    private static let copies = StemTable<Bool>([("копії", true)])
    /// Those whose accusative is their genitive.
    private static let living = StemTable<Bool>([
        (
            """
            водія сусіда сусідів директора керівника перевізника підрядника забудовника управителя сина винних винного працівника працівників \
            спеціаліста посадовців власника власників орендаря двірника лікаря вчителя майстра осіб людей дітей тварин собак котів мешканців представника
            """, true
        )
    ])
    private static let genitives = EndingSet(["ого", "ього"])
    /// Tokens between the verb and the colon of its list.
    private static let nearList = 10
}
