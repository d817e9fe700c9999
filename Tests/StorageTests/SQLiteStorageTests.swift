// SPDX-License-Identifier: Apache-2.0
import Foundation
import Storage
import Testing

private struct InjectedFault: Error {}

@Suite struct SQLiteStorageTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path + "/register.sqlite" }

    init() throws { folder = try TemporaryFolder() }

    private func opened() async throws -> SQLiteStorage {
        let storage = try SQLiteStorage(path: path)
        try await storage.write { sql in
            try sql.script("CREATE TABLE IF NOT EXISTS thing (id INTEGER PRIMARY KEY, word TEXT, octets BLOB, part REAL) STRICT")
        }
        return storage
    }

    @Test func everyKindOfValueComesBackAsItWent() async throws {
        let storage = try await opened()
        let rows: [[SQLValue]] = [
            [.integer(1), .text("слово"), .octets([0, 255]), .real(1.5)],
            [.integer(.max), .text(""), .octets([]), .real(-0.25)],
            [.integer(.min), .null, .null, .null],
        ]
        let found = try await storage.write { sql in
            for row in rows { try sql.run("INSERT INTO thing (id, word, octets, part) VALUES ($1, $2, $3, $4)", row) }
            return try sql.all("SELECT id, word, octets, part FROM thing ORDER BY word IS NULL, id")
        }
        #expect(found.map(\.values) == rows)
        await storage.close()
    }

    @Test func aNULInsideTextBecomesAReplacementCharacter() async throws {
        let storage = try await opened()
        let found = try await storage.write { sql in
            try sql.first("INSERT INTO thing (id, word) VALUES ($1, $2) RETURNING word", [.integer(1), .text("a\0b")])
        }
        #expect(try found?.text(0) == "a\u{FFFD}b")
        await storage.close()
    }

    @Test func aThrownErrorUndoesTheWholeTransaction() async throws {
        let storage = try await opened()
        await #expect(throws: InjectedFault.self) {
            try await storage.write { sql in
                try sql.run("INSERT INTO thing (id) VALUES ($1)", [.integer(1)])
                throw InjectedFault()
            }
        }
        let count = try await storage.read { sql in try sql.first("SELECT count(*) FROM thing")?.integer(0) }
        #expect(count == 0)
        await storage.close()
    }

    @Test func readingRefusesToWrite() async throws {
        let storage = try await opened()
        let error = await #expect(throws: StorageError.self) {
            try await storage.read { sql in try sql.run("INSERT INTO thing (id) VALUES ($1)", [.integer(1)]) }
        }
        #expect(error?.code == .readOnly)
        let script = await #expect(throws: StorageError.self) {
            try await storage.read { sql in try sql.script("DELETE FROM thing") }
        }
        #expect(script?.code == .readOnly)
        await storage.close()
    }

    @Test func aReaderBesideTheWriterSeesWhatIsCommitted() async throws {
        let storage = try await opened()
        try await storage.write { sql in try sql.run("INSERT INTO thing (id) VALUES ($1)", [.integer(7)]) }
        let reader = try SQLiteStorage(path: path, access: .reading)
        #expect(try await reader.read { sql in try sql.first("SELECT id FROM thing")?.integer(0) } == 7)
        let error = await #expect(throws: StorageError.self) {
            try await reader.write { sql in try sql.run("DELETE FROM thing") }
        }
        #expect(error?.code == .readOnly)
        await reader.close()
        await storage.close()
    }

    @Test func twoWritersTakeTurns() async throws {
        let first = try await opened()
        let second = try await opened()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for storage in [first, second] {
                group.addTask {
                    for _ in 0..<50 {
                        try await storage.write { sql in
                            try sql.run("INSERT INTO thing (id) VALUES ((SELECT COALESCE(max(id), 0) + 1 FROM thing))")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await first.read { sql in try sql.first("SELECT max(id) FROM thing")?.integer(0) } == 100)
        await first.close()
        await second.close()
    }

    @Test func theEngineRunsWithTheSettingsWeCountOn() async throws {
        struct Setting: Sendable {
            let name: String
            let value: SQLValue
        }
        let storage = try await opened()
        for setting in [
            Setting(name: "journal_mode", value: .text("wal")), Setting(name: "synchronous", value: .integer(2)),
            Setting(name: "foreign_keys", value: .integer(1)), Setting(name: "trusted_schema", value: .integer(0)),
            Setting(name: "cell_size_check", value: .integer(1)),
        ] {
            // PRAGMA journal_mode counts as writing.
            let found = try await storage.write { sql in try sql.first("PRAGMA \(setting.name)")?.values }
            #expect(found == [setting.value], "\(setting.name)")
        }
        await storage.close()
    }

    @Test func aBrokenConstraintIsToldInTheEnginesWords() async throws {
        let storage = try await opened()
        let error = await #expect(throws: StorageError.self) {
            try await storage.write { sql in
                try sql.run("INSERT INTO thing (id) VALUES ($1)", [.integer(1)])
                try sql.run("INSERT INTO thing (id) VALUES ($1)", [.integer(1)])
            }
        }
        #expect(error?.code == .constraint)
        #expect(error?.reason.contains("thing.id") == true)
        await storage.close()
    }

    @Test func aFullDatabaseIsToldUndoesTheTransactionAndWorksWhenThereIsRoom() async throws {
        let storage = try await opened()
        try await storage.write { sql in _ = try sql.first("PRAGMA max_page_count = 20") }
        let error = await #expect(throws: StorageError.self) {
            try await storage.write { sql in
                for id in 1...100 {
                    try sql.run(
                        "INSERT INTO thing (id, octets) VALUES ($1, $2)",
                        [.integer(id), .octets([UInt8](repeating: 1, count: 4_000))])
                }
            }
        }
        #expect(error?.code == .full)
        #expect(error?.isTransient == true)
        #expect(try await storage.read { sql in try sql.first("SELECT count(*) FROM thing")?.integer(0) } == 0)
        try await storage.write { sql in _ = try sql.first("PRAGMA max_page_count = 2000") }
        try await storage.write { sql in try sql.run("INSERT INTO thing (id) VALUES ($1)", [.integer(1)]) }
        await storage.close()
    }

    @Test func aFileThatIsNoDatabaseIsToldAsDamage() async throws {
        try Data(repeating: 0x41, count: 8_192).write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: StorageError.self) { _ = try SQLiteStorage(path: path) }
        #expect(error?.code == .damaged)
    }

    @Test func aMissingFolderIsTold() async throws {
        let error = #expect(throws: StorageError.self) { _ = try SQLiteStorage(path: folder.path + "/none/register.sqlite") }
        #expect(error?.code == .cannotOpen)
        let second = #expect(throws: StorageError.self) {
            _ = try SQLiteStorage(path: folder.path + "/none.sqlite", access: .reading)
        }
        #expect(second?.code == .cannotOpen)
    }

    @Test func aDamagedPageIsFoundByTheCheck() async throws {
        let storage = try await opened()
        try await storage.write { sql in
            for id in 1...500 {
                try sql.run(
                    "INSERT INTO thing (id, word) VALUES ($1, $2)", [.integer(id), .text(String(repeating: "я", count: 100))])
            }
        }
        await storage.close()
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try file.seek(toOffset: 4_096 * 3)
        try file.write(contentsOf: Data(repeating: 0xEE, count: 2_000))
        try file.close()
        let damaged = try SQLiteStorage(path: path)
        let complaints: [Row]
        do {
            complaints = try await damaged.read { sql in try sql.all(sql.dialect.quickCheck) }
        } catch let error as StorageError {
            #expect(error.code == .damaged)
            complaints = []
        }
        #expect(complaints.map(\.values) != [[.text("ok")]])
        await damaged.close()
    }

    @Test func theFileIsForItsOwnerOnly() async throws {
        let storage = try await opened()
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        await storage.close()
    }
}
