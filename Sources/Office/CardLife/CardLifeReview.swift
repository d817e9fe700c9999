// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

// What the front office does with a document, and what a resolution does.
extension CardLife {
    mutating func review(_ act: Act) throws(OfficeRefusal) -> [Effect] {
        switch act.deed {
        case .accepted(let mark):
            try check(mark, on: act.at.date)
            self.mark = mark
            stage = .onResolution
            return [.notifyApplicant(.registered(mark)), .requestResolution(from: opening.route.review)]
        case .refused(let ground, let explanation):
            stage = .refused
            return [.notifyApplicant(.refused(ground, explanation: explanation))]
        case .forwarded(let body, let lateReason):
            guard !body.isBlank else { throw .textMissing(.destination) }
            if let limit = opening.limits.forwardBy, act.at.date > limit, lateReason?.isBlank ?? true {
                throw .forwardingLate(limit)
            }
            return leave(for: .forwarded, [.notifyApplicant(.forwarded(to: body))])
        case .sentBack(let explanation, let lateReason):
            guard !explanation.isBlank else { throw .textMissing(.explanation) }
            if let limit = opening.limits.sendBackBy, act.at.date > limit, lateReason?.isBlank ?? true {
                throw .sendingBackLate(limit)
            }
            return leave(for: .sentBack, [.notifyApplicant(.sentBack(explanation: explanation))])
        case .setAside(let reason):
            guard !reason.isBlank else { throw .textMissing(.reason) }
            stage = .notRegistered
            return []
        case .cancelled(let reason):
            guard !reason.isBlank else { throw .textMissing(.reason) }
            if let draft = drafts.first(where: { $0.mark != nil }) { throw .alreadySent(draft.id) }
            return leave(for: .cancelled, owners.isEmpty ? [] : [.tell(owners, .cancelled(reason: reason))])
        default: preconditionFailure("not an act of review")
        }
    }

    mutating func resolve(_ resolution: Resolution, _ act: Act) throws(OfficeRefusal) -> [Effect] {
        let author = act.actor.onBehalfOf
        try resolutions.check(resolution, by: author, on: act.at.date)
        let assigned = try resolution.parent == nil ? assignRoot(resolution) : delegate(resolution)
        resolutions.append(resolution, by: author, tasks: assigned.tasks)
        var effects: [Effect] = assigned.relieved.map { .relieve([$0.person], $0.task) }
        let executors = resolution.people.filter { !resolution.informed.contains($0) }
        if !executors.isEmpty { effects.append(.assign(resolution.id, to: executors)) }
        if !resolution.informed.isEmpty { effects.append(.inform(resolution.id, resolution.informed)) }
        if let main = resolution.main, opening.isIncoming { effects.append(.notifyApplicant(.ownerAppointed(main))) }
        if stage == .onResolution { stage = tasks.contains(where: \.isOpen) ? .inExecution : .executed }
        return effects
    }

    /// Gives out tasks: the one it names, else those nobody has, else a new one of its own words.
    private mutating func assignRoot(_ resolution: Resolution) throws(OfficeRefusal) -> Assigned {
        guard let main = resolution.main else { return Assigned() }
        var given = tasks.filter { $0.state == .unassigned }.map(\.id)
        if let named = resolution.task {
            guard let task = self[task: named] else { throw .noSuchTask }
            guard task.isOpen else { throw .taskDone(named) }
            given = [named]
        }
        if given.isEmpty {
            let task = CardTask(id: TaskID(rawValue: tasks.count + 1), text: resolution.text, due: resolution.term)
            tasks.append(task)
            given = [task.id]
        }
        // A resolution may hurry what a letter asks for, never put it off: that is an extension, with its own rules.
        let dues = given.compactMap { self[task: $0]?.due }
        if let term = resolution.term, let due = dues.min(), term > due { throw .termLaterThan(due) }
        return assign(given, to: main, term: resolution.term)
    }

    /// Passes the parent's tasks, those still open and still the author's own, down the line.
    private mutating func delegate(_ resolution: Resolution) throws(OfficeRefusal) -> Assigned {
        guard let parent = resolution.parent.flatMap({ resolutions[$0] }) else { throw .noSuchResolution }
        guard let main = resolution.main else { return Assigned(tasks: parent.tasks) }
        let own = parent.tasks.filter { id in
            self[task: id].map { $0.isOpen && $0.owner == parent.resolution.main } ?? false
        }
        guard !own.isEmpty else { throw .nothingToDelegate }
        let dues = own.compactMap { self[task: $0]?.due }
        if let term = resolution.term, let due = dues.min(), term > due { throw .termLaterThan(due) }
        return assign(own, to: main, term: nil)
    }

    private struct Assigned {
        var tasks: [TaskID] = []
        var relieved: [(person: PersonID, task: TaskID)] = []
    }

    private mutating func assign(_ ids: [TaskID], to main: PersonID, term: CivilDate?) -> Assigned {
        var assigned = Assigned(tasks: ids)
        for index in tasks.indices where ids.contains(tasks[index].id) {
            if let former = tasks[index].owner, former != main { assigned.relieved.append((former, tasks[index].id)) }
            tasks[index].assign(to: main)
            if let term { tasks[index].due = term }
        }
        return assigned
    }

    /// The card leaves the office's hands; what was being drafted is given up.
    private mutating func leave(for stage: CardStage, _ effects: [Effect]) -> [Effect] {
        self.stage = stage
        var all = effects
        for index in drafts.indices where drafts[index].stage.admits(.abandoned) { all += drafts[index].abandon() }
        return all
    }

    func check(_ mark: RegistrationMark, on day: CivilDate) throws(OfficeRefusal) {
        guard !mark.index.isBlank else { throw .numberMissing }
        guard mark.date == day else { throw .registeredOnAnotherDay(mark.date) }
    }
}
