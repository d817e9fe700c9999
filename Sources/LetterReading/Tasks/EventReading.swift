// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Finds what takes place at a day and time: meetings, hearings, trainings. They are tasks to appear, never deadlines.
struct EventReading {
    private(set) var events: [TaskReading.Demands.Event] = []

    /// The sentences that tell of them, as positions in ``NormalizedText/sentences``.
    private(set) var sentences: Set<Int> = []

    init(_ layout: LetterLayout, _ context: DeadlineContext, part: String) {
        let text = layout.text
        let lawsuit = Self.lawsuit(text)
        for index in text.sentences.indices {
            let sentence = text.sentences[index]
            let line = layout.line(ofToken: sentence.lowerBound)
            guard line >= layout.bodyStart, layout.lines[line].role != .annexes,
                Self.tellsOfEvent(sentence, text),
                let at = Self.moment(text, sentence, context) ?? Self.momentInTwo(text, index, context),
                at.date >= context.letterDate, events.count < Self.maximumEvents
            else { continue }
            let octets = text.tokens[sentence.lowerBound].range.lowerBound..<text.tokens[sentence.upperBound - 1].range.upperBound
            let words =
                Self.name(of: index, text) + (lawsuit.isEmpty || !Self.isHearing(sentence, text) ? "" : lawsuit)
                + Self.telling(sentence, text)
            sentences.insert(index)
            events.append(
                TaskReading.Demands.Event(
                    text: String(words.prefix(Self.longestText)), at: at,
                    place: FactPlace(part: part, range: text.originalRange(of: octets))))
        }
    }

    /// The words of the sentence; where they are too long for a card and the event is named behind its verb, from the verb on:
    /// «проводиться навчання для фахівців …».
    private static func telling(_ sentence: Range<Int>, _ text: NormalizedText) -> String {
        let words: (Int) -> String = { start in
            text.originalText(text.tokens[start].range.lowerBound..<text.tokens[sentence.upperBound - 1].range.upperBound)
                .onOneLine
        }
        let whole = words(sentence.lowerBound)
        guard whole.characterCount > longestText,
            let verb = sentence.first(where: { verbs.meaning(of: text.tokens[$0], in: text) == .happens }),
            nouns.isMet(in: verb..<sentence.upperBound, of: text)
        else { return whole }
        return words(verb)
    }

    /// «відбудеться», «буде проведено», «засідання відкласти на».
    private static func tellsOfEvent(_ sentence: Range<Int>, _ text: NormalizedText) -> Bool {
        var found: Set<Verb> = []
        var (isPlanned, hasSitting) = (false, false)
        let glance = glance
        for index in sentence where glance.mayKnow(text.tokens[index]) {
            let token = text.tokens[index]
            if let verb = verbs.meaning(of: token, in: text) { found.insert(verb) }
            isPlanned = isPlanned || plans.knows(token, in: text)
            hasSitting = hasSitting || sittings.knows(token, in: text)
        }
        return found.contains(.happens) || namesEvent(sentence, text) || found.contains(.held) && isPlanned
            || found.contains(.moved) && hasSitting
    }

    /// «обговорити на онлайн-зустрічі 24 березня о 15:30»: where, and by its hour when.
    private static func namesEvent(_ sentence: Range<Int>, _ text: NormalizedText) -> Bool {
        sentence.dropFirst().contains { index in
            nouns.knows(text.tokens[index], in: text)
                && (max(sentence.lowerBound, index - 3)..<index).contains { places.knows(text.tokens[$0], in: text) }
        }
    }

    private static let glance = WordGlance([verbs.slots, plans.slots, sittings.slots])

    /// «участь у семінарі з цивільного захисту: » for a sentence that only says «Захід відбудеться …» or «Семінар розпочнеться …»: by the
    /// last sentence before it that names one.
    private static func name(of sentence: Int, _ text: NormalizedText) -> String {
        for index in stride(from: sentence, through: max(0, sentence - namesAbove), by: -1) {
            guard let token = text.sentences[index].first(where: { nouns.knows(text.tokens[$0], in: text) }),
                let place = nouns.meaning(of: text.tokens[token], in: text)
            else { continue }
            let more = words(behind: token, in: text.sentences[index], text)
            if index < sentence { return "участь \(lead(place)) \(place)\(more): " }
            if !more.isEmpty || !isFirst(token, text) { return "" }
        }
        return ""
    }

    /// Nothing but a verb stands beside it: «Обстеження розпочнеться …».
    private static func isFirst(_ token: Int, _ text: NormalizedText) -> Bool {
        let isAlone = token == 0 || text.tokens[token - 1].isMark(".") || text.tokens[token].startsParagraph
        return isAlone && token + 1 < text.tokens.count && text.tokens[token + 1].kind == .word
    }

    /// « захисних споруд цивільного захисту»: what follows the noun, up to a mark, a verb or a day.
    private static func words(behind noun: Int, in sentence: Range<Int>, _ text: NormalizedText) -> String {
        let end = (noun + 1..<min(sentence.upperBound, noun + 1 + longestName)).first { index in
            let token = text.tokens[index]
            return token.kind != .word || FiniteVerb.holds(token, in: text) || FiniteVerb.isDone(token, in: text)
                || verbs.knows(token, in: text) || prepositions.knows(token, in: text)
        }
        let range = noun + 1..<max(noun + 1, end ?? min(sentence.upperBound, noun + 1 + longestName))
        guard let first = range.first, let last = range.last else { return "" }
        return " " + text.originalText(text.tokens[first].range.lowerBound..<text.tokens[last].range.upperBound).onOneLine
    }

    private static func lead(_ place: String) -> String { vowels.contains(where: place.begins(with:)) ? "в" : "у" }

    private static let vowels = ["а", "е", "є", "и", "і", "ї", "о", "у", "ю", "я"]
    private static let prepositions = StemTable<Bool>([("у в на об о до за із від згідно відповідно для", true)])
    /// Words of «захисних споруд цивільного захисту району».
    private static let longestName = 5

    /// «судове засідання у справі № 202/4418/26: »; empty where no case is named at the head of a line.
    private static func lawsuit(_ text: NormalizedText) -> String {
        let start = text.tokens.indices.dropLast(3).first { index in
            text.tokens[index].startsLine && cases.knows(text.tokens[index], in: text)
                && text.tokens[index + 1].isMark("№")
        }
        guard let start else { return "" }
        var end = start + 3
        while end < text.tokens.count, text.tokens[end].isGlued, end < start + longestNumber { end += 1 }
        let octets = text.tokens[start + 1].range.lowerBound..<text.tokens[end - 1].range.upperBound
        return "судове засідання у справі \(text.originalText(octets)): "
    }

    private static func isHearing(_ sentence: Range<Int>, _ text: NormalizedText) -> Bool {
        sentence.contains { text.reads(text.tokens[$0], ["суд", "суду", "суддя", "справи", "судове", "судового"]) }
    }

    /// The day with its time, which may stand on either side: «24.11.2026 о 10:00», «о 14.00 19 листопада».
    private static func moment(_ text: NormalizedText, _ sentence: Range<Int>, _ context: DeadlineContext) -> WallTime? {
        let isAdjourned = isAdjourned(sentence, text)
        let isMoved = sentence.contains { verbs.meaning(of: text.tokens[$0], in: text) == .moved }
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let isBound =
                !isAdjourned && index > sentence.lowerBound && bounds.knows(text.tokens[index - 1], in: text)
            // «перенесено з 12.11.2026 на 19.11.2026»
            let isOld = isMoved && index > sentence.lowerBound && text.reads(text.tokens[index - 1], ["з", "із", "від"])
            guard !isBound, !isOld, let day = WrittenDay(text, at: index, end: sentence.upperBound, context), day.yearDay != nil
            else {
                index += 1
                continue
            }
            if let time = time(text, after: day.tokens.upperBound, sentence, context)
                ?? time(text, before: index, sentence, context, isAdjourned: isAdjourned)
            {
                return WallTime(date: day.date, time: time)
            }
            index = day.tokens.upperBound
        }
        return nil
    }

    /// «31.03.2027 відбудеться нарада. Початок о 10.30»: the hour in a sentence of its own.
    private static func momentInTwo(_ text: NormalizedText, _ index: Int, _ context: DeadlineContext) -> WallTime? {
        guard index + 1 < text.sentences.count, beginnings.knows(text.tokens[text.sentences[index + 1].lowerBound], in: text),
            let time = time(text, after: text.sentences[index + 1].lowerBound, text.sentences[index + 1], context)
        else { return nil }
        let sentence = text.sentences[index]
        for start in sentence where start == sentence.lowerBound || !bounds.knows(text.tokens[start - 1], in: text) {
            guard let day = WrittenDay(text, at: start, end: sentence.upperBound, context), day.yearDay != nil else { continue }
            return WallTime(date: day.date, time: time)
        }
        return nil
    }

    /// «Оголосити перерву в засіданні до 14:00 25.11.2026»: it goes on then.
    private static func isAdjourned(_ sentence: Range<Int>, _ text: NormalizedText) -> Bool {
        sentence.contains { text.reads(text.tokens[$0], ["перерву", "перерва"]) }
            && sittings.isMet(in: sentence, of: text)
    }

    private static func time(_ text: NormalizedText, after start: Int, _ sentence: Range<Int>, _ context: DeadlineContext)
        -> TimeOfDay?
    {
        for index in start..<min(start + reachBehind, sentence.upperBound) {
            // «13 травня, збір об 11.00, відповідь надати до 10:00»
            if bounds.knows(text.tokens[index], in: text) { return nil }
            if let time = WrittenTime(text, at: index, end: sentence.upperBound), isClock(text, index, time, context) {
                return time.time
            }
        }
        return nil
    }

    private static func time(
        _ text: NormalizedText, before end: Int, _ sentence: Range<Int>, _ context: DeadlineContext, isAdjourned: Bool
    ) -> TimeOfDay? {
        for index in (max(sentence.lowerBound, end - reach)..<max(sentence.lowerBound, end)) {
            // «підтвердити до 10:00 18.11.2026»
            if !isAdjourned, index > sentence.lowerBound, bounds.knows(text.tokens[index - 1], in: text) { continue }
            if let time = WrittenTime(text, at: index, end: end), isClock(text, index, time, context) { return time.time }
        }
        return nil
    }

    /// `14.00` needs its «о»; `14:00` speaks for itself, «з 09.00» as far as it is no day.
    private static func isClock(_ text: NormalizedText, _ index: Int, _ time: WrittenTime, _ context: DeadlineContext) -> Bool {
        if time.isPlain || text.tokens[index].kind == .word { return true }
        return index > 0 && text.reads(text.tokens[index - 1], ["з", "із"])
            && WrittenDay(text, at: index, end: time.tokens.upperBound, context) == nil
    }

    private static let cases = StemTable<Bool>([("справа справі", true)])
    /// Prepositions between an act and the event it is done at.
    private static let places = StemTable<Bool>([("на у в", true)])
    private static let beginnings = StemTable<Bool>([("початок", true)])
    private static let reach = 5
    /// Tokens of «Справа № 202/4418/26».
    private static let longestNumber = 12
    /// Tokens from a day to its time: «13 травня, збір учасників біля воріт об 11.00».
    private static let reachBehind = 10
    /// Sentences before the one with day and time among which the event is named.
    private static let namesAbove = 6
    private static let maximumEvents = 20
    /// Characters of an event on the card.
    private static let longestText = 240

    private enum Verb { case happens, held, moved }

    private static let verbs = StemTable<Verb>([
        (
            """
            відбудеться відбудуться призначено призначене призначений призначена проводитиметься проводитимуться проходитиме пройде пройдуть запрошуємо запрошую \
            запрошується скликається скликано заплановано запланована запланований розпочнеться почнеться состоится відбуватиметься прибути з'явитися з'явитись \
            викликаєтеся проведення початок призначити проводить проводимо проводять відбувається організовує організовуємо проведуть проведемо проводиться проводяться відбуваються викликається викликаєтесь викликає викликають збирається чекаємо \
            збереться збираються явку явка
            """, .happens
        ),
        ("проведено організовано влаштовано скликано провести", .held),
        ("відкласти відкладено відкладається перенести перенесено переноситься перерву перерва", .moved),
    ])
    /// «буде» проведено, «намір» провести.
    private static let plans = StemTable<Bool>([("буде будуть намір планує планують плануємо планую", true)])
    /// What is put off to another day.
    private static let sittings = StemTable<Bool>([
        ("засідан* розгляд* слухан* нарад* зустріч* сесі* семінар* слідч* допит* збор* навчан*", true)
    ])
    /// Events, as they stand behind «участь у».
    private static let nouns = StemTable<String>([
        ("нарад*", "нараді"), ("семінар*", "семінарі"), ("вебінар*", "вебінарі"), ("засідан*", "засіданні"),
        ("тренінг*", "тренінгу"),
        ("навчан*", "навчанні"), ("форум*", "форумі"), ("конференці*", "конференції"), ("зустріч*", "зустрічі"),
        ("слухан*", "слуханнях"), ("урочист*", "урочистостях"), ("презентаці*", "презентації"), ("хакатон*", "хакатоні"),
        ("консультаці*", "консультаціях"), ("обговорен*", "обговоренні"), ("тренуван*", "тренуванні"), ("ярмар*", "ярмарку"),
        ("фестивал*", "фестивалі"), ("комісі*", "засіданні комісії"), ("огляд*", "огляді"), ("вебконференці*", "вебконференції"),
        ("відеоконференці*", "відеоконференції"), ("селектор*", "селекторній нараді"), ("розгляд*", "розгляді"),
        ("сесі*", "сесії"),
        ("допит*", "допиті"), ("обстежен*", "обстеженні"), ("перевірк*", "перевірці"), ("толок*", "толоці"),
        ("зліт зльот*", "зльоті"), ("заняття занять заняттях", "занятті"), ("столу стіл столі", "круглому столі"),
    ])
    /// A day behind these is no day of an event.
    private static let bounds = StemTable<Bool>([("до від станом пізніше раніше по", true)])
}
