// SPDX-License-Identifier: Apache-2.0
import MailTransport
import TestServers
import Testing

@testable import CurlMail

/// OAuth 2.0 against servers that check the token: Dovecot for IMAP, Postfix with Dovecot's authentication for SMTP.
@Suite(
    .enabled(if: PostfixLogin.obstacle == nil && Dovecot.obstacle == nil, "needs Dovecot, Postfix, openssl and root"), .serialized
)
struct AccessTokenTests {
    private func mailbox(_ dovecot: Dovecot, token: String) -> IMAPMailbox {
        IMAPMailbox(
            MailServer(
                scheme: .imaps, host: "127.0.0.1", port: dovecot.tlsPort, startTLS: .never, caFile: dovecot.authority.caFile),
            path: "INBOX", credentials: .bearer(user: Dovecot.user, token: token))
    }

    @Test(arguments: TestTokenIssuer.Mechanism.allCases)
    func aMailboxOpensWithAnAccessToken(mechanism: TestTokenIssuer.Mechanism) async throws {
        let dovecot = try Dovecot.start(bearer: [mechanism])
        try dovecot.deliver(TestLetters.letter(1))
        let mailbox = mailbox(dovecot, token: try dovecot.tokens.token(for: Dovecot.user))
        #expect(try await mailbox.open().messageCount == 1)
        await mailbox.close()
    }

    @Test(arguments: TestTokenIssuer.Mechanism.allCases)
    func aTokenThatHasEndedIsARefusedLogin(mechanism: TestTokenIssuer.Mechanism) async throws {
        let dovecot = try Dovecot.start(bearer: [mechanism])
        let mailbox = mailbox(dovecot, token: try dovecot.tokens.token(for: Dovecot.user, seconds: -60))
        let error = await #expect(throws: MailError.self) { try await mailbox.open() }
        #expect(error?.code == .loginRefused && error?.isTransient == false)
    }

    @Test func aServerThatTakesNoTokensIsTold() async throws {
        let dovecot = try Dovecot.start()
        let mailbox = mailbox(dovecot, token: try dovecot.tokens.token(for: Dovecot.user))
        let error = await #expect(throws: MailError.self) { try await mailbox.open() }
        #expect(error?.code == .loginRefused && error?.isTransient == false)
    }

    @Test(arguments: TestTokenIssuer.Mechanism.allCases)
    func aLetterIsSubmittedWithAnAccessToken(mechanism: TestTokenIssuer.Mechanism) async throws {
        let login = try PostfixLogin(bearer: [mechanism])
        defer { login.stop() }
        let postfix = try Postfix.start(protection: .startTLS, authSocket: login.socket)
        defer { postfix.stop() }
        func submit(_ token: String) async throws -> [SubmissionVerdict] {
            let submitter = SMTPSubmitter(
                MailServer(
                    scheme: .smtp, host: postfix.host, port: postfix.port, startTLS: .required, caFile: postfix.authority.caFile,
                    clientName: "chancery.example"),
                credentials: .bearer(user: PostfixLogin.user, token: token))
            let envelope = Envelope(reversePath: "rada@city.example", forwardPaths: ["petro@ukr.example"], identifier: "row-1")
            return try await submitter.submit(Array("Subject: x\n\ny\n".utf8), envelope: envelope)
        }
        let verdicts = try await submit(try login.tokens.token(for: PostfixLogin.user))
        #expect(verdicts.count == 1)
        guard case .accepted = verdicts.first else {
            Issue.record("not accepted: \(verdicts)")
            return
        }
        let ended = try login.tokens.token(for: PostfixLogin.user, seconds: -60)
        let refused = await #expect(throws: MailError.self) { try await submit(ended) }
        #expect(refused?.code == .loginRefused && refused?.isTransient == false)
        #expect(try postfix.waitForLetters(1).count == 1)
    }
}
