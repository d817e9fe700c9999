// SPDX-License-Identifier: Apache-2.0
import Foundation
import Office
import OfficeCalendar
import OfficeStore
import Settings
import Testing
import Workflows

/// A year and a month of the council's clock, hour by hour, over the real register: letters come in, some terms are extended to the
/// last day the law allows, and every reminder that left is compared with a table reckoned by hand.
@Suite struct SimulatedYearTests {
    /// A letter of the year. The process owner reports when the table ends; until then nobody answers it.
    struct Letter {
        let kind: String
        /// On the council's wall.
        let received: String
        /// The day the letter names, of kinds that obey the letter.
        var stated: String?
        /// When more time is asked for and given; it is the longest there is.
        var extended: String?
        let done: String
    }

    /// Among them terms that end on or beside the two days on which the clocks change (25 October 2026, 28 March 2027), a month that
    /// is too short, and a letter that comes after hours.
    static let letters = [
        Letter(kind: "CITIZEN_APPLICATION", received: "2026-09-25 11:00", done: "2026-10-28 12:00"),
        Letter(kind: "WHISTLEBLOWER", received: "2026-10-12 09:30", done: "2026-10-27 12:00"),
        Letter(kind: "PUBLIC_INFO", received: "2026-10-19 10:15", extended: "2026-10-22 11:30", done: "2026-11-17 12:00"),
        Letter(kind: "CITIZEN_COMPLAINT", received: "2026-11-24 14:00", extended: "2026-12-22 11:30", done: "2027-01-12 12:00"),
        Letter(kind: "AUTH_CONTROL", received: "2026-12-01 18:30", done: "2027-01-05 12:00"),
        Letter(kind: "AUTH_CONTROL", received: "2026-12-10 12:00", stated: "2026-12-19", done: "2026-12-22 12:00"),
        Letter(kind: "LAWYER_REQUEST", received: "2026-12-21 08:20", extended: "2026-12-23 11:30", done: "2027-01-22 12:00"),
        Letter(kind: "CITIZEN_APPLICATION", received: "2027-01-31 22:00", done: "2027-03-03 12:00"),
        Letter(kind: "MP_APPEAL", received: "2027-02-26 15:45", extended: "2027-03-04 11:30", done: "2027-03-31 12:00"),
        Letter(kind: "AUTH_CONTROL", received: "2027-03-10 16:30", stated: "2027-03-28", done: "2027-04-01 12:00"),
        Letter(kind: "MP_REQUEST", received: "2027-04-16 13:00", extended: "2027-04-28 11:30", done: "2027-05-18 12:00"),
        Letter(kind: "CITIZEN_PROPOSAL", received: "2027-05-20 17:30", done: "2027-06-24 12:00"),
        Letter(kind: "LOCAL_DEP_APPEAL", received: "2027-06-18 09:05", extended: "2027-06-25 11:30", done: "2027-07-21 12:00"),
        Letter(kind: "MP_APPEAL", received: "2027-07-05 10:00", extended: "2027-07-12 11:30", done: "2027-08-06 12:00"),
        Letter(kind: "PUBLIC_INFO", received: "2027-08-19 11:11", done: "2027-08-31 12:00"),
        Letter(kind: "CITIZEN_APPLICATION", received: "2027-09-24 10:40", done: "2027-10-27 12:00"),
    ]

    /// What is true of a calendar, and what the year comes to in it.
    struct Year: Sendable, CustomTestStringConvertible {
        let name: String
        /// The last day of martial law; nil while it goes on.
        let martialLawUntil: String?
        /// Whether the council works on Saturday 19 December 2026 for Thursday 31 December.
        let movesWork: Bool
        /// Kind, receipt: due date, reminders as DAY.MONTH-HOUR and the hours the wall is ahead of Greenwich; behind `>` the last day
        /// to which the term can be extended, and the reminders of that day.
        let table: String
        var testDescription: String { name }
    }

    static let martialLaw = Year(
        name: "martial law all the year: no holidays", martialLawUntil: nil, movesWork: false,
        table: """
            CITIZEN_APPLICATION 2026-09-25 11:00: 2026-10-26 19.10-09+3 21.10-09+3 23.10-09+3 26.10-10+2 27.10-10+2 28.10-10+2
            WHISTLEBLOWER 2026-10-12 09:30: 2026-10-26 19.10-09+3 21.10-09+3 23.10-09+3 26.10-10+2 27.10-10+2
            PUBLIC_INFO 2026-10-19 10:15: 2026-10-26 21.10-09+3 > 2026-11-16 09.11-09+2 11.11-09+2 13.11-09+2 16.11-10+2 17.11-10+2
            CITIZEN_COMPLAINT 2026-11-24 14:00: 2026-12-24 17.12-09+2 21.12-09+2 > 2027-01-08 01.01-09+2 05.01-09+2 07.01-09+2 08.01-10+2 11.01-10+2 12.01-10+2
            AUTH_CONTROL 2026-12-01 18:30: 2027-01-01 25.12-09+2 29.12-09+2 31.12-09+2 01.01-10+2 04.01-10+2 05.01-10+2
            AUTH_CONTROL 2026-12-10 12:00: 2026-12-21 14.12-09+2 16.12-09+2 18.12-09+2 21.12-10+2 22.12-10+2
            LAWYER_REQUEST 2026-12-21 08:20: 2026-12-28 21.12-09+2 23.12-09+2 > 2027-01-18 11.01-09+2 13.01-09+2 15.01-09+2 18.01-10+2 19.01-10+2 20.01-10+2 21.01-10+2 22.01-10+2
            CITIZEN_APPLICATION 2027-01-31 22:00: 2027-03-01 22.02-09+2 24.02-09+2 26.02-09+2 01.03-10+2 02.03-10+2 03.03-10+2
            MP_APPEAL 2027-02-26 15:45: 2027-03-08 01.03-09+2 03.03-09+2 > 2027-03-29 22.03-09+2 24.03-09+2 26.03-09+2 29.03-10+3 30.03-10+3 31.03-10+3
            AUTH_CONTROL 2027-03-10 16:30: 2027-03-29 22.03-09+2 24.03-09+2 26.03-09+2 29.03-10+3 30.03-10+3 31.03-10+3 01.04-10+3
            MP_REQUEST 2027-04-16 13:00: 2027-05-03 26.04-09+3 28.04-09+3 > 2027-05-17 10.05-09+3 12.05-09+3 14.05-09+3 17.05-10+3 18.05-10+3
            CITIZEN_PROPOSAL 2027-05-20 17:30: 2027-06-21 14.06-09+3 16.06-09+3 18.06-09+3 21.06-10+3 22.06-10+3 23.06-10+3 24.06-10+3
            LOCAL_DEP_APPEAL 2027-06-18 09:05: 2027-06-28 21.06-09+3 23.06-09+3 25.06-09+3 > 2027-07-19 12.07-09+3 14.07-09+3 16.07-09+3 19.07-10+3 20.07-10+3 21.07-10+3
            MP_APPEAL 2027-07-05 10:00: 2027-07-15 08.07-09+3 12.07-09+3 > 2027-08-04 28.07-09+3 30.07-09+3 03.08-09+3 04.08-10+3 05.08-10+3 06.08-10+3
            PUBLIC_INFO 2027-08-19 11:11: 2027-08-26 23.08-09+3 25.08-09+3 26.08-10+3 27.08-10+3 30.08-10+3 31.08-10+3
            CITIZEN_APPLICATION 2027-09-24 10:40: 2027-10-25 18.10-09+3 20.10-09+3 22.10-09+3 25.10-10+3 26.10-10+3 27.10-10+3
            """)

    /// Off are 25 and 31 December, 1 January, 8 March, 3, 4 and 10 May (for 1, 2 and 8 May), 21 June (for Trinity), 28 June, 15 July,
    /// 24 August and 1 October; worked is Saturday 19 December.
    static let peace = Year(
        name: "no martial law", martialLawUntil: "2026-09-20", movesWork: true,
        table: """
            CITIZEN_APPLICATION 2026-09-25 11:00: 2026-10-26 19.10-09+3 21.10-09+3 23.10-09+3 26.10-10+2 27.10-10+2 28.10-10+2
            WHISTLEBLOWER 2026-10-12 09:30: 2026-10-26 19.10-09+3 21.10-09+3 23.10-09+3 26.10-10+2 27.10-10+2
            PUBLIC_INFO 2026-10-19 10:15: 2026-10-26 21.10-09+3 > 2026-11-16 09.11-09+2 11.11-09+2 13.11-09+2 16.11-10+2 17.11-10+2
            CITIZEN_COMPLAINT 2026-11-24 14:00: 2026-12-24 18.12-09+2 21.12-09+2 > 2027-01-08 30.12-09+2 05.01-09+2 07.01-09+2 08.01-10+2 11.01-10+2 12.01-10+2
            AUTH_CONTROL 2026-12-01 18:30: 2027-01-04 23.12-09+2 28.12-09+2 30.12-09+2 04.01-10+2 05.01-10+2
            AUTH_CONTROL 2026-12-10 12:00: 2026-12-19 14.12-09+2 16.12-09+2 18.12-09+2 19.12-10+2 21.12-10+2 22.12-10+2
            LAWYER_REQUEST 2026-12-21 08:20: 2026-12-29 21.12-09+2 23.12-09+2 > 2027-01-21 14.01-09+2 18.01-09+2 20.01-09+2 21.01-10+2 22.01-10+2
            CITIZEN_APPLICATION 2027-01-31 22:00: 2027-03-01 22.02-09+2 24.02-09+2 26.02-09+2 01.03-10+2 02.03-10+2 03.03-10+2
            MP_APPEAL 2027-02-26 15:45: 2027-03-09 01.03-09+2 03.03-09+2 > 2027-03-29 22.03-09+2 24.03-09+2 26.03-09+2 29.03-10+3 30.03-10+3 31.03-10+3
            AUTH_CONTROL 2027-03-10 16:30: 2027-03-29 22.03-09+2 24.03-09+2 26.03-09+2 29.03-10+3 30.03-10+3 31.03-10+3 01.04-10+3
            MP_REQUEST 2027-04-16 13:00: 2027-05-05 26.04-09+3 28.04-09+3 > 2027-05-17 07.05-09+3 12.05-09+3 14.05-09+3 17.05-10+3 18.05-10+3
            CITIZEN_PROPOSAL 2027-05-20 17:30: 2027-06-22 14.06-09+3 16.06-09+3 18.06-09+3 22.06-10+3 23.06-10+3 24.06-10+3
            LOCAL_DEP_APPEAL 2027-06-18 09:05: 2027-06-29 23.06-09+3 25.06-09+3 > 2027-07-19 09.07-09+3 13.07-09+3 16.07-09+3 19.07-10+3 20.07-10+3 21.07-10+3
            MP_APPEAL 2027-07-05 10:00: 2027-07-16 08.07-09+3 12.07-09+3 > 2027-08-04 28.07-09+3 30.07-09+3 03.08-09+3 04.08-10+3 05.08-10+3 06.08-10+3
            PUBLIC_INFO 2027-08-19 11:11: 2027-08-27 23.08-09+3 26.08-09+3 27.08-10+3 30.08-10+3 31.08-10+3
            CITIZEN_APPLICATION 2027-09-24 10:40: 2027-10-25 18.10-09+3 20.10-09+3 22.10-09+3 25.10-10+3 26.10-10+3 27.10-10+3
            """)

    /// 25 December, 1 January and 8 March are still worked.
    static let ended = Year(
        name: "martial law ends on 31 March 2027", martialLawUntil: "2027-03-31", movesWork: true,
        table: """
            CITIZEN_APPLICATION 2026-09-25 11:00: 2026-10-26 19.10-09+3 21.10-09+3 23.10-09+3 26.10-10+2 27.10-10+2 28.10-10+2
            WHISTLEBLOWER 2026-10-12 09:30: 2026-10-26 19.10-09+3 21.10-09+3 23.10-09+3 26.10-10+2 27.10-10+2
            PUBLIC_INFO 2026-10-19 10:15: 2026-10-26 21.10-09+3 > 2026-11-16 09.11-09+2 11.11-09+2 13.11-09+2 16.11-10+2 17.11-10+2
            CITIZEN_COMPLAINT 2026-11-24 14:00: 2026-12-24 18.12-09+2 21.12-09+2 > 2027-01-08 01.01-09+2 05.01-09+2 07.01-09+2 08.01-10+2 11.01-10+2 12.01-10+2
            AUTH_CONTROL 2026-12-01 18:30: 2027-01-01 24.12-09+2 28.12-09+2 30.12-09+2 01.01-10+2 04.01-10+2 05.01-10+2
            AUTH_CONTROL 2026-12-10 12:00: 2026-12-19 14.12-09+2 16.12-09+2 18.12-09+2 19.12-10+2 21.12-10+2 22.12-10+2
            LAWYER_REQUEST 2026-12-21 08:20: 2026-12-28 21.12-09+2 23.12-09+2 > 2027-01-19 12.01-09+2 14.01-09+2 18.01-09+2 19.01-10+2 20.01-10+2 21.01-10+2 22.01-10+2
            CITIZEN_APPLICATION 2027-01-31 22:00: 2027-03-01 22.02-09+2 24.02-09+2 26.02-09+2 01.03-10+2 02.03-10+2 03.03-10+2
            MP_APPEAL 2027-02-26 15:45: 2027-03-08 01.03-09+2 03.03-09+2 > 2027-03-29 22.03-09+2 24.03-09+2 26.03-09+2 29.03-10+3 30.03-10+3 31.03-10+3
            AUTH_CONTROL 2027-03-10 16:30: 2027-03-29 22.03-09+2 24.03-09+2 26.03-09+2 29.03-10+3 30.03-10+3 31.03-10+3 01.04-10+3
            MP_REQUEST 2027-04-16 13:00: 2027-05-05 26.04-09+3 28.04-09+3 > 2027-05-17 07.05-09+3 12.05-09+3 14.05-09+3 17.05-10+3 18.05-10+3
            CITIZEN_PROPOSAL 2027-05-20 17:30: 2027-06-22 14.06-09+3 16.06-09+3 18.06-09+3 22.06-10+3 23.06-10+3 24.06-10+3
            LOCAL_DEP_APPEAL 2027-06-18 09:05: 2027-06-29 23.06-09+3 25.06-09+3 > 2027-07-19 09.07-09+3 13.07-09+3 16.07-09+3 19.07-10+3 20.07-10+3 21.07-10+3
            MP_APPEAL 2027-07-05 10:00: 2027-07-16 08.07-09+3 12.07-09+3 > 2027-08-04 28.07-09+3 30.07-09+3 03.08-09+3 04.08-10+3 05.08-10+3 06.08-10+3
            PUBLIC_INFO 2027-08-19 11:11: 2027-08-27 23.08-09+3 26.08-09+3 27.08-10+3 30.08-10+3 31.08-10+3
            CITIZEN_APPLICATION 2027-09-24 10:40: 2027-10-25 18.10-09+3 20.10-09+3 22.10-09+3 25.10-10+3 26.10-10+3 27.10-10+3
            """)

    @Test(arguments: [martialLaw, peace, ended]) func remindersAndExtensionsAreThoseReckonedByHand(_ year: Year) async throws {
        let law = try Self.law(of: year)
        let zone = law.reckoning.calendar.timeZone
        let office = try RouteOffice(law: law, timeZone: zone)
        var play = Play(office: office, zone: zone, law: law)
        var plays = try Self.letters.enumerated().flatMap { number, letter in try play.happenings(number, letter) }
        plays.sort { $0.at < $1.at }
        var queue = plays[...]
        // Every hour, on the hour, from 20 September 2026 to 31 October 2027.
        var now = try play.instant("2026-09-20 00:00")
        let end = try play.instant("2027-11-01 00:00")
        let reminders = Reminders(acts: try await office.acts())
        while now < end {
            while let next = queue.first, next.at <= now {
                queue.removeFirst()
                office.now.withLock { $0 = next.at }
                try await play.perform(next)
            }
            office.now.withLock { $0 = now }
            _ = try await reminders.pass()
            now += 3_600
        }
        let lines = try await play.lines()
        for (line, expected) in zip(lines, year.table.split(separator: "\n")) { #expect(line == expected) }
        #expect(lines.count == Self.letters.count && year.table.split(separator: "\n").count == lines.count)
    }

    /// The shipped calendar and kinds, with the year's own regime and moved days.
    private static func law(of year: Year) throws -> OfficeActs.Law {
        let shipped = try ShippedLaw.settings()
        let known = shipped.calendar
        let regimes = try known.regimes.map { regime in
            CalendarRegime(
                name: regime.name, basis: regime.basis, from: regime.from,
                to: try year.martialLawUntil.map { try #require(CivilDate($0)) }, suspends: regime.suspends)
        }
        func day(_ text: String) throws -> [WorkCalendar.SpecialDay] {
            year.movesWork ? [WorkCalendar.SpecialDay(try #require(CivilDate(text)), note: "розпорядження № 100-р")] : []
        }
        let calendar = WorkCalendar(
            week: known.week, holidays: known.holidays, regimes: regimes, movesHolidays: known.movesHolidays,
            extraOff: try day("2026-12-31"), extraWork: try day("2026-12-19"), shortDayMinutes: known.shortDayMinutes,
            timeZone: known.timeZone)
        return OfficeActs.Law(
            reckoning: DueReckoning(calendar: calendar, policy: shipped.policy), kinds: shipped.kinds)
    }

    /// The people of the year at work.
    private struct Play {
        struct Happening {
            enum What { case received, resolved, extended, done }
            let at: Date
            let what: What
            let letter: Int
        }

        let office: RouteOffice
        let zone: OfficeTimeZone
        let law: OfficeActs.Law
        private var cards: [Int: CardID] = [:]
        private var dues: [Int: [CivilDate]] = [:]
        private var extendedAt: [Int: Date] = [:]

        init(office: RouteOffice, zone: OfficeTimeZone, law: OfficeActs.Law) {
            self.office = office
            self.zone = zone
            self.law = law
        }

        func wall(_ text: String) throws -> WallTime {
            let parts = text.split(separator: " ")
            let time = parts[1].split(separator: ":").compactMap { Int($0) }
            return WallTime(date: try #require(CivilDate(parts[0])), hour: time[0], minute: time[1])
        }

        func instant(_ text: String) throws -> Date { zone.instant(of: try wall(text)) }

        func happenings(_ number: Int, _ letter: Letter) throws -> [Happening] {
            let received = try instant(letter.received)
            var found = [
                Happening(at: received, what: .received, letter: number),
                Happening(at: received + 600, what: .resolved, letter: number),
            ]
            if let extended = letter.extended {
                found.append(Happening(at: try instant(extended), what: .extended, letter: number))
            }
            return found + [Happening(at: try instant(letter.done), what: .done, letter: number)]
        }

        mutating func perform(_ happening: Happening) async throws {
            let (number, letter) = (happening.letter, SimulatedYearTests.letters[happening.letter])
            switch happening.what {
            case .received:
                let due = try due(of: letter)
                dues[number] = [due]
                cards[number] = try await office.file(letter.kind, due: due.description)
                #expect(try await office.acts().layRoutes().laid == 1)
            case .resolved:
                let order = ResolutionWriting.Order(main: PersonID(rawValue: "shevchenko"), text: "Підготувати відповідь")
                _ = try await ResolutionWriting(acts: try await office.acts()).resolve(
                    try card(number), order, office.hand("levchenko"))
            case .extended:
                extendedAt[number] = happening.at
                let latest = try await extend(try card(number))
                dues[number]?.append(latest)
            case .done:
                _ = try await CardControl(acts: try await office.acts()).report(
                    nil, text: "зроблено", on: try card(number), office.hand("shevchenko"))
            }
        }

        private func card(_ number: Int) throws -> CardID { try #require(cards[number]) }

        private func due(of letter: Letter) throws -> CivilDate {
            let received = try wall(letter.received)
            let terms = try #require(law.kinds.terms(of: letter.kind, on: received.date))
            let rule: DueRule =
                if let stated = letter.stated { .date(try #require(CivilDate(stated)), time: nil) } else {
                    .term(try #require(terms.term))
                }
            let dates = law.reckoning.dates(of: rule, receivedAt: received, shifts: terms.shiftsAfterHours)
            return try #require(dates).legal
        }

        /// Asks for one day too many, which is refused, then for the last day, which is given.
        private func extend(_ card: CardID) async throws -> CivilDate {
            let control = CardControl(acts: try await office.acts())
            let latest = try #require(try await office.life(card).opening.allowance.latest)
            let refusal = await RouteScenarioTests.refusal {
                _ = try await control.askExtension(
                    of: nil, until: latest.adding(days: 1), reason: "обсяг", on: card, office.hand("shevchenko"))
            }
            #expect(refusal == .beyondLimit(latest, ground: try await office.life(card).opening.allowance.ground))
            _ = try await control.askExtension(of: nil, until: latest, reason: "обсяг", on: card, office.hand("shevchenko"))
            _ = try await control.grantExtension(of: nil, basis: nil, on: card, office.hand("levchenko"))
            return latest
        }

        /// The table as it came out.
        func lines() async throws -> [String] {
            let (_, store) = try await office.opened()
            var lines: [String] = []
            for (number, letter) in SimulatedYearTests.letters.enumerated() {
                let sent = try await store.outbox(of: try card(number)).filter {
                    $0.kind == NoticeKind.reminder.rawValue && $0.recipient == "shevchenko@city.example"
                }.map(\.createdAt).sorted()
                let turn = extendedAt[number] ?? .distantFuture
                let parts = [sent.filter { $0 < turn }, sent.filter { $0 >= turn }]
                let columns = zip(dues[number] ?? [], parts).map { due, sent in
                    ([due.description] + sent.map(stamp)).joined(separator: " ")
                }
                lines.append("\(letter.kind) \(letter.received): " + columns.joined(separator: " > "))
            }
            return lines
        }

        private func stamp(_ instant: Date) -> String {
            let wall = zone.wallTime(at: instant)
            let digits = wall.date.ukrainianDigits.prefix(5)
            let hour = wall.hourAndMinute.hasSuffix(":00") ? String(wall.hourAndMinute.prefix(2)) : wall.hourAndMinute
            return "\(digits)-\(hour)+\(zone.offset(at: instant) / 3_600)"
        }
    }
}
