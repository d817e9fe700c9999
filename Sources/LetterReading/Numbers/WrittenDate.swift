// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar

/// A date as letters write it: `12.11.2026`, `12.11.26р.`, `«16» листопада 2026 року`, `13 ноября 2026 г.`, `12.XI.2026`,
/// `2026-11-12`. Two figures of a year count only between points: `10-11-26` is a telephone as often.
struct WrittenDate: Hashable, Sendable {
    let date: CivilDate
    /// Positions in ``NormalizedText/tokens``, the word for the year included.
    let tokens: Range<Int>

    /// The whole date that begins at a token; nil where none does, or the calendar has no such day.
    ///
    /// - Parameter end: the date lies before this token.
    init?(_ text: borrowing NormalizedText, at start: Int, end: Int) {
        guard start < end, text.tokens[start].kind == .number || text.tokens[start].isMark("\"") || text.tokens[start].isMark("_")
        else { return nil }
        var cursor = Cursor(text: copy text, index: start, end: end)
        guard let date = cursor.dotted() ?? cursor.spelled(from: start) else { return nil }
        cursor.skipYearWord()
        self.date = date
        tokens = start..<cursor.index
    }

    private struct Cursor {
        let text: NormalizedText
        var index: Int
        let end: Int

        private var token: Token? { index < end ? text.tokens[index] : nil }

        private mutating func number(digits: ClosedRange<Int>, glued: Bool = false) -> Int? {
            guard let token, digits.contains(token.digitCount), !glued || token.isGlued else { return nil }
            index += 1
            return token.value
        }

        private mutating func mark(_ marks: [Unicode.Scalar]) -> Unicode.Scalar? {
            guard let token, let found = marks.first(where: { token.isMark($0) }) else { return nil }
            index += 1
            return found
        }

        /// `12.11.2026`, `12. 11. 2026`, `12/11/2026`, `12-11-26`, `2026-11-12`.
        mutating func dotted() -> CivilDate? {
            let start = index
            if let year = number(digits: 4...4), let first = mark(["-", "."]), let month = number(digits: 2...2, glued: true),
                mark([first]) != nil, let day = number(digits: 2...2, glued: true)
            {
                return CivilDate(year: year, month: month, day: day)
            }
            index = start
            guard let day = number(digits: 1...2), let first = mark([".", "/", "-"]),
                let month = number(digits: 1...2) ?? roman(),
                mark([first]) != nil, let token, token.digitCount == 4 || (token.digitCount == 2 && first == "."),
                let year = number(digits: 2...4), !isContinued()
            else {
                index = start
                return nil
            }
            return CivilDate(year: year < 100 ? 2000 + year : year, month: month, day: day)
        }

        /// A month in Roman figures, typed with Latin letters or their Cyrillic doubles: `12.XI.2026`.
        private mutating func roman() -> Int? {
            guard let token, token.kind == .word, let month = Self.romanMonths.meaning(of: token, in: text) else { return nil }
            index += 1
            return month
        }

        /// Whether more of the same number follows, so that it was no date: `12.11.2026-4`, `10.11.12.13`.
        private func isContinued() -> Bool {
            guard let token, token.isGlued, token.isMark("-") || token.isMark("/") || token.isMark(".") else { return false }
            return index + 1 < end && text.tokens[index + 1].isGlued && text.tokens[index + 1].kind == .number
        }

        /// `16 листопада 2026`, `«16» листопада 2026`, `20-го листопада 2026`, `«16» 11 2026`.
        mutating func spelled(from start: Int) -> CivilDate? {
            index = start
            let isQuoted = mark(["\"", "_"]) != nil
            guard let day = number(digits: 1...2) else { return nil }
            if isQuoted { _ = mark(["\"", "_"]) }
            // «11».11.2026
            if isQuoted { _ = mark(["."]) }
            if mark(["-"]) != nil {
                guard let token, token.kind == .word, token.isGlued else { return nil }
                index += 1
            }
            guard let month = (isQuoted ? number(digits: 2...2) : nil) ?? namedMonth() else { return nil }
            _ = mark(["."])
            guard let year = number(digits: 4...4) else { return nil }
            return CivilDate(year: year, month: month, day: day)
        }

        private mutating func namedMonth() -> Int? {
            guard let token, let month = Self.months.meaning(of: token, in: text) else { return nil }
            index += 1
            return month
        }

        /// `р.`, `р`, `року`, `рік`, `г.`, `года`.
        mutating func skipYearWord() {
            guard let token, token.kind == .word, Self.yearWords.knows(token, in: text) else { return }
            index += 1
            if let point = self.token, point.isMark("."), point.isGlued, text.tokens[index - 1].letters.count == 1 { index += 1 }
        }

        private static let months = StemTable<Int>([
            ("січн* січ январ* янв january", 1), ("лютого лютий лютому лют феврал* фев february", 2),
            ("березн* бер берез март* мар march", 3),
            ("квітн* квіт апрел* апр april", 4),
            ("травн* трав май мая мае may", 5), ("червн* черв июн* june", 6), ("липн* лип июл* july", 7),
            ("серпн* серп август* авг august", 8),
            ("вересн* вер верес сентябр* сент september", 9), ("жовтн* жовт октябр* окт october", 10),
            ("листопад* лист листоп ноябр* нояб november", 11),
            ("грудн* груд декабр* дек december", 12),
        ])
        private static let romanMonths = StemTable<Int>([
            ("i", 1), ("ii", 2), ("iii", 3), ("iv", 4), ("v", 5), ("vi", 6), ("vii", 7), ("viii", 8), ("ix", 9), ("x", 10),
            ("xi", 11), ("xii", 12),
        ])
        private static let yearWords = StemTable<Bool>([("р року рік рр г года году год", true)])
    }
}
