// SPDX-License-Identifier: Apache-2.0
import CConfine
import Glibc
import Synchronization

/// Ends readings from another thread: foreign programs at once, our own work at its next step.
package final class ReadingCancellation: Sendable {
    /// The end of a pipe that hangs up once cancelled, for `poll`; -1 where the system had none to give.
    let descriptor: Int32
    private let writer: Atomic<Int32>
    private let flag = Atomic(false)

    package init() {
        var ends: (reader: Int32, writer: Int32) = (-1, -1)
        _ = unsafe chancery_make_pipe(&ends.reader, &ends.writer)
        descriptor = ends.reader
        writer = Atomic(ends.writer)
    }

    deinit {
        closeWriter()
        if descriptor >= 0 { close(descriptor) }
    }

    package var isCancelled: Bool { flag.load(ordering: .acquiring) }

    package func cancel() {
        flag.store(true, ordering: .releasing)
        closeWriter()
    }

    private func closeWriter() {
        let open = writer.exchange(-1, ordering: .acquiringAndReleasing)
        if open >= 0 { close(open) }
    }
}
