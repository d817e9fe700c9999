// SPDX-License-Identifier: Apache-2.0

/// Steps through the text of a ``RecurringRule``.
struct RuleScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    func isNext(_ character: Unicode.Scalar) -> Bool { rest.first == UInt8(ascii: character) }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard isNext(character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Three or more letters, or letters, digits and signs in angle brackets: `EET`, `<+03>`. Of no further use here.
    mutating func name() -> Bool {
        if take("<") {
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
            rest = rest[rest.index(after: end)...]
            return true
        }
        let letters = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
        rest = rest.dropFirst(letters.count)
        return letters.count >= 3
    }

    /// `[+-]h[h[h]][:mm[:ss]]`, in seconds; at most 167 hours.
    mutating func time() -> Int? {
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        guard let hours = number(atMost: 167) else { return nil }
        var seconds = hours * 3_600
        if take(":") {
            guard let minutes = number(atMost: 59) else { return nil }
            seconds += minutes * 60
            if take(":") {
                guard let rest = number(atMost: 59) else { return nil }
                seconds += rest
            }
        }
        return isNegative ? -seconds : seconds
    }

    /// `Mm.w.d`, `Jn` or `n`, each with `/time` or, without it, at 02:00.
    mutating func dayRule() -> RecurringRule.DayRule? {
        guard let day = day() else { return nil }
        guard take("/") else { return RecurringRule.DayRule(day: day, time: 7_200) }
        guard let time = time() else { return nil }
        return RecurringRule.DayRule(day: day, time: time)
    }

    private mutating func day() -> RecurringRule.DayRule.Day? {
        if take("M") {
            guard let month = number(atMost: 12), month > 0, take("."), let week = number(atMost: 5), week > 0, take("."),
                let day = number(atMost: 6)
            else { return nil }
            return .weekday(month: month, week: week, day: day)
        }
        if take("J") {
            guard let number = number(atMost: 365), number > 0 else { return nil }
            return .julian(number)
        }
        return number(atMost: 365).map { .zeroBased($0) }
    }

    private mutating func number(atMost limit: Int) -> Int? {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard !digits.isEmpty, digits.count <= 3 else { return nil }
        rest = rest.dropFirst(digits.count)
        let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return value <= limit ? value : nil
    }
}
