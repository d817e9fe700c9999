// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import Storage
import Testing
import Workflows

/// What the register holds of a card's way, and that nobody can win twice.
@Suite struct RouteStoreTests {
    @Test func ofManyApprovalsAtOnceOneCounts() async throws {
        let office = try RouteOffice()
        try await RouteScenarioTests.run(Array(RouteScenarioTests.toSigning.prefix(6)), in: office)
        let approval = DraftApproval(acts: try await office.acts())
        let (card, hand) = (RouteScenarioTests.card, office.hand("melnyk"))
        let done = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { await RouteScenarioTests.refusal { _ = try await approval.approve(nil, on: card, hand) } == nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(done == 1)
        #expect(try await office.life(card).drafts.first?.approval.decisions.count == 1)
    }

    @Test func actsAndOpeningsCannotBeChanged() async throws {
        let office = try RouteOffice()
        try await RouteScenarioTests.run(Array(RouteScenarioTests.toSigning.prefix(3)), in: office)
        await office.crash()
        let storage = try SQLiteStorage(path: office.folder + "/register.sqlite")
        for statement in ["UPDATE card_act SET actor = 'x'", "DELETE FROM card_act", "UPDATE card_opening SET opening = '{}'"] {
            await #expect(throws: StorageError.self, "\(statement)") { try await storage.write { sql in try sql.run(statement) } }
        }
        await storage.close()
    }

    @Test func aTokenIsSpentWithTheActAndVoidedByAnEdit() async throws {
        let office = try RouteOffice()
        try await RouteScenarioTests.run(Array(RouteScenarioTests.toSigning.prefix(6)), in: office)
        let (_, store) = try await office.opened()
        let (card, draft) = (RouteScenarioTests.card, DraftID(rawValue: 1))
        let version = try #require(try await office.life(card).drafts.first?.current.digest)
        func token(_ octet: UInt8, for person: String) async throws -> TokenDigest {
            let digest = try #require(TokenDigest(octets: [UInt8](repeating: octet, count: 32)))
            let grant = TokenGrant(
                digest: digest, card: card, person: PersonID(rawValue: person), subject: .draft(draft), version: version,
                sentOn: office.clock.today)
            try await store.grant(grant, sentOn: office.clock.today)
            return digest
        }
        func approve(_ person: String, _ token: TokenDigest) async -> TokenRefusal? {
            let hand = Hand(PersonID(rawValue: person), by: .reply(letter: String(repeating: "a", count: 64)), token: token)
            do {
                _ = try await DraftApproval(acts: try await office.acts()).approve(nil, on: card, hand)
                return nil
            } catch {
                return error as? TokenRefusal
            }
        }
        let lawyers = try await token(1, for: "melnyk")
        #expect(await approve("tkachuk", lawyers) == .another(PersonID(rawValue: "melnyk")))
        #expect(await approve("melnyk", try #require(TokenDigest(octets: [UInt8](repeating: 9, count: 32)))) == .unknown)
        #expect(await approve("melnyk", lawyers) == nil)
        #expect(await approve("melnyk", lawyers) == .used)
        let next = try await token(2, for: "hnatiuk")
        _ = try await office.drafts().edit(
            nil, on: card, try await RouteScenarioTests.change("Інакше.", office), office.hand("shevchenko"))
        #expect(await approve("hnatiuk", next) == .oldVersion)
    }

    @Test func aSubstituteAddedByVerbActsAndIsSaidSo() async throws {
        let office = try RouteOffice()
        try await RouteScenarioTests.run(Array(RouteScenarioTests.toSigning.prefix(6)), in: office)
        let acts = try await office.acts()
        let (first, last) = (try #require(CivilDate("2026-11-24")), try #require(CivilDate("2026-12-01")))
        let away = Substitute(
            absent: PersonID(rawValue: "melnyk"), acting: PersonID(rawValue: "kravets"), days: first...last,
            basis: "розпорядження № 57-к", reason: .leave)
        let substituting = Substituting(acts: acts)
        let clerk = Actor(rawValue: "bondar")
        try await substituting.add(away, by: clerk)
        await #expect(throws: OfficeRefusal.alreadySubstituted(away)) { try await substituting.add(away, by: clerk) }
        let back = Substitute(
            absent: PersonID(rawValue: "kravets"), acting: PersonID(rawValue: "melnyk"), days: first...last, basis: "№ 58")
        #expect(
            await RouteScenarioTests.refusal { try await substituting.add(back, by: clerk) }
                == .ringOfSubstitutes(["kravets", "melnyk", "kravets"].map { PersonID(rawValue: $0) }))
        let approval = DraftApproval(acts: acts)
        #expect(
            await RouteScenarioTests.refusal {
                _ = try await approval.approve(nil, on: RouteScenarioTests.card, office.hand("melnyk"))
            } == .isAbsent(away))
        _ = try await approval.approve(nil, on: RouteScenarioTests.card, office.hand("kravets"))
        let act = try #require(try await office.life(RouteScenarioTests.card).acts.last)
        #expect(act.actor.onBehalfOf == PersonID(rawValue: "melnyk"))
        let words = try await acts.staff().wording(of: act.actor.standIn)
        #expect(words == "за Мельника А. І. (відпустка, розпорядження № 57-к)")
        _ = try await substituting.end(for: PersonID(rawValue: "melnyk"), lastDay: first, by: clerk)
        #expect(try await acts.staff().acting(for: PersonID(rawValue: "melnyk"), on: last)?.id == PersonID(rawValue: "melnyk"))
    }

    @Test func remindersGoOnTheDaysOfTheScheduleAndEndWithTheTask() async throws {
        let office = try RouteOffice()
        try await RouteScenarioTests.run(Array(RouteScenarioTests.toSigning.prefix(3)), in: office)
        let (_, store) = try await office.opened()
        let reminders = Reminders(acts: try await office.acts())
        var sent: [String] = []
        // 26 November to 15 December, every hour.
        for _ in 0..<(20 * 24) {
            office.pass(hours: 1)
            if try await reminders.pass() > 0 { sent.append("\(office.clock.timeZone.wallTime(at: office.clock.now()))") }
        }
        // Due on Thursday 10 December: 5, 3 and 1 working days ahead at 9, the day itself and every working day after it at 10.
        #expect(
            sent == [
                "2026-12-03 09:00:00", "2026-12-07 09:00:00", "2026-12-09 09:00:00", "2026-12-10 10:00:00", "2026-12-11 10:00:00",
                "2026-12-14 10:00:00", "2026-12-15 10:00:00",
            ])
        let rows = try await store.outbox(of: RouteScenarioTests.card).filter { $0.kind == "reminder" }
        #expect(rows.filter { $0.recipient == "shevchenko@city.example" }.count == 7)
        #expect(rows.filter { $0.recipient == "savchuk@city.example" }.count == 3, "the controller hears of what is overdue")
        #expect(rows[0].parameters["reminder"] == "До кінця строку виконання — 7 днів.")
        #expect(try await OfficeReport(acts: try await office.acts()).overdue().map(\.id) == [RouteScenarioTests.card])
        _ = try await CardControl(acts: try await office.acts()).report(
            nil, text: "зроблено", on: RouteScenarioTests.card, office.hand("shevchenko"))
        #expect(try await reminders.next() == nil)
    }

    @Test func closedDaysHoldAgainstFilesChainAndRegister() async throws {
        let office = try RouteOffice()
        for _ in 0..<3 { try await office.file() }
        let book = try await office.book()
        await #expect(throws: JournalBook.Refusal.self) {
            try await book.close(.incoming, through: office.clock.today, by: .daemon)
        }
        office.pass(hours: 24)
        try await office.file()
        office.pass(hours: 24)
        let closed = try await book.close(.incoming, by: .daemon)
        #expect(closed.map(\.day.description) == ["2026-11-25", "2026-11-26"])
        #expect(closed[1].previous == closed[0].digest)
        #expect(try await book.close(.incoming, by: .daemon).isEmpty)
        #expect(try await book.verify(.incoming).faults.isEmpty)
        // A number made void later is told by the register, not by the closing of its day.
        let acts = try await office.acts()
        _ = try await CardReview(acts: acts).cancel(CardID(rawValue: 2), reason: "помилково", office.hand("bondar"))
        #expect(try await book.entries(of: .incoming, year: 2026).map { $0.cancelledAt != nil } == [false, true, false, false])
        #expect(try await book.verify(.incoming).faults.isEmpty)
        #expect(try await office.opened().store.journalGaps().isEmpty)

        let file = office.folder + "/closings/incoming/2026-11-25.txt"
        try Data("інше".utf8).write(to: URL(filePath: file))
        #expect(try await book.verify(.incoming).faults.map(\.kind) == [.changedFile])
        try FileManager.default.removeItem(atPath: file)
        #expect(try await book.verify(.incoming).faults.map(\.kind) == [.missingFile])
        _ = try await book.close(.incoming, by: .daemon)
        #expect(try await book.verify(.incoming).faults.isEmpty)
        await office.crash()
        let storage = try SQLiteStorage(path: office.folder + "/register.sqlite")
        try await storage.write { sql in try sql.run("UPDATE card SET registration_index = '77/03-10' WHERE id = 1") }
        await storage.close()
        #expect(try await office.book().verify(.incoming).faults.map(\.kind) == [.changedRegister])
    }

    @Test func cardsOfBeforeOpenWhenSomebodyActs() async throws {
        let office = try RouteOffice()
        let card = try await office.file()
        let life = try await office.acts().life(of: card)
        #expect(life.stage == .onResolution && life.tasks.map(\.due?.description) == ["2026-12-15"])
        #expect(try await office.opened().store.life(of: card) == nil, "looking does not open it")
        _ = try await CardReview(acts: try await office.acts()).forward(
            card, to: "Обласна рада", lateReason: nil, office.hand("bondar"))
        let forwarded = try #require(try await office.opened().store.card(card))
        #expect(forwarded.state == .forwarded && forwarded.stage == .forwarded)
        #expect(try await office.acts().layRoutes().laid == 0)
    }

    @Test func aLetterNoRouteTakesIsSaidAndLeavesTheOthersAlone() async throws {
        let people = MailOffice.people()
        let staff = StaffDirectory(
            departments: people.departments, people: people.people, substitutes: [],
            routes: people.routes.map {
                RouteRule(
                    kind: DocumentKind(rawValue: "AUTH_CONTROL"), review: $0.review, approvers: $0.approvers,
                    signatory: $0.signatory, registration: .automatic)
            })
        let office = try RouteOffice(staff: staff)
        let lost = try await office.file("ORG_LETTER")
        try await office.file()
        let report = try await office.acts().layRoutes(page: 1)
        #expect(report.laid == 1)
        #expect(report.refused.map(\.card) == [lost])
        #expect(try await office.opened().store.outbox(of: CardID(rawValue: 2)).map(\.kind) == ["resolutionRequest"])
    }
}
