// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// Counts the tasks of one card from 1.
package struct TaskID: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    package static func < (one: TaskID, other: TaskID) -> Bool { one.rawValue < other.rawValue }
}

/// One thing a letter asks for, with its own due date and its own process owner.
package struct CardTask: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        case unassigned, assigned, accepted
        case done(CivilDate)
    }

    /// A wish for more time that waits for a decision.
    package struct Extension: Hashable, Sendable {
        package let until: CivilDate
        package let reason: String
        package let askedBy: PersonID
    }

    package let id: TaskID
    package let text: String
    /// The last day; nil when no term runs.
    package internal(set) var due: CivilDate?
    /// The process owner: the end of the line of main executors.
    package internal(set) var owner: PersonID?
    package internal(set) var state: State = .unassigned
    package internal(set) var pendingExtension: Extension?
    /// The due dates it had before, oldest first.
    package internal(set) var formerDues: [CivilDate] = []

    package init(id: TaskID, text: String, due: CivilDate?) {
        self.id = id
        self.text = text
        self.due = due
    }

    /// Whether something remains to be done.
    package var isOpen: Bool {
        switch state {
        case .unassigned, .assigned, .accepted: true
        case .done: false
        }
    }

    mutating func assign(to person: PersonID) {
        owner = person
        state = .assigned
        pendingExtension = nil
    }

    mutating func extend(to day: CivilDate) {
        if let due { formerDues.append(due) }
        due = day
        pendingExtension = nil
    }

    mutating func finish(on day: CivilDate) {
        state = .done(day)
        pendingExtension = nil
    }

    mutating func reopen() { state = owner == nil ? .unassigned : .assigned }
}
