// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestServers
import Testing

/// A pass over a real server's mailbox: every letter one card, once.
@Suite(.serialized)
struct DeliveredOnceTests {
    /// How Dovecot is reached.
    enum Way: String, CaseIterable, CustomTestStringConvertible {
        case plain, startTLS, tls
        var testDescription: String { rawValue }

        func mailbox(_ dovecot: Dovecot, afterFiling: String = "keep") -> CouncilOffice.Mailbox {
            var mailbox = CouncilOffice.Mailbox(url: "", afterFiling: afterFiling)
            switch self {
            case .plain:
                mailbox.url = "imap://127.0.0.1:\(dovecot.port)/INBOX"
                mailbox.isInTheClear = true
            case .startTLS:
                mailbox.url = "imap://127.0.0.1:\(dovecot.port)/INBOX"
                mailbox.caFile = dovecot.authority.caFile
            case .tls:
                mailbox.url = "imaps://127.0.0.1:\(dovecot.tlsPort)/INBOX"
                mailbox.caFile = dovecot.authority.caFile
            }
            return mailbox
        }
    }

    @Test(
        "A thousand letters on Dovecot become a thousand cards, once, whatever the way and the UIDVALIDITY",
        .enabled(if: Obstacle.dovecot == nil, "\(Obstacle.dovecot ?? "")"), .timeLimit(.minutes(3)), arguments: Way.allCases)
    func thousandLettersOnDovecot(way: Way) throws {
        let dovecot = try Dovecot.start()
        for letter in try BenchLetters.make(1_000) { try dovecot.deliver(letter) }
        let office = try CouncilOffice(way.mailbox(dovecot))
        try expectEachOnce(office, new: 1_000, all: 1_000) { try ServerLetters(port: dovecot.port) }
        for letter in try BenchLetters.make(200, hasFiles: true, seed: 8) { try dovecot.deliver(letter) }
        try expectEachOnce(office, new: 200, all: 1_200) { try ServerLetters(port: dovecot.port) }

        let before = try ServerLetters(port: dovecot.port).uidValidity
        try dovecot.forgetUIDs()
        #expect(try ServerLetters(port: dovecot.port).uidValidity != before)
        let pass = try office.takeIn()
        #expect(pass.filed("card") == 0)
        #expect(pass.filed("duplicate") == 1_200)
        #expect(try office.cards().count == 1_200)
        try expectReconciled(office)
    }

    @Test(
        "A thousand letters on Courier become a thousand cards, once, whatever the UIDVALIDITY",
        .enabled(if: Obstacle.courier == nil, "\(Obstacle.courier ?? "")"), .timeLimit(.minutes(3)))
    func thousandLettersOnCourier() throws {
        let courier = try CourierIMAP(asksForLogin: true)
        for letter in try BenchLetters.make(1_000) { try courier.deliver(letter) }
        let office = try CouncilOffice(.init(url: "imap://127.0.0.1:\(courier.port)/INBOX", isInTheClear: true))
        try expectEachOnce(office, new: 1_000, all: 1_000) { try ServerLetters(port: courier.port) }
        for letter in try BenchLetters.make(200, hasFiles: true, seed: 8) { try courier.deliver(letter) }
        try expectEachOnce(office, new: 200, all: 1_200) { try ServerLetters(port: courier.port) }

        let before = try ServerLetters(port: courier.port).uidValidity
        try courier.forgetUIDs()
        #expect(try ServerLetters(port: courier.port).uidValidity != before)
        #expect(try office.takeIn().filed("card") == 0)
        #expect(try office.cards().count == 1_200)
        try expectReconciled(office)
    }

    @Test("What is filed is flagged on the server", .enabled(if: Obstacle.dovecot == nil, "\(Obstacle.dovecot ?? "")"))
    func flagged() throws {
        let dovecot = try Dovecot.start()
        for letter in try BenchLetters.make(300) { try dovecot.deliver(letter) }
        let office = try CouncilOffice(Way.tls.mailbox(dovecot, afterFiling: "{flag: $Filed}"))
        #expect(try office.takeIn().filed("card") == 300)
        let letters = try ServerLetters(port: dovecot.port).letters
        #expect(letters.count == 300)
        #expect(letters.allSatisfy { $0.flags.contains("$Filed") && !$0.flags.contains("\\Seen") })
        #expect(try office.takeIn().total == 0)
    }

    @Test(
        "What is filed is moved on the server, and found there unchanged",
        .enabled(if: Obstacle.dovecot == nil, "\(Obstacle.dovecot ?? "")"))
    func moved() throws {
        let dovecot = try Dovecot.start()
        for letter in try BenchLetters.make(300) { try dovecot.deliver(letter) }
        let before = try ServerLetters(port: dovecot.port).digests
        let office = try CouncilOffice(Way.tls.mailbox(dovecot, afterFiling: "{move: Chancery/Filed}"))
        #expect(try office.takeIn().filed("card") == 300)
        #expect(try ServerLetters(port: dovecot.port).letters.isEmpty)
        #expect(try ServerLetters(port: dovecot.port, folder: "Chancery/Filed").digests.sorted() == before.sorted())
        #expect(try office.takeIn().total == 0)
        try dovecot.deliver(try BenchLetters.make(1, seed: 9)[0])
        #expect(try office.takeIn().filed("card") == 1)
        try expectReconciled(office)
    }

    /// One pass makes the new cards, another none; cards, vault and server tell of the same letters; the numbers have no gap.
    private func expectEachOnce(
        _ office: CouncilOffice, new: Int, all: Int, _ server: () throws -> ServerLetters,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let pass = try office.takeIn()
        #expect(pass.filed("card") == new, "the first pass", sourceLocation: sourceLocation)
        #expect(pass.total == new, sourceLocation: sourceLocation)
        #expect(pass.mailboxes.allSatisfy { $0.postponed == 0 }, sourceLocation: sourceLocation)
        let cards = try office.cards()
        let digests = try server().digests
        #expect(digests.count == all, sourceLocation: sourceLocation)
        // In the order of the mailbox, and byte for byte.
        #expect(cards.map(\.letter) == digests, sourceLocation: sourceLocation)
        #expect(try office.vault() == Set(digests), sourceLocation: sourceLocation)
        expectNumbers(of: cards, count: all, sourceLocation: sourceLocation)
        #expect(try office.takeIn().total == 0, "the second pass", sourceLocation: sourceLocation)
        #expect(try office.cards().count == all, sourceLocation: sourceLocation)
    }

    private func expectReconciled(_ office: CouncilOffice, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let outcome = try office.run("reconcile", "--thorough")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.complaint)", sourceLocation: sourceLocation)
    }
}

/// Expects `count` cards, each with a number: in each journal the numbers 1…n, each once, in the order of the cards.
func expectNumbers(of cards: [CouncilOffice.Card], count: Int, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(cards.count == count, sourceLocation: sourceLocation)
    for (journal, cards) in Dictionary(grouping: cards, by: \.journal) {
        // `865/03-8`, `Ш-15/01-12`: the number stands before the stroke, behind the letter.
        let numbers = cards.map { card in
            card.registrationIndex?.split(separator: "/").first?.split(separator: "-").last.flatMap { Int($0) }
        }
        #expect(journal != nil && numbers == Array(1...cards.count), "\(journal ?? "no journal")", sourceLocation: sourceLocation)
    }
}
