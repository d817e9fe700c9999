// SPDX-License-Identifier: Apache-2.0

/// A meeting a letter tells of before it asks for anything.
extension TextMatter {
    /// «28 січня голова РВА проводить відеоконференцію з питань розміщення» is «Про відеоконференцію з питань розміщення».
    func event() -> Found? {
        for sentence in text.sentences.prefix(Self.firstSentencesOfEvent) where sentence.upperBound > body.lowerBound {
            let inside = sentence.clamped(to: body)
            guard let verb = Self.holding.first(in: inside, of: text),
                !inside.prefix(verb - inside.lowerBound).contains(where: {
                    SubjectWords.requests.knows(text.tokens[$0], in: text)
                }),
                let noun = (verb + 1..<min(inside.upperBound, verb + Self.nearEvent)).first(where: {
                    Self.events.knows(text.tokens[$0], in: text)
                }), let event = Self.events.meaning(of: text.tokens[noun], in: text),
                noun + 1 < inside.upperBound, Self.topics.knows(text.tokens[noun + 1], in: text)
            else { continue }
            let end = SubjectClause(text: text, end: inside.upperBound).end(from: noun + 1)
            guard end > noun + 2 else { continue }
            return Found(
                value: "Про \(event) " + SubjectClause(text: text, end: end).words(noun + 1..<end), tokens: verb..<end,
                certainty: .likely, reason: "a meeting the letter tells of")
        }
        return nil
    }

    private static let holding = StemTable<Bool>([
        (
            "проводить проведе проводиться проводитиметься відбудеться відбуватиметься скликається скликає призначено заплановано запланована запланований",
            true
        )
    ])
    /// In the accusative, as «Про …» has them.
    private static let events = StemTable<String>([
        ("нарада нараду", "нараду"), ("відеоконференція відеоконференцію", "відеоконференцію"), ("засідання", "засідання"),
        ("семінар", "семінар"), ("вебінар", "вебінар"), ("навчання", "навчання"), ("зустріч", "зустріч"), ("тренінг", "тренінг"),
        ("конференція конференцію", "конференцію"), ("відеонарада відеонараду", "відеонараду"), ("збори", "збори"),
        ("обговорення", "обговорення"), ("слухання", "слухання"), ("селектор", "селектор"), ("форум", "форум"),
    ])
    private static let topics = StemTable<Bool>([("з із щодо про стосовно на", true)])
    private static let firstSentencesOfEvent = 4
    private static let nearEvent = 8
}
