// SPDX-License-Identifier: Apache-2.0

/// What the readings of kind, applicant and flags look at: the letter laid out, its cues, who wrote it, what it calls itself.
///
/// A class, as every one of them holds it.
final class LetterEvidence: Sendable {
    let source: LetterSource
    let main: MainText
    let form: FormFields
    let cues: Cues
    /// Of the Subject field.
    let subject: NormalizedText
    let subjectCues: Cues
    /// What the letter calls itself, above its text or in the Subject field.
    let documentName: DocumentName?
    let subjectName: DocumentName?
    let writer: WriterReading
    let asks: [AskSentence]
    /// Our copy of a letter that is addressed to others.
    let officeCopy: Fact<String>?
    /// Behind the last token above the text: letterhead, addressee, who writes.
    let headEnd: Int
    /// The first token below the text.
    let footStart: Int

    var text: NormalizedText { main.layout.text }

    init(_ main: MainText, source: LetterSource) {
        self.main = main
        self.source = source
        let text = main.layout.text
        form = FormFields(main.layout)
        // «Управління доступу до публічної інформації та звернень» is who writes.
        let letterhead = main.layout.head.last { $0.role == .body }?.tokens.upperBound ?? 0
        cues = Cues(text, letterhead: 0..<letterhead)
        officeCopy = AddresseeReading(main, source: source).officeCopy
        subject = NormalizedText(source.subject)
        subjectCues = Cues(subject)
        documentName =
            main.layout.lines.prefix(Self.maximumHeadLines).lazy
            .compactMap { Self.name(text, $0) }.first
        subjectName = DocumentName(subject: subject)
        let layout = main.layout
        headEnd = min(Self.headEnd(layout), Self.officeHeadEnd(layout) ?? .max)
        footStart =
            layout.bodyEnd < layout.lines.count ? max(headEnd, layout.lines[layout.bodyEnd].tokens.lowerBound) : text.tokens.count
        asks = AskSentence.all(in: text, headEnd..<max(headEnd, text.tokens.count))
        writer = WriterReading(main, source: source, form: form, headEnd: headEnd)
    }

    /// Tokens between head and foot.
    var mainBody: Range<Int> { headEnd..<max(headEnd, footStart) }

    /// «На № 02-14/870 від …», «На Ваш вих. № …» above the text, filled in.
    var answersNumber: Bool {
        (0..<headEnd).contains { index in
            guard NumberSign.mayBegin(text.tokens[index], in: text),
                let sign = NumberSign(text, at: index, end: text.tokens.count), sign.number != nil
            else { return false }
            return sign.isAnswered(text, from: max(0, index - Self.answerReach))
        }
    }

    /// «Запит на публічну інформацію (терміновий)» at the beginning of a short line above the text.
    var titleOfInformationRequest: Range<Int>? {
        let layout = main.layout
        return cues.all(.informationRequest).first { place in
            guard place.lowerBound < headEnd + Self.titleReach, text.reads(text.tokens[place.lowerBound], "запит") else {
                return false
            }
            let line = layout.lines[layout.line(ofToken: place.lowerBound)]
            return line.tokens.lowerBound == place.lowerBound && line.tokens.count <= Self.longestTitle
                && text.tokens[place.lowerBound].capitals != .none
        }
    }

    /// What is to be handed in by a day, though nobody asks (``Duty``).
    var duty: Range<Int>? { Duty.first(in: text, headEnd..<max(headEnd, footStart)) }

    /// «Прийнято по телефону …», «Телефонувала гр. …»: an office wrote down what a citizen said.
    var isTakenDown: Bool {
        text.tokens.prefix(Self.noteTokens).contains { Self.spoken.knows($0, in: text) }
    }

    private static let spoken = StemTable<Bool>([
        ("телефонувала телефонував зателефонувала зателефонував подзвонила подзвонив телефону телефоном усно", true)
    ])
    private static let noteTokens = 24

    /// «КОНТРОЛЬ» alone above the letter.
    var controlMark: Range<Int>? {
        main.layout.head.first { line in
            line.role == .mark
                && line.tokens.contains { text.tokens[$0].capitals == .all && text.reads(text.tokens[$0], "контроль") }
        }?.tokens
    }

    /// «Re: Щодо ремонту мосту (02-17/455 від …)» over a text that tells something, or asks nothing.
    var answersMail: Bool {
        MailSubject(source.subject).isAnswer && subject.tokens.contains { $0.kind == .number }
            && (cues.has(.reports) || asks.isEmpty)
    }

    func fact<Value: Hashable & Sendable>(_ value: Value, _ tokens: Range<Int>?, _ certainty: Certainty, _ reason: String)
        -> Fact<Value>
    {
        Fact(value, at: tokens.map(place), certainty, because: reason)
    }

    /// Where tokens of the letter stand in the text as it was given.
    func place(_ tokens: Range<Int>) -> FactPlace {
        guard let first = tokens.first, let last = tokens.last, last < text.tokens.count else {
            return FactPlace(part: main.part, range: 0..<0)
        }
        let octets = text.tokens[first].range.lowerBound..<text.tokens[last].range.upperBound
        return FactPlace(part: main.part, range: text.originalRange(of: octets))
    }

    private static func name(_ text: NormalizedText, _ line: LetterLine) -> DocumentName? {
        guard line.tokens.count <= maximumNameTokens else { return nil }
        return DocumentName(text, line.tokens)
    }

    /// Above the name of the document, else above the first line that is a sentence. Layouts of offices do not fit what citizens type.
    private static func headEnd(_ layout: LetterLayout) -> Int {
        let text = layout.text
        for (index, line) in layout.lines.prefix(maximumHeadLines).enumerated() {
            if index > 0, name(text, line)?.isAlone == true, !isAboveWriter(index, layout) { return line.tokens.lowerBound }
            if isSentence(line, layout.unbroken(at: index), text) { return line.tokens.lowerBound }
        }
        return layout.bodyStart > 0 && layout.bodyStart < layout.lines.count
            ? layout.lines[layout.bodyStart].tokens.lowerBound : 0
    }

    /// «Запит на інформацію» over «Запитувач: …».
    private static func isAboveWriter(_ title: Int, _ layout: LetterLayout) -> Bool {
        layout.lines[(title + 1)...].prefix(2).contains { line in
            LineWords.applicants.meaning(of: layout.text.tokens[line.tokens.lowerBound], in: layout.text) == .label
                && line.tokens.prefix(4).contains { layout.text.tokens[$0].isMark(":") }
        }
    }

    /// Where the layout of an office's letter, with letterhead and number, has its text begin.
    private static func officeHeadEnd(_ layout: LetterLayout) -> Int? {
        let roles = layout.head.map(\.role)
        guard roles.contains(.body), roles.contains(.registration), layout.bodyStart < layout.lines.count else { return nil }
        return layout.lines[layout.bodyStart].tokens.lowerBound
    }

    /// - Parameter whole: the line with those that go on with it.
    private static func isSentence(_ line: LetterLine, _ whole: Range<Int>, _ text: NormalizedText) -> Bool {
        let words = text.tokens[whole]
        if words.count(where: { $0.kind == .word }) > maximumHeadWords { return true }
        // «(РНОКПП не зазначається, м. Лугостав, …)»: what stands in brackets is said of the line above.
        if text.tokens[line.tokens.lowerBound].isMark("("), !line.startsBlock { return false }
        // «Є.» of «Стахурського Є. В.» is an initial, no verb.
        return words.contains {
            sentenceWords.knows($0, in: text)
                && !($0.letters.count == 1 && $0.capitals != .none && !text.reads($0, "я"))
        }
    }

    private static let sentenceWords = StemTable<Bool>([
        (
            """
            прошу просимо просим просьба звертаюсь звертаюся звертаємось звертаємося вимагаю вимагаємо повідомляю повідомляємо скаржусь скаржуся хочу хотів хотіла маю маємо є було була були буде будуть немає нема \
            нету не ми я мене нам мені нас шановний шановна шановні добрий доброго здравствуйте вітаю обращаюсь обращаемся пропоную пропонуємо можна треба надсилаємо надсилаю направляємо
            """, true
        )
    ])
    /// Tokens behind the head where a title that was taken for text may stand.
    private static let titleReach = 12
    private static let longestTitle = 16
    /// Tokens of «На Ваш вих.» before a number sign.
    private static let answerReach = 5
    private static let maximumHeadWords = 24
    private static let maximumHeadLines = 30
    private static let maximumNameTokens = 24
}
