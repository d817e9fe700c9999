// SPDX-License-Identifier: Apache-2.0

/// What the text of a letter says it is about, where no title does.
///
/// A class, as several ways to a summary ask the same of one text: it keeps what the whole text asks for and its first sentences.
final class TextMatter {
    struct Found {
        var value: String
        let tokens: Range<Int>
        let certainty: Certainty
        let reason: String
    }

    /// What is asked for, and how much that says.
    typealias Request = (found: Found, worth: RequestedAct.Worth)

    private let text: NormalizedText
    /// The text proper; all of a letter that has none.
    let body: Range<Int>

    /// All of a text that has no letterhead.
    init(_ text: NormalizedText) { (self.text, body) = (text, text.tokens.indices) }

    init(_ heading: SubjectHeading) {
        text = heading.layout.text
        body = heading.body.isEmpty ? text.tokens.indices : heading.body
    }

    /// «щодо звірки даних пільговиків» of the first sentences of an answer or a cover letter; «питанням …» for a question.
    func regarding(_ kind: SubjectWords.Matter) -> Found? {
        for sentence in firstSentences {
            guard let start = sentence.first(where: { matter(at: $0, from: sentence.lowerBound) == kind }),
                !text.tokens[sentence.lowerBound..<start].contains(where: {
                    SubjectWords.requests.knows($0, in: text)
                })
            else { continue }
            let clause = SubjectClause(text: text, end: sentence.upperBound)
            if let further = behindLetter(start + 1, sentence.upperBound) {
                let lead = text.reads(text.tokens[further], "про") ? "Про " : "Щодо "
                let end = clause.end(from: further + 1)
                return Found(
                    value: lead + clause.words(further + 1..<end), tokens: further..<end, certainty: .likely,
                    reason: "what the first sentence speaks of")
            }
            let end = clause.end(from: start + 1)
            guard end - start >= 2 else { continue }
            let isLed = SubjectWords.matters.meaning(of: text.tokens[start], in: text) == .regarding
            let value = isLed ? clause.words(start..<end) : "Щодо " + clause.words(start + 1..<end)
            return Found(value: value, tokens: start..<end, certainty: .likely, reason: "what the first sentence speaks of")
        }
        return nil
    }

    /// «щодо Вашого звернення № 5 про відкриття відділення» is about the latter.
    private func behindLetter(_ start: Int, _ end: Int) -> Int? {
        guard
            (start..<min(end, start + 2)).contains(where: { SubjectWords.letters.knows(text.tokens[$0], in: text) })
        else { return nil }
        let near = start + 1..<max(start + 1, min(end - 1, start + Self.farLetter))
        return near.first { text.reads(text.tokens[$0], ["про", "щодо", "стосовно"]) }
    }

    /// «порушує питання відшкодування …» says as much as «щодо».
    private func matter(at index: Int, from first: Int) -> SubjectWords.Matter? {
        guard let matter = SubjectWords.matters.meaning(of: text.tokens[index], in: text) else { return nil }
        let isRaised = index > first && SubjectWords.raising.knows(text.tokens[index - 1], in: text)
        return isRaised ? .regarding : matter
    }

    /// «я писав вам про підтоплення двору», «звертався з приводу …».
    func written() -> Found? {
        for sentence in firstSentences {
            guard let verb = SubjectWords.wrote.first(in: sentence, of: text) else {
                continue
            }
            for index in verb + 1..<max(verb + 1, min(sentence.upperBound, verb + Self.far)) {
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
        for sentence in firstSentences(Self.someSentences) {
            if let resented = resented(sentence) { return resented }
            guard let verb = SubjectWords.complaining.first(in: sentence, of: text),
                verb + 2 < sentence.upperBound, text.reads(text.tokens[verb + 1], "на")
            else { continue }
            let clause = SubjectClause(text: text, end: sentence.upperBound)
            var end = clause.end(from: verb + 2)
            // «… на дії КП «Зеленбуд»: бригада зрізала каштан».
            if end + 2 < sentence.upperBound, text.tokens[end].isMark(":"), end - verb < Self.near {
                end = clause.end(from: end + 1)
            }
            return Found(
                value: "Скарга на " + clause.words(verb + 2..<end), tokens: verb..<end, certainty: .likely,
                reason: "what is complained of")
        }
        return nil
    }

    /// «Ми обурені роботою бару» is «Скарга на роботу бару».
    private func resented(_ sentence: Range<Int>) -> Found? {
        guard
            let feeling = SubjectWords.resentful.first(in: sentence, of: text),
            let noun = (feeling + 1..<min(sentence.upperBound, feeling + 4)).first(where: {
                SubjectWords.resented.knows(text.tokens[$0], in: text)
            }), let what = SubjectWords.resented.meaning(of: text.tokens[noun], in: text)
        else { return nil }
        let clause = SubjectClause(text: text, end: sentence.upperBound)
        let end = clause.end(from: noun)
        let rest = end > noun + 1 ? " " + clause.words(noun + 1..<end) : ""
        return Found(
            value: "Скарга на \(what)\(rest)", tokens: feeling..<end, certainty: .likely, reason: "what is complained of")
    }

    /// What the letter asks for: «Прошу надати копію рішення …» is «Про надання копії рішення …».
    ///
    /// - Parameter isPlain: whether words that were only taken over will do.
    func asked(in tokens: Range<Int>? = nil, isPlain: Bool) -> Found? {
        guard let request = request(in: tokens), isPlain || request.worth == .named else { return nil }
        return request.found
    }

    /// What the letter asks for, and how much that says.
    func request(in tokens: Range<Int>? = nil) -> Request? {
        if let tokens { readRequest(in: tokens) } else { ownRequest }
    }

    private lazy var ownRequest = readRequest(in: body)

    private func readRequest(in range: Range<Int>) -> Request? {
        let own = request(range) { !SubjectWords.othersRequests.knows($0, in: text) }
        if let own, own.worth != .vague, !SubjectCompletion.isEmpty(own.found.value) { return own }
        return request(range) { SubjectWords.othersRequests.knows($0, in: text) } ?? own
    }

    /// The first request that says what; else the first vague one.
    private func request(_ range: Range<Int>, _ isWriters: (Token) -> Bool) -> Request? {
        var tries = 0
        var sentence = 0
        var vague: Request?
        for index in range where asking.holds(index) && isWriters(text.tokens[index]) {
            tries += 1
            while sentence + 1 < text.sentences.count, text.sentences[sentence].upperBound <= index { sentence += 1 }
            let start = max(range.lowerBound, min(index, text.sentences[sentence].lowerBound))
            if let act = RequestedAct(text, from: start, behind: index, to: endOfRequest(index, range)) {
                if act.worth != .vague { return (found(act, range), act.worth) }
                // «Прошу розібратися …. Прошу перевірити нарахування»: the second says what.
                vague = vague ?? (found(act, range), act.worth)
            }
            if tries == Self.maximumTries { break }
        }
        return vague
    }

    private func found(_ act: RequestedAct, _ range: Range<Int>) -> Found {
        let summary =
            act.worth == .vague ? act.summary : SubjectPlace(text: text, body: range, act: act.tokens).completing(act.summary)
        return Found(
            value: summary, tokens: act.tokens, certainty: act.worth == .named ? .likely : .unsure,
            reason: "what the letter asks for")
    }

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

    /// The first sentence with something to say; behind «звернулися мешканці:» what they say.
    func firstSentence() -> Found? {
        guard let first = text.sentences.first(where: { $0.upperBound > body.lowerBound + 2 && isTelling($0) }) else {
            return nil
        }
        var range = max(first.lowerBound, body.lowerBound)..<min(first.upperBound, body.upperBound)
        guard !range.isEmpty else { return nil }
        let appealed = SubjectWords.appealed.first(in: range, of: text)
        if let appealed, let colon = (appealed..<range.upperBound).first(where: { text.tokens[$0].isMark(":") }),
            colon + Self.fewWords < range.upperBound, text.tokens[colon + 1].capitals == .none
        {
            range = colon + 1..<range.upperBound
        }
        var start = reported(range) ?? range.lowerBound
        while start + 1 < range.upperBound, start < range.lowerBound + Self.longestGreeting,
            text.tokens[start].kind == .mark || SubjectWords.greetings.knows(text.tokens[start], in: text)
        {
            start += 1
        }
        range = start..<range.upperBound
        let words = SubjectClause(text: text, end: range.upperBound).words(range)
        return Found(value: words, tokens: range, certainty: .unsure, reason: "the first sentence")
    }

    /// Behind «Заявниця скаржиться, що …» of a form another office filled in.
    func reported(_ range: Range<Int>) -> Int? {
        guard SubjectWords.applicants.knows(text.tokens[range.lowerBound], in: text) else { return nil }
        return range.prefix(Self.longestGreeting).first { text.reads(text.tokens[$0], "що") }.map { $0 + 1 }
    }

    /// No «Добрий день!», no name alone.
    private func isTelling(_ sentence: Range<Int>) -> Bool {
        guard sentence.count > 2, sentence.lowerBound < body.upperBound else { return false }
        let first = text.tokens[max(sentence.lowerBound, body.lowerBound)]
        if SubjectWords.introducing.knows(first, in: text) { return false }
        // «Світлано, добрий вечір!».
        let isGreeting = text.tokens[sentence].allSatisfy {
            $0.kind != .word || $0.capitals == .first || SubjectWords.greetings.knows($0, in: text)
        }
        return !isGreeting && (!LineWords.salutations.knows(first, in: text) || sentence.count > Self.longestGreeting)
    }

    private lazy var asking = AskingWords(text, body)
    private lazy var firstSentences = firstSentences(Self.fewSentences)

    private func firstSentences(_ count: Int) -> [Range<Int>] {
        text.sentences.lazy.filter { [body, text] sentence in
            sentence.upperBound > body.lowerBound && sentence.lowerBound < body.upperBound
                // «Д Е П У Т А Т С Ь К Е» spelled out and a short salutation are none.
                && text.tokens[sentence].contains { $0.letters.count > 1 }
                && (sentence.count > Self.longestGreeting
                    || !LineWords.salutations.knows(text.tokens[sentence.lowerBound], in: text))
        }
        .prefix(count).map { [body] in $0.clamped(to: body) }
    }

    /// The sentence and, where a point of an abbreviation cut it, a little more.
    private func endOfRequest(_ index: Int, _ range: Range<Int>) -> Int { min(range.upperBound, index + Self.longestRequest) }

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
    private static let fewSentences = 2
    private static let someSentences = 4
    private static let fewWords = 4
    private static let near = 8
    private static let far = 24
    private static let farLetter = 24
    private static let reach = 120
    private static let maximumTries = 6
    private static let longestRequest = 120
    private static let longestCourtesy = 14
    private static let longestGreeting = 9
}
