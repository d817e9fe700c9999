// SPDX-License-Identifier: Apache-2.0

/// How an applicant wants the answer: `email`, `post` or `personally`.
enum ReplyChannel: String, Hashable, Sendable {
    case email, post, personally

    /// Nil where the letter does not say.
    static func fact(_ evidence: LetterEvidence) -> Fact<String>? {
        let text = evidence.text
        if let value = evidence.form[.answerBy], let channel = channel(in: text, value) {
            return evidence.fact(channel.rawValue, value, .sure, "a field of the form")
        }
        for hit in answers.hits(in: text) {
            guard let sentence = text.sentences.first(where: { $0.contains(hit.tokens.lowerBound) }) else { continue }
            let end = min(sentence.upperBound, hit.tokens.upperBound + maximumDistance)
            let start = max(sentence.lowerBound, hit.tokens.lowerBound - maximumDistance)
            if let channel = channel(in: text, start..<end) {
                return evidence.fact(channel.rawValue, start..<end, .sure, "the letter says so")
            }
        }
        return nil
    }

    /// Of several, mail first: «письмово та на e-mail».
    private static func channel(in text: NormalizedText, _ range: Range<Int>) -> ReplyChannel? {
        let found = Set(channels.hits(in: text, range).map(\.meaning))
        if found.contains(.email) { return .email }
        let hasAddress = range.contains { text.tokens[$0].isMark("@") }
        if hasAddress { return .email }
        return found.contains(.personally) ? .personally : found.contains(.post) ? .post : nil
    }

    private static let maximumDistance = 22
    private static let answers = PhraseBook<Bool>([
        (
            """
            відповідь | відповіді | вiдповiдь | ответ | отвєт | прошу відповісти | відповісти | письмову відповідь | відповідайте | ответить | результат* розгляду | прошу повідомити мене | інформувати мене | прошу надіслати | прошу направити | прошу надати
            | надіслати | направити | повідомити | поінформувати | проінформувати | просимо надати | просимо надіслати | надішліть | пришліть | пришлите
            """, true
        )
    ])
    private static let channels = PhraseBook<ReplyChannel>([
        (
            """
            електронною поштою | електронна пошта | електронна адреса | електронну пошту | електронну адресу | електронній пошті | електронної пошти | на пошту вказану вище | e mail | email | на емейл | на мейл | на імейл | на мейл | на електронну | на ел пошту | ел пошту | ел поштою | електронн* адрес* | електронному вигляді | в електронній формі
            | в електронному вигляді | на почту електронну | электронную почту | электронной почт* | эл почт* | на ел адресу | ел адресу | электронный адрес | засобами електронного | електронн* зв'язк* | цю ж електронн* | на электронный | цю ж адресу | на цю адресу | цієї ж адреси | на цю пошту | цю ж пошту | на цей емейл | на мою пошту | на пошту | на почту | відповідайте сюди | відповідь сюди | відповісти сюди | напишіть сюди | на этот адрес | на мило | на електронку | на имейл
            """, .email
        ),
        (
            "поштою | на адресу | на поштову адресу | поштову адресу | звичайною поштою | рекомендованим листом | паперовому вигляді | у паперовому | в паперовому | на домашню адресу | на адресу проживання | за адресою проживання | за місцем проживання | укрпоштою | почтой | листом на адресу | за вказаною адресою | на вказану адресу | на мою адресу",
            .post
        ),
        ("особисто | на руки | заберу | отримаю особисто | лично | у руки | нарочно", .personally),
    ])
}
