// SPDX-License-Identifier: Apache-2.0
import CurlMail
import MailTransport
import Testing
import TestServers

@Suite struct MisbehavingServerTests {
    static let letters = [
        3: "Subject: one\r\n\r\nch4 OK done\r\n", 4: "Subject: two\r\n\r\n* BYE\r\n", 9: "Subject: three {5}\r\n\r\n\"(\r\n",
    ]

    static func uid(_ number: UInt32) throws -> UID { try #require(UID(rawValue: number)) }

    static func mailbox(on port: UInt16, reply: Duration = .seconds(5), path: String = "INBOX") -> IMAPMailbox {
        var timing = IMAPTiming()
        timing.reply = reply
        timing.connect = .seconds(5)
        return IMAPMailbox(
            MailServer(scheme: .imap, host: "127.0.0.1", port: port, startTLS: .never), path: path,
            credentials: .password(user: "rada", password: "secret"), timing: timing)
    }

    /// Reads everything there is.
    static func readAll(_ mailbox: IMAPMailbox, into sink: CollectingSink) async throws -> [UID] {
        _ = try await mailbox.open()
        return try await mailbox.fetch(try await mailbox.announcements(after: nil), into: sink)
    }

    /// Reads everything from a server with these manners.
    static func read(_ manners: ScriptedMailbox.Manners, into sink: CollectingSink) async throws -> (
        missing: [UID], commands: [String]
    ) {
        let scripted = ScriptedMailbox(letters: letters, manners: manners)
        let server = try ScriptedServer { peer, _ in scripted.serve(peer) }
        let mailbox = mailbox(on: server.port)
        let missing = try await readAll(mailbox, into: sink)
        await mailbox.close()
        return (missing, scripted.commands)
    }

    static var expected: [CollectingSink.Letter] {
        letters.sorted { $0.key < $1.key }.map {
            CollectingSink.Letter(uid: UInt32($0.key), announced: $0.value.utf8.count, octets: Array($0.value.utf8))
        }
    }

    @Test func aDecentServerIsReadWhole() async throws {
        let sink = CollectingSink()
        let (missing, commands) = try await Self.read(.init(), into: sink)
        #expect(missing == [])
        #expect(sink.letters == Self.expected)
        #expect(sink.isInOrder)
        #expect(commands.contains("UID FETCH 3:4,9 (UID BODY.PEEK[])"))
        #expect(commands.last == "LOGOUT")
        #expect(!commands.contains { $0.hasPrefix("SELECT") })
    }

    @Test func aCutAtAnyOctetLosesNothingAndTakesNoHalfLetter() async throws {
        let scripted = ScriptedMailbox(letters: Self.letters)
        var allowance = 0
        var isWhole = false
        while !isWhole {
            let server = try ScriptedServer(allowance: allowance) { peer, _ in scripted.serve(peer) }
            let mailbox = Self.mailbox(on: server.port)
            let first = CollectingSink()
            do {
                _ = try await Self.readAll(mailbox, into: first)
                isWhole = true
            } catch let error as MailError {
                #expect(error.isTransient, "cut after \(allowance): \(error)")
                #expect(first.isInOrder, "cut after \(allowance)")
                #expect(Self.expected.starts(with: first.letters), "cut after \(allowance)")
                if allowance % 7 == 0 {
                    let second = CollectingSink()
                    #expect(try await Self.readAll(mailbox, into: second) == [])
                    #expect(second.letters == Self.expected, "cut after \(allowance)")
                }
            }
            await mailbox.close()
            allowance += 1
        }
        #expect(allowance > 700)
    }

    @Test func aLetterThatComesEmptyThoughAnnouncedIsLeftOutAndReturned() async throws {
        var manners = ScriptedMailbox.Manners()
        manners.body = { number, uid, letter in
            switch uid {
            case 3: "* \(number) FETCH (UID 3 BODY[] {0}\r\n)\r\n"
            case 4: "* \(number) FETCH (UID 4 BODY[] NIL)\r\n"
            default: "* \(number) FETCH (UID \(uid) BODY[] {\(letter.utf8.count)}\r\n\(letter))\r\n"
            }
        }
        let sink = CollectingSink()
        let (missing, _) = try await Self.read(manners, into: sink)
        #expect(missing.map(\.rawValue) == [3, 4])
        #expect(sink.letters == Self.expected.suffix(1))
    }

    @Test func aUIDBehindTheLetterIsAsGoodAsOneInFront() async throws {
        var manners = ScriptedMailbox.Manners()
        manners.body = { "* \($0) FETCH (BODY[] {\($2.utf8.count)}\r\n\($2) FLAGS (\\Seen) UID \($1))\r\n" }
        let sink = CollectingSink()
        let (missing, _) = try await Self.read(manners, into: sink)
        #expect(missing == [])
        #expect(sink.letters == Self.expected)
    }

    @Test func aLetterTakenForAnotherIsAbandonedAndAskedForAlone() async throws {
        var manners = ScriptedMailbox.Manners()
        // The first is gone, so what comes first is the second.
        manners.body = { $1 == 3 ? "" : "* \($0) FETCH (BODY[] {\($2.utf8.count)}\r\n\($2) UID \($1))\r\n" }
        let sink = CollectingSink()
        let (missing, commands) = try await Self.read(manners, into: sink)
        #expect(missing.map(\.rawValue) == [3])
        #expect(sink.letters == Array(Self.expected.dropFirst()))
        #expect(sink.abandonedCount > 0)
        #expect(sink.isInOrder)
        #expect(commands.contains("UID FETCH 4 (UID BODY.PEEK[])"))
    }

    @Test func oneLetterTheServerCannotReadDoesNotHoldUpTheOthers() async throws {
        var manners = ScriptedMailbox.Manners()
        manners.answers["UID FETCH 3:4,9 (UID BODY"] = "$T NO one message is broken\r\n"
        manners.answers["UID FETCH 4 (UID BODY"] = "$T NO it is broken\r\n"
        let sink = CollectingSink()
        let (missing, _) = try await Self.read(manners, into: sink)
        #expect(missing.map(\.rawValue) == [4])
        #expect(sink.letters.map(\.uid) == [3, 9])
    }

    struct Failure: Sendable, CustomTestStringConvertible {
        let name: String
        let command: String
        let answer: String
        let code: MailError.Code
        let isTransient: Bool
        var testDescription: String { name }
    }

    @Test(arguments: [
        Failure(
            name: "an outage", command: "UID FETCH 3:4,9", answer: "$T NO [UNAVAILABLE] later\r\n", code: .refused,
            isTransient: true),
        Failure(
            name: "a BYE", command: "UID FETCH 3:4,9", answer: "* BYE shutting down\r\n", code: .connectionLost, isTransient: true
        ),
        Failure(
            name: "fewer octets than announced", command: "UID FETCH 3:4,9",
            answer: "* 1 FETCH (UID 3 BODY[] {29}\r\nSubject: one\r\n\r\n)\r\n$T OK done\r\n$T OK done\r\n",
            code: .protocolViolation,
            isTransient: true),
        Failure(
            name: "more octets than announced", command: "UID FETCH 3:4,9",
            answer: "* 1 FETCH (UID 3 BODY[] {4}\r\nSubject: one\r\n\r\n)\r\n$T OK done\r\n", code: .protocolViolation,
            isTransient: true),
        Failure(
            name: "no such mailbox", command: "EXAMINE", answer: "$T NO [NONEXISTENT] none\r\n", code: .noSuchMailbox,
            isTransient: false),
        Failure(
            name: "no UIDVALIDITY", command: "EXAMINE", answer: "* 1 EXISTS\r\n$T OK done\r\n", code: .unsupported,
            isTransient: false),
        Failure(name: "a refusal", command: "UID FETCH 1:*", answer: "$T BAD what\r\n", code: .refused, isTransient: false),
    ])
    func aFailureIsTold(row: Failure) async throws {
        var manners = ScriptedMailbox.Manners()
        manners.answers[row.command] = row.answer
        let sink = CollectingSink()
        let error = await #expect(throws: MailError.self) { try await Self.read(manners, into: sink) }
        #expect(error?.code == row.code)
        #expect(error?.isTransient == row.isTransient)
        #expect(sink.isInOrder)
        #expect(sink.letters == [])
    }

    @Test func silenceEndsAtTheDeadline() async throws {
        var manners = ScriptedMailbox.Manners()
        manners.answers["UID FETCH 3:4,9 (UID BODY"] = "* 1 FETCH (UID 3 BODY[] {29}\r\nSubject"
        let scripted = ScriptedMailbox(letters: Self.letters, manners: manners)
        let server = try ScriptedServer { peer, _ in scripted.serve(peer) }
        let mailbox = Self.mailbox(on: server.port, reply: .milliseconds(200))
        let sink = CollectingSink()
        let error = await #expect(throws: MailError.self) { try await Self.readAll(mailbox, into: sink) }
        #expect(error?.code == .timedOut)
        #expect(error?.step == "UID FETCH 3…9")
        #expect(sink.abandonedCount == 1)
    }

    @Test func anErrorOfTheSinkComesOutAndVoidsTheLetter() async throws {
        let scripted = ScriptedMailbox(letters: Self.letters)
        let server = try ScriptedServer { peer, _ in scripted.serve(peer) }
        let mailbox = Self.mailbox(on: server.port)
        let sink = CollectingSink(maximumOctets: 10)
        await #expect(throws: CollectingSink.Refusal.self) { try await Self.readAll(mailbox, into: sink) }
        #expect(sink.abandonedCount == 1)
        let second = CollectingSink()
        #expect(try await Self.readAll(mailbox, into: second) == [])
        #expect(second.letters == Self.expected)
        #expect(server.connections == 2)
        await mailbox.close()
    }
}
