// SPDX-License-Identifier: Apache-2.0

/// What a platform of requests says of the answer: «Ваша відповідь з’явиться на сайті автоматично», «усе листування публікується».
enum PublishedAnswer {
    /// The sentence; nil where none says that answers are shown to everybody.
    static func first(in text: NormalizedText) -> Range<Int>? {
        text.sentences.first { sentence in
            var found: Set<Word> = []
            for index in sentence {
                if let word = words.meaning(of: text.tokens[index], in: text) { found.insert(word) }
            }
            return found.contains(.answer) && found.contains(.place) && found.contains(.appears) && !found.contains(.wish)
        }
    }

    private enum Word { case answer, appears, place, wish }
    private static let words = StemTable<Word>([
        ("відповідь відповіді відповідей листування переписка переписку кореспонденція ответ ответы", .answer),
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
