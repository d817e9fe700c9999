// SPDX-License-Identifier: Apache-2.0

/// «Очікуємо відповідь до 20 травня» asks; «у березні очікуємо два вантажі», «чекаємо на підвищення тарифу» tells what is coming.
enum Awaiting {
    /// Whether the word waits for something its reader does not give.
    static func isOfThings(at index: Int, _ text: NormalizedText) -> Bool {
        guard waiting.knows(text.tokens[index], in: text), !isOfAnswer(at: index, text) else { return false }
        var (start, end) = (index, index)
        while start > max(0, index - reach), !endsSentence(start - 1, text) { start -= 1 }
        while end < min(text.tokens.count, index + reach), !endsSentence(end, text) { end += 1 }
        return !given.isMet(in: start..<end, of: text)
    }

    /// «Чекаємо завтра до 11:00 на адресу департаменту»: nothing is named, so what the letter asked for is waited for.
    private static func isOfAnswer(at index: Int, _ text: NormalizedText) -> Bool {
        var next = index + 1
        while next < text.tokens.count, between.knows(text.tokens[next], in: text) { next += 1 }
        guard next < text.tokens.count, leads.knows(text.tokens[next], in: text) else { return false }
        for index in next..<min(text.tokens.count, next + longestAnswer) {
            let token = text.tokens[index]
            if token.startsParagraph || endsSentence(index, text) { return true }
            if token.kind != .word || times.knows(token, in: text) || WrittenPeriod.months.knows(token, in: text) { continue }
            if text.reads(token, "на") {
                return places.isMet(in: index + 1..<min(text.tokens.count, index + 3), of: text)
            }
            return ways.knows(token, in: text)
        }
        return true
    }

    private static func endsSentence(_ index: Int, _ text: NormalizedText) -> Bool {
        text.tokens[index].isMark(".") && !(index + 1 < text.tokens.count && text.tokens[index + 1].isGlued)
    }

    /// Words of a day.
    private static let times = StemTable<Bool>([
        (
            """
            до не пізніше ніж як завтра сьогодні протягом впродовж упродовж кінця робочого робочих календарних дня днів тижня місяця обіду р року год годин \
            години хв цього наступного понеділка вівторка середи четверга п'ятниці включно та і
            """, true
        )
    ])
    /// What follows the day where no thing does.
    private static let ways = StemTable<Bool>([("за для у в від бо оскільки щоб електронною засобами через тел", true)])
    /// Tokens of a day with where to send it.
    private static let longestAnswer = 16
    private static let between = StemTable<Bool>([("від з вас громад рад усіх всіх вашого боку", true)])
    /// What a day or a term begins with.
    private static let leads = StemTable<Bool>([("до не завтра сьогодні протягом впродовж упродовж", true)])
    private static let places = StemTable<Bool>([("адрес* пошт* скриньк* електронн* ел e-mail email", true)])
    private static let waiting = StemTable<Bool>([("чекаємо чекаю очікуємо очікую", true)])
    /// What whoever reads the letter may give.
    private static let given = StemTable<Bool>([
        (
            """
            відповід* інформаці* пропозиці* звіт* рішен* реакці* реагуван* документ* копі* розрахун* дій дії вирішен* допомог* вас вами ваш* \
            результат* роз'яснен* погоджен* повідомлен* підтверджен* матеріал* список списки переліку перелік заявк* заяв* акт акта акти анкет* \
            представник* участ* усунен* виконан* сплат* оплат* кандидатур* зауважен* дані даних відомост* висновк* висновок довідк* лист листа \
            листи запит* сприян* заход* ремонт* відновлен* відмов* згод* платеж* кошт* повернен*
            """, true
        )
    ])
    /// Tokens to each side among which it is named.
    private static let reach = 9
}
