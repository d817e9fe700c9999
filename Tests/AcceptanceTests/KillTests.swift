// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestServers
import Testing

/// kill -9 at random moments of a pass, with the same moments for the same seed.
@Suite(.serialized, .enabled(if: Obstacle.postfix == nil, "\(Obstacle.postfix ?? "")"), .timeLimit(.minutes(5)))
struct KillTests {
    private static let letters = 1_000
    /// 100 with `CHANCERY_SOAK=1`.
    private static var kills: Int { ProcessInfo.processInfo.environment["CHANCERY_SOAK"] == "1" ? 100 : 25 }

    @Test("Killed again and again, a pass over a thousand letters ends with a thousand cards and everybody answered")
    func killedPass() throws {
        let dovecot = try Dovecot.start()
        let postfix = try Postfix.start()
        let office = try CouncilOffice(
            .init(
                url: "imaps://127.0.0.1:\(dovecot.tlsPort)/INBOX", caFile: dovecot.authority.caFile, afterFiling: "{flag: $Filed}"
            ),
            submission: "smtp://127.0.0.1:\(postfix.port)", acknowledge: "all", batchLetters: 20)
        // The mailbox is empty at the office's first day: all letters are new, and answered.
        #expect(try office.takeIn().total == 0)
        for letter in try BenchLetters.makeFromMany(Self.letters) { try dovecot.deliver(letter) }

        let kills = try killAgainAndAgain(office, postfix)
        #expect(kills == Self.kills)
        let last = try office.run("intake", "--once")
        #expect(last.status == 0, "\(last.complaint)")

        let cards = try office.cards()
        expectNumbers(of: cards, count: Self.letters)
        #expect(cards.allSatisfy { !$0.isImported })
        let server = try ServerLetters(port: dovecot.port).letters
        #expect(cards.map(\.letter).sorted() == server.map(\.sha256).sorted())
        #expect(server.allSatisfy { $0.flags.contains("$Filed") })
        let reconciled = try office.run("reconcile", "--thorough")
        #expect(reconciled.status == 0, "\(reconciled.output)\(reconciled.complaint)")
        try expectAnswers(postfix, office, kills: kills)
    }

    /// Runs passes and kills each after a random time, so that all together the kills spread over the whole work.
    private func killAgainAndAgain(_ office: CouncilOffice, _ postfix: Postfix) throws -> Int {
        var chance = Seeded(state: 20_261_123)
        var window = 0.15
        var kills = 0
        while kills < Self.kills {
            let outcome = try office.run("intake", "--once", killAfter: .random(in: 0.005...window, using: &chance))
            guard outcome.status == nil else {
                // Everything was done before its moment came: the rest of the kills must find work.
                if outcome.status != 0 { Issue.record("a pass ended with \(outcome.status ?? 0): \(outcome.complaint)") }
                break
            }
            kills += 1
            // The work should be as far done as the kills are: further means that the moments lie too far apart.
            let done = Double(try office.cards().count + postfix.arrivals) / Double(2 * Self.letters)
            // A quarter is kept for after the last kill, or a machine that gets faster on the way would be done before it.
            let due = 0.75 * Double(kills) / Double(Self.kills)
            window = min(max(window * (done > due ? 0.6 : 1.1), 0.03), 3)
        }
        return kills
    }

    /// Everybody has an answer; a second copy leaves only where a kill left the first in doubt, and is marked.
    private func expectAnswers(_ postfix: Postfix, _ office: CouncilOffice, kills: Int) throws {
        var letters = try postfix.waitForLetters(Self.letters, atMost: 30).map { HeaderLines($0) }
        // Copies may still be on their way into the Maildir.
        let accepted = Program.text(of: postfix.log).matches(of: /postfix\/cleanup[^\n]*message-id=/).count
        letters = try postfix.waitForLetters(accepted, atMost: 30).map { HeaderLines($0) }
        #expect(Set(letters.map { $0["To"] ?? "" }).count == Self.letters)
        let copies = Dictionary(grouping: letters) { $0["Message-ID"] ?? "" }
        #expect(copies.count == Self.letters)
        let extra = letters.count - copies.count
        print("\(kills) kills: \(letters.count) answers of \(copies.count) letters, \(extra) extra copies")
        #expect(extra <= kills)
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
