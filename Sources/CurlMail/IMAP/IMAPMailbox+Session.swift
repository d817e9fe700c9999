// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials
import IMAPGrammar
import MailTransport

/// What a session learnt of its server, for `doctor`.
package struct IMAPFacts: Hashable, Sendable {
    /// The server's first line.
    package let greeting: String
    /// In capitals, in order.
    package let capabilities: [String]
    /// When the server's certificate ends; `nil` without TLS.
    package let certificateExpiry: Date?
}

extension IMAPMailbox {
    /// Facts about the open session; `nil` without one.
    package func facts() -> IMAPFacts? {
        guard let session, session.isUsable else { return nil }
        return IMAPFacts(
            greeting: session.connection.loginLines.first ?? "", capabilities: session.capabilities.sorted,
            certificateExpiry: session.connection.certificateExpiry)
    }

    /// The session there is, or a new one.
    func freshSession() throws -> IMAPSession {
        if let session, session.isUsable { return session }
        session = nil
        spelling = nil
        let fresh = try IMAPSession(server, credentials: try credentials(), doorbell: doorbell, timing: timing)
        session = fresh
        return fresh
    }

    /// The session with its mailbox open.
    func openSession() throws -> IMAPSession {
        if let session, session.isUsable, session.view.uidValidity != nil { return session }
        throw MailError(
            .connectionLost, server: server.description, step: "use \(path)", reply: "",
            advice: "The mailbox is opened again first.",
            isTransient: true)
    }

    /// The session with its mailbox open for changes, and still the same mailbox.
    func writableSession() throws -> IMAPSession {
        let session = try openSession()
        guard !session.isWritable else { return session }
        let status = try session.open(try name(of: path, on: session), writable: true)
        session.mayHaveMissedNews()
        guard status.uidValidity == uidValidity else {
            throw session.error(
                .protocolViolation, "SELECT \(path)", "UIDVALIDITY changed",
                advice: "The mailbox was made anew; it is opened and read again.", transient: true)
        }
        guard !session.view.isReadOnly else {
            throw session.error(
                .refused, "SELECT \(path)", "READ-ONLY",
                advice: "This user may only read the mailbox: set afterFiling to keep, or give the user the rights.",
                transient: false)
        }
        return session
    }

    /// A configured path as this server spells it.
    func name(of path: String, on session: IMAPSession) throws -> MailboxName {
        let isInbox = path.uppercased() == "INBOX"
        let world = isInbox ? nil : try world(of: session)
        let prefix = ModifiedUTF7.decode(world?.name ?? [])
        let spelled = MailboxName.spelled(path, prefix: prefix, delimiter: world?.delimiter)
        guard let name = MailboxName(spelled, usesUTF8: session.capabilities.spellsNamesInUTF8) else {
            throw session.error(
                .noSuchMailbox, "open \(path)", "",
                advice: "The mailbox's name is empty or holds control characters: correct it.",
                transient: false)
        }
        return name
    }

    /// Adds a flag, a hundred messages at a time.
    func mark(_ uids: [UID], _ word: String, on session: IMAPSession) throws {
        guard let flag = MessageFlag(word) else {
            throw session.error(
                .unsupported, "UID STORE", "", advice: "\"\(word)\" is no IMAP flag: use a word such as $Filed.", transient: false
            )
        }
        if !session.view.keeps(flag) { tell("server does not keep this flag: the mailbox will not show what is filed") }
        for start in stride(from: 0, to: uids.count, by: Relocation.messagesPerCommand) {
            let part = Array(uids[start..<min(start + Relocation.messagesPerCommand, uids.count)])
            try session.command(.addFlag(flag, to: part))
        }
    }

    /// Passes a notice on, once.
    func tell(_ text: String) {
        if notices.insert(text).inserted { notice(text) }
    }

    /// Ends a wait for news early, as if its time had elapsed: this one or, if none is under way, the next.
    package nonisolated func stopWaiting() { doorbell.ring(.stopWaiting) }

    /// Runs blocking work that the cancellation of the task breaks off.
    func cancellable<Answer: Sendable>(_ work: (isolated IMAPMailbox) throws -> Answer) async throws -> Answer {
        doorbell.forgetCancel()
        return try await withTaskCancellationHandler {
            try work(self)
        } onCancel: {
            doorbell.ring(.cancel)
        }
    }

    private func world(of session: IMAPSession) throws -> MailboxListing? {
        if let spelling { return spelling }
        let exchange = CommandExchange(session.capabilities.has("NAMESPACE") ? .namespace : .listDelimiter)
        try session.run(exchange)
        for response in exchange.untagged {
            switch response {
            case .namespace(let found): spelling = found
            case .listed(let found): spelling = MailboxListing(name: [], delimiter: found.delimiter)
            default: continue
            }
        }
        return spelling
    }
}
