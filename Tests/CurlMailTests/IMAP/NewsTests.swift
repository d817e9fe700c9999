// SPDX-License-Identifier: Apache-2.0
import CurlMail
import MailTransport
import Testing
import TestServers

@Suite struct NewsTests {
    /// An open mailbox whose letters were asked for, on a server that answers IDLE and NOOP so.
    static func opened(
        idle: String? = nil, noop: String = "$T OK done\r\n", timing change: (inout IMAPTiming) -> Void = { _ in }
    ) async throws -> (IMAPMailbox, ScriptedMailbox, ScriptedServer) {
        var manners = ScriptedMailbox.Manners()
        manners.capability = "IMAP4rev1 SASL-IR AUTH=PLAIN\(idle == nil ? "" : " IDLE")"
        manners.answers = ["NOOP": noop]
        manners.answers["IDLE"] = idle
        let scripted = ScriptedMailbox(letters: MisbehavingServerTests.letters, manners: manners)
        let server = try ScriptedServer { peer, _ in scripted.serve(peer) }
        var timing = IMAPTiming()
        timing.reply = .seconds(5)
        change(&timing)
        let mailbox = IMAPMailbox(
            MailServer(scheme: .imap, host: "127.0.0.1", port: server.port, startTLS: .never), path: "INBOX",
            credentials: .password(user: "rada", password: "secret"), timing: timing)
        _ = try await mailbox.open()
        _ = try await mailbox.announcements(after: nil)
        return (mailbox, scripted, server)
    }

    @Test func aNewMessageEndsTheWait() async throws {
        let (mailbox, scripted, server) = try await Self.opened(idle: "+ go\r\n* 1 FETCH (FLAGS (\\Seen))\r\n* 4 EXISTS\r\n")
        #expect(try await mailbox.waitForNews(atMost: .seconds(30)) == .changed)
        // Until somebody asks, it stays news.
        #expect(try await mailbox.waitForNews(atMost: .seconds(30)) == .changed)
        await mailbox.close()
        #expect(server.connections == 1)
        #expect(scripted.commands.filter { $0 == "IDLE" }.count == 1)
    }

    @Test func flagsAndDeletionsAreNoNews() async throws {
        let (mailbox, _, server) = try await Self.opened(
            idle: "+ go\r\n* 1 FETCH (FLAGS (\\Seen))\r\n* 2 EXPUNGE\r\n* OK Still here\r\n")
        #expect(try await mailbox.waitForNews(atMost: .milliseconds(100)) == .timeElapsed)
        await mailbox.close()
        #expect(server.connections == 1)
    }

    @Test func anIdleIsBegunAnewBeforeItGrowsOld() async throws {
        let (mailbox, scripted, server) = try await Self.opened(idle: "+ go\r\n") { $0.idle = .milliseconds(30) }
        #expect(try await mailbox.waitForNews(atMost: .milliseconds(200)) == .timeElapsed)
        await mailbox.close()
        #expect(server.connections == 1)
        #expect(scripted.commands.filter { $0 == "IDLE" }.count > 2)
    }

    @Test func aServerWithoutIdleIsAskedNowAndThen() async throws {
        let (mailbox, scripted, server) = try await Self.opened { $0.poll = .milliseconds(20) }
        #expect(try await mailbox.waitForNews(atMost: .milliseconds(150)) == .timeElapsed)
        #expect(scripted.commands.filter { $0 == "NOOP" }.count > 2)
        await mailbox.close()
        #expect(server.connections == 1)
        let (other, _, another) = try await Self.opened(noop: "* 4 EXISTS\r\n$T OK done\r\n")
        #expect(try await other.waitForNews(atMost: .seconds(30)) == .changed)
        await other.close()
        #expect(another.connections == 1)
    }

    @Test func aServerThatRefusesToIdleIsAskedInstead() async throws {
        let (mailbox, scripted, server) = try await Self.opened(idle: "$T BAD no\r\n", noop: "* 4 EXISTS\r\n$T OK done\r\n")
        #expect(try await mailbox.waitForNews(atMost: .seconds(30)) == .changed)
        #expect(scripted.commands.suffix(2) == ["IDLE", "NOOP"])
        await mailbox.close()
        #expect(server.connections == 1)
    }

    @Test func aCutDuringIdleIsNoticed() async throws {
        let (mailbox, _, server) = try await Self.opened(idle: "+ go\r\n* BYE shutting down\r\n")
        let error = await #expect(throws: MailError.self) { try await mailbox.waitForNews(atMost: .seconds(30)) }
        #expect(error?.code == .connectionLost)
        #expect(error?.isTransient == true)
        #expect(try await mailbox.open().messageCount == 3)
        #expect(server.connections == 2)
        await mailbox.close()
    }

    @Test func aWaitCanBeCalledOff() async throws {
        let (mailbox, scripted, server) = try await Self.opened(idle: "+ go\r\n")
        async let news = mailbox.waitForNews(atMost: .seconds(60))
        mailbox.stopWaiting()
        #expect(try await news == .timeElapsed)
        #expect(try await mailbox.announcements(after: nil).count == 3)
        #expect(server.connections == 1)
        await mailbox.close()
        #expect(scripted.commands.last == "LOGOUT")
    }

    @Test func cancellationEndsAWaitAndLeavesTheSessionWhole() async throws {
        let (mailbox, scripted, server) = try await Self.opened(idle: "+ go\r\n")
        let waiting = Task { try await mailbox.waitForNews(atMost: .seconds(60)) }
        while !scripted.commands.contains("IDLE") { await Task.yield() }
        waiting.cancel()
        let error = await #expect(throws: MailError.self) { try await waiting.value }
        #expect(error?.code == .cancelled)
        #expect(try await mailbox.announcements(after: nil).count == 3)
        #expect(server.connections == 1)
        await mailbox.close()
    }
}
