// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Finds what takes place at a day and time: meetings, hearings, trainings. They are tasks to appear, never deadlines.
struct EventReading {
    private(set) var events: [TaskReading.Demands.Event] = []

    /// The sentences that tell of them, as positions in ``NormalizedText/sentences``.
    private(set) var sentences: Set<Int> = []

    init(_ layout: LetterLayout, _ context: DeadlineContext, part: String) {
        let text = layout.text
        for index in text.sentences.indices {
            let sentence = text.sentences[index]
            let line = layout.line(ofToken: sentence.lowerBound)
            guard line >= layout.bodyStart, layout.lines[line].role != .annexes,
                sentence.contains(where: { Self.verbs.meaning(of: text.tokens[$0], in: text) != nil }),
                let at = Self.moment(text, sentence, context), at.date >= context.letterDate, events.count < Self.maximumEvents
            else { continue }
            let octets = text.tokens[sentence.lowerBound].range.lowerBound..<text.tokens[sentence.upperBound - 1].range.upperBound
            let words = Self.name(of: index, text) + text.originalText(octets).onOneLine
            sentences.insert(index)
            events.append(
                TaskReading.Demands.Event(
                    text: String(words.prefix(Self.longestText)), at: at,
                    place: FactPlace(part: part, range: text.originalRange(of: octets))))
        }
    }

    /// «участь у семінарі: » for a sentence that only says «Захід відбудеться …»: by the last sentence before it that names one.
    private static func name(of sentence: Int, _ text: NormalizedText) -> String {
        for index in stride(from: sentence, through: max(0, sentence - namesAbove), by: -1) {
            for token in text.sentences[index] {
                guard let place = nouns.meaning(of: text.tokens[token], in: text) else { continue }
                return index == sentence ? "" : "участь у \(place): "
            }
        }
        return ""
    }

    /// The day with its time, which may stand on either side: «24.11.2026 о 10:00», «о 14.00 19 листопада».
    private static func moment(_ text: NormalizedText, _ sentence: Range<Int>, _ context: DeadlineContext) -> WallTime? {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let isBound = index > sentence.lowerBound && bounds.meaning(of: text.tokens[index - 1], in: text) != nil
            guard !isBound, let day = WrittenDay(text, at: index, end: sentence.upperBound, context), day.yearDay != nil else {
                index += 1
                continue
            }
            if let time = time(text, after: day.tokens.upperBound, sentence) ?? time(text, before: index, sentence) {
                return WallTime(date: day.date, time: time)
            }
            index = day.tokens.upperBound
        }
        return nil
    }

    private static func time(_ text: NormalizedText, after start: Int, _ sentence: Range<Int>) -> TimeOfDay? {
        for index in start..<min(start + reach, sentence.upperBound) {
            if let time = WrittenTime(text, at: index, end: sentence.upperBound), isClock(text, index, time) { return time.time }
        }
        return nil
    }

    private static func time(_ text: NormalizedText, before end: Int, _ sentence: Range<Int>) -> TimeOfDay? {
        for index in (max(sentence.lowerBound, end - reach)..<max(sentence.lowerBound, end)) {
            if let time = WrittenTime(text, at: index, end: end), isClock(text, index, time) { return time.time }
        }
        return nil
    }

    /// `14.00` needs its «о»; `14:00` speaks for itself.
    private static func isClock(_ text: NormalizedText, _ index: Int, _ time: WrittenTime) -> Bool {
        time.isPlain || text.tokens[index].kind == .word
    }

    private static let reach = 5
    /// Sentences before the one with day and time among which the event is named.
    private static let namesAbove = 6
    private static let maximumEvents = 20
    /// Characters of an event on the card.
    private static let longestText = 240

    private static let verbs = StemTable<Bool>([
        (
            """
            відбудеться відбудуться призначено призначене призначений призначена проводитиметься проводитимуться проходитиме пройде пройдуть запрошуємо запрошую \
            запрошується скликається скликано заплановано запланована запланований розпочнеться почнеться состоится відбуватиметься прибути з'явитися з'явитись \
            викликаєтеся проведення початок призначити проводить проводимо проводять відбувається організовує організовуємо
            """, true
        )
    ])
    /// Events, as they stand behind «участь у».
    private static let nouns = StemTable<String>([
        ("нарад*", "нараді"), ("семінар*", "семінарі"), ("вебінар*", "вебінарі"), ("засідан*", "засіданні"),
        ("тренінг*", "тренінгу"),
        ("навчан*", "навчанні"), ("форум*", "форумі"), ("конференці*", "конференції"), ("зустріч*", "зустрічі"),
        ("слухан*", "слуханнях"), ("урочист*", "урочистостях"), ("презентаці*", "презентації"), ("хакатон*", "хакатоні"),
        ("консультаці*", "консультаціях"), ("обговорен*", "обговоренні"), ("тренуван*", "тренуванні"), ("ярмар*", "ярмарку"),
        ("фестивал*", "фестивалі"), ("комісі*", "засіданні комісії"), ("огляд*", "огляді"), ("вебконференці*", "вебконференції"),
        ("відеоконференці*", "відеоконференції"), ("селектор*", "селекторній нараді"), ("столу стіл столі", "круглому столі"),
    ])
    /// A day behind these is no day of an event.
    private static let bounds = StemTable<Bool>([("до від станом пізніше раніше по", true)])
}
