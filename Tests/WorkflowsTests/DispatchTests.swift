// SPDX-License-Identifier: Apache-2.0
import Foundation
import Office
import OfficeStore
import Synchronization
import Testing
import Vault
import Workflows

@Suite struct DispatchTests {
    /// So few at a time that some dozens of letters make several runs.
    private let fewAtATime = Dispatch.Limits(hourly: 1000, automaticHourly: 1000, batch: 50)

    private func world(_ behaviour: FakeSubmitter.Behaviour) async throws -> World {
        let world = try World()
        world.outgoing.behave(behaviour, for: "citizen1@mail.example")
        try await world.begin(with: [letter(1), letter(2)])
        _ = try await world.intake().pass()
        return world
    }

    private func rows(of world: World) async throws -> [OutboxRow] {
        try await world.opened().store.outbox(state: nil, limit: 10).sorted { $0.id < $1.id }
    }

    @Test func aRefusedRecipientFailsForAPersonToSeeAndTheNextGetsHisLetter() async throws {
        let world = try await world(.refuses)
        let report = try await world.dispatch().pass()
        #expect(report.failed == 1)
        #expect(report.sent == 1)
        #expect(try await rows(of: world).map(\.state) == [.failed, .sent])
        #expect(try await rows(of: world)[0].enhancedStatus == "5.1.1")
    }

    @Test func aDeferredLetterIsTriedAgainWhenItsTimeHasComeAndNotBefore() async throws {
        let world = try await world(.defers)
        #expect(try await world.dispatch().pass().deferred == 1)
        world.outgoing.behave(.accepts, for: "citizen1@mail.example")
        #expect(try await world.dispatch().pass().sent == 0)
        world.now.withLock { $0 += 61 }
        #expect(try await world.dispatch().pass().sent == 1)
    }

    @Test func aLetterPutOffForFiveDaysFails() async throws {
        let world = try await world(.defers)
        for _ in 1...40 {
            _ = try await world.dispatch().pass()
            world.now.withLock { $0 += 14_400 }
        }
        #expect(try await rows(of: world)[0].state == .failed)
    }

    @Test func aServerThatBreaksOffBeforeTheDotCostsNothing() async throws {
        let world = try await world(.breaksBeforeTheDot)
        await #expect(throws: (any Error).self) { try await world.dispatch().pass() }
        #expect(try await rows(of: world).allSatisfy { $0.state == .queued && $0.copiesInDoubt == 0 })
        world.outgoing.behave(.accepts, for: "citizen1@mail.example")
        world.now.withLock { $0 += 61 }
        #expect(try await world.dispatch().pass().sent == 2)
        #expect(world.outgoing.accepted.count == 2)
    }

    @Test func withoutAReplyAfterTheDotTheLetterIsHeldForAPersonAndTheRestGoesOut() async throws {
        let world = try await world(.breaksAfterTheDot)
        let report = try await world.dispatch().pass()
        #expect(report.held == 1)
        #expect(report.sent == 1)
        #expect(try await rows(of: world)[0].state == .held)
    }

    @Test func theBreakerStopsAtTheHourlyLimitAndSaysSo() async throws {
        let world = try World()
        try await world.begin(with: (1...12).map { letter($0) })
        _ = try await world.intake().pass()
        let limits = Dispatch.Limits(hourly: 5, automaticHourly: 100)
        let report = try await world.dispatch(limits: limits).pass()
        #expect(report.sent == 5)
        #expect(report.isThrottled)
        world.now.withLock { $0 += 3601 }
        #expect(try await world.dispatch(limits: limits).pass().sent == 5)
    }

    @Test func theBreakerHoldsBackAutomaticLettersOnlyAndAnHourLaterTheyLeave() async throws {
        let world = try World()
        try await world.begin(with: (1...12).map { letter($0) })
        _ = try await world.intake().pass()
        let store = try await world.opened().store
        let inside = (1...3).map {
            NewNotice(
                kind: NoticeKind.trouble.rawValue, language: "uk", recipient: "admin\($0)@city.example",
                messageID: "<t\($0)@city.example>")
        }
        _ = try await store.enqueue(inside, card: nil, actor: .daemon, at: world.now.withLock { $0 })
        let limits = Dispatch.Limits(hourly: 100, automaticHourly: 5)
        let report = try await world.dispatch(limits: limits).pass()
        #expect(report.sent == 8 && report.heldBack == 7 && report.isThrottled)
        #expect(world.outgoing.accepted.count { $0.recipient.hasSuffix("@city.example") } == 3)
        let again = try await world.dispatch(limits: limits).pass()
        #expect(again.sent == 0 && again.heldBack == 7)
        world.now.withLock { $0 += 3601 }
        let later = try await world.dispatch(limits: limits).pass()
        #expect(later.sent == 5 && later.heldBack == 2)
    }

    @Test func aServerThatTakesMinutesOverEachLetterGetsEachOnceAndTriesADeferredOneLater() async throws {
        let world = try World()
        try await world.begin(with: (1...150).map { letter($0) })
        _ = try await world.intake().pass()
        world.outgoing.behave(.defers, for: "citizen70@mail.example")
        world.outgoing.beforeEach { [now = world.now] in now.withLock { $0 += 0.3 } }
        let report = try await world.dispatch(limits: fewAtATime).pass()
        #expect(report.sent == 149)
        #expect(report.deferred == 1)
        #expect(try await world.opened().store.outbox(state: nil, limit: 200).allSatisfy { $0.attempts == 1 })
    }

    @Test func whatWasClaimedBeyondAFailureIsPutOffWithTheRest() async throws {
        let world = try World()
        try await world.begin(with: (1...120).map { letter($0) })
        _ = try await world.intake().pass()
        world.outgoing.behave(.breaksBeforeTheDot, for: "citizen1@mail.example")
        await #expect(throws: (any Error).self) { try await world.dispatch(limits: fewAtATime).pass() }
        world.outgoing.behave(.accepts, for: "citizen1@mail.example")
        world.now.withLock { $0 += 61 }
        #expect(try await world.dispatch(limits: fewAtATime).pass().sent == 120)
    }

    @Test func whileASlowServerIsAtWorkTheRegisterHearsOfEachLetterAndPeopleCanHoldTheNext() async throws {
        let world = try World()
        try await world.begin(with: (1...4).map { letter($0) })
        _ = try await world.intake().pass()
        let store = try await world.opened().store
        let ids = try await rows(of: world).map(\.id)
        world.outgoing.meanwhile { [now = world.now] recipient in
            now.withLock { $0 += 2 }
            guard recipient == "citizen2@mail.example" else { return }
            #expect(try await store.outboxRow(ids[0])?.state == .sent)
            try await store.hold(ids[2], reason: "ask first", actor: .daemon, at: now.withLock { $0 })
        }
        let report = try await world.dispatch().pass()
        #expect(report.sent == 3)
        #expect(try await rows(of: world).map(\.state) == [.sent, .sent, .held, .sent])
        #expect(world.outgoing.accepted.count == 3)
    }

    @Test func aQueueOfManyRunsIsSentOnceInItsOrder() async throws {
        let world = try World()
        try await world.begin(with: (1...260).map { letter($0) })
        _ = try await world.intake().pass()
        #expect(try await world.dispatch(limits: fewAtATime).pass().sent == 260)
        #expect(world.outgoing.accepted.map(\.recipient) == (1...260).map { "citizen\($0)@mail.example" })
        let rows = try await world.opened().store.outbox(state: .sent, limit: 300)
        #expect(rows.count == 260 && rows.allSatisfy { $0.attempts == 1 && $0.place?.range != nil })
        let vault = try await world.opened().vault
        for (row, sent) in zip(rows.sorted { $0.id < $1.id }, world.outgoing.accepted) {
            let place = try #require(row.place)
            let sheaf = try vault.octets(of: place.sheaf)
            #expect(Array(sheaf[try #require(place.range)]) == sent.octets)
        }
    }

    @Test func aPassTheRegisterEndedIsTakenOverByTheNextWithoutACopy() async throws {
        let world = try World()
        try await world.begin(with: (1...120).map { letter($0) })
        _ = try await world.intake().pass()
        // The register fails while the second run is on its way: two runs are in the journal alone.
        world.steps.refuse("store.commit")
        await #expect(throws: InjectedFault.self) { try await world.dispatch(limits: fewAtATime).pass() }
        world.steps.refuse(nil)
        let sent = world.outgoing.accepted.count
        #expect(sent == 100)
        #expect(try await world.opened().store.outbox(state: .sent, limit: 200).isEmpty)
        _ = try await world.dispatch(limits: fewAtATime).pass()
        let known = try await world.opened().store.outbox(state: .sent, limit: 200).count
        #expect(known >= sent && known == world.outgoing.accepted.count)
        try await world.dispatch(limits: fewAtATime).recover()
        _ = try await world.dispatch(limits: fewAtATime).pass()
        #expect(world.outgoing.accepted.count == 120)
        #expect(try await world.opened().store.outbox(state: .sent, limit: 200).count == 120)
    }

    @Test func longLettersAreWordedAFewAtATimeAndNoneIsForgotten() async throws {
        let world = try World()
        try await world.begin(with: [])
        let store = try await world.opened().store
        let page = String(repeating: String(repeating: "Порядок денний ", count: 4) + "\n", count: 9_000)
        let notices = (1...30).map { number in
            NewNotice(
                kind: NoticeKind.declined.rawValue, language: "uk", recipient: "citizen\(number)@mail.example",
                messageID: "<\(number)@city.example>", parameters: ["explanation": page])
        }
        let ids = try await store.enqueue(notices, card: nil, actor: .daemon, at: world.now.withLock { $0 })
        // Somebody holds one that waits to be worded, and later the register must hear of one in the middle.
        world.outgoing.behave(.refuses, for: "citizen30@mail.example")
        world.outgoing.meanwhile { [now = world.now] recipient in
            guard recipient == "citizen1@mail.example" else { return }
            try await store.hold(ids[28], reason: "ask first", actor: .daemon, at: now.withLock { $0 })
        }
        let report = try await world.dispatch().pass()
        #expect(report.sent == 28 && report.failed == 1)
        let rows = try await store.outbox(state: nil, limit: 40)
        #expect(rows.map(\.state) == (1...30).map { $0 == 30 ? .failed : $0 == 29 ? .held : .sent })
        #expect(rows.allSatisfy { $0.attempts == 1 })
        let sheaves = Dictionary(grouping: rows.compactMap(\.place), by: \.sheaf)
        #expect(sheaves.count >= 3)
        #expect(sheaves.values.joined().allSatisfy { ($0.range?.lowerBound ?? 0) < 16 << 20 })
    }
}
