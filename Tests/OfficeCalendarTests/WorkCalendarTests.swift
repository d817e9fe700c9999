// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import OfficeCalendar
import Testing

/// A calendar of Ukraine as the shipped file has it, for tests of the engine.
enum KyivCalendar {
    static let holidays: [Holiday] =
        [
            (1, 1, "Новий рік"), (3, 8, "8 Березня"), (5, 1, "День праці"), (6, 28, "День Конституції"),
            (8, 24, "День Незалежності"),
        ].map {
            fixed($0.0, $0.1, $0.2)
        } + [
            fixed(1, 7, "Різдво (юліанське)", to: 2023), fixed(5, 8, "День пам’яті", from: 2024),
            fixed(5, 9, "День перемоги", to: 2023),
            fixed(7, 15, "День Державності", from: 2024), fixed(10, 1, "День захисників", from: 2023),
            fixed(12, 25, "Різдво", from: 2017),
            Holiday(.easter(offset: 0), name: words("Великдень")), Holiday(.easter(offset: 49), name: words("Трійця")),
        ]

    static func calendar(martialUntil last: String?? = .some(nil), extraOff: [String] = [], extraWork: [String] = [])
        -> WorkCalendar
    {
        var regimes: [CalendarRegime] = []
        if case .some(let end) = last {
            regimes = [
                CalendarRegime(
                    name: BilingualText(ukrainian: "воєнний стан", english: "martial law"), basis: "ч. 6 ст. 6 Закону № 2136-IX",
                    from: day("2022-03-24"), to: end.map(day), suspends: Set(CalendarRegime.Suspension.allCases))
            ]
        }
        return WorkCalendar(
            holidays: holidays, regimes: regimes, extraOff: extraOff.map { .init(day($0), note: "розпорядження") },
            extraWork: extraWork.map { .init(day($0), note: "розпорядження") }, timeZone: zone)
    }

    static let martial = calendar()
    static let peace = calendar(martialUntil: nil)

    static let zone: OfficeTimeZone = {
        OfficeTimeZoneTests.systemFile.flatMap { try? OfficeTimeZone(name: "Europe/Kyiv", tzif: $0) } ?? .utc
    }()

    static func day(_ text: String) -> CivilDate {
        guard let date = CivilDate(text) else { preconditionFailure("\(text) is no date") }
        return date
    }

    static func words(_ text: String) -> BilingualText { BilingualText(ukrainian: text, english: text) }

    private static func fixed(_ month: Int, _ day: Int, _ name: String, from: Int? = nil, to: Int? = nil) -> Holiday {
        Holiday(.fixed(month: month, day: day), name: words(name), firstYear: from, lastYear: to)
    }
}

@Suite struct WorkCalendarTests {
    private typealias Kyiv = KyivCalendar

    struct Easter: Sendable, CustomTestStringConvertible {
        let easter: String
        let trinity: String
        var testDescription: String { easter }
    }

    /// Domain §6.2; 2024…2026 as published.
    @Test(arguments: [
        Easter(easter: "2024-05-05", trinity: "2024-06-23"), Easter(easter: "2025-04-20", trinity: "2025-06-08"),
        Easter(easter: "2026-04-12", trinity: "2026-05-31"), Easter(easter: "2027-05-02", trinity: "2027-06-20"),
        Easter(easter: "2028-04-16", trinity: "2028-06-04"), Easter(easter: "2029-04-08", trinity: "2029-05-27"),
        Easter(easter: "2030-04-28", trinity: "2030-06-16"), Easter(easter: "2031-04-13", trinity: "2031-06-01"),
        Easter(easter: "2032-05-02", trinity: "2032-06-20"), Easter(easter: "2033-04-24", trinity: "2033-06-12"),
        Easter(easter: "2034-04-09", trinity: "2034-05-28"), Easter(easter: "2035-04-29", trinity: "2035-06-17"),
    ])
    func easterAndTrinityFollowTheJulianComputus(_ row: Easter) throws {
        let easter = try #require(CivilDate.orthodoxEaster(in: KyivCalendar.day(row.easter).year))
        #expect(easter.description == row.easter)
        #expect(easter.adding(days: 49).description == row.trinity)
        #expect(easter.weekday == .sunday)
    }

    @Test func easterIsUnknownWhereTheCalendarsAreNotThirteenDaysApart() {
        #expect(CivilDate.orthodoxEaster(in: 1899) == nil)
        #expect(CivilDate.orthodoxEaster(in: 1900) != nil)
        #expect(CivilDate.orthodoxEaster(in: 2099) != nil)
        #expect(CivilDate.orthodoxEaster(in: 2100) == nil)
    }

    struct Moved: Sendable, CustomTestStringConvertible {
        let year: Int
        let days: [String]
        var testDescription: String { "\(year)" }
    }

    @Test(arguments: [
        Moved(year: 2025, days: ["03-10", "04-21", "06-09", "06-30", "08-25"]),
        Moved(year: 2026, days: ["03-09", "04-13", "06-01", "06-29"]),
        Moved(year: 2027, days: ["05-03", "05-04", "05-10", "06-21", "12-27"]),
        Moved(year: 2028, days: ["01-03", "04-17", "06-05", "07-17", "10-02"]),
    ])
    func holidaysOnDaysOffMoveToTheNextFreeWorkingDay(_ row: Moved) throws {
        var found: [String] = []
        var date = try #require(CivilDate(year: row.year, month: 1, day: 1))
        while date.year == row.year {
            if case .movedDayOff = Kyiv.peace.day(date).kind { found.append(String(date.description.dropFirst(5))) }
            #expect(Kyiv.martial.isWorking(date) == (date.weekday.rawValue < 6), "\(date)")
            date = date.adding(days: 1)
        }
        #expect(found == row.days)
    }

    @Test func christmasIsWorkedUnderMartialLawOnly() {
        let christmas = Kyiv.day("2026-12-25")
        #expect(Kyiv.martial.isWorking(christmas))
        #expect(Kyiv.martial.day(christmas).suspended?.holiday.ukrainian == "Різдво")
        #expect(!Kyiv.peace.isWorking(christmas))
        #expect(!Kyiv.calendar(martialUntil: "2026-12-24").isWorking(christmas))
        #expect(Kyiv.calendar(martialUntil: "2026-12-25").isWorking(christmas))
    }

    @Test func workingDaysAreWalkedThroughTheCalendarOfEachDay() {
        let start = Kyiv.day("2026-12-22")
        #expect(Kyiv.martial.adding(workingDays: 5, to: start).description == "2026-12-29")
        #expect(Kyiv.peace.adding(workingDays: 5, to: start).description == "2026-12-30")
        #expect(Kyiv.calendar(martialUntil: "2026-12-24").adding(workingDays: 5, to: start).description == "2026-12-30")
        #expect(!Kyiv.peace.isWorking(Kyiv.day("2027-05-03")) && !Kyiv.peace.isWorking(Kyiv.day("2027-05-04")))
        #expect(Kyiv.martial.isWorking(Kyiv.day("2027-05-03")) && Kyiv.martial.isWorking(Kyiv.day("2027-05-04")))
    }

    @Test func datedRowsHoldInTheirYearsOnly() {
        let calendar = Kyiv.peace
        #expect(!calendar.isWorking(Kyiv.day("2020-01-07")) && calendar.isWorking(Kyiv.day("2026-01-07")))
        #expect(calendar.isWorking(Kyiv.day("2020-07-15")) && !calendar.isWorking(Kyiv.day("2026-07-15")))
    }

    @Test func theCouncilsOwnDaysCountBeforeTheLaws() {
        let calendar = Kyiv.calendar(extraOff: ["2026-12-31"], extraWork: ["2026-12-26"])
        #expect(!calendar.isWorking(Kyiv.day("2026-12-31")))
        #expect(calendar.isWorking(Kyiv.day("2026-12-26")))
        #expect(calendar.adding(workingDays: 1, to: Kyiv.day("2026-12-25")).description == "2026-12-26")
        #expect(calendar.hours(on: Kyiv.day("2026-12-26")) != nil)
    }

    @Test func theEveOfAHolidayIsShorterInPeaceOnly() {
        let eve = Kyiv.day("2026-12-24")
        #expect(Kyiv.peace.endOfWork(on: eve).description == "16:00")
        #expect(Kyiv.martial.endOfWork(on: eve).description == "17:00")
        #expect(Kyiv.peace.endOfWork(on: Kyiv.day("2026-12-23")).description == "17:00")
    }

    @Test func walkingForthAndBackIsMonotone() {
        for calendar in [Kyiv.martial, Kyiv.peace] {
            for offset in stride(from: 0, to: 1_500, by: 7) {
                let start = Kyiv.day("2025-01-01").adding(days: offset)
                var last = start
                for count in 1...12 {
                    let next = calendar.adding(workingDays: count, to: start)
                    #expect(next > last && calendar.isWorking(next))
                    #expect(calendar.adding(workingDays: -1, to: next) < next)
                    last = next
                }
                let later = calendar.adding(workingDays: 5, to: start.adding(days: 1))
                #expect(later >= calendar.adding(workingDays: 5, to: start))
            }
        }
    }

    @Test func aCalendarOfNothingButDaysOffStillAnswers() {
        let days = (0..<400).map { KyivCalendar.day("2026-01-01").adding(days: $0).description }
        let calendar = Kyiv.calendar(extraOff: days)
        #expect(calendar.nextWorkingDay(onOrAfter: Kyiv.day("2026-01-01")) > Kyiv.day("2026-01-01"))
    }
}
