// SPDX-License-Identifier: Apache-2.0

/// How much a citizen's letter that gives itself no name complains.
extension CitizenKind {
    /// Words of complaint weigh most; what is amiss, a demand, an earlier letter and many marks of excitement add to it.
    static func complaintScore(_ evidence: LetterEvidence) -> Int {
        let cues = evidence.cues
        let words = 3 * cues.count(.complain) + 2 * evidence.subjectCues.count(.complain)
        let isRepeated =
            evidence.documentName?.isRepeated == true || evidence.subjectName?.isRepeated == true
            || FlagPhrases.phrases.hits(in: evidence.text).contains { $0.meaning == .repeated }
            || RepeatedAppeal.first(in: evidence.text) != nil
        let wrongs = cues.wrongs + min(evidence.subjectCues.wrongs, 1)
        let excitement = wrongs > 0 && isExcited(evidence.text) ? 1 : 0
        // Who asks again for the same thing complains only where something is amiss.
        let readiness = readyToHelp.hits(in: evidence.text).isEmpty ? 0 : -2
        // Who asks for a thing to be set up or mended, and blames nobody, tells what is amiss to say why.
        let neighbour = blamesNeighbour(evidence) ? 1 : 0
        let works = words + neighbour == 0 && !isRepeated && asksForWorks(evidence) ? -2 : 0
        return readiness + works + neighbour + words + wrongs + excitement + (cues.has(.demand) ? 1 : 0)
            + (isRepeated && wrongs > 0 ? 2 : 0)
    }

    /// Who offers to lend a hand, or says so himself, does not complain.
    private static let readyToHelp = PhraseBook<Bool>([
        (
            """
            готові долучитися | готові долучитись | готовий долучитися | готова долучитися | готовий допомогти | готові допомогти | готова допомогти \
            | власною працею | власними силами готові | я розумію що зараз | розуміємо що зараз | ми розуміємо що
            | не жаліюсь | не жаліюся | не скаржусь | не скаржуся | не скаржимось | не скаржимося | не жалуюсь | це не скарга | не скарга а
            """, true
        )
    ])

    /// «Сусід зверху систематично заливає мою квартиру», but not «сусідка впала»: what is amiss is said of a neighbour.
    private static func blamesNeighbour(_ evidence: LetterEvidence) -> Bool {
        let text = evidence.text
        return evidence.cues.all(.grievance).contains { wrong in
            neighbours.isMet(in: max(0, wrong.lowerBound - neighbourReach)..<wrong.lowerBound, of: text)
        }
    }

    private static let neighbours = StemTable<Bool>([("сусід сусідка сусіди сосед соседка соседи", true)])
    /// Tokens from a neighbour to what he does.
    private static let neighbourReach = 10

    private static func asksForWorks(_ evidence: LetterEvidence) -> Bool {
        evidence.asks.contains { works.isMet(in: $0.tokens, of: evidence.text) } && blames.hits(in: evidence.text).isEmpty
    }

    /// What people did or would not do, and no state of things.
    private static let blames = PhraseBook<Bool>([
        (
            """
            відмовля* | відмовил* | отказыва* | отказал* | не можу добит* | не можемо добит* | не могу добит* | ігнору* | игнориру* | не реагу* | не реагир* | кидає трубк* | кидають трубк* | бросают трубк* \
            | не беруть трубк* | відписк* | отписк* | нахам* | хам* | нагруби* | грублять | накрича* | жодної реакції | ніякої реакції | тиша у відповідь | скільки можна \
            | сколько можно | коли це закінчит* | доки це | без дозволу | самовільн* | незаконн* | не виконує | не виконують
            """, true
        )
    ])

    private static let works = StemTable<Bool>([
        (
            """
            встановити установити відремонтувати полагодити замінити обрізати спиляти зрізати видалити обстежити облаштувати обладнати включити виділити \
            збудувати побудувати провести підключити освітити заасфальтувати утеплити посприяти сприяти допомогти підсипати відсипати поставити \
            продовжити пустити відкрити виготовити придбати влаштувати установить отремонтировать заменить спилить обрезать построить помочь
            """, true
        )
    ])

    private static func isExcited(_ text: NormalizedText) -> Bool {
        text.tokens.count { $0.isMark("!") || $0.isMark("?") } >= 2
    }
}
