// SPDX-License-Identifier: Apache-2.0
import IMAPGrammar
package import MailTransport

/// A mailbox on an IMAP server (RFC 9051, RFC 3501).
///
/// Reads with EXAMINE, so nothing is changed by reading; SELECT only when flags or moves are to be made. Blocks on a queue of its
/// own. Cancelling the task breaks off what is under way, and during a wait for news leaves the session whole.
package actor IMAPMailbox: MailboxReader {
    package nonisolated let server: MailServer
    /// The mailbox as configured: levels separated by `/`, whatever the server uses.
    package nonisolated let path: String

    let credentials: @Sendable () throws -> Credentials
    let timing: IMAPTiming
    let notice: @Sendable (String) -> Void
    let doorbell = Doorbell()
    private let executor: ConnectionExecutor
    var session: IMAPSession?
    var spelling: MailboxListing?
    var uidValidity: UIDValidity?
    var notices: Set<String> = []

    /// - Parameter credentials: asked for at each login: a token or a changed password is read anew.
    /// - Parameter notice: is told, once each, what a person should know though nothing failed. Constant texts.
    package init(
        _ server: MailServer, path: String, credentials: @escaping @autoclosure @Sendable () throws -> Credentials,
        timing: IMAPTiming = IMAPTiming(),
        notice: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.server = server
        self.path = path
        self.credentials = credentials
        self.timing = timing
        self.notice = notice
        executor = ConnectionExecutor(label: "imap")
    }

    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    package func open() async throws -> MailboxStatus {
        try await cancellable { mailbox in
            let session = try mailbox.freshSession()
            let name = try mailbox.name(of: mailbox.path, on: session)
            var status = try session.open(name, writable: false)
            // Courier gives UIDs that last only where the mailbox is opened for changes; it is told by its lack of UIDNEXT.
            if status.uidNext == nil { status = try session.open(name, writable: true) }
            mailbox.uidValidity = status.uidValidity
            return status
        }
    }

    package func announcements(after uid: UID?) async throws -> [MessageAnnouncement] {
        try await cancellable { mailbox in
            let session = try mailbox.openSession()
            guard uid?.rawValue != .max else { return [] }
            // "1:*" means nothing in an empty mailbox, and some servers take it amiss.
            if session.view.count == 0 { try session.command(.noop) }
            session.willAskForAll()
            guard session.view.count > 0 else { return [] }
            let exchange = AnnouncementExchange(after: uid)
            try session.run(exchange)
            guard let completion = exchange.completion, completion.condition == .ok else {
                throw session.refusal(exchange.step, exchange.completion ?? StatusResponse(.no, text: ""))
            }
            return exchange.announcements
        }
    }

    package func fetch(_ messages: [MessageAnnouncement], into sink: any MessageSink) async throws -> [UID] {
        try await cancellable { mailbox in
            let session = try mailbox.openSession()
            let exchange = BodyExchange(messages, sink: sink) { session.refusal($0, $1) }
            do {
                try session.run(exchange)
            } catch {
                exchange.abandon()
                throw error
            }
            return exchange.missing
        }
    }

    package func apply(_ action: AfterFiling, to uids: [UID]) async throws {
        guard action != .keep, !uids.isEmpty else { return }
        try await cancellable { mailbox in
            let session = try mailbox.writableSession()
            switch action {
            case .keep: return
            case .flag(let word): try mailbox.mark(uids, word, on: session)
            case .move(let target):
                let name = try mailbox.name(of: target, on: session)
                let relocation = Relocation(session: session, target: name)
                if relocation.leavesMarked {
                    mailbox.tell("server has neither MOVE nor UIDPLUS: moved messages stay behind, marked as deleted")
                }
                try relocation.move(uids)
            }
        }
    }

    package func waitForNews(atMost limit: Duration) async throws -> MailboxNews {
        let end = ContinuousClock.now + limit
        defer { doorbell.reset() }
        return try await cancellable { mailbox in try NewsWatch(session: try mailbox.openSession()).wait(until: end) }
    }

    package func close() async {
        session?.logOut()
        session = nil
    }
}
