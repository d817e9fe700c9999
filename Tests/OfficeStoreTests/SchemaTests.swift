// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import Office
import Storage
import Testing
import Vault

@testable import OfficeStore

@Suite struct SchemaTests {
    private struct Shipped {
        let number: Int
        let digest: String
    }

    /// SHA-256 of each migration as shipped. A migration is never edited: when this fails, write the next one instead.
    private static let shipped = [
        Shipped(number: 1, digest: "b37a28dcdd0ed94f04301a9c71d995b620b581e5422983ed01c31bbb67bf94f7"),
        Shipped(number: 2, digest: "70a6ab5f7641fd366b6a70e7b07c0ea5edc4de77575c8970efc02e1a89a306b4"),
        Shipped(number: 3, digest: "62729eca30402f26894fdb0f4036e574b5387943169ba2eed23c27daa87aa39f"),
        Shipped(number: 4, digest: "0026b7499754b2d423bcca0f37f2d67dfdb43dcb92ba6e8a8a1d99969048b4f8"),
        Shipped(number: 5, digest: "4263fb4b4f67a35cf06b552fbe25bb643cf939785827916f3a57ed773df0f8d9"),
        Shipped(number: 6, digest: "3ef143e5a113c0a89930b7074c85c76ef2c91791b979fc31c040fe8288d7e163"),
    ]

    @Test func shippedMigrationsAreNeverEdited() {
        #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
        #expect(Migration.all.count == Self.shipped.count)
        for (migration, shipped) in zip(Migration.all, Self.shipped) {
            #expect(OctetHasher.digest(of: Array(migration.text.utf8).span.bytes).hex == shipped.digest, "\(shipped.number)")
        }
    }

    @Test func aFileOfEachEarlierVersionOpensAndIsBroughtUpToDate() async throws {
        for version in 0..<Migration.all.count {
            let folder = try TemporaryFolder()
            let storage = try SQLiteStorage(path: folder.path + "/register.sqlite")
            try await OfficeStore(storage: storage).migrate(through: Array(Migration.all.prefix(version)))
            let store = OfficeStore(storage: storage)
            #expect(try await store.schemaVersion() == version)
            try await store.migrate()
            try await store.migrate()
            #expect(try await store.schemaVersion() == Migration.all.count)
            #expect(try await store.checkDatabase().isEmpty)
            await store.close()
        }
    }

    @Test func aFileOfThisVersionOpensAgainWithItsCards() async throws {
        let world = try await StoreWorld()
        _ = try await world.store.file([try StoreWorld.filing(1)], at: StoreWorld.start)
        await world.store.close()
        let store = OfficeStore(storage: try SQLiteStorage(path: world.path))
        try await store.migrate()
        #expect(try await store.cards(CardFilter()).count == 1)
        #expect(try await store.checkDatabase().isEmpty)
        await store.close()
    }

    @Test func aFileOfALaterVersionIsRefusedAndLeftAlone() async throws {
        let world = try await StoreWorld()
        try await world.tamper("INSERT INTO schema_version (number) VALUES (99)")
        await #expect(throws: StoreError.newerSchema(found: 99, known: Migration.all.count)) { try await world.store.migrate() }
        #expect(try await world.store.schemaVersion() == 99)
    }

    @Test func aMigrationCutBeforeItsEndIsDoneAgain() async throws {
        let folder = try TemporaryFolder()
        let storage = try SQLiteStorage(path: folder.path + "/register.sqlite")
        let cut = OfficeStore(storage: storage) { _ in throw InjectedFault() }
        await #expect(throws: InjectedFault.self) { try await cut.migrate() }
        let store = OfficeStore(storage: storage)
        #expect(try await store.schemaVersion() == 0)
        try await store.migrate()
        #expect(try await store.schemaVersion() == Migration.all.count)
        await store.close()
    }

    @Test func settingsAreKeptChangedAndTakenAway() async throws {
        let world = try await StoreWorld()
        #expect(try await world.store.setting("instance") == nil)
        try await world.store.setSetting("instance", "a")
        try await world.store.setSetting("instance", "b")
        #expect(try await world.store.setting("instance") == "b")
        try await world.store.setSetting("instance", nil)
        #expect(try await world.store.setting("instance") == nil)
    }

    @Test func aNumberTakenAwayShowsAsAGap() async throws {
        let world = try await StoreWorld()
        _ = try await world.store.file(try (1...5).map { try StoreWorld.filing($0) }, at: StoreWorld.start)
        try await world.tamper(
            """
            UPDATE card SET state = 'preReview', journal = NULL, journal_year = NULL, number = NULL, registration_index = NULL,
                registered_on = NULL WHERE number IN (2, 5)
            """)
        #expect(try await world.store.journalGaps().map(\.missing) == [2, 5])
    }
}
