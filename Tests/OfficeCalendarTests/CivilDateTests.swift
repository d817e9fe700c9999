// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar
import Testing

@Suite struct CivilDateTests {
    @Test func everyDayOfTheCalendarKeepsItsNumberAndFollowsTheDayBefore() throws {
        var expected = try #require(CivilDate(year: 1, month: 1, day: 1))
        var weekday = 1  // 0001-01-01 was a Monday in the proleptic calendar.
        let last = try #require(CivilDate(year: 9999, month: 12, day: 31))
        for number in expected.dayNumber...last.dayNumber {
            let date = CivilDate(dayNumber: number)
            guard date == expected, date.dayNumber == number, date.weekday.rawValue == weekday else {
                Issue.record("day \(number) is \(date), not \(expected)")
                return
            }
            if let next = CivilDate(year: date.year, month: date.month, day: date.day + 1)
                ?? CivilDate(year: date.year, month: date.month + 1, day: 1) ?? CivilDate(year: date.year + 1, month: 1, day: 1)
            {
                expected = next
            }
            weekday = weekday % 7 + 1
        }
        #expect(CivilDate(dayNumber: 0).description == "1970-01-01")
    }

    struct Spelling: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let isDate: Bool
        var testDescription: String { name }
    }

    @Test(arguments: [
        Spelling(name: "a day", text: "2026-11-23", isDate: true),
        Spelling(name: "a leap day", text: "2028-02-29", isDate: true),
        Spelling(name: "a leap day of 2000", text: "2000-02-29", isDate: true),
        Spelling(name: "the first day", text: "0001-01-01", isDate: true),
        Spelling(name: "the last day", text: "9999-12-31", isDate: true),
        Spelling(name: "no leap day in 1900", text: "1900-02-29", isDate: false),
        Spelling(name: "month 13", text: "2026-13-01", isDate: false),
        Spelling(name: "day 0", text: "2026-01-00", isDate: false),
        Spelling(name: "30 February", text: "2026-02-30", isDate: false),
        Spelling(name: "year 0", text: "0000-01-01", isDate: false),
        Spelling(name: "one digit", text: "2026-1-01", isDate: false),
        Spelling(name: "a sign", text: "+026-01-01", isDate: false),
        Spelling(name: "something behind", text: "2026-01-01T", isDate: false),
        Spelling(name: "a space before", text: " 2026-01-01", isDate: false),
        Spelling(name: "Arabic digits", text: "٢٠٢٦-01-01", isDate: false),
        Spelling(name: "nothing", text: "", isDate: false),
    ])
    func readsOnlyRealDaysWrittenInFull(_ row: Spelling) {
        #expect(CivilDate(row.text)?.description == (row.isDate ? row.text : nil))
    }

    struct Months: Sendable, CustomTestStringConvertible {
        let name: String
        let from: String
        let months: Int
        let to: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Months(name: "31 January", from: "2027-01-31", months: 1, to: "2027-02-28"),
        Months(name: "31 January of a leap year", from: "2028-01-31", months: 1, to: "2028-02-29"),
        Months(name: "over the new year", from: "2026-12-15", months: 1, to: "2027-01-15"),
        Months(name: "backwards over the new year", from: "2027-01-31", months: -2, to: "2026-11-30"),
        Months(name: "a leap day a year later", from: "2028-02-29", months: 12, to: "2029-02-28"),
        Months(name: "no month", from: "2026-05-31", months: 0, to: "2026-05-31"),
        Months(name: "beyond the end", from: "9999-12-01", months: 1, to: "9999-12-31"),
        Months(name: "before the beginning", from: "0001-01-05", months: -1, to: "0001-01-01"),
        Months(name: "far beyond the end", from: "2026-01-01", months: .max, to: "9999-12-31"),
        Months(name: "far before the beginning", from: "2026-01-01", months: .min, to: "0001-01-01"),
    ])
    func monthsAreClampedToTheLastDay(_ row: Months) throws {
        #expect(try #require(CivilDate(row.from)).adding(months: row.months).description == row.to)
    }

    @Test func daysAreCountedAndStayOnTheCalendar() throws {
        let date = try #require(CivilDate("2026-11-23"))
        #expect(date.adding(days: 30).description == "2026-12-23")
        #expect(date.adding(days: -365).description == "2025-11-23")
        #expect(date.adding(days: .max).description == "9999-12-31")
        #expect(date.adding(days: .min).description == "0001-01-01")
        #expect(date.days(until: date.adding(days: 77)) == 77)
        #expect(date < date.adding(days: 1))
        #expect(date.weekday == .monday)
        #expect(date.weekday.ukrainian == "понеділок")
    }

    @Test func isWrittenAsLettersWriteIt() throws {
        let date = try #require(CivilDate("2026-11-23"))
        #expect(date.ukrainianWords == "23 листопада 2026 року")
        #expect(date.ukrainianDigits == "23.11.2026")
        #expect(date.englishWords == "23 November 2026")
        let early = try #require(CivilDate("2027-05-03"))
        #expect(early.ukrainianWords == "3 травня 2027 року")
        #expect(early.ukrainianDigits == "03.05.2027")
    }
}
