// SPDX-License-Identifier: Apache-2.0
import CurlMail
import Foundation
import MailTransport
import TestServers
import Testing

@Suite(.enabled(if: Postfix.obstacle == nil, "\(Postfix.obstacle ?? "")"), .serialized, .timeLimit(.minutes(1)))
struct PostfixSubmissionTests {
    private func server(
        _ postfix: Postfix, _ scheme: MailServer.Scheme = .smtp, _ startTLS: MailServer.StartTLS = .never, trusts: Bool = true
    ) -> MailServer {
        MailServer(
            scheme: scheme, host: postfix.host, port: postfix.port, startTLS: startTLS,
            caFile: trusts ? postfix.authority.caFile : nil,
            clientName: "chancery.example")
    }

    private func envelope(_ recipients: String...) -> Envelope {
        Envelope(reversePath: "rada@city.example", forwardPaths: recipients, identifier: "row-1")
    }

    private func codes(_ verdicts: [SubmissionVerdict]) -> [String] {
        verdicts.map { verdict in
            switch verdict {
            case .accepted(let reply): "accepted \(reply.code) \(reply.enhancedStatus ?? "")"
            case .deferred(let reply): "deferred \(reply.code) \(reply.enhancedStatus ?? "")"
            case .refused(let reply): "refused \(reply.code) \(reply.enhancedStatus ?? "")"
            case .unknown: "unknown"
            }
        }
    }

    @Test func aUkrainianLetterArrivesAsItWasWritten() async throws {
        let postfix = try Postfix.start(recipients: ["petro@city.example", "ольга@громада.example"])
        defer { postfix.stop() }
        let submitter = SMTPSubmitter(server(postfix))
        let encoded = """
            From: Rada <rada@city.example>
            To: petro@city.example
            Subject: =?utf-8?B?0JLQsNGIINC70LjRgdGCINC30LDRgNC10ZTRgdGC0YDQvtCy0LDQvdC+?=
            Date: Mon, 5 Jan 2026 10:00:00 +0200
            Message-ID: <1@city.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            0JLQsNGIINC70LjRgdGCINC30LDRgNC10ZTRgdGC0YDQvtCy0LDQvdC+INC30LAg4oSWIDEuCg==

            """
        let raw = """
            From: Рада <rada@city.example>
            To: ольга@громада.example
            Subject: Ваш лист зареєстровано
            Date: Mon, 5 Jan 2026 10:00:00 +0200
            Message-ID: <1@city.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            Ваш лист зареєстровано за № 1.
            .
            ..крапки на початку рядка

            """
        #expect(
            codes(try await submitter.submit(Array(encoded.utf8), envelope: envelope("petro@city.example"))) == [
                "accepted 250 2.0.0"
            ])
        #expect(
            codes(try await submitter.submit(Array(raw.utf8), envelope: envelope("ольга@громада.example"))) == [
                "accepted 250 2.0.0"
            ])
        await submitter.close()
        let arrived = try postfix.waitForLetters(2).map { String(decoding: $0, as: UTF8.self) }
        #expect(arrived.contains { $0.hasSuffix("\n" + encoded) && $0.contains("Delivered-To: petro@city.example") })
        #expect(arrived.contains { $0.hasSuffix("\n" + raw) && $0.contains("Delivered-To: ольга@громада.example") })
    }

    @Test func eachRecipientHearsItsOwnVerdict() async throws {
        let names = ["good@city.example", "late@city.example", "gone@city.example"]
        let postfix = try Postfix.start(recipients: names)
        defer { postfix.stop() }
        postfix.defer("late@city.example")
        postfix.refuse("gone@city.example")
        let submitter = SMTPSubmitter(server(postfix))
        let message = Array("Subject: x\n\ny\n".utf8)
        let verdicts = try await submitter.submit(
            message, envelope: envelope("gone@city.example", "good@city.example", "late@city.example", "none@city.example"))
        #expect(codes(verdicts) == ["refused 550 5.1.1", "accepted 250 2.0.0", "deferred 450 4.2.1", "refused 550 5.1.1"])
        // All refused: Postfix answers DATA with 554, and the next transaction begins with RSET.
        #expect(
            codes(try await submitter.submit(message, envelope: envelope("gone@city.example", "late@city.example"))) == [
                "refused 550 5.1.1", "deferred 450 4.2.1",
            ])
        postfix.accept("late@city.example")
        #expect(codes(try await submitter.submit(message, envelope: envelope("late@city.example"))) == ["accepted 250 2.0.0"])
        postfix.answerMessages(with: "554 5.7.1 Spam")
        #expect(codes(try await submitter.submit(message, envelope: envelope("good@city.example"))) == ["refused 554 5.7.1"])
        postfix.answerMessages(with: "451 4.7.1 Later")
        #expect(codes(try await submitter.submit(message, envelope: envelope("good@city.example"))) == ["deferred 451 4.7.1"])
        postfix.answerMessages(with: nil)
        #expect(codes(try await submitter.submit(message, envelope: envelope("good@city.example"))) == ["accepted 250 2.0.0"])
        await submitter.close()
        #expect(try postfix.waitForLetters(3).count == 3)
    }

    @Test func noBodySmugglesASecondMessage() async throws {
        let postfix = try Postfix.start(recipients: ["petro@city.example", "evil@city.example"])
        defer { postfix.stop() }
        let submitter = SMTPSubmitter(server(postfix))
        let ends = [
            "\r\n", "\n", "\r", "\r\r\n", "\n\r", "\r\n\r", "\n\n", "\r\n\n", "\r\r", "\u{0}\n", "\r\u{0}\n", "\n\u{0}", " \n",
            "\r\n ",
        ]
        var count = 0
        for before in ends {
            for after in ends {
                let smuggled = "MAIL FROM:<x@y.example>\r\nRCPT TO:<evil@city.example>\r\nDATA\r\nSubject: evil\r\n\r\nz"
                let message = "Subject: \(count)\r\n\r\ntext\(before).\(after)\(smuggled)\(before).\(after)QUIT"
                #expect(
                    codes(try await submitter.submit(Array(message.utf8), envelope: envelope("petro@city.example"))) == [
                        "accepted 250 2.0.0"
                    ])
                count += 1
            }
        }
        await submitter.close()
        let letters = try postfix.waitForLetters(count, atMost: 30)
        #expect(letters.count == 196)
        #expect(!letters.contains { String(decoding: $0, as: UTF8.self).contains("Delivered-To: evil@city.example") })
    }

    @Test(.enabled(if: PostfixLogin.obstacle == nil, "\(PostfixLogin.obstacle ?? "")"))
    func aLoginOverStartTLSIsAskedForAndGiven() async throws {
        let login = try PostfixLogin()
        defer { login.stop() }
        let postfix = try Postfix.start(protection: .startTLS, authSocket: login.socket)
        defer { postfix.stop() }
        let message = Array("Subject: x\n\ny\n".utf8)
        let secured = server(postfix, .smtp, .required)
        let right = SMTPSubmitter(secured, credentials: .password(user: PostfixLogin.user, password: PostfixLogin.password))
        #expect(codes(try await right.submit(message, envelope: envelope("petro@ukr.example"))) == ["accepted 250 2.0.0"])
        await right.close()
        let wrong = SMTPSubmitter(secured, credentials: .password(user: PostfixLogin.user, password: "не той"))
        let refused = await #expect(throws: MailError.self) {
            try await wrong.submit(message, envelope: envelope("petro@ukr.example"))
        }
        #expect(refused?.code == .loginRefused && refused?.isTransient == false && refused?.reply.contains("535") == true)
        let nobody = SMTPSubmitter(secured)
        #expect(codes(try await nobody.submit(message, envelope: envelope("petro@ukr.example"))) == ["refused 554 5.7.1"])
        await nobody.close()
        let stranger = SMTPSubmitter(server(postfix, .smtp, .required, trusts: false))
        let doubted = await #expect(throws: MailError.self) {
            try await stranger.submit(message, envelope: envelope("petro@ukr.example"))
        }
        #expect(doubted?.code == .certificateRefused)
        // Without TLS Postfix offers no login, and none is given.
        let open = SMTPSubmitter(
            server(postfix), credentials: .password(user: PostfixLogin.user, password: PostfixLogin.password))
        let unasked = await #expect(throws: MailError.self) {
            try await open.submit(message, envelope: envelope("petro@ukr.example"))
        }
        #expect(unasked?.code == .loginRefused)
        #expect(try postfix.waitForLetters(1).count == 1)
    }

    @Test func tlsFromTheFirstOctetAndNoFallBackWithoutIt() async throws {
        let postfix = try Postfix.start(protection: .tls)
        defer { postfix.stop() }
        let message = Array("Subject: x\n\n".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 900) + Array("\n".utf8)
        let large = Array(repeating: message, count: 3_000).flatMap { $0 }
        let submitter = SMTPSubmitter(server(postfix, .smtps))
        for octets in [message, large, message] {
            #expect(codes(try await submitter.submit(octets, envelope: envelope("petro@ukr.example"))) == ["accepted 250 2.0.0"])
        }
        await submitter.close()
        #expect(try postfix.waitForLetters(3).map(\.count).max().map { $0 > large.count } == true)
        let plain = try Postfix.start()
        defer { plain.stop() }
        let strict = SMTPSubmitter(server(plain, .smtp, .required))
        let error = await #expect(throws: MailError.self) {
            try await strict.submit(message, envelope: envelope("petro@ukr.example"))
        }
        #expect(error?.code == .encryptionRefused && error?.isTransient == false)
    }
}
