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
        var start = skipPointNumber(whole)
        var end = whole.upperBound
        if let after { start = boundary(from: after, to: deadline?.lowerBound ?? end) }
        if let before, let deadline { end = boundary(from: deadline.upperBound, to: before) }
        end = max(start, end)
        let verb = verb(in: start..<end, without: deadline)
        let request = (start..<end).last { $0 < verb ?? end && isRequest($0) }
        var words = verb.map { pieces(first(request, $0)..<end, without: deadline) } ?? ""
        let hasRequest = request != nil || (start..<end).contains(where: isRequest)
        let points = end == whole.upperBound && before == nil ? list(behind: sentence) : ""
        let isShort = points.isEmpty && words.split(separator: " ").count < Self.fewestWords
        if !hasRequest || beginsWithObject(start) || isShort {
            let all = pieces(start..<end, without: deadline)
            if all.count > words.count { words = all }
        }
        words += words.isEmpty ? String(points.dropFirst(2)) : points
        return shortened(words.isEmpty ? text.originalText(octets(whole)) : words)
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
        return range.first { isFree($0) && Self.tasks.meaning(of: text.tokens[$0], in: text) != nil }
    }

    /// The sentence a deadline ends in: the point of «до 12 берез. 2027» may have cut it.
    private func lastSentence(_ sentence: Int, _ deadline: Range<Int>?) -> Range<Int> {
        guard let deadline, !deadline.isEmpty, deadline.upperBound > text.sentences[sentence].upperBound - 1 else {
            return text.sentences[sentence]
        }
        let last = self.sentence(of: min(deadline.upperBound, text.tokens.count - 1))
        let isCut =
            last == sentence + 1 && !text.tokens[text.sentences[last].lowerBound].startsParagraph
            && text.tokens[text.sentences[last].lowerBound].capitals == .none
        return isCut || deadline.upperBound > text.sentences[sentence].upperBound
            ? text.sentences[last] : text.sentences[sentence]
    }

    func isRequest(_ index: Int) -> Bool {
        guard let request = Self.requests.meaning(of: text.tokens[index], in: text) else { return false }
        return request != .term
    }

    /// The verb, or what stands before it behind «просимо»: «просимо інформацію про залишки подавати щокварталу».
    private func first(_ request: Int?, _ verb: Int) -> Int {
        guard let request, request + 1 < verb, isObject(request + 1) else { return verb }
        return request + 1
    }

    /// «Інформацію про стан доріг просимо надати».
    private func beginsWithObject(_ start: Int) -> Bool { isObject(start) }

    private func isObject(_ index: Int) -> Bool {
        guard text.tokens[index].kind == .word else { return false }
        let word = text.text(of: text.tokens[index]).inLowerCase
        let next = index + 1 < text.tokens.count ? text.text(of: text.tokens[index + 1]).inLowerCase : ""
        return Declension.noun(word, isKnownOnly: true) != nil || Declension.adjective(word, before: next)?.gender == .feminine
            || Self.things.meaning(of: text.tokens[index], in: text) != nil
    }

    /// The points behind «надати:», few and short.
    private func list(behind sentence: Int) -> String {
        guard let last = text.sentences[sentence].last, text.tokens[last].isMark(":") else { return "" }
        var result = ""
        for next in text.sentences[(sentence + 1)...].prefix(Self.fewestWords) {
            let first = text.tokens[next.lowerBound]
            guard !first.startsParagraph || result.isEmpty, isPointMark(next), first.startsLine else { break }
            let start = next.lowerBound + (first.kind == .mark ? 1 : 2)
            guard start < next.upperBound else { break }
            result += (result.isEmpty ? ": " : "; ") + pieces(start..<next.upperBound, without: nil)
        }
        return result
    }

    /// «1.», «–», «а)».
    private func isPointMark(_ sentence: Range<Int>) -> Bool {
        let first = text.tokens[sentence.lowerBound]
        guard first.kind == .word else { return true }
        return first.letters.count == 1 && sentence.count > 2 && text.tokens[sentence.lowerBound + 1].isMark(")")
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

    /// Cut at a word where it is too long for a card.
    func limited(_ words: String) -> String { shortened(words) }

    /// On one line, cut at a word.
    private func shortened(_ words: String) -> String {
        let line = words.onOneLine.trimming {
            ",;:.–—-".contains($0) || $0 == " "
        }
        guard line.utf8.count > Self.longestText, line.count > Self.longestText else { return line }
        let cut = line.prefix(Self.longestText)
        return String(cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
    }
}
