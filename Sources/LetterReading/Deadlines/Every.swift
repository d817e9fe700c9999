// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// How often something comes again: «щомісяця», «кожної п’ятниці», «раз на квартал», «двічі на рік», «по вівторках».
struct Every {
    enum Rate: Hashable { case day, week, month, quarter, halfYear, year, decade }

    let rate: Rate
    let weekdays: [Weekday]
    let tokens: Range<Int>

    /// Of the words it begins with.
    static var beginnings: [WordSlots] { [adverbs.slots, weekdays.slots, leads.slots] }

    /// Whether the word is one of those it begins with.
    static func mayBegin(_ token: Token, in text: NormalizedText) -> Bool {
        adverbs.knows(token, in: text) || weekdays.knows(token, in: text)
            || leads.knows(token, in: text)
    }

    init?(_ text: borrowing NormalizedText, at start: Int, end: Int) {
        guard start < end else { return nil }
        let token = text.tokens[start]
        if let rate = Self.adverbs.meaning(of: token, in: text) {
            self.rate = rate
            weekdays = []
            tokens = start..<start + 1
            return
        }
        if Self.weekdays.knows(token, in: text) {
            (weekdays, tokens) = Self.days(text, start, end, Self.weekdays)
            rate = .week
            return
        }
        guard let lead = Self.leads.meaning(of: token, in: text) else { return nil }
        switch lead {
        case .each:
            var index = start + 1
            if index < end, DeadlineWord.workingAdjective.knows(text.tokens[index], in: text) { index += 1 }
            guard index < end else { return nil }
            if let rate = Self.units.meaning(of: text.tokens[index], in: text) {
                self.rate = rate
                weekdays = []
                tokens = start..<index + 1
                return
            }
            guard WrittenDay.weekdays.knows(text.tokens[index], in: text) else { return nil }
            let (days, range) = Self.days(text, index, end, WrittenDay.weekdays)
            (rate, weekdays, tokens) = (.week, days, start..<range.upperBound)
        case .times:
            // «раз на місяць», «двічі на рік», «один раз у квартал».
            var index = start + 1
            while index < end, index < start + 4, Self.perWords.knows(text.tokens[index], in: text) { index += 1 }
            guard index > start + 1, index < end, let rate = Self.units.meaning(of: text.tokens[index], in: text) else {
                return nil
            }
            self.rate = rate
            weekdays = []
            tokens = start..<index + 1
        case .on:
            guard start + 1 < end, Self.locative.knows(text.tokens[start + 1], in: text) else { return nil }
            let (days, range) = Self.days(text, start + 1, end, Self.locative)
            (rate, weekdays, tokens) = (.week, days, start..<range.upperBound)
        }
    }

    /// «щопонеділка та щочетверга».
    private static func days(_ text: NormalizedText, _ start: Int, _ end: Int, _ table: StemTable<Weekday>)
        -> ([Weekday], Range<Int>)
    {
        var (index, found): (Int, [Weekday]) = (start, [])
        while index < end, let day = table.meaning(of: text.tokens[index], in: text) {
            found.append(day)
            var next = index + 1
            if next < end, text.tokens[next].isMark(",") { next += 1 }
            if next < end, DeadlineWord.and.knows(text.tokens[next], in: text) { next += 1 }
            guard next < end, next > index + 1, table.knows(text.tokens[next], in: text), found.count < 7 else {
                return (found, start..<index + 1)
            }
            index = next
        }
        return (found, start..<index)
    }

    /// «помісячно», «поквартально»: by months, not each month.
    static func isBreakdown(_ token: Token, in text: NormalizedText) -> Bool { breakdowns.knows(token, in: text) }

    private static let breakdowns = StemTable<Bool>([("помісячно поквартально", true)])

    private enum Lead { case each, times, on }

    private static let adverbs = StemTable<Rate>([
        ("щодня щоранку щовечора щоденно щодоби щодобово ежедневно ежесуточно", .day), ("щотижня щотижнево еженедельно", .week),
        ("щомісяця щомісячно ежемесячно помісячно", .month), ("щокварталу щоквартально ежеквартально поквартально", .quarter),
        ("щопівроку щопіврічно щопівріччя", .halfYear), ("щороку щорічно ежегодно", .year), ("щодекади щодекадно", .decade),
    ])
    private static let weekdays = StemTable<Weekday>([
        ("щопонеділк*", .monday), ("щовівтор*", .tuesday), ("щосеред*", .wednesday), ("щочетвер*", .thursday),
        ("щоп'ятниц*", .friday), ("щосубот*", .saturday), ("щонеділ*", .sunday),
    ])
    private static let locative = StemTable<Weekday>([
        ("понеділках понедельникам", .monday), ("вівторках вторникам", .tuesday), ("середах средам", .wednesday),
        ("четвергах четвергам", .thursday), ("п'ятницях пятницам", .friday), ("суботах субботам", .saturday),
        ("неділях воскресеньям", .sunday),
    ])
    private static let leads = StemTable<Lead>([
        ("кожного кожної кожний кожен кожну каждый каждого каждую каждой", .each), ("раз двічі тричі один одного дважды", .times),
        ("по", .on),
    ])
    private static let perWords = StemTable<Bool>([("на в у раз рази", true)])
    private static let units = StemTable<Rate>([
        ("дня день доби добу", .day), ("тижня тиждень недели неделю", .week), ("місяця місяць месяца месяц", .month),
        ("кварталу квартал квартала", .quarter), ("півріччя півроку полугодие", .halfYear), ("року рік года год", .year),
        ("декади декаду", .decade),
    ])
}
