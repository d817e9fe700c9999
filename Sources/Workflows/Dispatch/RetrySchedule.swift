// SPDX-License-Identifier: Apache-2.0
package import FoundationEssentials

/// When a letter that was put off is tried again, and when it is given up (RFC 5321 §4.5.4.1).
package struct RetrySchedule: Hashable, Sendable {
    /// Seconds to the attempt after the first, the second, …; the last one repeats.
    package var delays: [TimeInterval] = [60, 300, 900, 3600, 7200, 14400]
    /// After so many seconds from the day it was written a letter fails for good.
    package var lifetime: TimeInterval = 5 * 86400
    /// Seconds to wait when the server itself cannot be reached: one for all letters, so that a queue leaves soon after it is back.
    package var serverDelays: [TimeInterval] = [15, 60, 120, 300]

    package init() {}

    /// The next attempt of a letter after `attempts` of them, or `nil` when its time is over.
    package func nextAttempt(after attempts: Int, createdAt: Date, now: Date) -> Date? {
        guard now.timeIntervalSince(createdAt) < lifetime else { return nil }
        return now.addingTimeInterval(delays[min(max(attempts, 1), delays.count) - 1])
    }

    /// The next attempt to reach the server after `failures` in a row.
    package func serverRetry(after failures: Int, now: Date) -> Date {
        now.addingTimeInterval(serverDelays[min(max(failures, 1), serverDelays.count) - 1])
    }
}
