// SPDX-License-Identifier: Apache-2.0
import Office
import OfficeCalendar
import Testing

@Suite struct DecisionTokenTests {
    @Test(arguments: [
        ([UInt8](repeating: 0, count: 16), "aaaaaaaaaaaaaaaaaaaaaaaaaa"),
        ([UInt8](repeating: 255, count: 16), "77777777777777777777777774"),
        // The first sixteen octets of the vector “foobar” of RFC 4648 §10, repeated.
        (Array("foobarfoobarfoob".utf8), "mzxw6ytbojtg633cmfzgm33pmi"),
    ]) func theTextFormIsBase32(_ octets: [UInt8], _ text: String) throws {
        let token = try #require(DecisionToken(octets: octets))
        #expect(token.text == text)
        #expect(DecisionToken(text: text)?.octets == octets)
        #expect(DecisionToken(text: text.uppercased())?.octets == octets)
        #expect("\(token)" == "a decision token")
    }

    @Test func everyTokenIsReadBack() throws {
        var numbers = SeededNumbers(seed: 7)
        for _ in 0..<1_000 {
            let octets = (0..<16).map { _ in UInt8.random(in: 0...255, using: &numbers) }
            let token = try #require(DecisionToken(octets: octets))
            #expect(DecisionToken(text: token.text)?.octets == octets)
        }
    }

    @Test(arguments: [
        "", "aaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaa", "1aaaaaaaaaaaaaaaaaaaaaaaaa",
        "aaaaaaaaaaaaaaaaaaaaaaaaab",
        "ааaaaaaaaaaaaaaaaaaaaaaaaa",
    ]) func nothingElseIsAToken(_ text: String) { #expect(DecisionToken(text: text) == nil) }

    static func digest(_ octet: UInt8) throws -> TokenDigest {
        try #require(TokenDigest(octets: Array(repeating: octet, count: 32)))
    }

    static func grant() throws -> TokenGrant {
        TokenGrant(
            digest: try digest(1), card: CardID(rawValue: 1), person: Council.id("lawyer"), subject: .draft(Answer.id),
            version: Answer.first, sentOn: Council.today)
    }

    @Test func aTokenIsSpentOnce() throws {
        var grant = try Self.grant()
        try grant.use(try Self.digest(1), by: Council.id("lawyer"), current: Answer.first, on: Council.day("2026-12-02"))
        #expect(throws: TokenRefusal.used) {
            try grant.use(try Self.digest(1), by: Council.id("lawyer"), current: Answer.first, on: Council.today)
        }
    }

    @Test func aTokenIsBoundToPersonVersionAndTime() throws {
        let grant = try Self.grant()
        func refusal(_ octet: UInt8 = 1, _ person: String = "lawyer", _ version: String = "v1", _ day: String = "2026-11-25")
            throws -> TokenRefusal?
        {
            var copy = grant
            let digest = try Self.digest(octet)
            do throws(TokenRefusal) {
                try copy.use(digest, by: Council.id(person), current: VersionDigest(rawValue: version), on: Council.day(day))
                return nil
            } catch {
                #expect(copy == grant)
                for language in Language.allCases { #expect(error.sentence(in: language).count > 40) }
                return error
            }
        }
        #expect(try refusal() == nil)
        #expect(try refusal(2) == .unknown)
        #expect(try refusal(1, "deputy") == .another(Council.id("lawyer")))
        #expect(try refusal(1, "lawyer", "v2") == .oldVersion)
        #expect(try refusal(1, "lawyer", "v1", "2026-12-03") == .expired(Council.day("2026-12-02")))
    }

    @Test func digestsDifferInAnyOctet() throws {
        let one = try Self.digest(1)
        for place in 0..<32 {
            var octets = one.octets
            octets[place] ^= 0x80
            #expect(TokenDigest(octets: octets) != one)
        }
        #expect(TokenDigest(octets: []) == nil)
    }
}
