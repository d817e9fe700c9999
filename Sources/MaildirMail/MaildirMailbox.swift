// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Glibc
package import MailTransport

/// A Maildir as a mailbox.
///
/// UIDs are ours, kept in `.chancery-uids` in the folder (``UIDLedger``). The moment of receipt is the modification time of the
/// file, which delivery sets and moving keeps. Messages that other programs move, flag or remove meanwhile are no errors.
package actor MaildirMailbox: MailboxReader {
    private let path: String
    private let isSpool: Bool
    private let executor: BlockingExecutor
    private var session: MaildirSession?

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - path: the folder that holds `new`, `cur` and `tmp`.
    ///   - isSpool: the folder is only a way in: it is made when missing, and what is filed is taken out of it.
    package init(path: String, isSpool: Bool = false) {
        self.isSpool = isSpool
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        executor = BlockingExecutor(label: "chancery.maildir")
    }

    package func open() throws -> MailboxStatus {
        do throws(SystemError) {
            if isSpool { _ = try MaildirFolder(making: path) }
            let session = try MaildirSession(path: path)
            try session.refresh()
            guard let validity = session.ledger.uidValidity else { throw SystemError(number: EIO) }
            self.session = session
            return MailboxStatus(
                uidValidity: validity, uidNext: UID(rawValue: session.ledger.next), messageCount: session.entries.count)
        } catch {
            session = nil
            throw MailError(error, path: path, step: "open")
        }
    }

    package func announcements(after uid: UID?) throws -> [MessageAnnouncement] {
        let session = try opened("list messages")
        let validity = session.ledger.uidValidity
        do throws(SystemError) {
            try session.refresh()
            guard session.ledger.uidValidity == validity else { throw SystemError(number: ESTALE) }
            return try session.announcements(after: uid)
        } catch {
            throw failed(error, "list messages")
        }
    }

    package func fetch(_ messages: [MessageAnnouncement], into sink: any MessageSink) throws -> [UID] {
        let session = try opened("read messages")
        var missed: [UID] = []
        for message in messages {
            guard !Task.isCancelled else { throw cancelled("read messages") }
            do {
                if try !session.fetch(message, into: sink) { missed.append(message.uid) }
            } catch let error as SystemError {
                throw failed(error, "read message \(message.uid)")
            }
        }
        return missed
    }

    /// A flag of IMAP that Maildir has a letter for (`\Seen`, `\Flagged`, `\Answered`, `\Deleted`, `\Draft`) goes into the file
    /// name; any other keyword is recorded nowhere. Both ways the message goes from `new` to `cur`, as seen to.
    ///
    /// A move goes to `cur` of `.Name` in this Maildir (Maildir++) when the name begins with a dot, else of the path below the
    /// folder that holds this Maildir; the UID is not kept there.
    package func apply(_ action: AfterFiling, to uids: [UID]) throws {
        let session = try opened("file messages")
        let target: String? = if case .move(let name) = action { try folder(named: name) } else { nil }
        do throws(SystemError) {
            if isSpool { return try session.remove(uids) }
            switch action {
            case .keep: return
            case .flag(let flag): try session.flag(uids, with: MaildirFileName.letter(of: flag))
            case .move(let name): try session.move(uids, to: target ?? name)
            }
        } catch {
            throw failed(error, "file messages")
        }
    }

    package func waitForNews(atMost limit: Duration) async throws -> MailboxNews {
        let session = try opened("wait for messages")
        let wake = session.wake
        wake.clear()
        return try await withTaskCancellationHandler {
            try wait(session, atMost: limit)
        } onCancel: {
            wake.raise()
        }
    }

    package func close() {
        session = nil
    }

    private func wait(_ session: MaildirSession, atMost limit: Duration) throws -> MailboxNews {
        let deadline = ContinuousClock.now + limit
        do throws(SystemError) {
            while true {
                guard !Task.isCancelled else { throw SystemError(number: ECANCELED) }
                let left = deadline - ContinuousClock.now
                guard left > .zero else { return try session.hasUnknownMessages() ? .changed : .timeElapsed }
                if try session.hearsNews(atMost: left) { return .changed }
            }
        } catch {
            throw error.number == ECANCELED ? cancelled("wait for messages") : failed(error, "wait for messages")
        }
    }

    private func opened(_ step: String) throws(MailError) -> MaildirSession {
        if let session { return session }
        throw MailError(
            .connectionLost, server: "maildir:\(path)", step: step, reply: "", advice: "The mailbox is opened again.",
            isTransient: true)
    }

    private func failed(_ error: SystemError, _ step: String) -> MailError {
        guard error.number == ESTALE || error.number == ENOENT else { return MailError(error, path: path, step: step) }
        session = nil
        return MailError(
            .connectionLost, server: "maildir:\(path)", step: step, reply: "the folder or its \(UIDLedger.fileName) was replaced",
            advice: "The mailbox is opened again.", isTransient: true)
    }

    private func cancelled(_ step: String) -> MailError {
        MailError(
            .cancelled, server: "maildir:\(path)", step: step, reply: "", advice: "Nothing: the service is stopping.",
            isTransient: true)
    }

    private func folder(named name: String) throws(MailError) -> String {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.isEmpty, !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
            throw MailError(
                .refused, server: "maildir:\(path)", step: "move messages", reply: "no folder can be named so",
                advice: "Set afterFiling to .Folder, or to a path below the Maildir's parent folder.", isTransient: false)
        }
        return name.hasPrefix(".") ? "\(path)/\(name)" : "\(path)/../\(name)"
    }
}
