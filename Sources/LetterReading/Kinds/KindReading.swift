// SPDX-License-Identifier: Apache-2.0

/// The kind of a letter (domain §1.1) and what follows from how it was found.
struct KindReading: Sendable {
    let kind: Fact<String>
    /// A second kind in the same letter.
    let secondary: Fact<String>?
    /// Mail that no office registers, and why.
    let machine: MachineMail?
    /// Whether an office passes on the letter of somebody else.
    let isRelayed: Bool

    init(_ evidence: LetterEvidence) {
        if let machine = MachineMail(evidence) {
            self.machine = machine
            kind = Fact("NOT_REGISTERED", .likely, because: "\(machine)")
            (secondary, isRelayed) = (nil, false)
            return
        }
        machine = nil
        let verdict = Verdict(evidence)
        kind = verdict.kind
        isRelayed = verdict.isRelayed
        secondary = verdict.secondary
    }
}

/// Decides between the kinds one writer may send.
private struct Verdict {
    let evidence: LetterEvidence
    private(set) var kind: Fact<String>
    private(set) var secondary: Fact<String>?
    private(set) var isRelayed = false

    init(_ evidence: LetterEvidence) {
        self.evidence = evidence
        kind = Fact("CITIZEN_APPLICATION", .unsure, because: "nothing tells")
        decide()
    }

    private var cues: Cues { evidence.cues }
    private var name: DocumentName.Kind? { evidence.documentName?.kind }

    private mutating func decide() {
        let writer = evidence.writer
        switch writer.writer {
        case .court: set(answersOnly && ![.ruling, .summons].contains(name) ? "REPLY" : "COURT", "a court writes")
        case .lawEnforcement: set(answersOnly ? "REPLY" : "LAW_ENF", "a law enforcement body writes")
        case .memberOfParliament: set(isDeputyRequest ? "MP_REQUEST" : "MP_APPEAL", "a member of parliament writes")
        case .parliament: decideParliament()
        case .councillor: decideCouncillor()
        case .lawyer: decideLawyer()
        case .authority, .council, .association, .organization:
            if name == .lawyerRequest {
                decideLawyer()
            } else if [.authority, .council].contains(writer.writer) {
                decideAuthority()
            } else {
                decideOrganization()
            }
        case .hotline:
            isRelayed = true
            decideCitizen()
        case .citizen: if !decideByLaw() { decideCitizen() }
        case .portal: decideCitizen()
        }
    }

    private mutating func set(_ code: String, _ reason: String, _ certainty: Certainty? = nil) {
        kind = evidence.fact(code, evidence.writer.tokens, certainty ?? evidence.writer.certainty, reason)
    }

    /// Letters whose writer shows only in what they call themselves or in the law they cite.
    private mutating func decideByLaw() -> Bool {
        switch name {
        case .ruling, .summons:
            set("COURT", "calls itself a court's document", .likely)
        case .deputyAppeal, .deputyRequest:
            let code = cues.has(.memberOfParliament) ? "MP" : "LOCAL_DEP"
            set("\(code)_\(isDeputyRequest ? "REQUEST" : "APPEAL")", "calls itself a deputy's", .likely)
        default:
            guard name == nil || name == .appeal || name == .request, !cues.has(.informationLaw) else { return false }
            if cues.has(.advocacyLaw) {
                set("LAWYER_REQUEST", "cites the law on advocacy", .likely)
            } else if cues.has(.parliamentLaw) {
                set(isDeputyRequest ? "MP_REQUEST" : "MP_APPEAL", "cites the law on members of parliament", .likely)
            } else if cues.has(.councillorLaw) {
                set(isDeputyRequest ? "LOCAL_DEP_REQUEST" : "LOCAL_DEP_APPEAL", "cites the law on councillors", .likely)
            } else {
                return false
            }
        }
        return true
    }

    private var isDeputyRequest: Bool {
        if name == .deputyRequest { return true }
        return name != .deputyAppeal && cues.has(.deputyRequest) && !cues.has(.deputyAppeal)
            || name == nil && evidence.subjectCues.has(.deputyRequest)
    }

    /// An answer to our letter that wants nothing more of us, and not our copy of one to somebody else.
    private var answersOnly: Bool {
        evidence.officeCopy == nil && (evidence.citesOurs || evidence.answersNumber || evidence.answersMail)
            && (!evidence.asks.contains { $0.hasTerm } && !asksStrongly || evidence.isAdvising)
    }
    private var asksStrongly: Bool { evidence.asks.count > 1 || cues.hasAny(.demand, .telegram) }

    private mutating func decideParliament() {
        if isDeputyRequest { return set("MP_REQUEST", "the Verkhovna Rada sends a deputy's request") }
        if cues.has(.deputyAppeal) { return set("MP_APPEAL", "the Verkhovna Rada sends a deputy's appeal") }
        decideAuthority()
    }

    private mutating func decideCouncillor() {
        if name == .informationRequest || cues.has(.informationLaw) && !cues.has(.councillorLaw) && name != .deputyAppeal {
            return set("PUBLIC_INFO", "a councillor cites the law on access to information", .likely)
        }
        set(isDeputyRequest ? "LOCAL_DEP_REQUEST" : "LOCAL_DEP_APPEAL", "a local councillor writes")
    }

    private mutating func decideLawyer() {
        if cues.has(.lawyerRequest) || evidence.subjectCues.has(.lawyerRequest) || cues.has(.advocacyLaw) {
            return set("LAWYER_REQUEST", "a lawyer's request")
        }
        if name == .informationRequest || cues.has(.informationLaw) {
            return set("PUBLIC_INFO", "a lawyer cites the law on access to information", .likely)
        }
        switch name {
        case .application, .complaint, .motion, .proposal: decideCitizen()
        default: set("LAWYER_REQUEST", "a lawyer writes", .likely)
        }
    }

    private mutating func decideAuthority() {
        if evidence.writer.writer == .council || name == .decision, isDeputyRequest, cues.has(.deputyRequest) {
            return set("LOCAL_DEP_REQUEST", "the council supports a councillor's request")
        }
        if evidence.writer.certainty == .unsure || evidence.writer.writer == .council, isCitizenWording { return decideCitizen() }
        if evidence.writer.certainty == .unsure, evidence.isTakenDown { return decideCitizen() }
        // Only the address is an office's: a deputy's assistant sends on what the deputy wrote.
        if evidence.writer.certainty == .unsure, cues.hasAny(.deputyAppeal, .deputyRequest) {
            let code = cues.has(.memberOfParliament) ? "MP" : "LOCAL_DEP"
            return set("\(code)_\(isDeputyRequest ? "REQUEST" : "APPEAL")", "hands over a deputy's letter", .likely)
        }
        if relays {
            isRelayed = true
            return decideRelayed()
        }
        if answersOnly { return set("REPLY", "answers our letter") }
        let name = evidence.writer.writer == .council ? "a council" : "an authority"
        let duty = evidence.asks.isEmpty ? evidence.duty : nil
        if evidence.asks.isEmpty, duty == nil {
            return set(
                "AUTH_INFO", "\(name) informs and asks for nothing", cues.hasAny(.forInformation, .reports) ? .likely : .unsure)
        }
        // «Копія: міська рада (до відома)»: what is asked there is asked of others.
        if let copy = evidence.officeCopy, NormalizedText(copy.value).tokens.count > 1, copy.value.inLowerCase.holds("до відома")
        {
            return set("AUTH_INFO", "\(name) sends us a copy for information", .likely)
        }
        let isPressing = evidence.controlMark != nil || evidence.subjectCues.has(.controlled)
        if cues.has(.forInformation), !isPressing, evidence.asks.allSatisfy({ !$0.hasTerm }), evidence.duty == nil,
            !cues.hasAny(.controlled, .askForReport, .executesAssignment)
        {
            return set("AUTH_INFO", "\(name) sends something for information", .unsure)
        }
        // A council beside ours, or a unit of our own, asks; it gives no assignments.
        if evidence.writer.writer == .council { return set("ORG_LETTER", "a council asks for something", .likely) }
        let certainty = min(evidence.writer.certainty, .likely)
        guard let duty else { return set("AUTH_CONTROL", "\(name) asks for something", certainty) }
        kind = evidence.fact("AUTH_CONTROL", duty, certainty, "\(name) says what is to be done")
    }

    /// First person, residence: a citizen with an address of a state office.
    private var isCitizenWording: Bool {
        name.map { [.application, .complaint, .proposal, .motion, .informationRequest].contains($0) } ?? false
    }

    /// «Надсилаємо звернення гр. …», and not a letter about citizens' letters in general.
    private var relays: Bool {
        cues.count(.relaysCitizen) >= 2 || cues.has(.relaysCitizen) && RelayedCitizen(evidence) != nil
            || evidence.writer.writer == .authority
                && (RelayReading.passesOn(evidence.main) || RelayReading.tellsOfAppeal(evidence.main))
    }

    private mutating func decideRelayed() {
        if cues.hasAny(.informationLaw) || cues.has(.informationRequest) && !cues.has(.complain) {
            return set("PUBLIC_INFO", "an authority passes on a request for information", .likely)
        }
        if cues.has(.deputyAppeal) && cues.has(.memberOfParliament) {
            return set("MP_APPEAL", "an authority passes on a deputy's appeal", .unsure)
        }
        let code = CitizenKind(evidence, isRelayed: true)
        kind = evidence.fact(
            code.code, code.tokens, min(code.certainty, .likely), "an authority passes on a citizen's letter: \(code.reason)")
    }

    private mutating func decideOrganization() {
        let asksForInformation = isInformationRequest
        if asksForInformation { return set("PUBLIC_INFO", "an organisation asks for public information") }
        if relays {
            isRelayed = true
            return decideRelayed()
        }
        if answersOnly { return set("REPLY", "answers our letter") }
        if isAdministrativeCase { return set("ADMIN_CASE", "asks for an administrative act", .likely) }
        if name == .petition { return set("PETITION", "a petition") }
        set("ORG_LETTER", "an organisation writes")
    }

    private var isInformationRequest: Bool {
        if name == .informationRequest || evidence.subjectName?.kind == .informationRequest { return true }
        // «Запит на публічну інформацію (терміновий, 48 годин)» on a line of its own above the text.
        if evidence.titleOfInformationRequest != nil { return true }
        guard cues.has(.informationLaw) else {
            guard cues.has(.documentedInformation) else { return false }
            return name == .request || name == nil && (cues.has(.informationRequest) || isPress)
        }
        return cues.hasAny(.documentedInformation, .informationRequest) || !evidence.asks.isEmpty
    }

    /// A newspaper, a broadcaster, a site of news: who asks for documents there asks for the public.
    private var isPress: Bool {
        let text = evidence.text
        return (evidence.writer.tokens ?? 0..<0).contains { LineWords.press.knows(text.tokens[$0], in: text) }
    }

    /// An individual decision is asked for in the very sentence that asks.
    private var isAdministrativeCase: Bool {
        guard
            let act = cues.all(.administrativeAct).first(where: { act in
                evidence.asks.contains { $0.tokens.contains(act.lowerBound) } || act.lowerBound < evidence.headEnd
            })
        else { return false }
        let isForInformation = cues.first(.documentedInformation).map { $0.lowerBound < act.lowerBound } ?? false
        return !cues.hasAny(.informationLaw, .complain, .bribe) && !isForInformation && cues.wrongs < 2
    }

    private mutating func decideCitizen() {
        let found = CitizenKind(evidence, isRelayed: isRelayed)
        if found.mayBeAdministrative, isAdministrativeCase {
            kind = evidence.fact("ADMIN_CASE", cues.first(.administrativeAct), .likely, "asks for an administrative act")
            return
        }
        if cues.has(.answersOurs), found.isGuess, !cues.hasAny(.grievance, .complain, .propose), evidence.asks.isEmpty {
            kind = evidence.fact("REPLY", cues.first(.answersOurs), .unsure, "answers our letter")
            return
        }
        kind = evidence.fact(found.code, found.tokens, found.certainty, found.reason)
        secondary = found.secondary(evidence)
    }
}
