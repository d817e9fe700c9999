// SPDX-License-Identifier: Apache-2.0
import IMAPGrammar
import MailTransport

/// A logged-in connection and what its server has said; carries one exchange after another.
///
/// Belongs to one actor. After an error other than a refusal ``isUsable`` is false and a new session is needed.
final class IMAPSession {
    let connection: CurlConnection
    let timing: IMAPTiming
    private(set) var isUsable = true
    private(set) var capabilities = Capabilities()
    fileprivate(set) var view = MailboxView()
    /// The mailbox is open for changes.
    private(set) var isWritable = false

    private var reader = ResponseReader()
    private var tags = TagCounter()
    /// The server's words at its BYE.
    fileprivate var farewell: String?

    /// Connects, logs in and asks what the server can do.
    init(_ server: MailServer, credentials: Credentials, doorbell: Doorbell, timing: IMAPTiming) throws {
        connection = CurlConnection(server, credentials: credentials, doorbell: doorbell)
        self.timing = timing
        try connection.connect(within: timing.connect)
        // libcurl drops what follows the reply to the login in the same packet, so nothing before this counts.
        let exchange = CommandExchange(.capability)
        try run(exchange)
        for case .capabilities(let found) in exchange.untagged { capabilities = found }
    }

    /// Opens a mailbox, for reading (EXAMINE) or for changes (SELECT), and forgets the one before.
    func open(_ mailbox: MailboxName, writable: Bool) throws -> MailboxStatus {
        view = MailboxView()
        let exchange = CommandExchange(writable ? .select(mailbox) : .examine(mailbox))
        try run(exchange)
        guard let completion = exchange.completion, completion.condition == .ok else {
            isUsable = false
            throw refusal(
                exchange, .noSuchMailbox, advice: "Check the mailbox's name in the configuration and that this user may open it.")
        }
        isWritable = writable
        guard let uidValidity = view.uidValidity else {
            throw error(
                .unsupported, exchange.step, "no UIDVALIDITY",
                advice: "The server cannot name messages for good; use another server or a Maildir.", transient: false)
        }
        view.willAskForAll()
        return MailboxStatus(uidValidity: uidValidity, uidNext: view.uidNext, messageCount: view.count)
    }

    /// Runs a command to its end; any answer but OK is thrown.
    @discardableResult
    func command(_ command: IMAPCommand) throws -> CommandExchange {
        let exchange = CommandExchange(command)
        try run(exchange)
        guard exchange.completion?.condition == .ok else { throw refusal(exchange) }
        return exchange
    }

    /// Runs an exchange to its end.
    ///
    /// - Parameter call: the doorbell call that breaks it off; `nil` to be deaf.
    func run(_ exchange: some Exchange, heeding call: Doorbell.Call? = .cancel) throws {
        while !exchange.isFinished {
            try step(exchange, until: .now + timing.reply, heeding: call)
        }
    }

    /// Sends what is to be sent and takes in what comes next.
    func step(_ exchange: some Exchange, until deadline: ContinuousClock.Instant, heeding call: Doorbell.Call?) throws {
        do {
            let octets = exchange.nextOctets(&tags)
            if !octets.isEmpty { try connection.send(octets, step: exchange.step, within: timing.reply) }
            var router = ResponseRouter(session: self, exchange: exchange)
            try connection.receive(step: exchange.step, until: deadline, heeding: call) { octets in
                try reader.feed(octets, to: &router)
            }
        } catch let problem as GrammarError {
            isUsable = false
            throw error(
                .protocolViolation, exchange.step, "\(problem)",
                advice: "The server's answer could not be understood; it is asked again on a new connection.", transient: true)
        } catch {
            isUsable = false
            throw farewell.map { connection.lost(exchange.step, $0) } ?? error
        }
        if let farewell, !exchange.isFinished {
            isUsable = false
            throw connection.lost(exchange.step, farewell)
        }
    }

    /// Sends octets outside any command, as DONE.
    func send(_ text: String, step: String) throws {
        do {
            try connection.send(Array(text.utf8), step: step, within: timing.reply)
        } catch {
            isUsable = false
            throw error
        }
    }

    /// After an interrupted wait the session is still whole.
    func resume() { isUsable = farewell == nil }

    /// From now on the session behaves as if the server had not said it can do this.
    func forget(capability: String) { capabilities.remove(capability) }

    func willAskForAll() { view.willAskForAll() }

    /// Between two openings of the mailbox messages may have come that nobody announced.
    func mayHaveMissedNews() { view.wasReopened() }

    /// Says goodbye and drops the connection.
    func logOut() {
        if isUsable {
            let exchange = CommandExchange(.logout)
            let deadline = ContinuousClock.now + timing.farewell
            // The server may close at once; nothing is at stake any more.
            while !exchange.isFinished, (try? step(exchange, until: deadline, heeding: nil)) != nil {}
        }
        isUsable = false
        connection.disconnect()
    }
}

/// Passes each response on to the session's memory and to the exchange under way.
private struct ResponseRouter<Step: Exchange>: ResponseReceiver {
    let session: IMAPSession
    let exchange: Step

    func bodyBegan(_ items: FetchItems, count: Int) throws { try exchange.bodyBegan(items, count: count) }
    func bodyContinued(_ octets: Span<UInt8>) throws { try exchange.bodyContinued(octets) }

    func received(_ response: Response) throws {
        session.view.note(response)
        if case .untagged(let status) = response, status.condition == .bye { session.farewell = status.words }
        try exchange.received(response)
    }
}
