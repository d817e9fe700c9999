// SPDX-License-Identifier: Apache-2.0
package import MailTransport

/// Submits messages to one SMTP server over one connection that is kept between messages (RFC 5321, RFC 6409).
///
/// The caller ends an idle connection with ``close()``. A kept connection that turns out to be dead before MAIL is answered is
/// made anew once, unseen by the caller: nothing was sent yet.
///
/// A recipient whose address cannot be written, or that this server cannot take (SMTPUTF8), is refused with code 0 and our own words,
/// and the others get the message. So is everybody when the message is larger than the server's SIZE, or needs SMTPUTF8 or 8BITMIME
/// and the server has it not. `invalidAddress` is thrown when the reverse-path is no address or nobody is to get the message.
package actor SMTPSubmitter: MailSubmitter {
    private let executor: ConnectionExecutor
    private let doorbell = Doorbell()
    private let connection: SubmissionConnection

    package init(
        _ server: MailServer, credentials: @escaping @autoclosure @Sendable () throws -> Credentials = .none,
        deadlines: SubmissionDeadlines = SubmissionDeadlines()
    ) {
        executor = ConnectionExecutor(label: "smtp \(server)")
        let doorbell = doorbell
        connection = SubmissionConnection(server) {
            try SMTPSession(server, credentials: try credentials(), doorbell: doorbell, deadlines: deadlines)
        }
    }

    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    package func inTurn<Answer: Sendable>(_ work: @escaping @Sendable (any SubmissionTurn) throws -> Answer) async throws
        -> Answer
    {
        doorbell.reset()
        let bell = doorbell
        return try await withTaskCancellationHandler {
            try work(connection)
        } onCancel: {
            bell.ring(.cancel)
        }
    }

    package func probe() async throws {
        doorbell.reset()
        connection.quit()
        try connection.open()
    }

    package func close() async { connection.quit() }
}
