// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// The days on which something comes again, read around ``Every``.
struct RecurrenceReading {
    let text: NormalizedText
    let end: Int
    let context: DeadlineContext
    private(set) var index: Int
    private(set) var monthDays: [Int] = []
    private var yearDays: [Recurrence.YearDay] = []
    private var weekdays: [Weekday] = []
    private var months: [Int]?
    private var reportsQuarter = false
    private(set) var reportsPast = false
    /// Nothing comes before it.
    var notBefore: CivilDate?
    private(set) var time: TimeOfDay?

    init(_ text: NormalizedText, from start: Int, end: Int, _ context: DeadlineContext) {
        self.text = text
        self.end = end
        self.context = context
        index = start
    }

    /// A day read before: «до 10 числа щомісяця».
    mutating func take(_ day: WrittenDay) {
        if let number = day.monthDay {
            monthDays.append(number)
        } else if let yearDay = day.yearDay {
            yearDays.append(yearDay)
        } else if let weekday = day.weekday {
            weekdays.append(weekday)
        }
    }

    mutating func take(_ time: TimeOfDay?) { self.time = time ?? self.time }

    /// Reads days, times and «місяця, наступного за звітним» as long as they come, and what the next sentence says of the first report.
    mutating func readOn() {
        readDays()
        if notBefore == nil { readStart(behind: index) }
    }

    private mutating func readDays() {
        var steps = 0
        while index < end, steps < Self.maximumSteps {
            steps += 1
            if let from = starting(index) {
                index = from
                continue
            }
            if let tail = reporting() {
                index = tail
                continue
            }
            if let every = weekdayList(index) {
                weekdays += every.weekdays
                index = every.tokens.upperBound
                continue
            }
            let next = skipJoiners(index)
            guard next < end else { return }
            if let list = numberList(next) {
                index = list
            } else if let last = lastDay(next) {
                monthDays.append(-1)
                index = last
            } else if let clock = WrittenTime(text, at: next, end: end),
                clock.isPlain || !hasDay(next) || time == nil && !monthDays.isEmpty
            {
                time = clock.time
                index = clock.tokens.upperBound
            } else if let every = Every(text, at: next, end: end), !every.weekdays.isEmpty {
                weekdays += every.weekdays
                index = every.tokens.upperBound
            } else if let day = WrittenDay(text, at: next, end: end, context),
                day.monthDay ?? 0 > 0 || day.yearDay != nil || day.weekday != nil
            {
                take(day)
                index = day.tokens.upperBound
            } else {
                return
            }
            if index < end, DeadlineWord.inclusive.knows(text.tokens[index], in: text) { index += 1 }
        }
    }

    /// «по вівторках», with or without a comma before it.
    private func weekdayList(_ start: Int) -> Every? {
        let index = text.tokens[start].isMark(",") || text.tokens[start].isMark("(") ? start + 1 : start
        guard let every = Every(text, at: index, end: end), !every.weekdays.isEmpty else { return nil }
        return every
    }

    private func hasDay(_ index: Int) -> Bool { WrittenDay(text, at: index, end: end, context) != nil }

    /// The rule for a rate, and whether a day had to be supposed.
    func recurrence(_ rate: Every.Rate, weekdays extra: [Weekday] = []) -> (rule: Recurrence, isSupposed: Bool) {
        let days = monthDays.isEmpty ? [-1] : Array(Set(monthDays)).sorted()
        let isSupposed = monthDays.isEmpty && yearDays.isEmpty
        switch rate {
        case .day: return (.daily(notBefore: notBefore), false)
        case .week:
            let named = weekdays + extra
            let unique = Weekday.allCases.filter(named.contains)
            return (.weekly(unique.isEmpty ? [.friday] : unique, notBefore: notBefore), unique.isEmpty)
        case .decade: return (.monthly(days: monthDays.isEmpty ? [10, 20, -1] : days, notBefore: notBefore), isSupposed)
        case .month:
            if reportsQuarter { return (.monthly(days: days, months: [1, 4, 7, 10], notBefore: notBefore), isSupposed) }
            return (.monthly(days: days, notBefore: notBefore), isSupposed)
        case .quarter:
            if !yearDays.isEmpty { return (.yearly(yearDays, notBefore: notBefore), false) }
            return (
                .monthly(days: days, months: months ?? (isSupposed ? [3, 6, 9, 12] : [1, 4, 7, 10]), notBefore: notBefore),
                isSupposed
            )
        case .halfYear:
            if !yearDays.isEmpty { return (.yearly(yearDays, notBefore: notBefore), false) }
            return (.monthly(days: days, months: isSupposed ? [6, 12] : [1, 7], notBefore: notBefore), isSupposed)
        case .year:
            let fallback = [Recurrence.YearDay(month: 12, day: 31)]
            return (.yearly(yearDays.isEmpty ? fallback : yearDays, notBefore: notBefore), yearDays.isEmpty)
        }
    }

    /// No day, weekday or time was read.
    var isWithoutDay: Bool { monthDays.isEmpty && yearDays.isEmpty && weekdays.isEmpty && time == nil && !reportsPast }

    /// «місяця, наступного за звітним» was read: it comes again though no word for it stands there.
    var isForReports: Bool { reportsPast }
    var isForQuarters: Bool { reportsQuarter }

    private func skipJoiners(_ start: Int) -> Int {
        var index = start
        while index < end, index - start < Self.longestJoint {
            let token = text.tokens[index]
            if token.isMark(",") || token.isMark(":") || token.isMark("(") || token.isMark(")") || token.isMark("-") {
                index += 1; continue
            }
            guard Self.joiners.knows(token, in: text) else { break }
            index += 1
        }
        return index
    }

    /// «1 та 15 числа», «5, 15 і 25 числа».
    private mutating func numberList(_ start: Int) -> Int? {
        var index = start
        var found: [Int] = []
        while index < end, (1...2).contains(text.tokens[index].digitCount), (1...31).contains(text.tokens[index].value),
            found.count < 4
        {
            found.append(text.tokens[index].value)
            index = Numerals.suffixEnd(text, after: index + 1, end: end)
            guard index < end else { return nil }
            if Self.numberWords.knows(text.tokens[index], in: text) {
                guard found.count > 1 else { return nil }
                monthDays += found
                return index + 1
            }
            guard text.tokens[index].isMark(",") || DeadlineWord.and.knows(text.tokens[index], in: text) else {
                return nil
            }
            index += 1
            if index < end, text.tokens[index].kind == .word, DeadlineWord.table.knows(text.tokens[index], in: text) {
                index += 1
            }
        }
        return nil
    }

    /// «останнього (робочого) дня (місяця)», «кінця місяця».
    private func lastDay(_ start: Int) -> Int? {
        var index = start
        guard Self.lasts.knows(text.tokens[index], in: text) else { return nil }
        index += 1
        var sawNoun = false
        while index < end, index - start < 5, Self.dayNouns.knows(text.tokens[index], in: text) {
            sawNoun = true
            index += 1
        }
        return sawNoun ? index : nil
    }

    /// «місяця, наступного за звітним (періодом)», «що настає за звітним кварталом», «останнього місяця кварталу».
    private mutating func reporting() -> Int? {
        var index = self.index
        var sawReport = false
        var place: Int?
        while index < end, index - self.index < Self.longestTail {
            let token = text.tokens[index]
            if token.isMark(",") { index += 1; continue }
            guard let word = Self.reportWords.meaning(of: token, in: text) else { break }
            switch word {
            case .report: sawReport = true
            case .quarter:
                if sawReport || place != nil { reportsQuarter = true }
            case .rank(let number):
                // «…, перший звіт – за листопад»: no place in a quarter.
                guard index + 1 < end, Self.reportWords.knows(text.tokens[index + 1], in: text) else {
                    return sawReport ? finishReporting(before: index) : nil
                }
                place = number
            case .next, .filler: break
            }
            index += 1
        }
        if let place, reportsQuarter {
            months = (0..<4).map { $0 * 3 + place }
            reportsQuarter = false
            return index
        }
        return sawReport ? finishReporting(before: index) : nil
    }

    private mutating func finishReporting(before stop: Int) -> Int {
        reportsPast = true
        return stop > index && text.tokens[stop - 1].isMark(",") ? stop - 1 : stop
    }

    private enum ReportWord { case next, report, quarter, rank(Int), filler }

    private static let joiners = StemTable<Bool>([
        (
            """
            до не пізніше пізніш позднее позже ніж як у в на по та і й а також строк термін срок строком терміном год години числа місяця
            """, true
        )
    ])
    private static let numberWords = StemTable<Bool>([("числа число чисел", true)])
    private static let lasts = StemTable<Bool>([("останнього останній останньої кінця последнего конца кінець", true)])
    private static let dayNouns = StemTable<Bool>([
        ("робочого робочий дня день числа місяця поточного звітного кожного рабочего месяца", true)
    ])
    private static let reportWords = StemTable<ReportWord>([
        ("наступн* настає наступає слідує следующ* йде іде настане наступаюч*", .next), ("звітн* отчетн*", .report),
        ("квартал*", .quarter), ("перш*", .rank(1)), ("друг*", .rank(2)), ("останн*", .rank(3)),
        (
            "місяця місяцем місяцю місяць за після що який яка яке періодом періоду період року роком дня за-звітним месяца месяцем периодом после",
            .filler
        ),
    ])
    private static let maximumSteps = 12
    private static let longestJoint = 6
    private static let longestTail = 12
}
