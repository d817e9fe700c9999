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
        return readiness + words + wrongs + excitement + (cues.has(.demand) ? 1 : 0) + (isRepeated && wrongs > 0 ? 2 : 0)
    }

    /// Who offers to lend a hand does not complain.
    private static let readyToHelp = PhraseBook<Bool>([
        (
            """
            готові долучитися | готові долучитись | готовий долучитися | готова долучитися | готовий допомогти | готові допомогти | готова допомогти \
            | власною працею | власними силами готові | я розумію що зараз | розуміємо що зараз | ми розуміємо що
            """, true
        )
    ])

    private static func isExcited(_ text: NormalizedText) -> Bool {
        text.tokens.count { $0.isMark("!") || $0.isMark("?") } >= 2
    }
}
