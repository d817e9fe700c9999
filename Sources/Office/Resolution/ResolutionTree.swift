// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// The resolutions of a card: those of the first reviewer, and under each what its executors passed on.
package struct ResolutionTree: Hashable, Sendable {
    /// A resolution with its author and the tasks it gave out.
    package struct Node: Hashable, Sendable {
        package let resolution: Resolution
        /// Whose resolution it is; a stand-in's counts as that of the absent person.
        package let author: PersonID
        package let tasks: [TaskID]
    }

    /// In the order they were written; a parent stands before its children.
    package private(set) var nodes: [Node] = []

    package init() {}

    package subscript(id: ResolutionID) -> Node? { nodes.first { $0.resolution.id == id } }

    /// The identifier the next resolution must have.
    package var nextID: ResolutionID { ResolutionID(rawValue: nodes.count + 1) }

    /// Everybody a resolution names or wrote.
    package var people: Set<PersonID> { Set(nodes.flatMap { $0.resolution.people + [$0.author] }) }

    /// Checks what a resolution says, whoever writes it, against its parent.
    func check(_ resolution: Resolution, by author: PersonID, on day: CivilDate) throws(OfficeRefusal) {
        guard resolution.id == nextID else { throw .outOfOrder(expected: nextID.rawValue) }
        guard !resolution.people.isEmpty else { throw .nobodyNamed }
        var seen: Set<PersonID> = []
        for person in resolution.people where !seen.insert(person).inserted { throw .namedTwice(person) }
        if let vague = VagueWording.found(in: resolution.text) { throw .vagueWording(vague) }
        if let term = resolution.term {
            guard term >= day else { throw .termInThePast(term) }
            guard !resolution.text.isBlank else { throw .textMissing(.resolution) }
        }
        guard let parentID = resolution.parent else {
            guard resolution.main != nil || resolution.coExecutors.isEmpty else { throw .noMainExecutor }
            return
        }
        guard let parent = self[parentID] else { throw .noSuchResolution }
        try check(resolution, under: parent, by: author)
    }

    private func check(_ child: Resolution, under parent: Node, by author: PersonID) throws(OfficeRefusal) {
        let isMain = parent.resolution.main == author
        guard isMain || parent.resolution.coExecutors.contains(author) else { throw .notExecutorOfParent }
        // A co-executor adds people for their own part; who answers for the whole is the first reviewer's word.
        if child.main != nil, !isMain { throw .childChangesMainExecutor }
        guard child.main != author else { throw .namesAuthor }
        guard child.task == nil else { throw .childChangesSubstance }
        if let term = parent.resolution.term, let own = child.term, own > term { throw .termLaterThan(term) }
    }

    mutating func append(_ resolution: Resolution, by author: PersonID, tasks: [TaskID]) {
        nodes.append(Node(resolution: resolution, author: author, tasks: tasks))
    }
}
