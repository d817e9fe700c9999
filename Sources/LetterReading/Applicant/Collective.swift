// SPDX-License-Identifier: Apache-2.0

/// Whether a letter is signed by several people, and by how many (classifier no. 858, 5.2; mark «КО»).
struct Collective: Hashable, Sendable {
    let signatories: Int?
    /// Positions in ``NormalizedText/tokens``.
    let tokens: Range<Int>

    init?(_ evidence: LetterEvidence) {
        let text = evidence.text
        let list = Self.listedNames(evidence)
        let signed = Self.signed(text)
        let named = evidence.documentName?.isCollective == true || evidence.subjectName?.isCollective == true
        let phrase = Self.phrases.hits(in: text).first?.tokens ?? Self.groupAbove(evidence)
        guard named || phrase != nil || list.count >= 3 || signed != nil else { return nil }
        let counted = signed ?? Self.counted(text)
        signatories =
            counted.map { $0.value + Self.namedAbove($0.tokens, evidence) } ?? (list.count >= 2 ? list.count : nil)
        tokens = phrase ?? counted?.tokens ?? list.first?.tokens ?? 0..<0
    }

    /// «27 підписів», «підписали 15 мешканців»: the number of signatures in so many words.
    private static func signed(_ text: NormalizedText) -> (value: Int, tokens: Range<Int>)? {
        for index in text.tokens.indices.dropFirst()
        where isCount(text.tokens[index - 1]) && signatures.knows(text.tokens[index], in: text)
            && !isUnderOther(text, behind: index + 1)
        {
            return (text.tokens[index - 1].value, index - 1..<index + 1)
        }
        return number(in: text, signedCounts.hits(in: text))
    }

    /// «Охріменко С. В., кв. 11 / Наумова Т. Ф., кв. 14 / та ще 15 підписів»: the lines with names above, which the number leaves out.
    private static func namedAbove(_ counted: Range<Int>, _ evidence: LetterEvidence) -> Int {
        let (text, lines) = (evidence.text, evidence.main.layout.lines)
        let position = evidence.main.layout.line(ofToken: counted.lowerBound)
        guard lines.indices.contains(position), others.isMet(in: lines[position].tokens, of: text),
            !totals.isMet(in: lines[position].tokens, of: text)
        else { return 0 }
        return lines[..<position].reversed().prefix(maximumListLines).prefix { line in
            line.tokens.lowerBound >= evidence.headEnd && isNamed(line, text)
        }.count
    }

    /// Whether a short line begins with a name, numbered or not.
    private static func isNamed(_ line: LetterLine, _ text: NormalizedText) -> Bool {
        guard line.tokens.count < longestNamed, let first = line.tokens.first(where: { text.tokens[$0].kind == .word }) else {
            return false
        }
        return NameMention.first(in: text, line.tokens).map { $0.tokens.lowerBound == first } ?? false
    }

    /// «Мешканці зібрали 58 підписів під проханням оглянути вулицю»: signatures under another paper than this letter.
    private static func isUnderOther(_ text: NormalizedText, behind index: Int) -> Bool {
        // «петицію, яка зібрала 250 підписів».
        if index > 2, text.reads(text.tokens[index - 3], ["зібрала", "зібрав", "набрала", "набрав"]) { return true }
        return index + 1 < text.tokens.count && text.reads(text.tokens[index], "під")
            && !text.reads(text.tokens[index + 1], ["цим", "цією", "цими", "зверненням", "скаргою", "заявою", "листом"])
    }

    /// «всього 41 особа», which in a letter of one person counts something else.
    private static func counted(_ text: NormalizedText) -> (value: Int, tokens: Range<Int>)? {
        number(in: text, counts.hits(in: text))
    }

    private static func number(in text: NormalizedText, _ hits: [PhraseBook<Bool>.Hit]) -> (value: Int, tokens: Range<Int>)? {
        for hit in hits {
            if let number = hit.tokens.first(where: { isCount(text.tokens[$0]) }) {
                return (text.tokens[number].value, hit.tokens)
            }
        }
        return nil
    }

    private static func isCount(_ token: Token) -> Bool {
        token.kind == .number && (2..<maximumSignatories).contains(token.value)
    }

    /// «Мешканців будинку № 9 …» above the text: who writes, as groups do.
    private static func groupAbove(_ evidence: LetterEvidence) -> Range<Int>? {
        let text = evidence.text
        return evidence.main.layout.lines.prefix(maximumHeadLines).lazy.filter { $0.tokens.lowerBound < evidence.headEnd }
            .map(\.tokens).first { groups.knows(text.tokens[$0.lowerBound], in: text) }
    }

    /// Names on numbered lines of a list of signatures.
    private static func listedNames(_ evidence: LetterEvidence) -> [NameMention] {
        let text = evidence.text
        return evidence.main.layout.lines.suffix(maximumListLines).compactMap { line -> NameMention? in
            let first = text.tokens[line.tokens.lowerBound]
            guard first.kind == .number, line.tokens.count > 2, line.tokens.count < 30,
                text.tokens[line.tokens.lowerBound + 1].kind == .mark
            else { return nil }
            return NameMention.all(in: text, line.tokens.lowerBound + 1..<line.tokens.upperBound).first {
                $0.tokens.lowerBound <= line.tokens.lowerBound + 3
            }
        }
    }

    /// «та ще 15», «та інші, усього 20».
    private static let others = StemTable<Bool>([("ще інші інших інше", true)])
    private static let totals = StemTable<Bool>([("усього всього разом загалом загальна", true)])
    private static let maximumListLines = 200
    /// Tokens of a name with its flat on a line of a list.
    private static let longestNamed = 30
    /// More is a year or a sum.
    private static let maximumSignatories = 2_000
    private static let maximumHeadLines = 30
    private static let groups = StemTable<Bool>([
        (
            "мешканців жителів співвласників власників батьків колективу жильцов жителей соседей сусідів орендарів підприємців",
            true
        )
    ])
    private static let signedCounts = PhraseBook<Bool>([
        (
            "підписал* # | підписалося # | підписалось # | підписів # | підписи # | підписантів # | подписей # | підписи мешкан* # | підписи жител* # | підписи батьків # | підписи співвласник* # | підписи власник* # | підписів усього # | підписи усього # | підписи всього # | кількість підписів # | всього підписів # | усього підписів #",
            true
        )
    ])
    private static let counts = PhraseBook<Bool>([
        (
            """
            ми # мешкан* | ми # жител* | ми # співвласник* | ми # родин* | ми # батьк* | нас # осіб | нас # чоловік | нас # родин* | всього # | усього # | всего # | разом # \
            | загалом # | та ще #
            """, true
        )
    ])
    private static let signatures = StemTable<Bool>([("підписів підписи підписами підписа подписей подписи підписант*", true)])
    private static let phrases = PhraseBook<Bool>([
        (
            """
            ми # мешкан* | ми # жител* | ми # співвласник* | мешканці будинку | мешканці під'їзду | жителі вулиці | мешканці вулиці | ми мешкан* | ми жител* | ми що нижче | ми нижче підпис* | ми які нижче | ми власник* | ми батьк* | ми співвласник* | ми сусід* | мы жител* | мы жильц* | мы нижеподпис* | мы соседи | від мешканців | від жителів | від групи мешканців
            | від співвласників | від власників | від батьків | от жителей | от жильцов | от соседей | колективне звернення | колективна скарга | колективна заява | колективне прохання | колективний лист | ініціативна група | ініціативної групи
            | звертаються до вас | звертаються мешкан* | звертаються жител* | ми підприємці | ми орендарі | мешканців під'їзду | коллективное обращение | коллективная жалоба
            """, true
        )
    ])
}
