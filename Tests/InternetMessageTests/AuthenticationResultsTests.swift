// SPDX-License-Identifier: Apache-2.0
import InternetMessage
import Testing

struct AuthenticationResultsTests {
    private struct Attack: CustomTestStringConvertible {
        let name: String
        let body: String
        var testDescription: String { name }
    }

    private static func read(_ text: String) -> AuthenticationResults? { AuthenticationResults(fieldBody: Array(text.utf8)) }

    @Test func aFieldOfALargeProviderIsReadWhole() throws {
        let field = try #require(
            Self.read(
                " mx.google.com;\r\n       dkim=pass header.i=@rada.gov.ua header.s=mail header.b=\"ab/c+d\";\r\n"
                    + "       spf=pass (google.com: domain of a@rada.gov.ua designates 192.0.2.1 as permitted sender)"
                    + " smtp.mailfrom=SRS0=x=y@rada.gov.ua;\r\n       dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=rada.gov.ua"
            ))
        #expect(field.authenticationServer == "mx.google.com")
        #expect(field.results.map(\.method) == ["dkim", "spf", "dmarc"])
        #expect(field.results.allSatisfy { $0.result == "pass" })
        #expect(field.results[0].property("header", "i") == "@rada.gov.ua")
        #expect(field.results[0].property("header", "b") == "ab/c+d")
        #expect(field.results[1].property("SMTP", "MailFrom") == "SRS0=x=y@rada.gov.ua")
        #expect(field.results[2].property("header", "from") == "rada.gov.ua")
        #expect(field.results[2].property("header", "d") == nil)
    }

    @Test func theMostCommentedExampleOfTheStandardIsRead() throws {
        // RFC 8601 appendix B.7.
        let field = try #require(
            Self.read(
                " foo.example.net (foobar) 1 (baz);\r\n    dkim (Because I like it) / 1 (One yay) = (wait for it) fail\r\n"
                    + "    policy (A dot can go here) . (like that) expired\r\n    (this surprised me) = (as I wasn't expecting it) 1362471462"
            ))
        #expect(field.authenticationServer == "foo.example.net")
        #expect(field.results.count == 1)
        #expect(field.results.first?.method == "dkim")
        #expect(field.results.first?.result == "fail")
        #expect(field.results.first?.property("policy", "expired") == "1362471462")
    }

    @Test func noneIsAFieldWithoutResults() throws {
        #expect(try #require(Self.read("example.org 1; none")).results.isEmpty)
        #expect(Self.read("example.org; none; dkim=pass") == nil)
    }

    @Test func aReasonIsNeverAResult() throws {
        let field = try #require(
            Self.read("a.example; dkim=fail reason=\"bad; dmarc=pass header.from=b.example\" header.d=c.example"))
        #expect(field.results.count == 1)
        #expect(field.results[0].result == "fail")
        #expect(field.results[0].reason == "bad; dmarc=pass header.from=b.example")
        #expect(field.results[0].property("header", "from") == nil)
    }

    @Test func aCommentIsNeverAResult() throws {
        let field = try #require(
            Self.read("a.example; spf=fail (; dmarc=pass (nested; dkim=pass) \\) ; x=pass) smtp.helo=b.example"))
        #expect(field.results.map(\.method) == ["spf"])
        #expect(field.results[0].property("smtp", "helo") == "b.example")
    }

    @Test func methodsOfAnUnknownVersionAreLeftOut() throws {
        let field = try #require(Self.read("a.example; dkim/2=pass header.d=b.example; spf/1=fail"))
        #expect(field.results.map(\.method) == ["spf"])
    }

    @Test func repeatedPropertiesAreKeptInOrder() throws {
        let field = try #require(Self.read("a.example; dkim=pass header.d=first.example header.d=second.example"))
        #expect(field.results[0].properties.map(\.value) == ["first.example", "second.example"])
        #expect(field.results[0].property("header", "d") == "first.example")
    }

    @Test func lettersAboveASCIIStandInAddressesOnly() throws {
        let field = try #require(Self.read("a.example; spf=pass smtp.mailfrom=рада@громада.укр"))
        #expect(field.results[0].property("smtp", "mailfrom") == "рада@громада.укр")
        #expect(Self.read("a.example; спф=pass") == nil)
    }

    @Test(arguments: [
        Attack(name: "unclosed comment", body: "a.example; spf=fail (; dmarc=pass"),
        Attack(name: "closing bracket alone", body: "a.example; spf=fail ) ; dmarc=pass"),
        Attack(name: "unclosed quote", body: "a.example; spf=fail reason=\"x; dmarc=pass"),
        Attack(name: "second field by line end", body: "a.example; spf=fail\r\nAuthentication-Results: a.example; dmarc=pass"),
        Attack(name: "line end without a blank", body: "a.example; spf=fail;\r\ndmarc=pass"),
        Attack(name: "bare CR", body: "a.example; spf=fail;\rdmarc=pass"),
        Attack(name: "line of blanks", body: "a.example; spf=fail;\r\n \r\n dmarc=pass"),
        Attack(name: "line end at the end", body: "a.example; spf=pass\r\n"),
        Attack(name: "line end in a quote", body: "a.example; spf=fail reason=\"a\r\nb\""),
        Attack(name: "NUL", body: "a.example; spf=pass\u{0}"),
        Attack(name: "NUL in a comment", body: "a.example; spf=pass (\u{0})"),
        Attack(name: "NUL in a quote", body: "a.example; spf=pass reason=\"\u{0}\""),
        Attack(name: "no server", body: "; spf=pass"),
        Attack(name: "empty", body: ""),
        Attack(name: "server alone", body: "a.example"),
        Attack(name: "two servers", body: "a.example b.example; spf=pass"),
        Attack(name: "version 2", body: "a.example 2; spf=pass"),
        Attack(name: "no method", body: "a.example; =pass"),
        Attack(name: "no result", body: "a.example; spf="),
        Attack(name: "semicolon at the end", body: "a.example; spf=pass;"),
        Attack(name: "word without a dot", body: "a.example; spf=pass action=none"),
        Attack(name: "two results in one", body: "a.example; spf=fail=pass"),
        Attack(name: "quoted result", body: "a.example; spf=\"pass\""),
        Attack(name: "reason behind a property", body: "a.example; spf=fail smtp.helo=b.example reason=x"),
        Attack(name: "two reasons", body: "a.example; spf=fail reason=x reason=y"),
        Attack(name: "two signs", body: "a.example; spf=pass smtp.mailfrom=a@b.example@c.example"),
        Attack(name: "empty value", body: "a.example; spf=pass smtp.mailfrom="),
        Attack(name: "angle brackets", body: "a.example; spf=pass smtp.mailfrom=<a@b.example>"),
        Attack(name: "dots in a row", body: "a.example; spf=pass smtp.mailfrom=a..b@c.example"),
        Attack(name: "properties without a blank", body: "a.example; spf=pass smtp.helo=\"x\"smtp.mailfrom=b.example"),
        Attack(name: "overlong", body: "a.example; spf=pass (" + String(repeating: "x", count: 17_000) + ")"),
        Attack(name: "too many", body: "a.example" + String(repeating: ";a=pass", count: 101)),
        Attack(name: "comments without end", body: "a.example; spf=pass " + String(repeating: "(", count: 10_000)),
    ])
    private func whatIsNotByTheGrammarIsNothing(_ attack: Attack) {
        #expect(Self.read(attack.body) == nil)
    }

    @Test func octetsThatAreNotUTF8AreNothing() {
        #expect(AuthenticationResults(fieldBody: Array("a.example; spf=pass (".utf8) + [0xC0, 0x80] + Array(")".utf8)) == nil)
    }

    @Test func everyPrefixAndEveryChangedOctetGivesAtMostTheSameResults() {
        let whole = Array("a.example 1; spf=fail (x) smtp.mailfrom=a@b.example; dkim=none reason=\"y; z=pass\"".utf8)
        for end in whole.indices {
            let field = AuthenticationResults(fieldBody: Array(whole[..<end]))
            #expect(field?.results.contains { $0.result == "pass" } != true)
        }
        for at in whole.indices {
            for octet in [UInt8(0), 0x0A, 0x0D, 0x20, 0x22, 0x28, 0x29, 0x3B, 0x5C, 0xFF] {
                var changed = whole
                changed[at] = octet
                let field = AuthenticationResults(fieldBody: changed)
                // Only the quotes and what stands around them keep `z=pass` from being a result.
                #expect(field?.results.contains { $0.method != "z" && $0.result == "pass" } != true)
            }
        }
    }
}
