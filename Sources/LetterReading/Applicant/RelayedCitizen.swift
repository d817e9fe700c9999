// SPDX-License-Identifier: Apache-2.0

/// The citizen whose letter an office passes on: «звернення гр. Ковальчук Олени Петрівни (м. Лугостав, вул. Степова, 11)».
struct RelayedCitizen: Sendable {
    let mention: NameMention
    /// Tokens behind the name where address and telephone stand.
    let details: Range<Int>
    /// Tokens behind other mentions of him: «Копія: Штефан М. В. / вул. Ткацька, …».
    let otherDetails: [Range<Int>]

    init?(_ evidence: LetterEvidence) {
        let text = evidence.text
        // A line of the text that begins with a name looks like one of the head: «… звернулася / Гребінь Уляна Корніївна, яка …».
        let told = Self.verbs.hits(in: text, 0..<evidence.headEnd)
        for hit in told + Self.introductions.hits(in: text, evidence.headEnd..<max(evidence.headEnd, text.tokens.count)) {
            let end = min(hit.tokens.upperBound + Self.maximumDistance, text.tokens.count)
            guard let mention = NameMention.first(in: text, hit.tokens.upperBound..<end),
                mention.name.extent > .givenAndPatronymic,
                !Self.isDeputy(text, hit.tokens.lowerBound..<mention.tokens.lowerBound)
            else { continue }
            let above = NameMention.all(in: text, 0..<evidence.headEnd).filter { mention.name.mayBe($0.name) }
            // «Копія: Мацюк Людмила Федорівна» has in full what «скарга Мацюк Л. Ф.» cuts short.
            let fuller = mention.name.extent == .initials ? above.first { $0.name.extent == .full } : nil
            self.mention = fuller ?? mention
            let sentence = text.sentences.first { $0.contains(mention.tokens.lowerBound) }
            details = mention.tokens.upperBound..<max(mention.tokens.upperBound, sentence?.upperBound ?? end)
            otherDetails = above.map {
                $0.tokens.upperBound..<min($0.tokens.upperBound + Self.maximumDetails, text.tokens.count)
            }
            return
        }
        // «Пересилаємо лист Опанасенко Віри Данилівни (вул. Млинова, буд. 33; тел. …)».
        let body = evidence.headEnd..<max(evidence.headEnd, text.tokens.count)
        guard let mention = RelayedGroup.described(text, body), !mention.name.cases.contains(.nominative) else { return nil }
        self.mention = mention
        let sentence = text.sentences.first { $0.contains(mention.tokens.lowerBound) }
        let near = min(mention.tokens.upperBound + Self.maximumDetails, text.tokens.count)
        details = mention.tokens.upperBound..<max(near, sentence?.upperBound ?? near)
        otherDetails = []
    }

    private static func isDeputy(_ text: NormalizedText, _ range: Range<Int>) -> Bool {
        range.contains { ["депутата", "депутатки", "адвоката"].contains(text.folded(text.tokens[$0])) }
    }

    /// Tokens behind a name in the head that may be his address.
    private static let maximumDetails = 30
    /// Tokens between the word for the letter and the name of its writer.
    private static let maximumDistance = 14

    private static let verbs = PhraseBook<Bool>([("звернулас* | звернувс* | звернулис*", true)])
    private static let introductions = PhraseBook<Bool>([
        (
            "звернення | скаргу | скарги | скарга | заяву | заяви | заява | лист громадян* | листа громадян* | клопотання | пропозицію | звернулас* | звернувс* | звернулис* | запит громадян* | запит на інформацію | гр",
            true
        )
    ])
}
