// SPDX-License-Identifier: Apache-2.0

/// What the form of one line above the text, and what stands above it, say about its role.
struct LineForm {
    /// What has been met on the way down.
    struct Stage {
        var left: LetterLine.Role?
        var right: LetterLine.Role?
        /// Whether the letterhead is behind: addressee, title or name of the document were met.
        var isPastLetterhead = false
        var hasBody = false
        var hasAddressee = false
        var hasRegistration = false
        var hasSalutation = false
        /// Whether a letterhead stands at the left edge, so that what stands at the right is an addressee.
        var isAtLeft = false
        /// Whether the letterhead is a person's: a deputy's, a lawyer's, an entrepreneur's.
        var isOfPerson = false
        /// Whether the name of the body above is printed in capitals.
        var isCapitalBody = false

        mutating func pass(_ line: LetterLine, isCapitals: Bool, isOfPerson: Bool) {
            if line.role == .body {
                self.isOfPerson = self.isOfPerson || isOfPerson
                isCapitalBody = isCapitals
                isAtLeft = isAtLeft || !LineForm.isRight(line)
            }
            if LineForm.isRight(line) { right = line.role } else { left = line.role }
            switch line.role {
            case .addressee: (isPastLetterhead, hasAddressee) = (isPastLetterhead || !LineForm.isRight(line), true)
            case .title, .applicant: isPastLetterhead = true
            // «Доброго дня, колеги!» may stand above a letterhead.
            case .salutation:
                hasSalutation = true
                isPastLetterhead = isPastLetterhead || hasBody || hasAddressee
            case .body: hasBody = true
            case .registration: hasRegistration = true
            case .contacts, .mark, .reference, .documentName, .annexes, .signature, .text: break
            }
        }
    }

    let line: LetterLine
    let text: NormalizedText
    let stage: Stage
    let words: [Token]

    init(_ line: LetterLine, _ text: NormalizedText, _ stage: Stage) {
        self.line = line
        self.text = text
        self.stage = stage
        words = text.tokens[line.tokens.prefix(Self.longest * 2)].filter { $0.kind == .word }
    }

    var role: LetterLine.Role {
        if isDocumentName { return .documentName }
        if let role = RegistrationForm.role(text, line.tokens) {
            // «Щодо заборгованості за договором / № 30012 від 01.01.2019».
            return after == .title && stage.hasRegistration ? .title : role
        }
        if isBlankDate { return .reference }
        if isMark { return .mark }
        if let role = labelled { return role }
        if isApplicant { return .applicant }
        if isTitle { return .title }
        if isAddressee { return .addressee }
        if isSalutation { return .salutation }
        if isSession { return .contacts }
        if isLetterhead || goesOnWithName { return stage.isAtLeft && Self.isRight(line) && !isCentred ? .addressee : .body }
        if isQuotedName { return .body }
        if isContacts, !tells { return .contacts }
        if let role = continued { return role }
        if isReceiver { return .addressee }
        // «Project implemented by …, funded by …» below a name in Latin letters.
        if stage.hasBody, !stage.isPastLetterhead, text.isLatin(line.tokens) { return .contacts }
        if isAside { return .addressee }
        return isIncidental || isRule ? .contacts : .text
    }

    /// «від» of «На № ____ від ____» where the blanks were spaces.
    private var isBlankDate: Bool {
        line.isColumn && words.count == 1 && line.tokens.count <= 3 && text.reads(words[0], ["від", "на"])
            && text.tokens[line.tokens].allSatisfy { $0.kind != .number }
    }

    /// «ЗЕЛЕНЕ МІСТО» in quotation marks below «ГРОМАДСЬКА ОРГАНІЗАЦІЯ».
    private var isQuotedName: Bool {
        after == .body && !stage.hasRegistration && first.isMark("\"") && last.isMark("\"") && words.count <= Self.longestName
    }

    /// «______»: a line between the letterhead and what follows.
    private var isRule: Bool { stage.hasBody && text.tokens[line.tokens].allSatisfy { $0.kind == .mark } }

    /// Whether something happens in it, so that it is no line of addresses.
    var holdsVerb: Bool { words.contains { FiniteVerb.holds($0, in: text) } }

    static func isRight(_ line: LetterLine) -> Bool { line.isColumn || line.indent >= 16 }

    /// The role of the line above in the same column; nil when an empty line lies between.
    var after: LetterLine.Role? { line.startsBlock ? nil : Self.isRight(line) ? stage.right : stage.left }
    var first: Token { text.tokens[line.tokens.lowerBound] }
    var last: Token { text.tokens[line.tokens.upperBound - 1] }
    var isShort: Bool { line.tokens.count <= Self.longest }
    var isOfPerson: Bool { words.prefix(3).contains { LineWords.offices.knows($0, in: text) } }
    var isCapitals: Bool { LetterCase.isCapitals(words) }
    var isRequest: Bool { words.contains { LineWords.requests.knows($0, in: text) } }
    var endsAsSentence: Bool {
        last.isMark(".") && (words.last?.letters.count ?? 0) > 2 || last.isMark(";") || last.isMark(":") || last.isMark(",")
    }

    /// «22 жовтня о 10.00 на базі ліцею (вул. Шкільна, 6) відбудеться семінар.»: a sentence, whatever address it holds.
    private var tells: Bool {
        endsAsSentence && words.contains { FiniteVerb.holds($0, in: text) || Imperatives.hasForm($0, in: text) }
    }

    /// «На запит щодо … надаємо інформацію»: no title says what we do.
    private var speaksOfUs: Bool { words.contains { $0.capitals == .none && Self.ofUs.fits($0, in: text) } }
    private static let ofUs = EndingSet(["ємо", "їмо", "ємося", "ємось"])

    private var isMark: Bool {
        guard line.tokens.count <= 12, let word = words.first else { return false }
        if isDayOfControl || isForAttention { return true }
        guard let mark = LineWords.marks.meaning(of: word, in: text) else { return false }
        return mark == .alone ? words.count <= 3 : words.contains { LineWords.markTails.knows($0, in: text) }
    }

    /// «до 12.02.2027» under «КОНТРОЛЬ», above the letterhead.
    private var isDayOfControl: Bool {
        !stage.hasBody && after == .mark && words.count <= 3
            && line.tokens.contains { WrittenDate(text, at: $0, end: line.tokens.upperBound) != nil }
    }

    /// «ДО УВАГИ КЕРІВНИКІВ ЗАКЛАДІВ!» above the letterhead.
    private var isForAttention: Bool {
        line.startsLetter && words.count > 2 && text.reads(words[0], "до") && text.reads(words[1], "уваги") && !isRequest
    }

    private var isDocumentName: Bool {
        guard line.tokens.count <= 14, let name = DocumentName(text, line.tokens) else { return false }
        return name.isAlone && (isCapitals || !stage.isPastLetterhead || !endsAsSentence)
    }

    /// A field of a form: «Адміністративний орган: …» is who is asked, «Суб’єкт звернення: …» who asks.
    private var labelled: LetterLine.Role? {
        guard let colon = line.tokens.prefix(Self.longestLabel).first(where: { text.tokens[$0].isMark(":") }),
            colon + 1 < line.tokens.upperBound
        else { return nil }
        let label = line.tokens.lowerBound..<colon
        if text.reads(first, "суб'єкт"), label.contains(where: { text.reads(text.tokens[$0], "звернення") }) { return .applicant }
        return label.lazy.compactMap { LineWords.labels.meaning(of: text.tokens[$0], in: text) }.first
    }

    /// «від Кушніра Василя», «гр. Іваненка», «який мешкає», «Заявник: …», «депутата міської ради».
    private var isApplicant: Bool {
        guard isShort, !isRequest || words.count < 9, let word = words.first else { return false }
        if words.contains(where: { LineWords.dwelling.knows($0, in: text) }) {
            return after != nil || words.count < 14
        }
        switch LineWords.applicants.meaning(of: word, in: text) {
        case .label: return line.tokens.prefix(4).contains { text.tokens[$0].isMark(":") }
        case .from where words.count > 1:
            return words[1].capitals != .none || LineWords.nameless.knows(words[1], in: text)
        // «Про депутатський запит / депутата обласної ради …».
        case .alone: return after != .title
        case .post:
            return stage.hasAddressee && stage.isPastLetterhead
                || word.capitals == .none && words.count > 2 && words[1].capitals == .first && words[2].capitals == .first
        case .from, nil: break
        }
        if after == .body, !isCapitals, isGenitiveName { return true }
        // «Крамар Ольга Русланівна» below «Виконком міської ради»: offices do not name their writers so.
        if stage.hasBody, !stage.hasRegistration, !stage.isOfPerson, !isCapitals, isFullName { return true }
        return stage.hasAddressee && after == .addressee && isGenitivePerson
    }

    /// «Штанько Юрій Борисович, учасник бойових дій».
    private var isFullName: Bool {
        guard words.count >= 3, words.prefix(3).allSatisfy({ $0.capitals == .first }), Patronymic(words[2], in: text) != nil
        else { return false }
        return words.count == 3 || line.tokens.prefix(4).last.map { text.tokens[$0].isMark(",") } == true
    }

    /// A line in capitals of a letterhead whose lines stand in the middle of the page.
    private var isCentred: Bool { isCapitals && !line.isColumn && !stage.hasRegistration && after == .body }

    /// «54 сесія VIII скликання» under a council's name.
    private var isSession: Bool {
        stage.hasBody && !stage.isPastLetterhead && words.count <= 8
            && words.contains { LineWords.sessions.knows($0, in: text) }
    }

    /// «Бевз Жанни Юріївни» alone below «Лугоставська міська рада»: the body is addressed, whatever its case.
    private var isGenitiveName: Bool {
        (3...4).contains(words.count) && words.allSatisfy { $0.capitals != .none }
            && Patronymic(words[2], in: text)?.cases == .genitive
    }

    /// «Гаврик Ніни Андріївни,» under the addressee: not in the dative as the addressee is.
    private var isGenitivePerson: Bool {
        words.prefix(4).contains {
            Patronymic($0, in: text)?.cases == .genitive
        }
    }

    private var isTitle: Bool {
        guard LineWords.titles.knows(first, in: text), line.tokens.count < Self.longestTitle else { return false }
        // «Про результати просимо повідомити …» is a sentence of the text.
        return !isRequest
    }

    private var isSalutation: Bool {
        LineWords.salutations.knows(first, in: text) && line.tokens.count < 14 && !isRequest
    }

    private var isContacts: Bool {
        guard line.tokens.count < Self.longestContacts, !isRequest else { return false }
        // «м.» and «с.» are places, «С.» is an initial.
        let marks = words.count {
            LineWords.contacts.knows($0, in: text) && ($0.letters.count > 1 || $0.capitals == .none)
        }
        if marks >= 2 || text.utf8[line.range].contains(UInt8(ascii: "@")) && words.count < 16 { return true }
        guard after == .body || after == .contacts || after == .addressee || after == .mark else { return false }
        return marks == 1 || text.tokens[line.tokens].contains { $0.digitCount >= 8 } || startsWithIndex
    }

    /// «49000, м. Дніпроград».
    private var startsWithIndex: Bool { first.digitCount == 5 && words.count < 10 }

    var isFiniteSentence: Bool {
        words.contains { $0.capitals == .none && LineWords.finiteEndings.fits($0, in: text) }
    }

    /// A second line of what stands above.
    private var continued: LetterLine.Role? {
        guard let after else { return nil }
        let goesOn: Bool =
            switch after {
            case .title: line.tokens.count < 25 && !isRequest && !(first.capitals != .none && (tells || speaksOfUs))
            case .addressee, .applicant: isShort && !isRequest && !endsAsLongSentence && words.count <= 12 && !isFiniteSentence
            case .body where stage.isCapitalBody && !isCapitals && isGenitiveBody: true
            case .body where stage.isCapitalBody && !isCapitals:
                first.capitals == .none && first.kind == .word && !text.tokens[line.tokens].contains { $0.kind == .number }
                    && words.count < 14 && !isRequest && !endsAsSentence
            case .body: (isCapitals || !endsAsSentence && !isFiniteSentence) && words.count < 14 && !isRequest
            case .documentName: line.tokens.count < 30 && (first.capitals == .none || first.isMark("(")) && !isRequest
            case .contacts, .mark, .registration, .reference, .salutation, .annexes, .signature, .text: false
            }
        return goesOn ? after : nil
    }

    /// Pushed to the right, as addressees are.
    private var isAside: Bool {
        Self.isRight(line) && line.tokens.count < 16 && (after == nil || after == .addressee || after == .reference) && !isRequest
            && !endsAsLongSentence
    }

    /// A line between letterhead and text that is none of the above: «54 сесія VIII скликання», a motto, a name.
    private var isIncidental: Bool {
        guard stage.hasBody, !stage.isPastLetterhead, words.count <= 9, !isRequest, !isFiniteSentence else { return false }
        return first.kind == .number || first.capitals != .none || first.isMark("\"") || first.isMark("(")
    }

    /// Tokens of the label of a field.
    private static let longestLabel = 9
    /// Tokens of a line that is still a requisite.
    private static let longest = 26
    private static let longestTitle = 60
    /// Words of a body's name where text is likelier.
    static let longestName = 7
    private static let longestContacts = 70
}
