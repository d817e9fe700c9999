// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import MaildirMail
import Testing

@Suite struct MaildirSubmitterTests {
    private let maildir: TemporaryMaildir
    private let submitter: MaildirSubmitter
    private let outbox: String

    init() throws {
        maildir = try TemporaryMaildir()
        outbox = maildir.parent.appending(path: "sent/outbox").path
        submitter = MaildirSubmitter(path: outbox)
    }

    private func files() throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(outbox)/new")
        return try names.map { try String(contentsOfFile: "\(outbox)/new/\($0)", encoding: .utf8) }.sorted()
    }

    @Test func eachRecipientGetsAFileThatNamesIt() async throws {
        let envelope = Envelope(reversePath: "", forwardPaths: ["a@b.example", "c@d.example"], identifier: nil)
        let verdicts = try await submitter.submit(Array("Subject: Так\r\n\r\nЛист\r\n".utf8), envelope: envelope)
        #expect(verdicts.count == 2)
        for verdict in verdicts {
            guard case .accepted(let reply) = verdict else { Issue.record("\(verdict)"); continue }
            #expect(reply.code == 250)
        }
        #expect(
            try files() == [
                "Return-Path: <>\nX-Original-To: a@b.example\nDelivered-To: a@b.example\nSubject: Так\n\nЛист\n",
                "Return-Path: <>\nX-Original-To: c@d.example\nDelivered-To: c@d.example\nSubject: Так\n\nЛист\n",
            ])
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(outbox)/tmp").isEmpty)
        await submitter.close()
    }

    @Test func anAddressThatWouldAddAFieldIsRefused() async throws {
        let envelope = Envelope(
            reversePath: "r@city.example", forwardPaths: ["a@b.example\nBcc: x@y.example", "c@d.example"], identifier: nil)
        let verdicts = try await submitter.submit(Array("Subject: Так\r\n\r\n".utf8), envelope: envelope)
        guard case .refused(let reply) = verdicts[0], case .accepted = verdicts[1] else { Issue.record("\(verdicts)"); return }
        #expect(reply.enhancedStatus == "5.1.3")
        #expect(try files().count == 1)
        await #expect(throws: MailError.self) {
            try await submitter.submit(
                [], envelope: Envelope(reversePath: "a\r\n", forwardPaths: ["c@d.example"], identifier: nil))
        }
    }
}
