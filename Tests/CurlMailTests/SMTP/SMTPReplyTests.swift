// SPDX-License-Identifier: Apache-2.0
import CurlMail
import MailTransport
import Testing

@Suite struct SMTPReplyTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let octets: String
        let code: Int
        let status: String?
        let text: String
        var testDescription: String { name }
    }

    static let rows = [
        Row(name: "one line", octets: "250 ok\r\n", code: 250, status: nil, text: "ok"),
        Row(name: "enhanced status", octets: "550 5.1.1 No such user\r\n", code: 550, status: "5.1.1", text: "No such user"),
        Row(name: "several lines", octets: "550-5.7.1 one\r\n550 5.7.1 two\r\n", code: 550, status: "5.7.1", text: "one two"),
        Row(name: "bare code", octets: "250\r\n", code: 250, status: nil, text: ""),
        Row(name: "empty text", octets: "250 \r\n", code: 250, status: nil, text: ""),
        Row(name: "LF alone", octets: "421-a\n421 b\n", code: 421, status: nil, text: "a b"),
        Row(name: "status of another class is text", octets: "250 5.1.1 ok\r\n", code: 250, status: nil, text: "5.1.1 ok"),
        Row(name: "version number is text", octets: "220 2.3.19.1 ready\r\n", code: 220, status: nil, text: "2.3.19.1 ready"),
        Row(name: "status alone", octets: "250 2.0.0\r\n", code: 250, status: "2.0.0", text: ""),
        Row(name: "controls and bad UTF-8", octets: "550 a\u{1}\u{7F}b\r\n", code: 550, status: nil, text: "a??b"),
        Row(
            name: "Ukrainian words", octets: "550 5.1.1 немає такої скриньки\r\n", code: 550, status: "5.1.1",
            text: "немає такої скриньки"),
    ]

    @Test("A reply is read, whole or octet by octet", arguments: rows)
    func aReplyIsRead(_ row: Row) throws {
        var whole = SMTPReplyReader()
        whole.append(row.octets.utf8)
        let reply = try #require(try whole.next())
        #expect(reply.submissionReply == SubmissionReply(code: row.code, enhancedStatus: row.status, text: row.text))
        #expect(whole.isEmpty)
        var slow = SMTPReplyReader()
        for (offset, octet) in row.octets.utf8.enumerated() {
            #expect(try slow.next() == nil, "after \(offset) octets")
            slow.append([octet])
        }
        #expect(try slow.next() == reply)
        #expect(try slow.next() == nil)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let octets: String
        let fault: SMTPReplyFault
        var testDescription: String { "\(fault) \(octets.prefix(12))" }
    }

    static let faults = [
        Fault(octets: "hello\r\n", fault: .noCode), Fault(octets: "\r\n", fault: .noCode),
        Fault(octets: "25\r\n", fault: .noCode),
        Fault(octets: "199 x\r\n", fault: .noCode), Fault(octets: "600 x\r\n", fault: .noCode),
        Fault(octets: "2500 x\r\n", fault: .noSeparator),
        Fault(octets: "250_x\r\n", fault: .noSeparator), Fault(octets: "250-a\r\n550 b\r\n", fault: .codesDiffer),
        Fault(octets: "250 " + String(repeating: "x", count: 4_093) + "\r\n", fault: .lineTooLong),
        Fault(octets: "250 " + String(repeating: "x", count: 5_000), fault: .lineTooLong),
        Fault(octets: String(repeating: "250-" + String(repeating: "x", count: 4_000) + "\r\n", count: 17), fault: .replyTooLong),
    ]

    @Test("What is no reply is a fault", arguments: faults)
    func whatIsNoReplyIsAFault(_ row: Fault) {
        var reader = SMTPReplyReader()
        reader.append(row.octets.utf8)
        #expect(throws: row.fault) { try reader.next() }
    }

    @Test func anyOctetsGiveAReplyOrAFault() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            var reader = SMTPReplyReader()
            let alphabet = Array("0123456789 -.\r\nAz\u{0}é".utf8)
            reader.append((0..<40).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] })
            do {
                while try reader.next() != nil {}
            } catch {
                #expect(SMTPReplyFault.allCases.contains(error))
            }
        }
    }

    @Test func severalRepliesComeOneByOneAndLeftoversAreSeen() throws {
        var reader = SMTPReplyReader()
        reader.append("250 a\r\n550 b\r\n354".utf8)
        #expect(try reader.next()?.code == 250)
        #expect(try reader.next()?.code == 550)
        #expect(try reader.next() == nil)
        #expect(!reader.isEmpty)
    }

    @Test func extensionsAreThoseOfTheLastEHLO() throws {
        let welcome = try SMTPWelcome([
            "220 mail.city.example ESMTP", "250-mail.city.example", "250-PIPELINING", "250-CHUNKING", "250 STARTTLS",
            "220 2.0.0 Ready",
            "250-mail.city.example", "250-SIZE 10240000", "250-AUTH PLAIN login", "250-AUTH=XOAUTH2", "250-8BITMIME", "250-DSN",
            "250 SMTPUTF8",
            "334 ", "235 2.7.0 ok",
        ])
        #expect(welcome.isLoggedIn)
        #expect(!welcome.extensions.hasPipelining)
        #expect(welcome.extensions.maximumSize == 10_240_000)
        #expect(welcome.extensions.hasDeliveryStatus && welcome.extensions.hasEightBit && welcome.extensions.hasUTF8)
        #expect(welcome.extensions.mechanisms == ["PLAIN", "LOGIN", "XOAUTH2"])
    }

    @Test func sizeWithoutOrWithZeroStatesNoLimit() throws {
        for line in ["250 SIZE", "250 SIZE 0", "250 size 99999999999999999999"] {
            let welcome = try SMTPWelcome(["220 x", "250-x", line])
            #expect(welcome.extensions.hasSize && welcome.extensions.maximumSize == nil)
        }
    }

    @Test func anAnswerToHELOOffersNothing() throws {
        let welcome = try SMTPWelcome(["220 x", "502 no EHLO", "250 PIPELINING"])
        #expect(welcome.extensions == SMTPExtensions())
        #expect(!welcome.isLoggedIn)
    }
}
