// SPDX-License-Identifier: Apache-2.0
import Dispatch
import MailTransport
import Synchronization
import Vault

/// The pass was asked to end: what was whole by then is filed, the rest waits in the mailbox.
package struct IntakeInterrupted: Error {
    package init() {}
}

/// Streams fetched messages into deposits of the vault and hands them on in batches.
///
/// The reader's thread calls it. When three batches wait to be filed, that thread waits too, so memory and open files stay bounded
/// however fast the server is.
final class IntakeSink: MessageSink {
    /// When a batch is full.
    struct Limits: Sendable {
        var letters = 200
        var octets = 32 << 20
    }

    /// Why the intake no longer takes letters.
    struct Closed: Error {}

    private struct State {
        var deposit: VaultDeposit?
        var announcement: MessageAnnouncement?
        var letters: [FetchedLetter] = []
        var octets = 0
        var isClosed = false
    }

    /// The batches, in the order of the mailbox. Call ``batchWasFiled()`` for each.
    let batches: AsyncStream<FetchedBatch>
    private let handOver: AsyncStream<FetchedBatch>.Continuation
    /// One to be made durable, one to be read, one to be filed.
    private static let batchesInHand = 3
    private let places = DispatchSemaphore(value: batchesInHand)
    private let state = Mutex(State())
    private let vault: Vault
    private let limits: Limits
    private let stop: @Sendable () -> Bool
    private let heard: @Sendable () -> Void

    /// - Parameter stop: asked before each message: whether to take no more of them.
    /// - Parameter heard: called as octets arrive, at most once a message and a mebibyte: a sign of life.
    init(vault: Vault, limits: Limits, stop: @escaping @Sendable () -> Bool, heard: @escaping @Sendable () -> Void) {
        self.vault = vault
        self.limits = limits
        self.stop = stop
        self.heard = heard
        (batches, handOver) = AsyncStream.makeStream()
    }

    func began(_ message: MessageAnnouncement) throws {
        heard()
        if stop() { throw IntakeInterrupted() }
        let deposit = try vault.deposit()
        try state.withLock { state in
            guard !state.isClosed else { throw Closed() }
            state.announcement = message
            state.deposit = deposit
        }
    }

    func received(_ octets: RawSpan) throws {
        // A closure cannot take the span along: the deposit is a reference and only this thread uses it.
        let deposit = state.withLock { $0.deposit }
        let before = deposit?.size ?? 0
        try deposit?.append(octets)
        if before >> 20 != (deposit?.size ?? 0) >> 20 { heard() }
    }

    func ended() throws {
        let full: FetchedBatch? = try state.withLock { state in
            guard let announcement = state.announcement, let deposit = state.deposit else { return nil }
            state.deposit = nil
            state.announcement = nil
            state.letters.append(FetchedLetter(announcement: announcement, deposit: try deposit.seal()))
            state.octets += deposit.size
            guard state.letters.count >= limits.letters || state.octets >= limits.octets else { return nil }
            return Self.takeBatch(from: &state)
        }
        if let full { try hand(full) }
    }

    func abandoned() {
        let deposit = state.withLock { state in
            defer { state.deposit = nil }
            state.announcement = nil
            return state.deposit
        }
        deposit?.abandon()
    }

    /// Hands on what is left and ends the stream; called when the fetch has ended, well or not.
    ///
    /// Never waits: it is not the reader's thread that calls, and one batch more is no burden.
    func finish() {
        if let rest = state.withLock({ Self.takeBatch(from: &$0) }) { handOver.yield(rest) }
        handOver.finish()
    }

    /// Makes room for one more batch.
    func batchWasFiled() {
        places.signal()
    }

    /// The batches can no longer be filed: lets the reader's thread go, which then stops with an error.
    func close() {
        state.withLock { $0.isClosed = true }
        for _ in 0..<Self.batchesInHand { places.signal() }
    }

    private static func takeBatch(from state: inout State) -> FetchedBatch? {
        guard !state.letters.isEmpty else { return nil }
        defer {
            state.letters = []
            state.octets = 0
        }
        return FetchedBatch(letters: state.letters)
    }

    private func hand(_ batch: FetchedBatch) throws {
        places.wait()
        guard !state.withLock({ $0.isClosed }) else { throw Closed() }
        handOver.yield(batch)
    }
}
