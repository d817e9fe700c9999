// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// One line on a terminal that says how far long work has come; silent in a pipe.
final class ProgressLine: Sendable {
    private struct State {
        var shownAt: ContinuousClock.Instant?
        var isShown = false
    }

    private let state = Mutex(State())
    private let isEnabled: Bool

    init(isEnabled: Bool = StandardError.isTerminal) {
        self.isEnabled = isEnabled
    }

    /// Shows `text`, at most ten times a second.
    func show(_ text: @autoclosure () -> String) {
        guard isEnabled else { return }
        let now = ContinuousClock.now
        let isDue = state.withLock { state in
            if let last = state.shownAt, last.duration(to: now) < .milliseconds(100) { return false }
            state.shownAt = now
            state.isShown = true
            return true
        }
        if isDue { StandardError.write("\r\u{1B}[2K\(text())") }
    }

    /// Takes the line away.
    func clear() {
        let wasShown = state.withLock { state in
            defer { state.isShown = false }
            return state.isShown
        }
        if wasShown { StandardError.write("\r\u{1B}[2K") }
    }
}
