// SPDX-License-Identifier: Apache-2.0
import CurlMail
import MailTransport
import Testing
import TestServers

@Suite struct MarkingTests {
    /// Applies an action to all letters and answers the commands after the opening.
    static func commands(
        _ action: AfterFiling, capability: String, answers: [String: String] = [:], hasUIDNext: Bool = true
    ) async throws -> [String] {
        var manners = ScriptedMailbox.Manners()
        manners.capability = "IMAP4rev1 AUTH=PLAIN SASL-IR \(capability)"
        manners.answers = answers
        manners.hasUIDNext = hasUIDNext
        let scripted = ScriptedMailbox(letters: MisbehavingServerTests.letters, manners: manners)
        let server = try ScriptedServer { peer, _ in scripted.serve(peer) }
        let mailbox = MisbehavingServerTests.mailbox(on: server.port)
        _ = try await mailbox.open()
        let uids = try await mailbox.announcements(after: nil).map(\.uid)
        let before = scripted.commands.count
        try await mailbox.apply(action, to: uids)
        await mailbox.close()
        return scripted.commands.dropFirst(before).dropLast()
    }

    static let slash = ["LIST \"\" \"\"": "* LIST (\\Noselect) \"/\" \"\"\r\n$T OK done\r\n"]

    @Test func aServerWithMoveMoves() async throws {
        let commands = try await Self.commands(.move("Chancery/Filed"), capability: "MOVE UIDPLUS", answers: Self.slash)
        #expect(commands == ["SELECT \"INBOX\"", "LIST \"\" \"\"", "UID MOVE 3:4,9 \"Chancery/Filed\""])
    }

    @Test func aServerWithUIDPlusCopiesMarksAndExpungesTheseOnly() async throws {
        let commands = try await Self.commands(.move("Архів"), capability: "UIDPLUS", answers: Self.slash)
        #expect(
            commands.suffix(4) == [
                "UID FETCH 3:4,9 (UID FLAGS)", "UID COPY 3:4,9 \"&BBAEQARFBFYEMg-\"", "UID STORE 3:4,9 +FLAGS.SILENT (\\Deleted)",
                "UID EXPUNGE 3:4,9",
            ])
    }

    @Test func aServerWithNeitherIsNeverToldToExpunge() async throws {
        let commands = try await Self.commands(.move("Filed"), capability: "IDLE", answers: Self.slash)
        #expect(commands.last == "UID STORE 3:4,9 +FLAGS.SILENT (\\Deleted)")
        #expect(!commands.contains { $0.contains("EXPUNGE") })
    }

    @Test func whatWasCopiedBeforeIsNotCopiedTwice() async throws {
        var answers = Self.slash
        answers["UID FETCH 3:4,9 (UID FLAGS)"] =
            "* 1 FETCH (UID 3 FLAGS (\\Deleted))\r\n* 2 FETCH (UID 4 FLAGS ())\r\n$T OK done\r\n"
        let commands = try await Self.commands(.move("Filed"), capability: "UIDPLUS", answers: answers)
        #expect(commands.contains("UID COPY 4 \"Filed\""))
        #expect(commands.last == "UID EXPUNGE 3:4,9")
    }

    @Test func aMissingTargetIsMadeBelowThePersonalNamespace() async throws {
        let answers = [
            "NAMESPACE": "* NAMESPACE ((\"INBOX.\" \".\")) NIL NIL\r\n$T OK done\r\n", "UID MOVE": "$T NO [TRYCREATE] none\r\n",
            "UID FETCH 3:4,9 (UID FLAGS)": "$T OK none\r\n",
        ]
        let commands = try await Self.commands(.move("Chancery/Filed"), capability: "MOVE NAMESPACE", answers: answers)
        #expect(commands.contains("CREATE \"INBOX.Chancery.Filed\""))
        #expect(commands.contains("SUBSCRIBE \"INBOX.Chancery.Filed\""))
        #expect(commands.filter { $0.hasPrefix("UID MOVE") }.count == 2)
    }

    @Test func aKeywordIsAddedAndTheRestIsLeftAlone() async throws {
        let commands = try await Self.commands(.flag("$Filed"), capability: "UIDPLUS")
        #expect(commands == ["SELECT \"INBOX\"", "UID STORE 3:4,9 +FLAGS.SILENT ($Filed)"])
    }

    @Test func keepingSaysNothingAtAll() async throws {
        #expect(try await Self.commands(.keep, capability: "MOVE") == [])
    }

    @Test func aServerWithoutUIDNextIsOpenedForChangesFromTheStart() async throws {
        #expect(try await Self.commands(.flag("$Filed"), capability: "", hasUIDNext: false).count == 1)
    }

    @Test func aMailboxMadeAnewMeanwhileIsNotTouched() async throws {
        let answers = ["SELECT": "* 3 EXISTS\r\n* OK [UIDVALIDITY 8] new\r\n* OK [UIDNEXT 10] next\r\n$T OK done\r\n"]
        let error = await #expect(throws: MailError.self) {
            try await Self.commands(.flag("$Filed"), capability: "", answers: answers)
        }
        #expect(error?.isTransient == true)
        #expect(error?.reply == "UIDVALIDITY changed")
    }

    @Test(arguments: [
        (
            "SELECT", "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 9] n\r\n$T OK [READ-ONLY] done\r\n",
            MailError.Code.refused
        ),
        ("UID STORE", "$T NO [OVERQUOTA] full\r\n", .storageFull), ("UID STORE", "$T NO [NOPERM] no\r\n", .refused),
    ])
    func aRefusalIsTold(command: String, answer: String, code: MailError.Code) async throws {
        let error = await #expect(throws: MailError.self) {
            try await Self.commands(.flag("$Filed"), capability: "", answers: [command: answer])
        }
        #expect(error?.code == code)
    }
}
