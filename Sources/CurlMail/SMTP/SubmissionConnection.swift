// SPDX-License-Identifier: Apache-2.0
import MailTransport

/// The connection of one submitter, kept between messages and made anew when it is dead. Not for two threads at a time.
final class SubmissionConnection: SubmissionTurn {
    private let server: MailServer
    private let connect: () throws -> SMTPSession
    private var session: SMTPSession?

    /// - Parameter connect: connects, greets and logs in.
    init(_ server: MailServer, connect: @escaping () throws -> SMTPSession) {
        self.server = server
        self.connect = connect
    }

    /// Connects; what was there before is forgotten.
    @discardableResult
    func open() throws -> SMTPSession {
        let new = try connect()
        session = new
        return new
    }

    /// Says goodbye, if there is anybody.
    func quit() {
        session?.quit()
        session = nil
    }

    func submit(
        _ message: [UInt8], envelope: Envelope, beforeDot: () throws(MailError) -> Void
    ) throws -> [SubmissionVerdict] {
        guard !envelope.forwardPaths.isEmpty else { throw invalid("the envelope has no recipient") }
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
        do {
            return try attempt(try open(), message, survey, envelope, beforeDotOnce).verdicts
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
