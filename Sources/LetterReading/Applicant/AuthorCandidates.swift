// SPDX-License-Identifier: Apache-2.0

/// Reads the names of a letter place by place: fields, head, the author's own words, signature.
struct AuthorCandidates {
    let evidence: LetterEvidence
    let text: NormalizedText
    let layout: LetterLayout

    init(_ evidence: LetterEvidence) {
        self.evidence = evidence
        text = evidence.text
        layout = evidence.main.layout
    }

    func form() -> [AuthorCandidate] {
        guard let value = evidence.form[.applicant] else { return [] }
        return NameMention.all(in: text, value, ignoringCase: true, atMost: 1).map {
            AuthorCandidate(
                mention: $0, block: evidence.form.extent(of: .applicant, in: text) ?? value, score: 20,
                reason: "a field of the form")
        }
    }

    /// Where the head ends; below a greeting on top it is what stands above the name of the document.
    private var end: Int {
        if evidence.headEnd > 0 { return evidence.headEnd }
        return layout.lines.prefix(Self.maximumHeadLines).first { $0.role == .documentName }?.tokens.lowerBound ?? 0
    }

    /// The block above the text: «від …», «гр. …», the genitive below the addressee.
    func head() -> [AuthorCandidate] {
        guard end > 0 else { return [] }
        return NameMention.all(in: text, 0..<end).compactMap { mention in
            let score = headScore(mention, end)
            guard score > 0 else { return nil }
            return AuthorCandidate(
                mention: mention, block: headStart(mention)..<end, score: score, reason: "the block above the text")
        }
    }

    /// «жительки с. Калинове / Білик Марії Степанівни»: lines above the name that say who he is.
    private func headStart(_ mention: NameMention) -> Int {
        var line = layout.line(ofToken: mention.tokens.lowerBound)
        let own = layout.lines[line].tokens.lowerBound
        var start =
            !ApplicantName.Words.introducing.knows(text.tokens[own], in: text) ? mention.tokens.lowerBound : own
        while line > 0, layout.lines[line].tokens.lowerBound >= start || start == mention.tokens.lowerBound,
            ApplicantName.Words.standing.knows(text.tokens[layout.lines[line - 1].tokens.lowerBound], in: text)
        {
            line -= 1
            start = layout.lines[line].tokens.lowerBound
        }
        return start
    }

    private func headScore(_ mention: NameMention, _ end: Int) -> Int {
        let cases = mention.name.cases
        let start = mention.tokens.lowerBound
        let isMarked = ((start - 4)..<start).contains {
            $0 >= 0 && ApplicantName.Words.introducing.knows(text.tokens[$0], in: text)
        }
        if cases == .dative, !isMarked { return 0 }
        let after = mention.tokens.upperBound..<max(mention.tokens.upperBound, min(mention.tokens.upperBound + 14, end))
        let isResiding = ApplicantName.Words.residing.isMet(in: after, of: text)
        if !isMarked, !isResiding, isBehindAddressee(mention) { return 0 }
        if !isMarked, isTitledAlone(mention) { return 0 }
        var score = cases.contains(.genitive) ? 4 : 2
        if isMarked { score += 4 }
        if isResiding { score += 3 }
        if PhoneNumber.first(in: text, after) != nil { score += 1 }
        if mention.name.extent == .full { score += 2 }
        if mention.name.extent == .initials { score -= 1 }
        if mention.name.extent == .givenOnly { score -= 6 }
        return score
    }

    /// «Міському голові Левченко О. В.», on one line or two, names whom the letter is for; a genitive on a line of its own does not.
    private func isBehindAddressee(_ mention: NameMention) -> Bool {
        let line = layout.line(ofToken: mention.tokens.lowerBound)
        let before = layout.lines[line].tokens.lowerBound..<mention.tokens.lowerBound
        if ApplicantName.Words.addressing.isMet(in: before, of: text) {
            return true
        }
        guard before.isEmpty, !mention.name.cases.contains(.genitive), line > 0 else { return false }
        return layout.lines[line - 1].tokens.contains {
            ApplicantName.Words.addressing.knows(text.tokens[$0], in: text)
        }
    }

    /// «Міський голова Панчишин Тарас Гнатович» above a letter: the addressee in the nominative.
    private func isTitledAlone(_ mention: NameMention) -> Bool {
        let line = layout.lines[layout.line(ofToken: mention.tokens.lowerBound)]
        guard line.tokens.upperBound <= mention.tokens.upperBound + 1 else { return false }
        return (line.tokens.lowerBound..<max(line.tokens.lowerBound, mention.tokens.lowerBound)).contains {
            ApplicantName.Words.posts.knows(text.tokens[$0], in: text)
        }
    }

    /// «Я, Коваль Іван, …», «мене звати …», «звертається до Вас …».
    func introductions() -> [AuthorCandidate] {
        ApplicantName.Words.selves.hits(in: text).prefix(Self.maximumIntroductions).compactMap { hit in
            let end = min(hit.tokens.upperBound + 8, text.tokens.count)
            guard let mention = introduced(hit.tokens.upperBound..<end),
                mention.tokens.lowerBound <= hit.tokens.upperBound + (mention.name.extent == .full ? 7 : 3),
                mention.name.cases.contains(.nominative)
            else { return nil }
            let sentence = text.sentences.first { $0.contains(mention.tokens.lowerBound) }
            // «Я, Коваль Іван, подав документи на майданчик по вул. Центральній, 10»: without a word of living it is no address of his.
            let whole = mention.tokens.upperBound..<min(text.tokens.count, mention.tokens.upperBound + Self.blockTokens)
            let resides = ApplicantName.Words.residing.isMet(in: whole, of: text)
            let reach = resides ? Self.blockTokens : Self.shortBlock
            let blockEnd = min(sentence?.upperBound ?? end, mention.tokens.upperBound + reach)
            return AuthorCandidate(
                mention: mention, block: mention.tokens.lowerBound..<max(mention.tokens.upperBound, blockEnd), score: 7,
                reason: "the writer's own words")
        }
    }

    /// The name behind «я»; in a letter without capitals a surname with a given name, and that at once.
    private func introduced(_ range: Range<Int>) -> NameMention? {
        if let mention = NameMention.first(in: text, range) { return mention }
        return NameMention.all(in: text, range, ignoringCase: true).first {
            $0.name.extent >= .surnameAndGiven && $0.name.extent != .initials && $0.tokens.lowerBound <= range.lowerBound + 1
        }
    }

    /// «З повагою, / Мирослава Гук»: whatever a platform or a mail program puts below it.
    func closing() -> [AuthorCandidate] {
        let range = evidence.headEnd..<max(evidence.headEnd, text.tokens.count)
        return ApplicantName.Words.closings.hits(in: text, range).suffix(Self.maximumClosings).compactMap { hit in
            let end = min(hit.tokens.upperBound + Self.closingTokens, text.tokens.count)
            guard let mention = NameMention.first(in: text, hit.tokens.upperBound..<end),
                mention.name.cases.contains(.nominative),
                !isTitled(mention), mention.name.extent > .givenOnly,
                layout.line(ofToken: mention.tokens.lowerBound) <= layout.line(ofToken: hit.tokens.lowerBound) + 3
            else { return nil }
            let blockEnd = min(mention.tokens.upperBound + Self.blockTokens, text.tokens.count)
            return AuthorCandidate(
                mention: mention, block: mention.tokens.lowerBound..<blockEnd, score: mention.name.extent == .initials ? 3 : 5,
                reason: "the name below the closing words")
        }
    }

    /// The first name of a numbered list of signatures.
    func listed() -> [AuthorCandidate] {
        for line in layout.lines where line.tokens.lowerBound >= evidence.headEnd && line.tokens.count > 2 {
            let first = line.tokens.lowerBound
            guard text.tokens[first].value == 1, text.tokens[first + 1].kind == .mark,
                let mention = NameMention.first(in: text, first + 1..<line.tokens.upperBound),
                mention.tokens.lowerBound <= first + 3
            else { continue }
            return [AuthorCandidate(mention: mention, block: line.tokens, score: 5, reason: "the first of the signatures")]
        }
        return []
    }

    /// «Відповідь надати на ім'я …», whatever the case.
    func representative(score: Int = 6) -> [AuthorCandidate] {
        ApplicantName.Words.answers.hits(in: text).prefix(Self.maximumIntroductions).compactMap { hit in
            let sentence = text.sentences.first { $0.contains(hit.tokens.lowerBound) }
            let end = min(sentence?.upperBound ?? hit.tokens.upperBound, hit.tokens.upperBound + 40)
            guard hit.tokens.upperBound < end,
                let mention = NameMention.all(in: text, hit.tokens.upperBound..<end).first(where: {
                    $0.name.extent >= .surnameAndGiven
                })
            else { return nil }
            return AuthorCandidate(
                mention: mention, block: hit.tokens.lowerBound..<end, score: score, reason: "whom the answer is for")
        }
    }

    private static let maximumHeadLines = 20
    private static let maximumClosings = 4
    /// Tokens between closing words and a name, the name included.
    private static let closingTokens = 12
    /// Tokens of a signature with address and telephone.
    private static let blockTokens = 40
    /// Tokens of «, вул. Лісова, 8, кв. 4, м. Лугостав».
    private static let shortBlock = 14
    private static let maximumIntroductions = 60
}
