// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import Testing

@Suite struct SubstitutionTests {
    static func link(_ absent: String, _ acting: String, _ from: String, _ to: String) -> Substitute {
        Substitute(
            absent: Council.id(absent), acting: Council.id(acting), days: Council.day(from)...Council.day(to),
            basis: "розпорядження № 57-к", reason: .leave)
    }

    static let chain = [
        link("shevchenko", "kravets", "2026-12-01", "2026-12-14"), link("kravets", "lawyer", "2026-12-07", "2026-12-09"),
    ]

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let person: String
        var absent: String?
        let on: String
        let refusal: OfficeRefusal?
        var testDescription: String { name }
    }

    @Test(arguments: [
        Row(name: "there", person: "shevchenko", on: "2026-11-30", refusal: nil),
        Row(name: "absent", person: "shevchenko", on: "2026-12-01", refusal: .isAbsent(chain[0])),
        Row(name: "back", person: "shevchenko", on: "2026-12-15", refusal: nil),
        Row(name: "for the absent", person: "kravets", absent: "shevchenko", on: "2026-12-01", refusal: nil),
        Row(
            name: "a day too early", person: "kravets", absent: "shevchenko", on: "2026-11-30",
            refusal: .doesNotStandIn(Council.id("kravets"), for: Council.id("shevchenko"))),
        Row(name: "the end of a chain", person: "lawyer", absent: "shevchenko", on: "2026-12-08", refusal: nil),
        Row(
            name: "the middle of a chain", person: "kravets", absent: "shevchenko", on: "2026-12-08", refusal: .isAbsent(chain[1])
        ),
        Row(
            name: "a stranger", person: "deputy", absent: "shevchenko", on: "2026-12-01",
            refusal: .doesNotStandIn(Council.id("deputy"), for: Council.id("shevchenko"))),
        Row(name: "nobody", person: "ghost", on: "2026-12-01", refusal: .unknownPerson(Council.id("ghost"))),
    ]) func whoMayActForWhom(_ row: Row) {
        let staff = Council.staff(Self.chain)
        var refusal: OfficeRefusal?
        do throws(OfficeRefusal) {
            let actor = try staff.actor(
                Council.id(row.person), for: row.absent.map { Council.id($0) }, on: Council.day(row.on))
            #expect(actor.onBehalfOf == Council.id(row.absent ?? row.person))
        } catch {
            refusal = error
        }
        #expect(refusal == row.refusal)
    }

    @Test func aStandInHasTheRolesOfTheAbsentPersonAndNotTheirOwn() throws {
        let staff = Council.staff([Self.link("bondar", "control", "2026-11-25", "2026-11-25")])
        let actor = try staff.actor(Council.id("control"), for: Council.id("bondar"), on: Council.today)
        #expect(actor.authority == [.registrar])
        #expect(staff.capacities(of: Council.id("control"), on: Council.today).count == 2)
        let card = CardLife(Council.opening(registered: false))
        let act = OpenAct(.accepted)
        let found = try staff.actor(Council.id("control"), doing: act, on: card, at: Council.noon, by: .desk)
        #expect(found.onBehalfOf == Council.id("bondar"))
        #expect(staff.wording(of: found.standIn) == "за Бондар І. О. (відпустка, розпорядження № 57-к)")
        #expect(staff.wording(of: found.standIn, in: .english) == "for Бондар І. О. (leave, розпорядження № 57-к)")
        #expect(staff.wording(of: nil).isEmpty)
    }

    @Test func ringsAndOverlapsAreRefused() throws {
        var substitution = Substitution(Self.chain)
        #expect(throws: OfficeRefusal.substitutesSelf(Council.id("lawyer"))) {
            try substitution.add(Self.link("lawyer", "lawyer", "2026-12-01", "2026-12-02"))
        }
        #expect(throws: OfficeRefusal.alreadySubstituted(Self.chain[0])) {
            try substitution.add(Self.link("shevchenko", "deputy", "2026-12-14", "2026-12-20"))
        }
        #expect(
            throws: OfficeRefusal.ringOfSubstitutes(["lawyer", "shevchenko", "kravets", "lawyer"].map { Council.id($0) })
        ) {
            try substitution.add(Self.link("lawyer", "shevchenko", "2026-12-01", "2026-12-31"))
        }
        // The same people on days without the second link make no ring.
        try substitution.add(Self.link("lawyer", "shevchenko", "2026-12-10", "2026-12-14"))
        #expect(
            substitution.chain(for: Council.id("lawyer"), on: Council.day("2026-12-10")).map(\.acting.rawValue) == [
                "shevchenko", "kravets",
            ])
    }

    @Test func aSubstitutionEndsEarly() throws {
        var substitution = Substitution(Self.chain)
        try substitution.end(for: Council.id("shevchenko"), lastDay: Council.day("2026-12-04"))
        #expect(substitution.substitutes[0].days.upperBound == Council.day("2026-12-04"))
        try substitution.end(for: Council.id("kravets"), lastDay: Council.day("2026-12-04"))
        #expect(substitution.substitutes.count == 1)
        #expect(throws: OfficeRefusal.notSubstituted(Council.id("shevchenko"))) {
            try substitution.end(for: Council.id("shevchenko"), lastDay: Council.day("2026-12-05"))
        }
    }

    @Test func aRingInAnOldFileStandsForNobody() {
        let ring = Substitution([
            Self.link("lawyer", "deputy", "2026-12-01", "2026-12-31"), Self.link("deputy", "lawyer", "2026-12-01", "2026-12-31"),
        ])
        #expect(ring.chain(for: Council.id("lawyer"), on: Council.day("2026-12-01")).isEmpty)
    }

    @Test(arguments: [
        ("Ткачук Василь Петрович", "Ткачука В. П."), ("Шевченко Тарас Григорович", "Шевченка Т. Г."),
        ("Шевченко Олена Петрівна", "Шевченко О. П."), ("Кравець Павло Іванович", "Кравця П. І."),
        ("Стрілець Іван Олегович", "Стрільця І. О."), ("Коваль Іван Олегович", "Коваля І. О."),
        ("Коваль Ірина Олегівна", "Коваль І. О."), ("Ковальський Лев Ілліч", "Ковальського Л. І."),
        ("Ковальська Ніна Львівна", "Ковальську Н. Л."), ("Гайдай Юрій Юрійович", "Гайдая Ю. Ю."),
        ("Скрипка Іван Іванович", "Скрипку І. І."), ("Savchuk", "Savchuk"),
    ]) func aNameIsPutInTheAccusative(_ name: String, _ expected: String) {
        #expect(Council.person("x", name, "", []).shortNameInAccusative == expected)
    }
}
