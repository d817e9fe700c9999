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

    let text: NormalizedText
    /// The text proper; all of a letter that has none.
    let body: Range<Int>

    /// All of a text that has no letterhead.
    init(_ text: NormalizedText) { (self.text, body) = (text, text.tokens.indices) }

    init(_ heading: SubjectHeading) {
        text = heading.layout.text
        body = heading.body.isEmpty ? text.tokens.indices : heading.body
    }

    static let occasionReason = "what occasioned the letter"

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
        return kind == .regarding ? answered() : nil
    }

    /// «На Ваш лист від 28.01.2027 № 164 про ремонт переїзду інформуємо», «Розглянувши лист … про …».
    private func answered() -> Found? {
        guard let sentence = firstSentences.first, SubjectWords.answering.knows(text.tokens[sentence.lowerBound], in: text),
            let letter = sentence.prefix(Self.near).first(where: { SubjectWords.letters.knows(text.tokens[$0], in: text) }),
            let lead = behindLetter(letter, sentence.upperBound), text.reads(text.tokens[lead], "про")
        else { return nil }
        let end = SubjectClause(text: text, end: sentence.upperBound, takesRelative: false).end(from: lead + 1)
        guard end > lead + 2 else { return nil }
        return Found(
            value: "Про " + SubjectClause(text: text, end: end).words(lead + 1..<end), tokens: lead..<end, certainty: .likely,
            reason: "what was written of")
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
        return isRaised || matter == .question && isWrittenOf(index, from: first) ? .regarding : matter
    }

    /// «звертаюся до вас з питання ремонту лотка».
    private func isWrittenOf(_ index: Int, from first: Int) -> Bool {
        index > first && text.reads(text.tokens[index - 1], ["з", "із", "зі"])
            && SubjectWords.wrote.isMet(in: max(first, index - Self.near)..<index, of: text)
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

    /// «Вважаю це бездіяльністю посадових осіб» of a complaint is «Скарга на бездіяльність посадових осіб».
    func considered() -> Found? {
        for verb in body where Self.considering.knows(text.tokens[verb], in: text) {
            let near = verb + 1..<max(verb + 1, min(body.upperBound, verb + Self.fewWords + 1))
            guard let noun = near.first(where: { SubjectWords.resented.knows(text.tokens[$0], in: text) }),
                let what = SubjectWords.resented.meaning(of: text.tokens[noun], in: text)
            else { continue }
            let clause = SubjectClause(text: text, end: body.upperBound)
            let end = clause.end(from: noun)
            guard end > noun + 1 else { continue }
            return Found(
                value: "Скарга на \(what) " + clause.words(noun + 1..<end), tokens: verb..<end, certainty: .likely,
                reason: "what is complained of")
        }
        return nil
    }

    private static let considering = StemTable<Bool>([("вважаю вважаємо", true)])

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
        let (asking, text) = (asking, text)
        for index in range where asking.mayHold(index) && isWriters(text.tokens[index]) && asking.holds(index) {
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
    func endOfRequest(_ index: Int, _ range: Range<Int>) -> Int { min(range.upperBound, index + Self.longestRequest) }

    private static let fewSentences = 2
    private static let someSentences = 4
    static let fewWords = 4
    private static let near = 8
    static let far = 24
    private static let farLetter = 24
    static let reach = 120
    private static let maximumTries = 6
    private static let longestRequest = 120
    static let longestCourtesy = 14
    static let longestGreeting = 9
}
