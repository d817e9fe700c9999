// SPDX-License-Identifier: Apache-2.0
import Foundation
import Office
import OfficeStore
import Storage
import Testing

@Suite struct EventChainTests {
    private func filled() async throws -> StoreWorld {
        let world = try await StoreWorld()
        _ = try await world.store.file(try (1...10).map { try StoreWorld.filing($0) }, at: StoreWorld.start)
        try await world.store.record(
            "daemon.started", card: nil, details: ["version": "1", "host": "a"], actor: .daemon, at: StoreWorld.start)
        return world
    }

    @Test func anUntouchedChainHolds() async throws {
        let world = try await filled()
        #expect(try await world.store.verifyEvents() == nil)
        let last = try #require(try await world.store.events(after: 20, limit: 10).first)
        #expect(last.sequence == 21 && last.details == "{\"host\":\"a\",\"version\":\"1\"}")
    }

    @Test func theLogRefusesToBeChanged() async throws {
        let world = try await filled()
        for act in ["UPDATE event SET verb = 'x' WHERE seq = 3", "DELETE FROM event WHERE seq = 3"] {
            let error = await #expect(throws: StorageError.self) { try await world.tamper(act) }
            #expect(error?.reason.contains("append-only") == true)
        }
    }

    @Test(arguments: [
        "UPDATE event SET actor = 'mayor' WHERE seq = 7", "UPDATE event SET details = '{}' WHERE seq = 7",
        "UPDATE event SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 7", "UPDATE event SET card_id = 1 WHERE seq = 7",
        "UPDATE event SET hash = previous_hash WHERE seq = 7", "DELETE FROM event WHERE seq = 7",
    ])
    func aChangeBehindTheTriggersIsFound(act: String) async throws {
        let world = try await filled()
        try await world.tamper("DROP TRIGGER event_refuses_update; DROP TRIGGER event_refuses_delete; \(act)")
        #expect(try await world.store.verifyEvents() == 7)
    }
}
