// SPDX-License-Identifier: Apache-2.0
import Office
package import OfficeCalendar
import OfficeStore

/// Reminds process owners of due dates: 5, 3 and 1 working days before, on the day at 10:00, then every working day. From the day it is
/// overdue the controllers hear of it too.
package struct Reminders: Sendable {
    private let acts: OfficeActs

    package init(acts: OfficeActs) { self.acts = acts }

    /// When the next one is due, on the council's wall; nil when nothing is reminded of.
    package func next() async throws -> WallTime? { try await acts.store.nextReminder() }

    /// Sends what is due now; one letter for what a stop left out. Cut anywhere, the next pass ends the same.
    /// - Returns: how many cards were reminded of.
    package func pass(limit: Int = 500) async throws -> Int {
        let (staff, moment) = (try await acts.staff(), acts.moment)
        var count = 0
        for reminder in try await acts.store.dueReminders(at: moment, limit: limit) {
            let isWorkingDay = acts.office.calendar.isWorking
            let schedule = ReminderSchedule(due: reminder.due, isWorkingDay: isWorkingDay)
            let next = schedule.next(after: moment, isWorkingDay: isWorkingDay).at
            let life = try await acts.life(of: reminder.card.id)
            let notices = notices(of: reminder, life, staff, on: moment.date)
            if try await !acts.store.remind(reminder, next: next, notices: notices, at: acts.clock.now()).isEmpty { count += 1 }
        }
        return count
    }

    private func notices(
        of reminder: DueReminder, _ life: CardLife, _ staff: StaffDirectory, on today: CivilDate
    ) -> [NewNotice] {
        let days = today.days(until: reminder.due)
        // Before a resolution it is the first reviewer who keeps the card waiting.
        var people = life.owners.isEmpty ? life.opening.route.review.holders : life.owners
        if days < 0 { people += staff.people(with: .controller).map(\.id) }
        var seen: Set<PersonID> = []
        return people.compactMap { staff.acting(for: $0, on: today) }.filter { seen.insert($0.id).inserted }.map { person in
            NewNotice(
                kind: NoticeKind.reminder.rawValue, language: acts.office.language.rawValue, recipient: person.email,
                messageID: acts.messageIDs.next(),
                parameters: [
                    "person": person.id.rawValue, "act.subject": ActSubject.card.description, "due": reminder.due.description,
                    "reminder": Self.words(days: days, in: acts.office.language),
                ])
        }
    }

    /// - Parameter days: calendar days to the due date, negative after it.
    static func words(days: Int, in language: Language) -> String {
        switch (days, language) {
        case (0, .ukrainian): "Строк виконання спливає сьогодні."
        case (0, .english): "It is due today."
        case (1..., .ukrainian): "До кінця строку виконання — \(UkrainianCount.days(days))."
        case (1..., .english): "It is due in \(days) day\(days == 1 ? "" : "s")."
        case (_, .ukrainian): "Строк виконання прострочено на \(UkrainianCount.days(-days))."
        case (_, .english): "It is \(-days) day\(days == -1 ? "" : "s") overdue."
        }
    }
}

/// Ukrainian nouns after a number.
enum UkrainianCount {
    /// «1 день», «3 дні», «11 днів»
    static func days(_ count: Int) -> String {
        let (ten, hundred) = (count % 10, count % 100)
        if ten == 1, hundred != 11 { return "\(count) день" }
        if (2...4).contains(ten), !(12...14).contains(hundred) { return "\(count) дні" }
        return "\(count) днів"
    }
}
