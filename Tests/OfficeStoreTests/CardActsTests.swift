// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import Office
import OfficeStore
import Testing

@Suite struct CardActsTests {
    private let clerk = Actor(rawValue: "melnyk")

    private func opened(_ world: StoreWorld, _ numbers: ClosedRange<Int>) async throws -> [CardID] {
        let filings = try numbers.map { try StoreWorld.filing($0, fate: .card(StoreWorld.card($0))) }
        return try await world.store.file(filings, at: StoreWorld.start).compactMap { outcome in
            if case .card(let card) = outcome { card.id } else { nil }
        }
    }

    @Test func registeringGivesTheNextNumberAndTellsTheSender() async throws {
        let world = try await StoreWorld()
        let cards = try await opened(world, 1...2)
        for (index, id) in cards.enumerated() {
            let card = try await world.store.register(
                id, try StoreWorld.request(), notices: [StoreWorld.notice(index)], actor: clerk, at: StoreWorld.start)
            #expect(card.number == index + 1 && card.state == .registered)
            #expect(try await world.store.outbox(of: id).first?.parameters["number"] == String(index + 1))
        }
        let event = try #require(try await world.store.events(of: cards[1]).last)
        #expect(event.actor == clerk && event.verb == "card.registered")
        #expect(event.details.contains("\"number\":\"2\""))
        await #expect(throws: StoreError.wrongState(cards[0], is: .registered)) {
            _ = try await world.store.register(
                cards[0], try StoreWorld.request(), notices: [], actor: clerk, at: StoreWorld.start)
        }
    }

    @Test func aRegistrationCutBeforeItsCommitSpendsNoNumber() async throws {
        let world = try await StoreWorld()
        let cards = try await opened(world, 1...2)
        world.cut("store.register")
        await #expect(throws: InjectedFault.self) {
            _ = try await world.store.register(
                cards[0], try StoreWorld.request(), notices: [], actor: clerk, at: StoreWorld.start)
        }
        world.cut(nil)
        let card = try await world.store.register(
            cards[1], try StoreWorld.request(), notices: [], actor: clerk, at: StoreWorld.start)
        #expect(card.number == 1)
        #expect(try await world.store.card(cards[0])?.state == .preReview)
    }

    @Test func refusingKeepsGroundAndExplanation() async throws {
        let world = try await StoreWorld()
        let id = try #require(try await opened(world, 1...1).first)
        let card = try await world.store.refuse(
            id, ground: "anonymous", explanation: "Не вказано прізвища.", notices: [StoreWorld.notice(1)], actor: clerk,
            at: StoreWorld.start)
        #expect(card.state == .refused && card.ground == "anonymous" && card.explanation == "Не вказано прізвища.")
        #expect(try await world.store.outbox(of: id).count == 1)
    }

    @Test func acknowledgingIsAnActOfItsOwn() async throws {
        let world = try await StoreWorld()
        let id = try #require(try await opened(world, 1...1).first)
        let rows = try await world.store.acknowledge(id, notices: [StoreWorld.notice(1)], actor: clerk, at: StoreWorld.start)
        #expect(rows.count == 1)
        await #expect(throws: StoreError.unknownCard(CardID(rawValue: 99))) {
            _ = try await world.store.acknowledge(CardID(rawValue: 99), notices: [], actor: clerk, at: StoreWorld.start)
        }
    }

    @Test func listsAreFilteredAndPaged() async throws {
        let world = try await StoreWorld()
        let cards = try await opened(world, 1...9)
        for id in cards.prefix(4) {
            _ = try await world.store.register(id, try StoreWorld.request(), notices: [], actor: clerk, at: StoreWorld.start)
        }
        let newestFirst = Array(cards.reversed())
        #expect(try await world.store.cards(CardFilter()).map(\.id) == newestFirst)
        #expect(try await world.store.cards(CardFilter(limit: 2)).map(\.id) == Array(newestFirst.prefix(2)))
        #expect(try await world.store.cards(CardFilter(before: newestFirst[1], limit: 3)).map(\.id) == Array(newestFirst[2..<5]))
        #expect(try await world.store.cards(CardFilter(state: .preReview)).map(\.id) == Array(newestFirst.prefix(5)))
        #expect(try await world.store.cards(CardFilter(journal: .citizens)).map(\.number) == [4, 3, 2, 1])
        let since = StoreWorld.start.addingTimeInterval(8)
        #expect(try await world.store.cards(CardFilter(since: since)).map(\.id) == Array(newestFirst.prefix(2)))
        let all = CardFilter(journal: .citizens, state: .registered, since: StoreWorld.start, before: cards[3], limit: 2)
        #expect(try await world.store.cards(all).map(\.number) == [3, 2])
    }
}
