// SPDX-License-Identifier: Apache-2.0

/// Whether a letter answers one of ours.
extension LetterEvidence {
    /// «Розглянувши порушене у Вашому листі питання, повідомляємо, що … необхідно подати заяву»: an organisation tells what it takes.
    var isAdvising: Bool {
        return [.organization, .association].contains(writer.writer) && !cues.hasAny(.demand, .telegram)
            && text.tokens.contains { text.reads($0, ["повідомляємо", "повідомляє", "інформуємо"]) }
            && !text.tokens.contains { Self.requests.meaning(of: $0, in: text) != nil }
    }

    private static let requests = StemTable<Bool>([
        ("прошу просимо просить вимагаємо пропонуємо пропонує надайте повідомте", true)
    ])

    /// «У відповідь на це повідомлення підтвердіть …» speaks of this very mail.
    var citesOurs: Bool {
        cues.all(.answersOurs).contains { cue in
            cue.upperBound >= text.tokens.count
                || !text.reads(text.tokens[cue.upperBound], ["це", "цей", "даний", "дане"])
        }
    }
}
