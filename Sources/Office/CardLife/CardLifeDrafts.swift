// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

// The outgoing letter: written, approved, signed, registered, sent.
extension CardLife {
    mutating func draft(_ act: Act) throws(OfficeRefusal) -> [Effect] {
        switch act.deed {
        case .draftOpened(let id, let purpose, let answered, let version):
            guard id == nextDraft else { throw .outOfOrder(expected: nextDraft.rawValue) }
            guard fits(purpose) else { throw .purposeDoesNotFit(purpose) }
            for task in answered where self[task: task]?.isOpen != true { throw .taskDone(task) }
            drafts.append(
                Draft(
                    id: id, author: act.actor.onBehalfOf, purpose: purpose, tasks: answered, version: version,
                    approvers: opening.route.approvers, signatory: opening.route.signatory))
            return []
        case .draftEdited(let id, let version):
            guard let draft = self[draft: id], !draft.versions.contains(where: { $0.digest == version.digest }) else {
                throw .sameVersion
            }
            let isSignatory = draft.stage == .onSigning && draft.signatory.admits(act.actor)
            return change(id) { $0.edit(version, bySignatory: isSignatory) }
        case .submitted(let id):
            try self[draft: id]?.checkComplete(isInternal: opening.isInternal)
            return change(id) { $0.submit() }
        case .withdrawn(let id): return change(id) { $0.withdraw() }
        case .abandoned(let id, let reason):
            guard !reason.isBlank else { throw .textMissing(.reason) }
            return change(id) { $0.abandon() }
        default: preconditionFailure("not an act of drafting")
        }
    }

    mutating func decide(_ act: Act) throws(OfficeRefusal) -> [Effect] {
        let (actor, at) = (act.actor, act.at)
        switch act.deed {
        case .approved(let id, let version):
            try self[draft: id]?.check(version)
            guard let step = self[draft: id]?.approval.step else { throw .noSuchDraft }
            let decision = ApprovalRoute.Decision(step: step, version: version, actor: actor, at: at)
            return change(id) { $0.approve(decision) }
        case .remarked(let id, let version, let remark):
            try self[draft: id]?.check(version)
            guard !remark.isBlank else { throw .textMissing(.remark) }
            return change(id) { $0.remark(remark, by: actor) }
        case .remarkAnswered(let id, let reasons):
            guard !reasons.isBlank else { throw .textMissing(.reason) }
            return change(id) { $0.answerRemark(reasons) }
        case .signed(let id, let version):
            try self[draft: id]?.check(version)
            let signature = Signature(version: version, actor: actor, at: at)
            return change(id) { $0.sign(signature) }
        case .signingDeclined(let id, let version, let reason):
            try self[draft: id]?.check(version)
            guard !reason.isBlank else { throw .textMissing(.reason) }
            return change(id) { $0.declineSigning(reason, by: actor) }
        default: preconditionFailure("not a decision")
        }
    }

    mutating func sendOut(_ act: Act) throws(OfficeRefusal) -> [Effect] {
        switch act.deed {
        case .draftRegistered(let id, let mark):
            try check(mark, on: act.at.date)
            _ = change(id) {
                $0.register(mark)
                return []
            }
            guard opening.isInternal else { return [.requestDispatch(id)] }
            return deliverInside(id, mark, on: act.at.date)
        case .dispatched(let id):
            return dispatch(id, on: act.at.date)
        case .delivered(let id, let addressee, let verdict):
            return try deliver(id, addressee, .delivered(verdict))
        case .bounced(let id, let addressee, let verdict):
            return try deliver(id, addressee, .bounced(verdict))
        case .resent(let id, let addressee, let channel):
            guard !channel.isBlank else { throw .textMissing(.destination) }
            guard let deliveries = self[draft: id]?.deliveries, deliveries.indices.contains(addressee),
                deliveries[addressee].isBounced
            else { throw .notBounced }
            return try deliver(id, addressee, .resent(channel))
        case .handedOver(let id, let addressee, let way, let day):
            guard !way.isBlank else { throw .textMissing(.way) }
            guard day <= act.at.date else { throw .dayToCome(day) }
            return try deliver(id, addressee, .handedOver(way: way, on: day))
        default: preconditionFailure("not an act of sending")
        }
    }

    /// The document itself has a purpose of its own; an answer to one never is a letter on our own initiative.
    private func fits(_ purpose: DraftPurpose) -> Bool {
        switch purpose {
        case .initiative: stage == .drafting
        case .informational, .inquiry: true
        case .interim, .termChange, .final: stage != .drafting
        }
    }

    private mutating func dispatch(_ id: DraftID, on day: CivilDate) -> [Effect] {
        guard let draft = self[draft: id], let mark = draft.mark else { preconditionFailure("dispatched before registration") }
        _ = change(id) {
            $0.dispatch()
            return []
        }
        if stage == .drafting {
            self.mark = mark
            stage = .executed
        }
        let sent: [Effect] = [.send(id, to: draft.current.content.addressees), .tell([draft.author], .sent(id, mark))]
        return sent + fulfil(draft, on: day)
    }

    /// An internal document needs no mail: with its number it lies before its addressee.
    private mutating func deliverInside(_ id: DraftID, _ mark: RegistrationMark, on day: CivilDate) -> [Effect] {
        guard let draft = self[draft: id] else { preconditionFailure("no draft \(id)") }
        _ = change(id) {
            $0.dispatch()
            return []
        }
        guard stage == .drafting else {
            let seat = opening.author.map { Seat($0) } ?? opening.route.review
            return [.deliverInside(id, to: seat)] + fulfil(draft, on: day)
        }
        self.mark = mark
        stage = .onResolution
        return [.deliverInside(id, to: opening.route.review), .requestResolution(from: opening.route.review)]
    }

    private mutating func fulfil(_ draft: Draft, on day: CivilDate) -> [Effect] {
        guard draft.purpose.fulfilsTasks else { return [] }
        for task in tasks where task.isOpen && (draft.tasks.isEmpty || draft.tasks.contains(task.id)) {
            change(task.id) { $0.finish(on: day) }
        }
        return finishIfDone()
    }

    private mutating func deliver(_ id: DraftID, _ index: Int, _ event: Delivery.Event) throws(OfficeRefusal) -> [Effect] {
        guard let draft = self[draft: id], draft.deliveries.indices.contains(index) else { throw .noSuchAddressee }
        let addressee = draft.deliveries[index].addressee
        _ = change(id) {
            $0.deliver(index, event)
            return []
        }
        switch event {
        case .delivered, .handedOver: return []
        case .bounced: return [.callAddressee(id, addressee)]
        case .resent(let channel):
            let again = Addressee(name: addressee.name, address: channel)
            return again.hasMailAddress ? [.send(id, to: [again])] : []
        }
    }

    private mutating func change(_ id: DraftID, _ body: (inout Draft) -> [Effect]) -> [Effect] {
        for index in drafts.indices where drafts[index].id == id { return body(&drafts[index]) }
        return []
    }
}
