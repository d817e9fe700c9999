// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Logging
import OfficeStore
import Storage
import Vault
import Workflows

/// Reads the attachments of new cards, beside the intake: at the ring of a bell, and now and then for what other processes left.
struct ReadingLoop: Sendable {
    private static let name = "attachments"
    /// The longest the attachments of the cards in hand may take: each file has its own limit of time.
    private static let silence = Duration.seconds(1800)
    private static let glance = Duration.seconds(30)

    let run: OfficeRun

    func run() async throws {
        let run = run
        let reading = try run.house.attachmentReading(
            stop: { run.stop.isRung }, progress: { _ in run.signs.sign(Self.name, nextWithin: Self.silence) })
        defer { run.signs.farewell(Self.name) }
        while !run.stop.isRung {
            run.signs.sign(Self.name, nextWithin: Self.silence)
            do {
                let report = try await reading.pass()
                if report.registered + report.duplicates > 0 { run.outboxBell.ring() }
                // Nobody is asked to decide on a card before its attachments are read.
                if report.read > 0 { run.actsBell.ring() }
            } catch let error as StorageError where error.isTransient {
                run.logger.warning("reading of attachments put off", metadata: ["error": "\(error)"])
            } catch let error as VaultError where error.isTransient && !error.isFatal {
                run.logger.warning("reading of attachments put off", metadata: ["error": "\(error)"])
            }
            run.signs.sign(Self.name, nextWithin: Self.silence)
            try await run.pause(Self.glance, orUntil: run.readingBell)
        }
    }
}
