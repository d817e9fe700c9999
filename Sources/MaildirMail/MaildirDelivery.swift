// SPDX-License-Identifier: Apache-2.0
import Glibc
import MailTransport

/// One message on its way into a Maildir: written to `tmp`, made durable, then given its name in `new`.
///
/// A delivery that is not finished leaves nothing in `new`.
package final class MaildirDelivery {
    private let path: String
    private let folder: MaildirFolder
    private let file: OpenFile
    private let name: String
    private var isFinished = false

    /// - Parameters:
    ///   - path: the Maildir; made when missing.
    ///   - count: tells deliveries of one process in one microsecond apart.
    package init(to path: String, count: Int = 0) throws {
        self.path = path
        name = MaildirFileName.unique(count: count)
        do throws(SystemError) {
            folder = try MaildirFolder(making: path)
            file = try OpenFile("tmp/\(name)", in: folder.root, O_WRONLY | O_CREAT | O_EXCL)
        } catch {
            throw MailError(error, path: path, step: "deliver")
        }
    }

    deinit {
        if !isFinished { unlinkat(folder.root.descriptor, "tmp/\(name)", 0) }
    }

    /// Adds octets.
    package func write(_ octets: [UInt8]) throws {
        try converting { () throws(SystemError) in try file.write(octets) }
    }

    /// Makes the message durable and lets the mailbox see it.
    package func finish() throws {
        try converting { () throws(SystemError) in
            try file.synchronize()
            try checked { renameat(folder.root.descriptor, "tmp/\(name)", folder.root.descriptor, "new/\(name)") }
            isFinished = true
            try folder.folder(.new).synchronize()
        }
    }

    private func converting(_ body: () throws(SystemError) -> Void) throws {
        do throws(SystemError) {
            try body()
        } catch {
            throw MailError(error, path: path, step: "deliver")
        }
    }
}
