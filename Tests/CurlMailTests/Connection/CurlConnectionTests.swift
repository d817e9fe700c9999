// SPDX-License-Identifier: Apache-2.0
import Dispatch
import FoundationEssentials
import MailTransport
import Testing
import TestServers

@testable import CurlMail

@Suite struct CurlConnectionTests {
    static func server(_ port: UInt16, host: String = "127.0.0.1", startTLS: MailServer.StartTLS = .never) -> MailServer {
        MailServer(scheme: .imap, host: host, port: port, startTLS: startTLS)
    }

    static func failure(_ server: MailServer, within limit: Duration = .seconds(5)) -> MailError? {
        let credentials = Credentials.password(user: "rada", password: "secret")
        let connection = CurlConnection(server, credentials: credentials, doorbell: Doorbell())
        return #expect(throws: MailError.self) { try connection.connect(within: limit) }
    }

    @Test func anUnknownHostIsTold() {
        let error = Self.failure(Self.server(143, host: "no-such-host.invalid", startTLS: .required))
        #expect(error?.code == .unknownHost)
        #expect(error?.advice.contains("no-such-host.invalid") == true)
    }

    @Test func aRefusedConnectionIsTold() throws {
        let error = Self.failure(Self.server(try LoopbackPort.free()))
        #expect(error?.code == .cannotConnect)
        #expect(error?.isTransient == true)
    }

    @Test func aSilentServerIsTold() throws {
        let server = try ScriptedServer { peer, _ in _ = peer.line() }
        let error = Self.failure(Self.server(server.port), within: .milliseconds(200))
        #expect(error?.code == .timedOut)
    }

    struct Greeting: Sendable, CustomTestStringConvertible {
        let name: String
        let greeting: String
        let login: String
        let code: MailError.Code
        let isTransient: Bool
        let reply: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Greeting(
            name: "turned away", greeting: "* BYE too many connections\r\n", login: "", code: .refused, isTransient: true,
            reply: "* BYE too many connections"),
        Greeting(
            name: "wrong password", greeting: "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hi\r\n",
            login: "NO [AUTHENTICATIONFAILED] wrong", code: .loginRefused, isTransient: false,
            reply: "[AUTHENTICATIONFAILED] wrong"),
        Greeting(
            name: "passwords cannot be checked", greeting: "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] hi\r\n",
            login: "NO [UNAVAILABLE] backend down", code: .loginRefused, isTransient: true, reply: "[UNAVAILABLE] backend down"),
    ])
    func aServerThatTurnsUsAwayIsQuoted(row: Greeting) throws {
        let server = try ScriptedServer { peer, _ in
            guard peer.say(row.greeting) else { return }
            while let line = peer.line() {
                let tag = line.split(separator: " ").first ?? ""
                let isLogin = line.contains("AUTHENTICATE")
                let answer =
                    isLogin ? "\(tag) \(row.login)\r\n" : "* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN\r\n\(tag) OK done\r\n"
                guard peer.say(answer) else { return }
            }
        }
        let error = Self.failure(Self.server(server.port))
        #expect(error?.code == row.code)
        #expect(error?.isTransient == row.isTransient)
        #expect(error?.reply.hasSuffix(row.reply) == true, "\(error?.reply ?? "")")
        #expect(error?.description.contains("secret") == false)
    }

    @Test func withoutSTARTTLSNothingIsSent() throws {
        let scripted = ScriptedMailbox(letters: [:])
        let server = try ScriptedServer { peer, _ in scripted.serve(peer) }
        let error = Self.failure(Self.server(server.port, startTLS: .required))
        #expect(error?.code == .encryptionRefused)
        #expect(!scripted.commands.contains { $0.contains("AUTHENTICATE") || $0.contains("LOGIN") })
    }

    @Test func anUnprotectedLoginLeavesThisMachineNever() {
        let error = Self.failure(Self.server(143, host: "mail.city.example"))
        #expect(error?.code == .encryptionRefused)
        #expect(error?.isTransient == false)
    }

    @Test(arguments: ["localhost", "127.0.0.1", "127.8.9.10", "::1"]) func theseAreLoopback(host: String) {
        #expect(Self.server(1, host: host).isLoopback)
    }

    @Test(arguments: ["127.0.0.1.evil.example", "128.0.0.1", "127.0.0", "localhost.example", "0.0.0.0"])
    func theseAreNot(host: String) {
        #expect(!Self.server(1, host: host).isLoopback)
    }

    @Test(arguments: ["a/b", "user@host", "a b", "a\r\nb", "", "a?b", "a#b"]) func aHostThatWouldChangeTheURLIsRefused(
        host: String
    ) {
        #expect(Self.failure(Self.server(143, host: host, startTLS: .required))?.code == .unknownHost)
    }

    @Test func secretsAreNotPrinted() {
        let credentials = Credentials.password(user: "rada", password: "secret")
        #expect(!"\(credentials) \(String(reflecting: credentials))".contains("secret"))
        var dumped = ""
        dump(credentials, to: &dumped)
        #expect(!dumped.contains("secret"))
    }

    @Test func aRungDoorbellEndsAWaitAndIsForgottenAfterwards() throws {
        let server = try ScriptedServer { peer, _ in ScriptedMailbox(letters: [:]).serve(peer) }
        let doorbell = Doorbell()
        let connection = CurlConnection(
            Self.server(server.port), credentials: .password(user: "rada", password: "secret"), doorbell: doorbell)
        try connection.connect(within: .seconds(5))
        #expect(connection.loginLines.first?.hasPrefix("* OK") == true)
        #expect(connection.certificateExpiry == nil)
        doorbell.ring(.cancel)
        #expect(throws: MailError.self) { try connection.receive(step: "wait", until: .now + .seconds(60)) { _ in } }
        doorbell.reset()
        let error = #expect(throws: MailError.self) {
            try connection.receive(step: "wait", until: .now + .milliseconds(20)) { _ in }
        }
        #expect(error?.code == .timedOut)
        // A call to stop waiting does not touch other work.
        doorbell.ring(.stopWaiting)
        #expect(throws: MailError.self) {
            try connection.receive(step: "wait", until: .now + .seconds(60), heeding: .stopWaiting) { _ in }
        }
        try connection.send(Array("x NOOP\r\n".utf8), step: "NOOP", within: .seconds(1))
        let answer = try connection.receive(step: "NOOP", until: .now + .seconds(5)) { $0.count }
        #expect(answer > 0)
    }

    @Test func cancellingWhileConnectingEndsIt() throws {
        let server = try ScriptedServer { peer, _ in _ = peer.line() }
        let doorbell = Doorbell()
        let connection = CurlConnection(
            Self.server(server.port), credentials: .password(user: "rada", password: "secret"), doorbell: doorbell)
        DispatchQueue.global().async { doorbell.ring(.cancel) }
        let error = #expect(throws: MailError.self) { try connection.connect(within: .seconds(30)) }
        #expect(error?.code == .cancelled)
    }

    @Test func certificateDatesAreRead() {
        #expect(CertificateDate.parse("Nov  3 07:20:00 2027 GMT") == Date(timeIntervalSince1970: 1_825_226_400))
        #expect(CertificateDate.parse("yesterday") == nil)
    }
}
