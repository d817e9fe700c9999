// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Logging
import Office
import OfficeCalendar
import OfficeStore
import Settings
import Storage
import Vault
import Workflows

/// The office at work on its cards: replies are decided, routes laid, cards told what became of their letters, people reminded.
struct ActsLoop: Sendable {
    private static let name = "acts"
    /// Verbs and the clock give it work without a bell.
    private static let glance = Duration.seconds(30)
    private static let closedKey = "journals.closedOn"
    private static let passSilence = Duration.seconds(600)

    let run: OfficeRun

    func run() async throws {
        defer { run.signs.farewell(Self.name) }
        while !run.stop.isRung {
            run.signs.sign(Self.name, nextWithin: Self.passSilence)
            do {
                try await pass()
            } catch let error as StorageError where error.isTransient {
                run.logger.warning("work on cards put off", metadata: ["error": "\(error)"])
            } catch let error as VaultError where error.isTransient && !error.isFatal {
                run.logger.warning("work on cards put off", metadata: ["error": "\(error)"])
            }
            run.signs.sign(Self.name, nextWithin: Self.passSilence)
            try await run.pause(Self.glance, orUntil: run.actsBell)
        }
    }

    private func pass() async throws {
        let house = run.house
        let answers = try await house.answers.pass()
        let routes = try await house.acts.layRoutes()
        for refused in routes.refused {
            run.logger.warning("card without a route", metadata: ["card": "\(refused.card)", "reason": "\(refused.reason)"])
        }
        let delivered = try await DeliveryWatch(acts: house.acts, logger: run.logger).pass()
        let reminded = try await Reminders(acts: house.acts).pass()
        let letters = try await house.controlRound.pass()
        try await closeJournals()
        if answers + routes.laid + delivered + letters + reminded > 0 { run.outboxBell.ring() }
    }

    /// The days of every journal that are over, once a day.
    private func closeJournals() async throws {
        let house = run.house
        let today = house.clock.today.description
        guard try await house.store.setting(Self.closedKey) != today else { return }
        for journal in house.settings.journals.journals {
            let closed = try await house.journalBook.close(journal.code, by: .daemon)
            for day in closed {
                run.logger.info("journal closed", metadata: ["journal": "\(day.journal)", "day": "\(day.day)"])
            }
        }
        try await house.store.setSetting(Self.closedKey, today)
    }
}
