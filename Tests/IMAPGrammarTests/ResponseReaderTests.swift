// SPDX-License-Identifier: Apache-2.0
import MailTransport
import Testing

@testable import IMAPGrammar

@Suite struct ResponseReaderTests {
    /// A session as servers really speak, with most of what can go wrong in it.
    static let session =
        "* OK [CAPABILITY IMAP4rev1 IDLE] use {10}\r\n* 3 EXISTS\r\n* 0 RECENT\r\n"
        + "* OK [UIDVALIDITY 1700000000] UIDs valid\r\n* OK [UIDNEXT 9] next\r\n"
        + "* LIST (\\HasNoChildren) \"/\" {5}\r\nA\"{3}\r\n"
        + "* 1 FETCH (UID 4 FLAGS (\\Seen $Filed) INTERNALDATE \" 1-Nov-2026 08:00:11 +0200\" RFC822.SIZE 44)\r\n"
        + "* 1 FETCH (UID 4 BODY[] {27}\r\nSubject: {5}\r\n\r\nch2 OK done)\r\n"
        + "* 2 FETCH (FLAGS (\\Recent) BODY[] ~{3}\r\na\0b UID 5)\r\n* VANISHED (EARLIER) 7:9\r\n* 2 EXPUNGE\r\n"
        + "* 3 FETCH (UID 6 BODY[] \"a\\\"b\" ENVELOPE (\"x {2}\" ((NIL NIL \"a\" \"b\"))))\r\n* 3 FETCH (UID 6 BODY[] NIL)\r\n"
        + "+ idling\r\nch1 OK [READ-ONLY] done\r\nch2 NO [TRYCREATE] no such mailbox\r\n* BYE\r\n"

    @Test func aSessionIsReadTheSameInPiecesOfAnySize() throws {
        let whole = try Recorder.record(Self.session)
        #expect(whole.responses.count == 17)
        #expect(whole.bodies == [Array("Subject: {5}\r\n\r\nch2 OK done".utf8), Array("a\0b".utf8)])
        for size in 1...40 { #expect(try Recorder.record(Self.session, pieces: size) == whole, "pieces of \(size)") }
    }

    @Test func aTaggedLineInsideALetterEndsNothing() throws {
        let found = try Recorder.record("* 1 FETCH (UID 4 BODY[] {13}\r\nch2 OK done\r\n)\r\nch2 OK really\r\n")
        #expect(found.bodies == [Array("ch2 OK done\r\n".utf8)])
        #expect(found.responses.last == .tagged(tag: "ch2", StatusResponse(.ok, text: "really")))
        #expect(found.responses.count == 2)
    }

    @Test func bracesInTextOfAStatusAreText() throws {
        let found = try Recorder.record("* OK [ALERT] quota {100}\r\n* NO {3}\r\nch1 OK {5}\r\n")
        #expect(found.responses.count == 3)
        #expect(found.responses.first == .untagged(StatusResponse(.ok, code: "ALERT", text: "quota {100}")))
    }

    @Test func bracesInAnOpenQuotationAreNoLiteral() throws {
        let found = try Recorder.record("* LIST () \"/\" \"abc {3}\r\n* 7 EXISTS\r\n")
        #expect(found.responses.last == .exists(7))
    }

    @Test func anEmptyLetterIsABodyOfNoOctets() throws {
        let found = try Recorder.record("* 1 FETCH (UID 4 BODY[] {0}\r\n)\r\n* 2 FETCH (UID 5 BODY[] \"\")\r\n")
        #expect(found.bodies == [[]])
        guard case .fetched(let first) = found.responses.first, case .fetched(let second) = found.responses.last else {
            Issue.record("two FETCH responses were expected")
            return
        }
        #expect(first.body == .streamed(count: 0))
        #expect(second.body == .inline([]))
    }

    @Test func literalsOfOtherItemsAreSkipped() throws {
        let found = try Recorder.record(
            "* 1 FETCH (BODY[HEADER.FIELDS (TO)] {5}\r\nTo: a UID 4 ENVELOPE (\"a\" {2}\r\n() NIL) BODY[] {2}\r\nhi FLAGS ())\r\n"
        )
        guard case .fetched(let items) = found.responses.first else {
            Issue.record("a FETCH response was expected")
            return
        }
        #expect(items.uid?.rawValue == 4)
        #expect(items.flags == [])
        #expect(items.body == .streamed(count: 2))
        #expect(found.bodies == [Array("hi".utf8)])
    }

    @Test(arguments: ["* 1 FETCH (UID 4 BODY[] {2}\r\nhello)\r\n", "* 1 FETCH (UID 4 BODY[] {7}\r\nhello)\r\n* 2 EXISTS\r\n"])
    func aLiteralOfTheWrongSizeIsAnError(text: String) {
        #expect(throws: GrammarError.literalOfWrongSize) { try Recorder.record(text) }
    }

    @Test func aResponseThatNeverEndsIsAnError() {
        var reader = ResponseReader()
        var recorder = Recorder()
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
        #expect(throws: GrammarError.lineTooLong) {
            for _ in 0...16 { try reader.feed(piece.span, to: &recorder) }
        }
    }

    @Test func listsMayNestAHundredDeepAndNoDeeper() throws {
        func nested(_ depth: Int) -> String {
            "* 1 FETCH " + String(repeating: "(", count: depth) + String(repeating: ")", count: depth) + "\r\n"
        }
        #expect(try Recorder.record(nested(ResponseReader.maximumNesting)).responses.count == 1)
        #expect(throws: GrammarError.nestingTooDeep) { try Recorder.record(nested(ResponseReader.maximumNesting + 1)) }
    }

    @Test func noPrefixOfASessionTrips() throws {
        let octets = Array(Self.session.utf8)
        let whole = try Recorder.record(octets)
        for end in octets.indices {
            let found = try Recorder.record(Array(octets[..<end]))
            #expect(whole.responses.starts(with: found.responses), "cut at \(end)")
        }
    }

    @Test func noChangedOctetTraps() {
        let octets = Array(Self.session.utf8)
        var outcomes = 0
        for place in octets.indices {
            for value: UInt8 in [0x00, 0x0A, 0x0D, 0x20, 0x22, 0x28, 0x29, 0x30, 0x39, 0x5B, 0x5C, 0x5D, 0x7B, 0x7D, 0x80, 0xFF] {
                var changed = octets
                changed[place] = value
                _ = try? Recorder.record(changed)
                outcomes += 1
            }
        }
        #expect(outcomes == octets.count * 16)
    }

    @Test func noRandomOctetsTrap() {
        var random = SystemRandomNumberGenerator()
        let alphabet = Array("*+ ()[]{}\"\\~\r\n0123456789 FETCH UID BODY[] FLAGS NIL OK BYE EXISTS".utf8)
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 1...200, using: &random)).map { _ in
                alphabet[Int.random(in: alphabet.indices, using: &random)]
            }
            _ = try? Recorder.record("* 1 FETCH (".utf8 + text)
            _ = try? Recorder.record(text)
        }
    }
}
