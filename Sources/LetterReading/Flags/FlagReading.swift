// SPDX-License-Identifier: Apache-2.0

/// What a clerk must know of a letter at a glance, beside what its tasks tell: each with reason and place.
struct FlagReading: Sendable {
    private(set) var flags: [Fact<LetterFlag>] = []
    let evidence: LetterEvidence
    let kind: KindReading
    private let applicant: ApplicantReading

    init(_ evidence: LetterEvidence, _ kind: KindReading, _ applicant: ApplicantReading) {
        self.evidence = evidence
        self.kind = kind
        self.applicant = applicant
        if let machine = kind.machine {
            readMachine(machine)
            return
        }
        readPhrases()
        readWriter()
        if let copy = evidence.officeCopy {
            add(.copyToUs, copy.place, copy.certainty, "addressed to others, we have a copy")
        }
        readApplicant()
        readMail()
    }

    var text: NormalizedText { evidence.text }

    private mutating func add(_ flag: LetterFlag, _ place: FactPlace?, _ certainty: Certainty, _ reason: String) {
        guard !flags.contains(where: { $0.value == flag }) else { return }
        flags.append(Fact(flag, at: place, certainty, because: reason))
    }

    private mutating func readMachine(_ machine: MachineMail) {
        switch machine {
        case .autoReply: add(.autoReply, nil, .likely, "a machine's answer")
        case .advertising: add(.advertising, nil, .likely, "offers goods or paid events")
        case .greeting, .invitation: break
        }
    }

    private var isCitizens: Bool { ApplicantReading.Asks(kind.kind.value) == .citizen }
    private var isOffices: Bool { ["AUTH_CONTROL", "AUTH_INFO", "ORG_LETTER", "LAW_ENF", "COURT"].contains(kind.kind.value) }

    private mutating func readPhrases() {
        for hit in FlagPhrases.phrases.hits(in: text) where holds(hit, in: text) {
            add(hit.meaning, evidence.place(hit.tokens), .likely, "the letter says so")
        }
        if isCitizens, !kind.isRelayed, let again = RepeatedAppeal.first(in: text) {
            add(.repeated, evidence.place(again), .likely, "wrote before")
        }
        if isCitizens, !applicant.isAnonymous, let secrecy = SecrecyRequest.first(in: text) {
            add(.confidential, evidence.place(secrecy), .likely, "asks to be kept unnamed")
        }
        for hit in FlagPhrases.phrases.hits(in: evidence.subject)
        where Self.ofSubjects.contains(hit.meaning) && holds(hit, in: evidence.subject) && !isChannel(hit) {
            add(
                hit.meaning, FactPlace(part: "subject", range: evidence.subject.originalRange(of: octets(hit.tokens))), .likely,
                "the Subject field says so")
        }
        if evidence.subject.tokens.contains(where: {
            Self.secretWords.knows($0, in: evidence.subject) && $0.capitals == .all
        }) {
            add(.restrictedDSP, nil, .likely, "the Subject field says so")
        }
        if isCitizens, !kind.isRelayed,
            evidence.subject.tokens.contains(where: { Self.again.knows($0, in: evidence.subject) })
        {
            add(.repeated, nil, .likely, "the Subject field says so")
        }
        if let stamp = secretStamp { add(.restrictedDSP, evidence.place(stamp), .likely, "marked so above the text") }
        let trailer = NormalizedText(evidence.main.trailer)
        if kind.kind.value == "PUBLIC_INFO" {
            if let sentence = PublishedAnswer.first(in: text) {
                add(.replyWillBePublishedByThirdParty, evidence.place(sentence), .likely, "the platform says so")
            } else if PublishedAnswer.first(in: trailer) != nil {
                add(.replyWillBePublishedByThirdParty, nil, .sure, "the platform says so below the letter")
            }
        }
        if isCitizens, kind.kind.value != "PETITION", evidence.form[.consent] == nil,
            let consent = PublicationConsent.first(in: text)
        {
            add(.isPublic, evidence.place(consent), .likely, "consents to be published")
        }
        if let consent = consent { add(.isPublic, evidence.place(consent), .sure, "a field of the form") }
        if flags.contains(where: { $0.value == .restrictedDSP }) { add(.confidential, nil, .sure, "for official use only") }
    }

    /// «ДСК» on a line of its own or in the number of an office's letter.
    private var secretStamp: Range<Int>? {
        guard evidence.writer.writer != .citizen else { return nil }
        return evidence.main.layout.head.first { line in
            (line.role == .mark || line.role == .registration || line.tokens.count <= 2)
                && line.tokens.contains {
                    text.tokens[$0].capitals == .all && Self.secretWords.knows(text.tokens[$0], in: text)
                }
        }?.tokens
    }

    private func holds(_ hit: PhraseBook<LetterFlag>.Hit, in text: NormalizedText) -> Bool {
        switch hit.meaning {
        case .isPublic:
            isCitizens && kind.kind.value != "PETITION" && evidence.form[.consent] == nil && !isNegated(hit.tokens, in: text)
        case .personalReception: isCitizens && isAsked(hit.tokens, in: text) && !isOfWork(behind: hit.tokens.upperBound, in: text)
        case .shortenTermRequested: isCitizens
        case .repeated: isCitizens && !kind.isRelayed && !Self.isToOthers(hit.tokens, in: text)
        case .confidential
        where applicant.isAnonymous && Self.nameless.knows(text.tokens[hit.tokens.lowerBound], in: text):
            // «Пишу анонімно» is what makes the letter anonymous; no name is there to keep.
            kind.kind.value == "WHISTLEBLOWER"
        // «Можна публікувати, але без мого прізвища» is asked of the site.
        case .confidential
        where text.reads(text.tokens[hit.tokens.lowerBound], "без") && PublicationConsent.first(in: text) != nil: false
        case .confidential:
            isCitizens || ["LAW_ENF", "PUBLIC_INFO"].contains(kind.kind.value) && isSecretOfInvestigation(hit.tokens)
        case .urgent where kind.kind.value == "PUBLIC_INFO" && text.reads(text.tokens[hit.tokens.lowerBound], "не"):
            isAsked(hit.tokens, in: text) || isMoved(hit.tokens, in: text)
        case .urgent where Self.spans.knows(text.tokens[hit.tokens.lowerBound], in: text):
            isAsked(hit.tokens, in: text) || kind.kind.value == "PUBLIC_INFO" && isMoved(hit.tokens, in: text)
        // «Вжити заходів негайно» is how citizens end a letter.
        case .urgent where isCitizens && isOfMeasures(hit.tokens, in: text): false
        case .urgent: !isNegated(hit.tokens, in: text) && !isOfEffect(hit.tokens, in: text)
        case .restrictedDSP: evidence.writer.writer != .citizen || text.tokens[hit.tokens.lowerBound].startsLine
        default: true
        }
    }

    /// «Заява Павлюк (особистий прийом)»: where the letter was taken, and no wish.
    private func isChannel(_ hit: PhraseBook<LetterFlag>.Hit) -> Bool {
        let tokens = evidence.subject.tokens
        return hit.meaning == .personalReception && hit.tokens.lowerBound > 0 && tokens[hit.tokens.lowerBound - 1].isMark("(")
            && hit.tokens.upperBound < tokens.count && tokens[hit.tokens.upperBound].isMark(")")
    }

    private static let ofSubjects: Set<LetterFlag> = [.urgent, .repeated, .restrictedDSP, .confidential, .personalReception]
    private static let again = StemTable<Bool>([("повторно повторне повторна повторный повторная вдруге втретє", true)])
    private static let spans = StemTable<Bool>([("протягом упродовж впродовж за", true)])
    private static let nameless = StemTable<Bool>([("анонімно анонимно", true)])
    private func octets(_ tokens: Range<Int>) -> Range<Int> {
        guard let first = tokens.first, let last = tokens.last, last < evidence.subject.tokens.count else { return 0..<0 }
        return evidence.subject.tokens[first].range.lowerBound..<evidence.subject.tokens[last].range.upperBound
    }

    /// «Публічне звернення: ТАК».
    private var consent: Range<Int>? {
        guard let value = evidence.form[.consent], isCitizens else { return nil }
        let first = value.prefix(3)
        return Self.yes.isMet(in: first, of: text) ? value : nil
    }

    private mutating func readWriter() {
        let cues = evidence.cues
        switch kind.kind.value {
        case "COURT", "LAW_ENF", "LAWYER_REQUEST": add(.restrictedPublication, kind.kind.place, .sure, kind.kind.reason)
        case "MP_APPEAL", "MP_REQUEST", "LOCAL_DEP_APPEAL", "LOCAL_DEP_REQUEST":
            add(.control, kind.kind.place, .sure, "deputies' letters are on control")
        case "WHISTLEBLOWER": add(.confidential, nil, .sure, "a report of corruption")
        case "AUTH_CONTROL":
            let reasons: [(Cue, String)] = [
                (.controlled, "speaks of control"), (.executesAssignment, "passes on an assignment"), (.telegram, "a telegram"),
            ]
            for (cue, reason) in reasons where cues.has(cue) || evidence.subjectCues.has(cue) {
                add(.control, cues.first(cue).map(evidence.place), .likely, reason)
            }
            if let mark = evidence.controlMark { add(.control, evidence.place(mark), .likely, "marked so") }
            if cues.has(.demand) { add(.control, cues.first(.demand).map(evidence.place), .likely, "demands") }
        default: break
        }
        if kind.isRelayed {
            add(.control, evidence.writer.tokens.map(evidence.place), .likely, "an office passes on a citizen's letter")
        }
        if evidence.cues.has(.telegram), isOffices {
            add(.urgent, evidence.cues.first(.telegram).map(evidence.place), .likely, "a telegram")
        }
        if evidence.cues.has(.criminalProcedure), kind.kind.value == "LAW_ENF",
            evidence.text.tokens.contains(where: { $0.value == 222 })
        {
            add(.confidential, nil, .sure, "secrecy of the investigation")
        }
    }

    private mutating func readApplicant() {
        if applicant.isAnonymous { add(.anonymous, nil, .likely, "no author and no way to reach one") }
        if applicant.isWithoutAddress { add(.missingAddress, nil, .likely, "no place of residence") }
        if let collective = applicant.collective {
            add(.collective, evidence.place(collective.tokens), .likely, "several people sign")
        }
        if isCitizens, evidence.documentName?.isRepeated == true || evidence.subjectName?.isRepeated == true {
            add(.repeated, nil, .sure, "calls itself repeated")
        }
        if let category = applicant.category, category.hasPriority {
            add(.priorityCategory, evidence.place(category.tokens), .sure, category.name)
        }
        guard isCitizens, !applicant.isAnonymous, !kind.isRelayed else { return }
        if let competence = ForeignCompetence(evidence) {
            add(.forwardByCompetence, evidence.place(competence.tokens), .likely, competence.body)
        }
        readTriage()
    }

    /// A broken lamp or an uncollected bin of a known address needs no study.
    private mutating func readTriage() {
        guard ["CITIZEN_COMPLAINT", "CITIZEN_APPLICATION"].contains(kind.kind.value), kind.secondary == nil,
            evidence.documentName == nil,
            !applicant.isWithoutAddress,
            applicant.collective == nil,
            !flags.contains(where: { [.repeated, .confidential, .forwardByCompetence, .copyToUs].contains($0.value) }),
            let matter = Self.simpleMatters.hits(in: text).first
        else { return }
        add(.needsTriage15days, evidence.place(matter.tokens), .unsure, "a matter that may need no study")
    }

    private mutating func readMail() {
        // Once the letter in the attachment is read, the note is of no account.
        if !evidence.main.isBehindCoverNote, isCoverNote {
            add(.bodyIsCoverNote, nil, .likely, "the mail only covers its attachment")
        }
    }

    /// One or two lines that speak of a letter in the attachment, which could not be read.
    private var isCoverNote: Bool {
        evidence.main.part == evidence.source.parts.first?.name && !evidence.source.attachmentNames.isEmpty
            && text.tokens.count < Self.longestNoteTokens
            && Self.covers.hits(in: text).contains {
                text.tokens.count < Self.maximumNoteTokens || $0.tokens.lowerBound < Self.openingTokens
            }
    }

    private static let maximumNoteTokens = 45
    /// A note that begins by naming what it covers may say more of how to open and confirm it.
    private static let longestNoteTokens = 90
    private static let openingTokens = 10
    private static let covers = PhraseBook<Bool>([
        (
            """
            направляємо _ лист | надсилаємо _ лист | пересилаємо лист | пересилаємо _ лист | у вкладенн* | в вкладенн* | див вкладення | дивіться вкладення | лист у вкладен* | лист в електронн* формі | надсилаємо лист | надсилаємо вам лист | направляємо лист | у додатку | в додатку | у прикріплен* | в прикріплен* | прикріплен* файл* | во вложении | у долученн* | лист додається
            | документ додається | файл додається | документи додаються | надсилаю лист | надсилаю заяв* | надсилаю звернен* | надсилаю скарг* | надсилаю запит* | надсилаю документ* | надсилаємо документ* | надсилаємо скан* | надсилаю скан* | листа у вкладенні | надсилаємо вам документ* | вкладений файл | долучаємо лист | приєднан* файл* | в файлі | у файлі | скан листа | надсилаємо на розгляд лист
            """, true
        )
    ])
    private static let yes = StemTable<Bool>([("так yes да згоден згодна надаю 1 true", true)])
    private static let secretWords = StemTable<Bool>([("дск", true)])
    private static let simpleMatters = PhraseBook<Bool>([
        (
            """
            не горять | не світить | не світиться | перегоріл* | переповнен* контейнер* | переповнені баки | впала гілка | гілка впала | прорвало трубу | прорив води | нема світла | нема свєта | немає світла | нету света | нет света | не горить ліхтар* | не горять ліхтар* | не горить світло | не горят фонари | не светят | не світять | в фонарях | не вивоз* сміття | не вивез* сміття | не вывоз* мусор | відкритий люк | люк без кришки | впало дерево | упало дерево
            | не працює ліхтар* | не працюють ліхтар* | не працює світлофор | смітник переповнен* | баки переповнен* | сміття не вивоз* | мусор не вывоз* | освітлення не працює | не горить жоден | не горит
            """, true
        )
    ])
}
