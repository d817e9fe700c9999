// SPDX-License-Identifier: Apache-2.0
import MailTransport

/// One SMTP connection after login: carries out what a ``SubmissionDialogue`` asks for. Blocks; belongs to one actor.
final class SMTPSession {
    /// Octets of one block of the message.
    private static let blockSize = 64 << 10
    /// How long a reply to the final dot is still waited for when the program is stopping.
    private static let graceAtStop = Duration.seconds(10)
    /// After a reply the connection is taken to be good for so long; what was said unasked meanwhile answers the next MAIL.
    private static let freshness = Duration.seconds(1)

    /// What the server offers.
    let extensions: SMTPExtensions
    /// Whether the transaction before ended badly, so that the next one starts with RSET.
    private(set) var needsReset = false

    private let connection: CurlConnection
    private let deadlines: SubmissionDeadlines
    private var reader = SMTPReplyReader()
    private var lastHeard = ContinuousClock.now

    /// Connects and logs in.
    init(_ server: MailServer, credentials: Credentials, doorbell: Doorbell, deadlines: SubmissionDeadlines) throws(MailError) {
        self.deadlines = deadlines
        connection = CurlConnection(server, credentials: credentials, doorbell: doorbell)
        try connection.connect(within: deadlines.login)
        let welcome: SMTPWelcome
        do throws(SMTPReplyFault) {
            welcome = try SMTPWelcome(connection.loginLines)
        } catch {
            throw Self.violation(error.rawValue, server: server, step: "EHLO")
        }
        // libcurl goes on without a login when the server offers none it knows.
        guard credentials == .none || welcome.isLoggedIn else {
            throw MailError(
                .loginRefused, server: server.description, step: "log in", reply: "",
                advice:
                    "The server offers no way to log in that fits \(credentials); check the port, or remove user and password.",
                isTransient: false)
        }
        extensions = welcome.extensions
    }

    /// Whether the connection is good for another transaction: open, and nothing said unasked (421 before a close).
    var isFresh: Bool {
        guard connection.isConnected, reader.isEmpty else { return false }
        if ContinuousClock.now - lastHeard < Self.freshness { return true }
        do {
            try hear(until: .now, step: "MAIL FROM", heeding: nil)
            return false
        } catch let error as MailError {
            return error.code == .timedOut
        } catch {
            return false
        }
    }

    /// Carries one transaction to its end.
    ///
    /// - Throws: ``MailError`` when nobody got the message; the session is then spent.
    func carryOut(
        _ dialogue: inout SubmissionDialogue, of message: [UInt8], beforeDot: () throws(MailError) -> Void
    ) throws -> [SubmissionVerdict] {
        var effect = dialogue.apply(.began)
        var failure: MailError?
        while true {
            switch effect {
            case .finish(let verdicts, let connection):
                settle(connection)
                return verdicts
            case .abandon:
                connection.disconnect()
                throw failure
                    ?? Self.violation("a reply that does not fit the command", server: connection.server, step: dialogue.step)
            case .write, .writeMessage, .awaitReply:
                do {
                    effect = dialogue.apply(try perform(effect, dialogue, message, beforeDot))
                } catch let error as MailError {
                    failure = error
                    effect = dialogue.apply(.lost(Self.words(of: error)))
                }
            }
        }
    }

    /// Says QUIT and drops the connection. Never fails.
    func quit() {
        guard connection.isConnected else { return }
        do {
            try connection.send(Array("QUIT\r\n".utf8), step: "QUIT", within: deadlines.farewell)
            _ = try nextReply(step: "QUIT", within: deadlines.farewell, heeding: nil)
        } catch {
            // The goodbye is a courtesy; nothing depends on it.
        }
        connection.disconnect()
    }

    /// Drops the connection without a goodbye.
    func drop() { connection.disconnect() }

    private func settle(_ outcome: SubmissionDialogue.Connection) {
        needsReset = outcome == .needsReset
        // Octets nobody asked for would be taken for the reply to the next command.
        if outcome == .spent || !reader.isEmpty { connection.disconnect() }
    }
}

extension SMTPSession {
    private func perform(
        _ effect: SubmissionDialogue.Effect, _ dialogue: SubmissionDialogue, _ message: [UInt8],
        _ beforeDot: () throws(MailError) -> Void
    ) throws -> SubmissionDialogue.Event {
        do throws(MailError) {
            switch effect {
            case .write(let octets):
                try connection.send(octets, step: dialogue.step, within: deadlines.command)
                // The peer reads the envelope meanwhile: what is recorded here costs hardly any time.
                try beforeDot()
            case .writeMessage:
                try write(message, step: dialogue.step)
                return .terminatorLeft
            case .awaitReply, .finish, .abandon:
                break
            }
        } catch {
            // A peer that turns us away says why before it closes.
            guard error.code == .connectionLost, let reply = try? nextReply(step: dialogue.step, within: .zero, heeding: nil)
            else {
                throw error
            }
            return .replied(reply)
        }
        return .replied(try reply(to: dialogue))
    }

    /// When it throws, the last octet at least has not left: the peer cannot have seen the end of the message.
    private func write(_ message: [UInt8], step: String) throws(MailError) {
        var octets = SubmittedOctets(message)
        while !octets.isAtEnd {
            try connection.send(octets.next(atLeast: Self.blockSize), step: step, within: deadlines.block)
        }
    }

    private func reply(to dialogue: SubmissionDialogue) throws -> SMTPReply {
        let limit = deadlines[dialogue.awaited]
        do {
            return try nextReply(step: dialogue.step, within: limit, heeding: .cancel)
        } catch let error as MailError where error.code == .cancelled && dialogue.state == .responsibility {
            return try nextReply(step: dialogue.step, within: min(limit, Self.graceAtStop), heeding: nil)
        }
    }

    private func nextReply(step: String, within limit: Duration, heeding call: Doorbell.Call?) throws -> SMTPReply {
        let deadline = ContinuousClock.now + limit
        while true {
            do throws(SMTPReplyFault) {
                if let reply = try reader.next() { return reply }
            } catch {
                throw Self.violation(error.rawValue, server: connection.server, step: step)
            }
            try hear(until: deadline, step: step, heeding: call)
        }
    }

    private func hear(until deadline: ContinuousClock.Instant, step: String, heeding call: Doorbell.Call?) throws {
        let octets = try connection.receive(step: step, until: deadline, heeding: call) { span in
            unsafe span.withUnsafeBytes { unsafe [UInt8]($0) }
        }
        reader.append(octets)
        lastHeard = .now
    }

    private static func words(of error: MailError) -> SubmissionReply {
        let words = error.reply.isEmpty ? error.code.rawValue : "\(error.code.rawValue): \(error.reply)"
        return SubmissionReply(code: 0, enhancedStatus: nil, text: "no reply to the end of the message (\(words))")
    }

    private static func violation(_ words: String, server: MailServer, step: String) -> MailError {
        MailError(
            .protocolViolation, server: server.description, step: step, reply: words,
            advice: "The server does not speak SMTP as it should; check host and port, and what stands between.",
            isTransient: true)
    }
}
