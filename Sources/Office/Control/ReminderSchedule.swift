// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// When a process owner is reminded of a due date: 5, 3 and 1 working days before, on the day at 10:00, then every working day.
package struct ReminderSchedule: Hashable, Sendable {
    package enum Reminder: Hashable, Sendable {
        case ahead(workingDays: Int)
        case today
        /// Calendar days after the due date.
        case overdue(days: Int)
    }

    /// Working days before the last working day, the earliest first.
    package static let daysAhead = [5, 3, 1]
    /// Hour of the morning digest, in which reminders ahead of time go.
    package static let morningHour = 9
    /// Hour of the reminder on the last day and of those after it.
    package static let lastDayHour = 10

    package let due: CivilDate
    /// The due date, or the working day before it: nobody is reminded on a holiday of what was due on it.
    package let lastWorkingDay: CivilDate
    private let ahead: [CivilDate]

    package init(due: CivilDate, isWorkingDay: (CivilDate) -> Bool) {
        self.due = due
        let last = isWorkingDay(due) ? due : due.adding(workingDays: -1, isWorkingDay: isWorkingDay)
        lastWorkingDay = last
        ahead = Self.daysAhead.map { last.adding(workingDays: -$0, isWorkingDay: isWorkingDay) }
    }

    /// The first reminder strictly after a moment. There is always one: after the due date they go on until control ends.
    package func next(after moment: WallTime, isWorkingDay: (CivilDate) -> Bool) -> (at: WallTime, reminder: Reminder) {
        for (day, count) in zip(ahead, Self.daysAhead) {
            let at = WallTime(date: day, hour: Self.morningHour)
            if at > moment { return (at, .ahead(workingDays: count)) }
        }
        let lastCall = WallTime(date: lastWorkingDay, hour: Self.lastDayHour)
        if lastCall > moment { return (lastCall, .today) }
        var day = max(moment.date, due)
        if day == due || WallTime(date: day, hour: Self.lastDayHour) <= moment || !isWorkingDay(day) {
            day = day.adding(workingDays: 1, isWorkingDay: isWorkingDay)
        }
        return (WallTime(date: day, hour: Self.lastDayHour), .overdue(days: due.days(until: day)))
    }

    /// All reminders from one moment to another, both excluded and included: for a plan and for what a stop left out.
    package func reminders(
        after start: WallTime, through end: WallTime, isWorkingDay: (CivilDate) -> Bool
    ) -> [(at: WallTime, reminder: Reminder)] {
        var found: [(at: WallTime, reminder: Reminder)] = []
        var moment = start
        while found.count < CivilDate.longestSearch {
            let next = next(after: moment, isWorkingDay: isWorkingDay)
            guard next.at <= end, next.at > moment else { break }
            found.append(next)
            moment = next.at
        }
        return found
    }
}
