// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// A stretch of the calendar with its last day: «поточного місяця», «листопада 2026 року», «IV кварталу», «І декади грудня», «року».
struct WrittenPeriod {
    enum Sort { case week, month, quarter, halfYear, year, decade, halfMonth }

    let sort: Sort
    let first: CivilDate
    let last: CivilDate
    let tokens: Range<Int>
    /// No year was written and the period is far ahead.
    let isFar: Bool
    /// Its year was written.
    let hasYear: Bool

    /// Of the words it begins with where no bare one is allowed.
    static var beginnings: [WordSlots] { Numerals.beginnings + [halfWords.slots, months.slots, WrittenDay.shifts.slots] }

    /// - Parameter bareYear: whether «року», «місяця» alone mean this one.
    init?(_ text: NormalizedText, at start: Int, end: Int, _ context: DeadlineContext, bareAllowed: Bool = true) {
        var reader = Reader(text: text, index: start, end: end, context: context, bareAllowed: bareAllowed)
        guard let (sort, first, last) = reader.period() else { return nil }
        self.sort = sort
        self.first = first
        self.last = last
        tokens = start..<reader.index
        isFar = reader.isFar
        hasYear = reader.hasYear
    }

    /// No year was written, and the like of it has only just ended: «борг за обслуговування у IV кварталі» in a letter of January.
    func isAsLikelyPast(on letterDate: CivilDate) -> Bool {
        guard !hasYear, first > letterDate else { return false }
        let ended = last.adding(months: -12)
        return ended < letterDate && ended.days(until: letterDate) <= Self.recently
    }

    /// Days.
    private static let recently = 62

    private struct Reader {
        let text: NormalizedText
        var index: Int
        let end: Int
        let context: DeadlineContext
        let bareAllowed: Bool
        var isFar = false
        var hasYear = false

        private var token: Token? { index < end ? text.tokens[index] : nil }
        private var letter: CivilDate { context.letterDate }

        mutating func period() -> (Sort, CivilDate, CivilDate)? {
            guard let token else { return nil }
            if let half = WrittenPeriod.halfWords.meaning(of: token, in: text) { return halfMonth(half) }
            if let month = WrittenPeriod.months.meaning(of: token, in: text) { return named(month) }
            if token.digitCount == 4, let year = WrittenYear(text, at: index, end: end, letterYear: letter.year) {
                index = year.tokens.upperBound
                return wholeYear(year.year)
            }
            if let shift = WrittenDay.shifts.meaning(of: token, in: text) {
                index += 1
                if let point = self.token, point.isMark("."), point.isGlued { index += 1 }
                return unit(shift: shift)
            }
            if let (rank, after) = Numerals.rank(text, at: index, end: end), after < end,
                let sort = WrittenPeriod.ranked.meaning(of: text.tokens[after], in: text)
            {
                index = after + 1
                return ranked(rank, sort)
            }
            return bareAllowed ? unit(shift: 0) : nil
        }

        /// «тижня», «місяця», «кварталу», «року»: this one or the next.
        private mutating func unit(shift: Int) -> (Sort, CivilDate, CivilDate)? {
            guard let token, let sort = WrittenPeriod.units.meaning(of: token, in: text) else { return nil }
            index += 1
            let month = letter.firstOfMonth
            switch sort {
            case .week:
                let monday = context.receivedAt.date.adding(days: 1 - context.receivedAt.date.weekday.rawValue + 7 * shift)
                return (.week, monday, monday.adding(days: 6))
            case .month:
                let first = month.adding(months: shift)
                return (.month, first, first.lastOfMonth)
            case .quarter: return quarter((letter.month - 1) / 3 + 1 + shift, year: letter.year)
            case .halfYear: return halfYear((letter.month - 1) / 6 + 1 + shift, year: letter.year)
            case .year: return wholeYear(letter.year + shift)
            case .decade:
                return decade(min((letter.day - 1) / 10, 2) + 1, of: month)
            case .halfMonth: return nil
            }
        }

        /// «IV кварталу 2026 року», «І півріччя», «ІІ декаді грудня».
        private mutating func ranked(_ rank: Int, _ sort: Sort) -> (Sort, CivilDate, CivilDate)? {
            switch sort {
            case .quarter: return coming { reader, year in reader.quarter(rank, year: year) }
            case .halfYear: return coming { reader, year in reader.halfYear(rank, year: year) }
            case .decade: return month().flatMap { decade(rank, of: $0) }
            case .halfMonth:
                return month().map {
                    (.halfMonth, rank == 1 ? $0 : $0.with(day: 16), rank == 1 ? $0.with(day: 15) : $0.lastOfMonth)
                }
            case .week, .month, .year: return nil
            }
        }

        private mutating func halfMonth(_ half: Int) -> (Sort, CivilDate, CivilDate)? {
            index += 1
            guard let first = month() else { return nil }
            switch half {
            case 0: return (.halfMonth, first, first.with(day: 10))
            case 1: return (.halfMonth, first, first.with(day: 15))
            default: return (.halfMonth, first, first.lastOfMonth)
            }
        }

        /// The month behind «декаді», with or without its year; «місяця» is this one.
        private mutating func month() -> CivilDate? {
            if let token, let month = WrittenPeriod.months.meaning(of: token, in: text) { return named(month)?.1 }
            let start = index
            var shift = 0
            if let token, let found = WrittenDay.shifts.meaning(of: token, in: text) {
                shift = found
                index += 1
            }
            guard let token, WrittenDay.monthWords.knows(token, in: text) else {
                index = start
                return nil
            }
            index += 1
            return letter.firstOfMonth.adding(months: shift)
        }

        private mutating func named(_ first: Int) -> (Sort, CivilDate, CivilDate)? {
            index += 1
            var month = first
            // «листопада-грудня» ends with the second.
            if index + 1 < end, text.tokens[index].isMark("-"),
                let second = WrittenPeriod.months.meaning(of: text.tokens[index + 1], in: text)
            {
                month = second
                index += 2
            }
            return coming { _, year in
                CivilDate(year: year, month: month, day: 1).map { (.month, $0, $0.lastOfMonth) }
            }
        }

        /// The period of the year that is written behind it, else the first that does not end before the letter was written.
        private mutating func coming(_ make: (Reader, Int) -> (Sort, CivilDate, CivilDate)?) -> (Sort, CivilDate, CivilDate)? {
            if let year = WrittenYear(text, at: index, end: end, letterYear: letter.year) {
                index = year.tokens.upperBound
                hasYear = true
                return make(self, year.year)
            }
            guard let here = make(self, letter.year) else { return nil }
            guard here.2 < letter, let next = make(self, letter.year + 1) else { return here }
            isFar = next.1 > letter.adding(months: context.reckoning.policy.reviewMonths)
            return next
        }

        private func quarter(_ number: Int, year: Int) -> (Sort, CivilDate, CivilDate)? {
            CivilDate(year: year, month: 1, day: 1).map { start in
                let first = start.adding(months: 3 * (number - 1))
                return (.quarter, first, first.adding(months: 2).lastOfMonth)
            }
        }

        private func halfYear(_ number: Int, year: Int) -> (Sort, CivilDate, CivilDate)? {
            CivilDate(year: year, month: 1, day: 1).map { start in
                let first = start.adding(months: 6 * (number - 1))
                return (.halfYear, first, first.adding(months: 5).lastOfMonth)
            }
        }

        private func wholeYear(_ year: Int) -> (Sort, CivilDate, CivilDate)? {
            CivilDate(year: year, month: 1, day: 1).map { (.year, $0, $0.adding(months: 11).lastOfMonth) }
        }

        private func decade(_ rank: Int, of month: CivilDate) -> (Sort, CivilDate, CivilDate)? {
            guard (1...3).contains(rank) else { return nil }
            return (.decade, month.with(day: rank * 10 - 9), rank == 3 ? month.lastOfMonth : month.with(day: rank * 10))
        }
    }

    private static let units = StemTable<Sort>([
        ("тижня тижні тиждень недели", .week), ("місяця місяці місяць м міс месяца месяце", .month),
        ("кварталу кварталі квартала", .quarter),
        ("півріччя півріччі полугодия", .halfYear), ("року році рік р года году", .year), ("декади декаді", .decade),
    ])
    private static let ranked = StemTable<Sort>([
        ("кварталу кварталі квартал квартала квартале кв", .quarter), ("півріччя півріччі полугодия полугодии", .halfYear),
        ("декади декаді декаду декаде", .decade), ("половини половині половину половине", .halfMonth),
    ])
    /// «на початку», «до середини».
    private static let halfWords = StemTable<Int>([("середини середині середину середины", 1)])
    static let months = StemTable<Int>([
        ("січня січні січень января январе", 1), ("лютого лютому лютий февраля феврале", 2),
        ("березня березні березень марта марте", 3),
        ("квітня квітні квітень апреля апреле", 4), ("травня травні травень мая мае", 5), ("червня червні червень июня июне", 6),
        ("липня липні липень июля июле", 7), ("серпня серпні серпень августа августе", 8),
        ("вересня вересні вересень сентября сентябре", 9), ("жовтня жовтні жовтень октября октябре", 10),
        ("листопада листопаді листопад ноября ноябре", 11), ("грудня грудні грудень декабря декабре", 12),
    ])
}
