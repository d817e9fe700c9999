// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// A length of time as letters write it: «3 (трьох) робочих днів», «двох тижнів», «5-ти денний», «десятиденний», «48 годин».
struct WrittenTerm {
    let term: Term
    /// Positions in ``NormalizedText/tokens``.
    let tokens: Range<Int>
    /// An adjective that needs its noun: «десятиденний» (строк).
    let isAdjective: Bool

    init?(_ text: NormalizedText, at start: Int, end: Int) {
        var reader = Reader(text: text, index: start, end: end)
        guard let term = reader.term() else { return nil }
        self.term = term
        tokens = start..<reader.index
        isAdjective = reader.isAdjective
    }

    /// Whether a token can begin an adjective of time: a number, «три…денний»; for a quick look at every word of a letter.
    static func mayBeginAdjective(_ token: Token, in text: NormalizedText) -> Bool {
        token.kind == .number || compounds.meaning(of: token, in: text) != nil
    }

    /// The same term with more words to it: «триденний» with its «строк».
    init(extending term: WrittenTerm, to end: Int) {
        self.term = term.term
        tokens = term.tokens.lowerBound..<max(end, term.tokens.upperBound)
        isAdjective = false
    }

    private enum Unit { case day, week, month, quarter, halfYear, year, wholeDay, hour, decade }

    private struct Reader {
        let text: NormalizedText
        var index: Int
        let end: Int
        var isAdjective = false

        private var token: Token? { index < end ? text.tokens[index] : nil }

        mutating func term() -> Term? {
            if let token, let term = WrittenTerm.compounds.meaning(of: token, in: text) {
                index += 1
                isAdjective = true
                return skipWorkingAdjective(term)
            }
            if let half = halves() { return half }
            while let token, WrittenTerm.fillers.meaning(of: token, in: text) != nil { index += 1 }
            guard let count = count() else { return bare() }
            guard (1...WrittenTerm.maximumCount).contains(count) else { return nil }
            if let token, let unit = WrittenTerm.adjectives.meaning(of: token, in: text) {
                index += 1
                isAdjective = true
                return skipWorkingAdjective(WrittenTerm.term(count, unit, isWorking: false))
            }
            skipBracket()
            let isWorking = skipDayAdjectives()
            skipBracket()
            guard let token, let unit = WrittenTerm.units.meaning(of: token, in: text) else { return nil }
            index += 1
            skipPoint()
            return WrittenTerm.term(count, unit, isWorking: isWorking || skipWorkingBehind(unit))
        }

        /// A number in digits or words, with its ending: `3`, `5-ти`, `10-`, «трьох».
        private mutating func count() -> Int? {
            guard let token else { return nil }
            if token.kind == .number {
                guard token.digitCount <= 3 else { return nil }
                if let upper = upperOfRange() { return upper }
                index = Numerals.suffixEnd(text, after: index + 1, end: end)
                // `3-денний`, `10-тиденний`: the hyphen before the adjective.
                if index + 1 < end, text.tokens[index].isMark("-"),
                    WrittenTerm.adjectives.meaning(of: text.tokens[index + 1], in: text) != nil
                {
                    index += 1
                }
                return token.value
            }
            guard let (value, after) = Numerals.cardinal(text, at: index, end: end) else { return nil }
            index = after
            return value
        }

        /// «3-5 днів»: the longer counts.
        private mutating func upperOfRange() -> Int? {
            guard index + 2 < end, text.tokens[index + 1].isMark("-"), (1...3).contains(text.tokens[index + 2].digitCount),
                text.tokens[index + 2].value > text.tokens[index].value
            else { return nil }
            index += 3
            return text.tokens[index - 1].value
        }

        /// «тижня», «місяця», «доби» without a number is one; «дня» alone is too little to go by.
        private mutating func bare() -> Term? {
            let start = index
            let isWorking = skipDayAdjectives()
            guard let token, let unit = WrittenTerm.units.meaning(of: token, in: text), unit != .day else {
                index = start
                return nil
            }
            // «протягом кварталу (3 місяців)» says it twice.
            index += 1
            skipBracket()
            return WrittenTerm.term(1, unit, isWorking: isWorking)
        }

        private mutating func halves() -> Term? {
            guard let token, let half = WrittenTerm.halves.meaning(of: token, in: text) else { return nil }
            switch half {
            case .term(let term):
                index += 1
                return term
            case .word:
                guard index + 1 < end, let unit = WrittenTerm.units.meaning(of: text.tokens[index + 1], in: text) else {
                    return nil
                }
                switch unit {
                case .year:
                    index += 2
                    return .months(6)
                case .month:
                    index += 2
                    return .calendarDays(15)
                default: return nil
                }
            case .oneAndHalf:
                guard index + 1 < end, WrittenTerm.units.meaning(of: text.tokens[index + 1], in: text) == .month else {
                    return nil
                }
                index += 2
                return .calendarDays(45)
            }
        }

        /// «робочих», «календарних», «банківських», «повних»; true for working days.
        private mutating func skipDayAdjectives() -> Bool {
            var isWorking = false
            while let token, let meaning = WrittenTerm.dayAdjectives.meaning(of: token, in: text) {
                isWorking = isWorking || meaning
                index += 1
                if let mark = self.token, mark.isMark("."), mark.isGlued { index += 1 }
            }
            return isWorking
        }

        /// «5 днів робочих», «5 днів (робочих)».
        private mutating func skipWorkingBehind(_ unit: Unit) -> Bool {
            if unit == .day, index + 2 < end, text.tokens[index].isMark("("), text.tokens[index + 2].isMark(")"),
                let isWorking = WrittenTerm.dayAdjectives.meaning(of: text.tokens[index + 1], in: text)
            {
                index += 3
                return isWorking
            }
            guard unit == .day, let token, let isWorking = WrittenTerm.dayAdjectives.meaning(of: token, in: text) else {
                return false
            }
            index += 1
            return isWorking
        }

        private mutating func skipWorkingAdjective(_ term: Term) -> Term {
            guard case .calendarDays(let count) = term, let token,
                let isWorking = WrittenTerm.dayAdjectives.meaning(of: token, in: text)
            else { return term }
            index += 1
            return isWorking ? .workingDays(count) : term
        }

        /// «(трьох)», «(3)».
        private mutating func skipBracket() {
            guard let token, token.isMark("(") else { return }
            var close = index + 1
            while close < end, close - index <= WrittenTerm.longestBracket, !text.tokens[close].isMark(")") { close += 1 }
            guard close < end, text.tokens[close].isMark(")"), close > index + 1 else { return }
            let isNumber =
                text.tokens[index + 1].kind == .number || Numerals.cardinal(text, at: index + 1, end: close) != nil
            if isNumber { index = close + 1 }
        }

        private mutating func skipPoint() {
            if let token, token.isMark("."), token.isGlued, text.tokens[index - 1].letters.count <= 4,
                text.tokens[index - 1].capitals == .none,
                WrittenTerm.shortened.meaning(of: text.tokens[index - 1], in: text) != nil
            {
                index += 1
            }
        }
    }

    private static func term(_ count: Int, _ unit: Unit, isWorking: Bool) -> Term {
        switch unit {
        case .day: isWorking ? .workingDays(count) : .calendarDays(count)
        case .week: .calendarDays(7 * count)
        case .decade: .calendarDays(10 * count)
        case .month: .months(count)
        case .quarter: .months(3 * count)
        case .halfYear: .months(6 * count)
        case .year: .months(12 * count)
        case .wholeDay: .hours(24 * count)
        case .hour: .hours(count)
        }
    }

    private enum Half { case term(Term), word, oneAndHalf }

    /// Larger counts are no terms for an answer.
    private static let maximumCount = 999
    private static let longestBracket = 5

    private static let units = StemTable<Unit>([
        ("день дня дні днів дней дн днях", .day), ("тиждень тижня тижні тижнів тиж недели неделю недель", .week),
        ("місяць місяця місяці місяців міс мес месяц месяца месяцев", .month), ("квартал кварталу квартала", .quarter),
        ("півріччя", .halfYear), ("рік року роки років года год-а лет", .year), ("доба доби добу діб суток сутки", .wholeDay),
        ("година години годину годин год часа часов час", .hour), ("декади декаду декада", .decade),
    ])
    private static let shortened = StemTable<Bool>([("дн міс тиж год мес", true)])
    private static let dayAdjectives = StemTable<Bool>([
        ("робочих робочі робочого робочий роб рабочих рабочие рабочего банківських банківські банківський операційних", true),
        (
            """
            календарних календарні календарного календарний кал календарных календарные повних повні повного астрономічних астрономічні
            """, false
        ),
    ])
    private static let fillers = StemTable<Bool>([("найближч* наступних ближайш* щонайбільше максимум", true)])
    private static let halves = StemTable<Half>([
        ("півроку полугода", .term(.months(6))), ("півмісяця півмісячний", .term(.calendarDays(15))), ("пів", .word),
        ("півтора", .oneAndHalf),
    ])
    private static let adjectives = StemTable<Unit>([
        ("денн* дневн* тиденн* хденн* иденн* тидневн* хдневн*", .day), ("тижнев* недельн*", .week), ("місячн* месячн*", .month),
        ("годинн* часов*", .hour), ("добов*", .wholeDay), ("річн*", .year), ("квартальн*", .quarter),
    ])
    /// «триденний», «двотижневий», «місячний»: the number and the unit in one word.
    private static let compounds = StemTable<Term>(compoundRows)

    private static let compoundRows: [(forms: String, meaning: Term)] = {
        let numbers: [(prefixes: [String], value: Int)] = [
            (["одно"], 1), (["дво", "двох", "двух"], 2), (["три", "трьох", "трех"], 3), (["чотири", "чотирьох", "четырех"], 4),
            (["п'яти", "пяти"], 5), (["шести"], 6), (["семи"], 7), (["восьми"], 8), (["дев'яти", "девяти"], 9), (["десяти"], 10),
            (["дванадцяти", "двенадцати"], 12), (["чотирнадцяти", "четырнадцати"], 14), (["п'ятнадцяти", "пятнадцати"], 15),
            (["двадцяти", "двадцати"], 20), (["двадцятип'яти"], 25), (["тридцяти", "тридцати"], 30), (["сорокап'яти"], 45),
            (["шістдесяти"], 60), (["дев'яносто"], 90), (["двадцятичотирьох", "двадцятичотири"], 24),
            (["сорокавосьми", "сорокавісьми"], 48), (["сімдесятидвох", "сімдесятидво"], 72),
        ]
        let units: [(stems: [String], unit: Unit)] = [
            (["денн*", "дневн*"], .day), (["тижнев*", "недельн*"], .week), (["місячн*", "месячн*"], .month),
            (["годинн*", "часов*"], .hour), (["добов*"], .wholeDay),
        ]
        var rows: [(forms: String, meaning: Term)] = [
            ("тижнев* недельн*", .calendarDays(7)), ("місячн* месячн*", .months(1)), ("квартальн*", .months(3)),
            ("піврічн*", .months(6)), ("добов* суточн*", .hours(24)), ("декадн*", .calendarDays(10)),
            ("річн* годичн*", .months(12)),
            ("півмісячн*", .calendarDays(15)),
        ]
        for number in numbers {
            for unit in units {
                let forms = number.prefixes.flatMap { prefix in unit.stems.map { prefix + $0 } }.joined(separator: " ")
                rows.append((forms, term(number.value, unit.unit, isWorking: false)))
            }
        }
        return rows
    }()
}
