// SPDX-License-Identifier: Apache-2.0
import CurlMail
import MailTransport
import Testing

@Suite struct SubmissionDialogueTests {
    /// Plays a dialogue against a list of replies, with no socket: `cut` ends the connection.
    struct Play {
        var written: [String] = []
        var messageCount = 0
        var verdicts: [SubmissionVerdict]?
        var connection: SubmissionDialogue.Connection?

        init(_ plan: SubmissionPlan, _ replies: [String], cutInMessage: Bool = false) throws {
            var dialogue = SubmissionDialogue(plan)
            var effect = dialogue.apply(.began)
            var rest = replies[...]
            func next() throws -> SubmissionDialogue.Event {
                guard let words = rest.popFirst(), words != "cut" else {
                    return .lost(SubmissionReply(code: 0, enhancedStatus: nil, text: "cut"))
                }
                return .replied(try Self.reply(words))
            }
            while true {
                switch effect {
                case .write(let octets):
                    written.append(String(decoding: octets, as: UTF8.self).replacing("\r\n", with: "|"))
                    effect = dialogue.apply(try next())
                case .writeMessage:
                    messageCount += 1
                    effect = dialogue.apply(cutInMessage ? try next() : .terminatorLeft)
                case .awaitReply: effect = dialogue.apply(try next())
                case .finish(let verdicts, let connection):
                    self.verdicts = verdicts
                    self.connection = connection
                    return
                case .abandon: return
                }
            }
        }

        static func reply(_ words: String) throws -> SMTPReply {
            var reader = SMTPReplyReader()
            reader.append((words + "\r\n").utf8)
            return try #require(try reader.next())
        }

        /// `a4` for accepted by a 4xx would be a mistake; `a250 r550 d450 u` are the usual ones.
        var summary: String {
            guard let verdicts else { return "thrown" }
            return verdicts.map { verdict in
                switch verdict {
                case .accepted(let reply): "a\(reply.code)"
                case .deferred(let reply): "d\(reply.code)"
                case .refused(let reply): "r\(reply.code)"
                case .unknown: "u"
                }
            }.joined(separator: " ")
        }
    }

    static func plan(_ count: Int, pipelined: Bool = true, reset: Bool = false) throws -> SubmissionPlan {
        var extensions = SMTPExtensions()
        extensions.hasPipelining = pipelined
        let paths = (0..<count).map { "r\($0)@d.example" }
        return try SubmissionPlan(
            Envelope(reversePath: "a@b.example", forwardPaths: paths, identifier: nil), survey: MessageSurvey([]),
            extensions: extensions,
            startsWithReset: reset)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        var reset = false
        /// Replies in order, `cut` for the end of the connection; for a server with PIPELINING.
        let pipelined: [String]
        /// The same without PIPELINING; `nil` when nothing differs.
        var stepwise: [String]?
        let verdicts: String
        var connection: SubmissionDialogue.Connection?
        var testDescription: String { name }
    }

    static let rows = [
        Row(
            name: "all well", pipelined: ["250 m", "250 r", "250 r", "354 go", "250 took"], verdicts: "a250 a250",
            connection: .reusable),
        Row(
            name: "after a reset", reset: true, pipelined: ["250 r", "250 m", "250 r", "250 r", "354 go", "250 took"],
            verdicts: "a250 a250", connection: .reusable),
        Row(
            name: "other positive codes", pipelined: ["250 m", "251 r", "252 r", "354 go", "200 took"], verdicts: "a200 a200",
            connection: .reusable),
        Row(
            name: "one refused", pipelined: ["250 m", "550 no", "250 r", "354 go", "250 took"], verdicts: "r550 a250",
            connection: .reusable),
        Row(
            name: "one deferred, one refused", pipelined: ["250 m", "550 no", "450 later", "554 none"],
            stepwise: ["250 m", "550 no", "450 later"], verdicts: "r550 d450", connection: .needsReset),
        Row(
            name: "DATA allowed for nobody", pipelined: ["250 m", "550 no", "450 later", "354 go", "554 none"],
            stepwise: ["250 m", "550 no", "450 later"], verdicts: "r550 d450", connection: .needsReset),
        Row(
            name: "DATA allowed for nobody, then cut", pipelined: ["250 m", "550 no", "450 later", "354 go", "cut"],
            verdicts: "r550 d450", connection: .spent),
        Row(
            name: "nobody left and cut before the reply to DATA", pipelined: ["250 m", "550 no", "450 later", "cut"],
            verdicts: "r550 d450", connection: .spent),
        Row(
            name: "MAIL refused", pipelined: ["552 big", "503 first MAIL", "503 first MAIL", "503 first MAIL"],
            stepwise: ["552 big"], verdicts: "r552 r552", connection: .needsReset),
        Row(
            name: "MAIL deferred", pipelined: ["451 later", "503 x", "503 x", "503 x"], stepwise: ["451 later"],
            verdicts: "d451 d451", connection: .needsReset),
        Row(
            name: "MAIL refused yet DATA allowed", pipelined: ["552 big", "503 x", "503 x", "354 go", "554 none"],
            stepwise: ["552 big"], verdicts: "r552 r552", connection: .needsReset),
        Row(
            name: "DATA deferred after a refused recipient", pipelined: ["250 m", "550 no", "250 r", "451 later"],
            verdicts: "r550 d451", connection: .needsReset),
        Row(
            name: "DATA refused", pipelined: ["250 m", "250 r", "250 r", "554 no"], verdicts: "r554 r554", connection: .needsReset
        ),
        Row(
            name: "content refused", pipelined: ["250 m", "450 later", "250 r", "354 go", "550 spam"], verdicts: "d450 r550",
            connection: .needsReset),
        Row(
            name: "content deferred", pipelined: ["250 m", "250 r", "250 r", "354 go", "452 full"], verdicts: "d452 d452",
            connection: .needsReset),
        Row(name: "421 to MAIL", pipelined: ["421 bye"], verdicts: "d421 d421", connection: .spent),
        Row(name: "421 to a recipient", pipelined: ["250 m", "550 no", "421 bye"], verdicts: "r550 d421", connection: .spent),
        Row(name: "421 to DATA", pipelined: ["250 m", "250 r", "550 no", "421 bye"], verdicts: "d421 r550", connection: .spent),
        Row(
            name: "421 to the dot", pipelined: ["250 m", "250 r", "550 no", "354 go", "421 bye"], verdicts: "d421 r550",
            connection: .spent),
        Row(name: "cut before MAIL is answered", pipelined: ["cut"], verdicts: "thrown"),
        Row(name: "cut at a recipient", pipelined: ["250 m", "550 no", "cut"], verdicts: "thrown"),
        Row(name: "cut before the reply to DATA", pipelined: ["250 m", "250 r", "250 r", "cut"], verdicts: "thrown"),
        Row(
            name: "cut after the dot", pipelined: ["250 m", "550 no", "250 r", "354 go", "cut"], verdicts: "r550 u",
            connection: .spent),
        Row(
            name: "3xx to the dot", pipelined: ["250 m", "550 no", "250 r", "354 go", "354 go"], verdicts: "r550 u",
            connection: .spent),
        Row(name: "3xx to MAIL", pipelined: ["354 go"], verdicts: "thrown"),
        Row(name: "3xx to RCPT", pipelined: ["250 m", "354 go"], verdicts: "thrown"),
        Row(name: "2xx to DATA", pipelined: ["250 m", "250 r", "250 r", "250 ok"], verdicts: "thrown"),
        Row(name: "RSET refused", reset: true, pipelined: ["500 what"], verdicts: "thrown"),
        Row(name: "421 to RSET", reset: true, pipelined: ["421 bye"], verdicts: "thrown"),
    ]

    @Test("Each course of a transaction ends in the verdicts it must", arguments: rows)
    func eachCourseEndsAsItMust(_ row: Row) throws {
        for (isPipelined, replies) in [(true, row.pipelined), (false, row.stepwise ?? row.pipelined)] {
            let isLoneDot = row.name.contains("for nobody, then") || row.name.contains("nobody left")
            guard isPipelined || row.stepwise != nil || !isLoneDot else { continue }
            let play = try Play(Self.plan(2, pipelined: isPipelined, reset: row.reset), replies)
            #expect(play.summary == row.verdicts, "pipelined: \(isPipelined)")
            #expect(play.connection == row.connection)
        }
    }

    @Test func commandsGoOutTogetherOrOneByOne() throws {
        let replies = ["250 r", "250 m", "250 r", "250 r", "354 go", "250 took"]
        let together = try Play(Self.plan(2, reset: true), replies)
        #expect(together.written == ["RSET|MAIL FROM:<a@b.example>|RCPT TO:<r0@d.example>|RCPT TO:<r1@d.example>|DATA|"])
        let single = try Play(Self.plan(2, pipelined: false, reset: true), replies)
        #expect(
            single.written == [
                "RSET|", "MAIL FROM:<a@b.example>|", "RCPT TO:<r0@d.example>|", "RCPT TO:<r1@d.example>|", "DATA|",
            ])
        #expect(together.messageCount == 1 && single.messageCount == 1)
    }

    @Test func stepByStepNoDataIsSaidForNobody() throws {
        let play = try Play(Self.plan(1, pipelined: false), ["250 m", "550 no"])
        #expect(!play.written.contains("DATA|"))
        #expect(play.messageCount == 0)
    }

    @Test func dataAllowedForNobodyIsAnsweredWithTheDotAlone() throws {
        let play = try Play(Self.plan(1), ["250 m", "550 no", "354 go", "250 took nothing"])
        #expect(play.written.last == ".|")
        #expect(play.messageCount == 0)
        #expect(play.summary == "r550")
    }

    @Test func manyRecipientsGoOutInGroups() throws {
        let replies = ["250 m"] + Array(repeating: "250 r", count: 120) + ["354 go", "250 took"]
        let play = try Play(Self.plan(120), replies)
        #expect(play.written.map { $0.count { $0 == "|" } } == [50, 50, 22])
        #expect(play.verdicts?.count == 120)
        #expect(play.connection == .reusable)
    }

    @Test func afterARefusedMailNoFurtherGroupGoesOut() throws {
        let play = try Play(Self.plan(120), ["550 no"] + Array(repeating: "503 x", count: 49))
        #expect(play.written.count == 1)
        #expect(play.verdicts?.count == 120)
    }

    @Test func aRefusalInTheMiddleOfTheMessageCounts() throws {
        let start = ["250 m", "550 no", "250 r", "354 go"]
        #expect(try Play(Self.plan(2), start + ["552 big"], cutInMessage: true).summary == "r550 r552")
        #expect(try Play(Self.plan(2), start + ["421 bye"], cutInMessage: true).summary == "r550 d421")
        #expect(try Play(Self.plan(2), start + ["250 ok"], cutInMessage: true).summary == "thrown")
        #expect(try Play(Self.plan(2), start + ["cut"], cutInMessage: true).summary == "thrown")
    }

    @Test("Three recipients of every fate, in both orders, pipelined and step by step", arguments: 0..<64)
    func threeRecipientsOfEveryFate(_ number: Int) throws {
        let fates = ["250 yes", "450 later", "550 no", "cut"]
        let chosen = [fates[number % 4], fates[number / 4 % 4], fates[number / 16]]
        for order in [chosen, chosen.reversed()] {
            for isPipelined in [true, false] {
                let end = order.contains("250 yes") ? ["354 go", "250 took"] : isPipelined ? ["554 none"] : []
                let play = try Play(Self.plan(3, pipelined: isPipelined), ["250 m"] + order + end)
                let expected = order.map { ["250 yes": "a250", "450 later": "d450", "550 no": "r550"][$0] ?? "" }.joined(
                    separator: " ")
                #expect(play.summary == (order.contains("cut") ? "thrown" : expected), "\(order) \(isPipelined)")
            }
        }
    }
}
