// SPDX-License-Identifier: Apache-2.0

/// The names in a letter that may be its author's, the best first.
struct ApplicantName: Sendable {
    /// The author's name where it stands; nil in a letter that gives none.
    let mention: NameMention?
    /// The block that names the author: from the name to the end of what belongs to it.
    let block: Range<Int>?
    let certainty: Certainty
    let reason: String

    private struct Candidate {
        let mention: NameMention
        let block: Range<Int>
        let score: Int
        let reason: String
    }

    init(_ evidence: LetterEvidence, isCollective: Bool) {
        let reader = Reader(evidence)
        var candidates = reader.form() + reader.head() + reader.introductions()
        // Of a list of signatures the first is the representative; else the last name is the signature.
        candidates += isCollective ? reader.representative() + reader.signature().reversed() : reader.signature()
        if candidates.isEmpty { candidates = reader.carelessSignature() }
        guard
            let best = candidates.enumerated().max(by: { ($0.element.score, -$0.offset) < ($1.element.score, -$1.offset) })?
                .element
        else {
            (mention, block, certainty, reason) = (nil, nil, .unsure, "no name")
            return
        }
        // A signature has the surname with initials; the block above the text has the name in full.
        let fuller = candidates.filter {
            $0.mention.name.surname == best.mention.name.surname && best.mention.name.surname != nil
        }
        .max { $0.mention.name.extent < $1.mention.name.extent }
        let chosen = fuller.map { $0.mention.name.extent > best.mention.name.extent ? $0 : best } ?? best
        mention = chosen.mention
        block = best.block
        let isWhole = chosen.mention.name.extent >= .surnameAndGiven
        certainty = !chosen.mention.name.isCertain ? .unsure : isWhole && best.score >= 4 ? .sure : .likely
        reason = best.reason
    }

    private struct Reader {
        let evidence: LetterEvidence
        let text: NormalizedText
        let layout: LetterLayout

        init(_ evidence: LetterEvidence) {
            self.evidence = evidence
            text = evidence.text
            layout = evidence.main.layout
        }

        func form() -> [Candidate] {
            guard let value = evidence.form[.applicant] else { return [] }
            return NameMention.all(in: text, value, ignoringCase: true).prefix(1).map {
                Candidate(mention: $0, block: value, score: 10, reason: "a field of the form")
            }
        }

        /// The block above the text: «від …», «гр. …», the genitive below the addressee.
        func head() -> [Candidate] {
            let end = evidence.headEnd
            guard end > 0 else { return [] }
            return NameMention.all(in: text, 0..<end).compactMap { mention in
                let score = headScore(mention, end)
                guard score > 0 else { return nil }
                return Candidate(
                    mention: mention, block: mention.tokens.lowerBound..<end, score: score, reason: "the block above the text")
            }
        }

        private func headScore(_ mention: NameMention, _ end: Int) -> Int {
            let cases = mention.name.cases
            let start = mention.tokens.lowerBound
            let isMarked = ((start - 4)..<start).contains {
                $0 >= 0 && Words.introducing.meaning(of: text.tokens[$0], in: text) != nil
            }
            if cases == .dative, !isMarked { return 0 }
            let after = mention.tokens.upperBound..<max(mention.tokens.upperBound, min(mention.tokens.upperBound + 14, end))
            let isResiding = after.contains { Words.residing.meaning(of: text.tokens[$0], in: text) != nil }
            if !isMarked, !isResiding, isBehindAddressee(mention) { return 0 }
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
            if before.contains(where: { Words.addressing.meaning(of: text.tokens[$0], in: text) != nil }) { return true }
            guard before.isEmpty, !mention.name.cases.contains(.genitive), line > 0 else { return false }
            return layout.lines[line - 1].tokens.contains { Words.addressing.meaning(of: text.tokens[$0], in: text) != nil }
        }

        /// «Я, Коваль Іван, …», «мене звати …», «звертається до Вас …».
        func introductions() -> [Candidate] {
            Words.selves.hits(in: text).prefix(Self.maximumIntroductions).compactMap { hit in
                let end = min(hit.tokens.upperBound + 8, text.tokens.count)
                guard let mention = NameMention.all(in: text, hit.tokens.upperBound..<end).first,
                    mention.tokens.lowerBound <= hit.tokens.upperBound + (mention.name.extent == .full ? 7 : 3),
                    mention.name.cases.contains(.nominative)
                else { return nil }
                let sentence = text.sentences.first { $0.contains(mention.tokens.lowerBound) }
                let blockEnd = min(sentence?.upperBound ?? end, mention.tokens.upperBound + 30)
                return Candidate(
                    mention: mention, block: mention.tokens.lowerBound..<max(mention.tokens.upperBound, blockEnd), score: 7,
                    reason: "the writer's own words")
            }
        }

        /// «Відповідь надати на ім'я …», whatever the case.
        func representative() -> [Candidate] {
            Words.answers.hits(in: text).prefix(Self.maximumIntroductions).compactMap { hit in
                let sentence = text.sentences.first { $0.contains(hit.tokens.lowerBound) }
                let end = min(sentence?.upperBound ?? hit.tokens.upperBound, hit.tokens.upperBound + 40)
                guard hit.tokens.upperBound < end,
                    let mention = NameMention.all(in: text, hit.tokens.upperBound..<end).first(where: {
                        $0.name.extent >= .surnameAndGiven
                    })
                else { return nil }
                return Candidate(mention: mention, block: hit.tokens.lowerBound..<end, score: 6, reason: "whom the answer is for")
            }
        }

        /// The name below the text, or in its last words.
        func signature() -> [Candidate] {
            let zone = max(0, text.tokens.count - Self.signatureTokens)..<text.tokens.count
            let own = NameMention.all(in: text, zone)
            return own.reversed().compactMap { candidate($0) }
        }

        private func candidate(_ mention: NameMention) -> Candidate? {
            guard mention.name.cases.contains(.nominative), isBegun(mention), !isTitled(mention) else { return nil }
            let rest = mention.tokens.upperBound..<text.tokens.count
            guard foreignWords(rest) <= Self.maximumForeignWords else { return nil }
            let start = blockStart(mention)
            var score = 4
            if mention.name.extent == .givenOnly { score = 1 }
            if mention.name.extent == .givenAndPatronymic || mention.name.extent == .initials { score = 3 }
            return Candidate(mention: mention, block: start..<text.tokens.count, score: score, reason: "the signature")
        }

        /// A name that begins a line or a sentence, or that address, telephone or the end of the letter follows.
        private func isBegun(_ mention: NameMention) -> Bool {
            let start = mention.tokens.lowerBound
            if start == 0 || text.tokens[start].startsLine || text.tokens[start - 1].kind == .mark
                || text.tokens[start - 1].kind == .number
            {
                return true
            }
            if Words.introducing.meaning(of: text.tokens[start - 1], in: text) != nil { return true }
            if layout.line(ofToken: start) >= layout.bodyEnd { return true }
            let next = mention.tokens.upperBound
            return next >= text.tokens.count || Words.residing.meaning(of: text.tokens[next], in: text) != nil
                || text.tokens[next].kind != .word
        }

        /// «Директору Іваненку», «лікар Петренко»: somebody the letter speaks of.
        private func isTitled(_ mention: NameMention) -> Bool {
            let before = max(0, mention.tokens.lowerBound - 1)..<mention.tokens.lowerBound
            return before.contains { Words.titles.meaning(of: text.tokens[$0], in: text) != nil }
        }

        /// Words behind a name that are neither address, telephone nor a closing.
        private func foreignWords(_ range: Range<Int>) -> Int {
            guard !range.isEmpty else { return 0 }
            let address = PostalAddress.first(in: text, range)?.tokens ?? 0..<0
            return range.count { index in
                text.tokens[index].kind == .word && !address.contains(index)
                    && Words.closing.meaning(of: text.tokens[index], in: text) == nil
            }
        }

        /// The beginning of the lines or the sentence with the name.
        private func blockStart(_ mention: NameMention) -> Int {
            let line = layout.line(ofToken: mention.tokens.lowerBound)
            let sentence =
                text.sentences.first { $0.contains(mention.tokens.lowerBound) }?.lowerBound ?? mention.tokens.lowerBound
            let start = max(sentence, layout.lines.isEmpty ? 0 : layout.lines[line].tokens.lowerBound)
            // Address and telephone often stand on the lines above the name, below the text.
            guard line >= layout.bodyEnd, layout.bodyEnd < layout.lines.count else { return start }
            return min(start, layout.lines[layout.bodyEnd].tokens.lowerBound)
        }

        /// «петренко марія вул садова 5»: a letter without capitals.
        func carelessSignature() -> [Candidate] {
            let zone = max(0, text.tokens.count - Self.carelessTokens)..<text.tokens.count
            return NameMention.all(in: text, zone, ignoringCase: true).reversed().filter {
                $0.name.extent >= .givenAndPatronymic && $0.name.extent != .initials
            }
            .compactMap { mention in
                let next = mention.tokens.upperBound
                let isFollowed =
                    next >= text.tokens.count || Words.residing.meaning(of: text.tokens[next], in: text) != nil
                    || text.tokens[next].kind != .word
                guard isFollowed, foreignWords(next..<text.tokens.count) <= Self.maximumForeignWords else { return nil }
                return Candidate(
                    mention: mention, block: mention.tokens.lowerBound..<text.tokens.count, score: 3, reason: "the last words")
            }
        }

        private static let maximumHeadLines = 30
        private static let maximumIntroductions = 60
        private static let signatureTokens = 70
        private static let carelessTokens = 40
        private static let maximumForeignWords = 8
    }
}
