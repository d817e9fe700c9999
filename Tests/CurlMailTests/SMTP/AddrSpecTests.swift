// SPDX-License-Identifier: Apache-2.0
import CurlMail
import MailTransport
import Testing

@Suite struct AddrSpecTests {
    static let good = [
        "a@b", "petro.koval@city.example", "o'neil+x=1@city.example", "\"Петро Коваль\"@city.example",
        "\"a@b\\\"c\"@city.example",
        "петро@місто.укр", "kanc@місто.укр", "x@[127.0.0.1]", "x@[IPv6:2001:db8::1]", "x@[ipv6:::1]", "x@[IPv6:::]",
        "x@[IPv6:1:2:3:4:5:6:7:8]", "x@[IPv6:::ffff:10.0.0.1]", "x@xn--b1afab.example", "!#$%&'*+-/=?^_`{|}~@b.example",
        String(repeating: "a", count: 64) + "@city.example",
    ]

    @Test("An address of the grammar is taken as it is", arguments: good)
    func anAddressIsTaken(_ text: String) throws {
        let address = try AddrSpec(text)
        #expect(address.text == text)
        #expect(address.needsUTF8 == !text.utf8.allSatisfy { $0 < 0x80 })
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let fault: AddrSpecFault
        var testDescription: String { "\(fault) \(text.debugDescription.prefix(40))" }
    }

    static let bad: [Row] = [
        Row(text: "", fault: .empty), Row(text: "a@b\r\nRSET", fault: .lineBreak), Row(text: "a\n@b", fault: .lineBreak),
        Row(text: "a\r@b", fault: .lineBreak), Row(text: "a\u{2028}@b", fault: .lineBreak),
        Row(text: "a@b\u{85}c", fault: .lineBreak),
        Row(text: "a\0@b", fault: .nul), Row(text: "a\u{1B}@b", fault: .control), Row(text: "a\t@b", fault: .control),
        Row(text: "a\u{202E}b@c", fault: .control), Row(text: "a\u{200B}b@c", fault: .control),
        Row(text: "a\u{A0}b@c", fault: .control),
        Row(text: "<a@b>", fault: .angleBracket), Row(text: "a@b> SIZE=1", fault: .angleBracket),
        Row(text: "\"<\"@b", fault: .angleBracket),
        Row(text: "a b@c", fault: .space), Row(text: "a@b c", fault: .space), Row(text: "a@b SIZE=5", fault: .space),
        Row(text: "a b", fault: .space),
        Row(text: "postmaster", fault: .noAtSign), Row(text: "@b", fault: .emptyLocalPart), Row(text: "a@", fault: .emptyDomain),
        Row(text: String(repeating: "a", count: 65) + "@b", fault: .localPartTooLong),
        Row(text: String(repeating: "я", count: 33) + "@b", fault: .localPartTooLong),
        Row(text: "a@" + String(repeating: "a.", count: 127) + "aa", fault: .domainTooLong),
        Row(text: "abc@" + String(repeating: "a.", count: 125) + "aa", fault: .tooLong),
        Row(text: ".a@b", fault: .misplacedDot), Row(text: "a.@b", fault: .misplacedDot),
        Row(text: "a..b@c", fault: .misplacedDot),
        Row(text: "\"a@b", fault: .quotedString), Row(text: "\"a\"b\"@c", fault: .quotedString),
        Row(text: "\"a\\\"@c", fault: .quotedString),
        Row(text: "\"@c", fault: .quotedString), Row(text: "a\"b@c", fault: .quotedString),
        Row(text: "\"a\\я\"@c", fault: .quotedString),
        Row(text: "a@b@c", fault: .localCharacter), Row(text: "a,b@c", fault: .localCharacter),
        Row(text: "a(b)@c", fault: .localCharacter),
        Row(text: "a@-b", fault: .domainLabel), Row(text: "a@b-", fault: .domainLabel), Row(text: "a@b..c", fault: .domainLabel),
        Row(text: "a@b.", fault: .domainLabel), Row(text: "a@.b", fault: .domainLabel), Row(text: "a@b_c", fault: .domainLabel),
        Row(text: "a@" + String(repeating: "b", count: 64), fault: .domainLabel), Row(text: "a@b,c", fault: .domainLabel),
        Row(text: "a@[127.0.0.256]", fault: .addressLiteral), Row(text: "a@[1.2.3]", fault: .addressLiteral),
        Row(text: "a@[IPv6:1::2::3]", fault: .addressLiteral), Row(text: "a@[IPv6:1:2:3]", fault: .addressLiteral),
        Row(text: "a@[IPv6:12345::]", fault: .addressLiteral), Row(text: "a@[x", fault: .addressLiteral),
        Row(text: "a@[]", fault: .addressLiteral),
    ]

    @Test("A wrong address is named by its fault", arguments: bad)
    func aWrongAddressIsNamedByItsFault(_ row: Row) {
        #expect(throws: row.fault) { try AddrSpec(row.text) }
    }

    @Test func noWordOfAFaultHoldsAnAddress() {
        for fault in AddrSpecFault.allCases {
            #expect(!fault.rawValue.isEmpty)
            #expect(!fault.rawValue.contains("<"))
        }
    }

    @Test func xtextKeepsPrintableAsciiAndEscapesTheRest() {
        #expect(xtext("a+b=c d\u{7F}é") == "a+2Bb+3Dc+20d+7F+C3+A9")
        #expect(utf8AddressXText("петро+\\@a.b") == "\\x{43F}\\x{435}\\x{442}\\x{440}\\x{43E}\\x{2B}\\x{5C}@a.b")
    }
}
