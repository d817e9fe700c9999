// SPDX-License-Identifier: Apache-2.0

/// What a letter tells, hands over or orders without asking.
extension TextMatter {
    /// «Надсилаємо для відома копію наказу …» is «Про надсилання копії наказу …».
    func told() -> Found? {
        guard
            let verb = body.prefix(Self.reach).first(where: { SubjectWords.telling.knows(text.tokens[$0], in: text) }
            ),
            let noun = SubjectWords.telling.meaning(of: text.tokens[verb], in: text)
        else { return nil }
        let clause = SubjectClause(text: text, end: body.upperBound)
        if noun == SubjectWords.invitation {
            let start = behind(SubjectWords.whom, from: verb + 1)
            let end = clause.end(from: start)
            guard end > start else { return nil }
            return Found(
                value: "Запрошення " + clause.words(start..<end), tokens: verb..<end, certainty: .likely, reason: "an invitation")
        }
        let start = behind(SubjectWords.courtesy, from: verb + 1)
        guard start + 1 < body.upperBound else { return nil }
        if text.reads(text.tokens[start], ["про", "щодо", "стосовно"]) {
            let lead = text.reads(text.tokens[start], "про") ? "Про " : "Щодо "
            let end = clause.end(from: start + 1)
            return Found(
                value: lead + clause.words(start + 1..<end), tokens: verb..<end, certainty: .likely,
                reason: "what the letter tells")
        }
        return handedOver(noun, from: start, verb, clause)
    }

    private func handedOver(_ noun: String, from start: Int, _ verb: Int, _ clause: SubjectClause) -> Found? {
        let end = clause.end(from: start)
        guard !noun.isEmpty, end > start, !isBareLetter(start..<end) else { return nil }
        let object = ObjectPhrase(text: text, tokens: start..<end)
        guard let genitive = object.declined(to: .genitive) ?? object.declinedFromNominative else { return nil }
        let value = "Про \(noun) \(genitive)" + (ofWhat(behind: end, clause) ?? "")
        return Found(value: value, tokens: verb..<end, certainty: .likely, reason: "what the letter tells")
    }

    /// «надсилаємо листа у вкладенні» says nothing of its matter.
    private func isBareLetter(_ object: Range<Int>) -> Bool {
        guard SubjectWords.letters.knows(text.tokens[object.lowerBound], in: text) else { return false }
        guard let second = object.dropFirst().first else { return true }
        // «листа у вкладенні»; «звернення мешканців …» tells whose.
        return text.reads(text.tokens[second], ["у", "в", "з", "із", "на", "до"])
            && !text.tokens[object].contains { text.reads($0, ["про", "щодо", "стосовно"]) }
    }

    /// «надаємо дані: приміщення по вул. Торговій зареєстроване …»: of what, behind the colon.
    private func ofWhat(behind end: Int, _ clause: SubjectClause) -> String? {
        guard end + 1 < body.upperBound, text.tokens[end].isMark(":"), text.tokens[end + 1].kind == .word,
            !text.tokens[end + 1].startsLine
        else { return nil }
        let limit = min(clause.end(from: end + 1), end + Self.far)
        let near = text.tokens[end + 1..<limit]
        let stop = near.firstIndex { $0.isMark("(") || Self.predicates.knows($0, in: text) } ?? limit
        return stop > end + 2 ? " (" + clause.words(end + 1..<stop) + ")" : nil
    }

    /// «Повідомляємо, що 20.11 буде відключено світло».
    func statement() -> Found? {
        guard
            let verb = body.prefix(Self.reach).first(where: { SubjectWords.telling.meaning(of: text.tokens[$0], in: text) == "" })
        else {
            return nil
        }
        var start = behind(SubjectWords.courtesy, from: verb + 1)
        guard start + 2 < body.upperBound, text.reads(text.tokens[start], "що") else { return nil }
        start += 1
        let clause = SubjectClause(text: text, end: body.upperBound)
        let stop = text.sentences.first { $0.contains(verb) }?.upperBound ?? body.upperBound
        guard clause.end(from: start) - start >= 2 else { return nil }
        let end = max(clause.end(from: start), min(stop, body.upperBound))
        return Found(value: clause.words(start..<end), tokens: verb..<end, certainty: .unsure, reason: "what the letter tells")
    }

    /// «Виявлено несанкціоноване звалище …» of an inspection that only asks for measures.
    func inspected() -> Found? {
        for verb in body.prefix(Self.reach) where SubjectWords.inspecting.knows(text.tokens[verb], in: text) {
            let start = behind(SubjectWords.onTheSpot, from: verb + 1)
            guard verb > body.lowerBound, !text.reads(text.tokens[verb - 1], "не"), start < body.upperBound else { continue }
            let isClause = start > verb + 1 && text.tokens[start - 1].isMark(",") && text.reads(text.tokens[start], "що")
            let first = isClause ? start + 1 : start
            let end = SubjectClause(text: text, end: body.upperBound, takesList: true).end(from: first)
            guard end > first + 1, text.tokens[first].kind == .word else { continue }
            let value = (isClause ? "" : "Про ") + SubjectClause(text: text, end: end).words(first..<end)
            let place = SubjectPlace(text: text, body: body, act: first..<end).completing(value)
            return Found(value: place, tokens: verb..<end, certainty: .likely, reason: "what an inspection found")
        }
        return nil
    }

    /// What a telegram orders without asking: «терміново надати інформацію про …».
    func ordered() -> Found? {
        for index in body.prefix(Self.reach) where VerbalNoun.act(of: text.tokens[index], in: text) != nil {
            guard VerbalNoun.isInfinitive(text.tokens[index], in: text) else { continue }
            guard let act = RequestedAct(text, from: index, behind: index, to: endOfRequest(index, body)), act.worth == .named
            else {
                return nil
            }
            return Found(value: act.summary, tokens: act.tokens, certainty: .likely, reason: "what the letter orders")
        }
        return nil
    }

    private func behind(_ words: StemTable<Bool>, from start: Int) -> Int {
        var index = start
        while index < min(body.upperBound, start + Self.longestCourtesy),
            words.knows(text.tokens[index], in: text) || text.tokens[index].isMark(",")
        {
            index += 1
        }
        return index
    }

    private static let predicates = StemTable<Bool>([
        ("зареєстрован* розташован* передан* збудован* належить належать становить становлять перебуває перебувають", true)
    ])
}
