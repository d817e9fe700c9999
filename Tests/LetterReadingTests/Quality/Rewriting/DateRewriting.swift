// SPDX-License-Identifier: Apache-2.0
import Foundation
import OfficeCalendar

/// All dates of a letter moved together, so that weekdays stay and every term ends on a day of the same kind.
struct DateRewriting {
    /// The years 2037 and 2038 have the weekdays of 2026 and 2027.
    private static let years = 11
    /// Four weeks, where every date of the letter is written out: terms in months are reckoned again.
    private static let days = 28
    /// The years a text's dates are moved in: `201x` and `202x`.
    private static let earliest = 2010
    private static let latest = 2029
    private let isByYears: Bool

    /// Nil where neither would keep what the letter says.
    init?(of letter: JudgedLetter, with random: inout SeededNumbers) {
        let byDays = Bool.random(using: &random) && Self.isWrittenOut(letter)
        isByYears = !byDays
        if isByYears, !letter.receivedAt.hasPrefix("2026") && !letter.receivedAt.hasPrefix("2027") { return nil }
    }

    func rewritten(_ text: String) -> String { isByYears ? withOtherYears(text) : withOtherDays(text) }

    func rewriteDates(of letter: inout JudgedLetter) {
        let received = CivilDate(letter.receivedAt.prefix(10))
        letter.receivedAt = moved(letter.receivedAt)
        letter.expected.outDate = letter.expected.outDate.map(moved)
        if let date = letter.expected.inReplyTo?.date { letter.expected.inReplyTo?.date = moved(date) }
        for place in letter.expected.basis.indices {
            letter.expected.basis[place].date = letter.expected.basis[place].date.map(moved)
        }
        for place in letter.expected.tasks.indices {
            letter.expected.tasks[place].due = moved(letter.expected.tasks[place].due, receivedOn: received)
        }
        guard letter.expected.cardDeadline != nil else { return }
        letter.expected.cardDeadline = letter.expected.tasks.compactMap(\.due.legal).min()
    }

    private func moved(_ due: CardReading.Due, receivedOn received: CivilDate?) -> CardReading.Due {
        var due = due
        (due.stated, due.at, due.upperBound) = (due.stated.map(moved), due.at.map(moved), due.upperBound.map(moved))
        (due.legal, due.internal, due.target15days) = (due.legal.map(moved), due.internal.map(moved), due.target15days.map(moved))
        guard !isByYears, due.type == "1 month", let start = received?.adding(days: Self.days) else { return due }
        let end = start.adding(months: 1)
        due.legal = Self.working(from: end, by: 1).description
        due.internal = Self.working(from: min(end, start.adding(days: 30)), by: -1).description
        return due
    }

    private static func working(from date: CivilDate, by step: Int) -> CivilDate {
        var date = date
        while date.weekday == .saturday || date.weekday == .sunday { date = date.adding(days: step) }
        return date
    }

    /// `2026-11-20` and `2026-11-20T10:00`.
    private func moved(_ text: String) -> String {
        guard let date = CivilDate(text.prefix(10)), let moved = moved(date) else { return text }
        return moved.description + text.dropFirst(10)
    }

    /// An act of an earlier time keeps its date, as the text keeps it.
    private func moved(_ date: CivilDate) -> CivilDate? {
        guard (Self.earliest...Self.latest).contains(date.year) else { return date }
        return isByYears
            ? CivilDate(year: date.year + Self.years, month: date.month, day: date.day) : date.adding(days: Self.days)
    }

    // MARK: Years

    /// Whole dates and bare years, one or two; a number with other digits and marks around them is none.
    private func withOtherYears(_ text: String) -> String {
        text.mapNumericRuns { run, before in
            if let match = run.wholeMatch(of: /(\d{1,2}[.\/]\d{2}[.\/]20)([12]\d)(\.?)/) {
                return match.output.1 + Self.later(match.output.2) + match.output.3
            }
            if let match = run.wholeMatch(of: /(\d{2}[.\/]\d{2}[.\/])(2\d)(\.?)/) {
                return match.output.1 + Self.later(match.output.2) + match.output.3
            }
            guard before != "№" else { return run }
            if let match = run.wholeMatch(of: /20([12]\d)(\.?)/) { return "20" + Self.later(match.output.1) + match.output.2 }
            if let match = run.wholeMatch(of: /20([12]\d)([–-])20([12]\d)(\.?)/) {
                let first = "20" + Self.later(match.output.1) + match.output.2
                return first + "20" + Self.later(match.output.3) + match.output.4
            }
            return run
        }
    }

    private static func later(_ year: Substring) -> String { String((Int(year) ?? 0) + years) }

    // MARK: Days

    private static let months = [
        "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня",
    ]

    /// Every date is a day, a month and a year, and nothing else names a month or a weekday.
    private static func isWrittenOut(_ letter: JudgedLetter) -> Bool {
        let text = letter.text.lowercased() + " " + letter.envelope.subject.lowercased()
        let stems =
            ["січ", "лют", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "листопад", "груд", "нояб"]
            // Dates in Russian words are not moved, so that such a letter may only change its year.
            + ["январ", "феврал", "март", "апрел", "июн", "июл", "август", "сентябр", "октябр", "декабр"]
        let named = stems.map { stem in text.split(whereSeparator: { !$0.isLetter }).count { $0.hasPrefix(stem) } }.reduce(0, +)
        let whole = text.matches(
            of:
                /[»”"]?\d{1,2}[»”"]? (січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня) \d{4}/
        ).count
        let isPlain = ![
            "місяц", "кварт", "декад", "тижн", "щороку", "понеділ", "п’ятниц", "ц. р", "ц.р", "зими", "сезон", "доб", "завтра",
        ]
        .contains { text.contains($0) }
        let kinds = Set(letter.expected.tasks.map(\.due.type))
        var isWhole = true
        _ = text.mapNumericRuns { run, _ in
            if run.wholeMatch(of: /\d{1,2}\.\d{2}\.?/) != nil || run.wholeMatch(of: /\d{2}[.\/]\d{2}[.\/]\d{2}\.?/) != nil {
                isWhole = false
            }
            return run
        }
        return isWhole && named == whole && isPlain && kinds.isDisjoint(with: ["recurring", "relative to event"])
    }

    private func withOtherDays(_ text: String) -> String {
        let numeric = text.mapNumericRuns { run, _ in
            guard let match = run.wholeMatch(of: /(\d{1,2})([.\/])(\d{2})[.\/](\d{4})(\.?)/),
                let moved = movedDate(match.output.1, match.output.3, match.output.4)
            else { return run }
            let parts = [Self.twoDigits(moved.day), Self.twoDigits(moved.month), String(moved.year)]
            return parts.joined(separator: String(match.output.2)) + match.output.5
        }
        let months = Self.months
        return numeric.replacing(/([«"“]?)(\d{1,2})([»"”]?) (\p{L}+) (\d{4})/) { match in
            guard let month = months.firstIndex(of: match.output.4.lowercased()),
                let moved = movedDate(match.output.2, Substring(String(month + 1)), match.output.5)
            else { return String(match.output.0) }
            let day = match.output.2.hasPrefix("0") ? Self.twoDigits(moved.day) : String(moved.day)
            return "\(match.output.1)\(day)\(match.output.3) \(months[moved.month - 1]) \(moved.year)"
        }
    }

    private func movedDate(_ day: Substring, _ month: Substring, _ year: Substring) -> CivilDate? {
        guard let day = Int(day), let month = Int(month), let year = Int(year) else { return nil }
        return CivilDate(year: year, month: month, day: day)?.adding(days: Self.days)
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

extension String {
    /// Runs of digits with the marks of dates between them, each changed by what stands before it.
    fileprivate func mapNumericRuns(_ change: (String, Character?) -> String) -> String {
        var result = ""
        var run = ""
        for character in self + "\u{0}" {
            if character.isNumber || !run.isEmpty && "./-–".contains(character) {
                run.append(character)
            } else {
                if !run.isEmpty { result += change(run, result.last) }
                run = ""
                result.append(character)
            }
        }
        return String(result.dropLast())
    }
}
