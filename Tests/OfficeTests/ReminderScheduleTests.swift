// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import Testing

@Suite struct ReminderScheduleTests {
    /// 24–25 December 2026 and 1 January 2027 off, as in a year without martial law.
    static let holidays: Set<String> = ["2026-12-24", "2026-12-25", "2027-01-01", "2027-03-08", "2027-05-03"]

    static func isWorkingDay(_ day: CivilDate) -> Bool {
        Council.isWorkingDay(day) && !holidays.contains(day.description)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let due: String
        /// The first six reminders, computed by hand.
        let moments: [String]
        var testDescription: String { due }
    }

    @Test(arguments: [
        Row(
            due: "2026-12-15",
            moments: [
                "2026-12-08 09:00", "2026-12-10 09:00", "2026-12-14 09:00", "2026-12-15 10:00", "2026-12-16 10:00",
                "2026-12-17 10:00",
            ]),
        // Saturday: the last call is on Friday, the first after it on Monday.
        Row(
            due: "2026-12-19",
            moments: [
                "2026-12-11 09:00", "2026-12-15 09:00", "2026-12-17 09:00", "2026-12-18 10:00", "2026-12-21 10:00",
                "2026-12-22 10:00",
            ]),
        Row(
            due: "2026-12-28",
            moments: [
                "2026-12-17 09:00", "2026-12-21 09:00", "2026-12-23 09:00", "2026-12-28 10:00", "2026-12-29 10:00",
                "2026-12-30 10:00",
            ]),
        // Monday after the clocks go forward (28 March 2027): the wall shows the same hours.
        Row(
            due: "2027-03-29",
            moments: [
                "2027-03-22 09:00", "2027-03-24 09:00", "2027-03-26 09:00", "2027-03-29 10:00", "2027-03-30 10:00",
                "2027-03-31 10:00",
            ]),
    ]) func remindersFallOnTheDaysCountedByHand(_ row: Row) {
        let schedule = ReminderSchedule(due: Council.day(row.due), isWorkingDay: Self.isWorkingDay)
        let start = WallTime(date: schedule.due.adding(days: -30))
        let found = schedule.reminders(
            after: start, through: WallTime(date: schedule.due.adding(days: 10)), isWorkingDay: Self.isWorkingDay)
        #expect(found.prefix(6).map { "\($0.at.date) \($0.at.hourAndMinute)" } == row.moments)
        #expect(
            found.prefix(4).map(\.reminder) == [.ahead(workingDays: 5), .ahead(workingDays: 3), .ahead(workingDays: 1), .today])
    }

    @Test func everyDayOfAYearIsRemindedOfInOrder() {
        for offset in 0..<365 {
            let due = Council.day("2026-11-01").adding(days: offset)
            let schedule = ReminderSchedule(due: due, isWorkingDay: Self.isWorkingDay)
            let found = schedule.reminders(
                after: WallTime(date: due.adding(days: -40)), through: WallTime(date: due.adding(days: 20), hour: 23),
                isWorkingDay: Self.isWorkingDay)
            #expect(zip(found, found.dropFirst()).allSatisfy { $0.at < $1.at })
            #expect(found.allSatisfy { Self.isWorkingDay($0.at.date) }, "\(due)")
            // Counted another way: the days are walked one by one.
            var ahead: [CivilDate] = []
            var (day, count) = (schedule.lastWorkingDay, 0)
            while count < 5 {
                day = day.adding(days: -1)
                guard Self.isWorkingDay(day) else { continue }
                count += 1
                if [1, 3, 5].contains(count) { ahead.insert(day, at: 0) }
            }
            let overdue = (1...20).map { due.adding(days: $0) }.filter(Self.isWorkingDay)
            #expect(found.map(\.at.date) == ahead + [schedule.lastWorkingDay] + overdue, "\(due)")
        }
    }

    @Test func aReminderMissedByAStopIsNotLostAndNoneComesTwice() {
        let schedule = ReminderSchedule(due: Council.day("2026-12-15"), isWorkingDay: Self.isWorkingDay)
        let next = schedule.next(after: Council.moment("2026-12-15", 10), isWorkingDay: Self.isWorkingDay)
        #expect(next.at == Council.moment("2026-12-16", 10))
        #expect(next.reminder == .overdue(days: 1))
    }

    @Test func aCalendarWithoutWorkingDaysEnds() {
        let schedule = ReminderSchedule(due: Council.day("2026-12-15")) { _ in false }
        #expect(schedule.reminders(after: Council.noon, through: Council.moment("2027-12-15")) { _ in false }.count < 10)
    }
}
