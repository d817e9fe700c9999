// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Logging
import MailTransport
import OfficeStore
import Storage
import Vault
import Workflows

/// Sends what is due in the outbox, and waits for the next letter or the next attempt.
struct OutboxLoop: Sendable {
    private static let name = "outbox"
    /// Other processes (verbs of the command line) put letters into the outbox too; they are seen within this time.
    private static let glance = Duration.seconds(30)
    /// The final dot may be answered after ten minutes (RFC 5321 §4.5.3.2.6).
    private static let submissionSilence = Duration.seconds(900)
    /// Time after which an idle connection is given up.
    private static let idleConnection = Duration.seconds(20)

    let run: OfficeRun

    func run() async throws {
        let signs = run.signs
        let submitter = try Peers.submitter(of: run.house.settings)
        let dispatch = run.house.dispatch(over: submitter) { signs.sign(Self.name, nextWithin: Self.submissionSilence) }
        defer { run.signs.farewell(Self.name) }
        var failures = 0
        var mustRecover = true
        while !run.stop.isRung {
            var isThrottled = false
            run.signs.sign(Self.name, nextWithin: Self.submissionSilence)
            do {
                if mustRecover { try await dispatch.recover() }
                mustRecover = false
                let report = try await dispatch.pass(failures: failures)
                failures = 0
                isThrottled = report.isThrottled
                try await tell(of: report)
            } catch let error as MailError {
                failures += 1
                run.logger.warning("outbox pass put off", metadata: ["error": "\(error)"])
                run.manager.status("outbox: \(error)")
                await submitter.close()
            } catch let error as StorageError where error.isTransient {
                mustRecover = true
                run.logger.warning("outbox pass put off", metadata: ["error": "\(error)"])
            } catch let error as VaultError where error.isTransient && !error.isFatal {
                mustRecover = true
                run.logger.warning("outbox pass put off", metadata: ["error": "\(error)"])
            }
            run.signs.sign(Self.name, nextWithin: Self.submissionSilence)
            try await rest(submitter, isThrottled)
        }
        await submitter.close()
    }

    private func tell(of report: Dispatch.Report) async throws {
        // Cards hear at once what became of their letters.
        if report.sent + report.failed > 0 { run.actsBell.ring() }
        guard report.isThrottled else { return }
        run.logger.warning("hourly limit of outgoing letters reached; the rest waits", metadata: ["held": "\(report.heldBack)"])
        run.manager.status("outbox: the hourly limit is reached, the rest waits")
        if report.heldBack > 0, try await TroubleNotice.report(heldBack: report.heldBack, in: run.house) { run.outboxBell.ring() }
    }

    private func rest(_ submitter: any MailSubmitter, _ isThrottled: Bool) async throws {
        // What an hourly limit holds back is due all the time.
        let next = try await isThrottled ? nil : run.house.store.nextAttempt()
        let due = next.map { $0.timeIntervalSince(run.house.clock.now()) }
        let pause = due.map { min(Self.glance, .seconds(max(1, $0))) } ?? Self.glance
        if pause >= Self.idleConnection { await submitter.close() }
        try await run.pause(pause, orUntil: run.outboxBell)
    }
}
