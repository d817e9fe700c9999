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
        let first = try await world.store.claim(.init(letters: 2), lease: .seconds(60), at: now)
        #expect(first.map(\.id) == Array(ids.prefix(2)))
        #expect(first.map(\.attempts) == [1, 1])
        #expect(try await world.store.claim(.init(letters: 9), lease: .seconds(60), at: now).map(\.id) == [ids[2]])
        #expect(try await world.store.claim(.init(letters: 9), lease: .seconds(60), at: now).isEmpty)
        #expect(try await world.store.nextAttempt() == now.addingTimeInterval(60))
        let again = try await world.store.claim(.init(letters: 9), lease: .seconds(60), at: now.addingTimeInterval(61))
        #expect(again.map(\.attempts) == [2, 2, 2])
    }

    private func verdict(_ id: OutboxID, _ outcome: OutboxVerdict.Outcome, _ reply: SubmissionReply) -> OutboxVerdict {
        OutboxVerdict(id: id, outcome: outcome, reply: reply, at: now)
    }

    /// Letters in a wording, as they are before they leave.
    private func worded(_ world: StoreWorld, _ count: Int) async throws -> [DotLetter] {
        let letters = try await queued(world, count).map { id in
            DotLetter(id: id, digest: MessageDigest(1, 2, 3, UInt64(id.rawValue)))
        }
        _ = try await world.store.claim(.init(letters: count), lease: .seconds(60), at: now)
        let sheaf = MessageDigest(9, 9, 9, 9)
        try await world.store.attach(
            letters.enumerated().map { ($1, OutgoingPlace(sheaf: sheaf, range: $0 * 10..<$0 * 10 + 10)) })
        return letters
    }

    @Test func verdictsOfARunShareATransactionWithTheirGeneration() async throws {
        let world = try await StoreWorld()
        let ids = try await queued(world, 5)
        _ = try await world.store.claim(.init(letters: 5), lease: .seconds(60), at: now)
        #expect(try await world.store.settledDots() == 0)
        let later = now.addingTimeInterval(300)
        try await world.store.commit(
            [
                verdict(ids[0], .sent, reply(250, "2.0.0")), verdict(ids[1], .deferred(until: later), reply(451, "4.7.1")),
                verdict(ids[2], .failed, reply(550, "5.1.1")), verdict(ids[3], .unknown, reply(0)),
            ], settling: 7)
        #expect(try await world.store.settledDots() == 7)
        let rows = try await world.store.outbox(state: nil, limit: 9)
        #expect(rows.map(\.state) == [.sent, .queued, .failed, .held, .queued])
        #expect(rows[0].sentAt == now && rows[0].enhancedStatus == "2.0.0" && rows[0].dotPendingAt == nil)
        #expect(rows[1].nextAttemptAt == later)
        #expect(rows[3].copiesInDoubt == 1)
        #expect(try await world.store.attempts(of: ids[1]).map(\.verdict) == ["deferred"])
        #expect(try await world.store.sentCount(since: now).letters == 1)
        #expect(try await world.store.sentCount(since: now.addingTimeInterval(1)).letters == 0)
        let summary = try await world.store.outboxSummary()
        #expect(summary.counts == [.sent: 1, .queued: 2, .failed: 1, .held: 1])
        #expect(summary.oldestQueuedAt == now)
        #expect(try await world.store.events(after: 0, limit: 9).map(\.verb) == ["outbox.failed", "outbox.unknown"])
    }

    @Test func aCommitCutBeforeItsEndLeavesRowAndGenerationAsTheyWere() async throws {
        let world = try await StoreWorld()
        let ids = try await queued(world, 1)
        world.cut("store.commit")
        await #expect(throws: InjectedFault.self) {
            try await world.store.commit([verdict(ids[0], .sent, reply(250))], settling: 3)
        }
        world.cut(nil)
        #expect(try await world.store.outboxRow(ids[0])?.state == .queued)
        #expect(try await world.store.settledDots() == 0)
    }

    @Test func aRowHeldMeanwhileIsNoLongerQueuedAndStaysHeld() async throws {
        let world = try await StoreWorld()
        let ids = try await queued(world, 2)
        _ = try await world.store.claim(.init(letters: 2), lease: .seconds(60), at: now)
        try await world.store.hold(ids[0], reason: "wrong address", actor: clerk, at: now)
        #expect(try await world.store.stillQueued(ids) == [ids[1]])
        try await world.store.commit([verdict(ids[0], .deferred(until: now), reply(421))])
        #expect(try await world.store.outboxRow(ids[0])?.state == .held)
    }

    @Test func whereTheVaultHasALetterIsKept() async throws {
        let world = try await StoreWorld()
        let letters = try await worded(world, 3)
        let alone = letters[2]
        try await world.store.attach([(alone, OutgoingPlace(sheaf: alone.digest, range: nil))])
        #expect(try await world.store.outboxRow(letters[1].id)?.digest == letters[1].digest)
        #expect(try await world.store.outboxRow(letters[1].id)?.place == .init(sheaf: .init(9, 9, 9, 9), range: 10..<20))
        #expect(try await world.store.outboxRow(alone.id)?.place == OutgoingPlace(sheaf: alone.digest, range: nil))
    }

    @Test func whatACrashLeftInTheJournalIsTakenOverOnce() async throws {
        let world = try await StoreWorld()
        let letters = try await worded(world, 3)
        var leftovers = DotLeftovers(generation: 4)
        leftovers.accepted = [.init(letter: letters[0], at: now, reply: reply(250, "2.0.0"))]
        leftovers.inDoubt = [letters[1]]
        #expect(try await world.store.takeOver(leftovers, at: now.addingTimeInterval(5)) == 1)
        #expect(try await world.store.takeOver(leftovers, at: now.addingTimeInterval(9)) == 0)
        #expect(try await world.store.settledDots() == 4)
        #expect(try await world.store.outbox(state: nil, limit: 9).map(\.state) == [.sent, .sending, .queued])
        #expect(try await world.store.outboxRow(letters[0].id)?.sentAt == now)
        #expect(try await world.store.attempts(of: letters[0].id).map(\.verdict) == ["sent"])
        #expect(try await world.store.inDoubt().map(\.id) == [letters[1].id])
    }

    @Test func aLetterInDoubtThatAPersonHoldsCountsACopyAndStaysHeld() async throws {
        let world = try await StoreWorld()
        let letters = try await worded(world, 1)
        try await world.store.hold(letters[0].id, reason: "ask first", actor: clerk, at: now)
        var leftovers = DotLeftovers(generation: 1)
        leftovers.inDoubt = letters
        _ = try await world.store.takeOver(leftovers, at: now)
        let row = try #require(try await world.store.outboxRow(letters[0].id))
        #expect(row.state == .held && row.copiesInDoubt == 1)
    }

    @Test func aJournalOfAnotherRegisterChangesNoRow() async throws {
        let world = try await StoreWorld()
        let letters = try await worded(world, 2)
        let foreign = letters.map { DotLetter(id: $0.id, digest: .init(7, 7, 7, 7)) }
        var leftovers = DotLeftovers(generation: 1)
        leftovers.accepted = [.init(letter: foreign[0], at: now, reply: reply(250))]
        leftovers.inDoubt = [foreign[1]]
        #expect(try await world.store.takeOver(leftovers, at: now) == 0)
        #expect(try await world.store.outbox(state: nil, limit: 9).map(\.state) == [.queued, .queued])
    }

    @Test func whatACrashLeftIsReleasedAndMarked() async throws {
        let world = try await StoreWorld()
        let letters = try await worded(world, 1)
        var leftovers = DotLeftovers(generation: 1)
        leftovers.inDoubt = letters
        _ = try await world.store.takeOver(leftovers, at: now)
        let doubtful = try await world.store.inDoubt()
        try await world.store.release(doubtful.map(\.id), countingCopy: true, actor: .daemon, at: now.addingTimeInterval(5))
        let row = try #require(try await world.store.outboxRow(letters[0].id))
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
            try await world.store.commit([verdict(id, .sent, reply(250))])
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
