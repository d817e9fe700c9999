// SPDX-License-Identifier: Apache-2.0
import MailTransport
import Testing
import TestServers

@testable import CurlMail

@Suite(.enabled(if: CourierIMAP.obstacle == nil, "needs Courier IMAP: Tests/Servers/fetch-second-imap-server"), .serialized)
struct CourierTests {
    @Test(arguments: ["IMAP4rev1 UIDPLUS CHILDREN NAMESPACE IDLE", "IMAP4rev1 NAMESPACE"])
    func aMailboxIsReadMarkedAndMoved(capability: String) async throws {
        let courier = try CourierIMAP(capability: capability)
        try await trial(
            courier, MailServer(scheme: .imap, host: "127.0.0.1", port: courier.port, startTLS: .never), credentials: .none
        ).run()
    }

    @Test(.enabled(if: TestAuthority.program != nil, "needs openssl"))
    func aMailboxBehindTLSIsReadMarkedAndMoved() async throws {
        let courier = try CourierIMAP(asksForLogin: true, isInTLS: true)
        let server = MailServer(
            scheme: .imaps, host: "127.0.0.1", port: courier.port, startTLS: .never, caFile: courier.authority?.caFile)
        try await trial(courier, server, credentials: .password(user: "rada", password: "any")).run()
        let stranger = IMAPMailbox(
            MailServer(scheme: .imaps, host: "127.0.0.1", port: courier.port, startTLS: .never), path: "INBOX",
            credentials: .password(user: "rada", password: "any"))
        let error = await #expect(throws: MailError.self) { try await stranger.open() }
        #expect(error?.code == .certificateRefused)
    }

    private func trial(_ courier: CourierIMAP, _ server: MailServer, credentials: Credentials) -> MailboxTrial {
        let mailbox = IMAPMailbox(server, path: "INBOX", credentials: credentials)
        return MailboxTrial(
            mailbox: mailbox, deliver: { try courier.deliver($0) }, count: { courier.count(in: $0) },
            target: ".Chancery.Розглянуто")
    }
}
