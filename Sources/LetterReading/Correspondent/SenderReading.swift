// SPDX-License-Identifier: Apache-2.0

/// Who sends a letter, as a clerk writes it on the card: the body of the letterhead, a deputy, a lawyer; nil for citizens.
package struct SenderReading: Sendable {
    package private(set) var sender: Fact<String>?
    /// The highest body of the letterhead in its short form, for letters that are passed on: «Наддніпрянська ОДА».
    package private(set) var parentBody: Fact<String>?

    private let main: MainText
    private let source: LetterSource
    private var layout: LetterLayout { main.layout }
    private var text: NormalizedText { main.layout.text }

    package init(_ main: MainText, source: LetterSource) {
        self.main = main
        self.source = source
        let head = Letterhead(main.layout)
        if let office = OfficeHolder(main) {
            sender = Fact(office.name, at: main.place(of: office.tokens), .sure, because: office.reason)
        } else if head.isSender, let name = OrganizationName(letterhead: head.names) {
            let place = main.place(of: head.tokens)
            sender = Fact(name.text, at: place, .sure, because: "the letterhead")
            parentBody = name.parent.map { Fact($0, at: place, .likely, because: "the highest body of the letterhead") }
        } else if let name = bodyNamedElsewhere(head) {
            sender = name
        }
        if sender == nil, !head.hasApplicant { sender = fromField() }
    }

    /// A court names itself in its first sentence, a stamp below the text its office, a signature its body.
    private func bodyNamedElsewhere(_ head: Letterhead) -> Fact<String>? {
        guard !head.hasApplicant else { return applicantBody() }
        return court() ?? contactCentre() ?? stamp() ?? signedFor() ?? speaker() ?? signatureBlock() ?? entrepreneur()
            ?? covered()
    }

    private func entrepreneur() -> Fact<String>? {
        guard let found = Entrepreneur(layout) else { return nil }
        return Fact(found.name, at: main.place(of: found.tokens), .likely, because: "the entrepreneur who writes")
    }

    private func covered() -> Fact<String>? {
        guard let found = CoveredBody(main) else { return nil }
        return Fact(found.name, at: main.place(of: found.tokens), .likely, because: "whose letter is attached")
    }

    /// «Лугоставський міськрайонний суд Наддніпрянської області у складі …».
    private func court() -> Fact<String>? {
        let start = layout.bodyTokens.prefix(40)
        let nouns = start.filter { text.reads(text.tokens[$0], ["суд", "суду"]) }
        // «про виклик до суду» above the text names none.
        guard let noun = nouns.first(where: { $0 > start.lowerBound && isCourtAdjective(text.tokens[$0 - 1]) }) else {
            return nil
        }
        let isGenitive = text.folded(text.tokens[noun]) == "суду"
        var first = noun
        while first > start.lowerBound, isCourtAdjective(text.tokens[first - 1]) { first -= 1 }
        var end = noun + 1
        while end < text.tokens.count, text.tokens[end].kind == .word {
            // «Івано-Франківської».
            if end + 2 < text.tokens.count, text.tokens[end + 1].isMark("-"), text.tokens[end + 2].isGlued,
                isGenitivePlace(text.tokens[end + 2])
            {
                end += 3
            } else if isGenitivePlace(text.tokens[end]) {
                end += 1
            } else {
                break
            }
        }
        var name = text.text(text.tokens[first].range.lowerBound..<text.tokens[end - 1].range.upperBound)
        if isGenitive {
            guard let nominative = OrganizationName.nominative(ofGenitive: name.parts(at: " ").map(String.init)) else {
                return nil
            }
            name = nominative
        }
        return Fact(LetterCase.capitalized(name), at: main.place(of: first..<end), .sure, because: "the court names itself")
    }

    private func isCourtAdjective(_ token: Token) -> Bool {
        token.kind == .word && ["ний", "ий", "ного", "ого"].contains(where: text.folded(token).ends)
            && !token.startsParagraph
            || token.kind == .word && ["ський", "цький", "ського", "цького"].contains(where: text.folded(token).ends)
    }

    private func isGenitivePlace(_ token: Token) -> Bool {
        let word = text.folded(token)
        return ["ської", "цької", "ого", "області", "міста", "району", "києва"].contains(where: word.ends)
    }

    /// «Лугоставська окружна прокуратура / №54-102-4471вих-26 від 17.11.2026» below the text.
    private func stamp() -> Fact<String>? {
        for (position, line) in zip(layout.foot.indices, layout.foot) where line.tokens.count <= 14 {
            let words = text.tokens[line.tokens].filter { $0.kind == .word }
            guard words.first?.capitals != Token.Capitals.none, let noun = OfficeNoun.first(in: words.prefix(5), of: text),
                !noun.noun.isOfficer,
                !noun.noun.isUnit || words.count > 2 && position > layout.foot.startIndex && closes(layout.foot[position - 1]),
                PersonMention.first(in: text, line.tokens) == nil,
                // «Відповідальний: міська рада» is a field of a form.
                !line.tokens.prefix(3).contains(where: { text.tokens[$0].isMark(":") })
            else { continue }
            // «З повагою, Служба відновлення …».
            let comma = line.tokens.prefix(3).last { text.tokens[$0].isMark(",") }
            let start = comma.map { text.tokens[$0].range.upperBound } ?? line.range.lowerBound
            guard let name = OrganizationName(letterhead: [text.originalText(start..<line.range.upperBound)]) else { continue }
            return Fact(name.text, at: main.place(of: line.tokens), .likely, because: "the stamp below the text")
        }
        return nil
    }

    /// «Урядова «гаряча лінія» 1545 / ДУ «Урядовий контактний центр»» over a form.
    private func contactCentre() -> Fact<String>? {
        let lines = layout.lines.prefix(Self.formHeadLines)
        guard lines.contains(where: { WriterMark.namesHotline(text, $0.tokens) }) else { return nil }
        for line in lines where Self.forms.knows(text.tokens[line.tokens.lowerBound], in: text) {
            guard let end = QuotedName.end(text, from: line.tokens.lowerBound, to: line.tokens.upperBound) else { continue }
            let tokens = line.tokens.lowerBound..<end
            let written = text.originalText(
                text.tokens[tokens.lowerBound].range.lowerBound..<text.tokens[end - 1].range.upperBound)
            return Fact(
                LetterCase.formName(written), at: main.place(of: tokens), .likely, because: "the contact centre above a form")
        }
        return nil
    }

    /// «З повагою» alone on its line.
    private func closes(_ line: LetterLine) -> Bool {
        line.tokens.count <= 3 && line.tokens.contains { text.reads(text.tokens[$0], ["повагою", "шаною"]) }
    }

    /// «Директор КП «Благоустрій»  Г. СЕМЕНЮК», «Начальник ОВА  Андрій СЛІПЕНКО».
    private func signedFor() -> Fact<String>? {
        let foot = layout.foot.suffix(Self.footLines)
        for position in foot.indices where foot[position].role == .signature && foot[position].tokens.count <= 24 {
            if let body = SignedBody(text, post(at: position, in: foot)) {
                return Fact(body.name, at: main.place(of: body.tokens), .likely, because: "the post of who signed")
            }
        }
        return nil
    }

    /// A post with the lines it goes on over: «Голова Калинівської районної / державної адміністрації».
    private func post(at position: Int, in foot: ArraySlice<LetterLine>) -> Range<Int> {
        var tokens = foot[position].tokens
        for line in foot[(position + 1)...].prefix(Self.postLines) {
            guard line.role == .signature, !line.startsBlock, PersonMention.first(in: text, tokens) == nil else { break }
            tokens = tokens.lowerBound..<line.tokens.upperBound
        }
        return tokens
    }

    /// «ТОВ «Агро» звертається …», «Департамент ЖКГ Степової ОВА (лист від …) просить …»: who speaks in the first sentences.
    private func speaker() -> Fact<String>? {
        // «КП «Тепломережа», вих. № 19 від …»: name and number on one line.
        for line in layout.head where line.role == .registration {
            if let body = SpeakingBody(text, at: line.tokens.lowerBound, end: line.tokens.upperBound, isNumbered: true) {
                return Fact(body.name, at: main.place(of: body.tokens), .likely, because: "beside the number")
            }
        }
        let isNumbered = layout.head.contains { $0.role == .registration }
        let body = layout.bodyTokens
        let sentences = text.sentences.lazy.filter { body.contains($0.lowerBound) }.prefix(3)
        // «Це знову ми, ОСББ «Дубова, 17»».
        for index in sentences.joined().dropLast(2)
        where text.reads(text.tokens[index], "ми") && text.tokens[index + 1].isMark(",") {
            if let name = SpeakingBody(text, at: index + 2, end: body.upperBound, isNumbered: true) {
                return Fact(name.name, at: main.place(of: name.tokens), .likely, because: "calls itself so")
            }
        }
        for start in sentences.prefix(2).map(\.lowerBound) {
            if let name = SpeakingBody(text, at: start, end: body.upperBound, isNumbered: isNumbered) {
                return Fact(name.name, at: main.place(of: name.tokens), .likely, because: "who speaks in the text")
            }
        }
        return nil
    }

    /// «-- / КП «Міськсвітло» / виробничий відділ» that a mail program puts under everything.
    private func signatureBlock() -> Fact<String>? {
        let block = NormalizedText(String(main.trailer.prefix(Self.longestName)))
        for index in block.tokens.indices.prefix(Self.endTokens) where block.tokens[index].startsLine || index == 0 {
            guard Self.forms.knows(block.tokens[index], in: block), block.tokens[index].capitals != .none,
                let end = QuotedName.end(block, from: index, to: block.tokens.count)
            else { continue }
            let written = block.originalText(block.tokens[index].range.lowerBound..<block.tokens[end - 1].range.upperBound)
            return Fact(LetterCase.formName(written), at: nil, .likely, because: "the signature block of the mail")
        }
        return authority(in: block)
    }

    /// «-- / Сектор документообігу / Головне управління Держгеокадастру у … області» under the mail of a state office.
    private func authority(in block: NormalizedText) -> Fact<String>? {
        guard source.senderAddress.inLowerCase.parts(at: "@").last?.parts(at: ".").contains("gov") == true,
            !source.isFromOwnDomain
        else { return nil }
        var found: (name: String, isUnit: Bool)?
        for line in block.lines.prefix(Self.blockLines) {
            let tokens = block.tokenIndex(atOrAfter: line.lowerBound)..<block.tokenIndex(atOrAfter: line.upperBound)
            let words = block.tokens[tokens].filter { $0.kind == .word }
            guard let first = words.first, first.capitals != .none, words.count <= Self.longestBody,
                let noun = OfficeNoun.first(in: words.prefix(3), of: block), !noun.noun.isOfficer,
                PersonMention.first(in: block, tokens) == nil,
                let name = OrganizationName(letterhead: [block.originalText(line)])?.text
            else { continue }
            // A sector is of the body named above or below it.
            let isUnit = noun.noun.isUnit && !block.reads(first, ["головне", "регіональне", "територіальне", "міжрегіональне"])
            if found.map({ $0.isUnit && !isUnit }) ?? true { found = (name, isUnit) }
        }
        return found.map { Fact($0.name, at: nil, .unsure, because: "the signature block of the mail") }
    }

    private static let blockLines = 8
    private static let longestBody = 14

    /// «Від: ТОВ «Будінвест»», «від КП «Благоустрій»» among those who ask.
    private func applicantBody() -> Fact<String>? {
        for line in layout.head where line.role == .applicant {
            if let labelled = labelledBody(line) { return labelled }
            let words = line.tokens.filter { text.tokens[$0].kind == .word }
            guard let form = Self.forms.first(in: words.prefix(3), of: text),
                let end = QuotedName.end(text, from: form, to: line.tokens.upperBound)
            else { continue }
            let name = LetterCase.formName(
                text.originalText(text.tokens[form].range.lowerBound..<text.tokens[end - 1].range.upperBound))
            return Fact(name, at: main.place(of: form..<end), .likely, because: "the body that asks")
        }
        return nil
    }

    /// «Від: Степова обласна військова адміністрація».
    private func labelledBody(_ line: LetterLine) -> Fact<String>? {
        guard let colon = line.tokens.prefix(3).first(where: { text.tokens[$0].isMark(":") }), colon + 1 < line.tokens.upperBound
        else { return nil }
        let tokens = colon + 1..<line.tokens.upperBound
        let words = text.tokens[tokens].filter { $0.kind == .word }
        guard OfficeNoun.first(in: words.prefix(5), of: text)?.noun.isOfficer == false,
            PersonMention.first(in: text, tokens) == nil
        else { return nil }
        let written = text.originalText(text.tokens[colon + 1].range.lowerBound..<line.range.upperBound)
        return OrganizationName(letterhead: [written]).map {
            Fact($0.text, at: main.place(of: tokens), .likely, because: "who the letter says it is from")
        }
    }

    /// A body's name before the address in the From field, or the address of a mailing.
    private func fromField() -> Fact<String>? {
        let written = source.senderName.trimmed
        // Quotation marks round the whole name are the field's own.
        let isQuoted = written.count > 1 && written.begins(with: "\"") && written.ends(with: "\"")
        let name = isQuoted ? String(written.dropFirst().dropLast()) : written
        let place = FactPlace(part: "from", range: 0..<source.senderName.utf8.count)
        if !main.isForwarded, name.utf8.count < Self.longestName {
            let text = NormalizedText(name)
            let words = text.tokens.filter { $0.kind == .word }
            let isBody = words.first.map { Self.forms.knows($0, in: text) } ?? false
            if isBody || OfficeNoun.first(in: words.prefix(6), of: text).map({ !$0.noun.isOfficer }) == true,
                let organization = OrganizationName(letterhead: [name])
            {
                return Fact(organization.text, at: place, .unsure, because: "the name in the From field")
            }
        }
        guard source.isListMail || offersToUnsubscribe, !source.senderAddress.isEmpty else { return nil }
        return Fact(
            source.senderAddress, at: FactPlace(part: "from", range: 0..<source.senderAddress.utf8.count), .unsure,
            because: "a mailing")
    }

    private var offersToUnsubscribe: Bool {
        text.tokens.suffix(Self.endTokens).contains { Self.unsubscribing.knows($0, in: text) }
    }

    private static let unsubscribing = StemTable<Bool>([("відписат* отписат* unsubscribe", true)])
    /// Tokens at the end of a mailing, with its small print.
    private static let endTokens = 60
    static let forms = StemTable<Bool>([
        (
            "тов ат пат прат кп кнп кз ку дп ду пп фоп го гс бо бф ао аб осбб оо здо днз знз нвк зош дюсш ксп гк жбк ст тдв фг сфг ооо оао зао чп",
            true
        )
    ])
    /// Lines above the fields of a form.
    private static let formHeadLines = 4
    private static let footLines = 14
    /// Lines a post may go on over.
    private static let postLines = 4
    private static let longestName = 300
}
