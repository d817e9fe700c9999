// SPDX-License-Identifier: Apache-2.0

/// The sentences of a letter as tasks: which ask for something, and in what words.
struct TaskClauses {
    let text: NormalizedText

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

    /// What is to be done, without the deadline: from the first verb on, without the number of the point.
    ///
    /// - Parameters:
    ///   - deadline: left out of the words.
    ///   - after: the end of the deadline before it in the same sentence.
    ///   - before: the beginning of the next one.
    func text(of sentence: Int, around deadline: Range<Int>? = nil, after: Int? = nil, before: Int? = nil) -> String {
        let whole = text.sentences[sentence].lowerBound..<lastSentence(sentence, deadline).upperBound
        if let deadline, after != nil || before != nil, let listed = listed(whole, deadline, after: after) {
            return shortened(listed)
        }
        var start = skipPointNumber(whole)
        var end = whole.upperBound
        if let after { start = parting(from: after, to: deadline?.lowerBound ?? end, in: whole) }
        if after != nil { start = skipJoint(start, end) }
        if let before, let deadline { end = parting(from: deadline.upperBound, to: before, in: whole) }
        end = max(start, end)
        let verb = verb(in: start..<end, without: deadline)
        // «Вид звернення: Пропозиція … Текст звернення: Пропоную …»: what stands above is a form.
        if let verb, let label = (start..<verb).last(where: isLabelEnd),
            (label..<verb).contains(where: isRequest)
        {
            start = label + 1
        }
        // «Комісія працюватиме …; просимо надати приміщення»: what stands before tells.
        if let verb, let part = (start..<verb).last(where: { text.tokens[$0].isMark(";") }),
            (part..<verb).contains(where: isRequest)
        {
            start = part + 1
        }
        let request = (start..<end).last { $0 < verb ?? end && isRequest($0) }
        var words = verb.map { pieces(first(request, $0)..<end, without: deadline) } ?? ""
        let hasRequest = request != nil || (start..<end).contains(where: isRequest)
        let points = end == whole.upperBound && before == nil ? list(behind: sentence) : ""
        let isShort = points.isEmpty && words.parts(at: " ").count < Self.fewestWords
        if !hasRequest || beginsWithObject(start, request) || isShort {
            let all = pieces(start..<end, without: deadline)
            if all.characterCount > words.characterCount { words = all }
        }
        words += words.isEmpty ? String(points.dropFirst(2)) : points
        if words.isEmpty || verb == nil && request != nil && points.isEmpty, beginsList(sentence),
            sentence + 1 < text.sentences.count
        {
            words = pieces(text.sentences[sentence + 1], without: nil)
        }
        // «Встановити строк для подання відзиву – п’ятнадцять днів»: what is to be done stands within the term.
        if let deadline, DeadlineWord.terms.isMet(in: deadline, of: text), !hasRequest, points.isEmpty,
            words.parts(at: " ").count < Self.fewestWords
        {
            words = pieces(start..<end, without: nil)
        }
        if let verb = verb ?? request { words = completed(words, from: start, to: verb, in: sentence) }
        return shortened(words.isEmpty ? text.originalText(octets(whole)) : words)
    }

    /// The colon of «Текст звернення:».
    private func isLabelEnd(_ index: Int) -> Bool {
        guard text.tokens[index].isMark(":"), index > 0 else { return false }
        return text.tokens[index + 1].startsLine || Self.fields.knows(text.tokens[index - 1], in: text)
    }

    /// What is to be done: the first infinitive behind the word that asks, else the first verb of the list of tasks.
    private func verb(in range: Range<Int>, without deadline: Range<Int>?) -> Int? {
        let isFree: (Int) -> Bool = { !(deadline?.contains($0) ?? false) }
        if let request = range.first(where: isRequest),
            let verb = (request + 1..<max(request + 1, min(range.upperBound, request + Self.nearVerb))).first(where: {
                isFree($0) && VerbalNoun.isInfinitive(text.tokens[$0], in: text)
            })
        {
            return verb
        }
        return wish(in: range) ?? range.first { isFree($0) && Self.tasks.knows(text.tokens[$0], in: text) }
    }

    /// The sentence a deadline ends in: the point of «до 12 берез. 2027» may have cut it.
    private func lastSentence(_ sentence: Int, _ deadline: Range<Int>?) -> Range<Int> {
        guard let deadline, !deadline.isEmpty, deadline.upperBound > text.sentences[sentence].upperBound - 1 else {
            return text.sentences[sentence]
        }
        let ending = self.sentence(of: deadline.upperBound - 1)
        if ending > sentence { return text.sentences[ending] }
        let last = self.sentence(of: min(deadline.upperBound, text.tokens.count - 1))
        let isCut =
            last == sentence + 1 && text.tokens[text.sentences[last].lowerBound].kind != .mark
            && !text.tokens[text.sentences[last].lowerBound].startsParagraph
            && text.tokens[text.sentences[last].lowerBound].capitals == .none
        return isCut ? text.sentences[last] : text.sentences[sentence]
    }

    func isRequest(_ index: Int) -> Bool {
        guard Self.requests.knows(text.tokens[index], in: text) else { return Thanks.ask(at: index, text) }
        if Awaiting.isOfThings(at: index, text) { return false }
        // «На прохання мешканців прошу …»
        if text.reads(text.tokens[index], "прохання"), index > 0, text.reads(text.tokens[index - 1], "на") { return false }
        // «інформацію необхідно було подати» tells of what was not done.
        return !(index + 1 < text.tokens.count && text.reads(text.tokens[index + 1], "було"))
    }

    /// The verb, or what stands before it behind «просимо»: «просимо інформацію про залишки подавати щокварталу».
    private func first(_ request: Int?, _ verb: Int) -> Int {
        guard let request, request + 1 < verb, isObject(request + 1) else { return verb }
        return request + 1
    }

    /// «Інформацію про стан доріг просимо надати», «прізвище представника просимо підтвердити»; no «Відповідно до плану просимо».
    private func beginsWithObject(_ start: Int, _ request: Int?) -> Bool {
        if isObject(start) || isPersons(start, request ?? start) { return true }
        guard let request, start < request, request - start <= Self.longestObject, text.tokens[start].kind == .word,
            !Self.preambles.knows(text.tokens[start], in: text)
        else { return false }
        return !(start..<request).contains {
            text.tokens[$0].isMark(",") || text.tokens[$0].isMark(";") || FiniteVerb.holds(text.tokens[$0], in: text)
                || endsSentence($0)
        }
    }

    /// A point behind which a writer without capitals goes on: «у нас яма. прошу засипати».
    private func endsSentence(_ index: Int) -> Bool {
        text.tokens[index].isMark(".") && !text.tokens[index + 1].isGlued
            && text.tokens[max(0, index - 1)].letters.count >= Self.shortestLastWord
    }

    private func isObject(_ index: Int) -> Bool {
        guard text.tokens[index].kind == .word else { return false }
        let word = text.text(of: text.tokens[index]).inLowerCase
        let next = index + 1 < text.tokens.count ? text.text(of: text.tokens[index + 1]).inLowerCase : ""
        return Declension.noun(word, isKnownOnly: true) != nil || Declension.adjective(word, before: next)?.gender == .feminine
            || Self.things.knows(text.tokens[index], in: text)
    }

    /// Where the words of the next deadline begin: at the first comma behind the act of this one, which may follow it.
    private func parting(from start: Int, to end: Int, in sentence: Range<Int>) -> Int {
        let isAct: (Int) -> Bool = { VerbalNoun.isInfinitive(text.tokens[$0], in: text) }
        let before = max(sentence.lowerBound, start - Self.longestClause)..<start
        guard !before.contains(where: isAct), let act = (start..<max(start, end)).first(where: isAct) else {
            return boundary(from: start, to: end)
        }
        let behind = boundary(from: act, to: end)
        return behind == act ? boundary(from: start, to: end) : behind
    }

    /// «, а також надсилати …»
    private func skipJoint(_ start: Int, _ end: Int) -> Int {
        guard start + 1 < end, text.reads(text.tokens[start], ["а", "та", "і", "й"]) else { return start }
        return text.reads(text.tokens[start + 1], "також") ? start + 2 : start + 1
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
    func pieces(_ range: Range<Int>, without deadline: Range<Int>?) -> String {
        var parts: [String] = []
        var start = range.lowerBound
        for index in range {
            let isCut = deadline?.contains(index) ?? false || Self.requests.meaning(of: text.tokens[index], in: text) == .plain
            guard isCut else { continue }
            if start < index { parts.append(text.originalText(octets(start..<index))) }
            start = index + 1
        }
        if start < range.upperBound { parts.append(text.originalText(octets(start..<range.upperBound))) }
        return parts.map { part in
            String(part.trimming(anyOf: ",;:.–—-", andSpaces: true).drop { $0 == ")" || $0 == " " })
        }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    func octets(_ tokens: Range<Int>) -> Range<Int> {
        text.tokens[tokens.lowerBound].range
            .lowerBound..<text.tokens[max(tokens.lowerBound, tokens.upperBound - 1)].range.upperBound
    }

    /// The words of some tokens.
    func words(of tokens: Range<Int>) -> String { pieces(tokens, without: nil) }

    /// Cut at a word where it is too long for a card.
    func limited(_ words: String) -> String { shortened(words) }

    /// «провести звірку та»: what the conjunction led to is a task of its own.
    private func withoutLooseEnd(_ line: String) -> String {
        guard let end = Self.conjunctions.first(where: line.ends(with:)) else { return line }
        return String(line.dropLast(end.characterCount)).trimming(anyOf: ",;:.–—-( ")
    }

    /// On one line, cut at a word.
    private func shortened(_ words: String) -> String {
        let line = withoutLooseEnd(words.onOneLine.trimming(anyOf: ",;:.–—-( "))
        guard line.utf8.count > Self.longestText, line.characterCount > Self.longestText else { return line }
        let cut = line.firstCharacters(Self.longestText)
        return String(cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
    }
}
