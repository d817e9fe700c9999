// SPDX-License-Identifier: Apache-2.0

/// Names below the text or in its last words.
extension AuthorCandidates {
    /// The name below the text, or in its last words.
    func signature() -> [AuthorCandidate] {
        let zone = max(0, text.tokens.count - Self.signatureTokens)..<text.tokens.count
        let own = NameMention.all(in: text, zone)
        return own.reversed().compactMap { candidate($0) }
    }

    private func candidate(_ mention: NameMention) -> AuthorCandidate? {
        guard mention.name.cases.contains(.nominative), isBegun(mention), !isTitled(mention) else { return nil }
        let rest = mention.tokens.upperBound..<text.tokens.count
        guard foreignWords(rest) <= Self.maximumForeignWords else { return nil }
        let start = blockStart(mention)
        var score = 4
        if mention.name.extent == .givenOnly { score = 1 }
        if mention.name.extent == .givenAndPatronymic || mention.name.extent == .initials { score = 3 }
        return AuthorCandidate(mention: mention, block: start..<text.tokens.count, score: score, reason: "the signature")
    }

    /// A name that begins a line or a sentence, or that address, telephone or the end of the letter follows.
    private func isBegun(_ mention: NameMention) -> Bool {
        let start = mention.tokens.lowerBound
        if start == 0 || text.tokens[start].startsLine || text.tokens[start - 1].kind == .mark
            || text.tokens[start - 1].kind == .number
        {
            return true
        }
        if ApplicantName.Words.introducing.meaning(of: text.tokens[start - 1], in: text) != nil { return true }
        if layout.line(ofToken: start) >= layout.bodyEnd { return true }
        let next = mention.tokens.upperBound
        return next >= text.tokens.count || ApplicantName.Words.residing.meaning(of: text.tokens[next], in: text) != nil
            || text.tokens[next].kind != .word
    }

    /// «Директору Іваненку», «лікар Петренко»: somebody the letter speaks of.
    func isTitled(_ mention: NameMention) -> Bool {
        let before = max(0, mention.tokens.lowerBound - 1)..<mention.tokens.lowerBound
        return before.contains { ApplicantName.Words.titles.meaning(of: text.tokens[$0], in: text) != nil }
    }

    /// Words behind a name that are neither address, telephone nor a closing.
    private func foreignWords(_ range: Range<Int>) -> Int {
        guard !range.isEmpty else { return 0 }
        let address = PostalAddress.first(in: text, range)?.tokens ?? 0..<0
        return range.count { index in
            text.tokens[index].kind == .word && !address.contains(index)
                && ApplicantName.Words.closing.meaning(of: text.tokens[index], in: text) == nil
        }
    }

    /// The beginning of the lines or the sentence with the name.
    private func blockStart(_ mention: NameMention) -> Int {
        let line = layout.line(ofToken: mention.tokens.lowerBound)
        let sentence =
            text.sentences.first { $0.contains(mention.tokens.lowerBound) }?.lowerBound ?? mention.tokens.lowerBound
        let start = max(sentence, layout.lines.isEmpty ? 0 : layout.lines[line].tokens.lowerBound)
        // Address and telephone often stand on the lines above the name, below the text.
        var first = line
        while first > 0, line - first < Self.maximumLinesAbove, !layout.lines[first].startsBlock,
            AddressStart.isParticulars(layout.lines[first - 1], text)
        {
            first -= 1
        }
        let above = first < line ? layout.lines[first].tokens.lowerBound : start
        guard line >= layout.bodyEnd, layout.bodyEnd < layout.lines.count else { return min(start, above) }
        return min(start, above, layout.lines[layout.bodyEnd].tokens.lowerBound)
    }

    /// «петренко марія вул садова 5»: a letter without capitals.
    func carelessSignature() -> [AuthorCandidate] {
        let zone = max(0, text.tokens.count - Self.carelessTokens)..<text.tokens.count
        return NameMention.all(in: text, zone, ignoringCase: true).reversed().filter {
            $0.name.cases.contains(.nominative) && $0.name.extent >= .givenAndPatronymic && $0.name.extent != .initials
        }
        .compactMap { mention in
            let next = mention.tokens.upperBound
            let isFollowed =
                next >= text.tokens.count || ApplicantName.Words.residing.meaning(of: text.tokens[next], in: text) != nil
                || text.tokens[next].kind != .word
            guard isFollowed, foreignWords(next..<text.tokens.count) <= Self.maximumForeignWords else { return nil }
            return AuthorCandidate(
                mention: mention, block: mention.tokens.lowerBound..<text.tokens.count, score: 3, reason: "the last words")
        }
    }

    /// Lines above a signature with address and telephone.
    private static let maximumLinesAbove = 4
    /// Tokens at the end of a letter that may hold the signature.
    private static let signatureTokens = 70
    /// The same where no word has a capital.
    private static let carelessTokens = 40
    /// Words behind the author's name that are no particulars of his.
    private static let maximumForeignWords = 8
}
