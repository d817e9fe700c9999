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

    /// Of the words that can begin an adjective of time.
    static var beginnings: WordSlots { compounds.slots }

    /// Of all words it begins with.
    static var firstWords: [WordSlots] {
        Numerals.beginnings + [compounds.slots, halves.slots, fillers.slots, dayAdjectives.slots, units.slots]
    }

    /// Whether a token can begin an adjective of time: a number, «три…денний»; for a quick look at every word of a letter.
    static func mayBeginAdjective(_ token: Token, in text: NormalizedText) -> Bool {
        token.kind == .number || compounds.knows(token, in: text)
    }

    /// The same term with more words to it: «триденний» with its «строк».
    init(extending term: WrittenTerm, to end: Int) {
        self.term = term.term
        tokens = term.tokens.lowerBound..<max(end, term.tokens.upperBound)
        isAdjective = false
    }

    enum Unit { case day, week, month, quarter, halfYear, year, wholeDay, hour, decade }

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
            if let half = halves() ?? decimal() { return half }
            while let token, WrittenTerm.fillers.knows(token, in: text) { index += 1 }
            guard let count = count() else { return bare() }
            guard (1...WrittenTerm.maximumCount).contains(count) else { return nil }
            if let token, let unit = WrittenTerm.adjectives.meaning(of: token, in: text) {
                index += 1
                isAdjective = true
                return skipWorkingAdjective(WrittenTerm.term(count, unit, isWorking: false))
            }
            skipBracket()
            if let letters = letters(count) { return letters }
            let isWorking = skipDayAdjectives()
            skipBracket()
            guard let token, let unit = WrittenTerm.units.meaning(of: token, in: text) else { return nil }
            index += 1
            skipPoint()
            return WrittenTerm.term(count, unit, isWorking: isWorking || skipWorkingBehind(unit))
        }

        /// «5 р. д.», «10 к.д.».
        private mutating func letters(_ count: Int) -> Term? {
            guard index + 2 < end, text.tokens[index + 1].isMark("."), text.reads(text.tokens[index + 2], "д") else { return nil }
            let isWorking = text.reads(text.tokens[index], ["р", "б"])
            guard isWorking || text.reads(text.tokens[index], "к") else { return nil }
            index += 3
            if let point = token, point.isMark("."), point.isGlued { index += 1 }
            return isWorking ? .workingDays(count) : .calendarDays(count)
        }

        /// «1,5 місяця», «2,5 тижні»: halves are counted in days, as half a month is fifteen (Civil Code, art. 254).
        private mutating func decimal() -> Term? {
            guard index + 3 < end, (1...2).contains(text.tokens[index].digitCount),
                text.tokens[index + 1].isMark(",") || text.tokens[index + 1].isMark("."), text.tokens[index + 1].isGlued,
                text.tokens[index + 2].isGlued, text.tokens[index + 2].digitCount == 1, text.tokens[index + 2].value == 5,
                let unit = WrittenTerm.units.meaning(of: text.tokens[index + 3], in: text),
                let term = WrittenTerm.halved(text.tokens[index].value, unit)
            else { return nil }
            index += 4
            return term
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
                    WrittenTerm.adjectives.knows(text.tokens[index + 1], in: text)
                {
                    index += 1
                }
                return token.value
            }
            guard let (value, after) = Numerals.cardinal(text, at: index, end: end) else { return nil }
            index = after
            // «двох-трьох днів»: the longer counts.
            if index + 1 < end, text.tokens[index].isMark("-"),
                let (upper, behind) = Numerals.cardinal(text, at: index + 1, end: end), upper > value
            {
                index = behind
                return upper
            }
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
                guard index + 1 < end, let unit = WrittenTerm.units.meaning(of: text.tokens[index + 1], in: text),
                    let term = WrittenTerm.halved(1, unit)
                else { return nil }
                index += 2
                return term
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
                WrittenTerm.shortened.knows(text.tokens[index - 1], in: text)
            {
                index += 1
            }
        }
    }

    static func term(_ count: Int, _ unit: Unit, isWorking: Bool) -> Term {
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

    /// So many and a half.
    private static func halved(_ count: Int, _ unit: Unit) -> Term? {
        switch unit {
        case .month: .calendarDays(30 * count + 15)
        case .week: .calendarDays(7 * count + 4)
        case .year: .months(12 * count + 6)
        case .wholeDay: .hours(24 * count + 12)
        case .day, .quarter, .halfYear, .hour, .decade: nil
        }
    }
}
