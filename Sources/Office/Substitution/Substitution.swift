// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// All who stand in for somebody, and the rules that hold among them.
package struct Substitution: Hashable, Sendable {
    package private(set) var substitutes: [Substitute]

    package init(_ substitutes: [Substitute]) { self.substitutes = substitutes }

    /// The one who acts for a person on a day and whom an order names directly.
    package func substitute(for person: PersonID, on day: CivilDate) -> Substitute? {
        substitutes.first { $0.absent == person && $0.days.contains(day) }
    }

    /// The links from a person to the one who acts for them on a day; empty when they are there, or when the links run in a ring.
    package func chain(for person: PersonID, on day: CivilDate) -> [Substitute] {
        var chain: [Substitute] = []
        var passed: Set<PersonID> = [person]
        var current = person
        while let next = substitute(for: current, on: day) {
            guard passed.insert(next.acting).inserted else { return [] }
            chain.append(next)
            current = next.acting
        }
        return chain
    }

    /// Adds one after checking it against those there are.
    package mutating func add(_ new: Substitute) throws(OfficeRefusal) {
        guard new.absent != new.acting else { throw .substitutesSelf(new.absent) }
        if let other = substitutes.first(where: { $0.absent == new.absent && $0.days.overlaps(new.days) }) {
            throw .alreadySubstituted(other)
        }
        if let ring = Substitution(substitutes + [new]).ring(through: new) { throw .ringOfSubstitutes(ring) }
        substitutes.append(new)
    }

    /// Ends one early: its last day becomes the given one; a substitute that had not begun is taken away.
    package mutating func end(for person: PersonID, lastDay: CivilDate) throws(OfficeRefusal) {
        let following = lastDay.adding(days: 1)
        guard
            let index = substitutes.firstIndex(where: {
                $0.absent == person && ($0.days.contains(following) || $0.days.lowerBound > lastDay)
            })
        else { throw .notSubstituted(person) }
        let old = substitutes.remove(at: index)
        guard old.days.lowerBound <= lastDay else { return }
        substitutes.insert(
            Substitute(
                absent: old.absent, acting: old.acting, days: old.days.lowerBound...lastDay, basis: old.basis, reason: old.reason),
            at: index)
    }

    /// Whether some day of it closes a ring. Links change only where one begins, so no other day needs a look.
    private func ring(through new: Substitute) -> [PersonID]? {
        let days = [new.days.lowerBound] + substitutes.map(\.days.lowerBound).filter { new.days.contains($0) }
        for day in days {
            var passed = [new.absent]
            var current = new.absent
            while let next = substitute(for: current, on: day) {
                if next.acting == new.absent { return passed + [new.absent] }
                guard !passed.contains(next.acting) else { break }
                passed.append(next.acting)
                current = next.acting
            }
        }
        return nil
    }
}
