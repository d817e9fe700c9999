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
        let rest = mention.tokens.upperBound..<end(behind: mention.tokens.upperBound)
        guard foreignWords(rest) <= Self.maximumForeignWords else { return nil }
        let start = blockStart(mention)
        var score = 4
        if mention.name.extent == .givenOnly { score = 1 }
        if mention.name.extent == .givenAndPatronymic || mention.name.extent == .initials { score = 3 }
        return AuthorCandidate(mention: mention, block: start..<text.tokens.count, score: score, reason: "the signature")
    }

    /// The end of the letter, or the row of hyphens below which a platform or a mail program goes on.
    private func end(behind name: Int) -> Int {
        let row = (name..<text.tokens.count).first { index in
            text.tokens[index].isMark("-") && text.tokens[index].startsLine && index + 1 < text.tokens.count
                && text.tokens[index + 1].isMark("-")
        }
        return row ?? text.tokens.count
    }

    /// A name that begins a line or a sentence, or that address, telephone or the end of the letter follows.
    private func isBegun(_ mention: NameMention) -> Bool {
        let start = mention.tokens.lowerBound
        if start == 0 || text.tokens[start].startsLine || text.tokens[start - 1].kind == .mark
            || text.tokens[start - 1].kind == .number
        {
            return true
        }
        if ApplicantName.Words.introducing.knows(text.tokens[start - 1], in: text) { return true }
        if layout.line(ofToken: start) >= layout.bodyEnd { return true }
        let next = mention.tokens.upperBound
        return next >= text.tokens.count || ApplicantName.Words.residing.knows(text.tokens[next], in: text)
            || text.tokens[next].kind != .word || isBetweenParticulars(mention)
    }

    /// «… тих собак Паламар Ольга Петрівна Стуса 19 кв 6», «Живу Текстильна 10 кв 44 Лугостав Кириченко Віталій»: an address right behind
    /// a name, or right before it.
    private func isBetweenParticulars(_ mention: NameMention) -> Bool {
        guard mention.name.extent >= .surnameAndGiven else { return false }
        let behind = mention.tokens.upperBound..<min(mention.tokens.upperBound + Self.particularsTokens, text.tokens.count)
        if PostalAddress.bare(in: text, behind).map({ $0.tokens.lowerBound <= mention.tokens.upperBound + 1 }) == true {
            return true
        }
        let before = max(0, mention.tokens.lowerBound - Self.particularsTokens)..<mention.tokens.lowerBound
        return PhoneNumber.first(in: text, before.suffix(Self.nearTokens)) != nil
            || Residence.stated(in: text, before).map { $0.address.tokens.upperBound + 1 >= mention.tokens.lowerBound } == true
    }

    /// «Директору Іваненку», «лікар Петренко»: somebody the letter speaks of.
    func isTitled(_ mention: NameMention) -> Bool {
        let before = max(0, mention.tokens.lowerBound - 1)..<mention.tokens.lowerBound
        return ApplicantName.Words.titles.isMet(in: before, of: text)
    }

    /// Words behind a name that are neither address, telephone nor a closing.
    private func foreignWords(_ range: Range<Int>) -> Int {
        guard !range.isEmpty else { return 0 }
        let address = PostalAddress.first(in: text, range)?.tokens ?? 0..<0
        return range.count { index in
            text.tokens[index].kind == .word && !address.contains(index)
                && !ApplicantName.Words.closing.knows(text.tokens[index], in: text)
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
                next >= text.tokens.count || ApplicantName.Words.residing.knows(text.tokens[next], in: text)
                || text.tokens[next].kind != .word
            guard isFollowed, foreignWords(next..<text.tokens.count) <= Self.maximumForeignWords else { return nil }
            return AuthorCandidate(
                mention: mention, block: mention.tokens.lowerBound..<text.tokens.count, score: 3, reason: "the last words")
        }
    }

    /// «… Калюжна Валентина Петрівна Лугостав вулиця Тиха 12 тел 0680004410 / прийміть міри …»: the author's particulars behind a name
    /// in the middle of a letter.
    func withParticulars(ignoringCase: Bool) -> [AuthorCandidate] {
        let range = evidence.headEnd..<max(evidence.headEnd, text.tokens.count)
        for mention in NameMention.all(in: text, range, ignoringCase: ignoringCase, atMost: Self.maximumDescribed) {
            let end = min(mention.tokens.upperBound + Self.particularsTokens, text.tokens.count)
            guard mention.name.cases.contains(.nominative), mention.name.extent >= .surnameAndGiven,
                mention.name.extent != .initials, !isTitled(mention),
                hasParticulars(mention.tokens.upperBound..<end) || isBetweenParticulars(mention)
            else { continue }
            return [
                AuthorCandidate(
                    mention: mention, block: mention.tokens.lowerBound..<end, score: 2, reason: "a name with address or telephone"
                )
            ]
        }
        return []
    }

    /// Whether address or telephone follow at once.
    private func hasParticulars(_ range: Range<Int>) -> Bool {
        let near = range.prefix(Self.nearTokens)
        if let phone = PhoneNumber.first(in: text, near), near.contains(phone.tokens.lowerBound) { return true }
        let start = AddressStart(text: text, range: range)
        return near.contains { start.fits(at: $0) && AddressScan(text, at: $0, end: range.upperBound).address?.isWhole == true }
    }

    /// Names of a letter that are looked at: a list of people has more, and none of them writes.
    private static let maximumDescribed = 60
    /// Tokens of a name's address and telephone.
    private static let particularsTokens = 40
    /// Tokens between a name and the first of them: «тел.», a town, «81 рік».
    private static let nearTokens = 6
    /// Lines above a signature with address and telephone.
    private static let maximumLinesAbove = 4
    /// Tokens at the end of a letter that may hold the signature.
    private static let signatureTokens = 70
    /// The same where no word has a capital.
    private static let carelessTokens = 40
    /// Words behind the author's name that are no particulars of his.
    private static let maximumForeignWords = 8
}
