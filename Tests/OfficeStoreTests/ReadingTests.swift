// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import Testing

@Suite struct ReadingTests {
    private static let day = CivilDate(year: 2026, month: 11, day: 12)

    private static func facts(
        _ number: String, from sender: String = "Надозерська обласна державна адміністрація", address: String = "a@oda.example",
        answers: [DocumentNumber] = []
    ) throws -> NewFacts {
        NewFacts(
            sheet: "{\"kind\":\"AUTH_CONTROL\"}", deadline: "2026-11-20",
            number: CorrespondentNumber(
                key: NumberKey.key(of: number), written: number, date: try #require(day),
                correspondent: CorrespondentKey(name: sender, address: address)),
            answers: answers)
    }

    private static func filing(
        _ number: Int, _ facts: NewFacts?, documents: DocumentReadingRequest = .none, notices: [NewNotice] = []
    ) throws -> LetterFiling {
        var card = StoreWorld.card(number, registration: try StoreWorld.request(), notices: notices)
        card.facts = facts
        card.documents = documents
        if documents == .dueBeforeRegistration { card.registration = nil }
        return try StoreWorld.filing(number, fate: .card(card))
    }

    private static func opened(_ outcomes: [FilingOutcome]) -> [OpenedCard] {
        outcomes.compactMap { if case .card(let card) = $0 { card } else { nil } }
    }

    @Test func theSameLetterByAnotherWayIsLinkedAndNotRegisteredTwice() async throws {
        let world = try await StoreWorld()
        let first = try Self.filing(1, Self.facts("01-23/456"))
        let copy = try Self.filing(
            2, Self.facts("01–23 / 456", from: "Надозерська ОДА", address: "sev@oda.example"), notices: [StoreWorld.notice(2)])
        let other = try Self.filing(3, Self.facts("01-23/457"))
        let cards = Self.opened(try await world.store.file([first, copy, other], at: StoreWorld.start))
        #expect(cards.map(\.number) == [1, nil, 2])
        let copied = try #require(try await world.store.card(cards[1].id))
        #expect(copied.state == .notRegistered)
        #expect(copied.explanation == "the same letter is on card \(cards[0].id)")
        #expect(try await world.store.relations(of: copied.id).map(\.relation) == [.duplicate])
        #expect(try await world.store.relations(of: copied.id).first?.card == cards[0].id)
        #expect(try await world.store.cards(relatedTo: cards[0].id).map(\.card) == [copied.id])
        // The sender of the copy hears the number of the first.
        let told = try await world.store.outbox(of: cards[0].id)
        #expect(told.map(\.kind) == ["registered"])
    }

    @Test func theSameNumberFromAnotherBodyIsOnlySuggested() async throws {
        let world = try await StoreWorld()
        let school = try Self.filing(1, Self.facts("15", from: "Ліцей № 4 Тихоріцької ради", address: "l4@school.example"))
        let office = try Self.filing(2, Self.facts("15", from: "Відділ поліції Тихоріччя", address: "vp@police.example"))
        let cards = Self.opened(try await world.store.file([school, office], at: StoreWorld.start))
        #expect(cards.map(\.number) == [1, 2])
        #expect(try await world.store.relations(of: cards[1].id).map(\.relation) == [.similar])
    }

    @Test func anAnswerFindsOurDocumentByFoldedNumberAndDate() async throws {
        let world = try await StoreWorld()
        let ours = Self.opened(try await world.store.file([try Self.filing(1, nil)], at: StoreWorld.start))
        let named = DocumentNumber(
            key: NumberKey.key(of: "ш-1/01–12"), written: "ш-1/01–12", date: CivilDate(year: 2026, month: 11, day: 23))
        let unknown = DocumentNumber(key: NumberKey.key(of: "02-15/9"), written: "02-15/9", date: Self.day)
        let answer = try Self.filing(2, Self.facts("7", answers: [named, unknown]))
        let card = try #require(Self.opened(try await world.store.file([answer], at: StoreWorld.start)).first)
        let relations = try await world.store.relations(of: card.id)
        #expect(relations.map(\.relation) == [.answers, .answers])
        #expect(relations.map(\.card) == [ours.first?.id, nil])
    }

    @Test func aCardThatWaitsForItsAttachmentsGetsItsNumberWhenTheyAreRead() async throws {
        let world = try await StoreWorld()
        let filing = try Self.filing(1, nil, documents: .dueBeforeRegistration)
        let card = try #require(Self.opened(try await world.store.file([filing], at: StoreWorld.start)).first)
        #expect(card.number == nil)
        let due = try #require(try await world.store.dueReadings(limit: 10).first)
        #expect(due.card == card.id && due.awaitsRegistration && due.attempts == 0)
        try await world.store.beginDocumentReadings([card.id])
        #expect(try await world.store.dueReadings(limit: 10).first?.attempts == 1)
        let document = NewDocument(
            attachment: 1, path: "лист.pdf", mediaType: "application/pdf", outcome: "read", reason: nil, text: "Про надання")
        let reading = DocumentReading(
            card: card.id, documents: [document], facts: try Self.facts("01-23/456"), kind: "AUTH_CONTROL",
            subject: "Про надання",
            registration: try StoreWorld.request(), notices: [StoreWorld.notice(1)])
        #expect(try await world.store.file([reading], at: StoreWorld.start) == [.registered(index: "Ш-1/01-12")])
        #expect(try await world.store.file([reading], at: StoreWorld.start) == [.notDue])
        let registered = try #require(try await world.store.card(card.id))
        #expect(registered.state == .registered && registered.kind == "AUTH_CONTROL" && registered.subject == "Про надання")
        #expect(registered.deadline == "2026-11-20")
        #expect(try await world.store.documents(of: card.id) == [document])
        #expect(try await world.store.outbox(of: card.id).count == 1)
        #expect(try await world.store.dueReadingCount() == 0)
    }

    @Test func aCopyThatShowsOnlyInItsAttachmentIsNotRegisteredEither() async throws {
        let world = try await StoreWorld()
        let first = try Self.filing(1, Self.facts("01-23/456"))
        let copy = try Self.filing(2, nil, documents: .dueBeforeRegistration)
        let cards = Self.opened(try await world.store.file([first, copy], at: StoreWorld.start))
        let reading = DocumentReading(
            card: cards[1].id, documents: [], facts: try Self.facts("01-23/456"), registration: try StoreWorld.request())
        #expect(try await world.store.file([reading], at: StoreWorld.start) == [.duplicate(of: cards[0].id)])
        #expect(try await world.store.card(cards[1].id)?.state == .notRegistered)
        #expect(try await world.store.journalGaps().isEmpty)
    }

    @Test func aReadingCutBeforeItsCommitIsDoneAgainWithTheSameNumber() async throws {
        let world = try await StoreWorld()
        let filing = try Self.filing(1, nil, documents: .dueBeforeRegistration)
        let card = try #require(Self.opened(try await world.store.file([filing], at: StoreWorld.start)).first)
        let reading = DocumentReading(card: card.id, documents: [], registration: try StoreWorld.request())
        world.cut("store.fileReadings")
        await #expect(throws: InjectedFault.self) { _ = try await world.store.file([reading], at: StoreWorld.start) }
        world.cut(nil)
        #expect(try await world.store.file([reading], at: StoreWorld.start) == [.registered(index: "Ш-1/01-12")])
        #expect(try await world.store.verifyEvents() == nil)
    }

    @Test func aPersonWhoRegistersFirstIsNotOverruled() async throws {
        let world = try await StoreWorld()
        let filing = try Self.filing(1, nil, documents: .dueBeforeRegistration)
        let card = try #require(Self.opened(try await world.store.file([filing], at: StoreWorld.start)).first)
        _ = try await world.store.register(
            card.id, try StoreWorld.request(.incoming), notices: [], actor: Actor(rawValue: "melnyk"), at: StoreWorld.start)
        let reading = DocumentReading(card: card.id, documents: [], registration: try StoreWorld.request())
        #expect(try await world.store.file([reading], at: StoreWorld.start) == [.read])
        #expect(try await world.store.card(card.id)?.journal == .incoming)
    }
}
