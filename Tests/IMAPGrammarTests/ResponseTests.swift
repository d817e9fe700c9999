// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import Testing

@testable import IMAPGrammar

@Suite struct ResponseTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let line: String
        let meaning: Response
        var testDescription: String { line }
    }

    static let rows = [
        Row(line: "* 172 EXISTS", meaning: .exists(172)),
        Row(line: "* 44 EXPUNGE", meaning: .expunged(44)),
        Row(line: "* VANISHED 3,5:7", meaning: .vanished(count: 4, earlier: false)),
        Row(line: "* VANISHED (EARLIER) 41,43:116", meaning: .vanished(count: 75, earlier: true)),
        Row(line: "* capability IMAP4rev1 idle", meaning: .capabilities(Capabilities(["IMAP4REV1", "IDLE"]))),
        Row(line: "* ESEARCH (TAG \"A282\") MIN 2 COUNT 3", meaning: .other("ESEARCH")),
        Row(line: "* SEARCH 2 84 882", meaning: .other("SEARCH")),
        Row(line: "* FLAGS (\\Answered)", meaning: .other("FLAGS")),
        Row(line: "* LIST (\\Noselect) \"/\" \"\"", meaning: .listed(MailboxListing(name: [], delimiter: UInt8(ascii: "/")))),
        Row(line: "* LIST () NIL INBOX", meaning: .listed(MailboxListing(name: Array("INBOX".utf8), delimiter: nil))),
        Row(
            line: "* NAMESPACE ((\"INBOX.\" \".\")) NIL NIL",
            meaning: .namespace(MailboxListing(name: Array("INBOX.".utf8), delimiter: UInt8(ascii: ".")))),
        Row(line: "* NAMESPACE NIL NIL NIL", meaning: .other("NAMESPACE")),
        Row(
            line: "ch7 NO [TRYCREATE] Mailbox doesn't exist",
            meaning: .tagged(tag: "ch7", StatusResponse(.no, code: "TRYCREATE", text: "Mailbox doesn't exist"))),
        Row(line: "* ok", meaning: .untagged(StatusResponse(.ok, text: ""))),
        Row(
            line: "* OK [COPYUID 38505 304,319:320 3956:3958] Done",
            meaning: .untagged(StatusResponse(.ok, code: "COPYUID", argument: "38505 304,319:320 3956:3958", text: "Done"))),
        Row(line: "+", meaning: .continuation("")),
        Row(line: "", meaning: .other("")),
        Row(line: "*", meaning: .other("")),
        Row(line: "garbage", meaning: .other("")),
    ]

    @Test(arguments: rows) func aLineMeansWhatItSays(row: Row) {
        #expect(Response(Array(row.line.utf8), streamed: nil) == row.meaning)
    }

    @Test func anAnnouncementHasItsFourFacts() throws {
        let found = try Recorder.record(
            "* 12 FETCH (MODSEQ (624) INTERNALDATE \"17-Jul-1996 02:44:25 -0700\" RFC822.SIZE 4286 FLAGS (\\Seen) UID 4827313)\r\n"
        )
        guard case .fetched(let items) = found.responses.first else {
            Issue.record("a FETCH response was expected")
            return
        }
        #expect(items.sequenceNumber == 12)
        #expect(items.uid == UID(rawValue: 4_827_313))
        #expect(items.size == 4_286)
        #expect(items.flags == ["\\Seen"])
        #expect(items.internalDate == Date(timeIntervalSince1970: 837_596_665))
    }

    @Test(arguments: [
        "32-Jan-2026 00:00:00 +0000", "29-Feb-2026 00:00:00 +0000", "1-Foo-2026 00:00:00 +0000", "", "---",
        "1-Jan-2026 24:00:00 +0000",
    ])
    func aDateThatIsNoneIsNone(text: String) {
        #expect(InternalDate.parse(Array(text.utf8)) == nil)
    }

    @Test func leapDaysAndEpochsAreCountedRightly() {
        #expect(InternalDate.parse(Array(" 1-Jan-1970 00:00:00 +0000".utf8))?.timeIntervalSince1970 == 0)
        #expect(InternalDate.parse(Array("29-Feb-2024 23:59:60 +0200".utf8))?.timeIntervalSince1970 == 1_709_244_000)
    }

    @Test func whatTheServerToldBetweenCommandsStaysNews() {
        var view = MailboxView()
        view.note(.exists(5))
        view.willAskForAll()
        #expect(!view.hasNews)
        view.note(.exists(6))
        view.note(.expunged(1))
        #expect(view.count == 5)
        #expect(view.hasNews)
        view.willAskForAll()
        view.note(.expunged(1))
        #expect(!view.hasNews)
        view.note(.vanished(count: 2, earlier: false))
        view.note(.vanished(count: 9, earlier: true))
        #expect(view.count == 2)
        #expect(!view.hasNews)
    }
}
