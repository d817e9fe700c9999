// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import Testing

@testable import MaildirMail

@Suite struct MaildirMailboxTests {
    let maildir: TemporaryMaildir
    let mailbox: MaildirMailbox

    init() throws {
        maildir = try TemporaryMaildir()
        mailbox = MaildirMailbox(path: maildir.path)
    }

    private func texts(_ messages: [MessageAnnouncement]) async throws -> [String] {
        let sink = TextSink()
        #expect(try await mailbox.fetch(messages, into: sink).isEmpty)
        return sink.texts
    }

    @Test func messagesAreAnnouncedInTheOrderOfDelivery() async throws {
        try maildir.deliver("b", "перший", age: 20)
        try maildir.deliver("a", "другий", age: 10)
        let status = try await mailbox.open()
        #expect(status.messageCount == 2)
        #expect(status.uidNext == UID(rawValue: 3))
        let messages = try await mailbox.announcements(after: nil)
        #expect(messages.map(\.uid.rawValue) == [1, 2])
        #expect(messages.map(\.size) == [12, 12])
        #expect(abs(messages[0].internalDate.timeIntervalSinceNow + 20) < 5)
        #expect(try await texts(messages) == ["перший", "другий"])
        try maildir.deliver("c", "третій", age: 30)
        #expect(try await mailbox.announcements(after: messages[1].uid).map(\.uid.rawValue) == [3])
    }

    @Test func identifiersOutliveTheProcess() async throws {
        try maildir.deliver("a", "перший")
        let first = try await mailbox.open()
        await mailbox.close()
        try FileManager.default.moveItem(atPath: "\(maildir.path)/new/a", toPath: "\(maildir.path)/cur/a:2,S")
        try maildir.deliver("0", "другий")
        let other = MaildirMailbox(path: maildir.path)
        #expect(try await other.open().uidValidity == first.uidValidity)
        let messages = try await other.announcements(after: nil)
        #expect(messages.map(\.uid.rawValue) == [1, 2])
        #expect(messages[0].flags == ["\\Seen"])
    }

    @Test("a ledger that is lost or makes no sense begins a new epoch", arguments: [nil, "", "rubbish\n", "chancery-uids 1 0\n"])
    func aLostLedgerBeginsANewEpoch(_ content: String?) async throws {
        try maildir.deliver("a", "лист")
        let first = try await mailbox.open()
        await mailbox.close()
        let ledger = "\(maildir.path)/\(UIDLedger.fileName)"
        try FileManager.default.removeItem(atPath: ledger)
        if let content { try Data(content.utf8).write(to: URL(filePath: ledger)) }
        // A quarter of a second tells two epochs of different processes apart.
        while try await mailbox.open().uidValidity == first.uidValidity {
            await mailbox.close()
            try FileManager.default.removeItem(atPath: ledger)
        }
        #expect(try await mailbox.announcements(after: nil).map(\.uid.rawValue) == [1])
    }

    @Test func aLineCutByACrashIsDropped() async throws {
        try maildir.deliver("a", "перший")
        let first = try await mailbox.open()
        await mailbox.close()
        let ledger = try #require(FileHandle(forWritingAtPath: "\(maildir.path)/\(UIDLedger.fileName)"))
        ledger.seekToEndOfFile()
        ledger.write(Data("2 half-a-na".utf8))
        ledger.closeFile()
        try maildir.deliver("b", "другий")
        #expect(try await mailbox.open().uidValidity == first.uidValidity)
        #expect(try await texts(mailbox.announcements(after: nil)) == ["перший", "другий"])
    }

    @Test func aLedgerTakenAwayMeanwhileAsksForANewOpening() async throws {
        try maildir.deliver("a", "лист")
        _ = try await mailbox.open()
        try FileManager.default.removeItem(atPath: "\(maildir.path)/\(UIDLedger.fileName)")
        let error = await #expect(throws: MailError.self) { try await mailbox.announcements(after: nil) }
        #expect(error?.isTransient == true)
        _ = try await mailbox.open()
        #expect(try await mailbox.announcements(after: nil).count == 1)
    }

    @Test func messagesMovedOrRemovedMeanwhileAreNoError() async throws {
        try maildir.deliver("a", "перший", age: 3)
        try maildir.deliver("b", "другий", age: 2)
        try maildir.deliver("c", "", age: 1)
        _ = try await mailbox.open()
        let messages = try await mailbox.announcements(after: nil)
        try FileManager.default.moveItem(atPath: "\(maildir.path)/new/a", toPath: "\(maildir.path)/cur/a:2,F")
        try FileManager.default.removeItem(atPath: "\(maildir.path)/new/b")
        let sink = TextSink()
        #expect(try await mailbox.fetch(messages, into: sink).map(\.rawValue) == [2])
        #expect(sink.texts == ["перший", ""])
        try await mailbox.apply(.flag("\\Seen"), to: messages.map(\.uid))
        try await mailbox.apply(.flag("$Filed"), to: messages.map(\.uid))
        #expect(maildir.names(in: "cur") == ["a:2,FS", "c:2,S"])
        #expect(maildir.names(in: "new").isEmpty)
    }

    @Test(arguments: [(".Filed", "inbox/.Filed"), ("Chancery/Filed", "Chancery/Filed")])
    func aMoveMakesItsFolder(_ name: String, _ place: String) async throws {
        try maildir.deliver("a", "лист")
        _ = try await mailbox.open()
        let uids = try await mailbox.announcements(after: nil).map(\.uid)
        try await mailbox.apply(.move(name), to: uids)
        try await mailbox.apply(.move(name), to: uids)
        let moved = try FileManager.default.contentsOfDirectory(atPath: maildir.parent.appending(path: "\(place)/cur").path)
        #expect(moved == ["a:2,"])
        #expect(try await mailbox.announcements(after: nil).isEmpty)
    }

    @Test("a folder outside is refused", arguments: ["../x", "/etc", "", "a//b"])
    func aFolderOutsideIsRefused(_ name: String) async throws {
        _ = try await mailbox.open()
        await #expect(throws: MailError.self) { try await mailbox.apply(.move(name), to: []) }
    }

    @Test func aFolderThatIsNoMaildirIsNamed() async throws {
        let error = await #expect(throws: MailError.self) { try await MaildirMailbox(path: "/nonexistent/inbox").open() }
        #expect(error?.code == .noSuchMailbox)
        #expect(error?.server == "maildir:/nonexistent/inbox")
    }

    @Test func newsOfADeliveryEndsTheWait() async throws {
        _ = try await mailbox.open()
        async let news = mailbox.waitForNews(atMost: .seconds(20))
        try maildir.deliver("a", "лист")
        #expect(try await news == .changed)
        _ = try await mailbox.announcements(after: nil)
        try FileManager.default.moveItem(atPath: "\(maildir.path)/new/a", toPath: "\(maildir.path)/cur/a:2,S")
        #expect(try await mailbox.waitForNews(atMost: .milliseconds(50)) == .timeElapsed)
    }

    @Test func aWaitIsCancelledAtOnce() async throws {
        _ = try await mailbox.open()
        let waiting = Task { [mailbox] in try await mailbox.waitForNews(atMost: .seconds(60)) }
        let clock = ContinuousClock()
        let time = await clock.measure {
            waiting.cancel()
            await #expect(throws: MailError.self) { try await waiting.value }
        }
        #expect(time < .seconds(10))
    }
}
