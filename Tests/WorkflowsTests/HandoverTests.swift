// SPDX-License-Identifier: Apache-2.0
import Foundation
import Office
import OfficeCalendar
import OfficeStore
import Testing
import Workflows

/// Answers that cannot go by mail, or not whole: nobody's letter is lost on the way.
@Suite struct HandoverTests {
    private static let card = CardID(rawValue: 1)

    /// A complaint that the regional administration passed on, answered up to the dispatch.
    private static func dispatched(_ facts: String, from sender: String = "ova@oblast.example") async throws -> RouteOffice {
        let office = try RouteOffice()
        try await office.file("CITIZEN_COMPLAINT", from: sender, facts: facts)
        try await RouteScenarioTests.run(Array(RouteScenarioTests.toSigning.dropFirst()), in: office)
        let signing = LetterSigning(acts: try await office.acts())
        _ = try await signing.sign(nil, on: card, office.hand("levchenko"))
        _ = try await signing.dispatch(nil, on: card, office.hand("bondar"))
        try await office.send()
        return office
    }

    private static func tasks(_ office: RouteOffice) async throws -> [OutboxRow] {
        try await office.opened().store.outbox(of: card).filter { $0.kind == "frontOfficeTask" }
    }

    @Test func anApplicantWithoutMailIsWrittenToByPostAndTheCardWaitsForIt() async throws {
        let office = try await Self.dispatched(
            """
            "viaAuthority":"Полтавська ОВА","applicant":{"name":"Коваль Ганна Петрівна","address":"вул. Садова, 5, кв. 7",
            "phone":"+380 67 123 45 67"},
            """)
        let sent = office.outgoing.accepted.map(\.recipient)
        #expect(sent.filter { $0 == "ova@oblast.example" }.count >= 1)
        let task = try #require(try await Self.tasks(office).last)
        #expect(task.recipient == "bondar@city.example")
        #expect(task.parameters["addressees"] == "1. Коваль Ганна Петрівна (вул. Садова, 5, кв. 7)")
        #expect(task.parameters["phone"] == "+380 67 123 45 67")
        #expect(task.parameters["request"]?.contains("надішліть лист поштою") == true)
        #expect(task.parameters["files"]?.hasPrefix("draft:1:") == true)
        let life = try await office.life(Self.card)
        #expect(life.drafts[0].deliveries.first?.state == .awaitsHand)

        let control = CardControl(acts: try await office.acts())
        let early = await RouteScenarioTests.refusal {
            _ = try await control.removeControl(of: Self.card, note: "", office.hand("savchuk"))
        }
        #expect(early == .notHandedOver(DraftID(rawValue: 1)))
        let signing = LetterSigning(acts: try await office.acts())
        _ = try await signing.noteHandover(
            nil, addressee: 0, way: "рекомендованим листом № 0510012345678", on: office.clock.today, on: Self.card,
            office.hand("bondar"))
        _ = try await control.removeControl(of: Self.card, note: "", office.hand("savchuk"))
        // Read back from the register as it was written.
        await office.crash()
        #expect(
            try await office.life(Self.card).drafts[0].deliveries.first?.state
                == .handedOver(way: "рекомендованим листом № 0510012345678", on: office.clock.today))
    }

    @Test func anApplicantWithoutAnyAddressIsNotForgotten() async throws {
        let office = try await Self.dispatched(
            "\"viaAuthority\":\"Полтавська ОВА\",\"applicant\":{\"name\":\"Коваль Ганна Петрівна\"},")
        let task = try #require(try await Self.tasks(office).last)
        #expect(task.parameters["addressees"] == "1. Коваль Ганна Петрівна (адреси в листі немає)")
    }

    @Test func aConfidentialAnswerGoesByPostAndItsNumberByMail() async throws {
        let office = try await Self.dispatched(
            """
            "flags":["confidential"],"applicant":{"name":"Коваль Ганна Петрівна","email":"koval@mail.example"},
            """)
        let letter = try #require(office.outgoing.accepted.last { $0.recipient == "koval@mail.example" })
        #expect(!SentLetter(letter.octets).text.contains("з додатком"))
        let task = try #require(try await Self.tasks(office).last)
        #expect(task.parameters["request"]?.contains("конфіденційна") == true)
        #expect(task.parameters["addressees"]?.contains("Коваль Ганна Петрівна") == true)
    }

    @Test func aLetterThatCameBackNamesTheTelephoneToCall() async throws {
        let office = try await Self.dispatched(
            """
            "viaAuthority":"Полтавська ОВА","applicant":{"name":"Коваль Ганна Петрівна","email":"koval@mail.example",
            "phone":"+380 67 123 45 67"},
            """)
        _ = try await office.acts().record(
            .bounced(DraftID(rawValue: 1), addressee: 0, verdict: "550 5.1.1 no such user"), on: Self.card)
        let task = try #require(try await Self.tasks(office).last)
        #expect(task.parameters["request"]?.contains("Зателефонуйте") == true)
        #expect(task.parameters["phone"] == "+380 67 123 45 67")
    }
}
