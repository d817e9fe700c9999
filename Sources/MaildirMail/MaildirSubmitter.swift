// SPDX-License-Identifier: Apache-2.0
package import MailTransport

/// A Maildir as the place outgoing mail goes to: for a demonstration, for tests, for a local mail server that takes from it.
package actor MaildirSubmitter: MailSubmitter {
    private let folder: OutgoingMaildir
    private let executor: BlockingExecutor

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameter path: made at the first letter when missing.
    package init(path: String) {
        folder = OutgoingMaildir(path: path)
        executor = BlockingExecutor(label: "chancery.maildir.outgoing")
    }

    package func inTurn<Answer: Sendable>(_ work: @escaping @Sendable (any SubmissionTurn) throws -> Answer) async throws
        -> Answer
    {
        try work(folder)
    }

    package func probe() throws { try folder.open() }

    package func close() { folder.close() }
}
