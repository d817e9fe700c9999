// SPDX-License-Identifier: Apache-2.0
import CurlMail
import MailTransport
import Testing

@Suite struct SubmissionPlanTests {
    private let ascii = MessageSurvey(Array("Subject: x\r\n\r\ny\r\n".utf8))

    private func lines(_ plan: SubmissionPlan) -> [String] {
        plan.commands.map { String(decoding: $0.octets, as: UTF8.self) }
    }

    private func extensions(_ lines: String...) throws -> SMTPExtensions {
        try SMTPWelcome(["220 x", "250-x"] + lines.map { "250-" + $0 } + ["250 HELP"]).extensions
    }

    @Test func aServerWithoutExtensionsGetsBareCommands() throws {
        let envelope = Envelope(reversePath: "a@b.example", forwardPaths: ["c@d.example"], identifier: "x1")
        let plan = try SubmissionPlan(envelope, survey: ascii, extensions: SMTPExtensions(), startsWithReset: false)
        #expect(lines(plan) == ["MAIL FROM:<a@b.example>\r\n", "RCPT TO:<c@d.example>\r\n", "DATA\r\n"])
        #expect(!plan.isPipelined)
    }

    @Test func everythingOfferedIsUsed() throws {
        let offered = try extensions("PIPELINING", "SIZE 1000", "DSN", "8BITMIME", "SMTPUTF8")
        let envelope = Envelope(
            reversePath: "a@b.example", forwardPaths: ["c+d@e.example", "петро@місто.укр"], identifier: "row=1 ї")
        let survey = MessageSurvey(Array("Subject: x\r\n\r\nтак\r\n".utf8))
        let plan = try SubmissionPlan(envelope, survey: survey, extensions: offered, startsWithReset: true)
        #expect(
            lines(plan) == [
                "RSET\r\n",
                "MAIL FROM:<a@b.example> SIZE=22 BODY=8BITMIME SMTPUTF8 RET=HDRS ENVID=row+3D1+20+D1+97\r\n",
                "RCPT TO:<c+d@e.example> NOTIFY=FAILURE,DELAY ORCPT=rfc822;c+2Bd@e.example\r\n",
                "RCPT TO:<петро@місто.укр> NOTIFY=FAILURE,DELAY ORCPT=utf-8;"
                    + "\\x{43F}\\x{435}\\x{442}\\x{440}\\x{43E}@\\x{43C}\\x{456}\\x{441}\\x{442}\\x{43E}.\\x{443}\\x{43A}\\x{440}\r\n",
                "DATA\r\n",
            ])
        #expect(plan.isPipelined)
    }

    @Test func withTheNullReversePathNoReportIsAskedFor() throws {
        let envelope = Envelope(reversePath: "", forwardPaths: ["c@d.example"], identifier: "x1")
        let plan = try SubmissionPlan(envelope, survey: ascii, extensions: try extensions("DSN"), startsWithReset: false)
        #expect(
            lines(plan) == [
                "MAIL FROM:<> ENVID=x1\r\n", "RCPT TO:<c@d.example> NOTIFY=NEVER ORCPT=rfc822;c@d.example\r\n", "DATA\r\n",
            ])
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        var sender = "a@b.example"
        var message = "Subject: x\r\n\r\ny\r\n"
        var offered: [String] = []
        let status: String
        var testDescription: String { name }
    }

    static let rows = [
        Row(name: "larger than SIZE", offered: ["SIZE 16"], status: "5.3.4"),
        Row(name: "8-bit header", message: "Subject: так\r\n\r\n", offered: ["8BITMIME"], status: "5.6.7"),
        Row(name: "8-bit sender", sender: "петро@b.example", status: "5.6.7"),
        Row(name: "8-bit body", message: "Subject: x\r\n\r\nтак", status: "5.6.3"),
    ]

    @Test("What the server cannot take is refused in our own words before anything is said", arguments: rows)
    func whatTheServerCannotTakeIsRefused(_ row: Row) throws {
        let envelope = Envelope(reversePath: row.sender, forwardPaths: ["c@d.example", "e@f.example"], identifier: nil)
        let offered = try SMTPWelcome(["220 x", "250-x"] + row.offered.map { "250-" + $0 } + ["250 HELP"]).extensions
        let plan = try SubmissionPlan(
            envelope, survey: MessageSurvey(Array(row.message.utf8)), extensions: offered, startsWithReset: false)
        #expect(plan.commands.isEmpty)
        #expect(plan.refusals.map { $0?.enhancedStatus } == [row.status, row.status])
        #expect(plan.refusals.allSatisfy { $0?.code == 0 && $0?.text.isEmpty == false })
    }

    @Test func aWrongRecipientDoesNotKeepTheOthersFromTheMessage() throws {
        let envelope = Envelope(
            reversePath: "a@b.example", forwardPaths: ["c@d.example>\r\nRSET", "e@f.example", "петро@f.example"], identifier: nil)
        let plan = try SubmissionPlan(envelope, survey: ascii, extensions: SMTPExtensions(), startsWithReset: false)
        #expect(lines(plan) == ["MAIL FROM:<a@b.example>\r\n", "RCPT TO:<e@f.example>\r\n", "DATA\r\n"])
        #expect(plan.refusals.map { $0?.enhancedStatus } == ["5.1.3", nil, "5.6.7"])
    }

    @Test func aWrongReversePathIsThrown() {
        let envelope = Envelope(reversePath: "a@b\nDATA", forwardPaths: ["c@d.example"], identifier: nil)
        #expect(throws: AddrSpecFault.lineBreak) {
            try SubmissionPlan(envelope, survey: ascii, extensions: SMTPExtensions(), startsWithReset: false)
        }
    }

    @Test func anIdentifierThatDoesNotFitIsLeftOut() throws {
        for identifier in ["", String(repeating: "x", count: 101), String(repeating: "=", count: 34)] {
            let envelope = Envelope(reversePath: "a@b.example", forwardPaths: ["c@d.example"], identifier: identifier)
            let plan = try SubmissionPlan(envelope, survey: ascii, extensions: try extensions("DSN"), startsWithReset: false)
            #expect(lines(plan).first == "MAIL FROM:<a@b.example> RET=HDRS\r\n")
        }
    }

    /// Every one of 5,000 texts of dangerous characters either is refused or stays inside its own command line.
    @Test func noAddressBreaksOutOfItsLine() throws {
        var seed: UInt64 = 20_260_105
        let alphabet = Array("\r\n\0 <>@\".\\:ab\u{85}\u{2028}я".unicodeScalars)
        for _ in 0..<5_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<8 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.append(alphabet[Int(seed >> 33) % alphabet.count])
            }
            let envelope = Envelope(
                reversePath: "", forwardPaths: [String(text), String(text) + "@b.example"], identifier: String(text))
            let plan = try SubmissionPlan(
                envelope, survey: ascii, extensions: try extensions("DSN", "SMTPUTF8", "8BITMIME"), startsWithReset: false)
            for command in plan.commands {
                let inner = command.octets.dropLast(2)
                #expect(command.octets.suffix(2).elementsEqual([13, 10]))
                #expect(!inner.contains { $0 < 0x20 || $0 == 0x7F })
                #expect(
                    command.act == .data
                        || inner.count { $0 == UInt8(ascii: "<") } == 1 && inner.count { $0 == UInt8(ascii: ">") } == 1)
            }
        }
    }
}
