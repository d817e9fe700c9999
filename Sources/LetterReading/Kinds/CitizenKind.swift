// SPDX-License-Identifier: Apache-2.0

/// The kind of a citizen's letter: by what it calls itself, else by what it asks for and how.
struct CitizenKind: Hashable, Sendable {
    let code: String
    let certainty: Certainty
    let tokens: Range<Int>?
    let reason: String
    /// Whether nothing named it.
    let isGuess: Bool

    /// - Parameter isRelayed: the words are those of an office about the letter, so that its own asks tell nothing.
    init(_ evidence: LetterEvidence, isRelayed: Bool) {
        let found =
            Self.special(evidence) ?? Self.requester(evidence) ?? Self.named(evidence) ?? Self.typed(evidence)
            ?? Self.informationRequest(evidence, isRelayed: isRelayed)
            ?? Self.subjectNamed(evidence) ?? Self.worded(evidence, isRelayed: isRelayed)
        self = found
    }

    private init(_ code: String, _ certainty: Certainty, _ tokens: Range<Int>?, _ reason: String, isGuess: Bool = false) {
        self.code = code
        self.certainty = certainty
        self.tokens = tokens
        self.reason = reason
        self.isGuess = isGuess
    }

    var mayBeAdministrative: Bool { ["CITIZEN_APPLICATION", "CITIZEN_MOTION"].contains(code) }

    /// Corruption and petitions, whatever the letter calls itself.
    private static func special(_ evidence: LetterEvidence) -> CitizenKind? {
        let cues = evidence.cues
        if evidence.documentName?.kind == .report || evidence.subjectName?.kind == .report {
            return CitizenKind("WHISTLEBLOWER", .sure, nil, "a report of corruption")
        }
        let isPetition =
            evidence.documentName?.kind == .petition || evidence.subjectName?.kind == .petition || cues.count(.petition) >= 2
            || cues.has(.petition) && evidence.subjectCues.has(.petition)
        if isPetition, !cues.has(.informationLaw) {
            return CitizenKind("PETITION", .likely, cues.first(.petition), "an electronic petition")
        }
        guard !cues.has(.informationLaw) else { return nil }
        let corruption = cues.count(.corruption) + 2 * evidence.subjectCues.count(.corruption, limit: 1)
        let isAccusation =
            cues.has(.bribe) || evidence.subjectCues.has(.bribe) || BribeAsked.isTold(in: evidence.text)
            || corruption > 0 && BribeAsked.isTheft(in: evidence.text)
        guard isAccusation || cues.has(.corruptionLaw) && corruption > 0 || corruption >= 3 else { return nil }
        return CitizenKind(
            "WHISTLEBLOWER", isAccusation ? .sure : .likely, cues.first(.bribe) ?? cues.first(.corruption), "reports corruption")
    }

    private static func named(_ evidence: LetterEvidence) -> CitizenKind? {
        if let complaint = complaintInTitle(evidence) {
            return CitizenKind("CITIZEN_COMPLAINT", .likely, complaint, "a complaint and a request by its title")
        }
        guard let name = evidence.documentName, let code = code(of: name.kind) else { return nil }
        if name.kind == .application, let law = informationInTitle(evidence) {
            return CitizenKind("PUBLIC_INFO", .sure, law, "a request for information by its title")
        }
        return CitizenKind(code, .sure, nil, "calls itself so")
    }

    /// «Запит на інформацію та скарга» on one short line above the text.
    private static func complaintInTitle(_ evidence: LetterEvidence) -> Range<Int>? {
        let requests = evidence.cues.all(.informationRequest)
        guard let first = requests.first, first.lowerBound < evidence.headEnd + maximumTitleTokens else { return nil }
        let layout = evidence.main.layout
        let line = layout.lines[layout.line(ofToken: first.lowerBound)].tokens
        guard line.count <= maximumTitleTokens else { return nil }
        return evidence.cues.all(.complain).first { line.contains($0.lowerBound) }
    }

    /// «Заява (запит на публічну інформацію)», «Заява / про надання публічної інформації».
    private static func informationInTitle(_ evidence: LetterEvidence) -> Range<Int>? {
        guard evidence.cues.has(.documentedInformation), !evidence.cues.has(.complain) else { return nil }
        return (evidence.cues.all(.informationRequest) + evidence.cues.all(.informationLaw)).first {
            $0.lowerBound < evidence.headEnd + maximumTitleTokens
        }
    }

    private static func subjectNamed(_ evidence: LetterEvidence) -> CitizenKind? {
        guard let name = evidence.subjectName, let code = code(of: name.kind), !evidence.subjectCues.has(.advertisement) else {
            return nil
        }
        // «Заява» in the Subject field over an angry letter is still an application; «Звернення» says nothing.
        return CitizenKind(code, .likely, nil, "the Subject field calls it so")
    }

    /// The field «Тип: скарга» of a form.
    private static func typed(_ evidence: LetterEvidence) -> CitizenKind? {
        guard let value = evidence.form[.type] else { return nil }
        for index in value {
            if let code = types.meaning(of: evidence.text.tokens[index], in: evidence.text) {
                return CitizenKind(code, .sure, value, "the form says so")
            }
        }
        return nil
    }

    private static func code(of name: DocumentName.Kind) -> String? {
        switch name {
        case .application: "CITIZEN_APPLICATION"
        case .motion: "CITIZEN_MOTION"
        case .complaint: "CITIZEN_COMPLAINT"
        case .proposal: "CITIZEN_PROPOSAL"
        case .informationRequest: "PUBLIC_INFO"
        case .lawyerRequest: "LAWYER_REQUEST"
        case .petition: "PETITION"
        case .report: "WHISTLEBLOWER"
        case .request, .deputyAppeal, .deputyRequest, .appeal, .ruling, .summons, .claim, .decision, .telegram, .letter: nil
        }
    }

    /// Existing, documented information is asked for (domain §1.3); the words of the law only raise the score.
    private static func informationRequest(_ evidence: LetterEvidence, isRelayed: Bool) -> CitizenKind? {
        let cues = evidence.cues
        let isNamed =
            evidence.subjectName?.kind == .informationRequest || evidence.subjectCues.hasAny(.informationRequest, .informationLaw)
        let isHeaded = cues.all(.informationRequest).contains { $0.lowerBound < evidence.headEnd + maximumTitleTokens }
        if evidence.documentName?.kind == .request,
            isHeaded || cues.hasAny(.informationLaw, .documentedInformation) && !cues.has(.complain)
        {
            return CitizenKind("PUBLIC_INFO", .sure, cues.first(.informationRequest), "calls itself a request for information")
        }
        if isNamed { return CitizenKind("PUBLIC_INFO", .sure, nil, "the Subject field calls it a request for information") }
        if let law = cues.first(.informationLaw) {
            // Where the letter first asks to act, the request for information is the second matter.
            if let act = cues.first(.askToAct), act.lowerBound < law.lowerBound,
                cues.hasAny(.complain, .grievance) || evidence.asks.count > 1
            {
                return nil
            }
            return CitizenKind("PUBLIC_INFO", .sure, law, "cites the law on access to public information")
        }
        // An office that passes a letter on asks for a copy of the answer.
        guard !isRelayed || evidence.form.isForm else { return nil }
        guard let documents = cues.first(.documentedInformation), !cues.hasAny(.complain, .administrativeAct),
            !isOwnCase(evidence)
        else { return nil }
        guard
            cues.has(.informationRequest) || cues.count(.documentedInformation) >= 2
                || !cues.hasAny(.askToAct, .grievance, .propose)
        else { return nil }
        guard evidence.subjectName.flatMap({ code(of: $0.kind) }) == nil else { return nil }
        return CitizenKind("PUBLIC_INFO", .likely, documents, "asks for documented information")
    }

    private static func requester(_ evidence: LetterEvidence) -> CitizenKind? {
        labelled(evidence).map { CitizenKind("PUBLIC_INFO", .sure, $0, "names its writer a requester of information") }
    }

    /// «Запитувач: …», «Розпорядник інформації: …» above the text.
    private static func labelled(_ evidence: LetterEvidence) -> Range<Int>? {
        evidence.cues.all(.informationRequest).first { place in
            evidence.text.tokens[place.lowerBound].startsLine
                && labels.knows(evidence.text.tokens[place.lowerBound], in: evidence.text)
        }
    }

    private static let labels = StemTable<Bool>([("запитувач запитувачка розпорядник* ", true)])

    /// A title of two lines: «ЗАПИТ / на отримання публічної інформації».
    private static let maximumTitleTokens = 12

    /// «Про результати розгляду мого звернення»: one's own matter is no public information.
    private static func isOwnCase(_ evidence: LetterEvidence) -> Bool { !ownCases.hits(in: evidence.text).isEmpty }

    private static let ownCases = PhraseBook<Bool>([
        (
            "мого звернення | моє звернення | моєї заяви | моя заява | мою заяву | моєї скарги | мою скаргу | моїй заяві | моему обращению | моего обращения | моєї справи | моєї субсидії | мого будинку | моєї квартири | моєї пенсії",
            true
        )
    ])

    private static func worded(_ evidence: LetterEvidence, isRelayed: Bool) -> CitizenKind {
        let cues = evidence.cues
        if isRelayed { return relayed(evidence) }
        let complaints = complaintScore(evidence)
        if let place = cues.first(.propose), complaints < 3 {
            return CitizenKind("CITIZEN_PROPOSAL", .likely, place, "proposes", isGuess: true)
        }
        if let place = cues.first(.askToRecognise), complaints < 3 {
            return CitizenKind("CITIZEN_MOTION", .likely, place, "asks to recognise a right", isGuess: true)
        }
        let isAsked = evidence.asks.isEmpty == false || cues.has(.askToAct)
        if complaints >= 2 || complaints == 1 && !isAsked {
            return CitizenKind(
                "CITIZEN_COMPLAINT", .likely, cues.first(.complain) ?? cues.first(.grievance), "complains", isGuess: true)
        }
        return CitizenKind(
            "CITIZEN_APPLICATION", isAsked ? .likely : .unsure, cues.first(.askToAct), "asks for help", isGuess: true)
    }

    private static func relayed(_ evidence: LetterEvidence) -> CitizenKind {
        let cues = evidence.cues
        if let (code, index) = passedOn(evidence) {
            return CitizenKind(code, .likely, index..<index + 1, "the office calls it so")
        }
        if cues.has(.complain) { return CitizenKind("CITIZEN_COMPLAINT", .likely, cues.first(.complain), "a complaint") }
        if evidence.form.isForm || cues.wrongs > 1, cues.has(.grievance), !cues.has(.propose) {
            return CitizenKind("CITIZEN_COMPLAINT", .likely, cues.first(.grievance), "complains")
        }
        if cues.has(.propose) { return CitizenKind("CITIZEN_PROPOSAL", .likely, cues.first(.propose), "proposes") }
        return CitizenKind("CITIZEN_APPLICATION", .likely, cues.first(.relaysCitizen), "a citizen's letter", isGuess: true)
    }

    /// What the office calls the letter it passes on: «надсилаємо на розгляд скаргу …»; «звернення» tells nothing.
    private static func passedOn(_ evidence: LetterEvidence) -> (code: String, index: Int)? {
        let text = evidence.text
        let start = evidence.headEnd
        guard !evidence.form.isForm else { return nil }
        for index in start..<min(text.tokens.count, start + maximumIntroduction) {
            if let code = objects.meaning(of: text.tokens[index], in: text) { return (code, index) }
        }
        return nil
    }

    private static let objects = StemTable<String>([
        ("скаргу скарги", "CITIZEN_COMPLAINT"), ("пропозицію", "CITIZEN_PROPOSAL"), ("заяву", "CITIZEN_APPLICATION"),
        ("клопотання", "CITIZEN_MOTION"),
    ])
    /// Tokens in which an office says what it passes on.
    private static let maximumIntroduction = 60

    /// A request for information beside a complaint, and the other way round.
    func secondary(_ evidence: LetterEvidence) -> Fact<String>? {
        let cues = evidence.cues
        switch code {
        case "PUBLIC_INFO":
            guard cues.hasAny(.complain), let act = cues.first(.askToAct) else { return nil }
            return evidence.fact("CITIZEN_COMPLAINT", act, .unsure, "complains as well")
        case "CITIZEN_APPLICATION", "CITIZEN_COMPLAINT", "CITIZEN_PROPOSAL", "CITIZEN_MOTION":
            guard
                let place = cues.first(.informationLaw)
                    ?? (cues.has(.informationRequest) ? cues.first(.documentedInformation) : nil)
            else {
                return nil
            }
            return evidence.fact("PUBLIC_INFO", place, .likely, "asks for public information as well")
        default: return nil
        }
    }

    private static let types = StemTable<String>([
        ("скарг* жалоб*", "CITIZEN_COMPLAINT"), ("пропозиц* зауважен*", "CITIZEN_PROPOSAL"), ("клопотан*", "CITIZEN_MOTION"),
        ("заяв*", "CITIZEN_APPLICATION"),
        ("запит*", "PUBLIC_INFO"), ("петиці*", "PETITION"), ("корупці*", "WHISTLEBLOWER"),
    ])
}
