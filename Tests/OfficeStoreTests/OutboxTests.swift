// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import Office
import OfficeStore
import Testing

@Suite struct OutboxTests {
    private let clerk = Actor(rawValue: "melnyk")
    private let now = StoreWorld.start

    private func reply(_ code: Int, _ status: String? = nil) -> SubmissionReply {
        SubmissionReply(code: code, enhancedStatus: status, text: "words of the peer")
    }

    private func queued(_ world: StoreWorld, _ count: Int) async throws -> [OutboxID] {
        try await world.store.enqueue(
            (1...count).map { StoreWorld.notice($0, to: "a\($0)@example.com") }, card: nil, actor: .daemon, at: now)
    }

    @Test func dueRowsAreClaimedInOrderAndComeBackAfterTheLease() async throws {
        let world = try await StoreWorld()
        let ids = try await queued(world, 3)
        let first = try await world.store.claim(limit: 2, lease: .seconds(60), at: now)
        #expect(first.map(\.id) == Array(ids.prefix(2)))
        #expect(first.map(\.attempts) == [1, 1])
        #expect(try await world.store.claim(limit: 9, lease: .seconds(60), at: now).map(\.id) == [ids[2]])
        #expect(try await world.store.claim(limit: 9, lease: .seconds(60), at: now).isEmpty)
        #expect(try await world.store.nextAttempt() == now.addingTimeInterval(60))
        let again = try await world.store.claim(limit: 9, lease: .seconds(60), at: now.addingTimeInterval(61))
        #expect(again.map(\.attempts) == [2, 2, 2])
    }

    @Test func verdictsAndDotPendingShareATransaction() async throws {
        let world = try await StoreWorld()
        let ids = try await queued(world, 5)
        _ = try await world.store.claim(limit: 5, lease: .seconds(60), at: now)
        #expect(try await world.store.commit([], dotPending: [ids[0]], at: now) == [ids[0]])
        #expect(try await world.store.inDoubt().map(\.id) == [ids[0]])
        let later = now.addingTimeInterval(300)
        try await world.store.commit(
            [
                OutboxVerdict(id: ids[0], outcome: .sent, reply: reply(250, "2.0.0")),
                OutboxVerdict(id: ids[1], outcome: .deferred(until: later), reply: reply(451, "4.7.1")),
                OutboxVerdict(id: ids[2], outcome: .failed, reply: reply(550, "5.1.1")),
                OutboxVerdict(id: ids[3], outcome: .unknown, reply: reply(0)),
            ], dotPending: [ids[4]], at: now)
        let rows = try await world.store.outbox(state: nil, limit: 9)
        #expect(rows.map(\.state) == [.sent, .queued, .failed, .held, .sending])
        #expect(rows[0].sentAt == now && rows[0].enhancedStatus == "2.0.0" && rows[0].dotPendingAt == nil)
        #expect(rows[1].nextAttemptAt == later)
        #expect(rows[3].copiesInDoubt == 1)
        #expect(rows[4].dotPendingAt == now)
        #expect(try await world.store.attempts(of: ids[1]).map(\.verdict) == ["deferred"])
        #expect(try await world.store.sentCount(since: now) == 1)
        #expect(try await world.store.sentCount(since: now.addingTimeInterval(1)) == 0)
        let summary = try await world.store.outboxSummary()
        #expect(summary.counts == [.sent: 1, .queued: 1, .failed: 1, .held: 1, .sending: 1])
        #expect(summary.oldestQueuedAt == now)
        #expect(try await world.store.events(after: 0, limit: 9).map(\.verb) == ["outbox.failed", "outbox.unknown"])
    }

    @Test func aCommitCutBeforeItsEndLeavesTheRowAsItWas() async throws {
        let world = try await StoreWorld()
        let ids = try await queued(world, 1)
        world.cut("store.commit")
        await #expect(throws: InjectedFault.self) { try await world.store.commit([], dotPending: ids, at: now) }
        world.cut(nil)
        #expect(try await world.store.inDoubt().isEmpty)
    }

    @Test func aRowHeldMeanwhileMayNotBeSent() async throws {
        let world = try await StoreWorld()
        let ids = try await queued(world, 2)
        _ = try await world.store.claim(limit: 2, lease: .seconds(60), at: now)
        try await world.store.hold(ids[0], reason: "wrong address", actor: clerk, at: now)
        #expect(try await world.store.commit([], dotPending: ids, at: now) == [ids[1]])
        #expect(try await world.store.outboxRow(ids[0])?.state == .held)
        try await world.store.commit(
            [OutboxVerdict(id: ids[0], outcome: .deferred(until: now), reply: reply(421))], dotPending: [], at: now)
        #expect(try await world.store.outboxRow(ids[0])?.state == .held)
    }

    @Test func whatACrashLeftIsReleasedAndMarked() async throws {
        let world = try await StoreWorld()
        let ids = try await queued(world, 1)
        try await world.store.commit([], dotPending: ids, at: now)
        let doubtful = try await world.store.inDoubt()
        try await world.store.release(doubtful.map(\.id), countingCopy: true, actor: .daemon, at: now.addingTimeInterval(5))
        let row = try #require(try await world.store.outboxRow(ids[0]))
        #expect(row.state == .queued && row.copiesInDoubt == 1 && row.nextAttemptAt == now.addingTimeInterval(5))
    }

    @Test func aPersonHoldsRetriesAndDrops() async throws {
        let world = try await StoreWorld()
        let id = try #require(try await queued(world, 1).first)
        try await world.store.hold(id, reason: "ask first", actor: clerk, at: now)
        #expect(try await world.store.outbox(state: .held, limit: 9).first?.lastReply == "ask first")
        try await world.store.retry(id, actor: clerk, at: now.addingTimeInterval(9))
        #expect(try await world.store.outboxRow(id)?.nextAttemptAt == now.addingTimeInterval(9))
        try await world.store.drop(id, reason: "told by phone", actor: clerk, at: now)
        await #expect(throws: StoreError.wrongOutboxState(id, is: .dropped)) {
            try await world.store.retry(id, actor: clerk, at: now)
        }
        await #expect(throws: StoreError.unknownOutboxRow(OutboxID(rawValue: 77))) {
            try await world.store.hold(OutboxID(rawValue: 77), reason: "", actor: clerk, at: now)
        }
        let verbs = try await world.store.events(after: 0, limit: 9).map(\.verb)
        #expect(verbs == ["outbox.held", "outbox.released", "outbox.dropped"])
    }

    @Test func theWordedLetterIsAttached() async throws {
        let world = try await StoreWorld()
        let id = try #require(try await queued(world, 1).first)
        try await world.store.attachDigests([(id: id, digest: StoreWorld.digest(5))])
        #expect(try await world.store.outboxRow(id)?.digest == StoreWorld.digest(5))
    }

    private struct Report {
        let name: String
        let messageID: String?
        let envelope: String?
        let address: String
        let action: String
        let state: OutboxState
        let isMatched: Bool
    }

    private static let reports = [
        Report(
            name: "by Message-ID", messageID: "<n1@city.example>", envelope: nil, address: "x@y", action: "failed",
            state: .failed, isMatched: true),
        Report(
            name: "by ENVID", messageID: nil, envelope: "n1@city.example", address: "", action: "failed", state: .failed,
            isMatched: true),
        Report(
            name: "a delay", messageID: "<n1@city.example>", envelope: nil, address: "x@y", action: "delayed", state: .sent,
            isMatched: true),
        Report(
            name: "by address alone", messageID: nil, envelope: nil, address: "a1@example.com", action: "failed", state: .sent,
            isMatched: true),
        Report(
            name: "of foreign mail", messageID: "<z@z>", envelope: nil, address: "b@b", action: "failed", state: .sent,
            isMatched: false),
    ]

    @Test func aReportFindsItsLetter() async throws {
        for report in Self.reports {
            let world = try await StoreWorld()
            let id = try #require(try await queued(world, 1).first)
            try await world.store.commit([OutboxVerdict(id: id, outcome: .sent, reply: reply(250))], dotPending: [], at: now)
            let bounce = BounceReport(
                messageID: report.messageID, envelopeIdentifier: report.envelope,
                recipients: [.init(address: report.address, action: report.action, status: "5.1.1", diagnostic: "no such user")])
            let outcome = try await world.store.file([try StoreWorld.filing(1, fate: .bounce(bounce))], at: now)
            #expect(outcome == [.bounce(matched: report.isMatched ? [id] : [])], "\(report.name)")
            #expect(try await world.store.outboxRow(id)?.state == report.state, "\(report.name)")
            #expect(try await world.store.bounces(of: id).count == (report.isMatched ? 1 : 0), "\(report.name)")
        }
    }

    @Test func aReportFindsLettersOldAndNew() async throws {
        let world = try await StoreWorld()
        _ = try await queued(world, 1)
        // Message-IDs are indexed by blocks of 4,096 rows: the same search must reach the first block and the last.
        try await world.tamper(
            """
            INSERT INTO outbox (id, kind, language, recipient, message_id, parameters, state, next_attempt_at, created_at)
            VALUES (20000, 'received', 'uk', 'b@example.com', '<new@city.example>', '{}', 'sent', '2026-11-23T00:00:00.000Z',
                '2026-11-23T00:00:00.000Z')
            """)
        for (number, messageID, row) in [(1, "<n1@city.example>", Int64(1)), (2, "<new@city.example>", 20_000)] {
            let report = BounceReport(messageID: messageID, envelopeIdentifier: nil, recipients: [])
            let outcome = try await world.store.file([try StoreWorld.filing(number, fate: .bounce(report))], at: now)
            #expect(outcome == [.bounce(matched: [OutboxID(rawValue: row)])])
        }
    }
}
