// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import MailTransport
import OfficeStore
import Synchronization

/// What must be durable before the final dot of a letter may leave: the verdicts before it, and that its dot is coming.
final class DotRecord: Sendable {
    private struct State {
        var isDurable = false
        var failure: (any Error)?
    }

    private let verdicts: [OutboxVerdict]
    private let row: OutboxID
    private let store: OfficeStore
    private let clock: OfficeClock
    private let state = Mutex(State())

    init(_ verdicts: [OutboxVerdict], _ row: OutboxID, _ store: OfficeStore, _ clock: OfficeClock) {
        self.verdicts = verdicts
        self.row = row
        self.store = store
        self.clock = clock
    }

    /// Whether the verdicts before are recorded.
    var isDurable: Bool { state.withLock { $0.isDurable } }
    /// Why the register could not be written.
    var failure: (any Error)? { state.withLock { $0.failure } }

    /// Writes it on the calling thread.
    /// - Throws: ``heldBack``, or an error of the kind `storageFailed` with the register's own in ``failure``: no dot may leave.
    func make() throws(MailError) {
        let marked: Set<OutboxID>
        do {
            marked = try store.commitWaiting(verdicts, dotPending: [row], at: clock.now())
        } catch {
            state.withLock { $0.failure = error }
            throw Self.notRecorded(error)
        }
        state.withLock { $0.isDurable = true }
        guard marked.contains(row) else { throw Self.heldBack }
    }

    /// A person held or dropped the letter after it was claimed.
    static let heldBack = MailError(
        .cancelled, server: "outbox", step: "final dot", reply: "the letter was held or dropped meanwhile",
        advice: "Nothing was sent.", isTransient: true)

    private static func notRecorded(_ error: any Error) -> MailError {
        MailError(
            .storageFailed, server: "outbox", step: "final dot", reply: "\(error)",
            advice: "Nothing was sent; it is tried again when the register can be written.", isTransient: true)
    }
}
