// SPDX-License-Identifier: Apache-2.0

/// What sort of correspondent wrote a letter.
enum Writer: Hashable, Sendable {
    case court, lawEnforcement, parliament, memberOfParliament, councillor, lawyer
    /// A state authority or a council above ours.
    case authority
    /// A council or its committee: a neighbour, or our own.
    case council
    case association, organization
    /// A contact centre that passes on citizens' words in a form.
    case hotline
    /// A portal of the council or a form of its site: the citizen writes, a machine sends.
    case portal
    case citizen
}

/// Who wrote a letter, and what says so.
struct WriterReading: Hashable, Sendable {
    let writer: Writer
    let certainty: Certainty
    /// Positions in ``NormalizedText/tokens`` of the line that says it.
    let tokens: Range<Int>?
    let reason: String

    private init(_ writer: Writer, _ certainty: Certainty, _ tokens: Range<Int>?, _ reason: String) {
        self.writer = writer
        self.certainty = certainty
        self.tokens = tokens
        self.reason = reason
    }

    init(_ main: MainText, source: LetterSource, form: FormFields, headEnd: Int) {
        let lines = WriterLines(main, headEnd: headEnd)
        if form.isForm || Self.isPortals(lines, source), let found = Self.formSender(lines, source) {
            self = found
            return
        }
        if SenderMailbox(source).isMachine, Self.isServiceForm(lines) {
            self = WriterReading(.portal, .likely, nil, "an application to a service centre")
            return
        }
        let domain = Self.domain(source, lines)
        let found =
            Self.letterhead(lines).flatMap { lines.namesPerson && Self.isAddressed($0, lines) ? nil : $0 } ?? Self.introduction(
                lines)
            ?? Self.signature(lines, source) ?? domain ?? Self.printed(lines) ?? Self.nameOfField(source, lines)
            ?? WriterReading(.citizen, .likely, nil, "no letterhead, no office in the signature")
        // «мешканців вулиці Вишневої», «від батьків вихованців ЗДО № 9»: a group writes, whatever body it names.
        if lines.namesGroup, [.authority, .council, .organization].contains(found.writer), !lines.isNumbered {
            self = WriterReading(.citizen, .likely, nil, "a group of citizens above the text")
            return
        }
        // «Сектор … просить» from an address of the police is the police's.
        if let domain, found.writer == .authority, [.court, .lawEnforcement].contains(domain.writer) {
            self = found.replaced(by: domain.writer, because: domain.reason)
        } else {
            self = found
        }
    }

    /// The body above the name of who asks is who is asked.
    private static func isAddressed(_ found: WriterReading, _ lines: WriterLines) -> Bool {
        found.writer == .council || found.writer == .authority && !lines.isNumbered
    }

    /// A machine's mail that says it passes on what somebody filled in on a portal.
    private static func isPortals(_ lines: WriterLines, _ source: LetterSource) -> Bool {
        guard SenderMailbox(source).isMachine else { return false }
        return (0..<min(lines.text.tokens.count, 16)).contains {
            portals.knows(lines.text.tokens[$0], in: lines.text)
        }
    }

    /// «Центр надання адміністративних послуг / Заява № … / Суб’єкт звернення: …»: whose hands it came through.
    private static func isServiceForm(_ lines: WriterLines) -> Bool {
        let head = 0..<min(lines.text.tokens.count, serviceReach)
        return !serviceCentres.hits(in: lines.text, head).isEmpty && !serviceFields.hits(in: lines.text, head).isEmpty
    }

    private static let serviceCentres = PhraseBook<Bool>([
        ("центр надання адміністративних | цнап | портал дія | портал послуг | єдиний державний вебпортал | е-сервіс", true)
    ])
    private static let serviceFields = PhraseBook<Bool>([("суб'єкт звернення | назва послуги | послуга | код послуги", true)])
    /// Tokens above and of the first fields of such a form.
    private static let serviceReach = 60

    private static let portals = StemTable<Bool>([("портал порталі порталу сайті сайту", true)])

    /// A form: of a contact centre by its name, else of a portal where a machine or a state office's address sends it.
    private static func formSender(_ lines: WriterLines, _ source: LetterSource) -> WriterReading? {
        let subject = NormalizedText(source.subject)
        let isHotline =
            WriterMark.namesHotline(lines.text, 0..<min(lines.text.tokens.count, 60))
            || WriterMark.namesHotline(subject, subject.tokens.indices)
        if isHotline { return WriterReading(.hotline, .sure, lines.head.first, "a contact centre's form") }
        guard SenderMailbox(source).isMachine || domain(source, lines) != nil else { return nil }
        return WriterReading(.portal, .likely, nil, "a form of a portal")
    }

    /// The lowest body of the letterhead counts: a department's school is a school.
    private static func letterhead(_ lines: WriterLines) -> WriterReading? {
        var best: (mark: WriterMark, line: Range<Int>)?
        for line in lines.head {
            guard var mark = WriterMark.strongest(lines.text, line, isLetterhead: true) else { continue }
            // «Відділ культури Лугоставської міської ради» is the council's.
            if mark.writer == .authority, mark.strength <= 3, isCouncils(line, lines.text) {
                mark = WriterMark(writer: .council, strength: mark.strength)
            }
            if let known = best, WriterMark.outranks(known.mark, mark) { continue }
            best = (mark, line)
        }
        return best.map { WriterReading($0.mark.writer, .sure, $0.line, "letterhead") }
    }

    /// A name in capitals, of whatever body, at the top of the page, over a number.
    private static func printed(_ lines: WriterLines) -> WriterReading? {
        guard lines.isNumbered, !lines.namesPerson, let first = lines.head.first, first.lowerBound == 0 else { return nil }
        let words = lines.text.tokens[first].filter { $0.kind == .word }
        guard words.count > 1, LetterCase.isCapitals(words) || lines.text.isLatin(first),
            PersonMention.first(in: lines.text, first) == nil, DocumentName(lines.text, first) == nil
        else { return nil }
        return WriterReading(.organization, .likely, first, "a letterhead over a number")
    }

    private static func isCouncils(_ line: Range<Int>, _ text: NormalizedText) -> Bool {
        line.dropFirst().contains { index in
            text.reads(text.tokens[index], "ради")
                && ["міської", "селищної", "сільської"].contains { text.reads(text.tokens[index - 1], $0) }
        }
    }

    /// «Громадська організація «…» звертається до Вас», «Я, адвокат …».
    private static func introduction(_ lines: WriterLines) -> WriterReading? {
        if let found = selfNamed(lines) { return found }
        for sentence in lines.openings {
            let end = sentence.lowerBound + min(sentence.count, 24)
            let opening = sentence.lowerBound..<end
            if let found = announced(opening, lines.text) { return found }
            guard let verb = opening.first(where: { WriterMark.verbs.knows(lines.text.tokens[$0], in: lines.text) })
            else {
                continue
            }
            let subject = sentence.lowerBound..<verb
            // «Доводжу до відома, що начальник комунального підприємства …»: a person speaks of a body.
            if WriterLines.speakers.knows(lines.text.tokens[sentence.lowerBound], in: lines.text) { continue }
            if let mark = WriterMark.strongest(lines.text, subject, isLetterhead: true),
                mark.writer != .council || subject.count < 8
                    || lines.text.reads(lines.text.tokens[subject.lowerBound], "староста")
            {
                return WriterReading(mark.writer, .likely, subject, "the writer's own words")
            }
        }
        return nil
    }

    /// «Пише депутат міської ради …», «Вас турбує ГО «Веселка»»: the verb before who writes.
    private static func announced(_ opening: Range<Int>, _ text: NormalizedText) -> WriterReading? {
        guard let verb = opening.prefix(3).first(where: { text.reads(text.tokens[$0], ["пише", "турбує", "звертається"]) }) else {
            return nil
        }
        let subject = verb + 1..<min(opening.upperBound, verb + 1 + longestSubject)
        guard let mark = WriterMark.strongest(text, subject, isLetterhead: true),
            [.organization, .association, .councillor, .lawyer].contains(mark.writer)
        else { return nil }
        return WriterReading(mark.writer, .likely, subject, "the writer's own words")
    }

    /// Tokens behind the verb that may name who writes.
    private static let longestSubject = 8

    /// «Це знову ми, ОСББ «Дубова, 17»»: a body that calls itself so.
    private static func selfNamed(_ lines: WriterLines) -> WriterReading? {
        let text = lines.text
        for index in lines.openings.joined().dropLast(2)
        where text.reads(text.tokens[index], "ми") && text.tokens[index + 1].isMark(",") {
            let name = index + 2..<min(text.tokens.count, index + 6)
            guard let mark = WriterMark.strongest(text, name.lowerBound..<name.lowerBound + 1, isLetterhead: true),
                [.organization, .association].contains(mark.writer)
            else { continue }
            return WriterReading(mark.writer, .likely, name, "the writer's own words")
        }
        return nil
    }

    private static func signature(_ lines: WriterLines, _ source: LetterSource) -> WriterReading? {
        for line in lines.foot {
            let body = Self.bodyOnly(line, lines.text)
            let mark =
                body.map { WriterMark.strongest(lines.text, $0, isLetterhead: true) }
                ?? WriterMark.strongest(lines.text, line, isLetterhead: false)
            guard let mark else { continue }
            return WriterReading(mark.writer, .likely, line, "signature")
        }
        guard !lines.trailer.isEmpty else { return nil }
        let trailer = NormalizedText(lines.trailer)
        for line in trailer.lines.prefix(8) {
            let tokens = trailer.tokenIndex(atOrAfter: line.lowerBound)..<trailer.tokenIndex(atOrAfter: line.upperBound)
            guard tokens.count <= 16, let mark = WriterMark.strongest(trailer, tokens, isLetterhead: false) else { continue }
            return WriterReading(mark.writer, .likely, nil, "signature block of the mail")
        }
        return nil
    }

    /// «З повагою, Служба відновлення у … області»: a body in the place of who signs.
    private static func bodyOnly(_ line: Range<Int>, _ text: NormalizedText) -> Range<Int>? {
        let start = line.prefix(3).last { text.tokens[$0].isMark(",") }.map { $0 + 1 } ?? line.lowerBound
        guard start < line.upperBound, text.tokens[start].kind == .word, text.tokens[start].capitals != .none,
            OfficeNoun.first(in: text.tokens[start..<line.upperBound].prefix(2).filter { $0.kind == .word }, of: text)?.noun
                .isOfficer
                == false, PersonMention.first(in: text, start..<line.upperBound) == nil
        else { return nil }
        return start..<line.upperBound
    }

    /// A state domain in the From field, where the text itself is no citizen's.
    private static func domain(_ source: LetterSource, _ lines: WriterLines) -> WriterReading? {
        let address = source.senderAddress.inLowerCase
        // A mailbox of our own says only who scanned the paper.
        if !address.holds("gov") || source.isFromOwnDomain { return nil }
        let labels = (address.parts(at: "@").last ?? "").parts(at: ".")
        guard let gov = labels.lastIndex(of: "gov") else { return nil }
        let before = gov > 0 ? labels[gov - 1] : ""
        let writer: Writer =
            switch before {
            case "court": .court
            case "gp", "police", "npu", "ssu", "dbr", "nabu", "esbu", "prok": .lawEnforcement
            default: .authority
            }
        return WriterReading(writer, .unsure, nil, "state domain of the From field")
    }

    /// «ТОВ «Газмережі»» before the address in the From field, where no person says that he writes.
    private static func nameOfField(_ source: LetterSource, _ lines: WriterLines) -> WriterReading? {
        guard !lines.namesPerson, source.senderName.utf8.count <= longestName else { return nil }
        let name = NormalizedText(source.senderName)
        guard let mark = WriterMark.strongest(name, name.tokens.indices, isLetterhead: true), mark.strength >= formStrength,
            [.organization, .association].contains(mark.writer), PersonMention.first(in: name, name.tokens.indices) == nil
        else { return nil }
        return WriterReading(mark.writer, .unsure, nil, "the name in the From field")
    }

    /// Of words that only legal forms are.
    private static let formStrength = 7
    /// Octets of a name in the From field.
    private static let longestName = 300

    func replaced(by writer: Writer, because reason: String) -> WriterReading { WriterReading(writer, certainty, tokens, reason) }
}
