// SPDX-License-Identifier: Apache-2.0

/// How long an IMAP session waits for what.
package struct IMAPTiming: Hashable, Sendable {
    /// Connecting, TLS and login together.
    package var connect: Duration = .seconds(30)
    /// The longest silence of the server while it owes us something.
    package var reply: Duration = .seconds(120)
    /// The longest silence after LOGOUT.
    package var farewell: Duration = .seconds(2)
    /// An IDLE is ended and begun anew after this time: routers forget quiet connections long before the 29 minutes of RFC 2177.
    package var idle: Duration = .seconds(9 * 60)
    /// Time between two questions where the server has no IDLE.
    package var poll: Duration = .seconds(30)

    package init() {}
}
