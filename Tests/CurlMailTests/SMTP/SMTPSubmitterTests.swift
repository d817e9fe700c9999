// SPDX-License-Identifier: Apache-2.0
import CurlMail
import Foundation
import MailTransport
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct SMTPSubmitterTests {
    private static let message = Array("Subject: x\r\n\r\n.hello\r\n".utf8)
    private static let offer = "250-test\n250-PIPELINING\n250-SIZE 100000000\n250-DSN\n250 8BITMIME"

    /// What a good-natured server says.
    private static func kindly(_ act: ScriptedSMTPServer.Act, offer: String = offer) -> ScriptedSMTPServer.Reaction {
        switch act {
        case .connected: .say("220 test ESMTP")
        case .message: .say("250 2.0.0 taken")
        case .line(let line):
            switch line.prefix(4) {
            case "EHLO": .say(offer)
            case "QUIT": .sayThenCut("221 bye")
            case "DATA": .say("354 go")
            default: .say("250 ok")
            }
        }
    }

    private func submitter(
        _ server: ScriptedSMTPServer, _ credentials: Credentials = .none, _ deadlines: SubmissionDeadlines? = nil
    ) -> SMTPSubmitter {
        SMTPSubmitter(
            MailServer(scheme: .smtp, host: "127.0.0.1", port: server.port, startTLS: .never, clientName: "chancery.example"),
            credentials: credentials, deadlines: deadlines ?? SubmissionDeadlines())
    }

    private func envelope(_ count: Int = 1) -> Envelope {
        Envelope(reversePath: "a@b.example", forwardPaths: (0..<count).map { "r\($0)@d.example" }, identifier: "row-1")
    }

    private func summary(_ verdicts: [SubmissionVerdict]) -> String {
        verdicts.map { verdict in
            switch verdict {
            case .accepted(let reply): "a\(reply.code)"
            case .deferred(let reply): "d\(reply.code)"
            case .refused(let reply): "r\(reply.code)"
            case .unknown: "u"
            }
        }.joined(separator: " ")
    }

    @Test func twoMessagesGoOverOneConnectionWithoutReset() async throws {
        let server = try ScriptedSMTPServer { act, _ in Self.kindly(act) }
        defer { server.stop() }
        let submitter = submitter(server)
        for _ in 0..<2 {
            let verdicts = try await submitter.submit(Self.message, envelope: envelope())
            #expect(verdicts == [.accepted(SubmissionReply(code: 250, enhancedStatus: "2.0.0", text: "taken"))])
        }
        await submitter.close()
        let commands = [
            "MAIL FROM:<a@b.example> SIZE=22 RET=HDRS ENVID=row-1",
            "RCPT TO:<r0@d.example> NOTIFY=FAILURE,DELAY ORCPT=rfc822;r0@d.example", "DATA",
        ]
        #expect(server.commands == commands + commands)
        #expect(server.connectionCount == 1)
        #expect(server.acts.contains(.line("EHLO chancery.example")))
        #expect(server.acts.last == .line("QUIT"))
        #expect(server.messages == [Array("Subject: x\r\n\r\n..hello\r\n".utf8), Array("Subject: x\r\n\r\n..hello\r\n".utf8)])
    }

    @Test func afterAFailedTransactionTheNextBeginsWithReset() async throws {
        let server = try ScriptedSMTPServer { act, _ in
            if case .line(let line) = act, line.hasPrefix("RCPT TO:<bad") { .say("550 5.1.1 no") } else { Self.kindly(act) }
        }
        defer { server.stop() }
        let submitter = submitter(server)
        let bad = Envelope(reversePath: "a@b.example", forwardPaths: ["bad@d.example"], identifier: nil)
        #expect(summary(try await submitter.submit(Self.message, envelope: bad)) == "r550")
        #expect(summary(try await submitter.submit(Self.message, envelope: envelope())) == "a250")
        await submitter.close()
        #expect(server.commands.map { $0.prefix(4) } == ["MAIL", "RCPT", "DATA", "RSET", "MAIL", "RCPT", "DATA"])
        #expect(server.messages.map(\.count) == [0, 23])
        #expect(server.connectionCount == 1)
    }

    @Test func aDeadIdleConnectionIsMadeAnewUnseen() async throws {
        let server = try ScriptedSMTPServer { act, _ in Self.kindly(act) }
        defer { server.stop() }
        let submitter = submitter(server)
        for _ in 0..<3 {
            #expect(summary(try await submitter.submit(Self.message, envelope: envelope())) == "a250")
            server.cutConnections()
        }
        #expect(server.connectionCount == 3)
        await submitter.close()
    }

    @Test(
        "A kept connection that closes in place of an answer to MAIL is made anew once",
        arguments: [
            ScriptedSMTPServer.Reaction.cut, .sayThenCut("421 4.4.2 idle too long"), .sayThenCut("what?"),
        ])
    func aKeptConnectionThatClosesIsMadeAnew(_ reaction: ScriptedSMTPServer.Reaction) async throws {
        let count = Mutex(0)
        let server = try ScriptedSMTPServer { act, _ in
            guard case .line(let line) = act, line.hasPrefix("MAIL") else { return Self.kindly(act) }
            return count.withLock {
                $0 += 1; return $0
            } == 2 ? reaction : .say("250 ok")
        }
        defer { server.stop() }
        let submitter = submitter(server)
        #expect(summary(try await submitter.submit(Self.message, envelope: envelope())) == "a250")
        #expect(summary(try await submitter.submit(Self.message, envelope: envelope())) == "a250")
        #expect(server.connectionCount == 2)
        #expect(server.messages.count == 2)
        await submitter.close()
    }

    @Test func onANewConnectionNothingIsTriedTwice() async throws {
        let server = try ScriptedSMTPServer { act, _ in
            if case .line(let line) = act, line.hasPrefix("MAIL") { .cut } else { Self.kindly(act) }
        }
        defer { server.stop() }
        let submitter = submitter(server)
        let error = await #expect(throws: MailError.self) { try await submitter.submit(Self.message, envelope: envelope()) }
        #expect(error?.code == .connectionLost)
        #expect(error?.isTransient == true)
        #expect(server.connectionCount == 1)
        await submitter.close()
    }

    @Test func aClosing421OnANewConnectionPutsEverybodyOff() async throws {
        let server = try ScriptedSMTPServer { act, _ in
            if case .line(let line) = act, line.hasPrefix("MAIL") {
                .sayThenCut("421 4.3.2 shutting down")
            } else {
                Self.kindly(act)
            }
        }
        defer { server.stop() }
        let submitter = submitter(server)
        #expect(summary(try await submitter.submit(Self.message, envelope: envelope(2))) == "d421 d421")
        await submitter.close()
    }

    @Test func aCutBeforeTheDotIsThrownAndTheNextSubmissionConnectsAnew() async throws {
        let server = try ScriptedSMTPServer(cutInMessageAfter: 100_000) { act, _ in Self.kindly(act) }
        defer { server.stop() }
        let submitter = submitter(server)
        let large = Self.message + [UInt8](repeating: UInt8(ascii: "x"), count: 20_000_000)
        let error = await #expect(throws: MailError.self) { try await submitter.submit(large, envelope: envelope()) }
        #expect(error?.code == .connectionLost && error?.isTransient == true)
        #expect(error?.step == "send the message")
        #expect(summary(try await submitter.submit(Self.message, envelope: envelope())) == "a250")
        #expect(server.connectionCount == 2)
        await submitter.close()
    }

    struct Ending: Sendable, CustomTestStringConvertible {
        let name: String
        let reaction: ScriptedSMTPServer.Reaction
        let verdicts: String
        var testDescription: String { name }
    }

    static let endings = [
        Ending(name: "cut", reaction: .cut, verdicts: "r550 u"), Ending(name: "silence", reaction: .silence, verdicts: "r550 u"),
        Ending(name: "garbage", reaction: .say("HTTP/1.1 200 OK"), verdicts: "r550 u"),
        Ending(name: "half a reply", reaction: .sayThenCut("250-2.0.0 tak"), verdicts: "r550 u"),
        Ending(name: "taken, then cut", reaction: .sayThenCut("250 2.0.0 taken"), verdicts: "r550 a250"),
        Ending(name: "421", reaction: .sayThenCut("421 4.3.0 no"), verdicts: "r550 d421"),
        Ending(name: "452", reaction: .say("452 4.3.1 full"), verdicts: "r550 d452"),
        Ending(name: "554", reaction: .say("554 5.7.1 spam"), verdicts: "r550 r554"),
        Ending(name: "several lines", reaction: .say("250-2.0.0 a\n250 2.0.0 b"), verdicts: "r550 a250"),
    ]

    @Test("After the dot only a reply settles what became of the message", arguments: endings)
    func afterTheDot(_ ending: Ending) async throws {
        let server = try ScriptedSMTPServer { act, number in
            if number > 1 { return Self.kindly(act) }
            switch act {
            case .message: return ending.reaction
            case .line(let line) where line.hasPrefix("RCPT TO:<r0@"): return .say("550 5.1.1 no")
            default: return Self.kindly(act)
            }
        }
        defer { server.stop() }
        var deadlines = SubmissionDeadlines()
        deadlines.responsibility = .milliseconds(200)
        let submitter = submitter(server, .none, deadlines)
        #expect(summary(try await submitter.submit(Self.message, envelope: envelope(2))) == ending.verdicts)
        // Whatever happened, the next message goes through: over a new connection where the old one is of no use.
        #expect(
            summary(
                try await submitter.submit(
                    Self.message, envelope: Envelope(reversePath: "", forwardPaths: ["z@d.example"], identifier: nil))
            ).hasPrefix(
                server.connectionCount == 1 ? ending.verdicts.suffix(4) : "a250"))
        await submitter.close()
    }

    struct Silence: Sendable, CustomTestStringConvertible {
        let command: String
        let step: String
        var testDescription: String { command }
    }

    @Test(
        "A server that falls silent before the dot is given up",
        arguments: [
            Silence(command: "MAIL", step: "MAIL FROM"), Silence(command: "RCPT", step: "RCPT TO"),
            Silence(command: "DATA", step: "DATA"),
        ])
    func aSilentServerIsGivenUp(_ row: Silence) async throws {
        let server = try ScriptedSMTPServer { act, _ in
            if case .line(let line) = act, line.hasPrefix(row.command) { .silence } else { Self.kindly(act, offer: "250 test") }
        }
        defer { server.stop() }
        var deadlines = SubmissionDeadlines()
        deadlines.command = .milliseconds(150)
        deadlines.permissionToSend = .milliseconds(150)
        let submitter = submitter(server, .none, deadlines)
        let error = await #expect(throws: MailError.self) { try await submitter.submit(Self.message, envelope: envelope()) }
        #expect(error?.code == .timedOut && error?.step == row.step && error?.isTransient == true)
        await submitter.close()
    }

    @Test("Octets that are no reply before the dot are a fault of the protocol", arguments: ["MAIL", "RCPT", "DATA"])
    func garbageBeforeTheDot(_ command: String) async throws {
        let server = try ScriptedSMTPServer { act, _ in
            if case .line(let line) = act, line.hasPrefix(command) {
                .say("garbage")
            } else {
                Self.kindly(act, offer: "250 test")
            }
        }
        defer { server.stop() }
        let submitter = submitter(server)
        let error = await #expect(throws: MailError.self) { try await submitter.submit(Self.message, envelope: envelope()) }
        #expect(error?.code == .protocolViolation && error?.isTransient == true)
        #expect(server.messages.isEmpty)
        await submitter.close()
    }

    @Test("Three recipients of every fate over a real socket, in both orders", arguments: 0..<64)
    func threeRecipientsOfEveryFate(_ number: Int) async throws {
        let fates: [ScriptedSMTPServer.Reaction] = [.say("250 yes"), .say("450 4.2.1 later"), .say("550 5.1.1 no"), .cut]
        let words = ["a250", "d450", "r550", "cut"]
        let chosen = [number % 4, number / 4 % 4, number / 16]
        for (order, offer) in [
            (chosen, Self.offer), (chosen.reversed(), Self.offer), (chosen, "250 test"), (chosen.reversed(), "250 test"),
        ] {
            let server = try ScriptedSMTPServer { act, _ in
                guard case .line(let line) = act, let place = [0, 1, 2].first(where: { line.hasPrefix("RCPT TO:<r\($0)@") })
                else {
                    return Self.kindly(act, offer: offer)
                }
                return fates[order[place]]
            }
            let submitter = submitter(server)
            do {
                let verdicts = try await submitter.submit(Self.message, envelope: envelope(3))
                #expect(summary(verdicts) == order.map { words[$0] }.joined(separator: " "))
                #expect(server.messages.count { !$0.isEmpty } == (order.contains(0) ? 1 : 0))
            } catch let error as MailError {
                #expect(order.contains(3) && error.isTransient)
                #expect(server.messages.isEmpty)
            }
            await submitter.close()
            server.stop()
        }
    }

    @Test func passwordsAreProvedInConnectOnlyMode() async throws {
        let server = try ScriptedSMTPServer { act, _ in
            if case .line(let line) = act, line.hasPrefix("AUTH PLAIN") {
                .say(line == "AUTH PLAIN AGtvdmFsAHNlY3JldA==" ? "235 2.7.0 welcome" : "535 5.7.8 wrong")
            } else {
                Self.kindly(act, offer: "250-test\n250-AUTH PLAIN LOGIN\n250 PIPELINING")
            }
        }
        defer { server.stop() }
        let right = submitter(server, .password(user: "koval", password: "secret"))
        #expect(summary(try await right.submit(Self.message, envelope: envelope())) == "a250")
        await right.close()
        let wrong = submitter(server, .password(user: "koval", password: "guess"))
        let error = await #expect(throws: MailError.self) { try await wrong.submit(Self.message, envelope: envelope()) }
        #expect(error?.code == .loginRefused && error?.isTransient == false)
        #expect(error?.reply.contains("535") == true)
        #expect(server.messages.count == 1)
    }

    @Test func withoutAnOfferOfLoginNothingIsSent() async throws {
        let server = try ScriptedSMTPServer { act, _ in Self.kindly(act) }
        defer { server.stop() }
        let submitter = submitter(server, .password(user: "koval", password: "secret"))
        let error = await #expect(throws: MailError.self) { try await submitter.submit(Self.message, envelope: envelope()) }
        #expect(error?.code == .loginRefused)
        #expect(!server.commands.contains { $0.hasPrefix("MAIL") })
    }

    @Test func aTokenIsProvedInConnectOnlyMode() async throws {
        let server = try ScriptedSMTPServer { act, _ in
            if case .line(let line) = act, line.hasPrefix("AUTH XOAUTH2 ") {
                .say(line == "AUTH XOAUTH2 dXNlcj1rb3ZhbAFhdXRoPUJlYXJlciB0b2tlbgEB" ? "235 2.7.0 welcome" : "535 5.7.8 wrong")
            } else {
                Self.kindly(act, offer: "250-test\n250 AUTH XOAUTH2")
            }
        }
        defer { server.stop() }
        let submitter = submitter(server, .bearer(user: "koval", token: "token"))
        #expect(summary(try await submitter.submit(Self.message, envelope: envelope())) == "a250")
        await submitter.close()
    }

    @Test func aWrongReversePathOrNobodyToSendToIsSaidSo() async throws {
        let server = try ScriptedSMTPServer { act, _ in Self.kindly(act) }
        defer { server.stop() }
        let submitter = submitter(server)
        for envelope in [
            Envelope(reversePath: "a@b\r\nRSET", forwardPaths: ["c@d.example"], identifier: nil),
            Envelope(reversePath: "a@b.example", forwardPaths: [], identifier: nil),
        ] {
            let error = await #expect(throws: MailError.self) { try await submitter.submit(Self.message, envelope: envelope) }
            #expect(error?.code == .invalidAddress && error?.isTransient == false)
            #expect(error.map { !"\($0)".contains("a@b") } == true)
        }
        let wrong = Envelope(reversePath: "", forwardPaths: ["x@y>\r\nRCPT TO:<evil@z"], identifier: nil)
        #expect(summary(try await submitter.submit(Self.message, envelope: wrong)) == "r0")
        await submitter.close()
        #expect(server.commands.isEmpty)
    }

    @Test func cancellingEndsAWait() async throws {
        let (reached, signal) = AsyncStream<Void>.makeStream()
        let server = try ScriptedSMTPServer { act, _ in
            guard case .line(let line) = act, line.hasPrefix("MAIL") else { return Self.kindly(act) }
            signal.yield()
            return .silence
        }
        defer { server.stop() }
        let submitter = submitter(server)
        let envelope = envelope()
        let outcome = Task {
            await #expect(throws: MailError.self) { try await submitter.submit(Self.message, envelope: envelope) }
        }
        for await _ in reached { break }
        outcome.cancel()
        #expect(await outcome.value?.code == .cancelled)
        await submitter.close()
    }

    @Test func anUnreachableServerIsTransient() async throws {
        let server = try ScriptedSMTPServer { act, _ in Self.kindly(act) }
        server.stop()
        let submitter = submitter(server)
        let error = await #expect(throws: MailError.self) { try await submitter.submit(Self.message, envelope: envelope()) }
        #expect(error?.code == .cannotConnect && error?.isTransient == true)
    }
}
