// SPDX-License-Identifier: Apache-2.0

/// Things a task only names, with what the sentences before it say of them.
extension TaskClauses {
    /// «Звіт подати через Кабінет» behind «не надійшов звіт за формою № 2»: the report by form 2 is to be given.
    ///
    /// - Parameters:
    ///   - words: the task as its own sentence has it.
    ///   - start: where the task begins.
    ///   - verb: what is to be done, before or behind which the thing stands.
    func completed(_ words: String, from start: Int, to verb: Int, in sentence: Int) -> String {
        for noun in [start, verb + 1] where noun < text.sentences[sentence].upperBound && isBareThing(noun) {
            let name = text.text(of: text.tokens[noun])
            let head = noun == start ? name : text.text(of: text.tokens[verb]) + " " + name
            guard words.begins(with: head) || words.ends(with: head), let more = saidBefore(of: noun, sentence) else { continue }
            // «Вимагаємо сплатити борг»
            if !words.begins(with: head) { return head + " " + text.originalText(octets(more)).trimming(anyOf: ",;:.–— ") }
            return head + " " + text.originalText(octets(more)).trimming(anyOf: ",;:.–— ") + words.dropFirst(head.characterCount)
        }
        return words
    }

    /// A thing of which its own sentence says nothing: «списки на вказану адресу», «Звіт просимо».
    private func isBareThing(_ noun: Int) -> Bool {
        let token = text.tokens[noun]
        guard token.kind == .word, token.letters.count >= Self.shortestThing, !Self.given.knows(token, in: text),
            !Self.preambles.knows(token, in: text), !VerbalNoun.isInfinitive(token, in: text),
            !isRequest(noun), !FiniteVerb.holds(token, in: text), noun + 1 < text.tokens.count
        else { return false }
        let next = text.tokens[noun + 1]
        if next.isMark("."), VerbalNoun.isInfinitive(text.tokens[max(0, noun - 1)], in: text) { return true }
        return isRequest(noun + 1) || VerbalNoun.isInfinitive(next, in: text) || Self.ways.knows(next, in: text)
    }

    /// What follows the same noun in the sentences before, to the end of its clause.
    private func saidBefore(of noun: Int, _ sentence: Int) -> Range<Int>? {
        let stem = Self.stem(text.text(of: text.tokens[noun]))
        let isDebt = Self.debts.knows(text.tokens[noun], in: text)
        for index in (max(0, sentence - (isDebt ? Self.sentencesOfDebt : Self.sentencesBefore))..<sentence).reversed() {
            let tokens = text.sentences[index]
            for place in tokens.reversed() where text.tokens[place].kind == .word {
                let isNamed =
                    isDebt
                    ? Self.debts.knows(text.tokens[place], in: text)
                    : text.text(of: text.tokens[place]).inLowerCase.begins(with: stem)
                guard isNamed else { continue }
                let more = place + 1..<endOfThing(from: place + 1, to: tokens.upperBound)
                if more.contains(where: { text.tokens[$0].letters.count > 2 }) { return more }
            }
        }
        return nil
    }

    /// Where the words about a thing end: before the verb of their sentence, but behind «дітей, які потребують …».
    private func endOfThing(from start: Int, to end: Int) -> Int {
        var isInner = false
        for index in start..<max(start, min(end, start + Self.longestThing)) {
            let token = text.tokens[index]
            // The colon of «14:00» ends nothing.
            let isClock = token.isMark(":") && index + 1 < end && text.tokens[index + 1].isGlued
            if token.isMark(";") || token.isMark(":") && token.kind == .mark && !isClock { return index }
            if token.isMark(",") {
                guard !isInner, index + 1 < end, Self.relatives.knows(text.tokens[index + 1], in: text) else { return index }
                isInner = true
            } else if !isInner,
                FiniteVerb.holds(token, in: text) || FiniteVerb.isDone(token, in: text)
                    || VerbalNoun.isInfinitive(token, in: text) || isRequest(index) || text.reads(token, "не")
            {
                return index
            }
        }
        return max(start, min(end, start + Self.longestThing))
    }

    /// «Пересилаємо звернення … щодо відновлення меж для розгляду»: what the letter sent on is about.
    func matterSentOn(_ sentence: Int) -> String? {
        let tokens = text.sentences[sentence]
        guard let sent = tokens.first(where: { Self.sendingOn.knows(text.tokens[$0], in: text) }),
            let letter = (sent..<tokens.upperBound).first(where: { Self.lettersSent.knows(text.tokens[$0], in: text) })
        else { return nil }
        guard
            let about = (letter..<tokens.upperBound).first(where: {
                RequestedAct.Reading.regarding.knows(text.tokens[$0], in: text)
                    || $0 == letter + 1 && text.reads(text.tokens[$0], "про")
                    || text.reads(text.tokens[$0], "з") && $0 + 1 < tokens.upperBound
                        && text.reads(text.tokens[$0 + 1], ["питання", "питань", "приводу"])
            }), about + 2 < tokens.upperBound
        else { return nil }
        let end = (about..<endOfThing(from: about, to: tokens.upperBound)).first {
            text.reads(text.tokens[$0], "для") || text.tokens[$0].isMark("(") || text.tokens[$0].isMark(")")
        }
        return words(of: about..<(end ?? endOfThing(from: about, to: tokens.upperBound)))
    }

    private static let sendingOn = StemTable<Bool>([
        (
            "надійшла надійшло надійшов надсилаємо пересилаємо направляємо передаємо скеровуємо надсилаю пересилаю направляю надсилається направляється пересилається",
            true
        )
    ])
    private static let lettersSent = StemTable<Bool>([
        ("звернення заяву скаргу клопотання пропозицію заява скарга пропозиція", true)
    ])

    /// Without the ending of its case.
    private static func stem(_ word: String) -> String {
        let lower = word.inLowerCase
        return String(lower.prefix(max(shortestThing, lower.characterCount - 2)))
    }

    /// How a thing is to be given.
    private static let ways = StemTable<Bool>([("на через до електронною поштою засобами за", true)])
    private static let relatives = StemTable<Bool>([("який яка яке які яких яким що", true)])
    private static let shortestThing = 4
    /// Sentences in which the thing may have been named.
    private static let sentencesBefore = 2
    /// What a debt is for may be told at the very beginning: «ПРЕТЕНЗІЯ про стягнення заборгованості за договором підряду».
    private static let sentencesOfDebt = 12
    private static let debts = StemTable<Bool>([("борг боргу борги боргів заборгован*", true)])
    /// Tokens about a thing.
    private static let longestThing = 24
}
