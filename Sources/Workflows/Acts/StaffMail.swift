// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Office
import OfficeCalendar
import OfficeStore

/// Mail to people of the council: requests to act, news of what others did.
///
/// Beside the values of its template a request carries what a reply to it is about: `person`, `act.subject` (an ``ActSubject``),
/// `version`; and `files` (`card`, `draft:N:VERSION`) names what goes with it.
struct StaffMail: Sendable {
    let staff: StaffDirectory
    let language: Language
    let day: CivilDate
    let messageIDs: MessageIDSource

    /// Nothing for an effect that asks nobody of the council.
    func notices(for effect: Effect, _ step: ActStep) -> [NewNotice] {
        switch effect {
        case .requestResolution(let seat):
            return requests(.resolutionRequest, to: seat, about: .card, step, ["files": "card"])
        case .assign(let id, let people): return notices(.assignment, of: id, to: people, step)
        case .inform(let id, let people): return notices(.acquaintance, of: id, to: people, step)
        case .relieve(let people, let task):
            return news(to: people, StaffWording.relieved(step.life[task: task], in: language), step)
        case .requestExtensionDecision(let id, let authority): return extensionRequests(id, authority, step)
        case .tell(let people, let told):
            let (text, remark) = StaffWording.news(told, step.life, in: language)
            return news(to: people, text, remark: remark, about: told.subject, step)
        case .requestApproval(let id, let version, let seat):
            return requests(.approvalRequest, to: seat, about: .draft(id), step, draftValues(id, version, step))
        case .requestSignature(let id, let version, let seat):
            return requests(.signatureRequest, to: seat, about: .draft(id), step, draftValues(id, version, step))
        case .requestRegistration(let id): return frontOffice(.register, id, nil, step)
        case .requestDispatch(let id):
            return step.following.contains(.dispatched(id)) ? [] : frontOffice(.dispatch, id, nil, step)
        case .callAddressee(let id, let addressee): return frontOffice(.call, id, addressee, step)
        case .deliverInside(let id, let seat): return insideLetters(id, to: seat, step)
        case .requestControlCheck:
            let seat = Seat(staff.people(with: .controller).map(\.id))
            return seat.map { requests(.controlRequest, to: $0, about: .card, step, ["result": result(of: step.life)]) } ?? []
        case .send, .notifyApplicant, .voidRequests, .remind: return []
        }
    }

    // Requests.

    /// One request to each who holds the place that day, substitutes in the stead of those who are away.
    private func requests(
        _ kind: NoticeKind, to seat: Seat, about subject: ActSubject, _ step: ActStep, _ values: [String: String]
    ) -> [NewNotice] {
        var seen: Set<PersonID> = []
        return seat.holders.compactMap { holder in
            guard let person = staff.acting(for: holder, on: day), seen.insert(person.id).inserted else { return nil }
            var values = values
            values["act.subject"] = subject.description
            if person.id != holder { values["onBehalf"] = onBehalf(of: holder) }
            return notice(kind, to: person, step, values)
        }
    }

    private func onBehalf(of absent: PersonID) -> String {
        let chain = Substitution(staff.substitutes).chain(for: absent, on: day)
        return staff.wording(of: StandIn(absent: absent, roles: staff.person(absent)?.roles ?? [], chain: chain), in: language)
    }

    private func notice(_ kind: NoticeKind, to person: Person, _ step: ActStep, _ values: [String: String]) -> NewNotice {
        var parameters = values
        parameters["person"] = person.id.rawValue
        parameters["due"] = step.life.due?.description
        parameters["registrationIndex"] = step.life.mark?.index
        return NewNotice(
            kind: kind.rawValue, language: language.rawValue, recipient: person.email, messageID: messageIDs.next(),
            parameters: parameters)
    }

    private func notices(_ kind: NoticeKind, of id: ResolutionID, to people: [PersonID], _ step: ActStep) -> [NewNotice] {
        guard let node = step.life.resolutions[id] else { return [] }
        let resolution = node.resolution
        var values = [
            "files": "card", "resolution": resolution.text, "author": name(node.author),
            "coExecutors": resolution.coExecutors.map(name).joined(separator: ", "),
        ]
        values["main"] = resolution.main.map(name)
        return people.flatMap { person in
            let task = node.tasks.first.map { ActSubject.task($0) } ?? .resolution(id)
            return requests(kind, to: Seat(person), about: person == resolution.main ? task : .resolution(id), step, values)
        }
    }

    private func extensionRequests(_ id: TaskID, _ authority: ExtensionAuthority, _ step: ActStep) -> [NewNotice] {
        guard let task = step.life[task: id], let wish = task.pendingExtension else { return [] }
        let seat: Seat? =
            switch authority {
            case .head: step.life.opening.route.review
            case .authorOfTask: Seat(staff.people(with: .controller).map(\.id))
            case .nobody: nil
            }
        let values = [
            "author": name(wish.askedBy), "taskText": task.text, "until": wish.until.description, "reason": wish.reason,
        ]
        return seat.map { requests(.extensionRequest, to: $0, about: .task(id), step, values) } ?? []
    }

    private func draftValues(_ id: DraftID, _ version: VersionDigest, _ step: ActStep) -> [String: String] {
        guard let draft = step.life[draft: id] else { return [:] }
        let approvals = draft.approval.decisions.map { decision in
            ([name(decision.actor.person)] + [staff.wording(of: decision.actor.standIn, in: language)].filter { !$0.isEmpty })
                .joined(separator: " ")
        }
        return [
            "files": "draft:\(id.rawValue):\(draft.versions.count)", "version": version.rawValue, "author": name(draft.author),
            "draftSubject": draft.current.content.subject, "letter": draft.current.content.text,
            "addressees": draft.current.content.addressees.map(\.name).joined(separator: "; "),
            "approvals": approvals.joined(separator: "; "),
        ]
    }

    private func frontOffice(
        _ task: StaffWording.FrontOfficeTask, _ id: DraftID, _ addressee: Addressee?, _ step: ActStep
    ) -> [NewNotice] {
        guard let draft = step.life[draft: id], let seat = Seat(staff.people(with: step.life.opening.frontOffice).map(\.id))
        else {
            return []
        }
        let addressees = addressee.map { [$0] } ?? draft.current.content.addressees
        let values = taskValues(task, draft, addressees.map { (addressee: $0, number: nil) }, step)
        return requests(.frontOfficeTask, to: seat, about: .draft(id), step, values)
    }

    /// - Parameter addressees: each with its place in the letter's list, counted from 1, where the command names it.
    private func taskValues(
        _ task: StaffWording.FrontOfficeTask, _ draft: Draft, _ addressees: [(addressee: Addressee, number: Int?)],
        _ step: ActStep
    ) -> [String: String] {
        let shown = addressees.map { addressee, number in
            let place = addressee.address.isEmpty ? StaffWording.noAddress(in: language) : addressee.address
            return (number.map { "\($0). " } ?? "") + "\(addressee.name) (\(place))"
        }
        return [
            "request": StaffWording.request(task, in: language), "draftSubject": draft.current.content.subject,
            "addressees": shown.joined(separator: "; "), "phone": phone(of: step) ?? "",
            "advice": StaffWording.advice(task, card: step.life.opening.card, in: language),
        ]
    }

    /// Where whoever wrote can be called, as their letter says.
    private func phone(of step: ActStep) -> String? {
        let sheet = step.sheet.flatMap { FactSheet(jsonText: $0) }
        return sheet?.applicant?.phone ?? sheet?.contact
    }

    private func insideLetters(_ id: DraftID, to seat: Seat, _ step: ActStep) -> [NewNotice] {
        guard let draft = step.life[draft: id] else { return [] }
        let values = [
            "files": "draft:\(id.rawValue):\(draft.versions.count)", "author": name(draft.author),
            "letter": draft.current.content.text, "resolution": draft.current.content.subject,
        ]
        return requests(.acquaintance, to: seat, about: .card, step, values)
    }

    private func news(
        to people: [PersonID], _ text: String, remark: String = "", about subject: ActSubject = .card, _ step: ActStep
    ) -> [NewNotice] {
        // Nobody is told what they have just done themselves.
        people.filter { $0 != step.act?.actor.person }.flatMap { person in
            requests(.news, to: Seat(person), about: subject, step, ["news": text, "remark": remark])
        }
    }

    /// What the controller compares with the task: the letters that went out and the reports.
    private func result(of life: CardLife) -> String {
        let letters = life.drafts.compactMap { draft in
            draft.stage == .dispatched ? draft.mark.map { "№ \($0.index), \($0.date.ukrainianDigits)" } : nil
        }
        let reports = life.acts.compactMap { act in if case .reported(_, let text) = act.deed { text } else { nil } }
        return (letters + reports).joined(separator: "; ")
    }

    private func name(_ id: PersonID) -> String { staff.person(id)?.shortName ?? id.rawValue }

    /// The front office posts the letter, with its files, to those who have no e-mail address, and to an applicant in a matter that open
    /// mail must not tell of: by mail they get its number only.
    func handovers(_ id: DraftID, to addressees: [Addressee], _ step: ActStep) -> [NewNotice] {
        guard let draft = step.life[draft: id], let seat = Seat(staff.people(with: step.life.opening.frontOffice).map(\.id))
        else { return [] }
        let sheet = step.sheet.flatMap { FactSheet(jsonText: $0) }
        let numbered = addressees.enumerated().map { (addressee: $1, number: Int?($0 + 1)) }
        let posted = numbered.filter { !$0.addressee.hasMailAddress }
        let confidential = numbered.filter {
            $0.addressee.hasMailAddress
                && LetterComposer.isConfidential(to: $0.addressee.address, sheet, senderAddress: step.card.senderAddress)
        }
        guard !(posted + confidential).isEmpty else { return [] }
        var values = taskValues(posted.isEmpty ? .handOverConfidential : .handOver, draft, posted + confidential, step)
        values["files"] = "draft:\(id.rawValue):\(draft.versions.count)"
        return requests(.frontOfficeTask, to: seat, about: .draft(id), step, values)
    }
}

extension News {
    /// What a reply to it is about: a draft that came back is answered by its next version.
    fileprivate var subject: ActSubject {
        switch self {
        case .remarked(let id, _), .signingDeclined(let id, _), .edited(let id): .draft(id)
        case .extended, .extensionDeclined, .signed, .sent, .reopened, .cancelled: .card
        }
    }
}
