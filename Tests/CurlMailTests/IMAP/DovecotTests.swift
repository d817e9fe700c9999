// SPDX-License-Identifier: Apache-2.0
import MailTransport
import Testing
import TestServers

@testable import CurlMail

@Suite(.enabled(if: Dovecot.obstacle == nil, "needs Dovecot, openssl and root"), .serialized) struct DovecotTests {
    struct Way: Sendable, CustomTestStringConvertible {
        let name: String
        var scheme = MailServer.Scheme.imap
        var startTLS = MailServer.StartTLS.never
        var capability: String?
        var testDescription: String { name }
    }

    static func mailbox(
        _ dovecot: Dovecot, _ way: Way = Way(name: "plain"), timing: IMAPTiming = IMAPTiming()
    ) -> IMAPMailbox {
        IMAPMailbox(
            MailServer(
                scheme: way.scheme, host: "127.0.0.1", port: way.scheme == .imaps ? dovecot.tlsPort : dovecot.port,
                startTLS: way.startTLS, caFile: way.startTLS == .required || way.scheme == .imaps ? dovecot.authority.caFile : nil
            ),
            path: "INBOX", credentials: .password(user: Dovecot.user, password: Dovecot.password), timing: timing)
    }

    @Test(arguments: [
        Way(name: "plain"), Way(name: "STARTTLS", startTLS: .required), Way(name: "TLS", scheme: .imaps),
        Way(name: "without MOVE", capability: "IMAP4rev1 UIDPLUS IDLE NAMESPACE"),
        Way(name: "without MOVE and UIDPLUS", capability: "IMAP4rev1 IDLE"),
        Way(name: "with nothing at all", capability: "IMAP4rev1"),
    ])
    func aMailboxIsReadMarkedAndMoved(way: Way) async throws {
        let dovecot = try Dovecot.start(capability: way.capability)
        try await MailboxTrial(
            mailbox: Self.mailbox(dovecot, way), deliver: { try dovecot.deliver($0) }, count: { dovecot.count(in: $0) }
        ).run()
    }

    @Test func aLetterDeliveredDuringIdleIsNoticedAtOnce() async throws {
        let dovecot = try Dovecot.start()
        try dovecot.deliver(TestLetters.letter(1))
        let mailbox = Self.mailbox(dovecot)
        _ = try await mailbox.open()
        let first = try await mailbox.announcements(after: nil)
        async let news = mailbox.waitForNews(atMost: .seconds(20))
        try await Task.sleep(for: .milliseconds(300))
        let started = ContinuousClock.now
        try dovecot.deliver(TestLetters.letter(2))
        #expect(try await news == .changed)
        #expect(ContinuousClock.now - started < .seconds(4))
        #expect(try await mailbox.announcements(after: first.last?.uid).count == 1)
        await mailbox.close()
    }

    @Test func aLetterDeliveredBetweenCommandsIsNotForgotten() async throws {
        let dovecot = try Dovecot.start()
        let mailbox = Self.mailbox(dovecot)
        _ = try await mailbox.open()
        #expect(try await mailbox.announcements(after: nil) == [])
        try dovecot.deliver(TestLetters.letter(2))
        #expect(try await mailbox.waitForNews(atMost: .seconds(20)) == .changed)
        #expect(try await mailbox.announcements(after: nil).count == 1)
        await mailbox.close()
    }

    @Test func aRestartIsATransientFailureAndNothingIsLost() async throws {
        let dovecot = try Dovecot.start()
        try dovecot.deliver(TestLetters.letter(1))
        let mailbox = Self.mailbox(dovecot)
        let before = try await mailbox.open()
        dovecot.stop()
        let error = await #expect(throws: MailError.self) { try await mailbox.waitForNews(atMost: .seconds(20)) }
        #expect(error?.isTransient == true)
        let refused = await #expect(throws: MailError.self) { try await mailbox.open() }
        #expect(refused?.code == .cannotConnect)
        try dovecot.start()
        #expect(try await mailbox.open() == before)
        try dovecot.forgetUIDs()
        _ = await #expect(throws: MailError.self) { try await mailbox.announcements(after: nil) }
        #expect(try await mailbox.open().uidValidity != before.uidValidity)
        await mailbox.close()
    }

    @Test func aMailboxThatIsNotThereIsTold() async throws {
        let dovecot = try Dovecot.start()
        let mailbox = IMAPMailbox(
            MailServer(scheme: .imap, host: "127.0.0.1", port: dovecot.port, startTLS: .never), path: "Нема/Такої",
            credentials: .password(user: Dovecot.user, password: Dovecot.password))
        let error = await #expect(throws: MailError.self) { try await mailbox.open() }
        #expect(error?.code == .noSuchMailbox)
        #expect(error?.step == "EXAMINE Нема/Такої")
    }

    @Test func theServersFactsAreKnown() async throws {
        let dovecot = try Dovecot.start()
        let mailbox = Self.mailbox(dovecot, Way(name: "TLS", scheme: .imaps))
        #expect(await mailbox.facts() == nil)
        _ = try await mailbox.open()
        let facts = try #require(await mailbox.facts())
        #expect(facts.greeting.contains("Dovecot"))
        #expect(facts.capabilities.contains("IDLE"))
        #expect(facts.certificateExpiry != nil)
        await mailbox.close()
    }
}
