// SPDX-License-Identifier: Apache-2.0

/// The writer's word that he wrote before: «пишу вдруге», «вже третій мій лист», «раніше подавала заяву», «на моє звернення від …».
enum RepeatedAppeal {
    /// Nil where nothing says so, or only that he wrote to others.
    static func first(in text: NormalizedText) -> Range<Int>? {
        text.tokens.indices.lazy.filter { text.tokens[$0].kind == .word }.compactMap { place(at: $0, text) }
            .first { !FlagReading.isToOthers($0, in: text) && !isOfOthers($0, text) }
    }

    /// «Сусідка вже писала про це дерево»: somebody else did.
    private static func isOfOthers(_ pair: Range<Int>, _ text: NormalizedText) -> Bool {
        let before = max(0, pair.lowerBound - ownReach)..<pair.lowerBound
        return others.isMet(in: before.suffix(othersReach), of: text)
            && !before.contains { text.reads(text.tokens[$0], ["я", "ми", "мы"]) }
    }

    private static func place(at index: Int, _ text: NormalizedText) -> Range<Int>? {
        switch words.meaning(of: text.tokens[index], in: text) {
        case .again: return nearest(index, text, reach) { $0 == .writes || $0 == .wrote }
        case .before: return nearest(index, text, reach) { $0 == .wrote }
        // «Це вже третій мій лист», but not «друге звернення сусіда».
        case .ordinal:
            guard let letter = nearest(index, text, ordinalReach, { $0 == .letter }) else { return nil }
            let around = max(0, index - ordinalReach)..<min(text.tokens.count, letter.upperBound + 1)
            return own.isMet(in: around, of: text) ? letter : nil
        case .writes, .wrote, .letter, nil: return nil
        }
    }

    /// The pair of words, in either order, within one sentence.
    private static func nearest(_ index: Int, _ text: NormalizedText, _ reach: Int, _ fits: (Word) -> Bool) -> Range<Int>? {
        func isPair(_ other: Int) -> Bool { words.meaning(of: text.tokens[other], in: text).map(fits) == true }
        let behind = (index + 1..<min(text.tokens.count, index + 1 + reach)).prefix { !text.tokens[$0].isMark(".") }
        if let other = behind.first(where: isPair) { return index..<other + 1 }
        let before = (max(0, index - reach)..<index).reversed().prefix { !text.tokens[$0].isMark(".") }
        return before.first(where: isPair).map { $0..<index + 1 }
    }

    private enum Word { case again, before, ordinal, writes, wrote, letter }
    private static let words = StemTable<Word>([
        (
            "вдруге удруге втретє утретє вчетверте вп'яте повторно вкотре укотре знову неодноразово двічі тричі второй третий",
            .again
        ),
        ("раніше вже уже раньше ранее", .before),
        (
            "другий друге друга другу третій третє третя третю четвертий четверте четверта п'ятий п'яте п'ята шостий шосте сьомий сьоме второе третье четвертое",
            .ordinal
        ),
        (
            "пишу пишемо звертаюсь звертаюся звертаємось звертаємося надсилаю надсилаємо скаржусь скаржуся пишу обращаюсь обращаемся прошу просимо турбую турбуємо",
            .writes
        ),
        (
            """
            звертався зверталась зверталася звертались зверталися писав писала писали подавав подавала подавали надсилав надсилала надсилали \
            скаржився скаржилась скаржилася обращался обращалась обращались писал
            """, .wrote
        ),
        ("лист звернення скарга скаргу заява заяву запит письмо обращение", .letter),
    ])
    private static let own = StemTable<Bool>([("мій моє моя мою наш наше наша нашу це мое пишу надсилаю подаю", true)])
    private static let others = StemTable<Bool>([
        (
            "сусід сусідка сусіди хтось люди чоловік дружина мама мати батько дочка донька син брат сестра онук онука внучка староста депутат сосед соседка соседи муж жена",
            true
        )
    ])
    /// Tokens before the pair in which who wrote may stand, and in which «я» may.
    private static let othersReach = 2
    private static let ownReach = 6
    private static let reach = 4
    private static let ordinalReach = 3
}
