// SPDX-License-Identifier: Apache-2.0

/// Rules and terms in words: «5 робочих днів», «до 20.11.2026, 15:00», «щомісяця до 10 числа».
package enum DueWording {
    package static func ukrainian(_ rule: DueRule) -> String {
        switch rule {
        case .term(let term): ukrainian(term)
        case .date(let date, let time): "до \(date.ukrainianDigits)" + (time.map { ", \($0)" } ?? " включно")
        case .endOfWeek(_, let time): "до кінця тижня" + (time.map { ", \($0)" } ?? "")
        case .recurring(let recurrence, let time): ukrainian(recurrence) + (time.map { ", \($0)" } ?? "")
        case .atOnce: "невідкладно"
        }
    }

    package static func english(_ rule: DueRule) -> String {
        switch rule {
        case .term(let term): english(term)
        case .date(let date, let time): "by \(date.englishWords)" + (time.map { ", \($0)" } ?? ", that day included")
        case .endOfWeek(_, let time): "by the end of the week" + (time.map { ", \($0)" } ?? "")
        case .recurring(let recurrence, let time): english(recurrence) + (time.map { ", \($0)" } ?? "")
        case .atOnce: "at once"
        }
    }

    package static func ukrainian(_ term: Term) -> String {
        switch term {
        case .calendarDays(let count): count.ukrainian("календарний день", "календарні дні", "календарних днів")
        case .workingDays(let count): count.ukrainian("робочий день", "робочі дні", "робочих днів")
        case .months(let count): count.ukrainian("місяць", "місяці", "місяців")
        case .hours(let count): count.ukrainian("година", "години", "годин")
        }
    }

    package static func english(_ term: Term) -> String {
        switch term {
        case .calendarDays(let count): count == 1 ? "1 calendar day" : "\(count) calendar days"
        case .workingDays(let count): count == 1 ? "1 working day" : "\(count) working days"
        case .months(let count): count == 1 ? "1 month" : "\(count) months"
        case .hours(let count): count == 1 ? "1 hour" : "\(count) hours"
        }
    }

    private static func ukrainian(_ recurrence: Recurrence) -> String {
        if !recurrence.yearDays.isEmpty {
            return "щороку до "
                + recurrence.yearDays.map { "\($0.day) \(CivilDate.ukrainianMonths[($0.month - 1) % 12])" }
                .joined(separator: " та до ")
        }
        let days = recurrence.monthDays.map { $0 < 0 ? "останнього дня" : "\($0) числа" }.joined(separator: " та ")
        let months = recurrence.months.map { CivilDate.ukrainianMonths[($0 - 1) % 12] }.joined(separator: ", ")
        switch recurrence.frequency {
        case .daily: return "щодня"
        case .weekly: return "щотижня: " + recurrence.weekdays.map(\.ukrainian).joined(separator: ", ")
        case .monthly: return months.isEmpty ? "щомісяця до \(days)" : "до \(days) \(months)"
        case .yearly: return "щороку до \(days) \(months)"
        }
    }

    private static func english(_ recurrence: Recurrence) -> String {
        if !recurrence.yearDays.isEmpty {
            return "every year by "
                + recurrence.yearDays.map { "\($0.day) \(CivilDate.englishMonths[($0.month - 1) % 12])" }
                .joined(separator: " and ")
        }
        let days = recurrence.monthDays.map { $0 < 0 ? "the last day" : "day \($0)" }.joined(separator: " and ")
        let months = recurrence.months.map { CivilDate.englishMonths[($0 - 1) % 12] }.joined(separator: ", ")
        switch recurrence.frequency {
        case .daily: return "every day"
        case .weekly: return "every week: " + recurrence.weekdays.map(\.english).joined(separator: ", ")
        case .monthly: return months.isEmpty ? "every month by \(days)" : "by \(days) of \(months)"
        case .yearly: return "every year by \(days) of \(months)"
        }
    }
}

extension Int {
    /// The number with the form of the noun that goes with it: 1 день, 2 дні, 5 днів, 11 днів, 21 день.
    fileprivate func ukrainian(_ one: String, _ few: String, _ many: String) -> String {
        let (units, tens) = (self % 10, self % 100)
        if units == 1, tens != 11 { return "\(self) \(one)" }
        if (2...4).contains(units), !(12...14).contains(tens) { return "\(self) \(few)" }
        return "\(self) \(many)"
    }
}
