// SPDX-License-Identifier: Apache-2.0
import Logging
import MailTransport
import OfficeStore

extension Dispatch {
    /// What a verdict of the peer means for a row, told to the log and counted.
    func verdict(_ verdict: SubmissionVerdict, on row: OutboxRow, into report: inout Report) -> OutboxVerdict {
        func note(_ level: Logger.Level, _ message: Logger.Message, _ reply: SubmissionReply) {
            logger.log(
                level: level, message,
                metadata: [
                    "outbox": "\(row.id)", "attempt": "\(row.attempts)", "smtp.reply": "\(reply.code)",
                    "smtp.status": "\(reply.enhancedStatus ?? "-")",
                ])
        }
        let now = clock.now()
        switch verdict {
        case .accepted(let reply):
            report.sent += 1
            note(.info, "letter sent", reply)
            return OutboxVerdict(id: row.id, outcome: .sent, reply: reply, at: now)
        case .deferred(let reply):
            guard let next = schedule.nextAttempt(after: row.attempts, createdAt: row.createdAt, now: now) else {
                report.failed += 1
                note(.error, "letter put off for too long has failed", reply)
                return OutboxVerdict(id: row.id, outcome: .failed, reply: reply, at: now)
            }
            report.deferred += 1
            note(.warning, "letter put off by the server", reply)
            return OutboxVerdict(id: row.id, outcome: .deferred(until: next), reply: reply, at: now)
        case .refused(let reply):
            report.failed += 1
            note(.error, "letter refused by the server", reply)
            return OutboxVerdict(id: row.id, outcome: .failed, reply: reply, at: now)
        case .unknown(let reply):
            report.held += 1
            note(.error, "no reply after the final dot: the letter is held for a person", reply)
            return OutboxVerdict(id: row.id, outcome: .unknown, reply: reply, at: now)
        }
    }

    /// The server could not be reached or broke off before anything was submitted: the letter in hand and those behind it wait.
    func putOff(_ rows: [OutboxRow], after error: MailError, failures: Int) async throws {
        let now = clock.now()
        let reply = SubmissionReply(code: 0, enhancedStatus: nil, text: error.description)
        let verdicts = rows.map { row in
            let isOver = schedule.nextAttempt(after: row.attempts, createdAt: row.createdAt, now: now) == nil
            return OutboxVerdict(
                id: row.id, outcome: isOver ? .failed : .deferred(until: schedule.serverRetry(after: failures + 1, now: now)),
                reply: reply, at: now)
        }
        try await store.commit(verdicts)
    }
}
