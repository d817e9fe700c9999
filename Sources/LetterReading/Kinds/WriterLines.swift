// SPDX-License-Identifier: Apache-2.0

/// The lines of a letter that may name who writes: those of the letterhead, the first sentences, the signature.
struct WriterLines {
    let text: NormalizedText
    /// Lines of the letterhead as tokens, from the top, without addressees.
    let head: [Range<Int>]
    /// Whether a line of the head says from whom the letter is: a council named above it is the addressee.
    let namesPerson: Bool
    /// Whether a line above the text begins with the people who write together: «мешканців», «від батьків», «співвласники».
    let namesGroup: Bool
    /// Whether a number of registration stands above the text, as offices' letters have one.
    let isNumbered: Bool
    /// The first sentences of the text.
    let openings: [Range<Int>]
    /// Lines of the signature, from the bottom.
    let foot: [Range<Int>]
    let trailer: String

    init(_ main: MainText, headEnd: Int) {
        let layout = main.layout
        text = layout.text
        trailer = main.trailer
        var head: [Range<Int>] = []
        var (hasBody, hasNumber) = (false, false)
        for (index, line) in layout.lines.prefix(Self.maximumHeadLines).enumerated() where line.tokens.upperBound <= headEnd {
            hasBody = hasBody || line.role == .body
            hasNumber = hasNumber || line.role == .registration
            // «Доводжу до відома, що начальник комунального підприємства …»: a person begins to speak.
            if Self.speakers.knows(layout.text.tokens[line.tokens.lowerBound], in: layout.text) { break }
            switch line.role {
            // Below letterhead and number stands who is addressed: «КНП «Лікарня»».
            case .contacts where hasBody && hasNumber, .addressee where hasBody && hasNumber: continue
            case .addressee where !Self.namesSender(line, layout.text): continue
            case .applicant where !Self.namesSender(line, layout.text) && !Self.namesOffice(line, layout.text): continue
            case _
            where ApplicantName.Words.addressing.knows(layout.text.tokens[line.tokens.lowerBound], in: layout.text):
                continue
            case .title, .reference, .salutation, .annexes: continue
            // «За видачу паспорта головний спеціаліст відділу / містобудування хоче …» is told, not printed above.
            case .text where layout.isPiece(at: index) && !Self.beginsWithBody(line, layout.text): continue
            case .text where layout.text.tokens[line.tokens].last?.isMark("?") == true: continue
            case _ where Self.isAddressed(line, layout.text): continue
            // «вул. Газовиків, 1, контакт-центр 0 800 …» is no contact centre.
            case .contacts where Self.isAddress(line, layout.text): continue
            default: head.append(line.tokens)
            }
        }
        if head.isEmpty, let first = layout.lines.first,
            !Self.speakers.knows(layout.text.tokens[first.tokens.lowerBound], in: layout.text),
            first.role != .addressee, first.role != .salutation, Self.isHeading(first, layout.text), !layout.isBroken(at: 0)
        {
            head.append(first.tokens)
        }
        self.head = head
        isNumbered = layout.head.contains { line in
            line.role == .registration && RegistrationForm(layout.text, line.tokens).map { $0.numbers > 0 } == true
        }
        namesPerson = layout.lines.prefix(Self.maximumHeadLines).contains { line in
            line.tokens.upperBound <= headEnd
                && (line.role == .applicant
                    || Self.persons.knows(layout.text.tokens[line.tokens.lowerBound], in: layout.text)
                        // «від 06.05.2027, передав …»
                        && line.tokens.dropFirst().first.map { layout.text.tokens[$0].kind == .number } != true)
        }
        namesGroup = layout.lines.prefix(Self.maximumHeadLines).contains { line in
            line.tokens.upperBound <= headEnd && line.tokens.prefix(2).contains { Self.isGroup($0, line, layout.text) }
        }
        openings = Array(
            layout.text.sentences.lazy.filter { $0.lowerBound >= headEnd }.prefix(3))
        foot = layout.foot.reversed().prefix(Self.maximumFootLines).filter { $0.role == .signature && $0.tokens.count <= 20 }.map(
            \.tokens)
    }

    /// «Релігійна громада парафії … / планує ярмарок»: who writes is the subject of the first sentence.
    private static func beginsWithBody(_ line: LetterLine, _ text: NormalizedText) -> Bool {
        let beginning = line.tokens.prefix(bodyReach)
        return line.startsBlock && !beginning.contains { text.tokens[$0].isMark(",") }
            && WriterMark.strongest(text, beginning, isLetterhead: true) != nil
    }

    /// Tokens.
    private static let bodyReach = 3

    /// «депутата Лугоставської міської ради …» below the addressee names who writes.
    private static func namesSender(_ line: LetterLine, _ text: NormalizedText) -> Bool {
        senders.knows(text.tokens[line.tokens.lowerBound], in: text)
            || (line.tokens.count > 1 && text.folded(text.tokens[line.tokens.lowerBound]) == "від"
                && senders.knows(text.tokens[line.tokens.lowerBound + 1], in: text))
    }

    /// «Розпорядник: Виконавчий комітет …» where the layout saw no head.
    private static func isAddressed(_ line: LetterLine, _ text: NormalizedText) -> Bool {
        LineWords.addresseeLabels.knows(text.tokens[line.tokens.lowerBound], in: text)
            && line.tokens.prefix(4).contains { text.tokens[$0].isMark(":") }
    }

    /// Its first word, or the one behind «від».
    private static func isGroup(_ index: Int, _ line: LetterLine, _ text: NormalizedText) -> Bool {
        groups.knows(text.tokens[index], in: text)
            && (index == line.tokens.lowerBound || text.reads(text.tokens[line.tokens.lowerBound], ["від", "от"]))
    }

    private static let groups = StemTable<Bool>([
        (
            "мешканців мешканці жителів жителі батьків батьки співвласників співвласники сусідів сусіди власників жильцов жильцы родителей орендарів",
            true
        )
    ])

    private static func isAddress(_ line: LetterLine, _ text: NormalizedText) -> Bool {
        line.tokens.count(where: { text.tokens[$0].kind == .number }) >= 2
    }

    /// «від голови правління ОСББ «Надія-5»».
    private static func namesOffice(_ line: LetterLine, _ text: NormalizedText) -> Bool {
        guard let mark = WriterMark.strongest(text, line.tokens, isLetterhead: false), mark.strength >= 7 else { return false }
        return [.organization, .association, .councillor, .lawyer, .memberOfParliament].contains(mark.writer)
    }

    /// A first line in capitals or without a verb, short as letterheads are.
    private static func isHeading(_ line: LetterLine, _ text: NormalizedText) -> Bool {
        let words = text.tokens[line.tokens].filter { $0.kind == .word }
        guard (2...14).contains(words.count), let last = text.tokens[line.tokens].last, !last.isMark(".") else { return false }
        return !words.contains { WriterMark.verbs.knows($0, in: text) || text.reads($0, ["що", "який", "яка"]) }
    }

    /// How a person, and no office, begins a letter.
    static let speakers = StemTable<Bool>([
        ("доводжу повідомляю хочу звертаюсь звертаюся пишу прошу скаржусь скаржуся сообщаю хотів хотіла обращаюсь", true)
    ])
    private static let senders = StemTable<Bool>([
        ("депутата депутатки народного народної адвоката адвокатки депутат депутатка адвокат директора фоп тов кп го осбб", true)
    ])
    private static let persons = StemTable<Bool>([
        (
            "від от гр громадянина громадянки громадянин громадянка запитувач запитувачка заявник заявниця мешканця мешканки жителя жительки піб прізвище",
            true
        )
    ])
    private static let maximumHeadLines = 16
    private static let maximumFootLines = 6
}
