// SPDX-License-Identifier: Apache-2.0

/// Verbs that tell what somebody does or did: «виконує», «подають», «звернулися», «просимо»; by the endings of person and past.
enum FiniteVerb {
    static func holds(_ token: Token, in text: NormalizedText) -> Bool {
        guard token.kind == .word, token.letters.count >= shortest, endings.fits(token, in: text) else { return false }
        return !others.knows(token, in: text)
    }

    /// «зроблено», «розподілено»: what was done, whoever did it.
    static func isDone(_ token: Token, in text: NormalizedText) -> Bool {
        token.letters.count >= shortest && done.fits(token, in: text) && !adverbs.knows(token, in: text)
    }

    private static let done = EndingSet(["ено", "ано", "яно", "ято", "ито", "уто"])
    private static let adverbs = StemTable<Bool>([("погано зарано колено часто густо просто місто свято багато відкрито", true)])
    private static let endings = EndingSet([
        "ає", "яє", "ує", "ює", "іє", "ємо", "имо", "емо", "ить", "ать", "ють", "уть", "ється", "ються", "иться", "яться",
        "аться", "еться",
        "уться", "ємось", "имось", "ємося", "имося", "вся", "лася", "лась", "лося", "лось", "лися", "лись", "вав",
        "вала", "вали", "вало", "нув", "нула", "нули", "нуло", "зила", "зили", "дила", "дили", "вила", "вили", "шила", "шили",
        "нила", "нили", "чила", "чили", "мила", "мили", "сила", "сили",
        "тиме", "тимуть", "тимемо", "йшов", "йшла", "йшло", "йшли", "рав", "мав", "дав", "жав", "чав", "нав", "осив", "вив",
        "бив", "шив", "чив", "див", "мив",
        "пив", "нив",
    ])
    /// Nouns and adjectives that end so.
    private static let others = StemTable<Bool>([
        (
            "печать ухвал* інтервал* підвал* завал* обвал* перевал* навал* правил* сила сили мила мили вила вили могил* двоє троє",
            true
        )
    ])
    private static let shortest = 5
}
