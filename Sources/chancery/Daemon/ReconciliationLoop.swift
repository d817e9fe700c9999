// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Logging
import MailTransport
import Office
import OfficeCalendar
import OfficeStore
import Settings
import Storage
import Workflows

/// Once a day, before the front office begins: is every letter accounted for? The answer goes to the registrars by mail.
struct ReconciliationLoop: Sendable {
    private static let name = "reconciliation"
    /// The hour of the council's wall clock after which the day's report is made.
    private static let hour = 7
    private static let glance = Duration.seconds(600)
    private static let key = "reconciled.on"

    let run: OfficeRun

    func run() async throws {
        defer { run.signs.farewell(Self.name) }
        while !run.stop.isRung {
            run.signs.sign(Self.name, nextWithin: .seconds(3 * 3600))
            // First the intake looks at what came while the office was closed.
            try await run.pause(Self.glance)
            if run.stop.isRung { return }
            do {
                try await reportOncePerDay()
            } catch let error as StorageError where error.isTransient {
                // A full disk, say: the report is made when there is room again.
                run.logger.warning("reconciliation put off", metadata: ["error": "\(error)"])
            }
        }
    }

    private func reportOncePerDay() async throws {
        let clock = run.house.clock
        let today = clock.today.description
        guard clock.timeZone.wallTime(at: clock.now()).hour >= Self.hour, try await run.house.store.setting(Self.key) != today
        else { return }
        try await report()
        try await run.house.store.setSetting(Self.key, today)
        run.outboxBell.ring()
    }

    private func report() async throws {
        let mailboxes = try Peers.mailboxes(of: run.house.settings)
        let report = try await run.house.reconciliation.report(
            mailboxes: mailboxes.map { ($0.name, $0.reader) }, thoroughly: false)
        for mailbox in mailboxes { await mailbox.reader.close() }
        let house = run.house
        let notices = house.reconciliation.notices(
            of: report, to: house.settings.staff.registrars.map(\.email), messageIDs: house.messageIDs,
            language: house.settings.office.language)
        _ = try await house.store.enqueue(notices, card: nil, actor: .daemon, at: house.clock.now())
        run.logger.info(
            "letters reconciled",
            metadata: ["differences": "\(report.differences.count)", "letters": "\(report.letters.values.reduce(0, +))"])
    }
}
