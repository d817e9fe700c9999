// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// One row of the module table in README: a target, what it is for, what of ours and of others it imports.
private struct ModuleRow {
    let name: String
    let charter: String
    let imports: Set<String>
}

@Suite struct ModuleMapTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// What any module may import without a word: the language and the system.
    private static let free: Set<String> = ["Swift", "Synchronization", "Dispatch", "Glibc", "FoundationEssentials"]
    /// Wrapped by one module of ours each.
    private static let clibraries: Set<String> = ["CCurl", "CXML2", "CArchive", "CCrypto", "CConfine"]
    /// Modules that know bytes, values and rules only.
    private static let pure: Set<String> = ["InternetMessage", "MailTransport", "IMAPGrammar", "OfficeCalendar", "Office"]

    /// The rows between the heading `| target |` and the next empty line.
    private static func table() throws -> [ModuleRow] {
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let lines = readme.split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.hasPrefix("| target |") }
        var rows: [ModuleRow] = []
        for line in lines.dropFirst(2).prefix(while: { $0.hasPrefix("|") }) {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) }
            guard cells.count == 3 else { continue }
            let imports = cells[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0 != "–" }
            let ours = imports.contains("all of the above") ? rows.map(\.name).filter { !clibraries.contains($0) } : []
            rows.append(
                ModuleRow(name: cells[0], charter: cells[1], imports: Set(imports + ours).subtracting(["all of the above"])))
        }
        return rows
    }

    private static func folders() throws -> [String] {
        let sources = root.appending(path: "Sources")
        return try FileManager.default.contentsOfDirectory(atPath: sources.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The names after `import` in every Swift file of a module.
    private static func importedModules(of module: String) throws -> Set<String> {
        let folder = root.appending(path: "Sources").appending(path: module)
        guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
        var found: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let position = words.firstIndex(of: "import"), position <= 2, position + 1 < words.count,
                    words[..<position].allSatisfy({
                        ["package", "public", "private", "internal", "@preconcurrency"].contains($0)
                    })
                else { continue }
                let isKind = ["struct", "class", "enum", "protocol", "func"].contains(words[position + 1])
                let name = words[isKind ? position + 2 : position + 1]
                found.insert(String(name.split(separator: ".")[0]))
            }
        }
        return found
    }

    @Test func everySourceFolderStandsInTheTableWithACharter() throws {
        let rows = try Self.table()
        #expect(try Self.folders() == rows.map(\.name).sorted())
        for row in rows { #expect(row.charter.count > 20, "\(row.name) needs a charter") }
    }

    @Test func modulesImportOnlyWhatTheTableAllows() throws {
        for row in try Self.table() {
            let stray = try Self.importedModules(of: row.name).subtracting(row.imports).subtracting(Self.free)
            #expect(stray.isEmpty, "\(row.name) imports \(stray.sorted())")
        }
    }

    @Test func theTableNamesNoImportThatIsNotThere() throws {
        for row in try Self.table() where row.name != "chancery" {
            let missing = row.imports.subtracting(try Self.importedModules(of: row.name)).subtracting(Self.free)
            #expect(missing.isEmpty, "\(row.name) does not import \(missing.sorted())")
        }
    }

    @Test func pureModulesTouchNeitherFilesNorSockets() throws {
        for module in Self.pure {
            let outside = try Self.importedModules(of: module).intersection(["Glibc", "Dispatch", "Foundation"])
            #expect(outside.isEmpty, "\(module) imports \(outside.sorted())")
        }
    }

    @Test func arrowsPointInwardOnly() throws {
        let rows = Dictionary(uniqueKeysWithValues: try Self.table().map { ($0.name, $0.imports) })
        func reaches(_ from: String, _ goal: String, _ seen: inout Set<String>) -> Bool {
            for next in rows[from] ?? [] where seen.insert(next).inserted {
                if next == goal || reaches(next, goal, &seen) { return true }
            }
            return false
        }
        for name in rows.keys {
            var seen: Set<String> = []
            #expect(!reaches(name, name, &seen), "\(name) reaches itself")
        }
    }
}
