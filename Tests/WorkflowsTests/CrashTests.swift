// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import OfficeStore
import Office
import Synchronization
import Testing
import Workflows

@Suite struct CrashTests {
    private static let letters = (1...7).map { letter($0) }

    private static func world(cutBefore step: Int?) async throws -> (world: World, first: Int) {
        let world = try World()
        try await world.begin(with: letters)
        let first = world.steps.count
        world.steps.cut(before: step.map { first + $0 })
        return (world, first)
    }

    @Test func aPassCutBeforeAnyStepEndsTheSame() async throws {
        let (whole, first) = try await Self.world(cutBefore: nil)
        try await whole.pass()
        let steps = whole.steps.count - first
        let expected = try await whole.dump()
        #expect(steps > 20)
        for cut in 1...steps {
            let (world, _) = try await Self.world(cutBefore: cut)
            await #expect(throws: (any Error).self, "cut before durable step \(cut)") { try await world.pass() }
            world.steps.cut(before: nil)
            await world.crash()
            try await world.pass()
            #expect(try await world.dump() == expected, "cut before durable step \(cut)")
            let copies = world.outgoing.accepted.count - Self.letters.count
            #expect((0...1).contains(copies), "cut before durable step \(cut): \(copies) extra copies")
            if copies == 1 {
                let marked = world.outgoing.accepted.filter {
                    String(decoding: $0.octets, as: UTF8.self).contains("X-Chancery-Copies-In-Doubt: 1")
                }
                #expect(marked.count >= 1, "cut before durable step \(cut): the copy is not marked")
            }
        }
    }

    @Test func aLetterThatKillsTheProcessThreeTimesWhenReadAloneWaitsInQuarantine() async throws {
        let world = try World()
        try await world.begin(with: Self.letters)
        let (_, store) = try await world.opened()
        // What is left of a process that died over a batch with the fourth letter, then three times while it read that letter alone.
        let digest = try #require(try await Self.digest(ofLetter: 4, in: world))
        let mark = try ReadingMark(
            digest: digest,
            occurrence: Occurrence(
                mailbox: "official", uidValidity: #require(UIDValidity(rawValue: 7)), uid: #require(UID(rawValue: 4))))
        try await store.beginReading([mark], at: Date())
        for _ in 1...3 { _ = try await store.countReading(mark, at: Date()) }
        let report = try await world.intake().pass()
        #expect(report.filed[.quarantine] == 1)
        #expect(report.filed[.card] == 6)
        #expect(try await store.interruptedReadings().isEmpty)
    }

    @Test func aLetterKilledTwiceAloneIsReadOnceMoreAndLast() async throws {
        let world = try World()
        try await world.begin(with: Self.letters)
        let (_, store) = try await world.opened()
        let digest = try #require(try await Self.digest(ofLetter: 1, in: world))
        let mark = try ReadingMark(
            digest: digest,
            occurrence: Occurrence(
                mailbox: "official", uidValidity: #require(UIDValidity(rawValue: 7)), uid: #require(UID(rawValue: 1))))
        try await store.beginReading([mark], at: Date())
        for _ in 1...2 { _ = try await store.countReading(mark, at: Date()) }
        let report = try await world.intake().pass()
        #expect(report.filed[.card] == 7)
        #expect(try await store.card(for: digest)?.number == 7)
    }

    @Test func aLetterThatOnlySharedABatchWithAKillerIsCarded() async throws {
        let world = try World()
        try await world.begin(with: Self.letters)
        let (_, store) = try await world.opened()
        let digest = try #require(try await Self.digest(ofLetter: 2, in: world))
        let mark = try ReadingMark(
            digest: digest,
            occurrence: Occurrence(
                mailbox: "official", uidValidity: #require(UIDValidity(rawValue: 7)), uid: #require(UID(rawValue: 2))))
        try await store.beginReading([mark], at: Date())
        let report = try await world.intake().pass()
        #expect(report.filed[.card] == 7)
        #expect(try await store.interruptedReadings().isEmpty)
    }

    private static func digest(ofLetter number: Int, in world: World) async throws -> MessageDigest? {
        let other = try World()
        try await other.begin(with: [letter(number)])
        try await other.pass()
        return try await other.opened().store.cards(CardFilter(limit: 1)).first?.letter
    }
}
