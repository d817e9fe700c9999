// SPDX-License-Identifier: Apache-2.0

/// What a verb of request asks to have done, as a summary: «Прошу Вас у термін до 20.11 надати копію акта» asks «Про надання копії акта».
struct RequestedAct {
    let summary: String
    let tokens: Range<Int>
    /// How much a request says of the matter.
    enum Worth: Sendable {
        /// «Прохання розібратися»: what in, other words tell.
        case vague
        /// Words that were only taken over, «Прохання вплинути на сусідів»: where the Subject field says something, it says more.
        case plain
        /// «Про надання копії акта».
        case named
    }

    let worth: Worth

    /// - Parameters:
    ///   - sentence: where its sentence begins.
    ///   - verb: the word that asks, a position in ``NormalizedText/tokens``; itself the act if it is an imperative.
    ///   - end: the end of what is asked in one breath, as a rule of the sentence.
    init?(_ text: NormalizedText, from sentence: Int, behind verb: Int, to end: Int) {
        let reading = Reading(
            text: text, clause: SubjectClause(text: text, end: end), before: sentence..<verb, end: end,
            name: Self.name(text.folded(text.tokens[verb])), isRussian: Self.isRussian(text, sentence..<end))
        // «Клопочу про визнання сім’ї багатодітною».
        if verb + 1 < end, text.reads(text.tokens[verb + 1], "про"), let act = reading.matter(of: verb) {
            self = act
            return
        }
        if let demanded = reading.demanded(verb) {
            self = demanded
            return
        }
        var index = VerbalNoun.act(of: text.tokens[verb], in: text) == nil ? verb + 1 : verb
        let limit = min(end, verb + Self.reach)
        while index < limit {
            let token = text.tokens[index]
            let isCut = token.startsParagraph && !text.tokens[max(0, index - 1)].isMark(":")
            if index > verb, isCut || token.isMark("?") || reading.isOver(at: index) { return nil }
            switch reading.step(at: index) {
            case .found(let act):
                self = reading.withFurther(act)
                return
            case .passed(let next): index = next
            }
        }
        return nil
    }

    init(_ summary: String, _ tokens: Range<Int>, _ worth: Worth = .named) {
        (self.summary, self.tokens, self.worth) = (summary, tokens, worth)
    }

    private static func isRussian(_ text: NormalizedText, _ tokens: Range<Int>) -> Bool {
        var letters = 0
        let (russianLetters, ukrainianLetters) = (russianLetters, ukrainianLetters)
        for token in text.tokens[tokens] {
            for letter in token.letters {
                if russianLetters.contains(text.letters[letter]) { return true }
                // Ukrainian does without «і» for a few words only.
                if ukrainianLetters.contains(text.letters[letter]) { return false }
                letters += 1
            }
        }
        return letters > fewLetters
    }

    private static let russianLetters = LetterSet("ыэъ")
    private static let ukrainianLetters = LetterSet("іїє")
    private static let fewLetters = 24

    private static func name(_ verb: String) -> String {
        if verb.begins(with: "пропон") || verb.begins(with: "пропоз") || verb == "можна" { return proposal }
        return verb.begins(with: "вимаг") || verb.begins(with: "требу") ? "Вимога" : "Прохання"
    }

    static let proposal = "Пропозиція"
    private static let reach = 40
}
