// SPDX-License-Identifier: Apache-2.0

/// Verbs that ask their reader directly, in Ukrainian and Russian: «надайте», «сообщите».
enum Imperatives {
    /// Whether it is one of those letters to an office are known to ask with.
    static func holds(_ token: Token, in text: NormalizedText) -> Bool { words.knows(token, in: text) }

    /// Whether it is one of those, or any other verb by its ending: «подавайте», «визначте».
    static func hasForm(_ token: Token, in text: NormalizedText) -> Bool {
        guard token.kind == .word, token.letters.count >= shortest else { return false }
        return holds(token, in: text) || endings.fits(token, in: text) && !others.knows(token, in: text)
    }

    /// Only verbs end so.
    private static let endings = EndingSet([
        "айте", "уйте", "юйте", "ийте", "ньте", "дьте", "льте", "зьте", "печте", "ажте", "ачте", "ишіть", "едіть", "робіть",
        "овіть",
    ])
    /// What greets, or says nothing of what is to be done.
    private static let others = StemTable<Bool>([
        ("будьте вибачайте пробачайте вибачте знайте вітайте здраствуйте здравствуйте чекайте зачекайте дозвольте", true)
    ])
    private static let shortest = 5

    static var slots: WordSlots { words.slots }

    private static let words = StemTable<Bool>([
        (
            """
            надайте надішліть подайте повідомте поінформуйте проінформуйте інформуйте доповідайте направте забезпечте усуньте встановіть установіть \
            відновіть відремонтуйте приберіть вивезіть проведіть замініть перевірте розгляньте вирішіть допоможіть виділіть погодьте поверніть внесіть \
            заповніть завершіть сообщите предоставьте направьте пришлите обеспечьте представьте примите
            """, true
        )
    ])
}
