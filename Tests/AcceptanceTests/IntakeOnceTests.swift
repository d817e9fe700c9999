// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TestServers

/// An office that runs by single passes: each does what the daemon does between two rings of its bells.
@Suite(.serialized, .enabled(if: TrialRun.obstacle == nil, "the built program and python3 are needed"))
struct IntakeOnceTests {
    private struct Pass: Decodable {
        struct Cards: Decodable {
            let replies: Int
            let routed: Int
            let unrouted: Int
        }
        let cards: Cards?
    }

    private struct Shown: Decodable {
        struct Route: Decodable {
            struct Act: Decodable {
                let by: String
                let kind: String
            }
            let stage: String
            let acts: [Act]
        }
        let route: Route?
    }

    private static func office() throws -> TrialOffice {
        let office = try TrialOffice(
            acknowledge: "none", extra: "trust: {authenticationResultsFrom: [mail.city.example]}")
        #expect(try office.wholePass().status == 0)
        let order = "\(TrialRun.share)/demo/08-ova-split-encoded-words.eml"
        try office.deliver([UInt8](try Data(contentsOf: URL(fileURLWithPath: order))))
        return office
    }

    private static func letters(_ office: TrialOffice) throws -> [ReadByPython] {
        try FileManager.default.contentsOfDirectory(atPath: "\(office.folder.path)/outbox/new").sorted().map {
            try ReadByPython([UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(office.folder.path)/outbox/new/\($0)"))))
        }
    }

    @Test("A pass lays the route, asks the reviewer and decides the reply; a pass more does nothing twice")
    func wholeWay() throws {
        let office = try Self.office()
        let first = try office.run("intake", "--once", "--json")
        #expect(first.status == 0, "\(first)")
        #expect(try first.json(Pass.self).cards?.routed == 1)
        #expect(
            try office.outgoing().map { "\($0.kind) \($0.recipient) \($0.state)" } == [
                "resolutionRequest tkachuk@city.example sent"
            ])
        #expect(try office.run("card", "show", "1", "--json").json(Shown.self).route?.stage == "onResolution")
        #expect(try office.wholePass().output.contains("outbox: 0 sent"))

        let request = try #require(try Self.letters(office).first)
        let reply = """
            Authentication-Results: mail.city.example; dmarc=pass header.from=city.example
            From: tkachuk@city.example
            To: rada@city.example
            Subject: Re: \(request.fields["Subject"] ?? "")
            Message-ID: <answer@mail.example>
            In-Reply-To: \(request.fields["Message-ID"] ?? "")
            References: \(request.fields["References"] ?? "")
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            Шевченко підготувати відповідь

            """
        try office.deliver(Array(reply.replacing("\n", with: "\r\n").utf8))
        let second = try office.run("intake", "--once", "--json")
        #expect(second.status == 0, "\(second)")
        #expect(try second.json(Pass.self).cards?.replies == 1)
        let route = try #require(try office.run("card", "show", "1", "--json").json(Shown.self).route)
        #expect(route.stage == "inExecution" && route.acts.map { "\($0.by) \($0.kind)" } == ["tkachuk resolved"])
        let kinds = try office.outgoing().map(\.kind)
        #expect(kinds.contains("assignment") && kinds.contains("recorded"), "\(kinds)")
        #expect(try office.outgoing().allSatisfy { $0.state == "sent" })
        #expect(try office.run("reconcile").status == 0)
    }

    @Test("A letter filed without a route gets it from the next pass, and `--no-routes` leaves people alone")
    func laterPass() throws {
        let office = try Self.office()
        #expect(try office.pass().status == 0)
        #expect(try office.outgoing().isEmpty)
        #expect(try office.run("card", "show", "1", "--json").json(Shown.self).route == nil)
        let whole = try office.wholePass()
        #expect(whole.status == 0 && whole.output.contains("cards: 1 sent on their way"), "\(whole)")
        #expect(try office.outgoing().map(\.kind) == ["resolutionRequest"])
    }

    @Test("A pass killed at any moment leaves the next one the same work")
    func killed() throws {
        for fraction in [0.2, 0.4, 0.6, 0.8] {
            let office = try Self.office()
            let began = Date()
            let preview = try office.run("intake", "--dry-run")
            #expect(preview.status == 0)
            let usual = max(0.05, Date().timeIntervalSince(began) * 2)
            _ = try Program.run(["intake", "--once", "--config", office.configuration], killAfter: usual * fraction)
            #expect(try office.wholePass().status == 0)
            #expect(try office.wholePass().status == 0)
            #expect(try office.cards().map(\.registrationIndex) == ["1/01-10"])
            #expect(try office.outgoing().map { "\($0.kind) \($0.state)" } == ["resolutionRequest sent"])
        }
    }
}
