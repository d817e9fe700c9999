// SPDX-License-Identifier: Apache-2.0

/// The lawyer who asks and the client he asks for: «Лисенко Олег Вікторович (адвокат) в інтересах Кравця Миколи Івановича».
struct LawyerName: Sendable {
    let text: String
    let mention: NameMention

    /// Nil where no lawyer is named.
    init?(_ evidence: LetterEvidence, signature: NameMention?) {
        let text = evidence.text
        guard let lawyer = Self.lawyer(text, evidence.headEnd) ?? signature else { return nil }
        mention = lawyer
        self.text = "\(lawyer.name.text) (адвокат)" + (Self.client(evidence, of: lawyer).map { " в інтересах \($0)" } ?? "")
    }

    /// The fullest name of the letterhead or behind «адвокат»: a bureau's sign has no patronymic.
    private static func lawyer(_ text: NormalizedText, _ headEnd: Int) -> NameMention? {
        if let above = above(text, headEnd) { return above }
        var names = NameMention.all(in: text, 0..<headEnd)
        for index in headEnd..<max(headEnd, text.tokens.count) where titles.meaning(of: text.tokens[index], in: text) != nil {
            names += NameMention.all(in: text, index + 1..<min(index + 8, text.tokens.count)).prefix(1)
        }
        names = names.filter { $0.name.extent >= .surnameAndGiven && $0.name.cases.contains(.nominative) }
        return names.enumerated().max { ($0.element.name.extent, -$0.offset) < ($1.element.name.extent, -$1.offset) }?.element
    }

    /// «адвоката Касьян Оксани Василівни» under the addressee.
    private static func above(_ text: NormalizedText, _ headEnd: Int) -> NameMention? {
        for index in 0..<headEnd where text.reads(text.tokens[index], ["адвоката", "адвокатки"]) {
            let behind = index + 1..<min(index + 8, headEnd)
            guard let name = NameMention.all(in: text, behind).first, name.tokens.lowerBound == index + 1,
                name.name.extent >= .surnameAndGiven
            else { continue }
            return name
        }
        return nil
    }

    /// In the genitive, whatever case the letter has.
    private static func client(_ evidence: LetterEvidence, of lawyer: NameMention) -> String? {
        let text = evidence.text
        for hit in interests.hits(in: text) {
            let end = min(hit.tokens.upperBound + maximumDistance, text.tokens.count)
            guard let client = NameMention.all(in: text, hit.tokens.upperBound..<end).first,
                client.name.surname != lawyer.name.surname
            else { continue }
            guard !client.name.cases.contains(.genitive), client.name.extent >= .surnameAndGiven else {
                let words =
                    text.tokens[client.tokens.lowerBound].range
                    .lowerBound..<text.tokens[client.tokens.upperBound - 1].range.upperBound
                return text.originalText(words).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
            return client.name.genitive
        }
        return nil
    }

    /// Tokens between the words and the client's name.
    private static let maximumDistance = 12
    private static let titles = StemTable<Bool>([("адвокат адвокатка", true)])
    private static let interests = PhraseBook<Bool>([
        (
            """
            в інтересах | у інтересах | інтереси | прав та інтересів | права та інтереси | правничу допомогу | правової допомоги | правничою допомогою | правовою допомогою | юридичною допомогою | правничої допомоги | правову допомогу | захист прав \
            | представляю | представник* | захисни* | клієнт* | довірител* | в интересах
            """, true
        )
    ])
}
