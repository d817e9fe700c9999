// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
package import Logging
package import MailTransport
import Office
package import OfficeStore
package import Vault

/// Sends what is due in the outbox, over one connection.
///
/// Order for each letter: attempt recorded → octets in the vault → `dot_pending` recorded → final dot → verdict recorded. The
/// verdict on letter k−1 and `dot_pending` for letter k share one transaction, made on the connection's own thread while the server
/// reads the envelope of k. So there is one sync a letter, hardly waited for, and never more than one letter in doubt.
package struct Dispatch: Sendable {
    /// How many letters may leave.
    package struct Limits: Hashable, Sendable {
        /// Letters an hour, of every kind: what the submission server allows.
        package var hourly: Int
        /// Automatic letters an hour: the breaker against storms.
        package var automaticHourly: Int
        /// Letters claimed at a time.
        package var batch: Int

        package init(hourly: Int, automaticHourly: Int, batch: Int = 50) {
            self.hourly = hourly
            self.automaticHourly = automaticHourly
            self.batch = batch
        }
    }

    /// What a pass did.
    package struct Report: Hashable, Sendable {
        package var sent = 0
        package var deferred = 0
        package var failed = 0
        /// No reply came after the final dot, or the letter cannot be worded: a person must look.
        package var held = 0
        /// The hourly limit is reached; the rest waits.
        package var isThrottled = false
    }

    /// How long a claimed letter is ours. Long, since a slow server may take minutes over each letter before it; what a failure
    /// leaves claimed is returned by ``recover()``.
    private static let lease = Duration.seconds(24 * 3600)

    private let store: OfficeStore
    private let vault: Vault
    private let submitter: any MailSubmitter
    private let composer: NoticeComposer
    private let clock: OfficeClock
    private let limits: Limits
    private let schedule: RetrySchedule
    private let logger: Logger
    private let heard: @Sendable () -> Void
    private let work = BlockingWork(label: "chancery.dispatch")

    /// - Parameter heard: called before and after each submission: a sign of life.
    package init(
        store: OfficeStore, vault: Vault, submitter: any MailSubmitter, composer: NoticeComposer, clock: OfficeClock,
        limits: Limits, schedule: RetrySchedule = RetrySchedule(), logger: Logger, heard: @escaping @Sendable () -> Void = {}
    ) {
        self.store = store
        self.vault = vault
        self.submitter = submitter
        self.composer = composer
        self.clock = clock
        self.limits = limits
        self.schedule = schedule
        self.logger = logger
        self.heard = heard
    }

    /// At start, and after a pass that the register or the disk ended: claimed letters are due again, and letters left in doubt go
    /// out again, marked as a possible second copy. None is lost.
    package func recover() async throws {
        let returned = try await store.returnClaims(at: clock.now())
        if returned > 0 {
            logger.notice("letters a crash left unsent go out now", metadata: ["letters": "\(returned)"])
        }
        let doubtful = try await store.inDoubt()
        guard !doubtful.isEmpty else { return }
        try await store.release(doubtful.map(\.id), countingCopy: true, actor: .daemon, at: clock.now())
        for row in doubtful {
            logger.warning("letter in doubt after a crash goes out again, marked", metadata: ["outbox": "\(row.id)"])
        }
    }

    /// Sends what is due now. `failures` counts how often in a row the server could not be reached.
    package func pass(failures: Int = 0) async throws -> Report {
        var report = Report()
        var allowance = try await allowance()
        var batch = try await prepare(atMost: allowance)
        while !batch.isEmpty {
            allowance -= batch.count
            let rest = allowance
            // The next letters are worded while these are on their way.
            async let following = prepare(atMost: rest)
            report.held += batch.count - batch.letters.count
            let (letters, before) = (batch.letters, report)
            let (after, failure) = try await submitter.onOwnThread { [self] in
                var report = before
                do {
                    try await submit(letters, failures: failures, into: &report)
                    return (report, nil as MailError?)
                } catch let error as MailError {
                    return (report, error)
                }
            }
            report = after
            batch = try await following
            if let failure {
                try await putOff(batch.letters.map(\.row), after: failure, failures: failures, into: &report)
                throw failure
            }
        }
        report.isThrottled = allowance <= 0 ? try await store.nextAttempt().map { $0 <= clock.now() } ?? false : false
        return report
    }

    /// Claims the next letters that are due and words them. Nothing is claimed when nothing may leave.
    private func prepare(atMost allowance: Int) async throws -> Batch {
        guard allowance > 0 else { return Batch(count: 0, letters: []) }
        let rows = try await store.claim(limit: min(limits.batch, allowance), lease: Self.lease, at: clock.now())
        return Batch(count: rows.count, letters: try await worded(rows))
    }

    private func allowance() async throws -> Int {
        let sent = try await store.sentCount(since: clock.now().addingTimeInterval(-3600))
        return min(limits.hourly, limits.automaticHourly) - sent
    }

    /// Words what is not worded yet, or must be worded anew since a copy is in doubt, and puts the octets into the vault.
    private func worded(_ rows: [OutboxRow]) async throws -> [WordedLetter] {
        guard !rows.isEmpty else { return [] }
        var letters: [WordedLetter] = []
        var deposits: [SealedDeposit] = []
        var digests: [(id: OutboxID, digest: MessageDigest)] = []
        for row in rows {
            do {
                let octets = try composer.message(for: row, card: try await card(of: row))
                let deposit = try vault.deposit()
                try deposit.append(octets.span.bytes)
                let sealed = try deposit.seal()
                deposits.append(sealed)
                if row.digest != sealed.digest { digests.append((row.id, sealed.digest)) }
                letters.append(WordedLetter(row: row, octets: octets))
            } catch let fault as NoticeComposer.Fault {
                try await store.hold(row.id, reason: fault.description, actor: .daemon, at: clock.now())
                logger.error("letter cannot be worded and is held", metadata: ["outbox": "\(row.id)", "reason": "\(fault)"])
            }
        }
        let sealed = deposits
        try await work.run { [vault] in try vault.commit(sealed) }
        try await store.attachDigests(digests)
        return letters
    }

    private func card(of row: OutboxRow) async throws -> Card? {
        guard let id = row.card else { return nil }
        return try await store.card(id)
    }

    private func submit(_ letters: [WordedLetter], failures: Int, into report: inout Report) async throws {
        var settled: [OutboxVerdict] = []
        for (place, letter) in letters.enumerated() {
            heard()
            let record = DotRecord(settled, letter.row.id, store, clock)
            do {
                let outcome = try await attempt(letter, record)
                if !record.isDurable { try await store.commit(settled, dotPending: [], at: clock.now()) }
                settled = [verdict(outcome, on: letter.row, into: &report)]
            } catch let error as MailError {
                if !record.isDurable { try await store.commit(settled, dotPending: [], at: clock.now()) }
                settled = []
                if let failure = record.failure { throw failure }
                // A person held or dropped the letter since it was claimed; its dot stays here.
                if error == DotRecord.heldBack { continue }
                try await putOff(letters[place...].map(\.row), after: error, failures: failures, into: &report)
                throw error
            }
        }
        try await store.commit(settled, dotPending: [], at: clock.now())
        heard()
    }

    private func attempt(_ letter: WordedLetter, _ record: DotRecord) async throws -> SubmissionVerdict {
        let envelope = Envelope(
            reversePath: composer.reversePath(of: letter.row), forwardPaths: [letter.row.recipient],
            identifier: String(letter.row.messageID.dropFirst().dropLast()))
        do {
            let verdicts = try await submitter.submit(letter.octets, envelope: envelope) { () throws(MailError) in
                try record.make()
            }
            return verdicts.first ?? .deferred(SubmissionReply(code: 0, enhancedStatus: nil, text: "no verdict"))
        } catch let error as MailError where error.code == .invalidAddress || error.code == .unsupported {
            // This letter can never leave; the next one may.
            return .refused(SubmissionReply(code: 0, enhancedStatus: nil, text: error.description))
        }
    }

    /// The server could not be reached or broke off before anything was submitted: the letter in hand and those behind it wait.
    private func putOff(_ rows: [OutboxRow], after error: MailError, failures: Int, into report: inout Report) async throws {
        let now = clock.now()
        let reply = SubmissionReply(code: 0, enhancedStatus: nil, text: error.description)
        let verdicts = rows.map { row in
            let isOver = schedule.nextAttempt(after: row.attempts, createdAt: row.createdAt, now: now) == nil
            return OutboxVerdict(
                id: row.id, outcome: isOver ? .failed : .deferred(until: schedule.serverRetry(after: failures + 1, now: now)),
                reply: reply)
        }
        report.deferred += verdicts.count
        try await store.commit(verdicts, dotPending: [], at: now)
    }

    private func verdict(_ verdict: SubmissionVerdict, on row: OutboxRow, into report: inout Report) -> OutboxVerdict {
        let facts: Logger.Metadata = ["outbox": "\(row.id)", "attempt": "\(row.attempts)"]
        func note(_ level: Logger.Level, _ message: Logger.Message, _ reply: SubmissionReply) {
            let told: Logger.Metadata = ["smtp.reply": "\(reply.code)", "smtp.status": "\(reply.enhancedStatus ?? "-")"]
            logger.log(level: level, message, metadata: facts.merging(told) { $1 })
        }
        switch verdict {
        case .accepted(let reply):
            report.sent += 1
            note(.info, "letter sent", reply)
            return OutboxVerdict(id: row.id, outcome: .sent, reply: reply)
        case .deferred(let reply):
            let now = clock.now()
            guard let next = schedule.nextAttempt(after: row.attempts, createdAt: row.createdAt, now: now) else {
                report.failed += 1
                note(.error, "letter put off for too long has failed", reply)
                return OutboxVerdict(id: row.id, outcome: .failed, reply: reply)
            }
            report.deferred += 1
            note(.warning, "letter put off by the server", reply)
            return OutboxVerdict(id: row.id, outcome: .deferred(until: next), reply: reply)
        case .refused(let reply):
            report.failed += 1
            note(.error, "letter refused by the server", reply)
            return OutboxVerdict(id: row.id, outcome: .failed, reply: reply)
        case .unknown(let reply):
            report.held += 1
            note(.error, "no reply after the final dot: the letter is held for a person", reply)
            return OutboxVerdict(id: row.id, outcome: .unknown, reply: reply)
        }
    }
}

/// A row of the outbox and its octets.
private struct WordedLetter: Sendable {
    let row: OutboxRow
    let octets: [UInt8]
}

/// Letters claimed together. Those that could not be worded are held and not among the letters.
private struct Batch: Sendable {
    let count: Int
    let letters: [WordedLetter]

    var isEmpty: Bool { count == 0 }
}
