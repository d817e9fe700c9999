// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import OfficeCalendar
import Testing

@Suite struct OfficeTimeZoneTests {
    struct Transition: Sendable, CustomTestStringConvertible {
        /// Seconds since 1970-01-01T00:00Z.
        let second: Int
        /// From then on, in seconds east of Greenwich.
        let offset: Int
        /// What the wall shows one second before.
        let lastBefore: String
        /// What it shows then.
        let first: String
        var testDescription: String { first }
    }

    /// Made with Python 3 and its module zoneinfo from the tz database.
    static let transitions = [
        Transition(second: 1_711_846_800, offset: 10800, lastBefore: "2024-03-31 02:59:59", first: "2024-03-31 04:00:00"),
        Transition(second: 1_729_990_800, offset: 7200, lastBefore: "2024-10-27 03:59:59", first: "2024-10-27 03:00:00"),
        Transition(second: 1_743_296_400, offset: 10800, lastBefore: "2025-03-30 02:59:59", first: "2025-03-30 04:00:00"),
        Transition(second: 1_761_440_400, offset: 7200, lastBefore: "2025-10-26 03:59:59", first: "2025-10-26 03:00:00"),
        Transition(second: 1_774_746_000, offset: 10800, lastBefore: "2026-03-29 02:59:59", first: "2026-03-29 04:00:00"),
        Transition(second: 1_792_890_000, offset: 7200, lastBefore: "2026-10-25 03:59:59", first: "2026-10-25 03:00:00"),
        Transition(second: 1_806_195_600, offset: 10800, lastBefore: "2027-03-28 02:59:59", first: "2027-03-28 04:00:00"),
        Transition(second: 1_824_944_400, offset: 7200, lastBefore: "2027-10-31 03:59:59", first: "2027-10-31 03:00:00"),
        Transition(second: 1_837_645_200, offset: 10800, lastBefore: "2028-03-26 02:59:59", first: "2028-03-26 04:00:00"),
        Transition(second: 1_856_394_000, offset: 7200, lastBefore: "2028-10-29 03:59:59", first: "2028-10-29 03:00:00"),
        Transition(second: 1_869_094_800, offset: 10800, lastBefore: "2029-03-25 02:59:59", first: "2029-03-25 04:00:00"),
        Transition(second: 1_887_843_600, offset: 7200, lastBefore: "2029-10-28 03:59:59", first: "2029-10-28 03:00:00"),
        Transition(second: 1_901_149_200, offset: 10800, lastBefore: "2030-03-31 02:59:59", first: "2030-03-31 04:00:00"),
        Transition(second: 1_919_293_200, offset: 7200, lastBefore: "2030-10-27 03:59:59", first: "2030-10-27 03:00:00"),
        Transition(second: 1_932_598_800, offset: 10800, lastBefore: "2031-03-30 02:59:59", first: "2031-03-30 04:00:00"),
        Transition(second: 1_950_742_800, offset: 7200, lastBefore: "2031-10-26 03:59:59", first: "2031-10-26 03:00:00"),
        Transition(second: 1_964_048_400, offset: 10800, lastBefore: "2032-03-28 02:59:59", first: "2032-03-28 04:00:00"),
        Transition(second: 1_982_797_200, offset: 7200, lastBefore: "2032-10-31 03:59:59", first: "2032-10-31 03:00:00"),
        Transition(second: 1_995_498_000, offset: 10800, lastBefore: "2033-03-27 02:59:59", first: "2033-03-27 04:00:00"),
        Transition(second: 2_014_246_800, offset: 7200, lastBefore: "2033-10-30 03:59:59", first: "2033-10-30 03:00:00"),
        Transition(second: 2_026_947_600, offset: 10800, lastBefore: "2034-03-26 02:59:59", first: "2034-03-26 04:00:00"),
        Transition(second: 2_045_696_400, offset: 7200, lastBefore: "2034-10-29 03:59:59", first: "2034-10-29 03:00:00"),
        Transition(second: 2_058_397_200, offset: 10800, lastBefore: "2035-03-25 02:59:59", first: "2035-03-25 04:00:00"),
        Transition(second: 2_077_146_000, offset: 7200, lastBefore: "2035-10-28 03:59:59", first: "2035-10-28 03:00:00"),
    ]

    static let systemFile: [UInt8]? = ["Kyiv", "Kiev"].lazy.compactMap { name in
        (try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/\(name)"))).map { [UInt8]($0) }
    }.first

    /// A zone with nothing but a rule at its end.
    static func file(footer: String, transitions: [(Int64, Int32)] = [], earliest: Int32 = 7_200) -> [UInt8] {
        func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
        func header(_ timeCount: Int, _ typeCount: Int) -> [UInt8] {
            Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
                + [0, 0, 0, timeCount, typeCount, 4].flatMap { bigEndian(UInt32($0)) }
        }
        var octets = header(0, 1) + bigEndian(Int32(0)) + [0, 0] + Array("UTC\0".utf8)
        octets += header(transitions.count, transitions.count + 1)
        octets += transitions.flatMap { bigEndian($0.0) }
        octets += transitions.indices.map { UInt8($0 + 1) }
        octets += ([earliest] + transitions.map(\.1)).flatMap { bigEndian($0) + [0, 0] }
        return octets + Array("EET\0\n\(footer)\n".utf8)
    }

    private func check(_ zone: OfficeTimeZone, _ row: Transition) {
        let instant = Date(timeIntervalSince1970: Double(row.second))
        #expect(zone.wallTime(at: instant.addingTimeInterval(-0.5)).description == row.lastBefore)
        #expect(zone.wallTime(at: instant).description == row.first)
        #expect(zone.offset(at: instant) == row.offset)
        #expect(zone.civilDate(at: instant).description == String(row.first.prefix(10)))
    }

    @Test(arguments: transitions)
    func theRuleAloneKnowsEveryTransition(_ row: Transition) throws {
        check(try OfficeTimeZone(name: "Europe/Kyiv", tzif: Self.file(footer: "EET-2EEST,M3.5.0/3,M10.5.0/4")), row)
    }

    @Test(.enabled(if: systemFile != nil, "this system has no time zone Europe/Kyiv"), arguments: transitions)
    func theFileOfTheSystemKnowsEveryTransition(_ row: Transition) throws {
        check(try OfficeTimeZone(name: "Europe/Kyiv", tzif: try #require(Self.systemFile)), row)
    }

    @Test(.enabled(if: systemFile != nil, "this system has no time zone Europe/Kyiv"))
    func theFileOfTheSystemKnowsThePast() throws {
        let zone = try OfficeTimeZone(name: "Europe/Kyiv", tzif: try #require(Self.systemFile))
        // Before 1924 the city kept its own time, 2 h 2 min 4 s before Greenwich; in 1985 that of Moscow.
        #expect(zone.offset(at: Date(timeIntervalSince1970: -2_000_000_000)) == 7_324)
        #expect(zone.offset(at: Date(timeIntervalSince1970: 473_400_000)) == 10_800)
        #expect(zone.name == "Europe/Kyiv")
    }

    @Test func midnightSeparatesTheDaysOfTheOffice() throws {
        let zone = try OfficeTimeZone(name: "Europe/Kyiv", tzif: Self.file(footer: "EET-2EEST,M3.5.0/3,M10.5.0/4"))
        // 22:00 in Greenwich on 31 December is midnight in Kyiv: the letter belongs to the new year's journal.
        let newYear = Date(timeIntervalSince1970: 1_798_754_400)
        #expect(zone.civilDate(at: newYear.addingTimeInterval(-0.001)).description == "2026-12-31")
        #expect(zone.civilDate(at: newYear).description == "2027-01-01")
        #expect(zone.startOfDay(try #require(CivilDate("2027-01-01"))) == newYear)
    }

    @Test func everyHourOfAYearComesBackFromTheWall() throws {
        let zone = try OfficeTimeZone(name: "Europe/Kyiv", tzif: Self.file(footer: "EET-2EEST,M3.5.0/3,M10.5.0/4"))
        var shownTwice = 0
        for hour in 0..<8_784 {
            let instant = Date(timeIntervalSince1970: 1_767_225_600 + Double(hour) * 3_600)
            let back = zone.instant(of: zone.wallTime(at: instant))
            if back == instant.addingTimeInterval(-3_600) { shownTwice += 1 } else { #expect(back == instant) }
        }
        #expect(shownTwice == 1)
    }

    @Test func anHourThatTheWallSkipsIsCountedFromBeforeTheJump() throws {
        let zone = try OfficeTimeZone(name: "Europe/Kyiv", tzif: Self.file(footer: "EET-2EEST,M3.5.0/3,M10.5.0/4"))
        let date = try #require(CivilDate("2026-03-29"))
        let instant = zone.instant(of: WallTime(date: date, hour: 3, minute: 30))
        #expect(zone.wallTime(at: instant).description == "2026-03-29 04:30:00")
    }

    struct Rule: Sendable, CustomTestStringConvertible {
        let text: String
        /// Seconds since 1970-01-01T00:00Z and the offset then.
        let offsets: [(Int, Int)]
        var testDescription: String { text }
    }

    @Test(arguments: [
        Rule(text: "UTC0", offsets: [(0, 0), (1_800_000_000, 0)]),
        Rule(text: "<+0330>-3:30", offsets: [(1_800_000_000, 12_600)]),
        // Sydney: summer spans the new year. 2027-01-01, 2027-07-01, and both sides of 2027-04-03T16:00Z.
        Rule(
            text: "AEST-10AEDT,M10.1.0,M4.1.0/3",
            offsets: [(1_798_761_600, 39_600), (1_814_400_000, 36_000), (1_806_767_999, 39_600), (1_806_768_000, 36_000)]),
        // New York, with the usual time of change left out: both sides of 2027-03-14T07:00Z.
        Rule(text: "EST5EDT,M3.2.0,M11.1.0", offsets: [(1_805_007_599, -18_000), (1_805_007_600, -14_400)]),
        // Day 60 is 1 March in every year, without counting 29 February: both sides of 2028-03-01T02:00 on the wall.
        Rule(text: "AAA0BBB,J60,J300", offsets: [(1_835_488_799, 0), (1_835_488_800, 3_600)]),
        // Day 59 counted from 0 is 29 February in 2028.
        Rule(text: "AAA0BBB,59,300", offsets: [(1_835_402_399, 0), (1_835_402_400, 3_600)]),
        // A negative time: the evening before, as in Greenland. Both sides of 2027-03-28T01:00Z.
        Rule(text: "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", offsets: [(1_806_195_599, -7_200), (1_806_195_600, -3_600)]),
    ])
    func rulesInTheMannerOfPOSIXAreFollowed(_ row: Rule) throws {
        let zone = try OfficeTimeZone(name: "test", tzif: Self.file(footer: row.text))
        for (second, offset) in row.offsets {
            #expect(zone.offset(at: Date(timeIntervalSince1970: Double(second))) == offset, "at \(second)")
        }
    }

    @Test(arguments: [
        "EE-2", "EET", "EET-2EEST", "EET-2EEST,M3.5.0/3", "EET-2EEST,M13.1.0,M10.1.0", "EET-2EEST,M3.6.0,M10.5.0", "EET-200",
        "<EET-2", "EET-2EEST,M3.5.0/3,M10.5.0/4,", "-2",
    ])
    func aRuleThatCannotBeReadIsAnError(_ text: String) {
        #expect(throws: TimeZoneFileError.badFooter(text)) { try OfficeTimeZone(name: "test", tzif: Self.file(footer: text)) }
    }

    @Test func whatIsNoTimeZoneIsRefused() {
        #expect(throws: TimeZoneFileError.notTimeZoneFile) { try OfficeTimeZone(name: "x", tzif: []) }
        #expect(throws: TimeZoneFileError.notTimeZoneFile) {
            try OfficeTimeZone(name: "x", tzif: Array(repeating: 65, count: 100))
        }
        #expect(throws: TimeZoneFileError.oldVersion) {
            try OfficeTimeZone(name: "x", tzif: Array("TZif".utf8) + Array(repeating: 0, count: 60))
        }
    }

    @Test func everyPrefixAndEveryChangedOctetGivesAZoneOrAnError() {
        let whole = Self.file(footer: "EET-2EEST,M3.5.0/3,M10.5.0/4", transitions: [(0, 10_800), (500_000_000, 7_200)])
        for length in whole.indices {
            #expect(throws: TimeZoneFileError.self) { try OfficeTimeZone(name: "x", tzif: Array(whole[..<length])) }
        }
        for position in whole.indices {
            for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
                var changed = whole
                changed[position] = value
                let zone = try? OfficeTimeZone(name: "x", tzif: changed)
                for instant in [Date.distantPast, Date(timeIntervalSince1970: 1_800_000_000), Date.distantFuture] {
                    _ = zone?.wallTime(at: instant)
                }
            }
        }
    }

    @Test func instantsOutsideTheCalendarStayAtItsEnds() {
        #expect(OfficeTimeZone.utc.civilDate(at: Date(timeIntervalSince1970: .infinity)).year == 9999)
        #expect(OfficeTimeZone.utc.civilDate(at: Date(timeIntervalSince1970: -.infinity)).year == 1)
        #expect(OfficeTimeZone.utc.wallTime(at: Date(timeIntervalSince1970: -1)).description == "1969-12-31 23:59:59")
    }
}
