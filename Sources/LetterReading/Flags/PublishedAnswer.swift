// SPDX-License-Identifier: Apache-2.0

/// What a platform of requests says of the answer: «Ваша відповідь з’явиться на сайті автоматично», «усе листування публікується».
enum PublishedAnswer {
    /// The sentence; nil where none says that answers are shown to everybody.
    static func first(in text: NormalizedText) -> Range<Int>? {
        for sentence in text.sentences {
            var start = sentence.lowerBound
            // What a platform adds below a letter often ends without a point.
            for index in sentence where index > start && text.tokens[index].startsLine && text.tokens[index].capitals != .none {
                if isPublic(start..<index, text) { return start..<index }
                start = index
            }
            if isPublic(start..<sentence.upperBound, text) { return start..<sentence.upperBound }
        }
        return nil
    }

    private static func isPublic(_ range: Range<Int>, _ text: NormalizedText) -> Bool {
        var found: Set<Word> = []
        for index in range {
            if let word = words.meaning(of: text.tokens[index], in: text) { found.insert(word) }
        }
        return found.contains(.answer) && found.contains(.place) && found.contains(.appears) && !found.contains(.wish)
    }

    private enum Word { case answer, appears, place, wish }
    private static let words = StemTable<Word>([
        ("відповідь відповіді відповідей листування лист листи переписка переписку кореспонденція ответ ответы", .answer),
        (
            """
            з'явиться з'являється з'являються автоматично публікується публікуються оприлюднюється оприлюднюються розміщується відображається \
            опубліков* оприлюднен* розміщено доступна доступне доступні автоматически
            """, .appears
        ),
        ("сайті сайт вебсайті порталі платформі інтернет* мережі будь-кому усім сайте", .place),
        // Who asks for an answer on the council's own site is no platform.
        ("прошу просимо опублікуйте розмістіть", .wish),
    ])
}
