// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import Testing
import TestServers

@testable import CurlMail

/// Against a real Dovecot: what is wrong with a certificate is said, and nothing goes over such a connection.
@Suite(.enabled(if: Dovecot.obstacle == nil, "needs Dovecot, openssl and root"), .serialized) struct CertificateTests {
    static func connection(_ dovecot: Dovecot, caFile: String?, scheme: MailServer.Scheme = .imaps) -> CurlConnection {
        CurlConnection(
            MailServer(
                scheme: scheme, host: "127.0.0.1", port: scheme == .imaps ? dovecot.tlsPort : dovecot.port, caFile: caFile),
            credentials: .password(user: Dovecot.user, password: Dovecot.password), doorbell: Doorbell())
    }

    @Test(arguments: [MailServer.Scheme.imap, .imaps]) func aGoodCertificateIsTakenAndItsEndIsKnown(scheme: MailServer.Scheme)
        throws
    {
        let dovecot = try Dovecot.start()
        let connection = Self.connection(dovecot, caFile: dovecot.authority.caFile, scheme: scheme)
        try connection.connect(within: .seconds(10))
        let expiry = try #require(connection.certificateExpiry)
        #expect(abs(expiry.timeIntervalSinceNow - 20 * 86_400) < 3_600)
        #expect(connection.loginLines.contains { $0.contains("CAPABILITY") })
    }

    struct Flaw: Sendable, CustomTestStringConvertible {
        let name: String
        let names: String
        let isExpired: Bool
        let hasCAFile: Bool
        let advice: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Flaw(name: "expired", names: "IP:127.0.0.1", isExpired: true, hasCAFile: true, advice: "expired"),
        Flaw(name: "another name", names: "DNS:other.example", isExpired: false, hasCAFile: true, advice: "another name"),
        Flaw(name: "an unknown authority", names: "IP:127.0.0.1", isExpired: false, hasCAFile: false, advice: "caFile"),
    ])
    func aFlawedCertificateIsRefused(row: Flaw) throws {
        let dovecot = try Dovecot.start { try $0.certificate(names: row.names, isExpired: row.isExpired) }
        let connection = Self.connection(dovecot, caFile: row.hasCAFile ? dovecot.authority.caFile : nil)
        let error = #expect(throws: MailError.self) { try connection.connect(within: .seconds(10)) }
        #expect(error?.code == .certificateRefused)
        #expect(error?.advice.contains(row.advice) == true, "\(error.map(String.init(describing:)) ?? "")")
    }

    @Test func aMissingCAFileAndTLSWhereThereIsNoneAreTold() throws {
        let dovecot = try Dovecot.start()
        let missing = #expect(throws: MailError.self) {
            try Self.connection(dovecot, caFile: "/nonexistent.pem").connect(within: .seconds(10))
        }
        #expect(missing?.code == .certificateRefused)
        let wrongPort = MailServer(scheme: .imaps, host: "127.0.0.1", port: dovecot.port, caFile: dovecot.authority.caFile)
        let connection = CurlConnection(wrongPort, credentials: .none, doorbell: Doorbell())
        let error = #expect(throws: MailError.self) { try connection.connect(within: .seconds(10)) }
        #expect(error?.code == .encryptionRefused)
    }

    @Test func aWrongPasswordIsTold() throws {
        let dovecot = try Dovecot.start()
        let server = MailServer(scheme: .imaps, host: "localhost", port: dovecot.tlsPort, caFile: dovecot.authority.caFile)
        let connection = CurlConnection(
            server, credentials: .password(user: Dovecot.user, password: "wrong"), doorbell: Doorbell())
        let error = #expect(throws: MailError.self) { try connection.connect(within: .seconds(10)) }
        #expect(error?.code == .loginRefused)
        #expect(error?.reply.contains("AUTHENTICATIONFAILED") == true)
        #expect(error?.advice.contains("password") == true)
    }
}
