// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import Office
import OfficeStore
import Testing

@Suite struct MailboxTests {
    private func validity(_ number: UInt32) throws -> UIDValidity { try #require(UIDValidity(rawValue: number)) }

    @Test func anEpochKeepsItsBaselineAndTheLatestOneCounts() async throws {
        let world = try await StoreWorld()
        #expect(try await world.store.epoch(of: "official") == nil)
        let first = try await world.store.openEpoch(
            mailbox: "official", uidValidity: validity(7), baseline: UID(rawValue: 40), at: StoreWorld.start)
        #expect(first.baseline?.rawValue == 40 && first.knownCount == 0 && first.highestUID == nil)
        let again = try await world.store.openEpoch(
            mailbox: "official", uidValidity: validity(7), baseline: nil, at: StoreWorld.start.addingTimeInterval(5))
        #expect(again == first)
        let second = try await world.store.openEpoch(
            mailbox: "official", uidValidity: validity(8), baseline: nil, at: StoreWorld.start.addingTimeInterval(9))
        #expect(try await world.store.epoch(of: "official") == second)
        let back = try await world.store.openEpoch(
            mailbox: "official", uidValidity: validity(7), baseline: nil, at: StoreWorld.start.addingTimeInterval(20))
        #expect(back.baseline?.rawValue == 40)
        #expect(try await world.store.epoch(of: "official")?.uidValidity.rawValue == 7)
    }

    @Test(arguments: [20, 2_000]) func unknownUIDsAreThoseNotFiled(count: Int) async throws {
        let world = try await StoreWorld()
        let filed = stride(from: 3, through: count, by: 3)
        _ = try await world.store.file(
            try filed.map { try StoreWorld.filing($0, fate: .automatic(reason: "list")) }, at: StoreWorld.start)
        let uids = (1...count).reversed().compactMap { UID(rawValue: UInt32($0)) }
        let unknown = try await world.store.unknownUIDs(in: "official", validity(7), among: uids)
        #expect(unknown == uids.filter { $0.rawValue % 3 != 0 })
        #expect(try await world.store.unknownUIDs(in: "official", validity(8), among: uids) == uids)
        #expect(try await world.store.unknownUIDs(in: "other", validity(7), among: uids) == uids)
        #expect(try await world.store.unknownUIDs(in: "official", validity(7), among: []).isEmpty)
    }

    @Test func whatTheMailboxWasNotToldIsRemembered() async throws {
        let world = try await StoreWorld()
        _ = try await world.store.openEpoch(mailbox: "official", uidValidity: validity(7), baseline: nil, at: StoreWorld.start)
        _ = try await world.store.file(try (1...3).map { try StoreWorld.filing($0) }, at: StoreWorld.start)
        _ = try await world.store.file([try StoreWorld.filing(4, validity: 6)], at: StoreWorld.start)
        let due = try await world.store.filedButNotApplied(in: "official")
        #expect(due.map(\.occurrence.uid.rawValue) == [1, 2, 3])
        try await world.store.markApplied(due.prefix(2).map(\.occurrence), at: StoreWorld.start)
        #expect(try await world.store.filedButNotApplied(in: "official").map(\.occurrence.uid.rawValue) == [3])
    }

    @Test func readingMarksCountAttemptsUntilTheLetterIsFiled() async throws {
        let world = try await StoreWorld()
        let marks = try (1...2).map {
            ReadingMark(digest: StoreWorld.digest($0), occurrence: try StoreWorld.occurrence(UInt32($0)))
        }
        try await world.store.beginReading(marks, at: StoreWorld.start)
        #expect(try await world.store.interruptedReadings().map(\.attempts) == [1, 1])
        #expect(try await world.store.countReading(marks[1], at: StoreWorld.start) == 2)
        try await world.store.withdrawReadings(marks)
        #expect(try await world.store.interruptedReadings().map(\.mark) == [marks[1]])
        try await world.store.beginReading(marks, at: StoreWorld.start)
        #expect(try await world.store.interruptedReadings().map(\.attempts) == [1, 2])
        _ = try await world.store.file(try (1...2).map { try StoreWorld.filing($0) }, at: StoreWorld.start)
        #expect(try await world.store.interruptedReadings().isEmpty)
    }
}
