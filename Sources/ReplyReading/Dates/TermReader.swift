// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// Reads «до 15.12», «до 15 грудня 2026 року», «by 15 December», «до п’ятниці» in a line.
struct TermReader {
    enum Answer: Hashable {
        case none
        /// The day, and the words it was written with.
        case found(CivilDate, words: Range<Int>)
        /// Speaks of time, but of no day one can be sure of.
        case unreadable(String)
    }

    /// A day without a year is the next one there is, if it is not further off than this.
    static let furthestWithoutYear = 200

    private static let markers: Set<String> = ["до", "строк", "термін", "пізніше", "пізніш", "к", "by", "until", "till", "to"]
    private static let vague: Set<String> = [
        "протягом", "упродовж", "впродовж", "завтра", "сьогодні", "післязавтра", "днів", "дні", "день", "доби", "тижня",
        "тиждень", "тижні",
        "місяця", "годин", "години", "числа", "кінця", "середини", "tomorrow", "today", "days", "week", "month", "hours",
        "понеділка",
        "вівторка", "середи", "четверга", "п'ятниці", "суботи", "неділі", "понеділок", "вівторок",
        "середу", "четвер", "п'ятницю", "суботу", "неділю",
    ]
    private static let weekdays: [String: Int] = [
        "понеділка": 1, "вівторка": 2, "середи": 3, "четверга": 4, "п'ятниці": 5, "суботи": 6, "неділі": 7, "monday": 1,
        "tuesday": 2,
        "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    ]
    /// Names of months in the genitive, folded, with their numbers.
    static let months: [String: Int] = {
        let russian = [
            "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
        ]
        let english = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
            "december",
        ]
        var table: [String: Int] = [:]
        for names in [CivilDate.ukrainianMonths, russian, english] {
            for (index, name) in names.enumerated() { table[Folding.folded(name)] = index + 1 }
        }
        return table
    }()

    let today: CivilDate

    /// The one term of a line; two, or one that cannot be read, are `unreadable`.
    func term(in line: Words, from start: Int = 0) -> Answer {
        var answer = Answer.none
        var index = start
        while index < line.words.count {
            switch term(in: line, at: index) {
            case .none:
                if Self.vague.contains(line.words[index].folded) { return .unreadable(line.words[index].original) }
                index += 1
            case .unreadable(let text): return .unreadable(text)
            case .found(let day, let words):
                if case .found(let other, _) = answer, other != day { return .unreadable(line.text(from: start).trimmed) }
                answer = .found(day, words: words)
                index = words.upperBound
            }
        }
        return answer
    }

    /// The first term of a line, whatever is said of time behind it.
    func firstTerm(in line: Words, from start: Int) -> Answer {
        for index in line.words.indices.dropFirst(start) {
            let answer = term(in: line, at: index)
            if answer != .none { return answer }
        }
        return .none
    }

    /// A term that begins with «до» or its like at a word.
    private func term(in line: Words, at index: Int) -> Answer {
        guard Self.markers.contains(line.words[index].folded), index + 1 < line.words.count else { return .none }
        let word = line.words[index + 1]
        let start = beginning(of: index, in: line)
        if let number = Self.weekdays[word.folded] { return .found(next(number), words: start..<index + 2) }
        if word.folded == "завтра" || word.folded == "tomorrow" { return .found(today.adding(days: 1), words: start..<index + 2) }
        guard word.isNumber else { return .none }
        guard let (day, count) = date(line, at: index + 1), day >= today else {
            return .unreadable("\(line.words[index].original) \(word.original)")
        }
        return .found(day, words: start..<index + 1 + count)
    }

    /// «не пізніше», «у строк до» belong to the term.
    private func beginning(of index: Int, in line: Words) -> Int {
        let before = line.folded[..<index]
        if line.words[index].folded.hasPrefix("пізніш"), before.last == "не" { return index - 1 }
        guard let last = before.last, ["строк", "термін"].contains(last) else { return index }
        return ["у", "в"].contains(before.dropLast().last ?? "") ? index - 2 : index - 1
    }

    private func next(_ weekday: Int) -> CivilDate {
        let ahead = (weekday - today.weekday.rawValue + 7) % 7
        return today.adding(days: ahead == 0 ? 7 : ahead)
    }

    private func date(_ line: Words, at index: Int) -> (CivilDate, words: Int)? {
        let text = line.words[index].folded
        if let date = CivilDate(text) { return (date, 1) }
        let digits = text.prefix { $0.isNumber || ".-/".contains($0) }
        let isWhole = digits.count == text.count || ["р", "року", "г"].contains(String(text.dropFirst(digits.count)))
        let numbers = digits.split { ".-/".contains($0) }.map { Int($0) }
        if isWhole, numbers.count == 2 || numbers.count == 3, let day = numbers[0], let month = numbers[1] {
            guard numbers.count == 3 else { return yearless(day, month).map { ($0, 1 + yearWord(line, after: index)) } }
            return numbers[2].flatMap { CivilDate(year: $0 < 100 ? 2_000 + $0 : $0, month: month, day: day) }
                .map { ($0, 1 + yearWord(line, after: index)) }
        }
        guard numbers.count == 1, let day = numbers[0], digits.count == text.count, index + 1 < line.words.count,
            let month = Self.months[line.words[index + 1].folded]
        else { return nil }
        if index + 2 < line.words.count, let year = Int(line.words[index + 2].folded), (1_000...9_999).contains(year) {
            return CivilDate(year: year, month: month, day: day).map { ($0, 3 + yearWord(line, after: index + 2)) }
        }
        return yearless(day, month).map { ($0, 2 + yearWord(line, after: index + 1)) }
    }

    /// «року», «р.», «ц. р.» behind a date.
    private func yearWord(_ line: Words, after index: Int) -> Int {
        let rest = line.folded[(index + 1)...]
        if rest.starts(with: ["ц", "р"]) { return 2 }
        return ["року", "р", "г", "года"].contains(rest.first ?? "") ? 1 : 0
    }

    private func yearless(_ day: Int, _ month: Int) -> CivilDate? {
        for year in [today.year, today.year + 1] {
            guard let date = CivilDate(year: year, month: month, day: day), date >= today else { continue }
            return today.days(until: date) <= Self.furthestWithoutYear ? date : nil
        }
        return nil
    }
}
