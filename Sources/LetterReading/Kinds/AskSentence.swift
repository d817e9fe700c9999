// SPDX-License-Identifier: Apache-2.0

/// A sentence that asks its reader to do something, beyond taking note or confirming receipt.
struct AskSentence: Hashable, Sendable {
    /// Positions in ``NormalizedText/tokens``.
    let tokens: Range<Int>
    /// Where the word that asks stands.
    let verb: Int
    /// Whether it sets a day, a term or says that it is urgent.
    let hasTerm: Bool

    static func all(in text: NormalizedText, _ body: Range<Int>) -> [AskSentence] {
        var found: [AskSentence] = []
        for sentence in text.sentences where sentence.overlaps(body) {
            guard let verb = sentence.clamped(to: body).first(where: { verbs.meaning(of: text.tokens[$0], in: text) != nil })
            else { continue }
            guard !isPlan(sentence.lowerBound..<verb, verb, text), !isOnlyNotice(verb..<sentence.upperBound, text),
                !isReceipt(sentence, before: verb, text)
            else { continue }
            let hasTerm =
                sentence.contains { terms.meaning(of: text.tokens[$0], in: text) != nil }
                || isDated(verb..<sentence.upperBound, text)
            found.append(AskSentence(tokens: sentence, verb: verb, hasTerm: hasTerm))
        }
        return found
    }

    /// «Роботи заплановано завершити до 30 червня»: the infinitive tells what others will do.
    private static func isPlan(_ before: Range<Int>, _ verb: Int, _ text: NormalizedText) -> Bool {
        guard !before.isEmpty, text.tokens[verb].letters.count > 3,
            ["ти", "ить"].contains(where: text.folded(text.tokens[verb]).hasSuffix)
        else { return false }
        return before.suffix(planReach).contains { plans.meaning(of: text.tokens[$0], in: text) != nil }
    }

    private static let plans = StemTable<Bool>([
        (
            "заплановано планується планує плануємо планують передбачено передбачається може можуть зможе зможуть готові готовий",
            true
        )
    ])
    /// Tokens between such words and the infinitive.
    private static let planReach = 4

    /// «Просимо до 24.03.2027 …»: a request proper, with a day behind «до».
    private static func isDated(_ rest: Range<Int>, _ text: NormalizedText) -> Bool {
        guard let verb = rest.first, requests.meaning(of: text.tokens[verb], in: text) != nil else { return false }
        return rest.dropLast().contains { index in
            text.reads(text.tokens[index], "до") && WrittenDate(text, at: index + 1, end: rest.upperBound) != nil
        }
    }

    /// «Про отримання та вхідний номер просимо повідомити», «Підтвердіть отримання та повідомте вхідний номер»: what is to be
    /// confirmed, or that it is, stands before the verb.
    private static func isReceipt(_ sentence: Range<Int>, before verb: Int, _ text: NormalizedText) -> Bool {
        guard sentence.count <= longestReceipt, let receipt = receipts.hits(in: text, sentence).first else { return false }
        let first = text.tokens[sentence.lowerBound]
        return receipt.tokens.upperBound <= verb
            && (receipt.tokens.lowerBound <= sentence.lowerBound + 1 || confirming.meaning(of: first, in: text) != nil)
    }

    /// «Просимо взяти до відома», «просимо врахувати в роботі», «прошу підтвердити отримання».
    private static func isOnlyNotice(_ range: Range<Int>, _ text: NormalizedText) -> Bool {
        guard let notice = notices.hits(in: text, range).first, notice.tokens.lowerBound <= range.lowerBound + 6 else {
            return false
        }
        return !range.contains { others.meaning(of: text.tokens[$0], in: text) != nil }
    }

    private static let verbs = StemTable<Bool>([
        (
            """
            прошу просимо просим прохання проханням просить вимагаю вимагаємо зобов'язую зобов'язуємо доручаю доручаємо необхідно належить слід потрібно маєте повинні надайте надішліть подайте поінформуйте проінформуйте повідомте направте подавайте вимагає доручає зобов'язує \
            забезпечте організуйте усуньте вживіть заповніть прошу пропонуємо надати подати поінформувати проінформувати забезпечити затвердити провести завершити заповнити інформувати надсилати здійснити вжити \
            витребувати зобов'язати организовать обеспечить предоставить требуем требую просьба
            """, true
        )
    ])
    private static let requests = StemTable<Bool>([("прошу просимо просить вимагаю вимагаємо вимагає", true)])
    private static let notices = PhraseBook<Bool>([
        (
            """
            взяти до відома | прийняти до відома | врахувати | врахувати в роботі | використовувати в роботі | використати в роботі | довести до відома | підтвердити отримання | підтвердити надходження | підтвердити одержання
            | повідомити вхідний | повідомити реєстраційний | звернути увагу | не відповідати | вважати | підтвердити факт | підтвердити реєстрацію | вибачити | вибачення | ознайомитися | ознайомитись | керуватися | розглядати як
            """, true
        )
    ])
    private static let receipts = PhraseBook<Bool>([
        ("про отримання | про надходження | про одержання | про реєстрацію | отримання | надходження | вхідний номер", true)
    ])
    private static let confirming = StemTable<Bool>([("підтверд*", true)])
    private static let longestReceipt = 14
    private static let others = StemTable<Bool>([
        ("забезпечити поінформувати проінформувати подати заповнити організувати вжити завершити", true)
    ])
    private static let terms = StemTable<Bool>([
        (
            "термін строк протягом терміново невідкладно негайно пізніше щомісяця щокварталу щотижня щороку доби робочих календарних",
            true
        ),
        ("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня", true),
    ])
}
