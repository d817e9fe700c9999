// SPDX-License-Identifier: Apache-2.0

/// Thanks for what has not been done yet: «Будемо вдячні за відповідь до 12 квітня» asks, «вдячні за співпрацю» does not.
enum Thanks {
    static func ask(at index: Int, _ text: NormalizedText) -> Bool {
        guard thankful.knows(text.tokens[index], in: text) else { return false }
        let behind = index + 1..<min(text.tokens.count, index + reach)
        guard let lead = behind.first(where: { text.reads(text.tokens[$0], ["за", "якщо"]) }) else { return false }
        return lead + 1 < text.tokens.count && !text.tokens[lead].startsLine
            && (text.reads(text.tokens[lead], "якщо") || given.knows(text.tokens[lead + 1], in: text))
    }

    /// Of the words it may begin with.
    static var slots: WordSlots { thankful.slots }

    private static let thankful = StemTable<Bool>([("вдячні вдячний вдячна", true)])
    private static let given = StemTable<Bool>([
        (
            "відповідь інформацію підтвердження погодження надання надсилання повернення повідомлення роз'яснення копію копії пропозиції",
            true
        )
    ])
    /// Tokens from «вдячні» to «за».
    private static let reach = 5
}
