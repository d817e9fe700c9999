// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestServers
import Testing

/// `chancery run` with a real Dovecot: quick, obedient, and hard to disturb.
@Suite(.serialized, .enabled(if: Obstacle.dovecot == nil, "\(Obstacle.dovecot ?? "")"), .timeLimit(.minutes(2)))
struct DaemonTests {
    private let dovecot: Dovecot
    private let letters: [[UInt8]]
    private let mailbox: CouncilOffice.Mailbox
    private let office: CouncilOffice

    init() throws {
        dovecot = try Dovecot.start()
        letters = try BenchLetters.make(12)
        mailbox = .init(url: "imaps://127.0.0.1:\(dovecot.tlsPort)/INBOX", caFile: dovecot.authority.caFile)
        office = try CouncilOffice(mailbox)
    }

    @Test("A letter that comes during IDLE is a card within a second of the server's notice")
    func letterDuringIdle() throws {
        let daemon = try RunningDaemon(office)
        try dovecot.deliver(letters[0])
        try daemon.waitForCards(1)
        let watcher = try IdleWatcher(port: dovecot.port)
        var afterDelivery: [Duration] = []
        var afterNotice: [Duration] = []
        for number in 1...10 {
            let delivered = ContinuousClock.now
            try dovecot.deliver(letters[number])
            try daemon.waitForCards(number + 1)
            let carded = ContinuousClock.now
            afterDelivery.append(carded - delivered)
            afterNotice.append(carded - (try watcher.moment(of: number)))
        }
        print("delivery to card, median: \(afterDelivery.sorted()[5]); after Dovecot's notice: \(afterNotice.sorted()[5])")
        #expect(afterNotice.allSatisfy { $0 < .seconds(1) }, "\(afterNotice)")
        #expect(daemon.stop() == 0)
        expectNumbers(of: try office.cards(), count: 11)
    }

    @Test("SIGTERM ends the daemon with 0 within seconds, while it waits and while it works")
    func termination() throws {
        let waiting = try RunningDaemon(office)
        try waiting.wait(forNotice: "READY=1")
        try dovecot.deliver(letters[0])
        try waiting.waitForCards(1)
        let began = ContinuousClock.now
        #expect(waiting.stop() == 0, "\(waiting.words)")
        #expect(ContinuousClock.now - began < .seconds(3))
        #expect(waiting.notify.count("STOPPING=1") == 1)

        for letter in try BenchLetters.make(500, seed: 3) { try dovecot.deliver(letter) }
        let working = try RunningDaemon(office)
        try working.waitForCards(1)
        #expect(working.stop() == 0, "\(working.words)")
        let cards = try office.cards()
        expectNumbers(of: cards, count: cards.count)
        #expect(try office.takeIn().filed("card") == 501 - cards.count)
    }

    @Test("The service manager hears READY, STATUS, the watchdog's feed and STOPPING, in this order")
    func serviceManager() throws {
        let daemon = try RunningDaemon(office, watchdog: .milliseconds(200))
        try daemon.wait(forNotice: "WATCHDOG=1", times: 5)
        #expect(daemon.notify.said.first == "READY=1" || daemon.notify.said.first == "WATCHDOG=1")
        #expect(daemon.notify.count("READY=1") == 1)
        #expect(daemon.notify.said.contains { $0.hasPrefix("STATUS=") && $0.count > 7 })
        #expect(daemon.stop() == 0)
        try daemon.wait(forNotice: "STOPPING=1")
    }

    @Test("SIGHUP takes a good configuration, and with a bad one keeps the old and says so")
    func reload() throws {
        let daemon = try RunningDaemon(office)
        try daemon.wait(forNotice: "READY=1")
        let sound = Program.text(of: office.configuration)
        try office.folder.write(sound + "acknowlege: all\n", to: "chancery.yaml")
        daemon.send(SIGHUP)
        try daemon.wait(forWords: "the old one stays in force")
        #expect(daemon.words.contains("acknowlege"))
        try daemon.wait(forNotice: "READY=1", times: 2)
        #expect(daemon.notify.said.contains { $0.hasPrefix("STATUS=") && $0.contains("old configuration") })
        try dovecot.deliver(letters[0])
        try daemon.waitForCards(1)

        var flagging = mailbox
        flagging.afterFiling = "{flag: $Filed}"
        try office.configure(flagging)
        daemon.send(SIGHUP)
        try daemon.wait(forWords: "configuration read again")
        try daemon.wait(forNotice: "READY=1", times: 3)
        #expect(daemon.notify.count("RELOADING=1") == 2)
        try dovecot.deliver(letters[1])
        try daemon.waitForCards(2)
        try daemon.wait("for the flags", atMost: 10) {
            try ServerLetters(port: dovecot.port).letters.count { $0.flags.contains("$Filed") } == 2
        }
        #expect(daemon.stop() == 0, "\(daemon.words)")
    }

    @Test("SIGHUP does no harm at any moment from READY on")
    func reloadAtOnce() throws {
        let daemon = try RunningDaemon(office)
        try daemon.wait(forNotice: "READY=1")
        for _ in 0..<20 {
            daemon.send(SIGHUP)
            usleep(5_000)
        }
        try dovecot.deliver(letters[0])
        try daemon.waitForCards(1)
        #expect(daemon.stop() == 0, "\(daemon.words)")
    }

    @Test("After Dovecot was restarted in IDLE the next letter becomes a card")
    func serverRestart() throws {
        let daemon = try RunningDaemon(office)
        try dovecot.deliver(letters[0])
        try daemon.waitForCards(1)
        dovecot.stop()
        try daemon.wait(forWords: "mailbox pass put off")
        try dovecot.start()
        let began = ContinuousClock.now
        try dovecot.deliver(letters[1])
        try daemon.waitForCards(2, atMost: 60)
        #expect(ContinuousClock.now - began < .seconds(20))
        #expect(daemon.stop() == 0, "\(daemon.words)")
    }

    @Test("A second daemon on the same state folder refuses and names the first")
    func secondDaemon() throws {
        let daemon = try RunningDaemon(office)
        try daemon.wait(forNotice: "READY=1")
        for verb in [["run"], ["intake", "--once"]] {
            let second = try Program.run(verb + ["--config", office.configuration], killAfter: 10)
            #expect(second.status == 75 || second.status == 69, "\(second.complaint)")
            #expect(second.complaint.contains("chancery run"), "\(second.complaint)")
        }
        #expect(daemon.stop() == 0)
    }
}
