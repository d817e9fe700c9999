// SPDX-License-Identifier: Apache-2.0

/// What the part of the From field before the `@` tells.
struct SenderMailbox: Hashable, Sendable {
    /// In lower case.
    let name: String

    init(_ source: LetterSource) {
        let at = UInt8(ascii: "@")
        name = String(Substring(source.senderAddress.inLowerCase.utf8.drop { $0 == at }.prefix { $0 != at }))
    }

    /// Portals, contact centres and daemons write for others. The platforms for requests give each request an address of its own.
    var isMachine: Bool { Self.machines.contains(where: name.begins) }

    /// A mail server that reports on our own mail.
    var isDaemon: Bool { name == "mailer-daemon" }

    /// An address that servers report from, and some offices write from.
    var mayBeDaemon: Bool { name == "postmaster" }

    private static let machines = [
        "no-reply", "noreply", "no_reply", "no.reply", "do-not-reply", "donotreply", "mailer-daemon", "postmaster",
        "notification", "notify", "robot", "portal", "system",
        "webmaster", "scanner", "form@", "forms", "bot",
    ]
}
