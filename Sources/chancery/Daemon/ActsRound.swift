// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Logging
import Office
import OfficeCalendar
import OfficeStore
import Settings
import Workflows

/// One round of the office over its cards, for the daemon and for a single pass alike: replies are decided, routes laid, cards told
/// what became of their letters, people reminded, days that are over closed.
///
/// Each step is made of transactions of its own and finds by itself what is left to do: cut anywhere, the next round ends the same.
struct ActsRound: Sendable {
    /// What a round came to.
    struct Report: Sendable {
        /// Replies decided or answered.
        var answers = 0
        /// Cards whose reviewers were asked.
        var routes = 0
        /// Cards no route of staff.yaml takes.
        var unrouted = 0
        /// Cards that heard of a letter of theirs.
        var delivered = 0
        /// Cards somebody was reminded of.
        var reminded = 0
        /// Digests and requests to call.
        var letters = 0

        /// Whether something may have been put in the outbox.
        var hasLetters: Bool { answers + routes + delivered + reminded + letters > 0 }
    }

    private static let closedKey = "journals.closedOn"

    let house: House
    let logger: Logger

    func pass() async throws -> Report {
        var report = Report()
        report.answers = try await house.answers.pass()
        let routes = try await house.acts.layRoutes()
        report.routes = routes.laid
        report.unrouted = routes.refused.count
        for refused in routes.refused {
            logger.warning("card without a route", metadata: ["card": "\(refused.card)", "reason": "\(refused.reason)"])
        }
        report.delivered =
            try await DeliveryWatch(acts: house.acts, logger: logger).pass()
            + ReceiptWatch(acts: house.acts, logger: logger).pass()
        report.reminded = try await Reminders(acts: house.acts).pass()
        report.letters = try await house.controlRound.pass()
        try await closeJournals()
        return report
    }

    /// The days of every journal that are over, once a day.
    private func closeJournals() async throws {
        let today = house.clock.today.description
        guard try await house.store.setting(Self.closedKey) != today else { return }
        for journal in house.settings.journals.journals {
            let closed = try await house.journalBook.close(journal.code, by: .daemon)
            for day in closed {
                logger.info("journal closed", metadata: ["journal": "\(day.journal)", "day": "\(day.day)"])
            }
        }
        try await house.store.setSetting(Self.closedKey, today)
    }
}
