// SPDX-License-Identifier: Apache-2.0

/// Whether a letter is signed by several people, and by how many (classifier no. 858, 5.2; mark «КО»).
struct Collective: Hashable, Sendable {
    let signatories: Int?
    /// Positions in ``NormalizedText/tokens``.
    let tokens: Range<Int>

    init?(_ evidence: LetterEvidence) {
        let text = evidence.text
        let list = Self.listedNames(evidence)
        let counted = Self.counted(text)
        let named = evidence.documentName?.isCollective == true || evidence.subjectName?.isCollective == true
        let phrase = Self.phrases.hits(in: text).first
        guard named || phrase != nil || list.count >= 3 || (counted?.value ?? 0) >= 2 else { return nil }
        signatories = counted?.value ?? (list.count >= 2 ? list.count : nil)
        tokens = phrase?.tokens ?? counted?.tokens ?? list.first?.tokens ?? 0..<0
    }

    /// «всього 27 підписів», «41 особа», «підписали 15 мешканців».
    private static func counted(_ text: NormalizedText) -> (value: Int, tokens: Range<Int>)? {
        for hit in counts.hits(in: text) {
            guard let number = hit.tokens.first(where: { text.tokens[$0].kind == .number }),
                (2...100_000).contains(text.tokens[number].value)
            else { continue }
            return (text.tokens[number].value, hit.tokens)
        }
        return nil
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

    private static let maximumListLines = 200
    private static let counts = PhraseBook<Bool>([
        (
            "підписал* # | нас підписалося # | підписалося # | підписалось # | # підпис* | всього # | разом # підпис* | # подпис* | # мешканців підписал* | підписали # | підписів # | ми # мешканц* | ми # жител* | ми # співвласник* | ми # родин* | ми # батьк* | усього # підпис* | усього підписів # | # осіб підписал* | кількість підписів # | # особа | всего # подпис* | ще # підпис* | та ще # | # підписант*",
            true
        ),
        (
            "всього # | усього # | кількість підписів # | підписали # | підписів # | підписантів # | подписей # | разом # | загалом #",
            true
        ),
    ])
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
