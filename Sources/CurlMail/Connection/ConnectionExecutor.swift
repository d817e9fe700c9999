// SPDX-License-Identifier: Apache-2.0
import Dispatch

/// Runs an actor's work on a queue of its own, so that a blocking `poll` never holds a thread of the cooperative pool.
package final class ConnectionExecutor: SerialExecutor {
    private let queue: DispatchQueue

    package init(label: String) { queue = DispatchQueue(label: label) }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { unsafe job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
