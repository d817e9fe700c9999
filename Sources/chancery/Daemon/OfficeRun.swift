// SPDX-License-Identifier: Apache-2.0
import Logging
import Settings

/// What the loops of one run share: the house, the sign to stop, signs of life, the bells of outbox and reading, and the words for status.
struct OfficeRun: Sendable {
    let house: House
    let stop: Bell
    let signs: LifeSigns
    let outboxBell: Bell
    /// Rung when there are new cards whose attachments may wait.
    let readingBell: Bell
    /// Rung when there may be answers to decide or routes to lay.
    let actsBell: Bell
    let manager: ServiceManager
    let logger: Logger

    /// Sleeps, unless the office is to stop or `bell` rings first.
    func pause(_ duration: Duration, orUntil bell: Bell? = nil) async throws {
        _ = try await unlessRung(stop) {
            guard let bell else { return try await Task.sleep(for: duration) }
            _ = try await unlessRung(bell) { try await Task.sleep(for: duration) }
        }
    }
}
