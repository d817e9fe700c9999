// SPDX-License-Identifier: Apache-2.0
package import Office
package import OfficeCalendar
package import OfficeStore

/// Resolutions: those of the first reviewer, and what executors pass on under them.
package struct ResolutionWriting: Sendable {
    /// What a resolution says.
    package struct Order: Hashable, Sendable {
        package var main: PersonID?
        package var coExecutors: [PersonID]
        package var informed: [PersonID]
        package var text: String
        package var term: CivilDate?
        /// The task it is about; nil for whatever nobody has been given yet.
        package var task: TaskID?

        package init(
            main: PersonID?, coExecutors: [PersonID] = [], informed: [PersonID] = [], text: String, term: CivilDate? = nil,
            task: TaskID? = nil
        ) {
            self.main = main
            self.coExecutors = coExecutors
            self.informed = informed
            self.text = text
            self.term = term
            self.task = task
        }

        func resolution(_ id: ResolutionID, under parent: ResolutionID?) -> Resolution {
            Resolution(
                id: id, parent: parent, main: main, coExecutors: coExecutors, informed: informed, text: text, term: term,
                task: task)
        }
    }

    private let acts: OfficeActs

    package init(acts: OfficeActs) { self.acts = acts }

    /// A resolution of the one who considers the document first.
    package func resolve(_ card: CardID, _ order: Order, _ hand: Hand) async throws -> ActOutcome {
        try await check(order)
        return try await acts.perform(on: card, hand) { life, _ in
            [.resolved(order.resolution(life.resolutions.nextID, under: nil))]
        }
    }

    /// Passes a task down the line.
    /// - Parameter parent: the resolution it is written under; nil for the last that names the person as an executor.
    package func assign(_ card: CardID, _ order: Order, under parent: ResolutionID?, _ hand: Hand) async throws -> ActOutcome {
        try await check(order)
        let person = hand.absent ?? hand.person
        let represented = try await acts.staff().capacities(of: person, on: acts.moment.date).map(\.onBehalfOf)
        return try await acts.perform(on: card, hand) { life, _ in
            let own = life.resolutions.nodes.last { node in
                let executors = (node.resolution.main.map { [$0] } ?? []) + node.resolution.coExecutors
                return executors.contains(person) || !executors.allSatisfy { !represented.contains($0) }
            }
            guard let under = parent ?? own?.resolution.id else { throw OfficeRefusal.notExecutorOfParent }
            return [.resolved(order.resolution(life.resolutions.nextID, under: under))]
        }
    }

    /// Everybody named must be somebody of the staff list.
    private func check(_ order: Order) async throws {
        let people = (order.main.map { [$0] } ?? []) + order.coExecutors + order.informed
        for id in people where acts.office.staff.person(id) == nil { throw OfficeRefusal.unknownPerson(id) }
    }
}
