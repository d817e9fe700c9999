// SPDX-License-Identifier: Apache-2.0
import Logging
import Storage
import Vault

/// The office at work on its cards, round after round.
struct ActsLoop: Sendable {
    private static let name = "acts"
    /// Verbs and the clock give it work without a bell.
    private static let glance = Duration.seconds(30)
    private static let passSilence = Duration.seconds(600)

    let run: OfficeRun

    func run() async throws {
        defer { run.signs.farewell(Self.name) }
        while !run.stop.isRung {
            run.signs.sign(Self.name, nextWithin: Self.passSilence)
            do {
                let report = try await ActsRound(house: run.house, logger: run.logger).pass()
                if report.hasLetters { run.outboxBell.ring() }
            } catch let error as StorageError where error.isTransient {
                run.logger.warning("work on cards put off", metadata: ["error": "\(error)"])
            } catch let error as VaultError where error.isTransient && !error.isFatal {
                run.logger.warning("work on cards put off", metadata: ["error": "\(error)"])
            }
            run.signs.sign(Self.name, nextWithin: Self.passSilence)
            try await run.pause(Self.glance, orUntil: run.actsBell)
        }
    }
}
