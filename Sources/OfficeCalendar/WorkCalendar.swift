// SPDX-License-Identifier: Apache-2.0

/// The office's calendar: which days are worked, and till when. All of it is data handed in; it knows no law by itself.
///
/// Holidays and moved days are known for ``years``; outside them only the days of the week count.
package struct WorkCalendar: Hashable, Sendable {
    /// A single day with the reason the council gives for it.
    package struct SpecialDay: Hashable, Sendable {
        package let date: CivilDate
        package let note: String

        package init(_ date: CivilDate, note: String) {
            self.date = date
            self.note = note
        }
    }

    /// Holidays are laid out in these years.
    package static let years = 1991...2099

    package let week: WorkWeek
    package let regimes: [CalendarRegime]
    package let holidays: [Holiday]
    /// Whether a holiday on a weekly day off moves to the next free working day (Labour Code, art. 67).
    package let movesHolidays: Bool
    /// How much earlier the office closes on the eve of a holiday (art. 53).
    package let shortDayMinutes: Int
    package let timeZone: OfficeTimeZone

    private let extraOff: [CivilDate: String]
    private let extraWork: [CivilDate: String]
    /// Holidays as the law lists them, whatever regime is in force.
    private let kept: [CivilDate: BilingualText]
    private let moved: [CivilDate: MovedDay]
    /// Day numbers of all days above: of any other only the day of the week counts, and most are others.
    private let special: Set<Int>

    private struct MovedDay: Hashable {
        let holiday: BilingualText
        let from: CivilDate
    }

    package init(
        week: WorkWeek = .fiveDays, holidays: [Holiday] = [], regimes: [CalendarRegime] = [], movesHolidays: Bool = true,
        extraOff: [SpecialDay] = [], extraWork: [SpecialDay] = [], shortDayMinutes: Int = 60, timeZone: OfficeTimeZone = .utc
    ) {
        self.week = week
        self.holidays = holidays
        self.regimes = regimes
        self.movesHolidays = movesHolidays
        self.shortDayMinutes = shortDayMinutes
        self.timeZone = timeZone
        self.extraOff = Dictionary(extraOff.map { ($0.date, $0.note) }) { first, _ in first }
        self.extraWork = Dictionary(extraWork.map { ($0.date, $0.note) }) { first, _ in first }
        kept = Dictionary(
            Self.years.flatMap { year in holidays.compactMap { holiday in holiday.date(in: year).map { ($0, holiday.name) } } }
        ) { first, _ in first }
        moved = movesHolidays ? Self.moved(kept, week, regimes, self.extraOff, self.extraWork) : [:]
        special = Set(
            [Array(self.extraOff.keys), Array(self.extraWork.keys), Array(kept.keys), Array(moved.keys)].joined().map(\.dayNumber)
        )
    }

    /// What the calendar says of a day.
    package func day(_ date: CivilDate) -> CalendarDay {
        guard special.contains(date.dayNumber) else {
            return CalendarDay(date: date, kind: week.hours[date.weekday] == nil ? .weeklyDayOff : .working, suspended: nil)
        }
        let holiday = kept[date]
        let regime = holiday.flatMap { _ in self.regime(suspending: .holidays, on: date) }
        return CalendarDay(
            date: date, kind: kind(of: date, holiday: regime == nil ? holiday : nil),
            suspended: regime.flatMap { regime in holiday.map { CalendarDay.Suspended(holiday: $0, regime: regime) } })
    }

    package func isWorking(_ date: CivilDate) -> Bool { day(date).isWorking }

    /// The regime that suspends a part of the calendar on a day; nil when none does.
    package func regime(suspending suspension: CalendarRegime.Suspension, on date: CivilDate) -> CalendarRegime? {
        regimes.first { $0.suspends.contains(suspension) && $0.holds(on: date) }
    }

    // MARK: Walking

    /// The first working day after a date.
    package func workingDay(after date: CivilDate) -> CivilDate { nextWorkingDay(onOrAfter: date.adding(days: 1)) }

    /// The date itself when it is worked, else the first working day after it.
    package func nextWorkingDay(onOrAfter date: CivilDate) -> CivilDate { walk(from: date, step: 1) }

    /// The date itself when it is worked, else the last working day before it.
    package func lastWorkingDay(onOrBefore date: CivilDate) -> CivilDate { walk(from: date, step: -1) }

    /// So many working days later, the date itself not counted; earlier when negative. 0 is the date itself.
    ///
    /// Each day is judged by the calendar in force on that day. At most ``maximumWorkingDays``.
    package func adding(workingDays count: Int, to date: CivilDate) -> CivilDate {
        let step = count < 0 ? -1 : 1
        var result = date
        for _ in 0..<min(abs(max(count, -Self.maximumWorkingDays)), Self.maximumWorkingDays) {
            result = walk(from: result.adding(days: step), step: step)
        }
        return result
    }

    /// More no letter gives.
    package static let maximumWorkingDays = 1_000

    /// Days off in a row that are walked over; a longer list of extra days off is a mistake of the file.
    private static let longestBreak = 120

    private func walk(from date: CivilDate, step: Int) -> CivilDate {
        var day = date
        for _ in 0..<Self.longestBreak {
            if isWorking(day) { break }
            day = day.adding(days: step)
        }
        return day
    }

    // MARK: Hours

    /// When the office opens and closes on a day; nil when it does not work.
    ///
    /// The eve of a holiday that is kept is shorter. A weekly day off that is worked has the hours of the first working day of the
    /// week.
    package func hours(on date: CivilDate) -> WorkWeek.Hours? {
        guard isWorking(date) else { return nil }
        guard let hours = week.hours[date.weekday] ?? Weekday.allCases.lazy.compactMap({ week.hours[$0] }).first else {
            return nil
        }
        guard isEveOfHoliday(date) else { return hours }
        return WorkWeek.Hours(from: hours.opening, to: TimeOfDay(clamping: hours.closing.minutes - shortDayMinutes)) ?? hours
    }

    /// Whether the day is worked and short because a holiday follows it.
    package func isEveOfHoliday(_ date: CivilDate) -> Bool {
        let next = date.adding(days: 1)
        return isWorking(date) && kept[next] != nil && regime(suspending: .holidays, on: next) == nil
            && regime(suspending: .shortDays, on: date) == nil
    }

    /// When the working day ends; on a day off, when that of the week's last working day does.
    package func endOfWork(on date: CivilDate) -> TimeOfDay {
        hours(on: date)?.closing ?? Weekday.allCases.lazy.reversed().compactMap { week.hours[$0]?.closing }.first
            ?? TimeOfDay(clamping: 1_020)
    }

    // MARK: Private parts

    private func kind(of date: CivilDate, holiday: BilingualText?) -> CalendarDay.Kind {
        if let note = extraOff[date] { return .extraDayOff(note: note) }
        if let note = extraWork[date], holiday == nil { return .extraWorkingDay(note: note) }
        if let holiday { return .holiday(holiday) }
        if let day = moved[date] { return .movedDayOff(of: day.holiday, from: day.from) }
        return week.hours[date.weekday] == nil ? .weeklyDayOff : .working
    }

    /// Days off for holidays on weekly days off, one after another where several meet.
    private static func moved(
        _ kept: [CivilDate: BilingualText], _ week: WorkWeek, _ regimes: [CalendarRegime], _ extraOff: [CivilDate: String],
        _ extraWork: [CivilDate: String]
    ) -> [CivilDate: MovedDay] {
        func isSuspended(_ date: CivilDate) -> Bool {
            regimes.contains { $0.holds(on: date) && !$0.suspends.isDisjoint(with: [.transfers, .holidays]) }
        }
        var moved: [CivilDate: MovedDay] = [:]
        for (date, name) in kept.sorted(by: { $0.key < $1.key })
        where week.hours[date.weekday] == nil && extraWork[date] == nil && !isSuspended(date) {
            var target = date.adding(days: 1)
            for _ in 0..<longestBreak
            where week.hours[target.weekday] == nil || kept[target] != nil || moved[target] != nil || extraOff[target] != nil {
                target = target.adding(days: 1)
            }
            if !isSuspended(target) { moved[target] = MovedDay(holiday: name, from: date) }
        }
        return moved
    }
}
