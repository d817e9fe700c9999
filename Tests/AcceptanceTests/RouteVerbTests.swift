// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TestServers

/// A card taken along its whole route by the built program, each verb a process of its own.
@Suite(.serialized, .enabled(if: TrialRun.obstacle == nil, "the built program and python3 are needed"))
struct RouteVerbTests {
    private struct Act: Decodable {
        struct Draft: Decodable {
            let id: Int
            let stage: String
            let version: String
            let registrationIndex: String?
        }
        let card: Int
        let stage: String
        let acts: [String]
        let drafts: [Draft]
    }

    private struct Shown: Decodable {
        struct Route: Decodable {
            struct Act: Decodable {
                let by: String
                let kind: String
                let proof: String
                let onBehalf: String
            }
            let acts: [Act]
            let filing: String?
        }
        let route: Route?
    }

    /// A letter of the regional administration with a task, from the demonstration.
    private static func order() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(TrialRun.share)/demo/08-ova-split-encoded-words.eml")))
    }

    private static let sender = "zkg@oda.region.example"

    /// An office with one registered letter.
    private static func office() throws -> TrialOffice {
        let office = try TrialOffice(acknowledge: "none")
        #expect(try office.pass().status == 0)
        try office.deliver(try order())
        #expect(try office.pass().status == 0)
        #expect(try office.cards().map(\.registrationIndex) == ["1/01-10"])
        return office
    }

    private static func letters(_ office: TrialOffice, to address: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(office.folder.path)/outbox/new").sorted().map {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(office.folder.path)/outbox/new/\($0)")), as: UTF8.self)
        }.filter { $0.contains("To: <\(address)>") || $0.contains("To: \(address)") }
    }

    @Test("An order goes by verbs from the resolution to its case file, its whole history on the card")
    func wholeRoute() throws {
        let office = try Self.office()
        try office.folder.write("Інформація про підготовку до зими.\n", to: "answer.txt")
        let steps: [(verb: [String], stage: String)] = [
            (
                ["card", "resolve", "1", "--main", "shevchenko", "--text", "Підготувати відповідь", "--as", "tkachuk"],
                "inExecution"
            ),
            (["card", "take", "1", "--as", "shevchenko"], "inExecution"),
            (
                [
                    "draft", "new", "1", "--text", "Надаємо інформацію.", "--file", "\(office.folder.path)/answer.txt", "--as",
                    "shevchenko",
                ], "inExecution"
            ),
            (["draft", "submit", "1", "--as", "shevchenko"], "inExecution"),
            (["draft", "return", "1", "--remark", "немає дати", "--as", "melnyk"], "inExecution"),
            (
                ["draft", "attach", "1", "--text", "Надаємо інформацію станом на 20.11.2026.", "--as", "shevchenko"],
                "inExecution"
            ),
            (["draft", "submit", "1/01-10", "--as", "shevchenko"], "inExecution"),
            (["draft", "approve", "1", "--as", "melnyk"], "inExecution"),
            (["draft", "sign", "1", "--as", "levchenko"], "inExecution"),
            (["dispatch", "1", "--as", "bondar"], "controlCheck"),
            (["card", "control", "1", "--note", "виконано", "--as", "bondar"], "executed"),
            (["card", "close", "1", "--as", "bondar"], "closed"),
        ]
        for step in steps {
            let run = try TrialRun(step.verb + ["--json", "--config", office.configuration])
            #expect(run.status == 0, "\(step.verb): \(run.errors)")
            #expect(try run.json(Act.self).stage == step.stage, "\(step.verb)")
        }
        #expect(try office.pass().status == 0)
        let sent = try #require(try Self.letters(office, to: Self.sender).last)
        #expect(sent.contains("In-Reply-To: <") && sent.contains("answer.txt"))
        #expect(!sent.contains("Auto-Submitted"))
        let route = try #require(try office.run("card", "show", "1", "--json").json(Shown.self).route)
        #expect(
            route.acts.map(\.kind) == [
                "resolved", "taskAccepted", "draftOpened", "submitted", "remarked", "draftEdited", "submitted", "approved",
                "signed", "draftRegistered", "dispatched", "controlRemoved", "closed", "delivered",
            ])
        #expect(route.acts.dropLast().allSatisfy { $0.proof.hasPrefix("verb:") })
        #expect(route.filing?.hasPrefix("До справи № 01-10 / Лист-відповідь від") == true)
        #expect(
            try office.run("journal", "show", "outgoing").output.contains("01-11/1") == false, "the draft names its case file")
        #expect(try office.run("journal", "show", "outgoing").output.contains("01-10/1"))
        #expect(try office.run("reconcile").status == 0)
    }

    @Test("Who acts out of turn, or is nobody, hears why, and nothing changes")
    func refusals() throws {
        let office = try Self.office()
        let rows: [(name: String, verb: [String], words: String)] = [
            (
                "not the reviewer", ["card", "resolve", "1", "--main", "shevchenko", "--text", "Так", "--as", "melnyk"],
                "Ткачук В. П."
            ),
            ("nobody", ["card", "take", "1", "--as", "nemaye"], "nemaye"),
            ("no such executor", ["card", "resolve", "1", "--main", "nemaye", "--text", "Так", "--as", "tkachuk"], "nemaye"),
            ("vague", ["card", "resolve", "1", "--main", "shevchenko", "--text", "Прискорити", "--as", "tkachuk"], "прискорити"),
            ("no draft", ["draft", "sign", "1", "--as", "levchenko"], "проєкт"),
            ("no card", ["dispatch", "77", "--as", "bondar"], "77"),
            ("no controller", ["card", "control", "1", "--as", "shevchenko"], "зняти з контролю"),
        ]
        for row in rows {
            let run = try TrialRun(row.verb + ["--config", office.configuration])
            #expect(run.status == 65, "\(row.name): \(run.errors)")
            #expect(run.errors.lowercased().contains(row.words.lowercased()), "\(row.name): \(run.errors)")
        }
        #expect(try office.run("card", "show", "1", "--json").json(Shown.self).route == nil)
        let usage = try office.run("card", "extend", "1", "--as", "shevchenko")
        #expect(usage.status == 64 && usage.errors.contains("--until"), "\(usage.errors)")
    }

    @Test("A substitute added by a verb decides in the name of the absent, and the card says so")
    func substitute() throws {
        let office = try Self.office()
        // The council's day, which begins before that of UTC.
        let kyiv = try #require(TimeZone(identifier: "Europe/Kyiv"))
        let today = Date().formatted(Date.ISO8601FormatStyle(timeZone: kyiv).year().month().day())
        let added = try office.run(
            "substitute", "add", "--for", "tkachuk", "--by", "melnyk", "--from", "2026-01-01", "--to", "2099-12-31", "--basis",
            "розпорядження № 5-к", "--reason", "leave", "--as", "bondar")
        #expect(added.status == 0, "\(added.errors)")
        #expect(try office.run("card", "resolve", "1", "--main", "shevchenko", "--text", "Так", "--as", "tkachuk").status == 65)
        let resolved = try office.run(
            "card", "resolve", "1", "--main", "shevchenko", "--text", "Підготувати", "--as", "melnyk")
        #expect(resolved.status == 0, "\(resolved.errors)")
        let act = try #require(try office.run("card", "show", "1", "--json").json(Shown.self).route?.acts.first)
        #expect(act.by == "melnyk" && act.onBehalf == "за Ткачука В. П. (відпустка, розпорядження № 5-к)")
        #expect(try office.run("substitute", "list").output.contains("розпорядження № 5-к"))
        #expect(try office.run("substitute", "end", "--for", "tkachuk", "--as", "bondar").status == 0)
        #expect(try office.run("substitute", "list").output.contains(today) == false)
    }

    @Test("Journals are shown, closed and verified; a changed file is found out")
    func journals() throws {
        let office = try Self.office()
        #expect(try office.run("journal", "show").output.contains("1/01-10"))
        #expect(try office.run("journal", "close", "--as", "bondar").output.contains("no day is left"))
        #expect(try office.run("journal", "verify").status == 0)
        #expect(try office.run("journal", "show", "nemaye").status == 65)
        let report = try office.run("report")
        #expect(report.status == 0 && report.output.contains("(waits for a resolution)\t1"), "\(report.output)")
        #expect(try office.run("approve", "list", "--json").output.contains("[") == true)
    }
}
