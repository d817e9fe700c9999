// SPDX-License-Identifier: Apache-2.0

/// What a verb of request asks to have done, as a summary: «Прошу Вас у термін до 20.11 надати копію акта» asks «Про надання копії акта».
struct RequestedAct {
    let summary: String
    let tokens: Range<Int>
    /// Whether the words were only taken over, «Прохання вплинути на сусідів»: where the Subject field says something, it says more.
    let isPlain: Bool

    /// - Parameters:
    ///   - sentence: where its sentence begins.
    ///   - verb: the word that asks, a position in ``NormalizedText/tokens``; itself the act if it is an imperative.
    ///   - end: the end of what is asked in one breath, as a rule of the sentence.
    init?(_ text: NormalizedText, from sentence: Int, behind verb: Int, to end: Int) {
        let reading = Reading(
            text: text, clause: SubjectClause(text: text, end: end), before: sentence..<verb, end: end,
            name: Self.name(text.folded(text.tokens[verb])))
        // «Клопочу про визнання сім’ї багатодітною».
        if verb + 1 < end, text.reads(text.tokens[verb + 1], "про"), let act = reading.matter(of: verb) {
            self = act
            return
        }
        var index = VerbalNoun.act(of: text.tokens[verb], in: text) == nil ? verb + 1 : verb
        let limit = min(end, verb + Self.reach)
        while index < limit {
            let token = text.tokens[index]
            let isCut = token.startsParagraph && !text.tokens[max(0, index - 1)].isMark(":")
            if index > verb, isCut || token.isMark("?") { return nil }
            switch reading.step(at: index) {
            case .found(let act):
                self = act
                return
            case .passed(let next): index = next
            }
        }
        return nil
    }

    init(_ summary: String, _ tokens: Range<Int>, isPlain: Bool = false) {
        (self.summary, self.tokens, self.isPlain) = (summary, tokens, isPlain)
    }

    private static func name(_ verb: String) -> String {
        if verb.begins(with: "пропон") { return proposal }
        return verb.begins(with: "вимаг") || verb.begins(with: "требу") ? "Вимога" : "Прохання"
    }

    static let proposal = "Пропозиція"
    private static let reach = 40
}
