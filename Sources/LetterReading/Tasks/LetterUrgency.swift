// SPDX-License-Identifier: Apache-2.0

/// What of a whole letter makes its terms shorter or puts it under control.
struct LetterUrgency {
    private let layout: LetterLayout
    private var text: NormalizedText { layout.text }

    init(_ layout: LetterLayout) { self.layout = layout }

    /// «доручення», «на контролі», «вимагаємо», «доповісти», a telegram.
    var hasControlWords: Bool { isTelegram || text.tokens.contains { Self.controlWords.knows($0, in: text) } }

    var isTelegram: Bool {
        layout.lines.prefix(3).contains { line in
            Self.telegrams.knows(text.tokens[line.tokens.lowerBound], in: text)
        }
    }

    /// «ТЕРМІНОВО» alone on a line above the text.
    var isMarkedUrgent: Bool {
        layout.head.contains { line in
            line.tokens.count <= 3
                && line.tokens.contains { DeadlineWord.table.meaning(of: text.tokens[$0], in: text) == .urgent }
        }
    }

    /// Life, health, environment, accidents: why information is asked for in 48 hours (law 2939-VI, art. 20 part 2).
    var hasReasonForHours: Bool { text.tokens.contains { Self.reasons.knows($0, in: text) } }

    private static let controlWords = StemTable<Bool>([
        ("доручен* протокольн* контрол* вимагаємо вимагаю доповісти телеграм*", true)
    ])
    private static let telegrams = StemTable<Bool>([("телеграма факсограма телефонограма радіограма", true)])
    private static let reasons = StemTable<Bool>([
        ("загроз* небезпе* житт* здоров* аварі* катастроф* довкілл* безпек* свобод* якост* забрудн* епідемі*", true)
    ])
}
