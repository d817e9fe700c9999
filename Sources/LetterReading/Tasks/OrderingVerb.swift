// SPDX-License-Identifier: Apache-2.0

/// The verb of a sentence that its reader is to act on: an imperative, or an infinitive no other word has taken.
///
/// «Протокол, який веде секретар, надати до 18.11» orders. «Секретар має право надати протокол», «родини змушені відпрошуватися»,
/// «як отримати довідку» only tell.
struct OrderingVerb {
    /// Its position among the tokens.
    let index: Int
    /// No finite verb stands before it: the sentence is an order from its beginning.
    let isFirst: Bool

    init?(in range: Range<Int>, _ text: NormalizedText) {
        // What governs an infinitive, as long as it may still come.
        var isGoverned = false
        var hasInfinitive = false
        var sawFinite = false
        for index in range {
            let token = text.tokens[index]
            if Imperatives.hasForm(token, in: text) {
                // «Не друкуйте без потреби» gives nobody anything to do.
                if index > range.lowerBound, text.reads(text.tokens[index - 1], "не") { continue }
                (self.index, isFirst) = (index, !sawFinite)
                return
            }
            if Self.governing.knows(token, in: text) || Self.isPast(at: index, text) {
                (isGoverned, hasInfinitive) = (true, false)
            } else if VerbalNoun.isInfinitive(token, in: text) {
                // «як отримати довідку»
                let isAskedFor = index > range.lowerBound && Self.questions.knows(text.tokens[index - 1], in: text)
                guard isGoverned || isAskedFor || Self.isImpossible(index, range, text) else {
                    (self.index, isFirst) = (index, !sawFinite)
                    return
                }
                hasInfinitive = true
            } else if FiniteVerb.holds(token, in: text) || FiniteVerb.isDone(token, in: text), !Self.inviting(token, text) {
                (isGoverned, hasInfinitive, sawFinite) = (true, false, true)
            } else if !hasInfinitive, Self.endsClause(token) {
                // «Роботи, які виконує підрядник, завершити»: «виконує» waits for no infinitive behind its clause.
                isGoverned = false
            }
        }
        return nil
    }

    /// «приймати їх нам ніде», «звернутися нікуди».
    private static func isImpossible(_ index: Int, _ range: Range<Int>, _ text: NormalizedText) -> Bool {
        (index + 1..<max(index + 1, min(range.upperBound, index + impossibleReach))).contains {
            impossible.knows(text.tokens[$0], in: text)
        }
    }

    /// Tokens of «вантажі нам».
    private static let impossibleReach = 5
    private static let impossible = StemTable<Bool>([("ніде нікуди нікому нічим нізвідки ніяк неможливо", true)])

    /// «просимо», «запрошуємо»: what hangs on them is for the reader to do.
    private static func inviting(_ token: Token, _ text: NormalizedText) -> Bool {
        TaskClauses.requests.knows(token, in: text) || invitations.knows(token, in: text)
    }

    /// «необхідно було подати», no «було б добре отримати».
    private static func isPast(at index: Int, _ text: NormalizedText) -> Bool {
        text.reads(text.tokens[index], "було")
            && !(index + 1 < text.tokens.count && text.reads(text.tokens[index + 1], ["б", "би"]))
    }

    private static let invitations = StemTable<Bool>([("запрошуємо запрошую належить доручено рекомендовано", true)])

    private static func endsClause(_ token: Token) -> Bool {
        token.isMark(",") || token.isMark(";") || token.isMark(":") || token.isMark("(") || token.isMark(")")
            || token.isMark("-") && !token.isGlued
    }

    /// «має бути надана», «підлягає сплаті»: bound is whoever reads it, as nobody else is named.
    static func isPassiveDuty(at index: Int, _ text: NormalizedText) -> Bool {
        let token = text.tokens[index]
        if liable.knows(token, in: text) { return true }
        return governing.meaning(of: token, in: text) == .obliged && index + 1 < text.tokens.count
            && text.reads(text.tokens[index + 1], "бути")
    }

    private static let liable = StemTable<Bool>([("підлягає підлягають", true)])

    /// What an infinitive may hang on.
    enum Governor { case able, obliged, other }

    /// Words beside finite verbs that take an infinitive: what somebody can, wants or has to do himself, what he is bound to, and
    /// questions.
    static let governing = StemTable<Governor>([
        (
            """
            може можуть можу можемо можете могли міг могла зможе зможуть право права можна можливо можливість можливості можливостей змога змогу намір наміри готові \
            готовий готова спроба спроби бажання дозволено заплановано вирішено неможливо важко складно легко достатньо хочу хоче хочуть мушу мусить мусимо \
            мусила мусив мусили мусять бажаючі бажаючим охочі охочим змушені змушений змушена доводиться доводилося доводилось довелося встиг* намагал* намагаю* вдалося вынуждены вынужден \
            необхідність необхідності потреба потребу потреби
            """, .able
        ),
        (
            "обов'язок обов'язку зобов'язані зобов'язаний зобов'язана повинні повинен повинна повинно має мають мав мала мали",
            .obliged
        ),
        (
            "заборонено буду буде будуть будемо щоб аби роз'яснити дозвольте дозволю", .other
        ),
    ])
    private static let questions = StemTable<Bool>([("ніж як де куди чи що кого коли навіщо скільки чим кому", true)])
}
