// SPDX-License-Identifier: Apache-2.0
import OfficeCalendar
import Office
import Settings
import Testing

/// `Config/calendar.yaml` and `Config/kinds.yaml`.
@Suite struct DeadlineFilesTests {
    @Test func theShippedFilesHoldTheCalendarOfTheLaw() throws {
        let settings = try DeadlineSettings.load(folder: ShippedConfigTests.folder)
        let christmas = try #require(CivilDate("2026-12-25"))
        #expect(settings.calendar.isWorking(christmas))
        #expect(settings.calendar.day(christmas).suspended?.regime.basis == "ч. 6 ст. 6 Закону № 2136-IX")
        #expect(settings.calendar.timeZone.name == "Europe/Kyiv")
        #expect(settings.calendar.endOfWork(on: christmas).description == "17:00")
        #expect(
            settings.policy.legalRoll == .next && settings.policy.internalRoll == .previous && settings.policy.monthCapDays == 30)
        #expect(!settings.policy.sources.roll.isEmpty)
    }

    @Test func theShippedKindsAreThoseTheProgramKnowsWithTheirTerms() throws {
        let settings = try DeadlineSettings.load(folder: ShippedConfigTests.folder)
        #expect(settings.kinds.codes.sorted() == DocumentKind.known.map(\.kind.rawValue).sorted())
        let day = try #require(CivilDate("2026-11-12"))
        func terms(_ code: String) -> KindTerms? { settings.kinds.terms(of: code, on: day) }
        let expected: [(String, Term?)] = [
            ("CITIZEN_APPLICATION", .months(1)), ("PUBLIC_INFO", .workingDays(5)), ("LAWYER_REQUEST", .workingDays(5)),
            ("MP_APPEAL", .calendarDays(10)), ("MP_REQUEST", .calendarDays(15)), ("LOCAL_DEP_APPEAL", .calendarDays(10)),
            ("AUTH_CONTROL", .calendarDays(30)), ("ORG_LETTER", nil), ("AUTH_INFO", nil), ("REPLY", nil), ("COURT", nil),
            ("WHISTLEBLOWER", .workingDays(10)),
        ]
        for (code, term) in expected { #expect(terms(code)?.term == term, "\(code)") }
        #expect(terms("CITIZEN_COMPLAINT")?.duty("forward")?.term == .calendarDays(5))
        #expect(terms("CITIZEN_COMPLAINT")?.duty("return")?.term == .calendarDays(10))
        #expect(terms("CITIZEN_COMPLAINT")?.duty("target")?.term == .calendarDays(15))
        #expect(terms("PUBLIC_INFO")?.duty("hours")?.term == .hours(48))
        #expect(terms("PUBLIC_INFO")?.extending?.limit == .workingDays(20))
        #expect(terms("AUTH_CONTROL")?.duty("urgent")?.term == .calendarDays(7))
        #expect(terms("AUTH_CONTROL")?.shiftsAfterHours == true)
        #expect(terms("CITIZEN_COMPLAINT")?.shiftsAfterHours == false)
        #expect(settings.kinds.terms(of: "ADMIN_CASE", on: try #require(CivilDate("2023-12-14"))) == nil)
    }

    @Test func theShippedFilesShowEveryKeyAndExplainItInBothLanguages() throws {
        for file in ["calendar.yaml", "kinds.yaml"] {
            let text = String(
                decoding: try FileSource.system.contents("\(ShippedConfigTests.folder)/\(file)").octets, as: UTF8.self)
            let keys = DeadlineSettings.declarations().filter { $0.file == file }
            #expect(keys.count > 10)
            for declaration in keys {
                let key = declaration.path.split(separator: ".").last.map { $0.replacing("[]", with: "") } ?? ""
                #expect(
                    text.contains("\(key):") || text.contains("\(key) ") || text.contains("\(key),"),
                    "\(file) does not show \(declaration.path)")
                #expect(!declaration.help.ukrainian.isEmpty && !declaration.help.english.isEmpty)
            }
        }
    }

    static let calendar = """
        timeZone: Europe/Kyiv
        week: {monday: "08:00-17:00"}
        """
    static let kinds = """
        kinds:
          - {code: A, name: лист, term: 30 days, basis: закон}
        """

    struct Mistake: Sendable, CustomTestStringConvertible {
        let name: String
        var calendar = DeadlineFilesTests.calendar
        var kinds = DeadlineFilesTests.kinds
        let says: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Mistake(name: "hours the wrong way round", calendar: "week: {monday: \"17:00-08:00\"}", says: "08:00 is not after 17:00"),
        Mistake(name: "no week", calendar: "timeZone: Europe/Kyiv", says: "the key “week” is missing"),
        Mistake(name: "a week of days off", calendar: "week: {monday: }", says: "no day of the week has hours"),
        Mistake(name: "an unknown key", calendar: calendar + "\nholliday: []", says: "there is no such key"),
        Mistake(
            name: "no such day", calendar: calendar + "\nholidays: [{day: \"02-30\", name: а}]",
            says: "“02-30” is no day of the year"),
        Mistake(
            name: "neither day nor Easter", calendar: calendar + "\nholidays: [{name: а}]",
            says: "a holiday has either day or easter"),
        Mistake(
            name: "a regime that ends before it begins",
            calendar: calendar + "\nregimes: [{name: а, basis: б, from: 2026-02-01, to: 2026-01-01, suspends: [holidays]}]",
            says: "2026-01-01 is before 2026-02-01"),
        Mistake(name: "an unknown unit", kinds: "kinds: [{code: A, name: а, term: 3 weeks}]", says: "there is no unit “weeks”"),
        Mistake(name: "no number", kinds: "kinds: [{code: A, name: а, term: days}]", says: "“days” is no term"),
        Mistake(
            name: "two rows on one day", kinds: "kinds: [{code: A, name: а}, {code: A, name: б, validFrom: 2026-01-01}]",
            says: "another row of A holds on some of these days"),
    ])
    func mistakesAreReportedWithTheirPlace(_ row: Mistake) {
        let texts = ["calendar.yaml": row.calendar, "kinds.yaml": row.kinds]
        let files = FileSource { path throws(FileSource.Failure) in
            if path.hasPrefix("/usr/share/zoneinfo/") { return try FileSource.system.contents(path) }
            guard let text = texts[String(path.split(separator: "/").last ?? "")] else {
                throw FileSource.Failure(reason: "No such file or directory", isMissing: true)
            }
            return FileSource.Contents(octets: Array(text.utf8), mode: 0o644)
        }
        do throws(ConfigError) {
            _ = try DeadlineSettings.load(folder: "/etc/chancery", files: files)
            Issue.record("the mistake was not seen")
        } catch {
            #expect(error.problems.count == 1, "\(error)")
            #expect(error.description.contains(row.says), "\(error)")
            #expect(error.problems.first?.place.line != nil)
        }
    }

    @Test func whoExtendsATermIsDataAsWell() throws {
        let kinds = try DeadlineSettings.load(folder: ShippedConfigTests.folder).kinds
        let day = try #require(CivilDate("2026-11-25"))
        func extending(_ kind: String) -> KindTerms.Extension? { kinds.terms(of: kind, on: day)?.extending }
        #expect(extending("CITIZEN_COMPLAINT")?.grantedBy == .head && extending("CITIZEN_COMPLAINT")?.limit == .calendarDays(45))
        #expect(extending("LAWYER_REQUEST")?.notice == .workingDays(5))
        for kind in ["AUTH_CONTROL", "COURT", "LAW_ENF"] { #expect(extending(kind)?.grantedBy == .author, "\(kind)") }
        #expect(extending("WHISTLEBLOWER")?.grantedBy == .nobody)
    }

    @Test func theShippedClassifierHasEveryPartAndNoCodeTwice() throws {
        let classifier = try ClassifierFile.load(path: ShippedConfigTests.folder + "/classifier.yaml")
        #expect(classifier.parts.map(\.code) == (1...9).map(String.init))
        #expect(classifier.parts.filter { !$0.isSingle }.map(\.code) == ["7"])
        #expect(classifier["3.3"]?.value.name.ukrainian == "скарга" && classifier["3.3"]?.part.code == "3")
    }

    @Test(arguments: [
        ("parts: [{code: \"1\", name: а, values: [{code: \"1\", name: б}]}]", "the code “1” is already there"),
        ("parts: [{code: \"1\", name: а, values: [{code: \"1.1\", name: б, when: [flags x]}]}]", "“flags x” is no sign"),
        ("parts: [{code: \"1\", name: а}]", "values"),
    ])
    func mistakesOfTheClassifierAreReported(_ text: String, _ words: String) {
        let files = FileSource { _ throws(FileSource.Failure) in FileSource.Contents(octets: Array(text.utf8), mode: 0o644) }
        do throws(ConfigError) {
            _ = try ClassifierFile.load(path: "/etc/chancery/classifier.yaml", files: files)
            Issue.record("the mistake was not seen")
        } catch {
            #expect(error.problems.count == 1 && error.description.contains(words), "\(error)")
        }
    }
}
