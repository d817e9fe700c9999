// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import Testing

@Suite struct StaffDirectoryTests {
    static func person(_ id: String, _ roles: Set<Role>, phone: String? = nil, department: String? = nil) -> Person {
        Person(
            id: PersonID(rawValue: id), name: id.uppercased(), post: "посада",
            department: department.map { DepartmentID(rawValue: $0) },
            email: "\(id)@city.example", phone: phone, roles: roles)
    }

    static func substitute(_ absent: String, _ acting: String, _ from: String, _ to: String) throws -> Substitute {
        Substitute(
            absent: PersonID(rawValue: absent), acting: PersonID(rawValue: acting),
            days: try #require(CivilDate(from))...(try #require(CivilDate(to))), basis: "розпорядження № 57-к")
    }

    static func route(_ kind: String?, _ registration: Registration) -> RouteRule {
        RouteRule(
            kind: kind.map { DocumentKind(rawValue: $0) }, review: .role(.mayor), approvers: [.role(.lawyer)],
            signatory: .role(.mayor),
            registration: registration)
    }

    static func directory(substitutes: [Substitute] = [], routes: [RouteRule] = []) -> StaffDirectory {
        StaffDirectory(
            departments: [
                Department(id: DepartmentID(rawValue: "zhkg"), name: "Управління", phone: "11-22"),
                Department(id: DepartmentID(rawValue: "arkhiv"), name: "Архів", phone: nil),
            ],
            people: [
                person("bondar", [.registrar, .controller], phone: "00-00"),
                person("shevchenko", [.official], phone: "11-23", department: "zhkg"),
                person("kravets", [.official], department: "zhkg"),
                person("melnyk", [.lawyer], department: "arkhiv"),
            ], substitutes: substitutes, routes: routes)
    }

    @Test func aPersonsOwnPhoneGoesBeforeThatOfTheDepartment() throws {
        let staff = Self.directory()
        func phone(_ id: String) throws -> String? { staff.phone(of: try #require(staff.person(PersonID(rawValue: id)))) }
        #expect(try phone("shevchenko") == "11-23")
        #expect(try phone("kravets") == "11-22")
        #expect(try phone("melnyk") == nil)
    }

    @Test func peopleAreFoundByIdAddressAndRole() {
        let staff = Self.directory()
        #expect(staff.person(PersonID(rawValue: "nobody")) == nil)
        #expect(staff.person(email: "Kravets@CITY.example")?.id.rawValue == "kravets")
        #expect(staff.registrars.map(\.id.rawValue) == ["bondar"])
        #expect(staff.people(with: .official).map(\.id.rawValue) == ["shevchenko", "kravets"])
        #expect(staff.people(for: .person(PersonID(rawValue: "melnyk"))).count == 1)
        #expect(staff.people(for: .role(.mayor)).isEmpty)
    }

    struct Absence: Sendable, CustomTestStringConvertible {
        let name: String
        let day: String
        let acting: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Absence(name: "the day before", day: "2026-11-30", acting: "shevchenko"),
        Absence(name: "the first day", day: "2026-12-01", acting: "kravets"),
        Absence(name: "while the substitute is away too", day: "2026-12-05", acting: "melnyk"),
        Absence(name: "the last day", day: "2026-12-14", acting: "kravets"),
        Absence(name: "the day after", day: "2026-12-15", acting: "shevchenko"),
    ])
    func substitutesActOnTheirDays(_ row: Absence) throws {
        let staff = Self.directory(substitutes: [
            try Self.substitute("shevchenko", "kravets", "2026-12-01", "2026-12-14"),
            try Self.substitute("kravets", "melnyk", "2026-12-05", "2026-12-06"),
        ])
        #expect(
            staff.acting(for: PersonID(rawValue: "shevchenko"), on: try #require(CivilDate(row.day)))?.id.rawValue == row.acting)
    }

    @Test func aRingOfSubstitutesEnds() throws {
        let staff = Self.directory(substitutes: [
            try Self.substitute("shevchenko", "kravets", "2026-12-01", "2026-12-14"),
            try Self.substitute("kravets", "shevchenko", "2026-12-01", "2026-12-14"),
        ])
        let day = try #require(CivilDate("2026-12-02"))
        #expect(staff.acting(for: PersonID(rawValue: "shevchenko"), on: day)?.id.rawValue == "shevchenko")
        #expect(staff.acting(for: PersonID(rawValue: "nobody"), on: day) == nil)
    }

    @Test func theFirstRouteThatMatchesCounts() {
        let staff = Self.directory(routes: [
            Self.route("CITIZEN_COMPLAINT", .reviewed), Self.route(nil, .automatic), Self.route("AUTH_CONTROL", .reviewed),
        ])
        #expect(staff.registration(of: DocumentKind(rawValue: "CITIZEN_COMPLAINT")) == .reviewed)
        #expect(staff.registration(of: DocumentKind(rawValue: "AUTH_CONTROL")) == .automatic)
        #expect(staff.registration(of: nil) == .automatic)
    }

    @Test func aLetterOfUnknownKindTakesNoRouteOfAKind() {
        let staff = Self.directory(routes: [Self.route("AUTH_CONTROL", .automatic)])
        #expect(staff.route(for: nil) == nil)
        #expect(staff.registration(of: nil) == .reviewed)
        #expect(staff.registration(of: DocumentKind(rawValue: "AUTH_CONTROL")) == .automatic)
    }
}
