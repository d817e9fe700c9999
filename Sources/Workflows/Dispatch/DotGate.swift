// SPDX-License-Identifier: Apache-2.0
import Dispatch
import MailTransport
import Synchronization

/// Holds the final dot of a letter back until `dot_pending` is durable. Opened or shut once.
final class DotGate: Sendable {
    private let isSettled = DispatchSemaphore(value: 0)
    private let refusal = Mutex<MailError?>(nil)

    /// The dot may leave.
    func open() {
        isSettled.signal()
    }

    /// The dot must not leave: ``pass()`` throws `error`.
    func shut(_ error: MailError) {
        refusal.withLock { $0 = error }
        isSettled.signal()
    }

    /// Waits on the submitter's own thread until the gate is opened or shut.
    func pass() throws(MailError) {
        isSettled.wait()
        // The next to pass finds the gate as it is.
        isSettled.signal()
        if let error = refusal.withLock({ $0 }) { throw error }
    }

    /// A person held or dropped the letter after it was claimed.
    static let heldBack = MailError(
        .cancelled, server: "outbox", step: "final dot", reply: "the letter was held or dropped meanwhile",
        advice: "Nothing was sent.", isTransient: true)

    /// The register could not record that the dot is on its way.
    static func notRecorded(_ error: any Error) -> MailError {
        MailError(
            .storageFailed, server: "outbox", step: "final dot", reply: "\(error)",
            advice: "Nothing was sent; it is tried again when the register can be written.", isTransient: true)
    }
}
