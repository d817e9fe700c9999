// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials

/// Reckons due dates by the calendar and the office's policy (domain §1.6). Pure: the same letter gives the same dates for ever.
package struct DueReckoning: Hashable, Sendable {
    package let calendar: WorkCalendar
    package let policy: DeadlinePolicy

    package init(calendar: WorkCalendar, policy: DeadlinePolicy = DeadlinePolicy()) {
        self.calendar = calendar
        self.policy = policy
    }

    /// The day a letter counts as received: for kinds that shift, the next working day when it came after hours or on a day off.
    package func effectiveReceipt(_ receivedAt: WallTime, shifts: Bool) -> CivilDate {
        guard shifts else { return receivedAt.date }
        let inTime = calendar.isWorking(receivedAt.date) && receivedAt.timeOfDay <= calendar.endOfWork(on: receivedAt.date)
        return inTime ? receivedAt.date : calendar.workingDay(after: receivedAt.date)
    }

    /// The dates of a rule for a letter.
    ///
    /// Nil for a recurrence without a further day. Only terms of days and months look at `shifts`; hours run from the very minute.
    package func dates(of rule: DueRule, receivedAt: WallTime, shifts: Bool = false) -> DueDates? {
        var run = Run(reckoning: self, rule: rule, receivedAt: receivedAt)
        switch rule {
        case .term(.hours(let count)): return run.hours(count)
        case .term(let term): return run.term(term, effectiveReceipt(receivedAt, shifts: shifts))
        case .date(let date, let time): return run.day(date, time)
        case .endOfWeek(let date, let time): return run.day(endOfWeek(of: date), time)
        case .recurring(let recurrence, let time):
            return recurrence.next(after: receivedAt.date).map { run.day($0, time) }
        case .atOnce:
            return run.term(.workingDays(policy.urgentWorkingDays), receivedAt.date)
        }
    }

    /// How far the term of a kind can be extended; nil when it cannot, or when no day is the last.
    package func extensionDates(of kind: KindTerms, receivedAt: WallTime) -> ExtensionDates? {
        guard let extending = kind.extending, extending.grantedBy != .nobody, let limit = extending.limit,
            let latest = dates(of: .term(limit), receivedAt: receivedAt, shifts: kind.shiftsAfterHours)
        else { return nil }
        let notice = extending.notice.flatMap {
            dates(of: .term($0), receivedAt: receivedAt, shifts: kind.shiftsAfterHours)?.legal
        }
        return ExtensionDates(latest: latest.legal, noticeBy: notice)
    }

    /// From which day the office is warned of its own date; nil when the kind asks for no warning.
    package func warning(before own: CivilDate, kind: KindTerms) -> CivilDate? {
        kind.warningDays > 0 ? calendar.adding(workingDays: -kind.warningDays, to: own) : nil
    }

    /// The last working day of the week; its Sunday when that is past.
    private func endOfWeek(of date: CivilDate) -> CivilDate {
        let sunday = date.adding(days: 7 - date.weekday.rawValue)
        let last = calendar.lastWorkingDay(onOrBefore: sunday)
        return last < date ? sunday : last
    }

    /// One reckoning with the steps so far.
    private struct Run {
        let reckoning: DueReckoning
        let rule: DueRule
        let receivedAt: WallTime
        var steps: [DueDates.Step]

        init(reckoning: DueReckoning, rule: DueRule, receivedAt: WallTime) {
            self.reckoning = reckoning
            self.rule = rule
            self.receivedAt = receivedAt
            steps = [.received(receivedAt)]
        }

        private var calendar: WorkCalendar { reckoning.calendar }

        mutating func hours(_ count: Int) -> DueDates {
            let instant = calendar.timeZone.instant(of: receivedAt).addingTimeInterval(Double(count) * 3_600)
            let end = calendar.timeZone.wallTime(at: instant)
            steps.append(.hoursEnd(end))
            return DueDates(
                rule: rule, receipt: receivedAt.date, unmoved: end.date, legal: end.date, internal: nil, time: end.timeOfDay,
                instant: instant, steps: steps)
        }

        mutating func term(_ term: Term, _ receipt: CivilDate) -> DueDates {
            if receipt != receivedAt.date { steps.append(.shifted(to: receipt)) }
            steps.append(.counting(from: receipt.adding(days: 1)))
            let end = end(of: term, from: receipt)
            steps.append(.ends(end))
            var own = end
            if term == .months(1), let days = reckoning.policy.monthCapDays, receipt.adding(days: days) < own {
                own = receipt.adding(days: days)
                steps.append(.monthCapped(days: days, own))
            }
            return finish(end, own: own, receipt: receipt, time: nil)
        }

        mutating func day(_ date: CivilDate, _ time: TimeOfDay?) -> DueDates {
            steps.append(.ends(date))
            return finish(date, own: date, receipt: receivedAt.date, time: time)
        }

        private mutating func end(of term: Term, from receipt: CivilDate) -> CivilDate {
            switch term {
            case .calendarDays(let count): return receipt.adding(days: count)
            case .months(let count):
                let end = receipt.adding(months: count)
                if end.day < receipt.day { steps.append(.shortMonth(wanted: receipt.day, end)) }
                return end
            case .hours: return receipt
            case .workingDays(let count):
                let end = calendar.adding(workingDays: count, to: receipt)
                noteDays(after: receipt, through: end)
                return end
            }
        }

        private mutating func noteDays(after receipt: CivilDate, through end: CivilDate) {
            var date = receipt.adding(days: 1)
            while date <= end, steps.count < Self.maximumSteps {
                let day = calendar.day(date)
                if !day.isWorking {
                    steps.append(.skipped(day))
                } else if let suspended = day.suspended {
                    steps.append(.notSkipped(suspended, on: date))
                }
                date = date.adding(days: 1)
            }
        }

        private mutating func finish(_ end: CivilDate, own: CivilDate, receipt: CivilDate, time: TimeOfDay?) -> DueDates {
            let policy = reckoning.policy
            let (legal, passed) = moved(end, policy.legalRoll)
            if legal != end { steps.append(.legalMoved(over: passed, to: legal)) }
            noteSuspended(on: end)
            var (office, back) = moved(own, policy.internalRoll)
            if office < receivedAt.date, own >= receivedAt.date {
                office = legal
                steps.append(.internalIsLegal(legal))
            } else if office != own {
                steps.append(.internalMoved(over: back, to: office))
            }
            return DueDates(
                rule: rule, receipt: receipt, unmoved: end, legal: legal, internal: min(office, legal), time: time,
                instant: nil, steps: steps)
        }

        private mutating func noteSuspended(on date: CivilDate) {
            if let suspended = calendar.day(date).suspended, calendar.isWorking(date),
                !steps.contains(.notSkipped(suspended, on: date))
            {
                steps.append(.notSkipped(suspended, on: date))
            }
        }

        private func moved(_ date: CivilDate, _ roll: DeadlinePolicy.Roll) -> (CivilDate, over: [CalendarDay]) {
            let target: CivilDate
            switch roll {
            case .next: target = calendar.nextWorkingDay(onOrAfter: date)
            case .previous: target = calendar.lastWorkingDay(onOrBefore: date)
            case .none: target = date
            }
            let step = target < date ? -1 : 1
            let days = (0..<abs(date.days(until: target))).map { calendar.day(date.adding(days: $0 * step)) }
            return (target, days)
        }

        /// An explanation longer than this nobody reads; the dates do not depend on it.
        private static let maximumSteps = 400
    }
}
