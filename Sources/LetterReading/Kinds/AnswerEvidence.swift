// SPDX-License-Identifier: Apache-2.0

/// Whether a letter answers one of ours.
extension LetterEvidence {
    /// «Розглянувши порушене у Вашому листі питання, повідомляємо, що … необхідно подати заяву»: an organisation tells what it takes.
    var isAdvising: Bool {
        return [.organization, .association].contains(writer.writer) && !cues.hasAny(.demand, .telegram)
            && text.tokens.contains { text.reads($0, ["повідомляємо", "повідомляє", "інформуємо"]) }
            && !text.tokens.contains { Self.requests.knows($0, in: text) }
    }

    private static let requests = StemTable<Bool>([
        ("прошу просимо просить вимагаємо пропонуємо пропонує надайте повідомте", true)
    ])

    /// «У відповідь на це повідомлення підтвердіть …» speaks of this very mail.
    var citesOurs: Bool {
        cues.all(.answersOurs).contains { cue in
            cue.upperBound >= text.tokens.count
                || !text.reads(text.tokens[cue.upperBound], ["це", "цей", "даний", "дане"])
        } || treatsOurs
    }

    /// «Ваше звернення (вих. № …) щодо переїзду розглянуто», «за Вашим листом … надаємо розрахунок».
    private var treatsOurs: Bool {
        let opening = text.tokens.indices.dropFirst(headEnd).prefix(Self.openingTokens)
        guard
            let letter = opening.dropLast().first(where: {
                Self.our.knows(text.tokens[$0], in: text)
                    && Self.letters.knows(text.tokens[$0 + 1], in: text)
            })
        else { return false }
        // A point of «вих. №» may part the verb from its letter.
        let paragraph = (letter + 1..<min(text.tokens.count, letter + Self.openingTokens)).prefix {
            !text.tokens[$0].startsParagraph
        }
        let start = text.sentences.last { $0.lowerBound <= letter }?.lowerBound ?? letter
        return (start..<letter).contains(where: treats) || paragraph.contains(where: treats)
    }

    private func treats(_ index: Int) -> Bool { Self.treating.knows(text.tokens[index], in: text) }

    private static let our = StemTable<Bool>([("ваш ваше вашого вашому вашим вашої ваша вашу ваші", true)])
    private static let letters = StemTable<Bool>([
        ("лист листа листу листом листі запит запиту запитом звернення зверненням пропозицію пропозиції заявку", true)
    ])
    private static let treating = StemTable<Bool>([
        (
            """
            розглянуто розглянутий розглянув розглянула розглянуло розглянули опрацьовано опрацювали опрацював опрацювала повідомляємо повідомляє \
            інформуємо інформує надаємо надає надсилаємо підтверджуємо підтверджує
            """, true
        )
    ])
    /// Tokens in which a letter says what it answers.
    private static let openingTokens = 48
}
