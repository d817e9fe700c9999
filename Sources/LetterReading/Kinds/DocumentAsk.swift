// SPDX-License-Identifier: Apache-2.0

/// «Надішліть, будь ласка, останній кошторис», «повідомте загальну площу»: a sentence that asks for what an office has on paper,
/// with words between the verb and the thing that no phrase can foresee.
enum DocumentAsk {
    /// From the verb to the thing, in order.
    static func places(in text: NormalizedText, _ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var verb: Int?
        var hands = false
        let glance = glance
        for index in range {
            let token = text.tokens[index]
            if token.kind == .mark, [".", "!", "?", ";"].contains(where: token.isMark) { verb = nil }
            guard glance.mayKnow(token) else { continue }
            if let found = verbs.meaning(of: token, in: text) {
                (verb, hands) = (index, found == .hand)
            } else if let start = verb, index - start <= reach {
                switch words.meaning(of: token, in: text) {
                case .paper where !hands: break
                case .thing, .paper:
                    found.append(start..<index + 1)
                    verb = nil
                case .other: verb = nil
                case nil: break
                }
            }
        }
        return found
    }

    private static let glance = WordGlance([verbs.slots, words.slots])
    private enum Verb { case hand, tell }
    private enum Word { case thing, paper, other }
    private static let verbs = StemTable<Verb>([
        (
            "надати надайте надішліть надіслати вислати вишліть вишліте скиньте киньте дайте перешліть отримати предоставить предоставьте прислать пришлите ознайомити",
            .hand
        ),
        ("повідомити повідомте вказати вкажіть зазначити сообщить сообщите", .tell),
    ])
    /// What offices keep; and what is asked for beside it: help, an answer, a reason.
    private static let words = StemTable<Word>([
        (
            """
            копі* копи* перелік* перечень перечня список списк* реєстр реєстру реєстри реестр кошторис* смет* договір договор* контракт* акт акти протокол* \
            звіт звіти звіту отчет* статистик* відомост* сведени* дані данные кількіст* количеств* скільки сколько суму суми сумму обсяг* площу площа вартість \
            стоимость бюджет* положення генплан* генеральн* розміри витрати видатки ставки тендер* цифри цифр
            """, .thing
        ),
        // «Повідомити про прийняте рішення» asks for an answer.
        ("рішення постанову наказ розпорядження", .paper),
        (
            """
            допомог* помощь помощи відповід* ответ* довідк* справк* чому почему коли когда куди чи дозвіл дозволу субсиді* результат* заход* можливіст* \
            мою моє моїх мій моєї житло квартир* час
            """, .other
        ),
    ])
    /// Tokens from the verb to the thing.
    private static let reach = 8
}
