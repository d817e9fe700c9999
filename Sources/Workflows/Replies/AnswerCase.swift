// SPDX-License-Identifier: Apache-2.0
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import ReplyReading

/// One answer with everything its decision needs, and the letters that tell of its end.
struct AnswerCase: Sendable {
    let digest: MessageDigest
    let letter: ReplyLetter
    let person: PersonID
    let staff: StaffDirectory
    let moment: WallTime
    let language: Language
    let messageIDs: MessageIDSource

    var proof: ActProof { .reply(letter: digest.hex) }

    /// Why the letter counts for nothing, before a word of it is read: its sender first, then its token.
    func refusal(of grant: TokenGrant, on life: CardLife) -> AnswerSettlement? {
        guard letter.trust >= .domainProven, let known = staff.person(person),
            known.email.lowercased() == letter.address.lowercased()
        else { return declined(AnswerWording.unproven(in: language), card: grant.card) }
        var grant = grant
        do throws(TokenRefusal) {
            try grant.use(grant.digest, by: person, current: life.currentVersion(of: grant.subject), on: moment.date)
            return nil
        } catch {
            return early(grant, error, on: life) ?? declined(error, card: grant.card)
        }
    }

    /// An approver further down the route who has the request of the one before, such as a colleague passed on: hears whose turn it is.
    private func early(_ grant: TokenGrant, _ error: TokenRefusal, on life: CardLife) -> AnswerSettlement? {
        guard case .another = error, case .draft(let id) = grant.subject, let draft = life[draft: id], draft.stage == .onApproval,
            life.opening.route.approvers.contains(where: { $0.holders.contains(person) })
        else { return nil }
        return declined(OfficeRefusal.notYourTurn(draft.turn).sentence(in: language, staff: staff), card: grant.card)
    }

    func reading(verbs: Set<ReplyVerb>) -> ReplyReading {
        let people = staff.people.map { NamedPerson(id: $0.id.rawValue, name: $0.name) }
        let context = ReplyContext(
            verbs: verbs, people: people, author: person.rawValue, today: moment.date, fileCount: letter.files.count)
        return ReplyReader(context).read(letter.text, subject: letter.subject)
    }

    func settlement(_ outcome: AnswerOutcome, _ step: StepRequest, on life: CardLife) -> AnswerSettlement {
        var settlement = AnswerSettlement(letter: digest, person: person, outcome: outcome)
        settlement.card = life.opening.card
        settlement.subject = step.subject
        settlement.version = step.version
        return settlement
    }

    /// The acts are on the card. Their author hears it, so that a forger's reply does not stay unnoticed.
    func decided(_ step: StepRequest, on life: CardLife) -> AnswerSettlement {
        let done = life.acts.filter { $0.proof == proof }
        var settlement = settlement(.decision, step, on: life)
        var values = step.following(done, on: life).parameters
        values["decision"] = AnswerWording.list(of: done, in: language)
        values["onBehalf"] = staff.wording(of: done.first?.actor.standIn, in: language)
        values["due"] = life.due?.description
        settlement.notices = [notice(.recorded, values)]
        return settlement
    }

    /// No decision: what was written is kept, and asked about once.
    func remark(_ text: String, _ question: ReplyQuestion, _ step: StepRequest, on life: CardLife, asks: Bool) -> AnswerSettlement
    {
        var settlement = settlement(.remark, step, on: life)
        settlement.details["remark"] = String(text.prefix(AnswerWording.maximumRemark))
        guard asks else { return settlement }
        var values = step.parameters
        values["problem"] = language == .ukrainian ? question.ukrainian : question.english
        settlement.notices = [notice(.question, values)]
        return settlement
    }

    func declined(_ reason: String, _ step: StepRequest, on life: CardLife, tells: Bool) -> AnswerSettlement {
        var settlement = settlement(.declined, step, on: life)
        settlement.details["reason"] = reason
        if tells { settlement.notices = [notice(.declined, ["problem": reason])] }
        return settlement
    }

    func declined(_ refusal: TokenRefusal, card: CardID? = nil) -> AnswerSettlement {
        declined(refusal.sentence(in: language), card: card)
    }

    /// To an address that may be forged one such letter a day is enough.
    private func declined(_ reason: String, card: CardID?) -> AnswerSettlement {
        var settlement = AnswerSettlement(letter: digest, person: person, outcome: .declined)
        settlement.card = card
        settlement.details["reason"] = reason
        var notice = notice(.declined, ["problem": reason])
        notice.budgetDay = moment.date
        settlement.notices = [notice]
        return settlement
    }

    private func notice(_ kind: NoticeKind, _ values: [String: String]) -> NewNotice {
        NewNotice(
            kind: kind.rawValue, language: language.rawValue, recipient: letter.address, messageID: messageIDs.next(),
            inReplyTo: letter.messageID, parameters: values)
    }
}

extension StepRequest {
    /// What the same person may reply next to the letter that confirms what they did.
    func following(_ done: [Act], on life: CardLife) -> StepRequest {
        let opened = done.compactMap { act in if case .draftOpened(let id, _, _, _) = act.deed { id } else { nil } }.last
        let subject = opened.map { ActSubject.draft($0) } ?? subject
        return StepRequest(person: person, subject: subject, version: life.currentVersion(of: subject))
    }
}
