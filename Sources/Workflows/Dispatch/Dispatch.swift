// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
package import Logging
package import MailTransport
import Office
package import OfficeStore
package import Vault

/// Sends what is due in the outbox, over one connection.
///
/// Order for each letter: attempt recorded → octets in the vault → dot pending recorded → final dot → verdict recorded. The verdict
/// on letter k−1 and that the dot of k is coming are one record of the ``DotJournal``, made durable on the connection's own thread
/// while the server reads the envelope of k. So there is one sync a letter, hardly waited for, and never more than one letter in
/// doubt. The register takes the verdicts of a run of letters in one transaction while the next run is on its way.
package struct Dispatch: Sendable {
    /// How many letters may leave.
    package struct Limits: Hashable, Sendable {
        /// Letters an hour, of every kind: what the submission server allows.
        package var hourly: Int
        /// Automatic letters to the outside an hour: the breaker against storms.
        package var automaticHourly: Int
        /// Letters claimed at a time.
        package var batch: Int

        package init(hourly: Int, automaticHourly: Int, batch: Int = 200) {
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
        /// An hourly limit is reached; the rest waits.
        package var isThrottled = false
        /// Automatic letters the breaker holds back; other letters go on.
        package var heldBack = 0

        /// Adds what a later pass did; how it stands is as that one left it.
        package mutating func add(_ later: Report) {
            sent += later.sent
            deferred += later.deferred
            failed += later.failed
            held += later.held
            isThrottled = later.isThrottled
            heldBack = later.heldBack
        }
    }

    /// How long a claimed letter is ours. Long, since a slow server may take minutes over each letter before it; what a failure
    /// leaves claimed is returned by ``recover()``.
    static let lease = Duration.seconds(24 * 3600)

    let store: OfficeStore
    let journal: DotJournal
    let vault: Vault
    let submitter: any MailSubmitter
    let composer: NoticeComposer
    let clock: OfficeClock
    let limits: Limits
    let schedule: RetrySchedule
    let logger: Logger
    let heard: @Sendable () -> Void
    let work = BlockingWork(label: "chancery.dispatch")

    /// - Parameter heard: called before and after each submission: a sign of life.
    package init(
        store: OfficeStore, journal: DotJournal, vault: Vault, submitter: any MailSubmitter, composer: NoticeComposer,
        clock: OfficeClock, limits: Limits, schedule: RetrySchedule = RetrySchedule(), logger: Logger,
        heard: @escaping @Sendable () -> Void = {}
    ) {
        self.store = store
        self.journal = journal
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
        try await takeOverJournal()
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
        if !journal.isBegun { try await takeOverJournal() }
        var isSettled = false
        // What the register could not be told is in the journal, which must be read again before it is written.
        defer { if !isSettled { journal.end() } }
        var report = Report()
        var allowance = try await allowance()
        var (queue, claimed, settlement) = ([WordedLetter](), [OutboxRow](), DispatchRun?.none)
        func take(_ batch: DispatchBatch) {
            allowance.spend(letters: batch.newlyClaimed, automatic: batch.newlyClaimedAutomatic)
            report.held += batch.held
            queue += batch.letters
            claimed = batch.claimed
        }
        while true {
            if queue.isEmpty { take(try await prepare(allowance.atMost(limits.batch), claimed)) }
            guard !queue.isEmpty else { break }
            let (letters, done, before, waiting) = (queue, settlement, report, claimed)
            let wanted = room(beside: letters, allowance)
            // The register hears of the letters before, and the next are worded, while these are on their way.
            async let following = settleAndPrepare(done, wanted, waiting)
            let run = try await submitter.inTurn { [self] turn in try self.run(letters, before, over: turn) }
            (queue, settlement, report) = (run.unsent, run, run.report)
            take(try await following)
            if case .complete = run.end { continue }
            try await settle(run)
            settlement = nil
            if case .failed(let failure) = run.end {
                isSettled = true
                if let error = failure as? MailError {
                    try await putOff(queue.map(\.row) + claimed, after: error, failures: failures)
                }
                throw failure
            }
            // Worded letters a person held or dropped meanwhile; rows not worded yet are asked for when their turn comes.
            let queued = try await store.stillQueued(queue.map(\.row.id))
            queue.removeAll { !queued.contains($0.row.id) }
        }
        try await settle(settlement)
        isSettled = true
        let due = try await store.dueCount(at: clock.now())
        report.heldBack = allowance.automatic <= 0 ? due.automatic : 0
        report.isThrottled = report.heldBack > 0 || allowance.letters <= 0 && due.letters > 0
        return report
    }

    /// Gives the register what the journal has beyond it, and begins the journal anew.
    private func takeOverJournal() async throws {
        let settled = try await store.settledDots()
        let leftovers = try await work.run { [journal] in try journal.leftovers(after: settled) }
        if leftovers.generation > settled {
            let sent = try await store.takeOver(leftovers, at: clock.now())
            logger.notice("letters a crash left unrecorded were sent", metadata: ["letters": "\(sent)"])
        }
        journal.begin(after: leftovers.generation)
    }

    /// The register knows every verdict of the run when this returns.
    private func settle(_ run: DispatchRun?) async throws {
        guard let run else { return }
        try await store.commit(run.verdicts, settling: run.generation)
    }

    private func settleAndPrepare(
        _ run: DispatchRun?, _ allowance: OutboxAllowance?, _ claimed: [OutboxRow]
    ) async throws -> DispatchBatch {
        try await settle(run)
        guard let allowance else { return DispatchBatch(claimed: claimed) }
        return try await prepare(allowance, claimed)
    }

    /// How many letters may be claimed and worded while `letters` are on their way; `nil` where these are enough to keep in memory.
    private func room(beside letters: [WordedLetter], _ allowance: OutboxAllowance) -> OutboxAllowance? {
        guard letters.reduce(0, { $0 + $1.octets.count }) < 2 * DispatchBatch.maximumOctets else { return nil }
        return allowance.atMost(min(limits.batch, 2 * limits.batch - letters.count))
    }

    private func allowance() async throws -> OutboxAllowance {
        let sent = try await store.sentCount(since: clock.now().addingTimeInterval(-Breaker.hour))
        return OutboxAllowance(letters: limits.hourly - sent.letters, automatic: limits.automaticHourly - sent.automatic)
    }
}
