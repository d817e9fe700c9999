// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// A day as letters write it, whole or in need of the letter's own date: `20.11.2026`, `20.11`, «20 листопада ц. р.», «20-го числа»,
/// «п’ятниці», «завтра».
struct WrittenDay {
    let date: CivilDate
    /// Positions in ``NormalizedText/tokens``.
    let tokens: Range<Int>
    /// Told by another day: «завтра» is, `20.11` is not.
    let isRelative: Bool
    /// The year was left out and the next such day is far.
    let isFar: Bool
    /// Day and month as written, for days that come again every year; nil where no month was named.
    let yearDay: Recurrence.YearDay?
    /// «20 числа», «20-го» without a month.
    let monthDay: Int?
    /// Not told by number: «п’ятниці».
    let weekday: Weekday?

    /// Of the words it begins with.
    static var beginnings: [WordSlots] { Numerals.beginnings + [shifts.slots, days.slots, weekdays.slots] }

    private static let glance = WordGlance(beginnings)

    init?(_ text: NormalizedText, at start: Int, end: Int, _ context: DeadlineContext) {
        guard start < end, text.tokens[start].kind != .word || Self.glance.mayKnow(text.tokens[start]) else { return nil }
        var reader = Reader(text: text, index: start, end: end, context: context)
        guard let date = reader.date() else { return nil }
        self.date = date
        tokens = start..<reader.index
        isRelative = reader.isRelative
        isFar = reader.isFar
        yearDay = reader.yearDay
        monthDay = reader.monthDay
        weekday = reader.weekday
    }

    private struct Reader {
        let text: NormalizedText
        var index: Int
        let end: Int
        let context: DeadlineContext
        var isRelative = false
        var isFar = false
        var yearDay: Recurrence.YearDay?
        var monthDay: Int?
        var weekday: Weekday?

        private var token: Token? { index < end ? text.tokens[index] : nil }

        mutating func date() -> CivilDate? {
            if let whole = WrittenDate(text, at: index, end: end) {
                index = whole.tokens.upperBound
                yearDay = Recurrence.YearDay(month: whole.date.month, day: whole.date.day)
                return whole.date
            }
            let start = index
            if let date = dotted() ?? spelled(from: start) ?? numbered(from: start) ?? named(from: start) { return date }
            index = start
            return nil
        }

        /// `20.11`, `20.11.`, `20/11`.
        private mutating func dotted() -> CivilDate? {
            guard index + 2 < end, (1...2).contains(text.tokens[index].digitCount), text.tokens[index + 1].isGlued,
                text.tokens[index + 1].isMark(".") || text.tokens[index + 1].isMark("/"), text.tokens[index + 2].isGlued,
                text.tokens[index + 2].digitCount == 2
            else { return nil }
            let (day, month) = (text.tokens[index].value, text.tokens[index + 2].value)
            guard (1...12).contains(month), (1...31).contains(day) else { return nil }
            var after = index + 3
            if after < end, text.tokens[after].isGlued, text.tokens[after].isMark(".") {
                if after + 1 < end, text.tokens[after + 1].isGlued, text.tokens[after + 1].kind == .number { return nil }
                after += 1
            }
            if after < end, WrittenDay.measures.knows(text.tokens[after], in: text) { return nil }
            index = after
            return inYear(day: day, month: month)
        }

        /// «20 листопада», «20-го листопада», «двадцятого листопада», with or without words for the year.
        private mutating func spelled(from start: Int) -> CivilDate? {
            index = start
            guard let day = dayNumber(), let token, let month = WrittenDay.months.meaning(of: token, in: text) else { return nil }
            index += 1
            if let point = self.token, point.isMark("."), point.isGlued, text.tokens[index - 1].letters.count <= 5 { index += 1 }
            return inYear(day: day, month: month)
        }

        /// `20`, `«20»`, `20-го`, «двадцятого».
        private mutating func dayNumber() -> Int? {
            if let ordinal = Numerals.ordinalDay(text, at: index, end: end) {
                index = ordinal.end
                return ordinal.value
            }
            let isQuoted = token.map { $0.isMark("\"") || $0.isMark("_") } ?? false
            if isQuoted { index += 1 }
            guard let token, (1...2).contains(token.digitCount), (1...31).contains(token.value) else { return nil }
            index = Numerals.suffixEnd(text, after: index + 1, end: end)
            if isQuoted, let mark = self.token, mark.isMark("\"") || mark.isMark("_") { index += 1 }
            return token.value
        }

        /// «20 числа», «20-го числа наступного місяця», «20-го».
        private mutating func numbered(from start: Int) -> CivilDate? {
            index = start
            guard let day = dayNumber() else { return nil }
            let hasEnding = index > start + 1 || text.tokens[start].kind == .word
            if let token, WrittenDay.numberWords.knows(token, in: text) {
                index += 1
            } else if !hasEnding || text.tokens[start].kind == .word {
                return nil
            } else if let token, token.kind == .word, !token.startsLine, !WrittenDay.follows.knows(token, in: text) {
                // «20-го кабінету», «5-го класу».
                return nil
            }
            isRelative = true
            monthDay = day
            if let month = relativeMonth() { return context.letterDate.firstOfMonth.adding(months: month).with(day: day) }
            let here = context.letterDate.firstOfMonth.with(day: day)
            return here < context.letterDate ? context.letterDate.firstOfMonth.adding(months: 1).with(day: day) : here
        }

        /// «поточного місяця», «ц. м.», «наступного місяця»: months from now.
        private mutating func relativeMonth() -> Int? {
            guard index + 1 < end, let shift = WrittenDay.shifts.meaning(of: text.tokens[index], in: text) else { return nil }
            var after = index + 1
            if text.tokens[after].isMark("."), after + 1 < end { after += 1 }
            guard WrittenDay.monthWords.knows(text.tokens[after], in: text) else { return nil }
            index = after + 1
            if let token, token.isMark("."), token.isGlued, text.tokens[after].letters.count == 1 { index += 1 }
            return shift
        }

        /// «завтра», «п’ятниці», «наступного понеділка», «наступного робочого дня».
        private mutating func named(from start: Int) -> CivilDate? {
            index = start
            var shift = 0
            if let token, let found = WrittenDay.shifts.meaning(of: token, in: text), token.letters.count > 1 {
                shift = found
                index += 1
            }
            guard let token else { return nil }
            if shift == 0, index == start, let days = WrittenDay.days.meaning(of: token, in: text) {
                index += 1
                isRelative = true
                if let next = self.token, WrittenDay.dayWords.knows(next, in: text) { index += 1 }
                return context.receivedAt.date.adding(days: days)
            }
            guard let day = WrittenDay.weekdays.meaning(of: token, in: text) else { return nil }
            index += 1
            isRelative = true
            weekday = day
            let today = context.receivedAt.date
            let ahead = (day.rawValue - today.weekday.rawValue + 7) % 7
            // «наступної п’ятниці» is that of the next week.
            if shift == 1 { return today.adding(days: 7 - today.weekday.rawValue + day.rawValue) }
            return today.adding(days: ahead == 0 ? 7 : ahead)
        }

        /// Behind day and month: «2026», «ц. р.», «поточного року», «наступного року», «року» or nothing.
        private mutating func inYear(day: Int, month: Int) -> CivilDate? {
            yearDay = Recurrence.YearDay(month: month, day: day)
            let letter = context.letterDate
            if let year = WrittenYear(text, at: index, end: end, letterYear: letter.year) {
                index = year.tokens.upperBound
                return CivilDate(year: year.year, month: month, day: day)
            }
            for year in letter.year...letter.year + 4 {
                guard let date = CivilDate(year: year, month: month, day: day), date >= letter else { continue }
                isFar = date > letter.adding(months: context.reckoning.policy.reviewMonths)
                return date
            }
            return nil
        }
    }

    /// Months in the genitive and short, in both languages.
    static let months = StemTable<Int>([
        ("січня січень січ января январь янв", 1), ("лютого лютий лют февраля февраль фев", 2),
        ("березня березень бер берез марта март", 3),
        ("квітня квітень квіт апреля апрель апр", 4), ("травня травень трав мая", 5), ("червня червень черв июня июнь", 6),
        ("липня липень лип июля июль", 7), ("серпня серпень серп августа август авг", 8),
        ("вересня вересень вер верес сентября сентябрь сент", 9), ("жовтня жовтень жовт октября октябрь окт", 10),
        ("листопада листопад лист листоп ноября ноябрь нояб", 11), ("грудня грудень груд декабря декабрь дек", 12),
    ])
    /// «поточного», «цього» are 0, «наступного» is 1.
    static let shifts = StemTable<Int>([
        ("поточного поточному поточної поточний цього цьому цієї цей ц п т текущего текущей этого", 0),
        ("наступного наступному наступної наступний наступну следующего следующей", 1),
    ])
    static let monthWords = StemTable<Bool>([("місяця місяці м міс месяца месяце", true)])
    static let weekdays = StemTable<Weekday>([
        ("понеділка понеділок понеділку понедельника понедельник", .monday),
        ("вівторка вівторок вівторку вторника вторник", .tuesday),
        ("середи середу середа среды среду", .wednesday), ("четверга четвер четвергу четверг", .thursday),
        ("п'ятниці п'ятницю п'ятниця пятницы пятницу пятниці", .friday), ("суботи суботу субота субботы субботу", .saturday),
        ("неділі неділю неділя воскресенья воскресенье", .sunday),
    ])
    private static let numberWords = StemTable<Bool>([("числа число", true)])
    private static let follows = StemTable<Bool>([
        (
            """
            включно прошу просимо надати подати надіслати повідомити поінформувати щомісяця щомісячно кожного поточного цього наступного ц та і й \
            але не до о об місяця
            """, true
        )
    ])
    private static let days = StemTable<Int>([
        ("сьогодні сегодня сьогоднішнього", 0), ("завтра завтрашнього", 1), ("післязавтра послезавтра", 2),
    ])
    private static let dayWords = StemTable<Bool>([("дня день", true)])
    /// What a number with a point is counted in, when it is no day.
    private static let measures = StemTable<Bool>([
        ("грн тис млн млрд км м кв га кг т кг відс год годин хв кВт квт мвт л шт років балів", true)
    ])
}

extension CivilDate {
    /// The first day of its month.
    var firstOfMonth: CivilDate { adding(days: 1 - day) }
    /// The last day of its month.
    var lastOfMonth: CivilDate { adding(days: CivilDate.length(ofMonth: month, in: year) - day) }
    /// That day of the same month, its last where it is shorter.
    func with(day: Int) -> CivilDate { firstOfMonth.adding(days: min(day, CivilDate.length(ofMonth: month, in: year)) - 1) }
}
