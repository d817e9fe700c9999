// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Signs of life of the daemon's loops, from which the watchdog is fed.
///
/// Each loop promises when it will be heard next; a loop that waits an hour on purpose says so, a loop that hangs breaks its
/// promise, and the service manager then starts the process afresh.
final class LifeSigns: Sendable {
    private let promises = Mutex<[String: ContinuousClock.Instant]>([:])
    private let now: @Sendable () -> ContinuousClock.Instant

    init(now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }) {
        self.now = now
    }

    /// `loop` is alive and will be heard again within `duration`.
    func sign(_ loop: String, nextWithin duration: Duration) {
        let deadline = now() + duration
        promises.withLock { $0[loop] = deadline }
    }

    /// `loop` has ended in order.
    func farewell(_ loop: String) {
        promises.withLock { _ = $0.removeValue(forKey: loop) }
    }

    /// The loops that broke their promise, by name.
    var silentLoops: [String] {
        let present = now()
        return promises.withLock { $0.filter { $0.value < present }.map(\.key).sorted() }
    }
}
