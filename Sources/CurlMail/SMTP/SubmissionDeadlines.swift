// SPDX-License-Identifier: Apache-2.0

/// How long each part of the dialogue may take (RFC 5321 §4.5.3.2).
package struct SubmissionDeadlines: Hashable, Sendable {
    /// What is being waited for.
    package enum Awaited: Hashable, Sendable { case command, permissionToSend, block, responsibility }

    /// Connection, greeting, TLS and login together.
    package var login: Duration = .seconds(300)
    /// The reply to RSET, MAIL or RCPT.
    package var command: Duration = .seconds(300)
    /// The reply to DATA.
    package var permissionToSend: Duration = .seconds(120)
    /// The peer's taking one block of the message.
    package var block: Duration = .seconds(180)
    /// The reply to the final dot. Giving up sooner makes duplicates (RFC 1047).
    package var responsibility: Duration = .seconds(600)
    /// The reply to QUIT, which changes nothing.
    package var farewell: Duration = .seconds(2)

    package init() {}

    package subscript(awaited: Awaited) -> Duration {
        switch awaited {
        case .command: command
        case .permissionToSend: permissionToSend
        case .block: block
        case .responsibility: responsibility
        }
    }
}
