// SPDX-License-Identifier: Apache-2.0
package import Office
package import OfficeCalendar
package import OfficeStore

/// Tasks under way and their terms; taking a card off control and into its case file.
package struct CardControl: Sendable {
    private let acts: OfficeActs

    package init(acts: OfficeActs) { self.acts = acts }

    /// The process owner takes a task on.
    package func takeOn(_ task: TaskID?, on card: CardID, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(on: card, hand) { life, _ in [.taskAccepted(try life.task(task, of: hand))] }
    }

    /// A task is done without an outgoing letter.
    package func report(_ task: TaskID?, text: String, on card: CardID, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(on: card, hand) { life, _ in [.reported(try life.task(task, of: hand), text: text)] }
    }

    package func askExtension(
        of task: TaskID?, until: CivilDate, reason: String, on card: CardID, _ hand: Hand
    ) async throws -> ActOutcome {
        try await acts.perform(on: card, hand) { life, _ in
            [.extensionRequested(try life.task(task, of: hand), until: until, reason: reason)]
        }
    }

    /// - Parameter basis: the letter of the author of the task, where only they can grant it.
    package func grantExtension(of task: TaskID?, basis: String?, on card: CardID, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(on: card, hand) { life, _ in [.extensionGranted(life.pending(task), basis: basis)] }
    }

    package func declineExtension(of task: TaskID?, reason: String, on card: CardID, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(on: card, hand) { life, _ in [.extensionDeclined(life.pending(task), reason: reason)] }
    }

    /// The controller has compared result and task.
    package func removeControl(of card: CardID, note: String, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(.controlRemoved(note: note), on: card, hand)
    }

    package func reopen(_ card: CardID, reason: String, _ hand: Hand) async throws -> ActOutcome {
        try await acts.perform(.reopened(reason: reason), on: card, hand)
    }

    /// «До справи № …».
    /// - Parameter caseFile: nil for that of the card's journal.
    package func close(_ card: CardID, caseFile: String?, note: String, _ hand: Hand) async throws -> ActOutcome {
        let journals = acts.office.journals
        return try await acts.perform(on: card, hand) { life, _ in
            let known = life.mark.flatMap { journals[$0.journal]?.caseFile } ?? ""
            return [.closed(caseFile: caseFile ?? known, note: note)]
        }
    }
}

extension CardLife {
    /// The task a person means: the one they name, else the first open one of theirs, else the first.
    fileprivate func task(_ id: TaskID?, of hand: Hand) throws(OfficeRefusal) -> TaskID {
        if let id { return id }
        let own = tasks.first { $0.isOpen && $0.owner == (hand.absent ?? hand.person) }
        guard let task = own ?? tasks.first(where: \.isOpen) ?? tasks.first else { throw .noSuchTask }
        return task.id
    }

    /// The task an answer about more time means.
    fileprivate func pending(_ id: TaskID?) -> TaskID {
        id ?? tasks.first { $0.pendingExtension != nil }?.id ?? tasks.first?.id ?? TaskID(rawValue: 1)
    }
}
