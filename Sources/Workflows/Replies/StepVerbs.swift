// SPDX-License-Identifier: Apache-2.0
package import Office
package import OfficeCalendar
package import ReplyReading

extension CardLife {
    /// What a person may decide by a reply about one step now, in any of their capacities: for the lines that say how, and for the
    /// reader of the reply.
    package func replyVerbs(
        for person: PersonID, about subject: ActSubject, staff: StaffDirectory, at moment: WallTime
    ) -> Set<ReplyVerb> {
        var verbs: Set<ReplyVerb> = []
        for actor in staff.capacities(of: person, on: moment.date) {
            for act in openActs(to: actor, at: moment, by: .reply(letter: "")) where concerns(act.subject, subject) {
                if let verb = replyVerb(act, about: subject, by: actor.onBehalfOf) { verbs.insert(verb) }
            }
        }
        return verbs
    }

    /// Whether an act on `subject` belongs to the step a request was about. An assignment covers its task, what its executor passes
    /// on, and the draft that answers it.
    private func concerns(_ subject: ActSubject, _ step: ActSubject) -> Bool {
        if subject == step { return true }
        switch (step, subject) {
        case (.task, .card): return true
        case (.task(let task), .resolution(let id)): return resolutions[id]?.tasks.contains(task) ?? false
        default: return false
        }
    }

    private func replyVerb(_ act: OpenAct, about step: ActSubject, by person: PersonID) -> ReplyVerb? {
        let isAssignment = if case .task = step { true } else { false }
        switch act.kind {
        case .resolved: return isAssignment == (act.subject != .card) ? .resolve : nil
        case .taskAccepted: return .accept
        case .extensionRequested: return isAssignment ? .extend : nil
        case .extensionGranted: return .approve
        case .extensionDeclined: return .sendBack
        case .draftOpened: return isAssignment ? .draft : nil
        case .draftEdited:
            guard case .draft(let id) = act.subject, let draft = self[draft: id] else { return nil }
            // An approver edits at the desk: a file that happens to hang on a reply must not become the letter. Its author may send
            // another version any time, which takes the one under approval back.
            return draft.stage == .returned || draft.stage == .drafting || draft.isOnApproval(by: person) ? .draft : nil
        case .approved: return .approve
        case .remarked, .signingDeclined: return .sendBack
        case .signed: return .sign
        case .draftRegistered: return opening.route.signing.admits(.reply(letter: "")) ? .sendOut : nil
        case .dispatched: return .sendOut
        case .accepted, .refused, .forwarded, .sentBack, .setAside, .cancelled, .reported, .submitted, .withdrawn, .abandoned,
            .remarkAnswered, .delivered, .bounced, .resent, .handedOver, .controlRemoved, .reopened, .closed:
            return nil
        }
    }
}

extension Draft {
    /// Whether others decide on what this person wrote.
    fileprivate func isOnApproval(by author: PersonID) -> Bool {
        stage == .onApproval && self.author == author && turn?.holders.contains(author) != true
    }
}
