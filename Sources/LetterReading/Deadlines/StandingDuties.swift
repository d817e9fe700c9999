// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Duties a sentence only recalls, needs it pleads, burdens it tells of.
extension DeadlineSurroundings {
    /// «Нагадуємо, що сторони у семиденний строк повинні …»: the law for everybody, not what is asked of us.
    func isGeneralRule(_ mention: DeadlineMention, _ sentence: Range<Int>) -> Bool {
        guard case .term = mention.form, sentence.count > 2,
            Self.reminders.meaning(of: text.tokens[sentence.lowerBound], in: text) != nil
        else { return false }
        let lead = sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + Self.governing)
        return lead.contains { text.reads(text.tokens[$0], "що") }
            && !sentence.contains { Self.addressed.meaning(of: text.tokens[$0], in: text) != nil }
    }

    /// «Нагадуємо, що служби подають відомості щокварталу до 10 числа …».
    func isStandingDuty(_ mention: DeadlineMention, _ sentence: Range<Int>) -> Bool {
        guard case .recurring = mention.form, !mention.needsReview, !sentence.isEmpty else { return false }
        return text.reads(text.tokens[sentence.lowerBound], ["нагадуємо", "нагадую"])
    }

    /// «Мені дуже потрібно це до 10 листопада»: why there is a hurry.
    func isNeed(_ index: Int, _ sentence: Range<Int>) -> Bool {
        text.reads(text.tokens[index], ["потрібно", "треба"])
            && (max(sentence.lowerBound, index - 3)..<index).contains { text.reads(text.tokens[$0], ["мені", "нам"]) }
    }

    /// «Мусимо обходити по льоду щодня»: what the writer has to bear.
    func isBorne(_ index: Int, _ sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, index - 2)..<index).contains { Self.bearing.meaning(of: text.tokens[$0], in: text) != nil }
    }

    private static let reminders = StemTable<Bool>([
        ("нагадуємо нагадую нагадаємо інформуємо інформую повідомляємо повідомляю звертаємо звертаю наголошуємо напоминаем", true)
    ])
    private static let addressed = StemTable<Bool>([
        ("ви вам вас ваш* прошу просимо необхідно потрібно слід виконавчому виконавчий комітету комітет раді", true)
    ])
    private static let bearing = StemTable<Bool>([
        (
            "мусить мусимо мушу мусила мусив мусили мусять змушений змушена змушені доводиться доводилося доводилось вынуждены вынужден",
            true
        )
    ])
}
