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
        for index in headEnd..<max(headEnd, text.tokens.count) where titles.knows(text.tokens[index], in: text) {
            names += NameMention.all(in: text, index + 1..<min(index + 8, text.tokens.count), atMost: 1)
            // «Голуб Ярина Орестівна – адвокатка.»
            names += NameMention.all(in: text, max(headEnd, index - titleReach)..<index).suffix(1).filter {
                $0.tokens.upperBound + 2 >= index
            }
        }
        names = names.filter { $0.name.extent >= .surnameAndGiven && $0.name.cases.contains(.nominative) }
        names += instrumentals(text)
        return names.enumerated().max { ($0.element.name.extent, -$0.offset) < ($1.element.name.extent, -$1.offset) }?.element
    }

    /// «Мною, адвокатом Жданом Євгеном Леонідовичем, …».
    private static func instrumentals(_ text: NormalizedText) -> [NameMention] {
        text.tokens.indices.lazy.filter { text.reads(text.tokens[$0], ["адвокатом", "адвокаткою"]) }.prefix(4).compactMap {
            index in
            NameMention.inAnyCase(in: text, index + 1..<min(index + 8, text.tokens.count))
        }
    }

    /// «адвоката Касьян Оксани Василівни» under the addressee.
    private static func above(_ text: NormalizedText, _ headEnd: Int) -> NameMention? {
        for index in 0..<headEnd where text.reads(text.tokens[index], ["адвоката", "адвокатки"]) {
            let behind = index + 1..<min(index + 8, headEnd)
            guard let name = NameMention.first(in: text, behind), name.tokens.lowerBound == index + 1,
                name.name.extent >= .surnameAndGiven
            else { continue }
            return name
        }
        return nil
    }

    /// Where the lawyer's own address and telephone stand: behind his name, and before the client's.
    static func particulars(_ evidence: LetterEvidence, of lawyer: NameMention) -> Range<Int> {
        let text = evidence.text
        let end = min(lawyer.tokens.upperBound + maximumParticulars, text.tokens.count)
        let range = lawyer.tokens.upperBound..<max(end, lawyer.tokens.upperBound)
        let client = interests.first(in: text, range)?.tokens.lowerBound
        return range.lowerBound..<(client ?? range.upperBound)
    }

    private static let maximumParticulars = 80
    /// In the genitive, whatever case the letter has.
    private static func client(_ evidence: LetterEvidence, of lawyer: NameMention) -> String? {
        let text = evidence.text
        for hit in interests.hits(in: text) {
            let end = min(hit.tokens.upperBound + maximumDistance, text.tokens.count)
            guard hit.tokens.upperBound < end else { continue }
            if let body = organization(text, hit.tokens.upperBound..<end) { return body }
            guard let client = NameMention.first(in: text, hit.tokens.upperBound..<end),
                client.name.surname != lawyer.name.surname
            else { continue }
            guard !client.name.cases.contains(.genitive), client.name.extent >= .surnameAndGiven else {
                let words =
                    text.tokens[client.tokens.lowerBound].range
                    .lowerBound..<text.tokens[client.tokens.upperBound - 1].range.upperBound
                return text.originalText(words).onOneLine
            }
            return client.name.genitive
        }
        return nil
    }

    /// «ПП «Ковальська майстерня»» at once behind the words.
    private static func organization(_ text: NormalizedText, _ range: Range<Int>) -> String? {
        guard let quote = range.prefix(organizationTokens).first(where: { text.tokens[$0].isMark("\"") }),
            let closing = range.dropFirst(quote + 1 - range.lowerBound).first(where: { text.tokens[$0].isMark("\"") }),
            (range.lowerBound..<quote).contains(where: { text.tokens[$0].kind == .word })
        else { return nil }
        return text.words(range.lowerBound..<closing + 1)
    }

    private static let organizationTokens = 4
    /// Tokens of a name with a dash before «адвокатка».
    private static let titleReach = 7
    /// Tokens between the words and the client's name.
    private static let maximumDistance = 12
    private static let titles = StemTable<Bool>([("адвокат адвокатка", true)])
    private static let interests = PhraseBook<Bool>([
        (
            """
            в інтересах | у інтересах | інтереси | представництво інтересів | представляю інтереси | прав та інтересів | права та інтереси | правничу допомогу | правової допомоги | правничою допомогою | правовою допомогою | юридичною допомогою | правничої допомоги | правову допомогу | захист прав \
            | представляю | представник* | захисни* | клієнт* | довірител* | в интересах
            """, true
        )
    ])
}
