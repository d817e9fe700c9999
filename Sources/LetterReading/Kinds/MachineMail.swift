// SPDX-License-Identifier: Apache-2.0

/// Mail that is registered by no office: answers of machines, advertising, greetings, invitations (domain §1.1, `NOT_REGISTERED`).
enum MachineMail: Hashable, Sendable {
    case autoReply, advertising, greeting, invitation

    /// Nil for a letter that needs a card.
    init?(_ evidence: LetterEvidence) {
        if Self.isAutoReply(evidence) {
            self = .autoReply
        } else if Self.isAdvertising(evidence) {
            self = .advertising
        } else if Self.isGreeting(evidence) {
            self = .greeting
        } else if Self.isInvitation(evidence) {
            self = .invitation
        } else {
            return nil
        }
    }

    /// A machine's own words, or the mark in the header (RFC 3834) over a text that asks for nothing; forms of portals are letters.
    private static func isAutoReply(_ evidence: LetterEvidence) -> Bool {
        guard !evidence.form.isForm else { return false }
        let subject = evidence.source.subject.inLowerCase
        let isMarked = subjects.contains(where: subject.begins)
        if isMarked, !isOffices(evidence) { return true }
        let isNamed = isMarked || evidence.subjectCues.has(.automatic)
        let mailbox = SenderMailbox(evidence.source)
        if mailbox.isDaemon || mailbox.mayBeDaemon && !isOffices(evidence) { return true }
        if isNamed && (evidence.asks.isEmpty || evidence.cues.has(.automatic)) { return true }
        let words = evidence.cues.count(.automatic)
        if mailbox.isMachine, words > 0, evidence.asks.isEmpty, !isOffices(evidence), evidence.writer.certainty != .sure {
            return true
        }
        if evidence.source.isAutomatic { return words > 0 || evidence.asks.isEmpty && evidence.writer.writer == .citizen }
        return words >= 2 && evidence.text.tokens.count < maximumNoticeTokens && evidence.asks.isEmpty
    }

    private static func isNumbered(_ evidence: LetterEvidence) -> Bool {
        evidence.main.layout.head.contains { $0.role == .registration }
    }

    /// A letterhead over a number, which no server has.
    private static func isOffices(_ evidence: LetterEvidence) -> Bool {
        let roles = evidence.main.layout.head.map(\.role)
        return roles.contains(.body) && roles.contains(.registration)
    }

    private static func isAdvertising(_ evidence: LetterEvidence) -> Bool {
        let offers = evidence.cues.count(.advertisement) + 2 * evidence.subjectCues.count(.advertisement, limit: 2)
        let prices = evidence.cues.count(.price)
        let isBulk = evidence.source.isListMail || evidence.cues.has(.unsubscribe)
        switch evidence.writer.writer {
        case .court, .lawEnforcement, .memberOfParliament, .parliament, .lawyer, .councillor, .hotline, .portal: return false
        case .authority, .council: return isBulk && offers > 0 && prices > 0
        case .association, .organization:
            // What bears a number and asks for something is a letter, whatever it is about.
            if !isBulk, prices == 0, isNumbered(evidence), !evidence.asks.isEmpty { return false }
            return isBulk && offers > 0 || offers >= 2 && prices > 0 || offers >= 3 || isBulk && prices > 0
        case .citizen:
            guard !asksTheOffice(evidence, isOffer: offers >= 3) else { return false }
            return isBulk && offers + prices > 0 || offers >= 2 || offers > 0 && prices > 0
        }
    }

    /// A citizen who complains about a price list still writes a letter.
    private static func asksTheOffice(_ evidence: LetterEvidence, isOffer: Bool) -> Bool {
        !evidence.source.isListMail
            && (evidence.documentName != nil
                || evidence.cues.hasAny(.complain, .informationLaw, .askToRecognise, .corruption, .corruptionLaw, .bribe)
                || !isOffer && evidence.cues.has(.grievance)
                || !isOffer && evidence.cues.has(.propose) && !evidence.cues.has(.price))
    }

    private static func isGreeting(_ evidence: LetterEvidence) -> Bool {
        let words = evidence.cues.count(.greeting) + 2 * evidence.subjectCues.count(.greeting, limit: 1)
        return words >= 2 && evidence.asks.isEmpty && evidence.documentName == nil
            && evidence.text.tokens.count < maximumNoticeTokens
    }

    private static func isInvitation(_ evidence: LetterEvidence) -> Bool {
        guard evidence.cues.has(.invitation) || evidence.subjectCues.has(.invitation), evidence.documentName == nil,
            evidence.asks.allSatisfy({ isConfirmation($0, evidence) })
        else { return false }
        switch evidence.writer.writer {
        case .association, .organization:
            return !evidence.text.tokens.contains { workingMeetings.knows($0, in: evidence.text) }
        case .citizen: return !evidence.cues.hasAny(.complain, .grievance, .askToAct)
        case .authority, .council: return evidence.text.tokens.contains { ceremonies.knows($0, in: evidence.text) }
        case .court, .lawEnforcement, .memberOfParliament, .parliament, .lawyer, .councillor, .hotline, .portal: return false
        }
    }

    /// «Просимо підтвердити участь до 20 листопада».
    private static func isConfirmation(_ ask: AskSentence, _ evidence: LetterEvidence) -> Bool {
        (ask.verb..<min(ask.verb + 6, ask.tokens.upperBound)).contains {
            confirmations.knows(evidence.text.tokens[$0], in: evidence.text)
        }
    }

    private static let confirmations = StemTable<Bool>([("підтверд* зареєструватис* реєстраці* участь", true)])
    private static let ceremonies = StemTable<Bool>([
        ("урочист* відкриття концерт* святкуван* фестиваль* церемоні* виставк* прем'єр* ювіле* конференц*", true)
    ])
    /// Who is called to these has work to do there.
    private static let workingMeetings = StemTable<Bool>([
        ("нарад* засідан* комісі* обстежен* перевірк* приймання переговор* слухан*", true)
    ])
    /// Tokens of a notice; longer texts are letters.
    private static let maximumNoticeTokens = 260
    private static let subjects = [
        "автоматична відповідь", "автовідповідь", "автоматический ответ", "automatic reply", "auto:", "auto reply", "autoreply",
        "out of office",
        "undeliver", "undelivered", "delivery status", "mail delivery", "read:", "прочитано:", "прочтено:",
        "не вдалося доставити", "failure notice",
        "returned mail", "відсутній на роботі", "read receipt", "доставлено:", "delivered:", "не доставлено",
    ]
}
