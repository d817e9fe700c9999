// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Logging
import MailTransport
import Settings
import Storage
import Vault
import Workflows

/// Takes one mailbox in, pass after pass, and waits for news in between. A mailbox that cannot be reached is tried again for ever.
struct IntakeLoop: Sendable {
    /// Silence of a mailbox after which the administrators are written to.
    static let troubleAfter: TimeInterval = 15 * 60
    /// The longest a pass may be without octets, letters or an answer.
    static let passSilence = Duration.seconds(300)

    let run: OfficeRun
    let intake: MailboxIntake

    func run() async throws {
        var backoff = Backoff()
        var troubleSince: Date?
        var scope = MailboxScope.all
        var lastFull: ContinuousClock.Instant?
        let fullEvery = run.house.settings.intake.fullSearchEvery
        defer { run.signs.farewell(intake.name) }
        while !run.stop.isRung {
            do {
                run.signs.sign(intake.name, nextWithin: Self.passSilence)
                let isFull = lastFull.map { $0.duration(to: .now) >= fullEvery } ?? true
                let report = try await intake.pass(isFull ? .all : scope)
                if isFull { lastFull = .now }
                scope = report.next
                if troubleSince != nil { run.logger.notice("mailbox is back", metadata: ["mailbox": "\(intake.name)"]) }
                troubleSince = nil
                backoff.reset()
                if report.total > 0 {
                    run.outboxBell.ring()
                    run.readingBell.ring()
                    run.actsBell.ring()
                    run.manager.status("\(intake.name): \(report.total) letters filed in the last pass")
                }
                try await waitForNews(until: lastFull.map { $0 + fullEvery } ?? .now)
            } catch is IntakeInterrupted {
                break
            } catch {
                guard Self.passes(error) else { throw error }
                let began = troubleSince ?? run.house.clock.now()
                troubleSince = began
                try await recover(from: error, since: began, pause: backoff.next())
            }
        }
        await intake.reader.close()
    }

    /// Whether the failure belongs to a peer or the disk and may end without us; anything else ends the process, which starts afresh.
    private static func passes(_ error: any Error) -> Bool {
        switch error {
        case is MailError, is IntakeError: true
        case let error as StorageError: error.isTransient
        case let error as VaultError: error.isTransient && !error.isFatal
        default: false
        }
    }

    private func waitForNews(until deadline: ContinuousClock.Instant) async throws {
        let limit = max(.seconds(1), ContinuousClock.now.duration(to: deadline))
        run.signs.sign(intake.name, nextWithin: limit + Self.passSilence)
        _ = try await unlessRung(run.stop) { try await intake.reader.waitForNews(atMost: limit) }
    }

    private func recover(from error: any Error, since: Date, pause: Duration) async throws {
        let now = run.house.clock.now()
        run.logger.warning(
            "mailbox pass put off",
            metadata: ["mailbox": "\(intake.name)", "error": "\(error)", "pause.seconds": "\(pause.components.seconds)"])
        run.manager.status("\(intake.name): \(error)")
        if now.timeIntervalSince(since) >= Self.troubleAfter {
            do {
                try await TroubleNotice.report("\(error)", place: intake.name, since: since, in: run.house)
                run.outboxBell.ring()
            } catch let full as StorageError where full.isTransient {
                // A full disk takes no letter about itself either; status and log tell of it.
                run.logger.warning("the administrators could not be written to", metadata: ["error": "\(full)"])
            }
        }
        await intake.reader.close()
        run.signs.sign(intake.name, nextWithin: pause + Self.passSilence)
        try await run.pause(pause)
    }
}
