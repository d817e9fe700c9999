// SPDX-License-Identifier: Apache-2.0

/// The author's name with telephone and address where they stand only in the signature a mail program puts below the letter.
struct TrailerSignature: Sendable {
    let name: Fact<String>
    let address: Fact<String>?
    let phone: Fact<String>?

    /// Nil where no line of the trailer's first is a name: a disclaimer, the advertisement of a telephone.
    init?(_ evidence: LetterEvidence) {
        guard !evidence.main.trailer.isEmpty else { return nil }
        let text = NormalizedText(evidence.main.trailer)
        let layout = LetterLayout(text)
        for line in layout.lines.prefix(Self.maximumLines) where line.tokens.count <= Self.longestLine {
            guard let mention = NameMention.first(in: text, line.tokens), mention.tokens.lowerBound == line.tokens.lowerBound,
                mention.name.extent >= .surnameAndGiven, mention.name.cases.contains(.nominative)
            else { continue }
            func fact(_ value: String, _ tokens: Range<Int>) -> Fact<String> {
                Fact(
                    value, at: evidence.main.placeInTrailer(of: text.words(tokens), evidence.source), .likely,
                    because: "the signature of the mail")
            }
            let rest = mention.tokens.upperBound..<min(mention.tokens.upperBound + Self.maximumTokens, text.tokens.count)
            name = fact(mention.name.text, mention.tokens)
            address = PostalAddress.firstWhole(in: text, rest).map { fact($0.text, $0.tokens) }
            phone = PhoneNumber.first(in: text, rest).map { fact($0.text, $0.tokens) }
            return
        }
        return nil
    }

    /// «-- / Адвокатське бюро «Сич» / тел. +380 66 000 51 15»: a telephone in the first lines, whoever is named.
    static func phone(_ evidence: LetterEvidence) -> Fact<String>? {
        guard !evidence.main.trailer.isEmpty else { return nil }
        let trailer = LetterLayout(NormalizedText(evidence.main.trailer))
        return trailer.lines.prefix(phoneLines).lazy.compactMap { PhoneNumber.first(in: trailer.text, $0.tokens) }.first.map {
            Fact(
                $0.text, at: evidence.main.placeInTrailer(of: $0.text, evidence.source), .likely,
                because: "the signature of the mail")
        }
    }

    private static let phoneLines = 3
    private static let maximumLines = 6
    private static let longestLine = 8
    private static let maximumTokens = 40
}

extension MainText {
    /// The last place the words stand in the part as it was given; nil where spaces or line ends part them otherwise.
    func placeInTrailer(of words: String, _ source: LetterSource) -> FactPlace? {
        guard let given = source.parts.first(where: { $0.name == part })?.text.utf8, !words.isEmpty else { return nil }
        let (octets, wanted) = (Array(given), Array(words.utf8))
        guard octets.count >= wanted.count else { return nil }
        let start = (0...octets.count - wanted.count).last {
            octets[$0] == wanted[0] && octets[$0..<$0 + wanted.count].elementsEqual(wanted)
        }
        return start.map { FactPlace(part: part, range: $0..<$0 + wanted.count) }
    }
}
