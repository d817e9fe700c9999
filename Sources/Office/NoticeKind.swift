// SPDX-License-Identifier: Apache-2.0

/// A letter the office writes by itself. The raw value is the name of its template: `received.mustache`.
package enum NoticeKind: String, Hashable, Sendable, CaseIterable {
    /// To the sender: the letter has arrived and waits for a registrar.
    case received
    /// To the sender: the registration index and date.
    case registered
    /// To the sender: registration is refused, on what ground, and whom to ask.
    case refused
    /// To the front office, daily: what became of all letters.
    case reconciliation
    /// To the administrators: something is wrong that does not pass by itself.
    case trouble

    /// Whether it goes to somebody outside the council.
    package var goesToSender: Bool {
        switch self {
        case .received, .registered, .refused: true
        case .reconciliation, .trouble: false
        }
    }

    /// The names a template of this kind may use, beside ``officeNames``.
    ///
    /// Dates are written out in the language of the letter. ``listNames`` are lists: each of their elements has the names given there.
    package var names: [String] {
        switch self {
        case .received: ["receivedOn", "subject"]
        case .registered: ["receivedOn", "registrationIndex", "registeredOn", "subject"]
        case .refused: ["receivedOn", "subject", "ground", "explanation", "registrarName", "registrarPhone"]
        case .reconciliation:
            [
                "day", "letters", "cards", "duplicates", "answers", "bounces", "automatic", "quarantine", "queued", "held",
                "failed",
            ]
        case .trouble: ["trouble", "since", "advice", "host"]
        }
    }

    /// Lists a template may go through, with the names inside them.
    package var listNames: [String: [String]] {
        switch self {
        case .reconciliation: ["differences": ["mailbox", "difference"]]
        case .received, .registered, .refused, .trouble: [:]
        }
    }

    /// Names that may not stand in the Subject field: others than the recipient may read it over a shoulder or in a log.
    package static let namesKeptFromSubject: Set<String> = ["subject", "explanation", "registrarName", "registrarPhone"]

    /// Names of every kind: the office's own name, telephone and e-mail address.
    package static let officeNames = ["officeName", "officePhone", "officeAddress"]
}
