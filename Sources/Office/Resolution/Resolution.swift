// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// Counts the resolutions of one card from 1.
package struct ResolutionID: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    package static func < (one: ResolutionID, other: ResolutionID) -> Bool { one.rawValue < other.rawValue }
}

/// A written instruction on a document (paragraphs 64–72 of the instruction approved by resolution 55 of 17.01.2018).
package struct Resolution: Hashable, Sendable {
    package let id: ResolutionID
    /// Nil for a resolution of the one who considers the document first.
    package let parent: ResolutionID?
    /// Answers for the whole; the first named. Nil in one that only informs or adds people.
    package let main: PersonID?
    package let coExecutors: [PersonID]
    package let informed: [PersonID]
    /// May be empty where there is no term.
    package let text: String
    package let term: CivilDate?
    /// The task it is about; nil for whatever nobody has been given yet.
    package let task: TaskID?

    package init(
        id: ResolutionID, parent: ResolutionID? = nil, main: PersonID?, coExecutors: [PersonID] = [],
        informed: [PersonID] = [], text: String, term: CivilDate? = nil, task: TaskID? = nil
    ) {
        self.id = id
        self.parent = parent
        self.main = main
        self.coExecutors = coExecutors
        self.informed = informed
        self.text = text
        self.term = term
        self.task = task
    }

    /// All it names, in order.
    package var people: [PersonID] { (main.map { [$0] } ?? []) + coExecutors + informed }
}
