// SPDX-License-Identifier: Apache-2.0

/// The writer asks that nobody learn who he is: «не називати йому моїх даних», «моє прізвище просимо не розголошувати», «не сообщайте
/// соседям, что это я».
enum SecrecyRequest {
    /// From «не» and its verb to what is to be kept; nil where nothing is.
    static func first(in text: NormalizedText) -> Range<Int>? {
        for index in text.tokens.indices.dropLast()
        where !isFieldValue(index, text) && negations.knows(text.tokens[index], in: text) {
            guard telling.knows(text.tokens[index + 1], in: text) else { continue }
            let behind = index + 2..<min(text.tokens.count, index + 2 + reach)
            let before = max(0, index - reach)..<index
            let near = before.reversed().prefix { !isEnd(text.tokens[$0]) } + behind.prefix { !isEnd(text.tokens[$0]) }
            if own.isMet(in: near, of: text) { return index..<index + 2 }
        }
        return nil
    }

    /// «Публічність: не публікувати»: a field of a form tells of the site, not of who writes.
    private static func isFieldValue(_ index: Int, _ text: NormalizedText) -> Bool {
        index > 1 && text.tokens[index - 1].isMark(":")
            && (text.tokens[index - 2].startsLine || text.tokens[max(0, index - 3)].startsLine)
    }

    private static func isEnd(_ token: Token) -> Bool { token.isMark(".") || token.isMark("!") || token.isMark("?") }

    /// To the infinitive, an order, or «щоб не …лося»: «не повідомили мені» is no request.
    private static let telling = StemTable<Bool>([
        (
            """
            називати називайте назвати розголошувати розголошуйте розголосити повідомляти повідомляйте передавати передавайте вказувати вказуйте \
            зазначати зазначайте розкривати розкривайте оприлюднювати оприлюднюйте публікувати згадувати згадуйте казати кажіть говорити говоріть \
            видавати видавайте показувати показуйте называть называйте разглашать разглашайте сообщать сообщайте указывать указывайте говорить говорите \
            раскрывать раскрывайте упоминать передавать
            """, true
        )
    ])
    private static let negations = StemTable<Bool>([("не", true)])
    private static let own = StemTable<Bool>([
        (
            """
            моє мого мої моїх моїм моя мою мене мій нас наші наших прізвище прізвища ім'я імені хто що-я моё мое моего мои моих меня фамилию фамилии \
            имя кто нами мною сусідам сусідові сусіду соседям соседу
            """, true
        )
    ])
    /// Tokens on either side of the verb.
    private static let reach = 5
}
