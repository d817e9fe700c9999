// SPDX-License-Identifier: Apache-2.0
import Glibc
import MailTransport

/// The folder of a ``MaildirSubmitter``, opened when it is needed. Not for two threads at a time.
///
/// Each forward-path gets a file of its own in `new`, with the lines a delivery adds: `Return-Path`, `X-Original-To` and
/// `Delivered-To`. Lines end in LF, as files in a Maildir do.
final class OutgoingMaildir: SubmissionTurn {
    private let path: String
    private var folder: MaildirFolder?
    private var count = 0

    init(path: String) { self.path = path }

    /// Opens the folder, or makes it.
    func open() throws {
        do throws(SystemError) {
            _ = try opened()
        } catch {
            throw MailError(error, path: path, step: "open")
        }
    }

    func close() { folder = nil }

    /// A forward-path is accepted once its file is on the disk under its name. Addresses that could not stand in a header
    /// field are refused with 553.
    func submit(
        _ message: [UInt8], envelope: Envelope, beforeDot: () throws(MailError) -> Void
    ) throws -> [SubmissionVerdict] {
        guard Self.isPlain(envelope.reversePath) else {
            throw MailError(
                .invalidAddress, server: "maildir:\(path)", step: "MAIL FROM", reply: "the sender's address cannot be written",
                advice: "Check office.address in the configuration.", isTransient: false)
        }
        let body = Self.withBareLineEnds(message)
        try beforeDot()
        do throws(SystemError) {
            let folder = try opened()
            var verdicts: [SubmissionVerdict] = []
            for recipient in envelope.forwardPaths {
                guard !recipient.isEmpty && Self.isPlain(recipient) else {
                    verdicts.append(
                        .refused(SubmissionReply(code: 553, enhancedStatus: "5.1.3", text: "the address cannot be written")))
                    continue
                }
                let head = "Return-Path: <\(envelope.reversePath)>\nX-Original-To: \(recipient)\nDelivered-To: \(recipient)\n"
                let name = try deliver(Array(head.utf8) + body, to: folder)
                verdicts.append(.accepted(SubmissionReply(code: 250, enhancedStatus: "2.0.0", text: "delivered as \(name)")))
            }
            try folder.folder(.new).synchronize()
            return verdicts
        } catch {
            folder = nil
            throw MailError(error, path: path, step: "deliver")
        }
    }

    private func opened() throws(SystemError) -> MaildirFolder {
        if let folder { return folder }
        let made = try MaildirFolder(making: path)
        folder = made
        return made
    }

    private func deliver(_ octets: [UInt8], to folder: MaildirFolder) throws(SystemError) -> String {
        count += 1
        let name = MaildirFileName.unique(count: count)
        let temporary = "tmp/\(name)"
        let file = try OpenFile(temporary, in: folder.root, O_WRONLY | O_CREAT | O_EXCL)
        do throws(SystemError) {
            try file.write(octets)
            try file.synchronize()
            try checked { renameat(folder.root.descriptor, temporary, folder.root.descriptor, "new/\(name)") }
        } catch {
            unlinkat(folder.root.descriptor, temporary, 0)
            throw error
        }
        return name
    }

    private static func isPlain(_ address: String) -> Bool {
        address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
    }

    private static func withBareLineEnds(_ message: [UInt8]) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(message.count)
        for (index, octet) in message.enumerated() {
            let endsLine = octet == 0x0d && index + 1 < message.count && message[index + 1] == 0x0a
            if !endsLine { octets.append(octet) }
        }
        return octets
    }
}
