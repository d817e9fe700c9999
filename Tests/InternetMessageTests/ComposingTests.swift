// SPDX-License-Identifier: Apache-2.0
import InternetMessage
import Testing

struct ComposingTests {
    private static let sender = Address(name: "Канцелярія сільської ради", addrSpec: "office@rada.gov.ua")
    private static let date = DateField(year: 2026, month: 11, day: 23, hour: 9, minute: 5, second: 7, offsetMinutes: 120)

    private static func letter(
        to: [Address] = [Address(name: nil, addrSpec: "a@b.example")], subject: String = "x", references: [String] = [],
        extraFields: [(String, String)] = [], text: String = "Текст\n", html: String? = nil,
        attachments: [OutgoingAttachment] = []
    ) -> OutgoingMessage {
        OutgoingMessage(
            from: sender, to: to, subject: subject, date: date, messageID: "1.2@rada.gov.ua", references: references,
            extraFields: extraFields, text: text, html: html, attachments: attachments)
    }

    @Test func aSimpleLetterIsWrittenAsTheStandardShowsIt() throws {
        let message = OutgoingMessage(
            from: Address(name: "Smith, John", addrSpec: "j@a.example"), to: [Address(name: "Mary", addrSpec: "m@b.example")],
            subject: "Saying Hello", date: Self.date, messageID: "1@a.example", inReplyTo: ["0@b.example"], text: "Hi.\n")
        let expected = """
            Date: Mon, 23 Nov 2026 09:05:07 +0200
            To: Mary <m@b.example>
            From: "Smith, John" <j@a.example>
            Message-ID: <1@a.example>
            In-Reply-To: <0@b.example>
            Subject: Saying Hello
            MIME-Version: 1.0
            Content-Type: text/plain; charset=us-ascii
            Content-Transfer-Encoding: 7bit

            Hi.

            """
        #expect(
            String(decoding: try message.octets(), as: UTF8.self)
                == expected.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
    }

    @Test func linesAreShortAndASCII() throws {
        let long = String(repeating: "Довге звернення громадян ", count: 40)
        let octets = try Self.letter(
            subject: long, text: long + String(repeating: "y", count: 2_000), html: "<p>\(long)",
            attachments: [
                OutgoingAttachment(name: "Дуже довга назва файлу з рішенням ради.pdf", mediaType: "application/pdf", octets: [1])
            ]
        ).octets()
        #expect(octets.allSatisfy { $0 < 0x80 })
        let lines = octets.split(separator: 0x0A, omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.count <= 77 })
        #expect(lines.dropLast().allSatisfy { $0.last == 0x0D })
    }

    @Test func everyDayOfTheCalendarComesBack() throws {
        for seconds in stride(from: -2_000_000_000, to: 4_000_000_000, by: 7_654_321) {
            let date = DateField(secondsSince1970: seconds, offsetMinutes: 180)
            let octets = try OutgoingMessage(from: Self.sender, to: [], subject: "", date: date, messageID: "a@b", text: "")
                .octets()
            let message = ParsedMessage(octets.span)
            #expect(LetterHeader(message, in: octets.span).date == date)
        }
    }

    @Test func boundariesNeverOccurInTheContent() throws {
        let attachment = OutgoingAttachment(name: "a.txt", mediaType: "text/plain", octets: [1])
        let first = try Self.letter(text: "x\n", attachments: [attachment]).octets()
        let message = ParsedMessage(first.span)
        let boundary = try #require(message.root.mediaType["boundary"])
        let octets = try Self.letter(text: "--\(boundary)\n--\(boundary)--\n", attachments: [attachment]).octets()
        let again = ParsedMessage(octets.span)
        #expect(again.root.mediaType["boundary"] != boundary)
        #expect(again.parts.count == 3)
        #expect(again.defects.isEmpty)
    }

    @Test func theSameLetterIsTheSameOctets() throws {
        let letter = Self.letter(html: "<b>", attachments: [OutgoingAttachment(name: "a", mediaType: "a/b", octets: [1, 2])])
        #expect(try letter.octets() == letter.octets())
    }

    @Test func aLetterInALetterStandsUnencodedWhereItCan() throws {
        let inner = try Self.letter(text: "Hello\n").octets()
        let octets = try Self.letter(attachments: [OutgoingAttachment(name: "a.eml", mediaType: "message/rfc822", octets: inner)])
            .octets()
        let message = ParsedMessage(octets.span)
        #expect(message.defects.isEmpty)
        #expect(message.parts.count == 4)
        #expect(message.decodedBody(of: message.parts[2], in: octets.span) == inner)
    }

    @Test func whatCannotBeWrittenIsAFault() {
        func fault(_ letter: OutgoingMessage) -> ComposingFault? {
            do {
                _ = try letter.octets()
                return nil
            } catch { return error }
        }
        #expect(fault(Self.letter(subject: "a\r\nBcc: x@y.example")) == ComposingFault("Subject", .controlCharacter))
        for address in [
            "", "a", "a@", "@b", "a b@c", "a@b>c", "a@b\r\nRSET", "a@-b", "a..b@c", "=?utf-8?q?a?=@b.example", "a@b\u{202E}c",
        ] {
            let letter = Self.letter(to: [Address(name: nil, addrSpec: address)])
            #expect(fault(letter) == ComposingFault("To", .invalidAddress), "\(address)")
        }
        #expect(
            fault(Self.letter(to: [Address(name: "a\nb", addrSpec: "a@b.example")])) == ComposingFault("To", .controlCharacter))
        #expect(fault(Self.letter(extraFields: [("X Y", "")])) == ComposingFault("extra field", .invalidFieldName))
        #expect(fault(Self.letter(extraFields: [("From", "")])) == ComposingFault("From", .repeatedField))
        #expect(
            fault(Self.letter(extraFields: [("X", String(repeating: "x", count: 1_000))])) == ComposingFault("X", .lineTooLong))
        #expect(fault(Self.letter(references: ["a\nb@c"])) == ComposingFault("References", .controlCharacter))
        let type = OutgoingAttachment(name: "a", mediaType: "multipart/mixed", octets: [])
        #expect(fault(Self.letter(attachments: [type])) == ComposingFault("attachment 1", .invalidMediaType))
        let name = OutgoingAttachment(name: "..", mediaType: "a/b", octets: [])
        #expect(fault(Self.letter(attachments: [name])) == ComposingFault("attachment 1", .invalidFileName))
    }
}
