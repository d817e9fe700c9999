// SPDX-License-Identifier: Apache-2.0
import CurlMail
import Testing

@Suite struct SubmittedOctetsTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let message: String
        let wire: String
        var testDescription: String { name }
    }

    static let rows = [
        Row(name: "canonical", message: "a: b\r\n\r\nc\r\n", wire: "a: b\r\n\r\nc\r\n.\r\n"),
        Row(name: "no end of line at the end", message: "a", wire: "a\r\n.\r\n"),
        Row(name: "empty", message: "", wire: ".\r\n"),
        Row(name: "LF", message: "a\nb\n", wire: "a\r\nb\r\n.\r\n"),
        Row(name: "CR", message: "a\rb\r", wire: "a\r\nb\r\n.\r\n"),
        Row(name: "LF CR", message: "a\n\rb", wire: "a\r\n\r\nb\r\n.\r\n"),
        Row(name: "dots", message: ".\r\n..\r\na.b\r\n.", wire: "..\r\n...\r\na.b\r\n..\r\n.\r\n"),
        Row(name: "smuggled by LF", message: "a\n.\nMAIL FROM:<x@y>\n", wire: "a\r\n..\r\nMAIL FROM:<x@y>\r\n.\r\n"),
        Row(name: "smuggled by CR", message: "a\r.\rRSET", wire: "a\r\n..\r\nRSET\r\n.\r\n"),
        Row(name: "smuggled by LF dot CR LF", message: "a\n.\r\nRSET", wire: "a\r\n..\r\nRSET\r\n.\r\n"),
        Row(name: "smuggled by CR LF dot CR", message: "a\r\n.\rRSET", wire: "a\r\n..\r\nRSET\r\n.\r\n"),
        Row(name: "smuggled by CR CR LF", message: "a\r\r\n.\r\r\nRSET", wire: "a\r\n\r\n..\r\n\r\nRSET\r\n.\r\n"),
    ]

    @Test("Lines end with CRLF, dots are doubled, the lone dot comes once", arguments: rows)
    func linesAreMadeForTheWire(_ row: Row) {
        for size in [1, 2, 3, 1_000] { #expect(String(decoding: wire(Array(row.message.utf8), size), as: UTF8.self) == row.wire) }
    }

    @Test func noMessageHoldsAnEndOfItsOwn() {
        let alphabet: [UInt8] = [13, 10, 46, 65, 0]
        for number in 0..<15_625 {
            var rest = number
            let message = (0..<6).map { _ in
                defer { rest /= 5 }
                return alphabet[rest % 5]
            }
            let octets = wire(message, 1_000)
            let body = octets.dropLast(3)
            let survey = MessageSurvey(message)
            for (offset, octet) in body.enumerated() {
                let isLoneCR = octet == 13 && (offset + 1 == body.count || body[offset + 1] != 10)
                let isLoneLF = octet == 10 && (offset == 0 || body[offset - 1] != 13)
                let isLineStart = offset == 0 || body[offset - 1] == 10
                let isSingleDot = isLineStart && octet == 46 && body[offset + 1] != 46
                if isLoneCR || isLoneLF || isSingleDot { Issue.record("\(message) gives \(octets)") }
            }
            let stuffed = body.indices.count { body[$0] == 46 && ($0 == 0 || body[$0 - 1] == 10) }
            if survey.size != body.count - stuffed || !octets.suffix(3).elementsEqual([46, 13, 10]) {
                Issue.record("size of \(message)")
            }
        }
    }

    @Test func aSurveyTellsHeaderFromBody() {
        let plain = MessageSurvey(Array("Subject: x\n\nтак".utf8))
        #expect(plain.hasEightBit && !plain.hasEightBitHeader)
        let header = MessageSurvey(Array("Subject: так\r\n\r\nx".utf8))
        #expect(header.hasEightBit && header.hasEightBitHeader)
        let ascii = MessageSurvey(Array("Subject: x\n\ny".utf8))
        #expect(!ascii.hasEightBit && !ascii.hasEightBitHeader)
        #expect(ascii.size == 17)
    }

    private func wire(_ message: [UInt8], _ size: Int) -> [UInt8] {
        var octets = SubmittedOctets(message)
        var all: [UInt8] = []
        while !octets.isAtEnd { all += octets.next(atLeast: size) }
        return all
    }
}
