// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

// What process owners do with their tasks, and how a card comes off control and into its case file.
extension CardLife {
    mutating func execute(_ act: Act) throws(OfficeRefusal) -> [Effect] {
        switch act.deed {
        case .taskAccepted(let id):
            change(id) { $0.state = .accepted }
            return []
        case .reported(let id, let text):
            guard !text.isBlank else { throw .textMissing(.report) }
            change(id) { $0.finish(on: act.at.date) }
            return finishIfDone()
        default: preconditionFailure("not an act of execution")
        }
    }

    mutating func extend(_ act: Act) throws(OfficeRefusal) -> [Effect] {
        switch act.deed {
        case .extensionRequested(let id, let until, let reason):
            guard !reason.isBlank else { throw .textMissing(.reason) }
            try checkExtension(of: id, until: until, on: act.at.date)
            let request = CardTask.Extension(until: until, reason: reason, askedBy: act.actor.person)
            change(id) { $0.pendingExtension = request }
            return [.requestExtensionDecision(id, from: opening.allowance.authority)]
        case .extensionGranted(let id, let basis):
            guard let task = self[task: id], let request = task.pendingExtension else { throw .noPendingExtension(id) }
            // A body that set the task may answer after the term; the law's own terms end with the last day.
            if opening.allowance.authority == .authorOfTask {
                guard !(basis?.isBlank ?? true) else { throw .textMissing(.basis) }
            } else {
                try checkExtension(of: id, until: request.until, on: act.at.date)
            }
            change(id) { $0.extend(to: request.until) }
            let told = task.owner.map { [$0] } ?? []
            let notice: [Effect] =
                opening.isIncoming && opening.allowance.authority == .head
                ? [.notifyApplicant(.extended(until: request.until, reason: request.reason))] : []
            return [.tell(told, .extended(id, until: request.until))] + notice
        case .extensionDeclined(let id, let reason):
            guard !reason.isBlank else { throw .textMissing(.reason) }
            change(id) { $0.pendingExtension = nil }
            return [.tell(self[task: id]?.owner.map { [$0] } ?? [], .extensionDeclined(id, reason: reason))]
        default: preconditionFailure("not an act of extension")
        }
    }

    private func checkExtension(of id: TaskID, until: CivilDate, on day: CivilDate) throws(OfficeRefusal) {
        guard let due = self[task: id]?.due else { throw .noTermToExtend(id) }
        guard day <= due else { throw .termPassed(due) }
        guard until > due else { throw .notLater(than: due) }
        if let latest = opening.allowance.latest, until > latest {
            throw .beyondLimit(latest, ground: opening.allowance.ground)
        }
        if let last = opening.allowance.grantBy, day > last { throw .grantTooLate(last, ground: opening.allowance.ground) }
    }

    mutating func control(_ act: Act) throws(OfficeRefusal) -> [Effect] {
        switch act.deed {
        case .controlRemoved:
            stage = .executed
            return []
        case .reopened(let reason):
            guard !reason.isBlank else { throw .textMissing(.reason) }
            stage = .inExecution
            for index in tasks.indices { tasks[index].reopen() }
            return [.tell(owners, .reopened(reason: reason))]
        case .closed(let caseFile, let note):
            guard !caseFile.isBlank else { throw .textMissing(.caseFile) }
            let answer = drafts.last { $0.purpose.fulfilsTasks && $0.stage == .dispatched }?.mark
            // Where no letter tells the result, the note does (paragraph 73).
            guard answer != nil || !opening.isIncoming || !note.isBlank else { throw .textMissing(.filingNote) }
            filing = FilingNote(caseFile: caseFile, note: note, answer: answer)
            stage = .closed
            return []
        default: preconditionFailure("not an act of control")
        }
    }

    /// Once nothing is open the controller compares result and task; a card without a term needs none.
    mutating func finishIfDone() -> [Effect] {
        guard stage == .inExecution, !tasks.contains(where: \.isOpen) else { return [] }
        stage = isControlled ? .controlCheck : .executed
        return isControlled ? [.requestControlCheck] : []
    }

    mutating func change(_ id: TaskID, _ body: (inout CardTask) -> Void) {
        for index in tasks.indices where tasks[index].id == id { body(&tasks[index]) }
    }
}
