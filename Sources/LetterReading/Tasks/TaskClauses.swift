// SPDX-License-Identifier: Apache-2.0

/// The sentences of a letter as tasks: which ask for something, and in what words.
struct TaskClauses {
    private let text: NormalizedText

    init(_ text: NormalizedText) { self.text = text }

    /// The position in ``NormalizedText/sentences`` of the sentence a token stands in.
    func sentence(of token: Int) -> Int {
        var (low, high) = (0, text.sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if text.sentences[middle].upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return min(low, max(0, text.sentences.count - 1))
    }

    /// Whether somebody asks for something in it: «прошу», or a task at its head.
    func asks(_ sentence: Int) -> Bool {
        text.sentences[sentence].contains { Self.requests.meaning(of: text.tokens[$0], in: text) != nil }
            || startsWithTask(sentence)
    }

    /// Whether its first words are what is to be done: «Надати …», «Директору КП … надати».
    func startsWithTask(_ sentence: Int) -> Bool {
        let words = text.sentences[sentence].lazy.filter { text.tokens[$0].kind == .word }.prefix(Self.headWords)
        return words.contains { Self.tasks.meaning(of: text.tokens[$0], in: text) != nil }
    }

    /// «Взяти до відома», «врахувати в роботі».
    func isForInformation(_ sentence: Int) -> Bool {
        text.sentences[sentence].contains { Self.information.meaning(of: text.tokens[$0], in: text) != nil }
    }

    /// Whether «якщо», «у разі» stands before a token of the sentence.
    func isConditional(_ sentence: Int, before token: Int) -> Bool {
        let range = text.sentences[sentence]
        return (range.lowerBound..<max(range.lowerBound, min(token, range.upperBound))).contains {
            Self.conditions.meaning(of: text.tokens[$0], in: text) != nil
        }
    }

    /// What is to be done, without the deadline: from the first verb on, without the number of the point.
    ///
    /// - Parameters:
    ///   - deadline: left out of the words.
    ///   - after: the end of the deadline before it in the same sentence.
    ///   - before: the beginning of the next one.
    func text(of sentence: Int, around deadline: Range<Int>? = nil, after: Int? = nil, before: Int? = nil) -> String {
        let whole = text.sentences[sentence]
        var start = skipPointNumber(whole)
        var end = whole.upperBound
        if let after { start = boundary(from: after, to: deadline?.lowerBound ?? end) }
        if let before, let deadline { end = boundary(from: deadline.upperBound, to: before) }
        let verb = (start..<max(start, end)).first { index in
            !(deadline?.contains(index) ?? false) && Self.tasks.meaning(of: text.tokens[index], in: text) != nil
        }
        let hasRequest = (start..<max(start, end)).contains { Self.requests.meaning(of: text.tokens[$0], in: text) != nil }
        var words = verb.map { pieces($0..<end, without: deadline) } ?? ""
        if !hasRequest || words.split(separator: " ").count < Self.fewestWords {
            let all = pieces(start..<max(start, end), without: deadline)
            if all.count > words.count { words = all }
        }
        return shortened(words.isEmpty ? text.originalText(octets(whole)) : words)
    }

    private func boundary(from start: Int, to end: Int) -> Int {
        for index in start..<max(start, end) where text.tokens[index].isMark(",") || text.tokens[index].isMark(";") {
            return index + 1
        }
        return start
    }

    private func skipPointNumber(_ sentence: Range<Int>) -> Int {
        let first = sentence.lowerBound
        guard sentence.count > 2, text.tokens[first].kind == .number, text.tokens[first].startsLine,
            text.tokens[first + 1].isMark(".") || text.tokens[first + 1].isMark(")")
        else { return first }
        return first + 2
    }

    /// The words of a range with the deadline and «прошу» cut out.
    private func pieces(_ range: Range<Int>, without deadline: Range<Int>?) -> String {
        var parts: [String] = []
        var start = range.lowerBound
        for index in range {
            let isCut = deadline?.contains(index) ?? false || Self.requests.meaning(of: text.tokens[index], in: text) == .plain
            guard isCut else { continue }
            if start < index { parts.append(text.originalText(octets(start..<index))) }
            start = index + 1
        }
        if start < range.upperBound { parts.append(text.originalText(octets(start..<range.upperBound))) }
        return parts.map { $0.trimming { $0.isWhitespace || ",;:.–—-".contains($0) } }.filter { !$0.isEmpty }.joined(
            separator: " ")
    }

    private func octets(_ tokens: Range<Int>) -> Range<Int> {
        text.tokens[tokens.lowerBound].range
            .lowerBound..<text.tokens[max(tokens.lowerBound, tokens.upperBound - 1)].range.upperBound
    }

    /// On one line, cut at a word.
    private func shortened(_ words: String) -> String {
        let line = words.onOneLine.trimming {
            ",;:.–—-".contains($0) || $0 == " "
        }
        guard line.utf8.count > Self.longestText, line.count > Self.longestText else { return line }
        let cut = line.prefix(Self.longestText)
        return String(cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
    }

    private enum Request { case plain, other }

    /// Words at the head of a point among which its verb stands.
    private static let headWords = 6
    private static let fewestWords = 3
    /// Characters of a task on the card.
    private static let longestText = 240

    private static let requests = StemTable<Request>([
        ("прошу просимо просим", .plain),
        (
            """
            вимагаю вимагаємо вимагає доручає доручаю доручаємо пропоную пропонуємо необхідно потрібно слід прохання зобов'язати зобов'язую наказую витребувати просить \
            требую просьба надайте повідомте подайте надішліть направте поінформуйте проінформуйте усуньте організуйте забезпечте рекомендуємо чекаємо очікуємо термін терміни строк вирішила вирішив
            """, .other
        ),
    ])
    static let tasks = StemTable<Bool>([
        (
            """
            надати надавати надіслати надсилати подати подавати дати повідомити повідомляти сповістити поінформувати проінформувати інформувати доповісти \
            доповідати виконати забезпечити вжити здійснити провести розглянути завершити затвердити погасити сплатити перерахувати повернути усунути \
            погодити заповнити заповнювати внести направити направляти скерувати передати представити підготувати опрацювати оприлюднити розмістити визначити \
            призначити переслати відповісти привести обстежити перевірити встановити відновити прибрати вирішити розробити довести прийняти взяти \
            продовжити скоротити укласти підписати прибути звітувати прозвітувати відзвітувати врахувати організувати утримати проінвентаризувати \
            активізувати посилити притягнути зобов'язати скласти зареєструвати ознайомити ознайомитись підтвердити уточнити оновити перевести відремонтувати \
            облаштувати включити сприяти посприяти взяти предоставить сообщить направить выполнить обеспечить принять устранить делегувати запланувати \
            інвентаризувати сформувати утворити створити видати скасувати переглянути відобразити узагальнити зобов'язати вживати проводити здійснювати
            """, true
        )
    ])
    private static let information = StemTable<Bool>([("відома врахувати врахування", true)])
    private static let conditions = StemTable<Bool>([("якщо разі випадку умови если случае", true)])
}
