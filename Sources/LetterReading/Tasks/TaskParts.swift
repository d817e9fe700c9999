// SPDX-License-Identifier: Apache-2.0

/// The parts of a sentence about its deadlines: clauses that only tell, entries of plans, parts of lists.
extension TaskClauses {
    /// Whether the words between commas in which a deadline stands only say what somebody does: «… , що процес розпочинається за 60 днів
    /// до голосування, просимо уточнити списки».
    func tells(around deadline: Range<Int>, in sentence: Int) -> Bool {
        let clause = clause(of: deadline, in: sentence)
        let rest = clause.filter { !deadline.contains($0) && text.tokens[$0].kind == .word }
        guard
            rest.contains(where: { FiniteVerb.holds(text.tokens[$0], in: text) || FiniteVerb.isDone(text.tokens[$0], in: text) })
                || isAttribute(clause, of: deadline, in: sentence)
        else { return false }
        let asks = rest.contains { index in
            isRequest(index) || Self.ordering.knows(text.tokens[index], in: text)
                || VerbalNoun.isInfinitive(text.tokens[index], in: text) || Imperatives.hasForm(text.tokens[index], in: text)
                || OrderingVerb.isPassiveDuty(at: index, text) || text.reads(text.tokens[index], ["щоб", "аби"])
        }
        return !asks
    }

    /// «Асигнування, не використані до кінця року, підлягають закриттю»: words between two commas that say which things are meant.
    private func isAttribute(_ clause: Range<Int>, of deadline: Range<Int>, in sentence: Int) -> Bool {
        let whole = text.sentences[sentence]
        guard clause.lowerBound > whole.lowerBound, clause.upperBound < whole.upperBound,
            text.tokens[clause.lowerBound - 1].isMark(","), text.tokens[clause.upperBound].isMark(",")
        else { return false }
        let words = clause.prefix(Self.participleReach)
        return words.upperBound >= deadline.lowerBound
            && words.contains {
                text.tokens[$0].letters.count >= Self.shortestParticiple && Self.participles.fits(text.tokens[$0], in: text)
            }
    }

    /// Words of «ще не використані».
    private static let participleReach = 3
    private static let shortestParticiple = 6
    private static let participles = EndingSet([
        "ані", "ені", "яні", "ана", "ена", "яна", "ане", "ене", "аний", "ений", "аних", "ених", "аним", "еним", "ану", "ену",
        "аної", "еної",
        "аного", "еного",
    ])

    /// Whether a deadline behind another only says what the work of that one is for: «подати до 27.11 для підготовки доповіді до 02.12»,
    /// «подати до 05.11 (строк подання районом – 09.11)».
    func isExplained(_ deadline: Range<Int>, behind other: Range<Int>, in sentence: Int) -> Bool {
        let whole = text.sentences[sentence]
        var index = min(deadline.lowerBound, whole.upperBound) - 1
        while index >= max(other.upperBound, whole.lowerBound) {
            let token = text.tokens[index]
            // In «заявку (до 28.12) та договір (до 15.01)» each has its own.
            if token.isMark("(") { return !(other.lowerBound..<index).contains { text.tokens[$0].isMark(")") } }
            if token.isMark(")") { return false }
            if text.reads(token, "для") { return true }
            if token.isMark(",") || token.isMark(";") || isRequest(index) || VerbalNoun.isInfinitive(token, in: text) {
                return isBracketed(index, behind: other)
            }
            index -= 1
        }
        return false
    }

    /// Whether a bracket behind the other deadline is still open at a token.
    private func isBracketed(_ token: Int, behind other: Range<Int>) -> Bool {
        for index in (other.upperBound..<max(other.upperBound, token)).reversed() {
            if text.tokens[index].isMark("(") {
                return !(other.lowerBound..<index).contains { text.tokens[$0].isMark(")") }
            }
            if text.tokens[index].isMark(")") { return false }
        }
        return false
    }

    /// The bracket a deadline stands in.
    private func bracket(around deadline: Range<Int>, in whole: Range<Int>) -> Range<Int>? {
        let before = max(whole.lowerBound, deadline.lowerBound - Self.longestNumber)..<deadline.lowerBound
        // The bracket may close within the deadline.
        let last = min(whole.upperBound, deadline.upperBound + Self.longestNumber)
        let behind = deadline.upperBound - 1..<max(deadline.upperBound, last)
        guard let opens = before.last(where: { text.tokens[$0].isMark("(") }),
            let closes = behind.first(where: { text.tokens[$0].isMark(")") })
        else { return nil }
        return opens..<closes + 1
    }

    /// «Заявку (до 28.12) та два примірники договору (до 15.01) надати до філії»: the things with the verb they share.
    func listed(_ whole: Range<Int>, _ deadline: Range<Int>, after: Int?) -> String? {
        guard let bracket = bracket(around: deadline, in: whole) else { return nil }
        var start = whole.lowerBound
        if let after {
            guard let closed = (after - 1..<max(after, bracket.lowerBound)).first(where: { text.tokens[$0].isMark(")") }) else {
                return nil
            }
            start = closed + 1
        }
        if text.reads(text.tokens[start], ["та", "і", "й", "а"]) { start += 1 }
        let isVerb: (Int) -> Bool = { VerbalNoun.isInfinitive(text.tokens[$0], in: text) }
        guard start < bracket.lowerBound, !(start..<bracket.lowerBound).contains(where: isVerb),
            let verb = (bracket.upperBound..<whole.upperBound).first(where: isVerb)
        else { return nil }
        return words(of: verb..<whole.upperBound) + " " + words(of: start..<bracket.lowerBound)
    }

    /// «припис від 03.02.2027 № 14/1 (строк усунення – до 01.04.2027)»: the term an act gave to somebody.
    func isTermOfAct(_ deadline: Range<Int>, in sentence: Int) -> Bool {
        let whole = text.sentences[sentence]
        let near = max(whole.lowerBound, deadline.lowerBound - Self.longestClause)..<deadline.lowerBound
        guard let bracket = near.last(where: { text.tokens[$0].isMark("(") }),
            !(bracket..<deadline.lowerBound).contains(where: { text.tokens[$0].isMark(")") })
        else { return false }
        return (max(whole.lowerBound, bracket - Self.longestNumber)..<bracket).contains { text.tokens[$0].isMark("№") }
    }

    private func clause(of deadline: Range<Int>, in sentence: Int) -> Range<Int> {
        let whole = text.sentences[sentence]
        var (start, end) = (
            max(whole.lowerBound, min(deadline.lowerBound, whole.upperBound)), min(deadline.upperBound, whole.upperBound)
        )
        // The colon of «М 1:500» parts nothing.
        let parts: (Token) -> Bool = { $0.isMark(",") || $0.isMark(";") || $0.isMark(":") && $0.kind == .mark }
        let (first, last) = (start - Self.longestClause, end + Self.longestClause)
        while start > max(first, whole.lowerBound), !parts(text.tokens[start - 1]) {
            start =
                text.tokens[start - 1].isMark(")") ? openingBracket(of: start - 1, from: max(first, whole.lowerBound)) : start - 1
        }
        while end < min(last, whole.upperBound), !parts(text.tokens[end]) { end += 1 }
        return start..<max(start, end)
    }

    /// Where the bracket that closes here opens: the commas of «дані (кількість, площа) щокварталу» part nothing of the sentence.
    private func openingBracket(of closing: Int, from first: Int) -> Int {
        (first..<closing).last { text.tokens[$0].isMark("(") || text.tokens[$0].isMark(")") }
            .flatMap { text.tokens[$0].isMark("(") ? $0 : nil } ?? closing
    }

    /// «Проміжну інформацію – у двотижневий строк», «До 04.12.2026 – звіт»: a line of a plan, in which nobody does anything.
    func isEntry(_ deadline: Range<Int>, in sentence: Int) -> Bool {
        let whole = text.sentences[sentence]
        let isBehind = deadline.lowerBound > whole.lowerBound && isDash(deadline.lowerBound - 1)
        let isBefore = deadline.upperBound < whole.upperBound && isDash(deadline.upperBound)
        return (isBehind || isBefore) && !whole.contains { FiniteVerb.holds(text.tokens[$0], in: text) }
    }

    /// For each deadline of a sentence how many semicolons stand before it: parts of a list are tasks of their own.
    func parts(of mentions: [DeadlineMention]) -> [Int] {
        var (part, last) = (0, mentions.first?.tokens.lowerBound ?? 0)
        return mentions.map { mention in
            for index in last..<max(last, mention.tokens.lowerBound) where text.tokens[index].isMark(";") { part += 1 }
            last = max(last, mention.tokens.lowerBound)
            return part
        }
    }

    /// «надати дані до 25.01, а також надсилати рішення у п’ятиденний строк з дня прийняття»: a term of something else.
    func isAdded(_ mention: DeadlineMention, in sentence: Int) -> Bool {
        guard case .relativeToEvent = mention.form else { return false }
        let whole = text.sentences[sentence]
        let near =
            max(whole.lowerBound, mention.tokens.lowerBound - Self.nearVerb)..<max(whole.lowerBound, mention.tokens.lowerBound)
        return near.contains { text.reads(text.tokens[$0], ["також", "крім"]) }
            && near.contains { VerbalNoun.isInfinitive(text.tokens[$0], in: text) }
    }

    private func isDash(_ index: Int) -> Bool { text.tokens[index].isMark("-") && !text.tokens[index].isGlued }
}
