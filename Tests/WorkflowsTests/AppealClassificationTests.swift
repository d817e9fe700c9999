// SPDX-License-Identifier: Apache-2.0
import Foundation
import Office
import OfficeCalendar
import OfficeStore
import Testing
import Workflows

/// The classifier no. 858: proposed where the letter is sure, settled by a person, counted for the report.
@Suite struct AppealClassificationTests {
    private static func codes(_ office: RouteOffice, _ card: CardID) async throws -> [String] {
        try await AppealClassification(acts: try await office.acts()).lines(of: card).map { line in
            (line.value?.code ?? "\(line.part.code).—") + (line.isSettled ? "!" : "")
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        var kind = "CITIZEN_COMPLAINT"
        let facts: String
        let codes: [String]
        var testDescription: String { name }
    }

    @Test(arguments: [
        Row(
            name: "a complaint of a combatant",
            facts: #""applicant":{"name":"Коваль Іван Петрович","category":"учасник бойових дій"},"#,
            codes: ["1.1", "2.1", "3.3", "4.1", "5.1", "6.4", "7.5", "8.—", "9.—"]),
        Row(
            name: "a repeated collective one an authority passed on",
            facts: #""viaAuthority":"ОВА","flags":["repeated","collective"],"applicant":{"name":"Коваль Ганна Петрівна"},"#,
            codes: ["1.4", "2.2", "3.3", "4.—", "5.2", "6.4", "7.—", "8.—", "9.—"]),
        Row(
            name: "an anonymous application", kind: "CITIZEN_APPLICATION", facts: #""flags":["anonymous"],"#,
            codes: ["1.1", "2.1", "3.2", "4.—", "5.3", "6.4", "7.—", "8.—", "9.—"]),
        Row(
            name: "a pensioner's proposal", kind: "CITIZEN_PROPOSAL",
            facts: #""applicant":{"name":"Коваль Ганна Петрівна","category":"пенсіонер"},"#,
            codes: ["1.1", "2.1", "3.1", "4.2", "5.1", "6.4", "7.—", "8.1", "9.—"]),
        Row(
            name: "a name without a patronymic tells no sex", facts: #""applicant":{"name":"Саша Коваль"},"#,
            codes: ["1.1", "2.1", "3.3", "4.—", "5.1", "6.4", "7.—", "8.—", "9.—"]),
    ]) func whatTheLetterSaysForSureIsProposed(_ row: Row) async throws {
        let office = try RouteOffice()
        let card = try await office.file(row.kind, facts: row.facts)
        #expect(try await Self.codes(office, card) == row.codes)
    }

    @Test func aKindThatIsOnlyGuessedAtProposesNothingUntilARegistrarAcceptsTheCard() async throws {
        let office = try RouteOffice()
        let card = try await office.file("CITIZEN_COMPLAINT", reviewed: true)
        #expect(try await Self.codes(office, card).contains("3.—"))
        let review = CardReview(acts: try await office.acts())
        _ = try await review.accept(card, in: .citizens, office.hand("bondar"))
        #expect(try await Self.codes(office, card).contains("3.3"))
    }

    @Test func aPersonSettlesCodesAndOthersOfThePartGiveWay() async throws {
        let office = try RouteOffice()
        let card = try await office.file("CITIZEN_COMPLAINT", facts: #""applicant":{"name":"Коваль Іван Петрович"},"#)
        let classification = AppealClassification(acts: try await office.acts())
        let clerk = PersonID(rawValue: "bondar")
        try await classification.classify(card, as: ["9.2", "7.5", "7.13"], by: clerk)
        #expect(
            try await Self.codes(office, card) == ["1.1", "2.1", "3.3", "4.1", "5.1", "6.4", "7.5!", "7.13!", "8.—", "9.2!"])
        try await classification.classify(card, as: ["9.3", "2.4"], by: clerk)
        await office.crash()
        #expect(
            try await Self.codes(office, card) == ["1.1", "2.4!", "3.3", "4.1", "5.1", "6.4", "7.5!", "7.13!", "8.—", "9.3!"])
        let events = try await office.opened().store.events(of: card).filter { $0.verb == "card.classified" }
        #expect(events.count == 2 && events.last?.details.contains("9.2") == true, "who took a code away is on record")
        #expect(try await office.opened().store.verifyEvents() == nil)
    }

    @Test func codesThatMakeNoSenseAreRefused() async throws {
        let office = try RouteOffice()
        let appeal = try await office.file("CITIZEN_COMPLAINT")
        let order = try await office.file("AUTH_CONTROL")
        let classification = AppealClassification(acts: try await office.acts())
        func refusal(_ card: CardID, _ codes: [String], by person: String = "bondar") async -> AppealClassification.Refusal? {
            do {
                try await classification.classify(card, as: codes, by: PersonID(rawValue: person))
                return nil
            } catch {
                return error as? AppealClassification.Refusal
            }
        }
        #expect(await refusal(order, ["3.3"]) == .noAppeal(order))
        #expect(await refusal(appeal, ["3.9"]) == .unknownCode("3.9"))
        #expect(await refusal(appeal, ["9.1", "9.2"]) == .twoOfOnePart("9.1", "9.2"))
        #expect(await refusal(appeal, ["9.1"], by: "kravets") == .notForPerson(PersonID(rawValue: "kravets")))
        #expect(try await office.opened().store.appealCodes(of: appeal).isEmpty)
    }

    @Test func theReportCountsWhatIsSettledAndWhatIsProposed() async throws {
        let office = try RouteOffice()
        try await office.file("CITIZEN_COMPLAINT")
        let second = try await office.file("CITIZEN_COMPLAINT")
        try await office.file("CITIZEN_APPLICATION")
        try await office.file("AUTH_CONTROL")
        let acts = try await office.acts()
        try await AppealClassification(acts: acts).classify(second, as: ["9.1", "3.2"], by: PersonID(rawValue: "bondar"))
        let today = office.clock.today
        let lines = try await OfficeReport(acts: acts).classifier(on: today...today)
        func line(_ code: String) -> String? {
            lines.first { $0.code == code }.map { "\($0.count) \($0.settled)" }
        }
        #expect(line("3.3") == "1 0" && line("3.2") == "2 1" && line("3.1") == "0 0")
        #expect(line("9.1") == "1 1" && line("9") == "2 0", "two whose result nobody has settled")
        #expect(line("1.1") == "3 0")
        let yesterday = today.adding(days: -1)
        #expect(try await OfficeReport(acts: acts).classifier(on: yesterday...yesterday).allSatisfy { $0.count == 0 })
    }
}
