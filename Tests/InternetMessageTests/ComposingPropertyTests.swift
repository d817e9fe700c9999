// SPDX-License-Identifier: Apache-2.0
import InternetMessage
import Testing

/// A small generator with a seed, so that a failure comes again.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

struct ComposingPropertyTests {
    private static let words = [
        "Re:", "рішення", "ґанок", "їжак", "budget", "=?utf-8?q?x?=", "=", "?=", "\"quoted\"", "a\\b", "(comment)", "<tag>",
        "a@b.example",
        "👨‍👩‍👧‍👦", "🇺🇦", "e\u{301}", "№ 5", "—", "", "From", ".", "..", "--", "-- ", ";", ",", ":", "100%", "2026", "日本語", "\u{A0}",
        String(repeating: "довге", count: 60), String(repeating: "x", count: 300),
    ]

    private static func phrase(_ random: inout Seeded, upTo count: Int) -> String {
        (0..<Int.random(in: 1...count, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }.joined(
            separator: " ")
    }

    private static func text(_ random: inout Seeded) -> String {
        var lines: [String] = []
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            switch Int.random(in: 0..<8, using: &random) {
            case 0: lines.append("From the start")
            case 1: lines.append(". dot")
            case 2: lines.append("trailing  \t")
            case 3: lines.append(String(repeating: "z ", count: 1_000))
            case 4: lines.append("--" + phrase(&random, upTo: 2))
            case 5: lines.append("")
            default: lines.append(phrase(&random, upTo: 12))
            }
        }
        return lines.map { $0 + "\r\n" }.joined()
    }

    private static func address(_ random: inout Seeded) -> Address {
        let specs = ["a@b.example", "\"a b\"@c.example", "рада@громада.укр", "o'neil+x=y@xn--80a.example", "q@[192.0.2.1]"]
        let isNamed = Bool.random(using: &random)
        let name = phrase(&random, upTo: 6)
        return Address(name: isNamed && !name.isEmpty ? name : nil, addrSpec: specs.randomElement(using: &random))
    }

    private static func attachments(_ random: inout Seeded) -> [OutgoingAttachment] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
            let octets = (0..<Int.random(in: 0...400, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            let name = FileName.forDisplay(phrase(&random, upTo: 4)) ?? "a.pdf"
            return OutgoingAttachment(name: name, mediaType: "application/pdf", octets: octets)
        }
    }

    @Test(arguments: 0..<8)
    func composeThenParseIsTheIdentity(_ part: Int) throws {
        var random = Seeded(state: UInt64(part) + 1)
        for _ in 0..<60 {
            let letter = OutgoingMessage(
                from: Self.address(&random), to: (0...3).map { _ in Self.address(&random) }, cc: [Self.address(&random)],
                subject: Self.phrase(&random, upTo: 12),
                date: DateField(secondsSince1970: Int.random(in: 0...4_000_000_000, using: &random), offsetMinutes: 120),
                messageID: "\(random.next())@rada.gov.ua", inReplyTo: ["x@y.example"],
                references: (0..<Int.random(in: 0...20, using: &random)).map { "\($0).abcdefghij@example.org" },
                extraFields: [("X-Chancery-Note", Self.phrase(&random, upTo: 6))], text: Self.text(&random),
                html: Bool.random(using: &random) ? Self.text(&random) : nil, attachments: Self.attachments(&random))
            try Self.expectIdentity(letter)
        }
    }

    private static func expectIdentity(_ letter: OutgoingMessage) throws {
        let octets = try letter.octets()
        let message = ParsedMessage(octets.span)
        let header = LetterHeader(message, in: octets.span)
        #expect(message.defects.isEmpty)
        #expect(header.from == [letter.from])
        #expect(header.to == letter.to)
        #expect(header.cc == letter.cc)
        #expect(header.subject == letter.subject)
        #expect(header.date == letter.date)
        #expect(header.messageID == letter.messageID)
        #expect(header.inReplyTo == letter.inReplyTo)
        #expect(header.references == letter.references)
        #expect(message.root.header.text(of: "X-Chancery-Note", in: octets.span) == letter.extraFields.first?.1)
        let texts = message.parts.filter { $0.mediaType.isText && $0.fileName == nil }
        for (part, expected) in zip(texts, [letter.text, letter.html].compactMap { $0 }) {
            let decoded = message.decodedText(of: part, in: octets.span)
            #expect(decoded.text == expected)
            #expect(decoded.defects.isEmpty)
        }
        let files = message.parts.filter { $0.disposition == .attachment }
        #expect(files.map(\.fileName) == letter.attachments.map(\.name))
        #expect(files.map { $0.mediaType["name"] } == letter.attachments.map(\.name))
        #expect(files.map { message.decodedBody(of: $0, in: octets.span) } == letter.attachments.map(\.octets))
    }

    @Test func noLineEndMakesAFieldOfItsOwn() {
        var random = Seeded(state: 99)
        let poisons = [
            "\r\nBcc: v@x.example", "\nBcc: v@x.example", "\rBcc: v@x.example", "\u{0}", "\r\n\r\nbody", "\n.\n", "\r\n",
            "\u{85}Bcc: v", "\u{2028}Bcc: v",
        ]
        for _ in 0..<1_000 {
            let place = Int.random(in: 0..<11, using: &random)
            func at(_ number: Int, _ text: String, _ random: inout Seeded) -> String {
                guard number == place else { return text }
                let cut = Int.random(in: 0...text.count, using: &random)
                return text.prefix(cut) + (poisons.randomElement(using: &random) ?? "") + text.dropFirst(cut)
            }
            let attachment = OutgoingAttachment(
                name: at(0, "a name.pdf", &random), mediaType: at(1, "application/pdf; x=y", &random), octets: [1, 2, 3])
            let letter = OutgoingMessage(
                from: Address(name: at(2, "Рада", &random), addrSpec: at(3, "a@b.example", &random)),
                to: [Address(name: at(4, "Plain, Name", &random), addrSpec: at(5, "c@d.example", &random))],
                subject: at(6, "Про рішення", &random), date: DateField(secondsSince1970: 0, offsetMinutes: 0),
                messageID: at(7, "1@b.example", &random), inReplyTo: [at(8, "2@b.example", &random)],
                extraFields: [(at(9, "X-Note", &random), at(10, "a note", &random))], text: "x", attachments: [attachment])
            guard let octets = try? letter.octets() else { continue }
            let message = ParsedMessage(octets.span)
            #expect(message.defects.isEmpty)
            #expect(message.parts.count == 3)
            let names = message.root.header.texts(in: octets.span).map(\.name)
            let allowed = [
                "Date", "From", "To", "Message-ID", "In-Reply-To", "Subject", "X-Note", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding",
            ]
            #expect(names.allSatisfy(allowed.contains))
            #expect(names.count >= 9)
            #expect(message.parts[2].header.fields.count == 3)
        }
    }
}
