// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TestServers

/// A configuration with mistakes, as its author meets them.
@Suite(.serialized, .enabled(if: TrialRun.obstacle == nil, "the built program and python3 are needed"))
struct MistakesConfigurationTests {
    private struct Mistake: Decodable {
        let file: String
        let line: Int?
        let key: String
        let what: String
        let advice: String
    }

    /// A line of the configuration, and what must be said of it.
    private struct Expected {
        let file: String
        let text: String
        /// Words of the mistake or its advice.
        let words: String
    }

    private static let expected = [
        Expected(file: "chancery.yaml", text: "regstryCode:", words: "registryCode"),
        Expected(file: "chancery.yaml", text: "timeZone: Europe/Kyyiv", words: "Europe/Kyyiv"),
        Expected(file: "chancery.yaml", text: "startTLS: never", words: "in clear"),
        Expected(file: "chancery.yaml", text: "hourlyLimit: many", words: "many"),
        Expected(file: "chancery.yaml", text: "acknowlege: all", words: "acknowledge"),
        Expected(file: "chancery.yaml", text: "minimumFreeSpace: 5", words: "unit"),
        Expected(file: "chancery.yaml", text: "pollInterval: 3 fortnights", words: "fortnights"),
        Expected(file: "staff.yaml", text: "department: zkhg", words: "zhkg"),
        Expected(file: "staff.yaml", text: "id: kravets", words: "phone"),
        Expected(file: "staff.yaml", text: "approvers: [lawer]", words: "lawyer"),
        Expected(file: "registered.mustache", text: "{{registrationIdex}}", words: "registrationIndex"),
    ]

    @Test("All mistakes are said at once, each with file, line and what to do, and the exit status says configuration")
    func allAtOnce() throws {
        let office = try Self.mistaken()
        let told = try office.run("config", "test", "--json")
        #expect(told.status == 78)
        let mistakes = try told.json([Mistake].self)
        for expected in Self.expected {
            let found = try mistakes.first { mistake in
                guard mistake.file.hasSuffix(expected.file), let number = mistake.line else { return false }
                let lines = try String(contentsOfFile: mistake.file, encoding: .utf8).split(
                    separator: "\n", omittingEmptySubsequences: false)
                return number <= lines.count && lines[number - 1].contains(expected.text)
                    && "\(mistake.key) \(mistake.what) \(mistake.advice)".contains(expected.words)
            }
            #expect(found != nil, "nothing on “\(expected.text)” in: \(told.output)")
            #expect(found?.advice.isEmpty == false, "no advice: \(String(describing: found))")
        }
        #expect(mistakes.count == Self.expected.count, "\(told.output)")
        // Every other verb says the same, in words, and does nothing.
        for verb in [["intake", "--once"], ["status"], ["run"]] {
            let refused = try TrialRun(verb + ["--config", office.configuration])
            #expect(refused.status == 78, "\(verb): \(refused)")
            #expect(refused.errors.split(separator: "\n").count == mistakes.count, "\(refused.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: "\(office.folder.path)/state"))
        let words = try office.run("config", "test")
        #expect(words.status == 78 && words.output.contains("\(mistakes.count) to correct"), "\(words.output)")
    }

    @Test("A sound configuration is said to be sound, and shown without its secrets")
    func sound() throws {
        let office = try TrialOffice(
            mailbox: "url: \"imaps://mail.city.example/INBOX\", user: rada, password: {file: secret}")
        try office.folder.write("сувора-таємниця\n", to: "secret", mode: 0o600)
        let told = try office.run("config", "test")
        #expect(told.status == 0 && told.output.contains("sound"), "\(told)")
        let shown = try office.run("config", "show")
        #expect(shown.status == 0 && shown.output.contains("imaps://mail.city.example"), "\(shown)")
        #expect(!shown.output.contains("таємниця"))
        // A secret that others may read is a mistake as well.
        try office.folder.write("сувора-таємниця\n", to: "secret", mode: 0o644)
        let open = try office.run("config", "test")
        #expect(open.status == 78 && open.output.contains("chmod 600"), "\(open.output)")
        #expect(!open.output.contains("таємниця"))
    }

    @Test("What `init` writes is sound but for the two passwords it cannot know")
    func written() throws {
        let folder = try ServerFolder()
        let configuration = "\(folder.path)/etc/chancery.yaml"
        let written = try TrialRun(["init", "--config", configuration])
        #expect(written.status == 0 && written.output.contains("Next:"), "\(written)")
        let told = try TrialRun(["config", "test", "--json", "--config", configuration])
        #expect(try told.json([Mistake].self).allSatisfy { $0.key.contains("password") }, "\(told.output)")
        #expect(try TrialRun(["init", "--config", configuration]).output.contains("kept"))
    }

    private static func mistaken() throws -> TrialOffice {
        let office = try TrialOffice(extra: "acknowlege: all\nintake:\n  pollInterval: 3 fortnights")
        try office.folder.write("secret\n", to: "secret", mode: 0o600)
        func edit(_ file: String, _ changes: [(String, String)]) throws {
            var text = try String(contentsOfFile: "\(office.folder.path)/\(file)", encoding: .utf8)
            for (right, wrong) in changes {
                guard text.contains(right) else { throw ServerFailure("\(file) has no \(right)") }
                text = text.replacing(right, with: wrong, maxReplacements: 1)
            }
            try office.folder.write(text, to: file)
        }
        try edit(
            "chancery.yaml",
            [
                ("registryCode:", "regstryCode:"), ("Europe/Kyiv", "Europe/Kyyiv"),
                (
                    "  - {name: official, url: \"maildir:inbox\"}",
                    "  - name: official\n    url: imap://mail.city.example/INBOX\n    startTLS: never\n    user: rada\n    password: {file: secret}"
                ),
                ("submission: {", "submission: {hourlyLimit: many, "), ("minimumFreeSpace: 1 MiB", "minimumFreeSpace: 5"),
            ])
        try edit(
            "staff.yaml",
            [
                ("department: zhkg", "department: zkhg"), ("approvers: [lawyer]", "approvers: [lawer]"),
                (
                    "\nroutes:",
                    "  - id: kravets\n    name: Кравець Павло\n    post: головний спеціаліст\n    email: kravets@city.example\n    roles: [official]\n\nroutes:"
                ),
            ])
        try edit("templates/uk/registered.mustache", [("№ {{registrationIndex}}.", "№ {{registrationIdex}}.")])
        return office
    }
}
