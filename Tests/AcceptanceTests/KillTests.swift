// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestServers
import Testing

/// kill -9 at random moments of the work, with the same moments for the same seed.
@Suite(.serialized, .enabled(if: Obstacle.postfix == nil, "\(Obstacle.postfix ?? "")"), .timeLimit(.minutes(10)))
struct KillTests {
    /// How much is done and how often it is interrupted.
    private struct Plan {
        let letters: Int
        let kills: Int

        /// The long run with `CHANCERY_SOAK=1`.
        static func of(_ usual: Plan, soak: Plan) -> Plan {
            ProcessInfo.processInfo.environment["CHANCERY_SOAK"] == "1" ? soak : usual
        }
    }

    private let dovecot: Dovecot
    private let postfix: Postfix
    private let office: CouncilOffice

    /// The mailbox is empty at the office's first day: all letters are new, and answered.
    init() throws {
        dovecot = try Dovecot.start()
        postfix = try Postfix.start()
        office = try CouncilOffice(
            .init(
                url: "imaps://127.0.0.1:\(dovecot.tlsPort)/INBOX", caFile: dovecot.authority.caFile, afterFiling: "{flag: $Filed}"
            ),
            submission: "smtp://127.0.0.1:\(postfix.port)", acknowledge: "all", batchLetters: 20)
        #expect(try office.takeIn().total == 0)
    }

    @Test("Killed again and again, a pass over a thousand letters ends with a thousand cards and everybody answered")
    func killedPass() throws {
        let plan = Plan.of(Plan(letters: 1_000, kills: 25), soak: Plan(letters: 1_000, kills: 100))
        for letter in try BenchLetters.makeFromMany(plan.letters) { try dovecot.deliver(letter) }
        try killAgainAndAgain(plan) { seconds in
            let outcome = try office.run("intake", "--once", killAfter: seconds)
            if let status = outcome.status, status != 0 {
                Issue.record("a pass ended with \(status): \(outcome.complaint)")
            }
            return outcome.status == nil
        }
        let last = try office.run("intake", "--once")
        #expect(last.status == 0, "\(last.complaint)")
        try expectEverythingDone(plan)
    }

    @Test("Killed again and again while letters come, the daemon ends with a card for each and everybody answered")
    func killedDaemon() throws {
        let plan = Plan.of(Plan(letters: 300, kills: 12), soak: Plan(letters: 1_000, kills: 100))
        var waiting = ArraySlice(try BenchLetters.makeFromMany(plan.letters))
        let log = "\(office.folder.path)/daemon.log"
        try killAgainAndAgain(plan) { seconds in
            let daemon = try Program.start(["run", "--config", office.configuration], log: log)
            // Half of the time to start and catch up, the other half with news from the mailbox.
            usleep(UInt32(seconds / 2 * 1_000_000))
            for letter in waiting.prefix(plan.letters / plan.kills) { try dovecot.deliver(letter) }
            waiting = waiting.dropFirst(plan.letters / plan.kills)
            usleep(UInt32(seconds / 2 * 1_000_000))
            let wasAlive = daemon.isRunning
            daemon.send(SIGKILL)
            daemon.waitUntilExit()
            if !wasAlive { Issue.record("the daemon ended by itself: \(Program.text(of: log).suffix(2_000))") }
            return wasAlive
        }
        for letter in waiting { try dovecot.deliver(letter) }
        let daemon = try RunningDaemon(office)
        _ = try postfix.waitForLetters(plan.letters, atMost: 120)
        try daemon.wait("until nothing is left to send", atMost: 60) {
            let outbox = try office.outbox()
            return outbox.count { Self.isForSender($0.recipient) } == plan.letters && outbox.allSatisfy { $0.state == "sent" }
        }
        #expect(daemon.stop() == 0, "\(daemon.words.suffix(2_000))")
        #expect(try office.takeIn().total == 0)
        try expectEverythingDone(plan)
    }

    /// Lets `strike` begin the work and kill it after so many seconds, so that all together the kills spread over the whole work.
    /// - Parameter strike: whether it still worked when it was killed.
    private func killAgainAndAgain(_ plan: Plan, _ strike: (Double) throws -> Bool) throws {
        var chance = Seeded(state: 20_261_123)
        var window = 0.15
        var kills = 0
        while kills < plan.kills {
            // Everything done before its moment came: the rest of the kills must find work.
            guard try strike(.random(in: 0.005...window, using: &chance)) else { break }
            kills += 1
            // The work should be as far done as the kills are: further means that the moments lie too far apart.
            let done = Double(try office.cards().count + postfix.arrivals) / Double(2 * plan.letters)
            // A quarter is kept for after the last kill, or a machine that gets faster on the way would be done before it.
            let due = 0.75 * Double(kills) / Double(plan.kills)
            window = min(max(window * (done > due ? 0.6 : 1.1), 0.03), 3)
        }
        #expect(kills == plan.kills)
    }

    private func expectEverythingDone(_ plan: Plan) throws {
        let cards = try office.cards()
        expectNumbers(of: cards, count: plan.letters)
        #expect(cards.allSatisfy { !$0.isImported })
        let server = try ServerLetters(port: dovecot.port).letters
        #expect(cards.map(\.letter).sorted() == server.map(\.sha256).sorted())
        #expect(server.allSatisfy { $0.flags.contains("$Filed") })
        let reconciled = try office.run("reconcile", "--thorough")
        #expect(reconciled.status == 0, "\(reconciled.output)\(reconciled.complaint)")
        try expectAnswers(plan)
    }

    private static func isForSender(_ address: String) -> Bool { !address.contains("@city.example") }

    /// Everybody has an answer; a second copy leaves only where a kill left the first in doubt, and is marked.
    private func expectAnswers(_ plan: Plan) throws {
        var letters = try postfix.waitForLetters(plan.letters, atMost: 30).map { HeaderLines($0) }
        // Copies may still be on their way into the Maildir.
        let accepted = Program.text(of: postfix.log).matches(of: /postfix\/cleanup[^\n]*message-id=/).count
        letters = try postfix.waitForLetters(accepted, atMost: 30).map { HeaderLines($0) }
        // The daemon writes to the people of the council too, whom each card needs.
        letters = letters.filter { Self.isForSender($0["To"] ?? "") }
        #expect(Set(letters.map { $0["To"] ?? "" }).count == plan.letters)
        let copies = Dictionary(grouping: letters) { $0["Message-ID"] ?? "" }
        #expect(copies.count == plan.letters)
        let extra = letters.count - copies.count
        print("\(plan.kills) kills: \(letters.count) answers of \(copies.count) letters, \(extra) extra copies")
        #expect(extra <= plan.kills)
        for (id, same) in copies where same.count > 1 {
            #expect(same.count { $0["X-Chancery-Copies-In-Doubt"] == nil } <= 1, "\(id)")
        }
        let unsent = try office.outbox().filter { $0.state != "sent" }
        #expect(unsent.isEmpty, "\(unsent)")
    }
}

/// The header fields of a letter, unfolded; of several with one name, the first.
private struct HeaderLines {
    private var fields: [String: String] = [:]

    init(_ letter: [UInt8]) {
        let text = String(decoding: letter, as: UTF8.self).replacing("\r\n", with: "\n")
        let head = text.prefix(upTo: text.firstRange(of: "\n\n")?.lowerBound ?? text.endIndex)
        for line in head.replacing("\n ", with: " ").replacing("\n\t", with: " ").split(separator: "\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2 else { continue }
            let name = halves[0].lowercased()
            fields[name] = fields[name] ?? halves[1].trimmingCharacters(in: .whitespaces)
        }
    }

    subscript(name: String) -> String? { fields[name.lowercased()] }
}

/// SplitMix64: random, and the same for the same seed.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Postfix {
    /// How many letters lie in its Maildir.
    fileprivate var arrivals: Int {
        ["new", "cur"].reduce(0) {
            $0 + ((try? FileManager.default.contentsOfDirectory(atPath: "\(maildir)/\($1)"))?.count ?? 0)
        }
    }
}
