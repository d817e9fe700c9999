// SPDX-License-Identifier: Apache-2.0

/// Money that somebody in office takes for himself, in the words people find for it.
enum BribeAsked {
    /// «Начальник відділу за погодження просить «подяку» 500 доларів».
    static func isTold(in text: NormalizedText) -> Bool {
        text.sentences.contains { sentence in
            var found: Set<Word> = []
            for index in sentence {
                if let word = words.meaning(of: text.tokens[index], in: text) { found.insert(word) }
            }
            return found.isSuperset(of: [.officer, .asks, .reward])
        }
    }

    /// «Списує пальне, якого не було, а гроші ділить із бухгалтером»: told beside the word corruption it is one.
    static func isTheft(in text: NormalizedText) -> Bool {
        text.tokens.contains { thefts.knows($0, in: text) }
    }

    private enum Word { case officer, asks, reward }
    private static let words = StemTable<Word>([
        (
            """
            начальник начальниця начальника завідувач завідувачка директор директорка посадов* чиновник* спеціаліст* спеціалістка інспектор* лікар лікарка \
            депутат заступник заступниця голова староста працівник працівниця
            """, .officer
        ),
        (
            "просить вимагає вимагав вимагала просив просила натякає натякнув натякнула хоче взяв взяла бере каже сказав сказала",
            .asks
        ),
        ("подяку віддячити долар* євро хабар* конверт* готівкою винагороду відкат*", .reward),
    ])
    private static let thefts = StemTable<Bool>([
        (
            "краде крадуть списує списують привласню* привласни* розкрадає розкрадають відмиває відмивають ділить фіктивн* підставн*",
            true
        )
    ])
}
