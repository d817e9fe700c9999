// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TestServers

/// kill -9 of the verbs that take a card along its route: each act is there once or not at all, and journals have no gap.
@Suite(.serialized, .enabled(if: TrialRun.obstacle == nil, "the built program and python3 are needed"))
struct RouteKillTests {
    private struct Shown: Decodable {
        struct Route: Decodable {
            struct Act: Decodable { let kind: String }
            let stage: String
            let acts: [Act]
        }
        let route: Route?
    }

    /// Verbs with what each records.
    private static let steps: [(verb: [String], acts: [String])] = [
        (["card", "resolve", "1", "--main", "shevchenko", "--text", "Підготувати відповідь", "--as", "tkachuk"], ["resolved"]),
        (["card", "take", "1", "--as", "shevchenko"], ["taskAccepted"]),
        (["draft", "new", "1", "--text", "Надаємо інформацію.", "--as", "shevchenko"], ["draftOpened"]),
        (["draft", "submit", "1", "--as", "shevchenko"], ["submitted"]),
        (["draft", "approve", "1", "--as", "melnyk"], ["approved"]),
        (["draft", "sign", "1", "--as", "levchenko"], ["signed"]),
        (["dispatch", "1", "--as", "bondar"], ["draftRegistered", "dispatched"]),
        (["card", "control", "1", "--as", "bondar"], ["controlRemoved"]),
        (["card", "close", "1", "--as", "bondar"], ["closed"]),
    ]

    private static func acts(_ office: TrialOffice) throws -> [String] {
        try office.run("card", "show", "1", "--json").json(Shown.self).route?.acts.map(\.kind) ?? []
    }

    @Test("Killed again and again, the verbs of a route leave each act once and the journals whole")
    func verbs() throws {
        let office = try TrialOffice(acknowledge: "none")
        #expect(try office.wholePass().status == 0)
        let order = "\(TrialRun.share)/demo/08-ova-split-encoded-words.eml"
        try office.deliver([UInt8](try Data(contentsOf: URL(fileURLWithPath: order))))
        #expect(try office.wholePass().status == 0)
        var seconds = 0.004
        var (kills, expected) = (0, [String]())
        for step in Self.steps {
            let before = expected
            expected += step.acts
            // Killed a little later each time, till it is done: the acts of a verb are there together or not at all.
            while try Self.acts(office) == before {
                let outcome = try Program.run(step.verb + ["--config", office.configuration], killAfter: seconds)
                if let status = outcome.status { #expect(status == 0, "\(step.verb): \(outcome.complaint)") } else { kills += 1 }
                let found = try Self.acts(office)
                #expect(found == before || found == expected, "\(step.verb) killed after \(seconds) s: \(found)")
                seconds = outcome.status == nil ? seconds * 1.25 : max(0.004, seconds / 4)
            }
        }
        #expect(kills >= Self.steps.count, "\(kills) kills")
        #expect(try office.wholePass().status == 0)
        #expect(try Self.acts(office).dropLast() == expected[...] && Self.acts(office).last == "delivered")
        let journal = try office.run("journal", "show", "outgoing")
        #expect(journal.output.contains("01-10/1") && !journal.output.contains("01-10/2"), "\(journal.output)")
        #expect(try office.run("reconcile", "--thorough").status == 0)
        #expect(try office.run("doctor").output.contains("the chain is whole"))
        let sent = try office.outgoing().filter { $0.kind == "letter" }
        #expect(sent.count == 1 && sent[0].state == "sent")
    }
}
