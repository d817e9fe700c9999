// SPDX-License-Identifier: Apache-2.0
import MailTransport
import Testing

@testable import IMAPGrammar

@Suite struct IMAPCommandTests {
    static func uids(_ numbers: UInt32...) -> [UID] { numbers.compactMap(UID.init(rawValue:)) }

    static func text(_ command: IMAPCommand?) -> String {
        String(decoding: command?.line(tag: "t") ?? [], as: UTF8.self)
    }

    @Test func runsOfUIDsAreDrawnTogetherAndNothingIsAdded() {
        #expect(UIDSet.text(Self.uids(1, 2, 3, 5, 9, 10)) == "1:3,5,9:10")
        #expect(UIDSet.text(Self.uids(3, 2, 1)) == "3,2,1")
        #expect(UIDSet.text(Self.uids(.max - 1, .max)) == "4294967294:4294967295")
        #expect(UIDSet.text([UID]()) == "")
    }

    @Test func bodiesAreFetchedWithoutSettingSeen() {
        #expect(Self.text(.fetchBodies(Self.uids(7, 8))) == "t UID FETCH 7:8 (UID BODY.PEEK[])\r\n")
    }

    @Test func announcementsStartBehindTheLastUID() {
        #expect(Self.text(.fetchAnnouncements(after: nil)) == "t UID FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE)\r\n")
        #expect(IMAPCommand.fetchAnnouncements(after: UID(rawValue: 41)).name == "UID FETCH 42:*")
        #expect(IMAPCommand.fetchAnnouncements(after: UID(rawValue: .max)).name == "UID FETCH 4294967295:*")
    }

    @Test(arguments: [
        ("INBOX", "\"INBOX\""), ("R&D", "\"R&-D\""), ("a\"b\\c", "\"a\\\"b\\\\c\""), ("台北", "\"&U,BTFw-\""),
        ("Вхідні", "\"&BBIERQRWBDQEPQRW-\""), ("😀", "\"&2D3eAA-\""),
    ])
    func mailboxNamesAreSpelledAsRFC3501Has(name: String, spelled: String) {
        #expect(MailboxName(name)?.quoted == Array(spelled.utf8))
        #expect(ModifiedUTF7.decode(ModifiedUTF7.encode(name)) == name)
    }

    @Test func namesWithLineEndsNeverReachTheWire() {
        #expect(MailboxName("A\r\nx DELETE INBOX") == nil)
        #expect(MailboxName("") == nil)
        #expect(MessageFlag("$Filed\r\n") == nil)
        #expect(MessageFlag("\\Recent") == nil)
        #expect(MessageFlag("$Filed")?.name == "$Filed")
        #expect(MessageFlag("\\Flagged")?.name == "\\Flagged")
    }

    struct Spelling: Sendable {
        let name: String
        let path: String
        let prefix: String
        let delimiter: String?
        let spelled: String
    }

    @Test(arguments: [
        Spelling(name: "as it is", path: "Chancery/Filed", prefix: "", delimiter: "/", spelled: "Chancery/Filed"),
        Spelling(name: "dots", path: "Chancery/Filed", prefix: "", delimiter: ".", spelled: "Chancery.Filed"),
        Spelling(name: "below INBOX", path: "Chancery/Filed", prefix: "INBOX.", delimiter: ".", spelled: "INBOX.Chancery.Filed"),
        Spelling(name: "already below", path: "INBOX/Filed", prefix: "INBOX.", delimiter: ".", spelled: "INBOX.Filed"),
        Spelling(name: "the inbox", path: "inbox", prefix: "INBOX.", delimiter: ".", spelled: "inbox"),
        Spelling(name: "a flat world", path: "A/B", prefix: "", delimiter: nil, spelled: "A/B"),
    ])
    func pathsFollowTheServersLevels(row: Spelling) {
        let spelled = MailboxName.spelled(row.path, prefix: row.prefix, delimiter: row.delimiter?.utf8.first)
        #expect(spelled == row.spelled, "\(row.name)")
    }

    @Test func rev2BringsItsParts() {
        var capabilities = Capabilities(["imap4rev2", "AUTH=PLAIN"])
        #expect(capabilities.has("IDLE"))
        #expect(capabilities.has("MOVE"))
        #expect(!capabilities.has("QRESYNC"))
        #expect(capabilities.spellsNamesInUTF8)
        capabilities.remove("IDLE")
        #expect(!capabilities.has("IDLE"))
        #expect(capabilities.has("MOVE"))
    }
}
