// SPDX-License-Identifier: Apache-2.0
package import MailTransport

/// How much of the mailbox a pass looks at.
package enum MailboxScope: Hashable, Sendable {
    /// Everything, whatever is already in the register: at start, and now and then as the safety net.
    case all
    /// Only messages with a greater UID, in the epoch in which that UID was heard.
    case after(UID, in: UIDValidity)
}
