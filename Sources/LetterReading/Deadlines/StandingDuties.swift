// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Duties a sentence only recalls, needs it pleads, burdens it tells of.
extension DeadlineSurroundings {
    /// «Нагадуємо, що сторони у семиденний строк повинні …», «Якщо запит стосується життя особи, відповідь надається не пізніше 48 годин»:
    /// the law for everybody, not what is asked of us.
    func isGeneralRule(_ mention: DeadlineMention, _ sentence: Range<Int>) -> Bool {
        guard case .term = mention.form, sentence.count > 2, !Self.addressed.isMet(in: sentence, of: text) else { return false }
        return isConditionOfLaw(sentence) || isReminder(sentence) && !TaskClauses.ordering.isMet(in: sentence, of: text)
    }

    private func isReminder(_ sentence: Range<Int>) -> Bool {
        guard Self.reminders.knows(text.tokens[sentence.lowerBound], in: text) else { return false }
        return sentence.prefix(Self.governing).contains { text.reads(text.tokens[$0], "що") }
    }

    /// It says what is done with any request or appeal where something is so.
    private func isConditionOfLaw(_ sentence: Range<Int>) -> Bool {
        Self.conditions.isMet(in: sentence.prefix(Self.conditional), of: text) && Self.appeals.isMet(in: sentence, of: text)
            && sentence.contains { text.tokens[$0].kind == .word && Self.doneByAnybody.fits(text.tokens[$0], in: text) }
    }

    /// «До початку навчального року залишається два місяці», «до 1 вересня лишилося десять днів»: how near it is.
    func isCountdown(_ mention: DeadlineMention, _ sentence: Range<Int>) -> Bool {
        let end = min(sentence.upperBound, mention.tokens.upperBound + 2)
        return Self.remaining.isMet(in: mention.tokens.lowerBound..<max(mention.tokens.upperBound, end), of: text)
    }

    /// «Нагадуємо, що служби подають відомості щокварталу до 10 числа …».
    func isStandingDuty(_ mention: DeadlineMention, _ sentence: Range<Int>) -> Bool {
        guard case .recurring = mention.form, !mention.needsReview, !sentence.isEmpty else { return false }
        return text.reads(text.tokens[sentence.lowerBound], ["нагадуємо", "нагадую"])
    }

    /// «Мені дуже потрібно це до 10 листопада»: why there is a hurry.
    func isNeed(_ index: Int, _ sentence: Range<Int>) -> Bool {
        Awaiting.isOfThings(at: index, text)
            || text.reads(text.tokens[index], ["потрібно", "треба"])
                && (max(sentence.lowerBound, index - 3)..<index).contains { text.reads(text.tokens[$0], ["мені", "нам"]) }
    }

    /// «Мусимо обходити по льоду щодня», «незручності, яких можуть зазнати клієнти»: what somebody can or has to do himself.
    func isBorne(_ index: Int, _ sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, index - 2)..<index).contains {
            OrderingVerb.governing.meaning(of: text.tokens[$0], in: text) == .able
        }
    }

    private static let reminders = StemTable<Bool>([
        ("нагадуємо нагадую нагадаємо інформуємо інформую повідомляємо повідомляю звертаємо звертаю наголошуємо напоминаем", true)
    ])
    private static let conditions = StemTable<Bool>([("якщо разі випадку коли если случае", true)])
    private static let appeals = StemTable<Bool>([("запит* звернення звернень заяв* скарг*", true)])
    /// «надається», «розглядаються»
    private static let doneByAnybody = EndingSet(["ається", "яється", "ується", "юється", "аються", "яються", "уються", "юються"])
    /// Tokens a condition is named in.
    private static let conditional = 2
    private static let remaining = StemTable<Bool>([
        (
            "залишається залишаються залишилося залишилось залишилися залишились лишається лишаються лишилося лишилось лишилися осталось остается остаётся",
            true
        )
    ])
    private static let addressed = StemTable<Bool>([
        ("ви вам вас ваш* прошу просимо необхідно потрібно слід виконавчому виконавчий комітету комітет раді", true)
    ])
}
