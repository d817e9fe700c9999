// SPDX-License-Identifier: Apache-2.0
package import MailTransport

/// Submits messages to one SMTP server over one connection that is kept between messages (RFC 5321, RFC 6409).
///
/// The caller ends an idle connection with ``close()``. A kept connection that turns out to be dead before MAIL is answered is
/// made anew once, unseen by the caller: nothing was sent yet.
package actor SMTPSubmitter: MailSubmitter {
    private let executor: ConnectionExecutor
    private let doorbell = Doorbell()
    private let server: MailServer
    private let credentials: @Sendable () throws -> Credentials
    private let deadlines: SubmissionDeadlines
    private var session: SMTPSession?

    package init(
        _ server: MailServer, credentials: @escaping @autoclosure @Sendable () throws -> Credentials = .none,
        deadlines: SubmissionDeadlines = SubmissionDeadlines()
    ) {
        self.server = server
        self.credentials = credentials
        self.deadlines = deadlines
        executor = ConnectionExecutor(label: "smtp \(server)")
    }

    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    /// Submits one message; see ``MailSubmitter/submit(_:envelope:beforeDot:)``.
    ///
    /// A recipient whose address cannot be written, or that this server cannot take (SMTPUTF8), is refused with code 0 and our
    /// own words, and the others get the message. So is everybody when the message is larger than the server's SIZE, or needs
    /// SMTPUTF8 or 8BITMIME and the server has it not.
    /// - Throws: ``MailError``; `invalidAddress` when the reverse-path is no address or nobody is to get the message.
    package func submit(
        _ message: [UInt8], envelope: Envelope, beforeDot: @escaping @Sendable () throws(MailError) -> Void
    ) async throws -> [SubmissionVerdict] {
        guard !envelope.forwardPaths.isEmpty else { throw invalid("the envelope has no recipient") }
        doorbell.reset()
        let bell = doorbell
        return try await withTaskCancellationHandler {
            try transact(message, envelope, beforeDot)
        } onCancel: {
            bell.ring(.cancel)
        }
    }

    package func onOwnThread<Answer: Sendable>(_ work: @Sendable () async throws -> Answer) async throws -> Answer {
        try await work()
    }

    package func probe() async throws {
        doorbell.reset()
        session?.quit()
        session = nil
        session = try SMTPSession(server, credentials: try credentials(), doorbell: doorbell, deadlines: deadlines)
    }

    package func close() async {
        session?.quit()
        session = nil
    }

    private func transact(
        _ message: [UInt8], _ envelope: Envelope, _ beforeDot: () throws(MailError) -> Void
    ) throws -> [SubmissionVerdict] {
        let survey = MessageSurvey(message)
        var isRecorded = false
        func beforeDotOnce() throws(MailError) {
            guard !isRecorded else { return }
            try beforeDot()
            isRecorded = true
        }
        if let kept = session, kept.isFresh {
            do {
                let (verdicts, isFinal) = try attempt(kept, message, survey, envelope, beforeDotOnce)
                if isFinal { return verdicts }
            } catch is DeadConnection {
                // Nothing was sent over it: once more over a new one.
            }
        }
        session?.drop()
        session = nil
        let new = try SMTPSession(server, credentials: try credentials(), doorbell: doorbell, deadlines: deadlines)
        session = new
        do {
            return try attempt(new, message, survey, envelope, beforeDotOnce).verdicts
        } catch let error as DeadConnection {
            throw error.cause
        }
    }

    /// One try over one session. `isFinal` is false when the peer closed with 421 in place of answering MAIL.
    private func attempt(
        _ session: SMTPSession, _ message: [UInt8], _ survey: MessageSurvey, _ envelope: Envelope,
        _ beforeDot: () throws(MailError) -> Void
    ) throws -> (verdicts: [SubmissionVerdict], isFinal: Bool) {
        let plan: SubmissionPlan
        do throws(AddrSpecFault) {
            plan = try SubmissionPlan(
                envelope, survey: survey, extensions: session.extensions, startsWithReset: session.needsReset)
        } catch {
            throw invalid("the sender: \(error.rawValue)")
        }
        guard !plan.commands.isEmpty else { return (plan.refusals.compactMap { $0.map { .refused($0) } }, true) }
        var dialogue = SubmissionDialogue(plan)
        do {
            let verdicts = try session.carryOut(&dialogue, of: message, beforeDot: beforeDot)
            return (verdicts, dialogue.isMailAnswered)
        } catch let error as MailError where !dialogue.isMailAnswered && error.code != .cancelled && error.code != .timedOut {
            throw DeadConnection(cause: error)
        }
    }

    private func invalid(_ words: String) -> MailError {
        MailError(
            .invalidAddress, server: server.description, step: "check the envelope", reply: words,
            advice: "Correct the address; nothing was sent.", isTransient: false)
    }
}

/// The connection broke before MAIL was answered, so the same can be said again over a new one.
private struct DeadConnection: Error {
    let cause: MailError
}
