// SPDX-License-Identifier: Apache-2.0
import Storage
import Testing

@Suite struct DialectTests {
    @Test func placeholdersOfAMigrationBecomeTheEnginesWords() {
        let text = Dialect.sqlite.expand("CREATE TABLE a (id {identity}, b {octets}, c {integer}) {strict};")
        #expect(text == "CREATE TABLE a (id INTEGER PRIMARY KEY, b BLOB, c INTEGER) STRICT;")
    }

    @Test func anAppendOnlyTableRefusesToBeChanged() async throws {
        let folder = try TemporaryFolder()
        let storage = try SQLiteStorage(path: folder.path + "/register.sqlite")
        try await storage.write { sql in
            try sql.script(sql.dialect.expand("CREATE TABLE log (id {identity}) {strict}; {append-only log}"))
            try sql.run("INSERT INTO log (id) VALUES ($1)", [.integer(1)])
        }
        for act in ["UPDATE log SET id = 2", "DELETE FROM log"] {
            let error = await #expect(throws: StorageError.self) { try await storage.write { sql in try sql.run(act) } }
            #expect(error?.code == .constraint)
            #expect(error?.reason == "log is append-only")
        }
        await storage.close()
    }
}
