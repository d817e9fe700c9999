// SPDX-License-Identifier: Apache-2.0
package import Office
package import OfficeCalendar
package import OfficeStore

/// Lets somebody stand in for somebody absent, and ends it. Substitutes of staff.yaml are changed in the file.
package struct Substituting: Sendable {
    private let acts: OfficeActs

    package init(acts: OfficeActs) { self.acts = acts }

    /// Adds a substitute, checked against those of the file and those added before.
    package func add(_ new: Substitute, by actor: Actor) async throws {
        let staff = acts.office.staff
        for id in [new.absent, new.acting] where staff.person(id) == nil { throw OfficeRefusal.unknownPerson(id) }
        try await acts.store.addSubstitute(new, actor: actor, at: acts.clock.now()) { added in
            var all = Substitution(staff.substitutes + added)
            try all.add(new)
        }
    }

    /// Ends a substitute early; one that had not begun is withdrawn.
    /// - Returns: the substitute as it was.
    package func end(for person: PersonID, lastDay: CivilDate, by actor: Actor) async throws -> Substitute {
        try await acts.store.endSubstitute(for: person, lastDay: lastDay, actor: actor, at: acts.clock.now())
    }
}
