// SPDX-License-Identifier: Apache-2.0
import MailTransport
import OfficeStore
import Synchronization

/// The moment before the final dot of one letter: the verdict on the letter before and that this dot is coming become durable.
final class Dot: Sendable {
    private let accepted: DotLeftovers.Accepted?
    private let coming: DotLetter
    private let journal: DotJournal
    private let state = Mutex<(any Error)?>(nil)

    init(after accepted: DotLeftovers.Accepted?, of coming: DotLetter, _ journal: DotJournal) {
        self.accepted = accepted
        self.coming = coming
        self.journal = journal
    }

    /// Why the journal could not be written.
    var failure: (any Error)? { state.withLock { $0 } }

    /// Writes it on the calling thread.
    /// - Throws: an error of the kind `storageFailed` with the journal's own in ``failure``: no dot may leave.
    func record() throws(MailError) {
        do {
            try journal.record(accepted: accepted, coming: coming)
        } catch {
            state.withLock { $0 = error }
            throw MailError(
                .storageFailed, server: "outbox", step: "final dot", reply: "\(error)",
                advice: "Nothing was sent; it is tried again when the dot journal can be written.", isTransient: true)
        }
    }
}
