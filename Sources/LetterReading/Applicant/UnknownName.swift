// SPDX-License-Identifier: Apache-2.0

/// A name that no table knows, where only the author's name can stand: «Я, Огнян Трайчев, проживаю …», «Ельчин Мамедов, вул. Садова, 5».
struct UnknownName: Sendable {
    let text: NormalizedText
    let layout: LetterLayout
    /// Behind the last token above the text: a name of no table is no addressee.
    let headEnd: Int

    /// The first place that holds one: behind «я», else the last line that is or begins with one.
    var candidate: AuthorCandidate? { introduced ?? signed }

    /// «Я, Огнян Трайчев, …», «мене звати …».
    private var introduced: AuthorCandidate? {
        for hit in ApplicantName.Words.selfNames.hits(in: text) {
            var start = hit.tokens.upperBound
            while start < text.tokens.count, start < hit.tokens.upperBound + 2,
                text.tokens[start].isMark(",") || text.tokens[start].isMark("-")
            {
                start += 1
            }
            guard let words = words(from: start), words.upperBound < text.tokens.count, text.tokens[words.upperBound].isMark(","),
                let mention = NameMention(unknown: text, words)
            else { continue }
            let end = min(words.upperBound + Self.blockTokens, text.tokens.count)
            return AuthorCandidate(mention: mention, block: words.lowerBound..<end, score: 2, reason: "the writer's own words")
        }
        return nil
    }

    /// Two or three capital words alone on one of the last lines, or before an address or a telephone.
    private var signed: AuthorCandidate? {
        for (offset, line) in layout.lines.suffix(Self.lines).reversed().enumerated() {
            guard let words = words(from: line.tokens.lowerBound), words.upperBound <= line.tokens.upperBound,
                isLast(words, line, offset) || isBeforeParticulars(words.upperBound, line),
                let mention = NameMention(unknown: text, words)
            else { continue }
            return AuthorCandidate(
                mention: mention, block: words.lowerBound..<text.tokens.count, score: 2,
                reason: "words below the text that look like a name")
        }
        return nil
    }

    private func isLast(_ words: Range<Int>, _ line: LetterLine, _ offset: Int) -> Bool {
        words.upperBound == line.tokens.upperBound && offset < Self.lastLines && words.lowerBound >= max(1, headEnd)
    }

    /// Two or three capital words, none of which begins an address, a sentence or a closing.
    private func words(from start: Int) -> Range<Int>? {
        var end = start
        while end < text.tokens.count, end - start < 4, isNameWord(text.tokens[end]), end == start || !text.tokens[end].startsLine
        { end += 1 }
        return (2...3).contains(end - start) ? start..<end : nil
    }

    private func isNameWord(_ token: Token) -> Bool {
        token.kind == .word && isCyrillic(token) && (token.capitals == .first || token.capitals == .all)
            && token.letters.count > 2
            && GivenName.cases(token, in: text).isSubset(of: .nominative) && !Patronymic.endingSet.fits(token, in: text)
            && !SurnameForm.others.knows(token, in: text)
            && !ApplicantName.Words.closing.knows(token, in: text)
            && !ApplicantName.Words.residing.knows(token, in: text)
            && !LineWords.requests.knows(token, in: text) && !LineWords.verbs.knows(token, in: text)
            && AddressMark.isNone(token, in: text) && !Self.documents.knows(token, in: text)
    }

    private func isCyrillic(_ token: Token) -> Bool { text.letters[token.letters].allSatisfy { $0 <= Self.lastCyrillic } }

    private func isBeforeParticulars(_ next: Int, _ line: LetterLine) -> Bool {
        let rest = next..<line.tokens.upperBound
        let start = AddressStart(text: text, range: rest)
        guard let first = rest.first(where: { text.tokens[$0].kind != .mark || text.tokens[$0].isMark("+") }) else {
            return false
        }
        return start.fits(at: first) || PhoneNumber.first(in: text, first..<min(first + 3, line.tokens.upperBound)) != nil
    }

    /// Words that begin lines and sentences of letters with a capital.
    private static let documents = StemTable<Bool>([
        (
            "заява заяви звернення скарга запит клопотання пропозиція лист рішення закон конституці* додаток додатки верховн* кабінет* уповноважен*",
            true
        )
    ])
    /// The highest code of a Cyrillic letter (``Letter``).
    private static let lastCyrillic: UInt8 = 36
    /// Lines at the end that may begin with the author's name.
    private static let lines = 10
    /// Of them those that may be nothing but it.
    private static let lastLines = 6
    private static let blockTokens = 40
}
