// SPDX-License-Identifier: Apache-2.0
import CCurl
import Synchronization

/// Ends a wait on a connection from another thread: an eventfd that is polled beside the socket.
package final class Doorbell: Sendable {
    /// Why it was rung.
    package enum Call: Comparable, Sendable {
        /// A wait for news should end; anything else goes on.
        case stopWaiting
        /// Everything should end.
        case cancel
    }

    /// -1 when the process has no descriptor left; then a wait ends at its deadline only.
    let descriptor: Int32
    private let call = Mutex<Call?>(nil)

    package init() { descriptor = ccurl_doorbell_open() }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Rings. A greater call is not undone by a smaller one.
    package func ring(_ reason: Call) {
        call.withLock { $0 = max($0 ?? reason, reason) }
        var one: UInt64 = 1
        _ = unsafe write(descriptor, &one, MemoryLayout<UInt64>.size)
    }

    /// Forgets what was rung.
    package func reset() {
        silence()
        call.withLock { $0 = nil }
    }

    /// Forgets a call to end everything; a call to stop waiting stays for the next wait.
    package func forgetCancel() {
        call.withLock { if $0 == .cancel { $0 = nil } }
    }

    /// Whether `reason`, or a greater one, was rung since the last reset.
    package func isRung(for reason: Call) -> Bool {
        call.withLock { $0.map { $0 >= reason } ?? false }
    }

    /// Makes the descriptor quiet again without forgetting the call.
    func silence() {
        var count: UInt64 = 0
        _ = unsafe read(descriptor, &count, MemoryLayout<UInt64>.size)
    }
}
