// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Wakes loops that wait. A ring that nobody waits for is kept for the next who does.
final class Bell: Sendable {
    private struct State {
        var isRung = false
        var next = 0
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Mutex(State())
    private let staysRung: Bool

    /// - Parameter staysRung: a bell that, once rung, is never quiet again: a sign to stop.
    init(staysRung: Bool = false) {
        self.staysRung = staysRung
    }

    /// Whether it has been rung and nobody has heard it yet.
    var isRung: Bool { state.withLock { $0.isRung } }

    /// Wakes everybody who waits.
    func ring() {
        let waiting = state.withLock { state in
            state.isRung = staysRung || state.waiting.isEmpty
            defer { state.waiting = [:] }
            return state.waiting.values
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Returns when it is rung, or when the task is cancelled.
    func wait() async {
        let ticket = state.withLock { state in
            state.next += 1
            return state.next
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDone = state.withLock { state in
                    if state.isRung || Task.isCancelled {
                        state.isRung = staysRung && state.isRung
                        return true
                    }
                    state.waiting[ticket] = continuation
                    return false
                }
                if isDone { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: ticket) }?.resume()
        }
    }
}

/// Runs `work`, or leaves off when `bell` rings first: `work` is cancelled and awaited, and the answer is `nil`.
func unlessRung<Value: Sendable>(_ bell: Bell, _ work: @escaping @Sendable () async throws -> Value) async throws -> Value? {
    try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await work() }
        group.addTask {
            await bell.wait()
            return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next() else { return nil }
        return first
    }
}
