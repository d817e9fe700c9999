// SPDX-License-Identifier: Apache-2.0

/// What the text of a letter says it is about, where no title does.
struct TextMatter {
    struct Found {
        var value: String
        let tokens: Range<Int>
        let certainty: Certainty
        let reason: String
    }

    private let text: NormalizedText
    /// The text proper; all of a letter that has none.
    private let body: Range<Int>

    init(_ heading: SubjectHeading) {
        text = heading.layout.text
        body = heading.body.isEmpty ? text.tokens.indices : heading.body
    }

    /// «щодо звірки даних пільговиків» of the first sentences of an answer or a cover letter; «питанням …» for a question.
    func regarding(_ kind: SubjectWords.Matter) -> Found? {
        for sentence in firstSentences {
            guard let start = sentence.first(where: { matter(at: $0, from: sentence.lowerBound) == kind }),
                !text.tokens[sentence.lowerBound..<start].contains(where: {
                    SubjectWords.requests.meaning(of: $0, in: text) != nil
                })
            else { continue }
            let clause = SubjectClause(text: text, end: sentence.upperBound)
            let end = clause.end(from: start + 1)
            guard end - start >= 2 else { continue }
            let isLed = SubjectWords.matters.meaning(of: text.tokens[start], in: text) == .regarding
            let value = isLed ? clause.words(start..<end) : "Щодо " + clause.words(start + 1..<end)
            return Found(value: value, tokens: start..<end, certainty: .likely, reason: "what the first sentence speaks of")
        }
        return nil
    }

    /// «порушує питання відшкодування …» says as much as «щодо».
    private func matter(at index: Int, from first: Int) -> SubjectWords.Matter? {
        guard let matter = SubjectWords.matters.meaning(of: text.tokens[index], in: text) else { return nil }
        let isRaised = index > first && SubjectWords.raising.meaning(of: text.tokens[index - 1], in: text) != nil
        return isRaised ? .regarding : matter
    }

    /// «я писав вам про підтоплення двору», «звертався з приводу …».
    func written() -> Found? {
        for sentence in firstSentences {
            guard let verb = sentence.first(where: { SubjectWords.wrote.meaning(of: text.tokens[$0], in: text) != nil }) else {
                continue
            }
            for index in verb + 1..<max(verb + 1, min(sentence.upperBound, verb + Self.near)) {
                guard let lead = SubjectWords.writtenOf.meaning(of: text.tokens[index], in: text) else { continue }
                let clause = SubjectClause(text: text, end: sentence.upperBound)
                let end = clause.end(from: index + 1)
                guard end > index + 1 else { continue }
                return Found(
                    value: lead + clause.words(index + 1..<end), tokens: index..<end, certainty: .likely,
                    reason: "what the writer wrote of")
            }
        }
        return nil
    }

    /// «Скаржусь на прибирання снігу» is «Скарга на прибирання снігу».
    func complained() -> Found? {
        for sentence in firstSentences {
            guard let verb = sentence.first(where: { SubjectWords.complaining.meaning(of: text.tokens[$0], in: text) != nil }),
                verb + 2 < sentence.upperBound, text.reads(text.tokens[verb + 1], "на")
            else { continue }
            let clause = SubjectClause(text: text, end: sentence.upperBound)
            let end = clause.end(from: verb + 2)
            return Found(
                value: "Скарга на " + clause.words(verb + 2..<end), tokens: verb..<end, certainty: .likely,
                reason: "what is complained of")
        }
        return nil
    }

    /// What the letter asks for: «Прошу надати копію рішення …» is «Про надання копії рішення …».
    ///
    /// - Parameter isPlain: whether words that were only taken over will do.
    func asked(in tokens: Range<Int>? = nil, isPlain: Bool) -> Found? {
        let range = tokens ?? body
        return asked(range, isPlain: isPlain) { SubjectWords.othersRequests.meaning(of: $0, in: text) == nil }
            ?? asked(range, isPlain: isPlain) { SubjectWords.othersRequests.meaning(of: $0, in: text) != nil }
    }

    private func asked(_ range: Range<Int>, isPlain: Bool, _ isWriters: (Token) -> Bool) -> Found? {
        var tries = 0
        var sentence = 0
        for index in range where isAsking(index) && isWriters(text.tokens[index]) {
            tries += 1
            while sentence + 1 < text.sentences.count, text.sentences[sentence].upperBound <= index { sentence += 1 }
            let start = max(range.lowerBound, min(index, text.sentences[sentence].lowerBound))
            if let act = RequestedAct(text, from: start, behind: index, to: endOfRequest(index, range)) {
                guard isPlain || !act.isPlain else {
                    // «Прошу розібратися …. Прошу перевірити нарахування»: the second says what.
                    guard SubjectWords.vague.meaning(of: text.tokens[act.tokens.lowerBound], in: text) != nil else { return nil }
                    continue
                }
                return Found(
                    value: act.isPlain ? act.summary : SubjectPlace(text: text, body: body).completing(act.summary),
                    tokens: act.tokens,
                    certainty: act.isPlain ? .unsure : .likely,
                    reason: "what the letter asks for")
            }
            if tries == Self.maximumTries { break }
        }
        return nil
    }

    /// «Надсилаємо для відома копію наказу …» is «Про надсилання копії наказу …».
    func told() -> Found? {
        guard
            let verb = body.prefix(Self.reach).first(where: { SubjectWords.telling.meaning(of: text.tokens[$0], in: text) != nil }
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
        guard !noun.isEmpty, end > start else { return nil }
        let object = ObjectPhrase(text: text, tokens: start..<end)
        guard let genitive = object.declined(to: .genitive) ?? object.declinedFromNominative else { return nil }
        return Found(value: "Про \(noun) \(genitive)", tokens: verb..<end, certainty: .likely, reason: "what the letter tells")
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
        let end = clause.end(from: start)
        guard end - start >= 2 else { return nil }
        return Found(value: clause.words(start..<end), tokens: verb..<end, certainty: .unsure, reason: "what the letter tells")
    }

    /// What a telegram orders without asking: «терміново надати інформацію про …».
    func ordered() -> Found? {
        for index in body.prefix(Self.reach) where VerbalNoun.act(of: text.tokens[index], in: text) != nil {
            guard VerbalNoun.isInfinitive(text.tokens[index], in: text) else { continue }
            guard let act = RequestedAct(text, from: index, behind: index, to: endOfRequest(index, body)), !act.isPlain else {
                return nil
            }
            return Found(value: act.summary, tokens: act.tokens, certainty: .likely, reason: "what the letter orders")
        }
        return nil
    }

    /// The first sentence with something to say; behind «звернулися мешканці:» what they say.
    func firstSentence() -> Found? {
        guard let first = text.sentences.first(where: { $0.upperBound > body.lowerBound + 2 && isTelling($0) }) else {
            return nil
        }
        var range = max(first.lowerBound, body.lowerBound)..<min(first.upperBound, body.upperBound)
        guard !range.isEmpty else { return nil }
        let appealed = range.first { SubjectWords.appealed.meaning(of: text.tokens[$0], in: text) != nil }
        if let appealed, let colon = (appealed..<range.upperBound).first(where: { text.tokens[$0].isMark(":") }),
            colon + Self.fewWords < range.upperBound, text.tokens[colon + 1].capitals == .none
        {
            range = colon + 1..<range.upperBound
        }
        var start = reported(range) ?? range.lowerBound
        while start + 1 < range.upperBound, start < range.lowerBound + Self.longestGreeting,
            text.tokens[start].kind == .mark || SubjectWords.greetings.meaning(of: text.tokens[start], in: text) != nil
        {
            start += 1
        }
        range = start..<range.upperBound
        let words = SubjectClause(text: text, end: range.upperBound).words(range)
        return Found(value: words, tokens: range, certainty: .unsure, reason: "the first sentence")
    }

    /// Behind «Заявниця скаржиться, що …» of a form another office filled in.
    func reported(_ range: Range<Int>) -> Int? {
        guard SubjectWords.applicants.meaning(of: text.tokens[range.lowerBound], in: text) != nil else { return nil }
        return range.prefix(Self.longestGreeting).first { text.reads(text.tokens[$0], "що") }.map { $0 + 1 }
    }

    /// No «Добрий день!», no name alone.
    private func isTelling(_ sentence: Range<Int>) -> Bool {
        guard sentence.count > 2, sentence.lowerBound < body.upperBound else { return false }
        let first = text.tokens[max(sentence.lowerBound, body.lowerBound)]
        if SubjectWords.introducing.meaning(of: first, in: text) != nil { return false }
        return LineWords.salutations.meaning(of: first, in: text) == nil || sentence.count > Self.longestGreeting
    }

    private var firstSentences: [Range<Int>] {
        text.sentences.lazy.filter { [body, text] sentence in
            sentence.upperBound > body.lowerBound && sentence.lowerBound < body.upperBound
                // «Д Е П У Т А Т С Ь К Е» spelled out and a short salutation are none.
                && text.tokens[sentence].contains { $0.letters.count > 1 }
                && (sentence.count > Self.longestGreeting
                    || LineWords.salutations.meaning(of: text.tokens[sentence.lowerBound], in: text) == nil)
        }
        .prefix(Self.fewSentences).map { [body] in $0.clamped(to: body) }
    }

    private func isAsking(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard token.kind == .word else { return false }
        return SubjectWords.requests.meaning(of: token, in: text) != nil
            || Imperatives.holds(token, in: text)
    }

    /// The sentence and, where a point of an abbreviation cut it, a little more.
    private func endOfRequest(_ index: Int, _ range: Range<Int>) -> Int { min(range.upperBound, index + Self.longestRequest) }

    private func behind(_ words: StemTable<Bool>, from start: Int) -> Int {
        var index = start
        while index < min(body.upperBound, start + Self.longestCourtesy),
            words.meaning(of: text.tokens[index], in: text) != nil || text.tokens[index].isMark(",")
        {
            index += 1
        }
        return index
    }

    private static let fewSentences = 2
    private static let fewWords = 4
    private static let near = 8
    private static let reach = 120
    private static let maximumTries = 6
    private static let longestRequest = 120
    private static let longestCourtesy = 14
    private static let longestGreeting = 9
}
