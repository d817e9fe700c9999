// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import OfficeCalendar
import Testing

@Suite struct DueReckoningTests {
    private static let martial = DueReckoning(calendar: KyivCalendar.martial)
    private static let peace = DueReckoning(calendar: KyivCalendar.peace)

    private static func at(_ text: String) -> WallTime {
        guard let time = TimeOfDay(text.suffix(5)) else { preconditionFailure("\(text) is no time") }
        return WallTime(date: KyivCalendar.day(String(text.prefix(10))), time: time)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let term: Term
        let received: String
        let legal: String
        let own: String
        var shifts = false
        var testDescription: String { name }
    }

    @Test(arguments: [
        Row(
            name: "a month to a Saturday", term: .months(1), received: "2026-11-12T15:22", legal: "2026-12-14", own: "2026-12-11"),
        Row(
            name: "a month without its day", term: .months(1), received: "2027-01-31T10:00", legal: "2027-03-01",
            own: "2027-02-26"),
        Row(name: "a month of 31 days", term: .months(1), received: "2026-12-10T10:00", legal: "2027-01-11", own: "2027-01-08"),
        Row(
            name: "ten days to a Sunday", term: .calendarDays(10), received: "2026-11-12T17:01", legal: "2026-11-23",
            own: "2026-11-20"),
        Row(
            name: "five working days from a Saturday", term: .workingDays(5), received: "2026-11-14T21:05", legal: "2026-11-20",
            own: "2026-11-20"),
        Row(
            name: "three days on Friday before closing", term: .calendarDays(3), received: "2026-11-13T16:20",
            legal: "2026-11-16", own: "2026-11-16", shifts: true),
        Row(
            name: "three days on Friday after closing", term: .calendarDays(3), received: "2026-11-13T17:01", legal: "2026-11-19",
            own: "2026-11-19", shifts: true),
        Row(
            name: "one day from a Saturday has no earlier day", term: .calendarDays(1), received: "2026-11-14T10:00",
            legal: "2026-11-16", own: "2026-11-16"),
    ])
    func termsEndWhereTheLawAndTheOfficeSay(_ row: Row) throws {
        let dates = try #require(Self.martial.dates(of: .term(row.term), receivedAt: Self.at(row.received), shifts: row.shifts))
        #expect(dates.legal.description == row.legal)
        #expect(dates.internal?.description == row.own)
    }

    @Test func hoursRunOverTheChangesOfTheClock() throws {
        // The clock goes back an hour on 25.10.2026 and forth on 28.03.2027.
        let autumn = try #require(Self.martial.dates(of: .term(.hours(24)), receivedAt: Self.at("2026-10-24T12:00")))
        #expect(autumn.legal.description == "2026-10-25" && autumn.time?.description == "11:00")
        let spring = try #require(Self.martial.dates(of: .term(.hours(48)), receivedAt: Self.at("2027-03-27T12:00")))
        #expect(spring.legal.description == "2027-03-29" && spring.time?.description == "13:00")
        let start = KyivCalendar.zone.instant(of: Self.at("2026-10-24T12:00"))
        #expect(autumn.instant == start.addingTimeInterval(86_400))
        #expect(autumn.internal == nil)
    }

    @Test func legalIsNeverBeforeTheEndAndTheOfficesOwnNeverAfterLegal() throws {
        let rules: [DueRule] = [
            .term(.calendarDays(3)), .term(.calendarDays(30)), .term(.workingDays(5)), .term(.months(1)), .term(.months(2)),
            .atOnce,
        ]
        for reckoning in [Self.martial, Self.peace] {
            for offset in 0..<800 {
                let date = KyivCalendar.day("2026-01-01").adding(days: offset)
                for rule in rules {
                    let dates = try #require(reckoning.dates(of: rule, receivedAt: WallTime(date: date, hour: 10)))
                    let own = try #require(dates.internal)
                    #expect(dates.legal >= dates.unmoved && own <= dates.legal && own >= date, "\(date) \(rule)")
                    #expect(reckoning.calendar.isWorking(dates.legal) && reckoning.calendar.isWorking(own), "\(date) \(rule)")
                }
            }
        }
    }

    @Test func aYearOfRecurringDaysHasEachOnce() {
        let monthly = Recurrence.monthly(days: [10])
        var date = KyivCalendar.day("2026-11-12")
        var found: [String] = []
        while let next = monthly.next(after: date), found.count < 13 {
            found.append(next.description)
            date = next
        }
        #expect(found.first == "2026-12-10" && found.last == "2027-12-10" && Set(found).count == 13)
        #expect(Recurrence.monthly(days: [31]).next(after: KyivCalendar.day("2027-02-01"))?.description == "2027-02-28")
        #expect(Recurrence.monthly(days: [-1]).next(after: KyivCalendar.day("2028-02-01"))?.description == "2028-02-29")
        #expect(Recurrence.weekly([.friday]).next(after: KyivCalendar.day("2026-11-13"))?.description == "2026-11-20")
        let twice = Recurrence.yearly([.init(month: 12, day: 25), .init(month: 7, day: 1)])
        #expect(twice.next(after: KyivCalendar.day("2026-11-12"))?.description == "2026-12-25")
        #expect(twice.next(after: KyivCalendar.day("2026-12-25"))?.description == "2027-07-01")
        #expect(twice.rrule.split(separator: "\n").count == 2)
        let later = Recurrence.monthly(days: [5], notBefore: KyivCalendar.day("2027-02-01"))
        #expect(later.next(after: KyivCalendar.day("2026-11-12"))?.description == "2027-02-05")
    }

    @Test func quartersAndYearsAreWrittenAsRecurrenceRules() {
        #expect(Recurrence.monthly(days: [10], months: [1, 4, 7, 10]).rrule == "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10")
        #expect(Recurrence.yearly([.init(month: 2, day: 1)]).rrule == "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1")
        #expect(Recurrence.weekly([.thursday, .monday]).rrule == "FREQ=WEEKLY;BYDAY=MO,TH")
        #expect(Recurrence.daily().rrule == "FREQ=DAILY")
    }

    @Test func explanationsNameEachDayThatIsPassedOverAndWhy() throws {
        let dates = try #require(Self.peace.dates(of: .term(.workingDays(5)), receivedAt: Self.at("2026-12-22T10:00")))
        let text = DueExplanation(dates, policy: DeadlinePolicy(), basis: "ст. 20").lines(in: .ukrainian).joined(separator: "\n")
        for part in [
            "5 робочих днів", "ст. 20", "25.12.2026 (п’ятниця) — Різдво", "26.12.2026 (субота) — вихідний", "30.12.2026",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        let war = try #require(Self.martial.dates(of: .term(.workingDays(5)), receivedAt: Self.at("2026-12-22T10:00")))
        let english = DueExplanation(war, policy: DeadlinePolicy()).lines(in: .english).joined(separator: "\n")
        #expect(english.contains("yet a working day: martial law (ч. 6 ст. 6 Закону № 2136-IX)"))
        #expect(english.contains("29 December 2026"))
    }

    @Test func extensionsAndTheirNoticeAreCountedFromReceipt() throws {
        let kind = KindTerms(
            code: "PUBLIC_INFO", name: KyivCalendar.words("запит"), task: KyivCalendar.words("надати"), term: .workingDays(5),
            basis: "ст. 20",
            extending: .init(limit: .workingDays(20), notice: .workingDays(5), basis: "ст. 20"))
        let dates = try #require(Self.martial.extensionDates(of: kind, receivedAt: Self.at("2026-11-14T21:05")))
        #expect(dates.latest.description == "2026-12-11")
        #expect(dates.noticeBy?.description == "2026-11-20")
    }

    @Test func kindsHoldFromDayToDay() {
        func row(_ days: Int, _ from: String?, _ to: String?) -> KindTerms {
            KindTerms(
                code: "A", name: KyivCalendar.words("а"), task: KyivCalendar.words("а"), term: .calendarDays(days), basis: "",
                validFrom: from.map(KyivCalendar.day), validTo: to.map(KyivCalendar.day))
        }
        let table = KindTable([row(30, nil, "2026-12-31"), row(20, "2027-01-01", nil)])
        #expect(table.terms(of: "A", on: KyivCalendar.day("2026-12-31"))?.term == .calendarDays(30))
        #expect(table.terms(of: "A", on: KyivCalendar.day("2027-01-01"))?.term == .calendarDays(20))
        #expect(table.terms(of: "B", on: KyivCalendar.day("2027-01-01")) == nil)
        #expect(table.codes == ["A"])
    }
}
