// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import TestServers

/// A mail server that cannot be used: what the sysadmin reads, and that nothing is lost.
@Suite(
    .serialized,
    .enabled(if: TrialRun.obstacle == nil && Dovecot.obstacle == nil, "the built program, Dovecot and root are needed"))
struct MistakesServerTests {
    /// One thing that is wrong, and the words that must be said of it.
    struct Trouble: CustomTestStringConvertible, Sendable {
        let name: String
        let status: Int32
        let words: [String]
        var testDescription: String { name }
    }

    @Test("A wrong password: the sentence names server, step and what to do; the daemon goes on when the password is right again")
    func wrongPassword() throws {
        let dovecot = try Dovecot.start()
        let office = try Self.office(Self.plain(dovecot))
        try office.folder.write("wrong\n", to: "password", mode: 0o600)
        try dovecot.deliver(TrialOffice.letter())
        let refused = try office.pass()
        #expect(refused.status == 69, "\(refused)")
        Self.expect(["imap://127.0.0.1:\(dovecot.port)", "log in", "loginRefused", "user", "password"], in: refused.errors)
        #expect(!refused.errors.contains("wrong\n") && dovecot.count() == 1)

        let log = "\(office.folder.path)/log"
        let daemon = try Program.start(["run", "--config", office.configuration], log: log)
        try Self.wait(for: "mailbox pass put off", in: log)
        // The server's password becomes what the office has.
        let users = "\(dovecot.folder.path)/users"
        let list = try String(contentsOfFile: users, encoding: .utf8).replacing(Dovecot.password, with: "wrong")
        try dovecot.folder.write(list, to: "users")
        try Self.wait(for: "card opened", in: log)
        try Self.wait(for: "mailbox is back", in: log)
        daemon.terminate()
        #expect(daemon.waitUntilExit() == 0)
        #expect(try office.cards().map(\.registrationIndex) == ["1/01-10"])
    }

    @Test("An unknown host, a closed port and a missing folder are told apart, each with what to do")
    func unreachable() throws {
        let dovecot = try Dovecot.start()
        let closed = try LoopbackPort.free()
        let cases = [
            (
                url: "imaps://mail.nowhere.invalid/INBOX", words: ["unknownHost", "mail.nowhere.invalid"],
                statuses: [Int32(69), 75]
            ),
            (url: "imaps://127.0.0.1:\(closed)/INBOX", words: ["cannotConnect", "\(closed)", "running"], statuses: [75]),
            (url: "imap://127.0.0.1:\(dovecot.port)/Вхідні", words: ["noSuchMailbox", "Вхідні"], statuses: [69]),
        ]
        for trouble in cases {
            let office = try Self.office(
                "url: \"\(trouble.url)\", user: \"\(Dovecot.user)\", password: {file: password}"
                    + (trouble.url.hasPrefix("imap:") ? ", startTLS: never" : ""))
            let refused = try office.pass()
            #expect(trouble.statuses.contains(refused.status ?? -1), "\(trouble.url): \(refused)")
            Self.expect(["official"] + trouble.words, in: refused.errors)
            #expect(try office.run("doctor").output.contains("FIX  mailbox official"))
        }
    }

    @Test("An expired certificate, one of another name and one of an unknown authority are refused, each with what to do")
    func certificates() throws {
        let expired = try Dovecot.start { try $0.certificate(isExpired: true) }
        try Self.expectRefusal(expired, scheme: "imaps", trusting: true, words: ["certificateRefused", "expired", "renew"])
        let misnamed = try Dovecot.start { try $0.certificate(names: "DNS:other.city.example") }
        try Self.expectRefusal(misnamed, scheme: "imaps", trusting: true, words: ["certificateRefused", "127.0.0.1", "name"])
        try Self.expectRefusal(misnamed, scheme: "imap", trusting: true, words: ["certificateRefused", "127.0.0.1", "name"])
        let unknown = try Dovecot.start()
        try Self.expectRefusal(unknown, scheme: "imaps", trusting: false, words: ["certificateRefused", "caFile"])
        // The same server with its authority named is fine.
        let office = try Self.office(
            "url: \"imaps://127.0.0.1:\(unknown.tlsPort)/INBOX\", caFile: \(unknown.authority.caFile), "
                + "user: \"\(Dovecot.user)\", password: {file: password}")
        try unknown.deliver(TrialOffice.letter())
        #expect(try office.pass().output.contains("1 card"))
    }

    @Test("A server without STARTTLS is not spoken to in the clear")
    func noEncryption() throws {
        let server = try ScriptedServer { peer, _ in
            peer.say("* OK [CAPABILITY IMAP4rev1] hello\r\n")
            while let line = peer.line() {
                let tag = line.split(separator: " ").first ?? "*"
                peer.say(line.contains("CAPABILITY") ? "* CAPABILITY IMAP4rev1\r\n\(tag) OK\r\n" : "\(tag) BAD no\r\n")
                if line.contains("LOGIN") || line.contains("AUTHENTICATE") { Issue.record("said in the clear: \(line)") }
            }
        }
        let office = try Self.office(
            "url: \"imap://127.0.0.1:\(server.port)/INBOX\", startTLS: required, user: rada, password: {file: password}")
        let refused = try office.pass()
        #expect(refused.status == 69 || refused.status == 75, "\(refused)")
        Self.expect(["encryptionRefused", "STARTTLS"], in: refused.errors)
    }

    private static func expectRefusal(_ dovecot: Dovecot, scheme: String, trusting: Bool, words: [String]) throws {
        let port = scheme == "imaps" ? dovecot.tlsPort : dovecot.port
        let office = try office(
            "url: \"\(scheme)://127.0.0.1:\(port)/INBOX\", user: \"\(Dovecot.user)\", password: {file: password}"
                + (trusting ? ", caFile: \(dovecot.authority.caFile)" : ""))
        let refused = try office.pass()
        #expect(refused.status == 69, "\(refused)")
        expect(["\(scheme)://127.0.0.1:\(port)"] + words, in: refused.errors)
    }

    private static func plain(_ dovecot: Dovecot) -> String {
        "url: \"imap://127.0.0.1:\(dovecot.port)/INBOX\", startTLS: never, user: \"\(Dovecot.user)\", password: {file: password}"
    }

    private static func office(_ mailbox: String) throws -> TrialOffice {
        let office = try TrialOffice(mailbox: mailbox)
        try office.folder.write(Dovecot.password + "\n", to: "password", mode: 0o600)
        return office
    }

    private static func expect(_ words: [String], in text: String) {
        for word in words { #expect(text.contains(word), "“\(word)” is not in: \(text)") }
    }

    /// A daemon gives no other sign than its log.
    static func wait(for words: String, in log: String, atMost seconds: Double = 20) throws {
        let end = ContinuousClock.now + .seconds(seconds)
        while !Program.text(of: log).contains(words) {
            guard ContinuousClock.now < end else {
                throw ServerFailure("“\(words)” was never logged: \(Program.text(of: log).suffix(3_000))")
            }
            usleep(2_000)
        }
    }
}
