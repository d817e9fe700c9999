// SPDX-License-Identifier: Apache-2.0
import Dispatch

/// A thread for work that blocks: syncs, mapped files, long computing. The cooperative pool stays free.
package struct BlockingWork: Sendable {
    private let queue: DispatchQueue

    package init(label: String) {
        queue = DispatchQueue(label: label)
    }

    /// Runs `work` there, one piece after another.
    package func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }
}
