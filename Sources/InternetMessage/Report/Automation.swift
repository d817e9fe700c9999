// SPDX-License-Identifier: Apache-2.0

/// Whether a machine wrote a letter that is no delivery report, and whether an answer to it could reach anybody.
///
/// The rules never take a citizen's letter away: words in a subject count only together with a sign in the header section.
package struct Automation: Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// `X-Chancery-Instance` or `X-Loop` names this installation: our own letter came back.
        case ownLoop
        /// `Auto-Submitted` other than `no` (RFC 3834 §5).
        case autoSubmitted
        /// `X-Autoreply`, `X-Autorespond` and the like, or `Precedence: auto_reply`.
        case autoResponder
        /// `List-Id`, `List-Post`, `List-Unsubscribe` or `List-Help` (RFC 2369, RFC 2919).
        case mailingList
        /// `Precedence: bulk`, `list` or `junk`.
        case bulk
        /// An empty reverse-path (RFC 5321 §4.5.5).
        case nullReversePath
        /// Written by `MAILER-DAEMON` or, with an empty reverse-path, by `postmaster`.
        case mailSystem
        /// A subject that begins as absence notices do, together with a sign of an answer made by a machine.
        case absenceNotice

        /// Whether it only says that the letter went to many: what it is, its text tells.
        package var isToMany: Bool { self == .mailingList || self == .bulk }
    }

    /// Why the letter counts as automatic; nil for a letter of a person.
    package let reason: Reason?
    /// No answer may go to it: it is automatic, or its sender takes none (`no-reply@`), or it names no sender.
    package let isUnanswerable: Bool

    /// Classifies `message`.
    /// - Parameters:
    ///   - header: that of `message`.
    ///   - octets: those the letter was read from.
    ///   - instance: what this installation writes into `X-Chancery-Instance`; nil where loops are not looked for.
    package init(_ message: ParsedMessage, header: LetterHeader, in octets: Span<UInt8>, instance: String?) {
        let signs = AutomaticSigns(message.root.header, header, in: octets)
        reason = signs.reason(header, instance: instance)
        isUnanswerable = reason != nil || signs.isSenderSilent(header)
    }
}
