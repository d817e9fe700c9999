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
        let glance = glance
        for sentence in text.sentences where sentence.overlaps(body) {
            guard let verb = sentence.clamped(to: body).first(where: { glance.mayKnow(text.tokens[$0]) && asks(at: $0, text) })
            else { continue }
            guard !isGoverned(verb, from: sentence.lowerBound, text), !isOnlyNotice(verb..<sentence.upperBound, text),
                !isReceipt(sentence, before: verb, text)
            else { continue }
            let hasTerm =
                terms.isMet(in: sentence, of: text)
                || WrittenBound.holds(in: sentence, text)
            found.append(AskSentence(tokens: sentence, verb: verb, hasTerm: hasTerm))
        }
        return found
    }

    private static let glance = WordGlance([verbs.slots, Imperatives.slots])

    private static func asks(at index: Int, _ text: NormalizedText) -> Bool {
        let token = text.tokens[index]
        guard verbs.knows(token, in: text) || Imperatives.holds(token, in: text) else { return false }
        // «Ремонт належить до повноважень міської ради».
        return !text.reads(token, "належить") || index + 1 >= text.tokens.count || !text.reads(text.tokens[index + 1], "до")
    }

    /// «Роботи заплановано завершити до 30 червня»: the infinitive tells what others will do.
    static func isGoverned(_ verb: Int, from start: Int, _ text: NormalizedText) -> Bool {
        let before = start..<verb
        guard !before.isEmpty, text.tokens[verb].letters.count > 3, infinitives.fits(text.tokens[verb], in: text)
        else { return false }
        if let last = before.last, governors.knows(text.tokens[last], in: text) { return true }
        return plans.isMet(in: before.suffix(planReach), of: text)
    }

    /// «Вимога надати довідку є незаконною», «мають право подати»: the infinitive goes with a noun.
    private static let governors = StemTable<Bool>([
        ("вимога вимоги право права можливість можливості намір готовність обов'язок спроба спроби змогу", true)
    ])

    private static let infinitives = EndingSet(["ти", "ить"])
    private static let plans = StemTable<Bool>([
        (
            "заплановано планується планує плануємо планують передбачено передбачається може можуть зможе зможуть готові готовий",
            true
        )
    ])
    /// Tokens between such words and the infinitive.
    private static let planReach = 4

    /// «Про отримання та вхідний номер просимо повідомити», «Підтвердіть отримання та повідомте вхідний номер»: what is to be
    /// confirmed, or that it is, stands before the verb.
    private static func isReceipt(_ sentence: Range<Int>, before verb: Int, _ text: NormalizedText) -> Bool {
        guard sentence.count <= longestReceipt, let receipt = receipts.first(in: text, sentence) else { return false }
        let first = text.tokens[sentence.lowerBound]
        return receipt.tokens.upperBound <= verb
            && (receipt.tokens.lowerBound <= sentence.lowerBound + 1 || confirming.knows(first, in: text))
    }

    /// «Просимо взяти до відома», «просимо врахувати в роботі», «прошу підтвердити отримання».
    private static func isOnlyNotice(_ range: Range<Int>, _ text: NormalizedText) -> Bool {
        guard
            notices.first(in: text, range).map({ $0.tokens.lowerBound <= range.lowerBound + 6 }) ?? false
                || isUse(range, text)
        else { return false }
        return !others.isMet(in: range, of: text)
    }

    /// «Просимо взяти надану інформацію до уваги», «використати наведені роз’яснення у практичній діяльності».
    private static func isUse(_ range: Range<Int>, _ text: NormalizedText) -> Bool {
        guard let verb = range.prefix(6).first(where: { uses.knows(text.tokens[$0], in: text) }) else { return false }
        return purposes.hits(in: text, verb..<min(range.upperBound, verb + longestUse)).first != nil
    }

    private static let uses = StemTable<Bool>([
        ("взяти брати прийняти приймати використати використовувати застосовувати", true)
    ])
    private static let purposes = PhraseBook<Bool>([
        (
            "до відома | до уваги | до керівництва | в роботі | у роботі | у практичній | в практичній | у подальшій роботі | у своїй роботі | у повсякденній | в діяльності | у діяльності",
            true
        )
    ])
    /// Tokens of «взяти надану Міністерством інформацію до уваги».
    private static let longestUse = 9

    private static let verbs = StemTable<Bool>([
        (
            """
            прошу просимо просим прохання проханням просить вимагаю вимагаємо вимагає наполягаємо зобов'язую зобов'язуємо зобов'язує \
            доручаю доручаємо доручає необхідно належить слід потрібно маєте повинні потребуємо скиньте перешліть пришліть вишліть подавайте вживіть пропонуємо надати подати \
            поінформувати проінформувати забезпечити затвердити провести завершити заповнити інформувати надсилати здійснити вжити \
            витребувати зобов'язати организовать обеспечить предоставить требуем требую просьба
            """, true
        )
    ])
    private static let notices = PhraseBook<Bool>([
        (
            """
            взяти до відома | прийняти до відома | врахувати | враховувати | взяти до уваги | брати до уваги | прийняти до уваги | мати на увазі | взяти до керівництва | прийняти до керівництва | використовувати в роботі | використати в роботі | використовувати у роботі | використати у роботі | використовувати в практичній | використовувати у практичній | використовувати під час | застосовувати в роботі | застосовувати у роботі | довести до відома | підтвердити отримання | підтвердити надходження | підтвердити одержання
            | повідомити вхідний | повідомити реєстраційний | звернути увагу | не відповідати | вважати | підтвердити факт | підтвердити реєстрацію | вибачити | вибачення | ознайомитися | ознайомитись | керуватися | керуватись | розглядати як
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
