// SPDX-License-Identifier: Apache-2.0

/// The telephone of the applicant: in a field, in the block with his name, above the text, behind «мій телефон», in the last words.
struct ApplicantPhone: Sendable {
    let fact: Fact<String>?

    init(_ evidence: LetterEvidence, blocks: [Range<Int>], isPassedOn: Bool) {
        let text = evidence.text
        let fields = [evidence.form[.phone]].compactMap(\.self) + blocks + [evidence.form[.email]].compactMap(\.self)
        let head = isPassedOn ? nil : PhoneNumber.first(in: text, 0..<evidence.headEnd)
        let found =
            fields.lazy.compactMap { PhoneNumber.preferred(in: text, $0) }.first ?? head ?? (isPassedOn ? nil : Self.own(text))
        fact = found.map { evidence.fact($0.text, $0.tokens, .sure, "the author's telephone") }
    }

    /// A number in the text: with «мій телефон» before it, or in the last words.
    private static func own(_ text: NormalizedText) -> PhoneNumber? {
        for hit in ownNumbers.hits(in: text) {
            let end = min(hit.tokens.upperBound + 8, text.tokens.count)
            if let phone = PhoneNumber.first(in: text, hit.tokens.upperBound..<end) { return phone }
        }
        var start = max(0, text.tokens.count - tailTokens)
        // Not in the middle of a number.
        while start > 0, text.tokens.count - start < 2 * tailTokens, text.tokens[start].kind != .word { start -= 1 }
        let tail = start..<text.tokens.count
        guard let phone = PhoneNumber.first(in: text, tail) else { return nil }
        let before = max(0, phone.tokens.lowerBound - 4)..<phone.tokens.lowerBound
        return foreignNumbers.isMet(in: before, of: text) ? nil : phone
    }

    private static let tailTokens = 40
    private static let ownNumbers = PhraseBook<Bool>([
        (
            """
            мій телефон | мій тел | мій номер | номер мій | телефон мій | мені дзвон* | мені можна дзвон* | мені можна телефон* | дзвонити мені | дзвонити | звонить | тел для зв'язку | телефон для зв'язку | контактний телефон | мой телефон | зателефонуйте мені | мій моб | подзвоніть мені | дзвоніть | зв'язатися зі мною \
            | зв'язатися | звоните | номер телефону | мої контакти | телефонуйте | набирайте | зв'язуйтеся | зв'яжіться | контактний номер | телефон домашній | домашній телефон | мобільний телефон | мій мобільний | мої телефони
            """, true
        )
    ])
    private static let foreignNumbers = StemTable<Bool>([
        ("диспетчер* гаряч* лінії аварійн* дзвони* звони* номером охорон* водія", true)
    ])
}
