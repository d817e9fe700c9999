// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
package import Office
package import OfficeCalendar
package import OfficeStore

/// Counts for the controller and for the yearly report on appeals of citizens.
package struct OfficeReport: Sendable {
    /// What one process owner has in hand.
    package struct Executor: Hashable, Sendable {
        /// Nil for cards that wait for a resolution.
        package let person: PersonID?
        package var open = 0
        package var overdue = 0
        /// Due within five working days, today included.
        package var soon = 0
        package var earliest: CivilDate?

        init(person: PersonID?) { self.person = person }
    }

    /// One line of the classifier of appeals (resolution no. 858 of 24.09.2008).
    package struct ClassifierLine: Hashable, Sendable {
        /// `3.3`; that of the part for appeals no value of it is known of.
        package let code: String
        /// Nil for those.
        package let name: BilingualText?
        package let part: BilingualText
        package internal(set) var count = 0
        /// Of these, settled by a person.
        package internal(set) var settled = 0
    }

    private let acts: OfficeActs

    package init(acts: OfficeActs) { self.acts = acts }

    /// By process owner, those with overdue cards first.
    package func byExecutor() async throws -> [Executor] {
        let today = acts.moment.date
        let soon = acts.office.calendar.adding(workingDays: 5, to: today)
        var found: [PersonID?: Executor] = [:]
        for card in try await acts.store.openCards() where card.stage != .controlCheck {
            var line = found[card.owner] ?? Executor(person: card.owner)
            line.open += 1
            if let due = card.dueDay {
                if due < today { line.overdue += 1 } else if due <= soon { line.soon += 1 }
                line.earliest = min(line.earliest ?? due, due)
            }
            found[card.owner] = line
        }
        return found.values.sorted { one, other in
            (-one.overdue, -one.open, one.person?.rawValue ?? "") < (-other.overdue, -other.open, other.person?.rawValue ?? "")
        }
    }

    /// Cards whose due date has passed, the longest overdue first.
    package func overdue() async throws -> [Card] {
        let today = acts.moment.date
        return try await acts.store.openCards().filter { card in
            card.stage != .controlCheck && (card.dueDay.map { $0 < today } ?? false)
        }
    }

    /// Appeals of citizens received on the days of a range, by the classifier, as far as the letters say. Refused ones are left out.
    package func classifier(on days: ClosedRange<CivilDate>) async throws -> [ClassifierLine] {
        let zone = acts.clock.timeZone
        let rows = try await acts.store.reportRows(
            from: zone.startOfDay(days.lowerBound), before: zone.startOfDay(days.upperBound.adding(days: 1)))
        let appeals = rows.filter { row in
            row.card.isAppeal && row.card.state != .refused && row.card.state != .notRegistered
        }
        return count(appeals)
    }

    /// Every value there is, in the order of the classifier, then those of the part nothing is known of, where there are any.
    private func count(_ appeals: [ReportRow]) -> [ClassifierLine] {
        let classifier = acts.office.law.classifier
        var lines = classifier.parts.flatMap { part in
            part.values.map { ClassifierLine(code: $0.code, name: $0.name, part: part.name) }
                + [ClassifierLine(code: part.code, name: nil, part: part.name)]
        }
        let places = Dictionary(uniqueKeysWithValues: lines.enumerated().map { ($1.code, $0) })
        for row in appeals {
            let sheet = row.sheet.flatMap { FactSheet(jsonText: $0) }
            for line in AppealClassification.lines(row.card, sheet, settled: row.codes, by: classifier) {
                guard let place = places[line.value?.code ?? line.part.code] else { continue }
                lines[place].count += 1
                if line.isSettled { lines[place].settled += 1 }
            }
        }
        return lines.filter { $0.name != nil || $0.count > 0 }
    }
}

extension Card {
    /// The day it is due: by its route, or by what the letter says while nobody has acted on it.
    package var dueDay: CivilDate? {
        stage == nil ? deadline.flatMap { CivilDate($0.prefix(10)) } : controlledDue
    }
}
