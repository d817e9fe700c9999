// SPDX-License-Identifier: Apache-2.0

/// The rule in the footer of a TZif file, in the manner of the POSIX variable `TZ` with the extension of RFC 9636 §3.3.1:
/// `EET-2EEST,M3.5.0/3,M10.5.0/4`.
struct RecurringRule: Hashable, Sendable {
    /// Seconds east of Greenwich; POSIX writes them the other way round.
    let standardOffset: Int
    /// Nil when the zone has no summer time.
    let summer: Summer?

    struct Summer: Hashable, Sendable {
        let offset: Int
        let start: DayRule
        let end: DayRule
    }

    /// A day of each year with a time on the wall, as the clock shows it before the change.
    struct DayRule: Hashable, Sendable {
        enum Day: Hashable, Sendable {
            /// 1…365; 29 February is never counted.
            case julian(Int)
            /// 0…365; 29 February is counted.
            case zeroBased(Int)
            /// Month 1…12, week 1…5 (5 is the last of the month), day of the week with Sunday as 0.
            case weekday(month: Int, week: Int, day: Int)
        }

        let day: Day
        /// −167 h … 167 h, in seconds.
        let time: Int

        /// Seconds of the wall since 1970-01-01T00:00, in that year.
        func wallSecond(in year: Int) -> Int64 {
            Int64(dayNumber(in: year)) * 86_400 + Int64(time)
        }

        private func dayNumber(in year: Int) -> Int {
            let newYear = Self.dayNumber(of: year, month: 1)
            switch day {
            case .julian(let number):
                return newYear + number - 1 + (CivilDate.isLeap(year) && number >= 60 ? 1 : 0)
            case .zeroBased(let number):
                return newYear + number
            case .weekday(let month, let week, let day):
                let first = Self.dayNumber(of: year, month: month)
                // 1970-01-01 was a Thursday, 4 with Sunday as 0.
                let weekday = ((first + 4) % 7 + 7) % 7
                var number = first + (day - weekday + 7) % 7 + (week - 1) * 7
                if number >= first + CivilDate.length(ofMonth: month, in: year) { number -= 7 }
                return number
            }
        }

        private static func dayNumber(of year: Int, month: Int) -> Int {
            CivilDate(year: min(max(year, 1), 9999), month: month, day: 1)?.dayNumber ?? 0
        }
    }

    init?(_ text: String) {
        var scanner = RuleScanner(text)
        guard scanner.name(), let west = scanner.time() else { return nil }
        standardOffset = -west
        guard !scanner.isAtEnd else {
            summer = nil
            return
        }
        guard scanner.name() else { return nil }
        var offset = standardOffset + 3_600
        if !scanner.isNext(",") {
            guard let summerWest = scanner.time() else { return nil }
            offset = -summerWest
        }
        guard scanner.take(","), let start = scanner.dayRule(), scanner.take(","), let end = scanner.dayRule(), scanner.isAtEnd
        else { return nil }
        summer = Summer(offset: offset, start: start, end: end)
    }

    /// Seconds east of Greenwich at an instant given in seconds since 1970-01-01T00:00Z.
    func offset(at second: Int64) -> Int {
        guard let summer else { return standardOffset }
        let year = WallTime(secondsSinceEpoch: second + Int64(standardOffset)).date.year
        let start = summer.start.wallSecond(in: year) - Int64(standardOffset)
        let end = summer.end.wallSecond(in: year) - Int64(summer.offset)
        // South of the equator summer spans the new year.
        let isSummer = start < end ? (start..<end).contains(second) : !(end..<start).contains(second)
        return isSummer ? summer.offset : standardOffset
    }
}
